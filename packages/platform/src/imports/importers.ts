import { never } from "../kernel/never.ts";
import { terms } from "../terms/index.ts";
import { claimsImporter } from "./claims.ts";
import type { ImportKind } from "./contract.ts";
import type { Importer } from "./importer.ts";
import { partiesImporter } from "./parties.ts";
import { policiesImporter } from "./policies.ts";

/** Hands the importer of one kind to `use`. Made when asked for: the columns of policies follow the vocabulary. */
export const withImporter = <T>(kind: ImportKind, use: <R>(importer: Importer<R>) => T): T => {
  switch (kind) {
    case "parties":
      return use(partiesImporter);
    case "policies":
      return use(policiesImporter(terms));
    case "claims":
      return use(claimsImporter(terms));
    default:
      return never(kind);
  }
};
