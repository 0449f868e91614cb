export { ResourcePrincipals } from "./resource-principals";
