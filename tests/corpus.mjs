// The shared inputs for comparing the page, the npm package and the native command: chains, outputs
// of tools, keystores, broken and unrelated files.
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** The fixtures, as paths from the project's folder. New files in these folders are included automatically. */
export const corpus = ["real", "made", "ingest", "containers"].flatMap((part) => {
  const names = readdirSync(join(root, "tests/fixtures", part)).sort();
  return names.filter((name) => !/\.(sh|md)$/.test(name)).map((name) => join("tests/fixtures", part, name));
});

/** The password of the keystores among the fixtures; others have their own tests. */
export const PASSWORD = "changeit";

/** The options for each input: once the defaults, once everything that changes an answer. */
export const asked = [
  { at: "2026-06-15T12:00:00Z" },
  { at: "2023-06-01T00:00:00Z", lang: "fr", hostname: "crates.io", insecureSkipVerification: true },
];

/** The options as the command's arguments, with or without the password. */
export const argumentsFor = ({ at, lang, hostname, insecureSkipVerification }, password = true) => [
  ...["--at", at],
  ...(password ? ["--password", PASSWORD] : []),
  ...(lang ? ["--lang", lang] : []),
  ...(hostname ? ["--host", hostname] : []),
  ...(insecureSkipVerification ? ["--skip-verification"] : []),
];

/** The native command, if it is built: scripts/test.sh builds it before the tests that use it. */
const target = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");
const name = process.platform === "win32" ? "sslengine-doctor.exe" : "sslengine-doctor";
export const native = process.env.SSLENGINE_DOCTOR_NATIVE ?? join(target, "debug", name);

/** Why tests with the native command are skipped, or false. */
export const withoutNative =
  !process.env.SSLENGINE_DOCTOR_NATIVE && !existsSync(native) && `the native command is not built: ${native}`;

/** The command's environment, without the machine's language. */
export const env = { ...process.env, LC_ALL: "C", LANG: "C", LC_MESSAGES: "C" };
