import { rmSync } from "node:fs";
import { App, TerraformStack, Testing } from "cdktf";
import { check, isProven, readSource, reportText, type Source } from "../guard";
import type { Jurisdiction } from "../jurisdiction";

declare global {
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: the parameter list must match the one it extends
    interface Matchers<R, T = {}> {
      /**
       * Passes where the guard proves that everything in the stack lies in `jurisdiction`.
       *
       * Takes a `TerraformStack`, which it synthesizes with its whole app, or the path of a
       * `cdktf.out` folder or a Terraform JSON file.
       */
      toStayWithin(jurisdiction: Jurisdiction): R;
    }
  }
}

/** The day of a matcher's result. Fixed: a test must not turn red because a day has passed. */
const AS_OF = "1970-01-01";

/**
 * The matcher itself, for runners that have an `expect.extend` of their own.
 *
 * @param received a `TerraformStack`, or the path of a `cdktf.out` folder or a Terraform JSON file
 * @throws {TypeError} when `received` is neither
 */
export function toStayWithin(received: unknown, jurisdiction: Jurisdiction) {
  const result = check(sourceOf(received), { jurisdiction, asOf: AS_OF });
  return {
    pass: isProven(result),
    message: () =>
      isProven(result)
        ? `expected something outside ${jurisdiction.name} or unproven, but all is proven inside:\n${reportText(result)}`
        : `expected all to stay within ${jurisdiction.name}:\n${reportText(result)}`,
  };
}

function sourceOf(received: unknown): Source {
  if (typeof received === "string") {
    return readSource(received);
  }
  if (TerraformStack.isStack(received)) {
    return sourceOfApp(received);
  }
  throw new TypeError(
    `toStayWithin takes a TerraformStack or a path, got ${received === null ? "null" : typeof received}`,
  );
}

/** All stacks of the app, since one may refer to what another makes. */
function sourceOfApp(stack: TerraformStack): Source {
  const stacks = App.of(stack)
    .node.findAll()
    .filter((construct) => TerraformStack.isStack(construct));
  // As App.synth does: a reference to another stack becomes a remote state, on both sides.
  for (const each of stacks) {
    each.prepareStack();
  }
  const sources = stacks.map((each) => {
    const outdir = Testing.fullSynth(each);
    try {
      return readSource(outdir);
    } finally {
      rmSync(outdir, { recursive: true });
    }
  });
  const modules = new Map(sources.flatMap((source) => [...(source.modules ?? [])]));
  return {
    documents: sources.flatMap(({ documents }) => documents),
    unread: sources.flatMap(({ unread }) => unread),
    ...(modules.size === 0 ? {} : { modules }),
  };
}
