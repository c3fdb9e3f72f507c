/** Declared facts as static types. */
import type { Type } from "../feel/types.ts";
import type { FactDecl, FactType } from "./model.ts";

export const factTypes = (facts: ReadonlyMap<string, FactDecl>): Map<string, Type> =>
  new Map([...facts].map(([name, decl]) => [name, typeOfFact(decl.type)]));

export function typeOfFact(type: FactType): Type {
  switch (type.kind) {
    case "number":
      return { kind: "number", literal: false };
    case "one of":
      return { kind: "enum", values: type.members };
    case "list":
      return { kind: "list", of: typeOfFact(type.of.type) };
    case "records":
      return { kind: "list", of: { kind: "context", fields: factTypes(type.fields) } };
    default:
      return { kind: type.kind };
  }
}

/** Every declared fact, and the fields and elements of lists. */
function* everyDecl(facts: ReadonlyMap<string, FactDecl>): Generator<FactDecl> {
  for (const f of facts.values()) {
    yield f;
    if (f.type.kind === "list") yield f.type.of;
    if (f.type.kind === "records") yield* everyDecl(f.type.fields);
  }
}

/** Bare members of `one of` facts, with their types, except where the name means something else. */
export function memberTypes(
  facts: ReadonlyMap<string, FactDecl>,
  taken: ReadonlySet<string>,
): Map<string, Type> {
  const types = new Map<string, Type>();
  const fields = new Set([...everyDecl(facts)].map((d) => d.name));
  for (const decl of everyDecl(facts)) {
    if (decl.type.kind !== "one of") continue;
    for (const m of decl.type.members) {
      if (typeof m === "string" && !taken.has(m) && !fields.has(m))
        types.set(m, { kind: "enum", values: [m] });
    }
  }
  return types;
}
