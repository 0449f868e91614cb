export { ServicePolicies } from "./service-policies";
export { lifecycleStatement, replicateStatement, useKeyStatement } from "./statements";
