import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { AWS_ARGUMENTS } from "../../guard/flow/arguments-aws";
import { OCI_ARGUMENTS } from "../../guard/flow/arguments-oci";
import { type ArgumentGroup, Classifier } from "../../guard/flow/classify";
import { type Argument, CatalogueError } from "./argument";
import { readAwsBindings } from "./aws-bindings";
import { buildCatalogue, type CatalogueProblems } from "./catalogue";
import { awsLibrary, committedFiles, pathsOf } from "./files";
import { readOciSchema } from "./oci-schema";

const USAGE = `npm run catalogue -- [--schema FILE] [--write]

Compares the catalogue of arguments with the providers: AWS always, Oracle Cloud where --schema
gives what \`terraform providers schema -json\` prints for oracle/oci (a .gz of it will do).
--write records what the lists in guard/flow/arguments-*.ts say of every candidate.`;

const HEADINGS: Readonly<Record<keyof CatalogueProblems, string>> = {
  unclassified: "has no class: add its name to",
  repeated: "stands twice in",
  unused: "fits no argument; remove it from",
  added: "is new: review its class, then record it with --write",
  vanished: "is gone: record that with --write",
  changed: "has another class now: record it with --write",
};

function run(
  cloud: "oci" | "aws",
  all: readonly Argument[],
  groups: readonly ArgumentGroup[],
  write: boolean,
): boolean {
  const { files, problems } = buildCatalogue(all, new Classifier(groups), committedFiles(cloud));
  const inList = [...problems.unclassified, ...problems.repeated, ...problems.unused];
  const records = write && inList.length === 0;
  if (records) {
    writeFileSync(pathsOf(cloud).flows, files.flows);
    writeFileSync(pathsOf(cloud).none, files.none);
  }
  let open = 0;
  for (const kind of Object.keys(HEADINGS) as (keyof CatalogueProblems)[]) {
    const heading = HEADINGS[kind];
    const where = heading.endsWith(" to") || heading.endsWith(" in") || heading.endsWith(" from");
    for (const name of problems[kind]) {
      open += records ? 0 : 1;
      console.log(`${cloud}: ${name} ${heading}${where ? ` arguments-${cloud}.ts` : ""}`);
    }
  }
  const types = new Set(all.map(({ type }) => type)).size;
  console.log(`${cloud}: ${types} resource types; ${open === 0 ? "complete" : `${open} open`}`);
  return open === 0;
}

function main(): void {
  const { values } = parseArgs({
    options: {
      schema: { type: "string" },
      write: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const aws = run("aws", readAwsBindings(awsLibrary()), AWS_ARGUMENTS, values.write);
  const oci =
    values.schema === undefined ||
    run("oci", readOciSchema(values.schema), OCI_ARGUMENTS, values.write);
  if (!aws || !oci) {
    process.exitCode = 1;
  }
}

try {
  main();
} catch (error) {
  const { code } = error as NodeJS.ErrnoException;
  const known =
    error instanceof CatalogueError || code === "ENOENT" || code?.startsWith("ERR_PARSE_ARGS");
  console.error(known ? (error as Error).message : error);
  process.exitCode = 1;
}
