export { AwsSourceStack, type AwsSourceStackProps } from "./aws-source-stack";
export { type ComposedEstate, composeEstate } from "./compose";
export { describeEstate } from "./describe";
export { defineEstate, type Estate, EstateError, type EstateInput, parseEstate } from "./estate";
export { EstateStack, type EstateStackProps } from "./estate-stack";
export {
  SingaporeRetirementStack,
  type SingaporeRetirementStackProps,
} from "./singapore-retirement-stack";
export { TenancyStack } from "./tenancy-stack";
export { UsDataStack } from "./us-data-stack";
export { UsRecoveryStack } from "./us-recovery-stack";
