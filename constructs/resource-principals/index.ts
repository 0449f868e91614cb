export { type PrincipalType, ResourcePrincipals } from "./resource-principals";
