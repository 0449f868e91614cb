import type { Streams } from "./streams";

/** Carriage return, and erase to the end of the line. Source: ECMA-48 section 8.3.41. */
const ERASE = "\r\u001b[K";

/**
 * Says on a terminal what is being done, on one line that is erased at the end; says nothing in a
 * pipe. The work is synchronous, so the line changes where a new phase begins and never within one.
 */
export class Progress {
  private isShown = false;

  constructor(private readonly streams: Streams) {}

  phase(text: string): void {
    if (this.streams.errIsTerminal === true) {
      this.streams.err(`${ERASE}${text}…`);
      this.isShown = true;
    }
  }

  /** Erases the line; before anything else is written. */
  end(): void {
    if (this.isShown) {
      this.streams.err(ERASE);
      this.isShown = false;
    }
  }
}
