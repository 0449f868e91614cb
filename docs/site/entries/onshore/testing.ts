/**
 * The jest matcher `toStayWithin`. Importing it is all that a test file needs.
 *
 * @module
 */
export * from "../../../../testing";
