import type { Jurisdiction } from "../../../jurisdiction";
import { checkJson } from "../../support/check-json";

/** What a reader sees of one finding: status, JSON pointer, value, message and fix. */
export type Said = readonly [
  status: string,
  path: string,
  value: string,
  message: string,
  fix: string,
];

/** Findings of one rule about a document, with their texts. */
export function inFull(rule: string, json: object, jurisdiction?: Jurisdiction): readonly Said[] {
  return checkJson(json, jurisdiction)
    .findings.filter((each) => each.rule === rule)
    .map(({ status, path, value, message, fix }) => [status, path, value, message, fix]);
}

/** Notes of one rule about a document: JSON pointer and message. */
export function notesInFull(rule: string, json: object): readonly (readonly [string, string])[] {
  return checkJson(json)
    .notes.filter((each) => each.rule === rule)
    .map(({ path, message }) => [path, message]);
}
