import { Region } from "../../jurisdiction";
import type { CheckResult } from "../result";
import { RULES } from "../rules/registry";
import { sha256 } from "./digest";

/** What made the pack, and what it held the configuration against. */
export interface ToolRecord {
  readonly version: 1;
  readonly tool: "onshore";
  /** Null where it is not known. */
  readonly toolVersion: string | null;
  readonly asOf: string;
  readonly jurisdiction: CheckResult["jurisdiction"] & {
    /** SHA-256 of the list of allowed regions, one a line, sorted. */
    readonly sha256: string;
  };
  /** Every region that the tool knows, of both clouds. */
  readonly regionTable: {
    readonly regions: number;
    /** SHA-256 of `cloud id key realm country`, one region a line, sorted by cloud and id. */
    readonly sha256: string;
  };
  readonly rules: readonly { readonly id: string; readonly title: string }[];
}

export function toolRecord(
  { asOf, jurisdiction }: CheckResult,
  toolVersion: string | undefined,
): ToolRecord {
  const table = Region.all()
    .map(({ cloud, id, key, realm, country }) => [cloud, id, key ?? "-", realm, country].join(" "))
    .sort();
  return {
    version: 1,
    tool: "onshore",
    toolVersion: toolVersion ?? null,
    asOf,
    jurisdiction: {
      ...jurisdiction,
      sha256: sha256(
        [...jurisdiction.regions]
          .sort()
          .map((id) => `${id}\n`)
          .join(""),
      ),
    },
    regionTable: {
      regions: table.length,
      sha256: sha256(table.map((line) => `${line}\n`).join("")),
    },
    rules: RULES.map(({ id, title }) => ({ id, title })),
  };
}
