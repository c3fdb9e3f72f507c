/** Every operation of the platform, as shapes only: what the HTTP layer serves, OpenAPI describes and the browser calls. */
export * from "./access/contract.ts";
export * from "./claims/contract.ts";
export * from "./clocks/contract.ts";
export * from "./consumer/contract.ts";
export * from "./core/contract.ts";
export * from "./imports/contract.ts";
export * from "./kernel/ids.ts";
export * from "./kernel/operation.ts";
export * from "./kernel/problem.ts";
export * from "./messages/contract.ts";
export * from "./payments/contract.ts";
export * from "./people/contract.ts";
export * from "./people/joins/contract.ts";
export * from "./policies/contract.ts";
export * from "./search/contract.ts";
export * from "./terms/contract.ts";
export * from "./today/contract.ts";
