import { printable } from "./printable";

/**
 * What a workflow command says after its second `::`.
 *
 * Source: GitHub Actions toolkit, the escapes of a command's data.
 *
 * @param limit longest text, in characters
 */
export function commandData(text: string, limit: number): string {
  return printable(text, limit)
    .replaceAll("%", "%25")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A");
}

/** The value of a command's property, where a comma and a colon would end it. */
export function commandProperty(text: string, limit: number): string {
  return commandData(text, limit).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
