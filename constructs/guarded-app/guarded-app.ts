import { rmSync } from "node:fs";
import { join } from "node:path";
import { App, type AppConfig } from "cdktf";
import { type CheckResult, type ProveOptions, proveOutput } from "../../guard";
import { recordSourceLines } from "./source-lines";

/** An app whose synthesis ends with the proof that all of it lies inside. */
export class GuardedApp extends App {
  /**
   * @param config `stackTraces: false` leaves out of the JSON which line of the sources made what
   */
  constructor(config: AppConfig = {}) {
    super(config);
    recordSourceLines(this);
  }

  /**
   * Synthesizes every stack and judges the written JSON.
   *
   * @returns the result; the caller decides what a failure ends
   */
  synthProven(options: ProveOptions): CheckResult {
    // A manifest of an earlier run would vouch for JSON that this run may leave half written.
    rmSync(join(this.outdir, "manifest.json"), { force: true });
    this.synth();
    return proveOutput(this.outdir, options);
  }
}
