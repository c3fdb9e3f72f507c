import { dayText } from "../facts/read.ts";
import { readOrThrow } from "./read.ts";
import type { Resolved } from "./resolve.ts";

/** A document read and found right. Opaque: ask the functions of this package. */
export interface Terms {
  /** family/edition */
  readonly id: string;
  readonly title: string;
  readonly kind: "product" | "programme";
  readonly effective: { readonly from: string | null; readonly to: string | null };
  /** The fact that chooses the edition, or null. */
  readonly governs: string | null;
  readonly source: string | null;
  /** `sha256:…` of the text without BOM, lines ended by LF. */
  readonly digest: string;
  /** The YAML as read (BOM removed, LF), for showing and storing. */
  readonly text: string;
}

const known = new WeakMap<Terms, Resolved>();

/** Reads a document. `file` names it in errors. Throws `TermsError` with every error. */
export function readTerms(yaml: string, options: { readonly file?: string } = {}): Terms {
  return termsOf(readOrThrow(yaml, options.file ?? "terms"));
}

export function termsOf(resolved: Resolved): Terms {
  const { doc } = resolved;
  const terms: Terms = Object.freeze({
    id: doc.id,
    title: doc.title,
    kind: doc.kind,
    effective: { from: dayText(doc.effective.from), to: dayText(doc.effective.to) },
    governs: doc.governs,
    source: doc.source,
    digest: doc.digest,
    text: doc.text,
  });
  known.set(terms, resolved);
  return terms;
}

/** The resolved document behind terms; only terms that `readTerms` made have one. */
export function resolvedOf(terms: Terms): Resolved {
  const resolved = known.get(terms);
  if (resolved === undefined) throw new TypeError("these terms were not made by readTerms");
  return resolved;
}
