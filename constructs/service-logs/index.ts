export { claimServiceLog } from "./claim";
