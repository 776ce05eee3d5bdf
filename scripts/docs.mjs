// Copies the documentation built by scripts/docs.sh (in the folder SSLENGINE_DOCTOR_DOCS) next to
// the staged page.
import { cpSync } from "node:fs";
import { join } from "node:path";

const made = process.env.SSLENGINE_DOCTOR_DOCS;
if (made) cpSync(made, join(process.env.TRUNK_STAGING_DIR, "docs"), { recursive: true });
