/** XML as plain elements, namespaces left out. Only for the tests. */
import { XMLParser } from "fast-xml-parser";

export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** The text directly inside, in one piece. */
  readonly text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  removeNSPrefix: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  cdataPropName: "#cdata",
  htmlEntities: true,
});

type Raw = Readonly<Record<string, unknown>>;

/** The root element of an XML document. */
export function readXml(text: string): Element {
  const nodes: unknown = parser.parse(text);
  const root = elementsOf(nodes)[0];
  if (root === undefined) throw new Error("the document has no root element");
  return root;
}

const isRaw = (value: unknown): value is Raw =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const rawsOf = (value: unknown): Raw[] => (Array.isArray(value) ? value.filter(isRaw) : []);

function elementsOf(nodes: unknown): Element[] {
  return rawsOf(nodes).flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ":@" && !key.startsWith("#"));
    return name === undefined ? [] : [elementOf(name, node)];
  });
}

function elementOf(name: string, node: Raw): Element {
  const inside = node[name];
  const attributes = isRaw(node[":@"]) ? Object.entries(node[":@"]) : [];
  return {
    name,
    attributes: new Map(attributes.map(([key, value]) => [key, String(value)])),
    children: elementsOf(inside),
    text: rawsOf(inside).map(textOf).join(""),
  };
}

function textOf(node: Raw): string {
  if (typeof node["#text"] === "string") return node["#text"];
  return "#cdata" in node ? rawsOf(node["#cdata"]).map(textOf).join("") : "";
}

export const child = (element: Element, name: string): Element | undefined =>
  element.children.find((other) => other.name === name);

export const childrenNamed = (element: Element, name: string): readonly Element[] =>
  element.children.filter((other) => other.name === name);

export const attribute = (element: Element, name: string): string => element.attributes.get(name) ?? "";
