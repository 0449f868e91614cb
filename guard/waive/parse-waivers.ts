import { dayNumber } from "../day";
import { isObject, own } from "../json/json";
import { MAX_WAIVER_DAYS, type Waiver, type WaiverSource } from "./waiver";

/** A waiver that is in force, with its place in the file. */
export interface ReadWaiver {
  readonly waiver: Waiver;
  /** JSON pointer into the waiver file. */
  readonly path: string;
}

/** Why an entry is not in force. */
export interface WaiverDefect {
  readonly rule: "waiver-well-formed" | "waiver-current";
  readonly path: string;
  readonly value: string;
  readonly message: string;
  readonly fix: string;
}

export interface ReadWaivers {
  readonly inForce: readonly ReadWaiver[];
  readonly defects: readonly WaiverDefect[];
}

const FIELDS = ["id", "rule", "subject", "reason", "owner", "ticket", "expires"] as const;

/**
 * Reads the entries of a waiver file. Whatever is malformed, expired or too long is not in force, and
 * is a defect that fails the check.
 *
 * @param rules ids that a waiver may name
 * @param asOf the day of the check, `YYYY-MM-DD`
 */
export function readWaivers(
  source: WaiverSource,
  rules: ReadonlySet<string>,
  asOf: string,
): ReadWaivers {
  if (!Array.isArray(source.entries)) {
    return { inForce: [], defects: [notAList(source.entries)] };
  }
  const inForce: ReadWaiver[] = [];
  const defects: WaiverDefect[] = [];
  const ids = new Set<string>();
  for (const [index, entry] of source.entries.entries()) {
    const path = `/waivers/${index}`;
    const found = defectsOf(entry, path, rules, ids, asOf);
    if (found.length === 0) {
      inForce.push({ waiver: entry as Waiver, path });
    }
    defects.push(...found);
  }
  return { inForce, defects };
}

function defectsOf(
  entry: unknown,
  path: string,
  rules: ReadonlySet<string>,
  ids: Set<string>,
  asOf: string,
): WaiverDefect[] {
  if (!isObject(entry)) {
    return [malformed(path, show(entry), "A waiver is an object", "Write one object a waiver.")];
  }
  const defects: WaiverDefect[] = [];
  for (const field of FIELDS) {
    const value = own(entry, field);
    if (typeof value !== "string" || value.trim() === "") {
      defects.push(
        malformed(
          `${path}/${field}`,
          show(value),
          `The waiver has no ${field}`,
          `Give it a ${field}.`,
        ),
      );
    }
  }
  for (const key of Object.keys(entry)) {
    if (!FIELDS.includes(key as (typeof FIELDS)[number])) {
      defects.push(
        malformed(
          `${path}/${key}`,
          key,
          `A waiver has no field ${key}`,
          `Fields: ${FIELDS.join(", ")}.`,
        ),
      );
    }
  }
  if (defects.length > 0) {
    return defects;
  }
  const waiver = entry as unknown as Waiver;
  if (ids.has(waiver.id)) {
    defects.push(
      malformed(`${path}/id`, waiver.id, "Another waiver has this id", "Give it its own."),
    );
  }
  ids.add(waiver.id);
  if (!rules.has(waiver.rule)) {
    defects.push(
      malformed(
        `${path}/rule`,
        waiver.rule,
        `There is no rule ${waiver.rule}`,
        "Name a rule of the report.",
      ),
    );
  }
  return [...defects, ...expiryDefects(waiver, path, asOf)];
}

function expiryDefects(waiver: Waiver, path: string, asOf: string): WaiverDefect[] {
  const at = `${path}/expires`;
  const end = dayNumber(waiver.expires);
  const today = dayNumber(asOf);
  if (end === undefined || today === undefined) {
    return [
      malformed(at, waiver.expires, "The waiver's expires is no day", "Write it as YYYY-MM-DD."),
    ];
  }
  if (end < today) {
    return [
      {
        rule: "waiver-current",
        path: at,
        value: waiver.expires,
        message: `The waiver ${waiver.id} of ${waiver.owner} (${waiver.ticket}) ended on ${waiver.expires}.`,
        fix: "Remove what it covered and the waiver, or renew it in a reviewed change.",
      },
    ];
  }
  if (end - today > MAX_WAIVER_DAYS) {
    return [
      {
        rule: "waiver-current",
        path: at,
        value: waiver.expires,
        message: `The waiver ${waiver.id} runs for ${end - today} days; it may run for ${MAX_WAIVER_DAYS}.`,
        fix: `Let it end ${MAX_WAIVER_DAYS} days from now at the latest, and renew it if it must go on.`,
      },
    ];
  }
  return [];
}

function notAList(value: unknown): WaiverDefect {
  return malformed(
    "/waivers",
    show(value),
    "The waiver file holds no list of waivers",
    'Write { "waivers": [ … ] }.',
  );
}

function malformed(path: string, value: string, what: string, fix: string): WaiverDefect {
  return { rule: "waiver-well-formed", path, value, message: `${what}.`, fix };
}

function show(value: unknown): string {
  return value === undefined ? "" : JSON.stringify(value);
}
