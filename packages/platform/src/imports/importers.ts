import { never } from "../kernel/never.ts";
import { type TermsLibrary, terms } from "../terms/index.ts";
import { claimsImporter } from "./claims.ts";
import type { ImportKind } from "./contract.ts";
import type { Importer } from "./importer.ts";
import { partiesImporter } from "./parties.ts";
import { policiesImporter } from "./policies.ts";

/** Hands the importer of one kind to `use`, over the documents of `library`. Made when asked for: the columns of policies follow the vocabulary. */
export const withImporter = <T>(
  kind: ImportKind,
  use: <R>(importer: Importer<R>) => T,
  library: TermsLibrary = terms,
): T => {
  switch (kind) {
    case "parties":
      return use(partiesImporter);
    case "policies":
      return use(policiesImporter(library));
    case "claims":
      return use(claimsImporter(library));
    default:
      return never(kind);
  }
};
