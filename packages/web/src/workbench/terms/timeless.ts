import { parseDocument } from "yaml";

/**
 * A document without its governing date, so that what happened in another time can be decided by it: two editions are
 * compared on the same cases, whenever they were in force.
 */
export const timeless = (source: string): string => {
  const document = parseDocument(source);
  document.delete("governs");
  return document.toString();
};
