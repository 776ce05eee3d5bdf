// Runs the session in Node: requests and responses are messages of a child process.
import { readFile } from "node:fs/promises";
import { session } from "./session.mjs";

const calls = session((file) => readFile(new URL(file, import.meta.url)));
process.on("message", async ({ name, argument }) => {
  try {
    process.send({ value: await calls[name](argument) });
  } catch (error) {
    process.send({ error: error.stack });
  }
});
