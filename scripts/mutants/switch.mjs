// Puts many mutants into one program, each behind a number, so that the program is compiled once and
// not once for each mutant.
//
// A function with mutants becomes
//     fn name(…) -> T { match crate::mutants::active(FUNCTION) { 17 => { BODY WITH MUTANT 17 } … _ => { BODY } } }
// The program reads the number of the active mutant from the environment (src/mutants.rs in the copy).

/** The module that the copy of the library gets. */
export const MODULE = `//! Which mutant is active (MUTANT), and which functions were called (the file MUTANT_REACHED).
use std::collections::BTreeSet;
use std::io::Write;
use std::sync::{LazyLock, Mutex};

static ACTIVE: LazyLock<u32> = LazyLock::new(|| std::env::var("MUTANT").ok().and_then(|n| n.parse().ok()).unwrap_or(0));
static REACHED: LazyLock<Option<String>> = LazyLock::new(|| std::env::var("MUTANT_REACHED").ok());
static SEEN: Mutex<BTreeSet<u32>> = Mutex::new(BTreeSet::new());

pub fn active(function: u32) -> u32 {
    if let Some(path) = &*REACHED {
        let mut seen = SEEN.lock().unwrap_or_else(|e| e.into_inner());
        if seen.insert(function) {
            if let Ok(mut file) = std::fs::OpenOptions::new().append(true).create(true).open(path) {
                let _ = writeln!(file, "{function}");
            }
        }
    }
    *ACTIVE
}
`;

/**
 * Rewrites one file. `mutants` are entries of `cargo mutants --list --json` with an `id`.
 * Returns the new text, the line ranges of each mutant in it, the functions by id with their mutants,
 * and the mutants that cannot be switched: those outside a function.
 */
export function addSwitches(source, mutants, nextFunction) {
  const chars = [...source];
  const at = positions(chars);
  const functions = new Map();
  const outside = [];
  for (const mutant of mutants) {
    const [start, end] = mutant.function ? [at(mutant.function.span.start), at(mutant.function.span.end)] : [0, 0];
    if (!mutant.function || !hasSwitch(chars.slice(start, end).join(""))) {
      outside.push(mutant);
      continue;
    }
    if (!functions.has(start)) functions.set(start, { start, end, mutants: [], inner: [], id: nextFunction() });
    functions.get(start).mutants.push(mutant);
  }
  const all = [...functions.values()].sort((a, b) => a.start - b.start || b.end - a.end);
  const outer = [];
  for (const fn of all) {
    fn.open = openingBrace(chars, fn.start, fn.end);
    const parent = all.findLast((other) => other !== fn && other.start < fn.start && other.end >= fn.end);
    (parent ? parent.inner : outer).push(fn);
  }
  const parts = [];
  render(chars, 0, chars.length, outer, at, parts);
  return { ...joined(parts), functions: all.map(({ id, mutants: list }) => ({ id, mutants: list.map((m) => m.id) })), outside };
}

const OPAQUE = /->\s*impl\s+([^{]*?)\s*(where\b[^{]*)?$/s;

// A function that runs at compile time cannot read the environment, and a hidden type needs a trait
// that `Box<dyn …>` implements.
function hasSwitch(text) {
  const head = text.slice(0, text.indexOf("{"));
  if (/\bconst fn\b/.test(head)) return false;
  const bounds = OPAQUE.exec(head)?.[1];
  return !bounds || /^(\w*Iterator|Fn(Mut|Once)?)\b/.test(bounds);
}

// Appends the text from `from` to `to`, with switches in the functions `inside`. A part is a text, or
// a mark [mutant id, true at its start and false at its end].
function render(chars, from, to, inside, at, parts) {
  let position = from;
  for (const fn of inside) {
    const head = chars.slice(fn.start, fn.open).join("");
    parts.push(chars.slice(position, fn.start).join(""), head);
    // Each arm of a function that returns `impl Iterator` has another type.
    const bounds = OPAQUE.exec(head)?.[1].replace(/\s*\+\s*use<[^>]*>/, "");
    const [before, after] = bounds ? ["Box::new(", `) as Box<dyn ${/\+\s*'/.test(bounds) ? bounds : `${bounds} + '_`}>`] : ["", ""];
    parts.push(`{ match crate::mutants::active(${fn.id}) {\n`);
    for (const mutant of fn.mutants) {
      const [start, end] = [at(mutant.span.start), at(mutant.span.end)];
      const body = chars.slice(fn.open, start).join("") + mutant.replacement + chars.slice(end, fn.end).join("");
      parts.push([mutant.id, true], `${mutant.id} => ${before}${body}${after},\n`, [mutant.id, false]);
    }
    parts.push(`_ => ${before}`);
    render(chars, fn.open, fn.end, fn.inner, at, parts);
    parts.push(`${after}\n} }`);
    position = fn.end;
  }
  parts.push(chars.slice(position, to).join(""));
}

function joined(parts) {
  let line = 1;
  let text = "";
  const ranges = new Map();
  for (const part of parts) {
    if (typeof part === "string") {
      text += part;
      line += part.split("\n").length - 1;
    } else if (part[1]) {
      ranges.set(part[0], [line, line]);
    } else {
      ranges.get(part[0])[1] = line - 1;
    }
  }
  return { text, ranges };
}

// Lines and columns count from 1; columns count characters.
function positions(chars) {
  const starts = [0];
  chars.forEach((c, i) => {
    if (c === "\n") starts.push(i + 1);
  });
  return ({ line, column }) => starts[line - 1] + column - 1;
}

// The brace that the last character of the function closes. Skips comments, texts and characters.
function openingBrace(chars, start, end) {
  const open = [];
  for (let i = start; i < end; i++) {
    const rest = () => chars.slice(i, i + 40).join("");
    if (chars[i] === "/" && chars[i + 1] === "/") {
      while (chars[i] !== "\n") i++;
    } else if (chars[i] === "r" && /^r#*"/.test(rest()) && !/\w/.test(chars[i - 1])) {
      const close = `"${"#".repeat(rest().indexOf('"') - 1)}`;
      i += close.length + 1;
      while (chars.slice(i, i + close.length).join("") !== close) i++;
      i += close.length - 1;
    } else if (chars[i] === '"') {
      for (i++; chars[i] !== '"'; i++) if (chars[i] === "\\") i++;
    } else if (chars[i] === "'") {
      const literal = /^'(\\(x..|u\{[^}]*\}|.)|[^\\'])'/su.exec(rest())?.[0];
      if (literal) i += [...literal].length - 1;
    } else if (chars[i] === "{") {
      open.push(i);
    } else if (chars[i] === "}") {
      const matching = open.pop();
      if (i === end - 1) return matching;
    }
  }
  throw new Error(`no body between characters ${start} and ${end}`);
}
