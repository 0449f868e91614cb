export { type ComposedEstate, composeEstate } from "./compose";
export { describeEstate } from "./describe";
export { defineEstate, type Estate, EstateError, parseEstate } from "./estate";
