import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { CatalogueFiles } from "./catalogue";

const FLOW = join(__dirname, "..", "..", "guard", "flow");

/** Where the files of a cloud's catalogue stand. */
export function pathsOf(cloud: "oci" | "aws") {
  return {
    flows: join(FLOW, `catalogue-${cloud}.json`),
    none: join(__dirname, `no-flow-${cloud}.txt`),
  };
}

/** The committed files of a cloud's catalogue; empty where there are none yet. */
export function committedFiles(cloud: "oci" | "aws"): CatalogueFiles {
  const read = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : "");
  const paths = pathsOf(cloud);
  return { flows: read(paths.flows), none: read(paths.none) };
}

/** `lib` of the installed AWS bindings. */
export function awsLibrary(): string {
  const local = createRequire(__filename);
  return join(dirname(local.resolve("@cdktf/provider-aws/package.json")), "lib");
}
