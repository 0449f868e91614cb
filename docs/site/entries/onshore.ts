/**
 * Constructs of Oracle Cloud, the stacks they stand in, and the jurisdictions that both know.
 *
 * @module
 */
export * from "../../../index";
