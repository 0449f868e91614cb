export { GuardedStack, type GuardedStackProps } from "./guarded-stack";
