import { type Cloud, type Jurisdiction, nearest, Region } from "../../jurisdiction";
import { asString, type Json, own } from "../json/json";
import type { Block, Stack } from "../model/block";
import { hasTemplate, soleExpression } from "../model/template";
import type { Status } from "../result";
import { evaluate } from "./evaluate";
import { globalService } from "./global-services";

/** Where a block lies. */
export interface Place {
  readonly status: Status;
  /** The regions it can lie in; empty where none is proven. */
  readonly regions: readonly Region[];
  /** What it says of its region, for messages; empty where it says nothing. */
  readonly value: string;
  /** JSON pointer of the value that decides. */
  readonly pointer: string;
  /** One sentence: what proves the region, or why nothing does. */
  readonly evidence: string;
}

/** Resource type prefixes of the two clouds; each is also the provider's local name by default. */
const CLOUD_OF_PREFIX: Readonly<Record<string, Cloud>> = { oci: "oci", aws: "aws" };

/**
 * Providers whose resources exist in the Terraform state alone: they reach no service and store
 * nothing elsewhere, so that the state's own place is theirs. `local` and `external` are not among
 * them: they write files and run programs.
 */
const STATE_ONLY_PREFIXES = new Set(["random", "time", "null", "terraform", "tls", "assert"]);

/** Resolves places of one stack's blocks; each provider configuration once. */
export class Placer {
  private readonly providers = new Map<string, readonly Block[]>();
  private readonly memo = new Map<Block, Place>();

  constructor(
    private readonly stack: Stack,
    private readonly jurisdiction: Jurisdiction,
  ) {
    for (const block of stack.blocks) {
      if (block.kind === "provider") {
        this.providers.set(block.name, [...(this.providers.get(block.name) ?? []), block]);
      }
    }
  }

  /** Where `block` lies: a resource, a data source or a provider configuration. */
  placeOf(block: Block): Place {
    const known = this.memo.get(block);
    if (known !== undefined) {
      return known;
    }
    const place = block.kind === "provider" ? this.ofProvider(block) : this.ofResource(block);
    this.memo.set(block, place);
    return place;
  }

  private ofProvider(block: Block): Place {
    const localName = block.type;
    const cloud = CLOUD_OF_PREFIX[localName];
    const pointer = `${block.pointer}/region`;
    if (cloud === undefined) {
      return STATE_ONLY_PREFIXES.has(localName)
        ? stateOnly(block.pointer)
        : unproven(
            block.pointer,
            localName,
            `nothing is known about where the provider ${localName} keeps data`,
          );
    }
    const region = own(block.body, "region");
    if (region === undefined) {
      return unproven(
        block.pointer,
        "",
        `${block.address} sets no region: the environment or a profile of whoever runs Terraform decides`,
      );
    }
    return this.ofRegionValue(region, cloud, pointer, `${block.address} sets`);
  }

  private ofResource(block: Block): Place {
    const prefix = block.type.split("_", 1)[0] ?? "";
    const cloud = CLOUD_OF_PREFIX[prefix];
    if (STATE_ONLY_PREFIXES.has(prefix) && block.type !== "terraform_remote_state") {
      return stateOnly(block.pointer);
    }
    const service = block.kind === "resource" ? globalService(block.type) : undefined;
    if (service?.keeps === "edge") {
      return {
        status: "outside",
        regions: [],
        value: "edge locations worldwide",
        pointer: block.pointer,
        evidence: service.says,
      };
    }
    // Since version 6 the AWS provider lets a resource name a region of its own; it is stronger.
    const region = cloud === "aws" ? own(block.body, "region") : undefined;
    if (cloud !== undefined && region !== undefined && region !== null) {
      return this.ofRegionValue(
        region,
        cloud,
        `${block.pointer}/region`,
        "its own region argument says",
      );
    }
    const place = this.ofProviderReference(block, prefix);
    return service === undefined || place.status !== "inside"
      ? place
      : { ...place, evidence: `${place.evidence}; ${service.says}` };
  }

  private ofProviderReference(block: Block, prefix: string): Place {
    const written = own(block.body, "provider");
    const name = written === undefined ? prefix : providerName(written);
    const pointer = written === undefined ? block.pointer : `${block.pointer}/provider`;
    if (name === undefined) {
      return unproven(
        pointer,
        JSON.stringify(written),
        "its provider argument is no provider reference",
      );
    }
    const [provider, ...others] = this.providers.get(name) ?? [];
    if (provider === undefined) {
      return unproven(
        pointer,
        name,
        written === undefined
          ? `it names no provider and there is no default provider configuration ${name}`
          : `it uses the provider configuration ${name}, which does not exist`,
      );
    }
    const place = this.placeOf(provider);
    if (others.some((other) => !sameRegions(this.placeOf(other), place))) {
      return unproven(
        pointer,
        name,
        `there are several provider configurations ${name}, in different regions`,
      );
    }
    return { ...place, evidence: place.evidence };
  }

  private ofRegionValue(value: Json, cloud: Cloud, pointer: string, says: string): Place {
    const result = evaluate(value, this.stack);
    if (!result.known) {
      const text = asString(value) ?? JSON.stringify(value);
      return unproven(pointer, text, `${says} a region that is not in the file: ${result.reason}`);
    }
    const regions: Region[] = [];
    for (const id of result.values) {
      const region = Region.find(id);
      if (region === undefined || region.cloud !== cloud) {
        return unproven(pointer, id, `${says} ${quote(id)}, ${notARegion(id, cloud)}`);
      }
      regions.push(region);
    }
    if (regions.length === 0) {
      return unproven(pointer, "", `${says} a region whose validation admits no value`);
    }
    const names = regions.map(String).join(" or ");
    const via = result.via === "" ? "" : `, by ${result.via}`;
    const inside = regions.every((region) => this.jurisdiction.allows(region));
    return {
      status: inside ? "inside" : "outside",
      regions,
      value: names,
      pointer,
      evidence: `${says} region ${names}${via}`,
    };
  }
}

function sameRegions(a: Place, b: Place): boolean {
  return a.regions.map(String).join() === b.regions.map(String).join() && a.status === b.status;
}

/** `oci.us-ashburn-1` of a provider argument, which may also be written as a template. */
function providerName(value: Json): string | undefined {
  if (typeof value !== "string") {
    return undefined;
  }
  return hasTemplate(value) ? soleExpression(value) : value;
}

function notARegion(id: string, cloud: Cloud): string {
  const others = Region.all(cloud).map(String);
  const [suggestion] = nearest(id, others, 1);
  const name = cloud === "oci" ? "OCI" : "AWS";
  return `which is no ${name} region that is known${suggestion === undefined ? "" : ` (nearest: ${suggestion})`}`;
}

function quote(text: string): string {
  return JSON.stringify(text);
}

function unproven(pointer: string, value: string, evidence: string): Place {
  return { status: "unproven", regions: [], value, pointer, evidence };
}

function stateOnly(pointer: string): Place {
  return {
    status: "inside",
    regions: [],
    value: "",
    pointer,
    evidence: "exists only in the Terraform state",
  };
}
