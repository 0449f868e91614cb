import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { GuardedApp, PropsError } from "./constructs";
import { isProven } from "./guard";
import { Jurisdiction } from "./jurisdiction";
import { composeEstate, describeEstate, EstateError, parseEstate } from "./stacks";

// Another estate, such as that of a test tenancy, stands in a file of its own: a .ts module with a
// default export, or a .json file.
const file = resolve(process.env.ONSHORE_ESTATE ?? resolve(__dirname, "estate.ts"));
// The day that deadlines are counted from; given where a result is to be repeated.
const asOf = process.env.ONSHORE_AS_OF ?? new Date().toISOString().slice(0, 10);

try {
  const loaded = require(file);
  const estate = parseEstate(loaded.default ?? loaded);
  const jurisdiction = Jurisdiction.find(estate.jurisdiction) ?? Jurisdiction.US;
  const app = new GuardedApp();
  const composed = composeEstate(app, estate, jurisdiction, asOf);
  // Beside the JSON, for `npx onshore check --waivers`, which reads no program.
  const waivers = { file: "waivers.json", entries: composed.waivers };
  mkdirSync(app.outdir, { recursive: true });
  writeFileSync(
    join(app.outdir, waivers.file),
    `${JSON.stringify({ waivers: composed.waivers }, undefined, 2)}\n`,
  );
  const result = app.synthProven({
    jurisdiction,
    asOf,
    waivers,
    report: process.stdout.isTTY ? { colour: !process.env.NO_COLOR } : {},
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
  process.stdout.write(`\n${describeEstate(composed)}`);
  process.exitCode = isProven(result) ? 0 : 1;
} catch (error) {
  if (!(error instanceof PropsError || error instanceof EstateError)) {
    throw error;
  }
  // A mistake in the estate, not in the program: its message is the whole story.
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
