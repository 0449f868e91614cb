/** Where a command writes. Injected, so that a test reads what a user sees. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /**
   * Whether a person reads `out` on a terminal.
   * @default false
   */
  readonly isTerminal?: boolean;
  /**
   * Whether a person reads `err` on a terminal.
   * @default false
   */
  readonly errIsTerminal?: boolean;
  /**
   * Whether that person wants colours.
   * @default true
   */
  readonly colour?: boolean;
  /**
   * Width of the terminal, in columns.
   * @default 80 on a terminal, no limit elsewhere
   */
  readonly columns?: number;
}

/** What else a command is told of where it runs. */
export interface Surroundings {
  /**
   * Version of this tool, for the formats that name it.
   * @default not named
   */
  readonly toolVersion?: string;
  /**
   * File that the summary of a CI job is appended to.
   * @default there is none
   */
  readonly summaryFile?: string;
}
