import { fileURLToPath } from "node:url";

/**
 * What every run has in common. `scripts/mutation/index.mjs` adds the room: what is mutated, which tests
 * judge it, and where the results go.
 */
export default {
  packageManager: "npm",
  plugins: [fileURLToPath(new URL("scripts/mutation/runner.mjs", import.meta.url))],
  testRunner: "in-process",
  // Each mutant meets only the tests that reach it.
  coverageAnalysis: "perTest",
  // The sandbox is compiled by @swc/jest, which looks at no types. tsconfig.json stays out of it:
  // Stryker would read it with an API that TypeScript 7 does not have.
  disableTypeChecks: false,
  ignorePatterns: [
    "/*",
    "!/constructs",
    "!/docs",
    "!/guard",
    "!/jurisdiction",
    "!/providers",
    "/providers/oci/.gen",
    "/providers/oci/lib",
    "!/scripts",
    "!/test",
    "!/testing",
    "!/jest.config.js",
    "!/package.json",
  ],
  // Begins with a dot, so that the compiler does not take the copy for a part of the project.
  // Of each run its own: several may run at a time.
  tempDirName: `coverage/.stryker/${process.pid}`,
  concurrency: 1,
  // A mutant that only waited for a busy machine must not count as found.
  timeoutMS: 8_000,
  incremental: true,
  cleanTempDir: "always",
  reporters: ["json"],
  allowConsoleColors: false,
  warnings: { slow: false, unknownOptions: false },
};
