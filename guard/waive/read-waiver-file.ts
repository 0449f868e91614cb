import { readFileSync } from "node:fs";
import { UnreadableInputError } from "../errors";
import { own } from "../json/json";
import { parseConfiguration } from "../read/parse-json";
import type { WaiverSource } from "./waiver";

/**
 * Reads a waiver file: `{ "waivers": [ … ], "modules": [ … ] }`. What stands in the list is checked later, so that a
 * malformed waiver is a finding in the report and not the end of it.
 *
 * @throws UnreadableInputError when the file is absent or is not one JSON object
 */
export function readWaiverFile(path: string): WaiverSource {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    throw new UnreadableInputError(
      `the waiver file ${path} cannot be read (${code}); give a JSON file, { "waivers": [ … ] }.`,
    );
  }
  if (/^\s*\[/.test(text)) {
    throw new UnreadableInputError(
      `the waiver file ${path} holds a list; write it as { "waivers": [ … ] }.`,
    );
  }
  const content = parseConfiguration(text, path);
  const modules = own(content, "modules");
  return {
    file: path,
    // A file may declare modules only.
    entries: own(content, "waivers") ?? (modules === undefined ? undefined : []),
    ...(modules === undefined ? {} : { modules }),
  };
}
