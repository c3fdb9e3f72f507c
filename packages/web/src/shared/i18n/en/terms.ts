import type { Messages } from "../types.ts";

export const terms: Messages["terms"] = { title: "Terms" };
