/** What a reporter may be told besides the result. A reporter takes what concerns it. */
export interface ReportOptions {
  /**
   * Whether the reader sees colours: a terminal, and nobody has asked for none.
   * @default false
   */
  readonly colour?: boolean;
  /**
   * Width of the reader's terminal, in columns.
   * @default lines are as long as what they say
   */
  readonly columns?: number;
  /**
   * Version of the tool that made the result.
   * @default not named
   */
  readonly toolVersion?: string;
  /**
   * Folder of the project whose source lines the result names, relative to the root of the
   * repository, with forward slashes: where the project is a folder of a larger repository.
   * @default the project is the repository
   */
  readonly sourceRoot?: string;
  /**
   * Folder that the files of the result are relative to, itself relative to the root of the
   * repository: `cdktf.out`.
   * @default unknown
   */
  readonly inputRoot?: string;
}
