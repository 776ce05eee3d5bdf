// Exposes the session to a page; the driver calls it by name.
import { session } from "./session.mjs";

globalThis.bench = session(async (file) => new Uint8Array(await (await fetch(`/work/${file}`)).arrayBuffer()));
