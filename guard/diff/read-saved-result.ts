import { statSync } from "node:fs";
import { basename } from "node:path";
import { isDay } from "../day";
import { UnreadableInputError } from "../errors";
import { readJson } from "../read/read-json";
import type { CheckResult } from "../result";
import { count, listOf, matching, objectOf, oneOf, type Shape, text, textOrNull } from "./shape";

/**
 * Reads a result that `onshore check --format json` has written.
 *
 * @returns undefined where `path` is no file that holds `version` and `placements`: it may be
 *   something that the guard judges
 * @throws UnreadableInputError where it is a result and not of the form that docs/result.md describes
 */
export function readSavedResult(path: string): CheckResult | undefined {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) {
    return undefined;
  }
  const json = readJson(path, basename(path));
  return Object.hasOwn(json, "version") && Object.hasOwn(json, "placements")
    ? parseSavedResult(json, basename(path))
    : undefined;
}

/**
 * @param file how the result is called in errors
 * @throws UnreadableInputError with one line: where it is wrong, what stands there, what is allowed
 */
function parseSavedResult(json: unknown, file: string): CheckResult {
  const problem = RESULT(json, "");
  if (problem !== undefined) {
    throw new UnreadableInputError(
      `${file} is no result that can be compared: ${problem}; write it again with onshore check --format json.`,
    );
  }
  return json as CheckResult;
}

const STATUS = oneOf("inside", "outside", "unproven");

const SOURCE = objectOf({ file: text, line: count }, { column: count });

const PLACEMENT = objectOf(
  {
    kind: oneOf("resource", "data", "provider", "module", "backend", "document"),
    stack: text,
    address: text,
    region: textOrNull,
    status: STATUS,
    evidence: text,
  },
  { constructPath: text, source: SOURCE, waivers: listOf(text) },
);

const FINDING = objectOf(
  {
    rule: text,
    status: oneOf("outside", "unproven"),
    stack: text,
    file: text,
    address: text,
    path: text,
    value: text,
    region: textOrNull,
    message: text,
    fix: text,
  },
  { constructPath: text, source: SOURCE, waiver: text },
);

const NOTE = objectOf({
  rule: text,
  stack: text,
  file: text,
  address: text,
  path: text,
  message: text,
});

const WAYS = ["inside", "cloud-services-only", "peered-inside", "through-waf", "unproven", "open"];

const PATH = objectOf({
  verdict: oneOf(...WAYS),
  hops: listOf(objectOf({ stack: text, address: text, says: text })),
  evidence: text,
});

const REACHABILITY = objectOf(
  {
    stack: text,
    address: text,
    role: oneOf("data", "edge"),
    verdict: oneOf("closed", ...WAYS),
    inbound: listOf(PATH),
    outbound: listOf(PATH),
    evidence: listOf(text),
  },
  { constructPath: text },
);

const FLOW = objectOf(
  {
    stack: text,
    address: text,
    path: text,
    kind: text,
    from: textOrNull,
    to: textOrNull,
    status: STATUS,
  },
  { target: text, targetStack: text },
);

const DAY = matching(isDay, "a day as YYYY-MM-DD");

const WAIVER = objectOf({
  id: text,
  rule: text,
  subject: text,
  reason: text,
  owner: text,
  ticket: text,
  expires: DAY,
});

const RESULT: Shape = objectOf(
  {
    version: oneOf(1),
    asOf: DAY,
    jurisdiction: objectOf({ name: text, countries: listOf(text), regions: listOf(text) }),
    summary: objectOf({
      resources: count,
      inside: count,
      outside: count,
      unproven: count,
      waived: count,
    }),
    placements: listOf(PLACEMENT),
    findings: listOf(FINDING),
    notes: listOf(NOTE),
    reachability: listOf(REACHABILITY),
  },
  { flows: listOf(FLOW), waivers: listOf(WAIVER) },
);
