// Puts the documentation that scripts/docs.sh has made (SSLENGINE_DOCTOR_DOCS names its folder) beside the staged page.
import { cpSync } from "node:fs";
import { join } from "node:path";

const made = process.env.SSLENGINE_DOCTOR_DOCS;
if (made) cpSync(made, join(process.env.TRUNK_STAGING_DIR, "docs"), { recursive: true });
