/** The types of terms as item definitions and their names. */
import { printString } from "../feel/print.ts";
import { showNumber } from "../feel/show.ts";
import type { Type } from "../feel/types.ts";
import type { FactDecl, FactType } from "../terms/model.ts";
import { type Tag, tag, textTag } from "./xmlWrite.ts";

const MEMBER = (member: Extract<FactType, { kind: "one of" }>["members"][number]): string =>
  typeof member === "string" ? printString(member) : showNumber(member);

const isPlain = (type: FactType): boolean =>
  type.kind !== "one of" && type.kind !== "list" && type.kind !== "records";

/** The item definition that a fact needs; null where FEEL's own type says it all. */
export const definitionOf = (fact: FactDecl): Tag | null =>
  isPlain(fact.type) ? null : item("itemDefinition", `t${fact.name}`, fact.type);

/** The name of a fact's type. */
export const factTypeRef = (fact: FactDecl): string =>
  isPlain(fact.type) ? plainName(fact.type) : `t${fact.name}`;

/** FEEL knows no money: yuan are a number. */
const plainName = ({ kind }: FactType): string => (kind === "money" ? "number" : kind);

function item(element: string, name: string, type: FactType): Tag {
  switch (type.kind) {
    case "one of": {
      const of = type.members.every((member) => typeof member === "string") ? "string" : "number";
      const allowed = tag("allowedValues", {}, textTag(type.members.map(MEMBER).join(", ")));
      return tag(element, { name }, typeRefTag(of), allowed);
    }
    case "list": {
      const { attributes, inside } = item(element, name, type.of.type);
      return { name: element, attributes: { ...attributes, isCollection: "true" }, inside };
    }
    case "records": {
      const fields = [...type.fields].map(([field, of]) => item("itemComponent", field, of.type));
      return tag(element, { name, isCollection: "true" }, ...fields);
    }
    default:
      return tag(element, { name }, typeRefTag(plainName(type)));
  }
}

const typeRefTag = (name: string): Tag => ({ name: "typeRef", attributes: {}, inside: name });

/** The name of an expression's type; undefined where DMN has no name for it. */
export function typeRefOf(type: Type | undefined): string | undefined {
  switch (type?.kind) {
    case "number":
    case "money":
      return "number";
    case "enum":
      return type.values.every((value) => typeof value === "string") ? "string" : "number";
    case "boolean":
    case "string":
    case "date":
    case "time":
    case "date and time":
    case "days and time duration":
    case "years and months duration":
      return type.kind;
    default:
      return undefined;
  }
}
