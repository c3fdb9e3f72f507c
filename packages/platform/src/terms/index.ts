export { termsApi } from "./api.ts";
export { editionUsed, keepEditions, verifyEditions } from "./editions.ts";
export { termsFolder } from "./folder.ts";
export { type Edition, openLibrary, type TermsLibrary, terms } from "./library.ts";
export { canonicalJson } from "./memo.ts";
export type { Probe, Probed } from "./probe.ts";
export type { Subject, Vocabulary, Word } from "./vocabulary.ts";
