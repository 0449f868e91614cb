// Loads CDK Terrain wherever a program asks for cdktf: `node --require ./scripts/cdktn/as-cdktf.cjs`.
// The provider bindings ask for cdktf by name, so that changing our own imports alone would leave two
// libraries in one program, whose classes do not know each other.
const Module = require("node:module");

const resolve = Module._resolveFilename;

Module._resolveFilename = function (request, ...rest) {
  const isCdktf = request === "cdktf" || request.startsWith("cdktf/");
  return resolve.call(this, isCdktf ? `cdktn${request.slice("cdktf".length)}` : request, ...rest);
};
