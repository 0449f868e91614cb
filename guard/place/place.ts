import { type Cloud, type Jurisdiction, nearest, Region } from "../../jurisdiction";
import { asString, type Json, own } from "../json/json";
import { type Block, type Stack, sets } from "../model/block";
import {
  bindingsOf,
  type ProviderBinding,
  providerNameOf,
  providerOfLocalName,
} from "../model/providers";
import type { Status } from "../result";
import { evaluate } from "./evaluate";
import { type GlobalService, globalService } from "./global-services";

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

/** Providers that call the service of one region, and the cloud that the region is of. */
const CLOUD_OF_PROVIDER: Readonly<Record<string, Cloud>> = { oci: "oci", aws: "aws" };

/**
 * Providers whose resources exist in the Terraform state alone: they reach no service and store
 * nothing elsewhere, so that the state's own place is theirs. `local` and `external` are not among
 * them: they write files and run programs.
 */
const STATE_ONLY_PROVIDERS = new Set(["random", "time", "null", "terraform", "tls", "assert"]);

/** A place, and the file of the blocks that it is given for. */
interface PlainPlace {
  readonly type: string;
  readonly name: string;
  readonly place: Place;
  readonly file: string;
}

/** Resolves places of one stack's blocks; each provider configuration once. */
export class Placer {
  private readonly memo = new Map<Block, Place>();
  /** Places of resources that say no more than their type and their provider configuration. */
  private readonly plain = new Map<string, Map<string, PlainPlace>>();
  /** The one that was asked for last. */
  private last: PlainPlace | undefined;

  constructor(
    private readonly stack: Stack,
    private readonly jurisdiction: Jurisdiction,
  ) {}

  /** Where `block` lies: a resource, a data source or a provider configuration. */
  placeOf(block: Block): Place {
    if (block.kind === "provider") {
      return this.placeOfProvider({ block, stack: this.stack });
    }
    return this.ofPlain(block) ?? this.ofAny(block);
  }

  private ofAny(block: Block): Place {
    let place = this.memo.get(block);
    if (place === undefined) {
      place = this.ofResource(block);
      this.memo.set(block, place);
    }
    return place;
  }

  /**
   * Where a resource lies that names its provider configuration as nearly all do: what decides is
   * asked once for each type and name, and not once for each of very many resources.
   */
  private ofPlain(block: Block): Place | undefined {
    const { providerName: name, type } = block;
    if (
      name === undefined ||
      block.kind !== "resource" ||
      (type.startsWith("aws") && sets(block, "region"))
    ) {
      return undefined;
    }
    // Resources of one type stand together, and most of them name one provider configuration.
    const { last } = this;
    if (last?.type === type && last.name === name && last.file === block.file) {
      return last.place;
    }
    let ofType = this.plain.get(type);
    if (ofType === undefined) {
      ofType = new Map();
      this.plain.set(type, ofType);
    }
    const known = ofType.get(name);
    if (known !== undefined) {
      if (known.file !== block.file) {
        return undefined;
      }
      this.last = known;
      return known.place;
    }
    const place = this.ofAny(block);
    const { pointer, file } = block;
    // What decides must stand outside of the block, and in its file: pointers lead into that.
    if (place.pointer !== pointer && !place.pointer.startsWith(`${pointer}/`)) {
      ofType.set(name, { type, name, place, file });
    }
    return place;
  }

  private placeOfProvider(binding: ProviderBinding): Place {
    let place = this.memo.get(binding.block);
    if (place === undefined) {
      place = this.ofProvider(binding);
      this.memo.set(binding.block, place);
    }
    return place;
  }

  private ofProvider({ block, stack }: ProviderBinding): Place {
    const cloud = cloudOf(block.type);
    if (cloud === undefined) {
      return STATE_ONLY_PROVIDERS.has(block.type)
        ? stateOnly(block.pointer)
        : unproven(
            block.pointer,
            block.type,
            `nothing is known about where the provider ${block.type} keeps data`,
          );
    }
    const region = own(block.body, "region");
    if (region !== undefined) {
      const pointer = `${block.pointer}/region`;
      return this.ofRegionValue(region, cloud, pointer, `${block.address} sets`, { block, stack });
    }
    // A block of an override file that sets no region leaves the one that it changes.
    return block.overrides === undefined
      ? unproven(
          block.pointer,
          "",
          `${block.address} sets no region: the environment or a profile of whoever runs Terraform decides`,
        )
      : { ...this.placeOfProvider({ block: block.overrides, stack }), pointer: block.pointer };
  }

