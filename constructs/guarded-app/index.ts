export { GuardedApp } from "./guarded-app";
