export * from "./clock.ts";
export * from "./ids.ts";
export * from "./money.ts";
export * from "./never.ts";
export * from "./operation.ts";
export * from "./page.ts";
export * from "./problem.ts";
export * from "./refusal.ts";
