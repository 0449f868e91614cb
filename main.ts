import { resolve } from "node:path";
import { GuardedApp, PropsError } from "./constructs";
import { isProven } from "./guard";
import { Jurisdiction } from "./jurisdiction";
import { composeEstate, EstateError, parseEstate } from "./stacks";

// Another estate, such as that of a test tenancy, stands in a file of its own: a .ts module with a
// default export, or a .json file.
const file = resolve(process.env.ONSHORE_ESTATE ?? resolve(__dirname, "estate.ts"));

try {
  const loaded = require(file);
  const app = new GuardedApp();
  composeEstate(app, parseEstate(loaded.default ?? loaded), Jurisdiction.US);
  const result = app.synthProven({
    jurisdiction: Jurisdiction.US,
    asOf: new Date().toISOString().slice(0, 10),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
  process.exitCode = isProven(result) ? 0 : 1;
} catch (error) {
  if (!(error instanceof PropsError || error instanceof EstateError)) {
    throw error;
  }
  // A mistake in the estate, not in the program: its message is the whole story.
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