  private ofResource(block: Block): Place {
    const bindings = bindingsOf(block, this.stack);
    const provider = this.providerOf(block, bindings);
    if (STATE_ONLY_PROVIDERS.has(provider) && block.type !== "terraform_remote_state") {
      return stateOnly(block.pointer);
    }
    const service = block.kind === "resource" ? serviceOf(block.type) : undefined;
    if (service?.keeps === "edge") {
      return {
        status: "outside",
        regions: [],
        value: "edge locations worldwide",
        pointer: block.pointer,
        evidence: service.says,
      };
    }
    const prefix = prefixOf(block.type);
    // Since version 6 the AWS provider lets a resource name a region of its own; it is stronger.
    const region = prefix === "aws" ? own(block.body, "region") : undefined;
    // A plan can leave out the provider configuration; the local name `aws` alone may be another's.
    const isOfAws =
      provider === "aws" || (bindings.length === 0 && block.providerKey !== undefined);
    const place =
      region !== undefined && region !== null && isOfAws
        ? this.ofRegionValue(
            region,
            "aws",
            `${block.pointer}/region`,
            "its own region argument says",
            { block, stack: this.stack },
          )
        : this.ofProviderReference(block, prefix, bindings);
    return service === undefined || place.status !== "inside"
      ? place
      : { ...place, evidence: `${place.evidence}; ${service.says}` };
  }

  /** `aws`, `oci`, `random` …: by the provider configuration, or by the local name alone. */
  private providerOf(block: Block, bindings: readonly ProviderBinding[]): string {
    const first = bindings[0];
    if (first !== undefined) {
      return first.block.type;
    }
    const localName = providerNameOf(block)?.split(".", 1)[0] ?? "";
    return providerOfLocalName(localName, this.stack.providerSources);
  }

  private ofProviderReference(
    block: Block,
    prefix: string,
    bindings: readonly ProviderBinding[],
  ): Place {
    const written = own(block.body, "provider");
    if (block.overrides !== undefined && written === undefined) {
      return { ...this.placeOf(block.overrides), pointer: block.pointer };
    }
    const name = providerNameOf(block);
    const pointer = pointerOfProvider(block);
    if (name === undefined) {
      return unproven(
        pointer,
        JSON.stringify(written),
        "its provider argument is no provider reference",
      );
    }
    const first = bindings[0];
    if (first === undefined) {
      return unproven(pointer, name, this.noProvider(block, name));
    }
    if (first.block.type !== prefix && cloudOf(first.block.type) !== undefined) {
      return unproven(
        pointer,
        name,
        `the provider ${first.block.type} of ${first.block.address} has no type ${block.type}`,
      );
    }
    const place = this.placeOfProvider(first);
    if (
      bindings.length > 1 &&
      bindings.some((other) => !sameRegions(this.placeOfProvider(other), place))
    ) {
      return unproven(
        pointer,
        name,
        `there are several provider configurations ${name}, in different regions`,
      );
    }
    // A pointer leads into the file of the block that is placed.
    return first.block.file === block.file ? place : { ...place, pointer };
  }

  private noProvider(block: Block, name: string): string {
    if (block.providerKey !== undefined) {
      return "the plan does not hold its provider configuration";
    }
    if (own(block.body, "provider") === undefined) {
      return `it names no provider and there is no default provider configuration ${name}`;
    }
    return this.stack.parent === undefined || !name.includes(".")
      ? `it uses the provider configuration ${name}, which does not exist`
      : `it uses the provider configuration ${name}, which the module call does not pass`;
  }

  private ofRegionValue(
    value: Json,
    cloud: Cloud,
    pointer: string,
    says: string,
    { block, stack }: ProviderBinding,
  ): Place {
    const result = evaluate(value, stack, block);
    if (!result.known) {
      const text = asString(value) ?? JSON.stringify(value);
      return unproven(pointer, text, `${says} a region that is not in the file: ${result.reason}`);
    }
    const regions: Region[] = [];
    // Sorted: a map's values come in the order of its keys, which must not show in a result.
    for (const id of [...result.values].sort()) {
      const region = Region.find(id);
      if (region === undefined || region.cloud !== cloud) {
        return unproven(pointer, id, `${says} ${quote(id)}, ${notARegion(id, cloud)}`);
      }
      regions.push(region);
    }
    if (regions.length === 0) {
      return unproven(pointer, "", `${says} a region that no value is left for`);
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

const services = new Map<string, GlobalService | undefined>();

/** Asked once a type: an estate has few. */
function serviceOf(type: string): GlobalService | undefined {
  if (!services.has(type)) {
    if (services.size > MAX_SERVICES) {
      services.clear();
    }
    services.set(type, globalService(type));
  }
  return services.get(type);
}

const MAX_SERVICES = 2048;

function cloudOf(provider: string): Cloud | undefined {
  return Object.hasOwn(CLOUD_OF_PROVIDER, provider) ? CLOUD_OF_PROVIDER[provider] : undefined;
}

function prefixOf(type: string): string {
  return type.split("_", 1)[0] ?? "";
}

/** Pointer of what says which provider configuration `block` uses. */
function pointerOfProvider(block: Block): string {
  if (block.providerKey !== undefined) {
    return block.providerKey.pointer;
  }
  return own(block.body, "provider") === undefined ? block.pointer : `${block.pointer}/provider`;
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
