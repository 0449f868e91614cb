export { composeEstate } from "./compose";
export { defineEstate, type Estate, EstateError, type EstateInput, parseEstate } from "./estate";
export { EstateStack, type EstateStackProps } from "./estate-stack";
export { UsDataStack } from "./us-data-stack";
export { UsRecoveryStack } from "./us-recovery-stack";
