// Runs the tests for Stryker, a mutant after the other in one process. Jest would take a second or two
// for each of many thousand mutants, nearly all of it to start and to compile again. Here every file
// is compiled once; for each mutant all modules are then evaluated anew, so that what one has left in
// a cache cannot hide, or seem to kill, the next. The tests are Jest's: `describe`, `test` and `expect`
// come from mocha and from Jest's own packages.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire, Module } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { compileFunction } from "node:vm";
import { commonTokens, declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  DryRunStatus,
  determineHitLimitReached,
  MutantRunStatus,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { transformFileSync } from "@swc/core";
import { expect } from "expect";
import { bind } from "jest-each";
import Mocha from "mocha";

const require = createRequire(import.meta.url);
/** The project itself; the runner works in a copy. */
const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const [, SWC_OPTIONS] = Object.values(require("../../jest.config.js").transform)[0];

/** Where Stryker's own code in a mutated file looks for the mutant that is on. */
const NAMESPACE = "__stryker__";

const compiled = new Map();

function compile(filename) {
  const { code } = transformFileSync(filename, { ...SWC_OPTIONS, swcrc: false });
  const parameters = ["exports", "require", "module", "__filename", "__dirname"];
  return compileFunction(code, parameters, { filename });
}

Module._extensions[".ts"] = (module, filename) => {
  if (!compiled.has(filename)) {
    compiled.set(filename, compile(filename));
  }
  // Made for each module anew: one that is kept would keep every module that was ever loaded by it.
  const requireOf = Object.assign((id) => module.require(id), {
    resolve: (id) => createRequire(filename).resolve(id),
  });
  const run = compiled.get(filename);
  run.call(module.exports, module.exports, requireOf, module, filename, dirname(filename));
};

/** Forgets every module of the project; those of packages, and tables in JSON, stay as they are. */
function forgetModules() {
  for (const filename of compiled.keys()) {
    delete require.cache[filename];
  }
}

/** What Jest has and mocha has not, or under another name. */
function addJestGlobals(context) {
  const { it, describe, before, after } = context;
  Object.assign(context, { expect, test: it, beforeAll: before, afterAll: after });
  it.each = bind(it);
  it.skip.each = bind(it.skip);
  describe.each = bind(describe, false);
}

/** Milliseconds of the processor. A test that takes longer judges no mutant: left out, it can only lower the score. */
const SLOW = 200;
/** In the copy of the project, which is the working directory once a runner is made. */
const slowTests = () => join(process.cwd(), ".slow-tests.json");

function isSlow({ timeSpentMs }) {
  return timeSpentMs > SLOW;
}

function isQuick() {
  const slow = new Set(JSON.parse(readFileSync(slowTests(), "utf8")));
  return (id) => !slow.has(id);
}

const emptyCoverage = () => ({ static: {}, perTest: {} });

/**
 * The tests that are written for the mutant's own file before all others: mostly they find it, and a
 * mutant that is on while modules load would meet every test of its room.
 */
function inTurns(files, { fileName }) {
  const own = join("test", relative(ROOT, fileName).replace(/\.ts$/, ""));
  const isOwn = (file) => relative(process.cwd(), file).startsWith(`${own}.`);
  const turns = [files.filter(isOwn), files.filter((file) => !isOwn(file))];
  const some = turns.filter((turn) => turn.length > 0);
  return some.length === 0 ? [files] : some;
}

class InProcessRunner {
  static inject = [commonTokens.options];

  constructor(options) {
    this.files = options.inProcess.files.map((file) => join(process.cwd(), file));
    this.stryker = globalThis[NAMESPACE] ?? {};
    globalThis[NAMESPACE] = this.stryker;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun({ disableBail }) {
    const result = await this.run({ disableBail, files: this.files });
    if (result.status !== DryRunStatus.Complete) {
      return result;
    }
    const { static: whileLoading, perTest } = this.stryker.mutantCoverage ?? emptyCoverage();
    const slow = new Set(result.tests.filter(isSlow).map(({ id }) => id));
    // For the processes that have made no dry run.
    writeFileSync(slowTests(), JSON.stringify([...slow]));
    return {
      ...result,
      tests: result.tests.filter(({ id }) => !slow.has(id)),
      mutantCoverage: {
        static: whileLoading,
        perTest: Object.fromEntries(Object.entries(perTest).filter(([id]) => !slow.has(id))),
      },
    };
  }

  async mutantRun({ activeMutant, testFilter, mutantActivation, disableBail, hitLimit }) {
    this.stryker.hitLimit = hitLimit;
    this.stryker.hitCount = hitLimit ? 0 : undefined;
    const wanted = testFilter && new Set(testFilter);
    const files = wanted
      ? this.files.filter((file) => testFilter.some((id) => id.startsWith(idOf(file, ""))))
      : this.files;
    let result;
    for (const some of inTurns(files, activeMutant)) {
      result = await this.run({
        disableBail,
        files: some,
        isWanted: wanted ? (id) => wanted.has(id) : isQuick(),
        mutant: activeMutant.id,
        isStatic: mutantActivation === "static",
      });
      const reached = determineHitLimitReached(this.stryker.hitCount, this.stryker.hitLimit);
      result = toMutantRunResult(reached ?? result);
      if (result.status !== MutantRunStatus.Survived) {
        break;
      }
    }
    return result;
  }

  async run({ disableBail, files, isWanted = () => true, mutant, isStatic }) {
    const { stryker } = this;
    const mocha = new Mocha({ reporter: class {}, timeout: 0, bail: !disableBail });
    mocha.suite.on("pre-require", addJestGlobals);
    const tests = [];
    try {
      forgetModules();
      stryker.currentTestId = undefined;
      stryker.activeMutant = isStatic ? mutant : undefined;
      for (const file of files) {
        const known = new Set(mocha.suite.suites);
        const before = mocha.suite.tests.length;
        mocha.suite.emit("pre-require", globalThis, file, mocha);
        Module._load(file);
        identify(mocha.suite, known, before, file, isWanted);
      }
      stryker.activeMutant = mutant;
      // A mutant that is not static is not on while modules load; those loaded late would differ.
      mocha.suite.beforeEach(function () {
        stryker.currentTestId = this.currentTest.strykerId;
      });
      await new Promise((resolve) => {
        const runner = mocha.run(resolve);
        let start = process.cpuUsage();
        runner.on("test", () => {
          start = process.cpuUsage();
        });
        const spent = () => {
          const { user, system } = process.cpuUsage(start);
          return (user + system) / 1_000;
        };
        const record = (status) => (test, error) =>
          test.strykerId !== undefined || status === TestStatus.Failed
            ? tests.push({
                id: test.strykerId ?? test.title,
                name: test.fullTitle(),
                timeSpentMs: spent(),
                status,
                ...(error && { failureMessage: String(error.message ?? error) }),
              })
            : undefined;
        runner.on("pass", record(TestStatus.Success));
        runner.on("fail", record(TestStatus.Failed));
        runner.on("pending", record(TestStatus.Skipped));
      });
      return { status: DryRunStatus.Complete, tests };
    } catch (error) {
      return { status: DryRunStatus.Error, errorMessage: error?.stack ?? String(error) };
    } finally {
      stryker.currentTestId = undefined;
      mocha.dispose();
    }
  }
}

const idOf = (file, title) => `${relative(process.cwd(), file).replaceAll(sep, "/")} ${title}`;

/** Names what `file` has added, and drops what is not wanted. Two tests of one name stay two. */
function identify(root, known, before, file, isWanted) {
  const counts = new Map();
  const visit = (suite, from) => {
    const own = suite.tests.slice(from);
    for (const test of own) {
      const name = idOf(file, test.fullTitle());
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      test.strykerId = count === 1 ? name : `${name} (${count})`;
    }
    const kept = own.filter((test) => isWanted(test.strykerId));
    suite.tests.splice(from, own.length, ...kept);
    for (const inner of suite.suites) {
      if (!known.has(inner)) {
        visit(inner, 0);
      }
    }
  };
  visit(root, before);
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, "in-process", InProcessRunner),
];
