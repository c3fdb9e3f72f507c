import { createHash } from "node:crypto";
import type { Decision } from "@goodfaith/clauses";

/** SHA-256 of a decision's JSON: the same inputs give the same bytes, so the same digest. */
export const decisionDigest = (decision: Decision): string =>
  createHash("sha256").update(JSON.stringify(decision)).digest("hex");
