import type { myAccount } from "@goodfaith/platform/contract";
import type { z } from "zod";

export type Account = z.output<Extract<(typeof myAccount)["output"], z.ZodType>>;
