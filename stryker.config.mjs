/**
 * What every run has in common. `scripts/mutation.mjs` adds the room: what is mutated, which tests
 * judge it, and where the results go.
 */
export default {
  packageManager: "npm",
  plugins: ["@stryker-mutator/jest-runner"],
  testRunner: "jest",
  // Each mutant meets only the tests that reach it.
  coverageAnalysis: "perTest",
  // The sandbox is compiled by @swc/jest, which looks at no types. tsconfig.json stays out of it:
  // Stryker would read it with an API that TypeScript 7 does not have.
  disableTypeChecks: false,
  ignorePatterns: [
    "/*",
    "!/guard",
    "!/jurisdiction",
    "!/test",
    "!/testing",
    "!/jest.config.js",
    "!/package.json",
  ],
  // Begins with a dot, so that the compiler does not take the copy for a part of the project.
  tempDirName: "coverage/.stryker",
  concurrency: 1,
  // A mutant that only waited for a busy machine must not count as found.
  timeoutMS: 15_000,
  incremental: true,
  cleanTempDir: "always",
  reporters: ["json"],
  allowConsoleColors: false,
  warnings: { slow: false },
};
