import { AWS_ARGUMENTS } from "./arguments-aws";
import { OCI_ARGUMENTS } from "./arguments-oci";
import { Classifier } from "./classify";
import { FLOW_POLICIES, type FlowClass } from "./flow-class";

/** What a catalogue file holds: the class of each argument that is no `none`, by type and path. */
export type CatalogueFile = Readonly<Record<string, Readonly<Record<string, FlowClass>>>>;

/** An argument of a resource type whose value a rule must look at. */
export interface FlowArgument {
  /** Block and argument names from the block's body on. */
  readonly path: readonly string[];
  readonly class: FlowClass;
}

interface Catalogue {
  readonly file: CatalogueFile;
  readonly classifier: Classifier;
}

const loaded = new Map<string, Catalogue>();

/** Loads a cloud's catalogue when the first of its types is met: most configurations need one. */
function catalogueOf(type: string): Catalogue | undefined {
  const cloud = type.startsWith("oci_") ? "oci" : type.startsWith("aws_") ? "aws" : undefined;
  if (cloud === undefined) {
    return undefined;
  }
  let catalogue = loaded.get(cloud);
  if (catalogue === undefined) {
    catalogue =
      cloud === "oci"
        ? { file: require("./catalogue-oci.json"), classifier: new Classifier(OCI_ARGUMENTS) }
        : { file: require("./catalogue-aws.json"), classifier: new Classifier(AWS_ARGUMENTS) };
    loaded.set(cloud, catalogue);
  }
  return catalogue;
}

/** Null stands for a type that the catalogue does not hold. */
const argumentsByType = new Map<string, readonly FlowArgument[] | null>();

/**
 * The arguments of a resource type through which data, keys, copies or logs reach another place;
 * undefined where the catalogue does not hold the type, empty where it has no such argument.
 */
export function flowArguments(type: string): readonly FlowArgument[] | undefined {
  let found = argumentsByType.get(type);
  if (found === undefined) {
    const file = catalogueOf(type)?.file ?? {};
    const entry = Object.hasOwn(file, type) ? file[type] : undefined;
    found = entry === undefined ? null : judgedArguments(entry);
    argumentsByType.set(type, found);
  }
  return found ?? undefined;
}

function judgedArguments(entry: Readonly<Record<string, FlowClass>>): readonly FlowArgument[] {
  return Object.entries(entry)
    .filter(([, flow]) => FLOW_POLICIES[flow] !== undefined)
    .map(([path, flow]) => ({ path: path.split("."), class: flow }));
}

/** Arguments of data sources that decide where something lies, under names that tell it of no other. */
const OF_DATA: Readonly<Record<string, FlowClass>> = {
  "aws_networkmanager_core_network_policy_document.core_network_configuration.edge_locations.location":
    "region",
};

const classes = new Map<string, Map<string, FlowClass>>();

/**
 * The class of any argument, also of one that the catalogue does not hold, such as a newer
 * provider's: the names that classify the catalogue classify it too.
 */
export function flowClass(type: string, path: string): FlowClass {
  let ofType = classes.get(type);
  if (ofType === undefined) {
    ofType = new Map();
    classes.set(type, ofType);
  }
  let found = ofType.get(path);
  if (found === undefined) {
    const name = `${type}.${path}`;
    found = Object.hasOwn(OF_DATA, name)
      ? OF_DATA[name]
      : catalogueOf(type)?.classifier.classify(type, path)?.class;
    found ??= "none";
    ofType.set(path, found);
  }
  return found;
}
