export { defineEstate, EstateError, parseEstate } from "./parse-estate";
export { type Estate, type EstateInput, estateSchema } from "./schema";
