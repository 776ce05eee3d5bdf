// The one list of inputs over which the page, the npm package and the native command are held against one another: chains,
// outputs of tools, key stores, broken and foreign files.
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** The fixtures, as paths from the project's folder. A new file in one of these folders is in the corpus. */
export const corpus = ["real", "made", "ingest", "containers"].flatMap((part) => {
  const names = readdirSync(join(root, "tests/fixtures", part)).sort();
  return names.filter((name) => !/\.(sh|md)$/.test(name)).map((name) => join("tests/fixtures", part, name));
});

/** The password of the fixtures' key stores, but for those that have a test of their own. */
export const PASSWORD = "changeit";

/** What is asked of each: once plainly, once with everything that changes an answer. */
export const asked = [
  { at: "2026-06-15T12:00:00Z" },
  { at: "2023-06-01T00:00:00Z", lang: "fr", hostname: "crates.io", insecureSkipVerification: true },
];

/** The same as the command's arguments, with the password or without. */
export const argumentsFor = ({ at, lang, hostname, insecureSkipVerification }, password = true) => [
  ...["--at", at],
  ...(password ? ["--password", PASSWORD] : []),
  ...(lang ? ["--lang", lang] : []),
  ...(hostname ? ["--host", hostname] : []),
  ...(insecureSkipVerification ? ["--skip-verification"] : []),
];

/** The native command, where it is built: scripts/test.sh builds it before the tests that ask it. */
const target = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");
const name = process.platform === "win32" ? "sslengine-doctor.exe" : "sslengine-doctor";
export const native = process.env.SSLENGINE_DOCTOR_NATIVE ?? join(target, "debug", name);

/** Why a test that asks the native command is passed over; false where it is not. */
export const withoutNative =
  !process.env.SSLENGINE_DOCTOR_NATIVE && !existsSync(native) && `the native command is not built: ${native}`;

/** The command's environment: no language of the machine's. */
export const env = { ...process.env, LC_ALL: "C", LANG: "C", LC_MESSAGES: "C" };
