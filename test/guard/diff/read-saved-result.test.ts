import { join } from "node:path";
import {
  type CheckResult,
  readSavedResult,
  reportJson,
  UnreadableInputError,
} from "../../../guard";
import { bucketIn } from "../../support/check-json";
import { temporaryFolder, write } from "../../support/judge-path";
import { variedResult } from "../../support/varied-estate";

const root = temporaryFolder();
const result = variedResult();

function reading(content: unknown): () => CheckResult | undefined {
  return () => readSavedResult(write(root, "saved.json", content));
}

/** Every place of `value`, with what stands there. */
function* leavesOf(value: unknown, at: readonly string[] = []): Iterable<readonly string[]> {
  if (typeof value === "object" && value !== null) {
    for (const [name, child] of Object.entries(value)) {
      yield* leavesOf(child, [...at, name]);
    }
  }
  if (at.length > 0) {
    yield at;
  }
}

/** `value` with what stands at `path` replaced, or taken out. */
function changed(value: object, path: readonly string[], replacement?: unknown): object {
  const copy = structuredClone(value) as Record<string, unknown>;
  let current = copy;
  for (const name of path.slice(0, -1)) {
    current = current[name] as Record<string, unknown>;
  }
  const last = path.at(-1) ?? "";
  if (replacement === undefined) {
    delete current[last];
  } else {
    current[last] = replacement;
  }
  return copy;
}

test("reads what the JSON format writes, whole", () => {
  expect(readSavedResult(write(root, "result.json", reportJson(result)))).toEqual(result);
});

test("reads fields that a later version adds", () => {
  expect(reading({ ...result, later: 1 })()).toEqual({ ...result, later: 1 });
});

test.each<[string, () => string]>([
  ["a folder", () => root],
  ["nothing", () => join(root, "absent.json")],
  ["Terraform JSON", () => write(root, "cdk.tf.json", bucketIn("us-ashburn-1"))],
  ["a plan", () => write(root, "plan.json", { format_version: "1.2", planned_values: {} })],
])("leaves %s to the guard", (_what, path) => {
  expect(readSavedResult(path())).toBeUndefined();
});

// One of each kind of place: the index of a list does not matter.
const places = new Map(
  [...leavesOf(JSON.parse(JSON.stringify(result)))].map((path) => [
    path.map((name) => (/^\d+$/.test(name) ? "*" : name)).join("/"),
    path,
  ]),
);

test("the result has places of many kinds", () => {
  expect(places.size).toBeGreaterThan(60);
});

test.each([...places])("refuses a wrong type at %s, and names the place on one line", (_, path) => {
  const read = reading(changed(result, path, 7.5));
  expect(read).toThrow(UnreadableInputError);
  expect(read).toThrow(/^[^\n]+$/);
  expect(read).toThrow(`/${path.join("/")} is 7.5; allowed: `);
});

test.each<[string, unknown, RegExp]>([
  ["another version", { ...result, version: 2 }, /\/version is 2; allowed: 1;/],
  ["no findings", changed(result, ["findings"]), /\/findings is absent; allowed: a list/],
  [
    "a day that is none",
    { ...result, asOf: "2026-02-30" },
    /\/asOf is "2026-02-30"; allowed: a day/,
  ],
  [
    "a status that a finding cannot have",
    changed(result, ["findings", "0", "status"], "inside"),
    /\/findings\/0\/status is "inside"; allowed: "outside", "unproven"/,
  ],
  ["placements that are no list", { version: 1, placements: {} }, /\/asOf is absent/],
  [
    "a value with line breaks",
    { ...result, asOf: `a\n${"b".repeat(200)}` },
    /\/asOf is "a\\nb+…; allowed/,
  ],
])("refuses %s", (_what, content, message) => {
  expect(reading(content)).toThrow(message);
});

test("takes no property of Object.prototype for one of the result's", () => {
  const placements = [{ ...result.placements[0], stack: undefined }];
  expect(reading({ ...result, placements })).toThrow("/placements/0/stack is absent");
});
