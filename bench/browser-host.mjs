// The session in a page; the driver calls it by its name.
import { session } from "./session.mjs";

globalThis.bench = session(async (file) => new Uint8Array(await (await fetch(`/work/${file}`)).arrayBuffer()));
