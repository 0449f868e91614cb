import type { Jurisdiction } from "../../jurisdiction";
import { checkJson } from "./check-json";

/** What one rule says of a document: `status path`, and the notes as `note path`. */
export function saidBy(rule: string, json: object, jurisdiction?: Jurisdiction): readonly string[] {
  const { findings, notes } = checkJson(json, jurisdiction);
  return [
    ...findings.filter((each) => each.rule === rule).map(({ status, path }) => `${status} ${path}`),
    ...notes.filter((each) => each.rule === rule).map(({ path }) => `note ${path}`),
  ];
}

/** A document of one resource called `r`. */
export function one(type: string, body: object): object {
  return { resource: { [type]: { r: body } } };
}

/** JSON pointer of the resource that {@link one} writes, or of an argument of it. */
export function at(type: string, argument = ""): string {
  return `/resource/${type}/r${argument === "" ? "" : `/${argument}`}`;
}
