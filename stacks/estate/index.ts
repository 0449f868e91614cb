export { defineEstate, EstateError, parseEstate } from "./parse-estate";
export type { Estate } from "./schema";
