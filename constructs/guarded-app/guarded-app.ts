import { rmSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import { type CheckResult, type ProveOptions, proveOutput } from "../../guard";

/** An app whose synthesis ends with the proof that all of it lies inside. */
export class GuardedApp extends App {
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
