import type { RepositoryLine } from "./digest";
import { printable } from "./printable";

/** GitHub cuts an annotation's message and title; the log keeps this much, in characters. */
const MAX_MESSAGE = 4000;
const MAX_TITLE = 200;

/**
 * One workflow command: an annotation, at a line of the repository where one is known.
 *
 * @param lines of the message
 */
export function workflowCommand(
  level: string,
  line: RepositoryLine | undefined,
  title: string,
  lines: readonly string[],
): string {
  const properties = [
    ...(line === undefined
      ? []
      : [
          `file=${property(line.file, MAX_MESSAGE)}`,
          `line=${line.line}`,
          ...(line.column === undefined ? [] : [`col=${line.column}`]),
        ]),
    `title=${property(title, MAX_TITLE)}`,
  ];
  const message = lines.map((text) => data(text, MAX_MESSAGE)).join("%0A");
  return `::${level} ${properties.join(",")}::${message}`;
}

/** Source: GitHub Actions toolkit, the escapes of a command's data. */
function data(text: string, limit: number): string {
  return printable(text, limit)
    .replaceAll("%", "%25")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A");
}

/** The same, of a command's property, where a comma and a colon would end it. */
function property(text: string, limit: number): string {
  return data(text, limit).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
