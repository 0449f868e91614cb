import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Synthesized } from "./synth";

const REGISTRY = "registry.terraform.io";

type Json = Record<string, unknown>;

/**
 * Why `terraform validate` cannot run here; undefined where it can.
 *
 * @param source of the provider, `hashicorp/aws`
 */
export function whyNoTerraform(source: string): string | undefined {
  const mirror = process.env.ONSHORE_TF_MIRROR;
  if (mirror === undefined || mirror === "") {
    return "ONSHORE_TF_MIRROR names no provider mirror";
  }
  if (versionsOf(mirror, source).length === 0) {
    return `the mirror holds no ${source}`;
  }
  return spawnSync("terraform", ["version"]).status === 0 ? undefined : "there is no terraform";
}

/** What terraform says of one synthesized stack; empty where it is valid. */
export function validateStack(folder: string, synthesized: Synthesized, source: string): string[] {
  const mirror = process.env.ONSHORE_TF_MIRROR ?? "";
  const version = versionsOf(mirror, source).at(-1) ?? "";
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(adapt(synthesized, source, version)));
  const config = join(folder, "mirror.tfrc");
  writeFileSync(
    config,
    `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`,
  );
  const run = (args: readonly string[]) =>
    spawnSync("terraform", args, {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, TF_CLI_CONFIG_FILE: config, CHECKPOINT_DISABLE: "1" },
    });
  const init = run(["init", "-backend=false", "-input=false", "-no-color"]);
  if (init.status !== 0) {
    return [init.stderr];
  }
  const { stdout, stderr } = run(["validate", "-json"]);
  if (!stdout.startsWith("{")) {
    return [stderr];
  }
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { severity: string; summary: string; detail: string; address?: string }[];
  };
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ summary, detail, address }) => `${address ?? ""}: ${summary}: ${detail}`);
}

/** Reads what an app wrote for the stack `name`. */
export function stackJson(outdir: string, name: string): Synthesized {
  return JSON.parse(readFileSync(join(outdir, "stacks", name, "cdk.tf.json"), "utf8"));
}

function versionsOf(mirror: string, source: string): string[] {
  const folder = join(mirror, REGISTRY, source);
  return existsSync(folder) ? readdirSync(folder).sort(byVersion) : [];
}

function byVersion(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}

/**
 * The configuration as the mirrored version of the provider understands it.
 *
 * Version 5 of the AWS provider has no `region` argument of a resource, and wants an agent in an
 * object storage location of DataSync: the first is left out and the second filled in. With version 6
 * nothing but the version is changed.
 */
function adapt(json: Synthesized, source: string, version: string): Json {
  const local = source.split("/")[1] ?? "";
  const copy = structuredClone(json);
  copy.terraform.required_providers[local] = { source, version };
  delete copy.terraform.backend;
  // The stack is validated by itself: what another stack's state would give is not asked for.
  delete copy.terraform.required_version;
  if (source === "hashicorp/aws" && Number.parseInt(version, 10) < 6) {
    for (const [type, resources] of Object.entries<Record<string, Json>>(copy.resource ?? {})) {
      for (const body of Object.values(resources)) {
        if (type.startsWith("aws_")) {
          delete body.region;
        }
        if (type === "aws_datasync_location_object_storage") {
          body.agent_arns ??= [
            "arn:aws:datasync:us-east-1:111122223333:agent/agent-0123456789abcdef0",
          ];
        }
      }
    }
  }
  return copy;
}
