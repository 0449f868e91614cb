/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  setupFilesAfterEnv: ["onshore/testing"],
  transform: {
    "\\.ts$": ["@swc/jest", { jsc: { parser: { syntax: "typescript" }, target: "es2022" } }],
  },
};
