export { claimServiceLog, type ServiceLog } from "./claim";
