// Runs in each JavaScript host: answers a case, or times it.
import { CASES, inputOf } from "./cases.mjs";
import { asText } from "./contenders/answer.mjs";
import * as forge from "./contenders/forge.mjs";
import * as jsrsasign from "./contenders/jsrsasign.mjs";
import * as ours from "./contenders/ours.mjs";
import * as peculiar from "./contenders/peculiar.mjs";
import * as pkijs from "./contenders/pkijs.mjs";

const CONTENDERS = [ours, peculiar, pkijs, jsrsasign, forge];

/** `load(file)` returns the bytes of a file in work/. */
export function session(load) {
  const inputs = new Map();
  const pick = async (contender, id) => {
    const { run } = CONTENDERS.find(({ name }) => name === contender);
    const given = CASES.find((one) => one.id === id);
    if (!inputs.has(id)) inputs.set(id, inputOf(given, await load(given.file)));
    return () => run(given, inputs.get(id));
  };
  return {
    names: () => CONTENDERS.map(({ name }) => name),
    prepare: () => Promise.all(CONTENDERS.map(({ prepare }) => prepare?.())),
    /** The answer as text, or undefined if the contender does not support the case. */
    async answer({ contender, id }) {
      const answer = await (await pick(contender, id))();
      return answer && asText(answer);
    },
    /** Milliseconds for `times` calls in sequence. */
    async time({ contender, id, times }) {
      const run = await pick(contender, id);
      const began = performance.now();
      for (let n = 0; n < times; n += 1) await run();
      return performance.now() - began;
    },
    /** For the growth measurement: milliseconds to read all certificates of a file. */
    async inspectFile({ file }) {
      const bytes = await load(file);
      const began = performance.now();
      const answer = await ours.run({ way: "bundle", at: "2026-06-15T12:00:00Z" }, bytes);
      return [performance.now() - began, answer.length];
    },
  };
}
