import { asString, isObject, type Json, type JsonObject, own } from "../../json/json";
import { appendToken } from "../../json/pointer";
import type { SourceDocument } from "../../read/source";
import type { Block, CalledModule, Input, Stack } from "../block";
import { collectLeaves, NO_LEAVES } from "../collect";
import { providerOfSource } from "../providers";
import { isAbridged, toBlockBody, toTemplate } from "./expressions";
import { plannedBody } from "./planned-body";

/**
 * Turns a plan into stacks of blocks: one for the root module and one for each instance of a called
 * module. Bodies hold the planned values; what is known only after apply stands in them as the
 * expression that the configuration gives, as far as the plan tells it.
 *
 * Source: Terraform documentation, JSON output format, format version 1.2.
 */
export function buildPlan(document: SourceDocument): readonly Stack[] {
  return new PlanBuilder(document).build();
}

/** One module of the configuration, without its instances. */
interface Configured {
  readonly json: JsonObject;
  readonly pointer: string;
  readonly resources: ReadonlyMap<string, { readonly json: JsonObject; readonly pointer: string }>;
}

interface Change {
  readonly after: Json;
  readonly unknown: Json;
  readonly pointer: string;
}

class PlanBuilder {
  private readonly configuration: JsonObject;
  private readonly changes = new Map<string, Change>();
  /** Planned or read objects by address: those of `planned_values` first. */
  private readonly seen = new Set<string>();
  private readonly modules = new Map<string, PlannedModule>();

  constructor(private readonly document: SourceDocument) {
    this.configuration = object(own(document.json, "configuration"));
    each(own(document.json, "resource_changes"), "/resource_changes", (change, pointer) => {
      const address = asString(own(change, "address"));
      const inner = object(own(change, "change"));
      if (address !== undefined) {
        this.changes.set(address, {
          after: own(inner, "after") ?? null,
          unknown: own(inner, "after_unknown") ?? null,
          pointer: `${pointer}/change/after`,
        });
      }
    });
  }

  build(): readonly Stack[] {
    const root = new PlannedModule("", configured(own(this.configuration, "root_module")));
    this.modules.set("", root);
    this.addProviders(root);
    this.addProvisioners(root.configured, "", root);
    this.addActions(root);
    const { json } = this.document;
    for (const [name, of] of [
      ["planned_values", object(own(json, "planned_values"))],
      ["prior_state", object(own(object(own(json, "prior_state")), "values"))],
    ] as const) {
      const pointer = name === "prior_state" ? "/prior_state/values" : `/${name}`;
      const isPrior = name === "prior_state";
      this.addModule(object(own(of, "root_module")), `${pointer}/root_module`, isPrior, 0);
    }
    this.addOtherChanges();
    return this.assemble();
  }

  /** The objects of a module in `planned_values`, or the data sources in `prior_state`. */
  private addModule(json: JsonObject, pointer: string, isPrior: boolean, depth: number): void {
    const address = asString(own(json, "address")) ?? "";
    each(own(json, "resources"), `${pointer}/resources`, (resource, at) => {
      if (!isPrior || own(resource, "mode") === "data") {
        this.addObject(resource, own(resource, "values") ?? null, `${at}/values`, address, isPrior);
      }
    });
    if (depth < MAX_DEPTH) {
      each(own(json, "child_modules"), `${pointer}/child_modules`, (child, at) => {
        this.addModule(child, at, isPrior, depth + 1);
      });
    }
  }

  /** What is changed and stands in no list of values: a plan that was cut, or is of another form. */
  private addOtherChanges(): void {
    each(own(this.document.json, "resource_changes"), "/resource_changes", (change) => {
      const address = asString(own(change, "address"));
      const known = address === undefined ? undefined : this.changes.get(address);
      if (address !== undefined && isObject(known?.after)) {
        const module = asString(own(change, "module_address")) ?? "";
        this.addObject(change, known.after, known.pointer, module, false);
      }
    });
  }

  private addObject(
    json: JsonObject,
    values: Json,
    pointer: string,
    moduleAddress: string,
    isPrior: boolean,
  ): void {
    const address = asString(own(json, "address")) ?? "";
    const module = this.moduleAt(moduleAddress);
    const type = asString(own(json, "type")) ?? "";
    const name = asString(own(json, "name")) ?? "";
    const isData = own(json, "mode") === "data";
    const relative = `${isData ? "data." : ""}${type}.${name}`;
    const config = module.configured.resources.get(relative);
    // The prior state may hold a data source that the configuration has no more.
    if (this.seen.has(address) || (isPrior && config === undefined)) {
      return;
    }
    this.seen.add(address);
    const expressions = object(own(config?.json ?? {}, "expressions"));
    const change = this.changes.get(address);
    const body = plannedBody(values, change?.unknown ?? null, expressions, {
      // What a data source found is no statement of where it reads.
      onlyConfigured: isPrior,
    });
    const key = asString(own(config?.json ?? {}, "provider_config_key"));
    const block: Block = {
      kind: isData ? "data" : "resource",
      stack: this.document.stack,
      file: this.document.file,
      address,
      type,
      name,
      pointer,
      body,
      constructPath: undefined,
      providerKey: {
        name: key ?? "",
        pointer: key === undefined ? pointer : `${config?.pointer}/provider_config_key`,
      },
      ...collectLeaves(body, pointer),
    };
    module.blocks.push(block);
    // A reference without an index means each instance; all are judged where they stand.
    for (const known of [
      relative,
      address.slice(moduleAddress === "" ? 0 : moduleAddress.length + 1),
    ]) {
      if (!module.byAddress.has(known)) {
        module.byAddress.set(known, block);
      }
    }
  }

