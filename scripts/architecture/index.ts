import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { docsIndex } from "./docs-index";
import { readPage } from "./read-page";

const DOCS = join(__dirname, "..", "..", "docs");

// The index names every page, this one too: it is written last.
writeFileSync(join(DOCS, "architecture.md"), readPage());
writeFileSync(join(DOCS, "README.md"), docsIndex(DOCS));
