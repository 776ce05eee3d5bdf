// The built package, as the tests use it.
import { mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { root } from "../corpus.mjs";

export { root };
export const pkg = process.env.SSLENGINE_DOCTOR_PKG ?? join(root, "pkg");

/** A public chain, and a time at which it was valid. */
export const crates = {
  pem: await readFile(join(root, "tests/fixtures/real/crates-io.pem"), "utf8"),
  at: "2023-06-01T00:00:00Z",
  hostname: "crates.io",
};

/** Its first certificate only. */
export const leafOnly = crates.pem.slice(0, crates.pem.indexOf("-----END CERTIFICATE-----")) + "-----END CERTIFICATE-----\n";

/** Calls `use` with an empty folder in which the package is installed. */
export async function installed(use) {
  const folder = await mkdtemp(join(tmpdir(), "sslengine-doctor-"));
  try {
    await mkdir(join(folder, "node_modules"));
    await symlink(pkg, join(folder, "node_modules/sslengine-doctor"), "junction");
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
