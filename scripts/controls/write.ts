import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { controlsMarkdown } from "./markdown";

writeFileSync(join(__dirname, "..", "..", "docs", "controls.md"), controlsMarkdown());
