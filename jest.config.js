/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  setupFilesAfterEnv: ["<rootDir>/testing/index.ts"],
  transform: {
    "\\.[jt]s$": [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "commonjs" } },
    ],
  },
  // Both are compiled already; the generated bindings are reached by their real path.
  transformIgnorePatterns: ["/node_modules/", "<rootDir>/providers/oci/lib/"],
  modulePathIgnorePatterns: ["<rootDir>/cdktf.out", "<rootDir>/providers/oci/.gen"],
  reporters: ["default", "<rootDir>/test/closing-line-reporter.js"],
};
