import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { type IConstruct, Node } from "constructs";
import { type Position, toOriginal } from "./source-maps";

/**
 * How many frames are asked for, until the user's code is among them. Each frame costs, and most
 * resources are made by the user's code itself or by a construct that it calls.
 */
const FRAMES = [8, 64] as const;

/** Type of the metadata that cdktf writes to the JSON as `"//".metadata.stackTrace`. */
const STACK_TRACE = "stacktrace";

/** The folder that holds Onshore's constructs. */
const OWN_FOLDER = join(__dirname, "..") + sep;

/** cdktf's own switch, which `new App({ stackTraces: false })` sets. */
const DISABLED = "@cdktf/disable_stack_trace_in_metadata";

/** What is known of a tree whose elements are given a source line. */
interface Recording {
  /** Where paths start from. */
  readonly folder: string;
  /** Frames as they are written, by position. */
  readonly frames: Map<Position, string | undefined>;
}

/** Recordings by the construct below which they hold. */
const recordings = new WeakMap<IConstruct, Recording>();

/**
 * Lets every Terraform element that is made below `root` from now on carry the file and line of the
 * user's code that made it: the innermost frame that is no constructor of the element itself, as
 * generated bindings have them, and neither in `node_modules` nor one of Onshore's constructs. cdktf writes it to the JSON as `"//".metadata.stackTrace`. An app that was
 * made with `stackTraces: false` is left as it is.
 *
 * Paths are relative to the folder of the nearest `cdktf.json`, or else `package.json`, at or above
 * the file that calls this, so that the same sources give the same JSON wherever they lie.
 *
 * Where the hook does not take, as with a second copy of `constructs`, only the lines are lost.
 */
export function recordSourceLines(root: IConstruct): void {
  if (recordingOf(root) !== undefined || root.node.tryGetContext(DISABLED) === true) {
    return;
  }
  const caller = callerInUserCode(recordSourceLines);
  const folder = projectFolder(caller === undefined ? process.cwd() : dirname(caller.file));
  recordings.set(root, { folder, frames: new Map() });
  hookMetadata();
}

function recordingOf(construct: IConstruct | undefined): Recording | undefined {
  for (let at = construct; at !== undefined; at = at.node.scope) {
    const recording = recordings.get(at);
    if (recording !== undefined) {
      return recording;
    }
  }
  return undefined;
}

/** Marks the prototype, so that a second copy of this file does not hook it again. */
const HOOKED = Symbol.for("onshore.source-lines");

/**
 * `TerraformElement` adds one metadata entry when it is made, and never asks for the stack trace
 * that the entry could have; `constructs` offers no other moment at which both the element and the
 * call that makes it are known.
 */
function hookMetadata(): void {
  const prototype = Node.prototype as Node & { [HOOKED]?: true };
  if (prototype[HOOKED]) {
    return;
  }
  prototype[HOOKED] = true;
  const addMetadata = prototype.addMetadata;
  prototype.addMetadata = function (this: Node, type, data, options) {
    const frame = type === STACK_TRACE && options === undefined ? frameOf(this) : undefined;
    return frame === undefined
      ? addMetadata.call(this, type, data, options)
      : addMetadata.call(this, type, data, { stackTraceOverride: [frame] });
  };
}

/** `stacks/us-data-stack.ts:27:5`, or undefined for an element that nobody asked about. */
function frameOf(node: Node): string | undefined {
  const recording = recordingOf(node.scope);
  if (recording === undefined) {
    return undefined;
  }
  const place = callerInUserCode(Node.prototype.addMetadata, classesOf(node.scopes.at(-1)));
  if (place === undefined) {
    return undefined;
  }
  const { folder, frames } = recording;
  if (!frames.has(place)) {
    frames.set(place, written(place, folder));
  }
  return frames.get(place);
}

function written({ file, line, column }: Position, folder: string): string | undefined {
  const path = relative(folder, file);
  // On Windows a file of another drive has no relative path, and an absolute one differs by machine.
  return isAbsolute(path) ? undefined : `${path.split(sep).join("/")}:${line}:${column}`;
}

/** Names of the classes of `element`, the most general first, by its prototype. */
const classes = new WeakMap<object, readonly string[]>();

function classesOf(element: object | undefined): readonly string[] {
  const prototype = element === undefined ? null : Object.getPrototypeOf(element);
  let names = prototype === null ? [] : classes.get(prototype);
  if (names === undefined) {
    const found: string[] = [];
    for (let at = prototype; at !== null; at = Object.getPrototypeOf(at)) {
      found.unshift(at.constructor?.name ?? "");
    }
    names = found;
    classes.set(prototype, names);
  }
  return names;
}

/** How many of `sites` are the constructors that run one within the other while one object is made. */
function constructorFrames(sites: readonly NodeJS.CallSite[], names: readonly string[]): number {
  let frames = 0;
  let from = 0;
  for (const site of sites) {
    const name = site.isConstructor() ? site.getFunctionName() : null;
    const at = name === null ? -1 : names.indexOf(name, from);
    if (at < 0) {
      break;
    }
    from = at + 1;
    frames += 1;
  }
  return frames;
}

/**
 * The position of the innermost frame of the user's code, below the call of `above`.
 *
 * @param names classes of the object that is being made, whose constructors do not count
 */
function callerInUserCode(
  above: (...args: never[]) => unknown,
  names: readonly string[] = [],
): Position | undefined {
  const { prepareStackTrace, stackTraceLimit } = Error;
  try {
    for (const limit of FRAMES) {
      Error.stackTraceLimit = limit;
      Error.prepareStackTrace = (_error, callSites) => callSites;
      const sites = stackBelow(above) as readonly NodeJS.CallSite[];
      const start = constructorFrames(sites, names);
      const index = sites.findIndex((site, at) => at >= start && isUserCode(site));
      const site = sites[index];
      if (site !== undefined) {
        return toOriginal(site, () => {
          Error.prepareStackTrace = prepareStackTrace;
          const lines = String(stackBelow(above)).trimEnd().split("\n");
          return lines[lines.length - sites.length + index] ?? "";
        });
      }
    }
    return undefined;
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function stackBelow(above: (...args: never[]) => unknown): unknown {
  const holder: { stack?: unknown } = {};
  Error.captureStackTrace(holder, above);
  return holder.stack;
}

/** What was found of each file; an estate has a few dozen. */
const userFiles = new Map<string, boolean>();

function isUserCode(site: NodeJS.CallSite): boolean {
  const file = site.getFileName();
  if (file === null || file === undefined || site.getLineNumber() === null) {
    return false;
  }
  let isUser = userFiles.get(file);
  if (isUser === undefined) {
    isUser =
      (isAbsolute(file) || file.startsWith("file:")) &&
      !/[\\/]node_modules[\\/]/.test(file) &&
      !file.startsWith(OWN_FOLDER);
    userFiles.set(file, isUser);
  }
  return isUser;
}

function projectFolder(start: string): string {
  for (const name of ["cdktf.json", "package.json"]) {
    for (let folder = start; ; folder = dirname(folder)) {
      if (existsSync(join(folder, name))) {
        return folder;
      }
      if (folder === dirname(folder)) {
        break;
      }
    }
  }
  return start;
}
