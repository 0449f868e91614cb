export * from "./amazon";
export * from "./oracle";