  private moduleAt(address: string): PlannedModule {
    const known = this.modules.get(address);
    if (known !== undefined) {
      return known;
    }
    const path = callPath(address);
    let found = this.modules.get("")?.configured ?? configured(undefined);
    for (const name of path) {
      const calls = object(own(found.json, "module_calls"));
      const call = object(own(calls, name));
      const pointer = `${appendToken(`${found.pointer}/module_calls`, name)}/module`;
      found = configured(own(call, "module"), pointer);
    }
    const module = new PlannedModule(address, found);
    this.modules.set(address, module);
    return module;
  }

  private addProviders(root: PlannedModule): void {
    const providers = object(own(this.configuration, "provider_config"));
    for (const key of Object.keys(providers)) {
      const json = object(own(providers, key));
      const expressions = object(own(json, "expressions"));
      const pointer = `${appendToken("/configuration/provider_config", key)}/expressions`;
      const source = asString(own(json, "full_name")) ?? asString(own(json, "name")) ?? key;
      const configured = toBlockBody(expressions);
      const alias = asString(own(json, "alias"));
      const body = alias === undefined ? configured : { ...configured, alias };
      root.blocks.push({
        kind: "provider",
        stack: this.document.stack,
        file: this.document.file,
        address: `provider.${key}`,
        type: providerOfSource(source),
        name: key,
        pointer,
        body,
        constructPath: undefined,
        isAbridged: isAbridged(own(expressions, "region")),
        ...collectLeaves(configured, pointer),
      });
    }
  }

  /** Commands that Terraform runs beside the resources: a plan holds them in the configuration alone. */
  private addProvisioners(
    module: Configured,
    prefix: string,
    into: PlannedModule,
    depth = 0,
  ): void {
    for (const [relative, { json, pointer }] of module.resources) {
      const provisioners = own(json, "provisioners");
      if (provisioners !== undefined) {
        const list: Json[] = [];
        each(provisioners, "", (provisioner) => {
          list.push({ expressions: toBlockBody(object(own(provisioner, "expressions"))) });
        });
        const at = `${pointer}/provisioners`;
        const body = { provisioners: list };
        into.blocks.push({
          kind: "document",
          stack: this.document.stack,
          file: this.document.file,
          address: `${prefix}${relative}`,
          type: "provisioner",
          name: "",
          pointer: at,
          body,
          constructPath: undefined,
          ...collectLeaves(list, at),
        });
      }
    }
    const calls = object(own(module.json, "module_calls"));
    for (const name of depth < MAX_DEPTH ? Object.keys(calls) : []) {
      const pointer = `${appendToken(`${module.pointer}/module_calls`, name)}/module`;
      const child = configured(own(object(own(calls, name)), "module"), pointer);
      this.addProvisioners(child, `${prefix}module.${name}.`, into, depth + 1);
    }
  }

  /**
   * Actions that Terraform invokes when the plan is applied. The plan says of them what they are given,
   * and not which provider configuration they use.
   *
   * Source: plans of Terraform 1.14, which no page of its documentation describes yet.
   */
  private addActions(into: PlannedModule): void {
    each(own(this.document.json, "action_invocations"), "/action_invocations", (action, at) => {
      const pointer = `${at}/config_values`;
      const body = plannedBody(own(action, "config_values") ?? null, null, {}, ALL);
      into.blocks.push({
        kind: "document",
        stack: this.document.stack,
        file: this.document.file,
        address: asString(own(action, "address")) ?? "action",
        type: asString(own(action, "type")) ?? "",
        name: asString(own(action, "name")) ?? "",
        pointer,
        body,
        constructPath: undefined,
        ...collectLeaves(body, pointer),
      });
    });
  }

  private assemble(): readonly Stack[] {
    const root = this.modules.get("") as PlannedModule;
    const stacks = new Map<string, Stack>();
    const modulesOf = new Map<string, Map<string, CalledModule>>();
    const make = (module: PlannedModule): Stack => {
      const made = stacks.get(module.address);
      if (made !== undefined) {
        return made;
      }
      const children = new Map<string, CalledModule>();
      modulesOf.set(module.address, children);
      const parentAddress = parentOf(module.address);
      const parent = parentAddress === undefined ? undefined : make(this.moduleAt(parentAddress));
      const call = this.callOf(module);
      this.addOutputs(module);
      const stack: Stack = {
        name: this.document.stack,
        blocks: module.blocks,
        byAddress: module.byAddress,
        origin: "plan",
        modules: children,
        ...(parent === undefined || call === undefined
          ? { inputs: this.variables() }
          : { parent, call, inputs: this.arguments(call, parent) }),
      };
      stacks.set(module.address, stack);
      if (parentAddress !== undefined) {
        const label = callPath(module.address).at(-1) ?? "";
        const siblings = modulesOf.get(parentAddress);
        if (siblings?.has(label) === false) {
          siblings.set(label, { stack });
        }
      }
      return stack;
    };
    make(root);
    for (const module of [...this.modules.values()]) {
      make(module);
    }
    return [...stacks.values()];
  }

