import { argumentInside } from "./argument-inside";
import { moduleProven } from "./module-proven";
import { providerInside } from "./provider-inside";
import { resourceInside } from "./resource-inside";
import type { Rule } from "./rule";
import { stateInside } from "./state-inside";

/**
 * Every rule of the guard, by name. A new rule is added here, has a page beside its file and a test
 * beside the others; the conventions test fails where one of the three is missing.
 */
export const RULES: readonly Rule[] = [
  argumentInside,
  moduleProven,
  providerInside,
  resourceInside,
  stateInside,
];

/** Finds with this id are made by the engine itself, when it reads the input. */
export const UNREAD_FILE_RULE = "file-read";
