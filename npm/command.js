#!/usr/bin/env node
// The command in Node: the native program (src/cli) compiled to WebAssembly. This file gives it
// access to the system.
import * as fs from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { initSync, runCommand } from "./sslengine_doctor_command.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const wait = new Int32Array(new SharedArrayBuffer(4));
const codeOf = (error) => error.code ?? String(error.message);

/** The exit status that a shell reports for a program ended by a closed pipe. */
const PIPE_CLOSED = 141;

/**
 * Reads what an open file has now, up to `max` bytes; empty at its end. A non-blocking pipe fails
 * with EAGAIN until it has data.
 */
function readSome(file, max) {
  const part = Buffer.allocUnsafe(Math.min(max, 1 << 16));
  for (;;) {
    try {
      return part.subarray(0, fs.readSync(file, part, 0, part.length, null));
    } catch (error) {
      if (error.code === "EOF") return part.subarray(0, 0); // Windows reports a closed pipe this way
      if (error.code !== "EAGAIN") throw error;
      Atomics.wait(wait, 0, 0, 5);
    }
  }
}

/** Reads an open file to its end, up to `max` bytes. */
function readUpTo(file, max) {
  const parts = [];
  for (let left = max; left > 0; ) {
    const part = readSome(file, left);
    if (part.length === 0) break;
    parts.push(part);
    left -= part.length;
  }
  return Buffer.concat(parts);
}

let ahead = Buffer.alloc(0); // bytes of standard input after the last line

/** Reads the next line of standard input, cut after `max` bytes; null at the end of the input. */
function readLine(max) {
  const parts = [];
  let left = max;
  for (let read = 0; ; ) {
    if (ahead.length === 0) ahead = readSome(0, 1 << 16);
    if (ahead.length === 0) return read === 0 ? null : Buffer.concat(parts);
    const end = ahead.indexOf(10);
    const part = ahead.subarray(0, end < 0 ? undefined : end);
    read += ahead.length;
    if (left > 0) parts.push(part.subarray(0, left));
    left -= part.length;
    ahead = ahead.subarray(end < 0 ? ahead.length : end + 1);
    if (end >= 0) return Buffer.concat(parts);
  }
}

function writeWhole(file, text) {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(fs.writeSync(file, rest));
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
      Atomics.wait(wait, 0, 0, 5);
    }
  }
}

const kindOf = (found) => (found.isDirectory() ? "folder" : "file");

const system = {
  now: () => Date.now(),
  variable: (name) => process.env[name],
  isTerminal: (stream) => [process.stdin, process.stdout, process.stderr][stream].isTTY === true,
  hasColours: () => process.stdout.hasColors?.() ?? false,
  kind(path) {
    try {
      return kindOf(fs.statSync(path));
    } catch {
      return "absent";
    }
  },
  entries(folder) {
    try {
      const entries = [];
      for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
        if (entry.name.startsWith(".")) continue;
        const path = join(folder, entry.name);
        // Skip links to folders, which could form a loop, and pipes and devices, which could block.
        if (entry.isDirectory()) entries.push([path, "folder"]);
        else if (fs.statSync(path, { throwIfNoEntry: false })?.isFile()) entries.push([path, "file"]);
      }
      const bytes = entries.map(([path, kind]) => [path, kind, Buffer.from(path)]);
      return bytes.sort((a, b) => a[2].compare(b[2])).map(([path, kind]) => [path, kind]);
    } catch (error) {
      return codeOf(error);
    }
  },
  read(path, max) {
    let file;
    try {
      if (fs.statSync(path).isDirectory()) return "EISDIR";
      file = fs.openSync(path, "r");
      return readUpTo(file, max);
    } catch (error) {
      return codeOf(error);
    } finally {
      if (file !== undefined) fs.closeSync(file);
    }
  },
  readInput(max) {
    try {
      return readUpTo(0, max);
    } catch (error) {
      return codeOf(error);
    }
  },
  readLine(max) {
    try {
      return readLine(max);
    } catch (error) {
      return codeOf(error);
    }
  },
  write(path, content, overwrite) {
    try {
      fs.writeFileSync(path, content, { flag: overwrite ? "w" : "wx" });
      return undefined;
    } catch (error) {
      return codeOf(error);
    }
  },
  print(stream, text) {
    try {
      writeWhole(stream, text);
    } catch (error) {
      if (stream === 2) return;
      if (error.code !== "EPIPE") {
        fs.writeSync(2, `sslengine-doctor: ${codeOf(error)}\n`);
        process.exit(2);
      }
      process.exit(PIPE_CLOSED);
    }
  },
  certificates(name) {
    try {
      return fs.readFileSync(join(here, "authorities", name));
    } catch {
      return undefined;
    }
  },
};

initSync({ module: fs.readFileSync(join(here, "sslengine_doctor_command_bg.wasm")) });
process.exitCode = runCommand(process.argv.slice(2), system);