  /** A value of a variable is fixed by the plan that is applied. */
  private variables(): ReadonlyMap<string, Input> {
    const variables = object(own(this.document.json, "variables"));
    const inputs = new Map<string, Input>();
    for (const name of Object.keys(variables)) {
      const value = own(object(own(variables, name)), "value");
      if (value !== undefined) {
        inputs.set(name, { value });
      }
    }
    return inputs;
  }

  /** The call of a module; it is no subject of its own, for its resources are written out. */
  private callOf(module: PlannedModule): Block | undefined {
    const parent = parentOf(module.address);
    if (parent === undefined) {
      return undefined;
    }
    const label = callPath(module.address).at(-1) ?? "";
    const { json, pointer } = this.moduleAt(parent).configured;
    const call = object(own(object(own(json, "module_calls")), label));
    const body = toBlockBody(object(own(call, "expressions")));
    for (const name of ["for_each", "count"]) {
      const expression = own(call, `${name}_expression`);
      if (expression !== undefined) {
        body[name] = toTemplate(expression);
      }
    }
    return {
      kind: "module",
      stack: this.document.stack,
      file: this.document.file,
      address: module.address,
      type: "module",
      name: label,
      pointer: `${appendToken(`${pointer}/module_calls`, label)}/expressions`,
      body,
      constructPath: undefined,
      ...NO_LEAVES,
    };
  }

  private arguments(call: Block, parent: Stack): ReadonlyMap<string, Input> {
    const inputs = new Map<string, Input>();
    for (const name of Object.keys(call.body)) {
      if (name !== "for_each" && name !== "count") {
        const value = own(call.body, name) as Json;
        inputs.set(name, { value, from: { stack: parent, block: call } });
      }
    }
    return inputs;
  }

  /** Outputs are followed, not judged: an output places nothing. */
  private addOutputs(module: PlannedModule): void {
    const outputs = object(own(module.configured.json, "outputs"));
    for (const name of Object.keys(outputs)) {
      const expression = own(object(own(outputs, name)), "expression");
      if (expression !== undefined) {
        module.byAddress.set(`output.${name}`, {
          kind: "output",
          stack: this.document.stack,
          file: this.document.file,
          address: `${module.address === "" ? "" : `${module.address}.`}output.${name}`,
          type: "output",
          name,
          pointer: appendToken(`${module.configured.pointer}/outputs`, name),
          body: { value: toTemplate(expression) },
          constructPath: undefined,
          ...NO_LEAVES,
        });
      }
    }
  }
}

class PlannedModule {
  readonly blocks: Block[] = [];
  readonly byAddress = new Map<string, Block>();

  constructor(
    readonly address: string,
    readonly configured: Configured,
  ) {}
}

/** Every value counts, and not only those that the configuration sets. */
const ALL = { onlyConfigured: false };

/** Deeper than any honest nesting of modules. */
const MAX_DEPTH = 16;

function configured(value: Json | undefined, pointer = "/configuration/root_module"): Configured {
  const json = object(value);
  const resources = new Map<string, { json: JsonObject; pointer: string }>();
  each(own(json, "resources"), `${pointer}/resources`, (resource, at) => {
    const type = asString(own(resource, "type")) ?? "";
    const name = asString(own(resource, "name")) ?? "";
    const isData = own(resource, "mode") === "data";
    resources.set(`${isData ? "data." : ""}${type}.${name}`, { json: resource, pointer: at });
  });
  return { json, pointer, resources };
}

/** `a` and `b` of `module.a["x.y"].module.b[0]`. */
function callPath(address: string): readonly string[] {
  const bare = address.replace(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, "");
  return bare.split(".").filter((_part, index) => index % 2 === 1);
}

/** Address of the module that calls the one at `address`; undefined for the root module. */
function parentOf(address: string): string | undefined {
  if (address === "") {
    return undefined;
  }
  const last = /(?:^|\.)module\.[^."[\]]+(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?$/.exec(address);
  return last === null ? "" : address.slice(0, last.index);
}

function object(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function each(
  list: Json | undefined,
  pointer: string,
  visit: (item: JsonObject, pointer: string) => void,
): void {
  if (Array.isArray(list)) {
    for (const [index, item] of (list as readonly Json[]).entries()) {
      if (isObject(item)) {
        visit(item, appendToken(pointer, index));
      }
    }
  }
}
