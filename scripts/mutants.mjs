// Prints the summary of a run of cargo-mutants, and fails if the tests noticed too few mutants:
//   node scripts/mutants.mjs OUTCOMES.json LEAST_PERCENT
import { readFileSync } from "node:fs";

const [file, least] = process.argv.slice(2);
const { outcomes } = JSON.parse(readFileSync(file, "utf8"));
const mutants = outcomes.filter(({ scenario }) => scenario.Mutant);
const of = (summary) => mutants.filter((outcome) => outcome.summary === summary);
const [caught, timeout, missed, unviable] = ["CaughtMutant", "Timeout", "MissedMutant", "Unviable"].map((summary) => of(summary).length);
const viable = caught + timeout + missed;
for (const { scenario } of of("MissedMutant")) console.log(`missed: ${scenario.Mutant.name}`);
console.log(`${mutants.length} mutants: ${caught} caught, ${timeout} took too long, ${missed} missed; ${unviable} do not compile`);
if (viable === 0) {
  console.error("error: no mutant could be tested.");
  process.exit(1);
}
const share = (100 * (caught + timeout)) / viable;
console.log(`${share.toFixed(1)} % of those that compile were noticed (at least ${least} % needed)`);
process.exit(share < Number(least) ? 1 : 0);
