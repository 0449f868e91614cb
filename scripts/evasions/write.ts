import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { FAMILIES } from "../../test/evasions/corpus";
import { evasionsMarkdown } from "./markdown";

writeFileSync(join(__dirname, "..", "..", "docs", "evasions.md"), evasionsMarkdown(FAMILIES));
