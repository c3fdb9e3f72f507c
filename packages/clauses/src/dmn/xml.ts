/**
 * XML as plain elements. Hostile input is refused: document types (and so entities of one's own), too much
 * text, too many elements, elements nested too deeply.
 */
import { SaxesParser, type SaxesTagNS } from "saxes";
import { DmnError } from "./problem.ts";

export interface Element {
  /** The name without its prefix. */
  readonly name: string;
  readonly namespace: string;
  /** Attributes without a namespace. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** The text directly inside, in one piece. */
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
}

/** UTF-16 units in one document. */
export const XML_LENGTH_MAX = 10_000_000;
export const XML_ELEMENTS_MAX = 200_000;
export const XML_DEPTH_MAX = 200;

interface Open extends Element {
  readonly children: Element[];
  text: string;
}

/** The root element of a document. @throws DmnError */
export function readXml(xml: string, file: string): Element {
  const refuse = (line: number, message: string, hint: string): never => {
    throw new DmnError([{ file, line, message, hint }]);
  };
  if (xml.length > XML_LENGTH_MAX)
    refuse(0, `more than ${XML_LENGTH_MAX} characters`, "split the model, and import its parts");
  const parser = new SaxesParser({ xmlns: true });
  const open: Open[] = [];
  let root: Element | null = null;
  let count = 0;
  parser.on("error", (error) => {
    const what = error.message.replace(/^.*?\d+:\d+: /su, "").replace(/\.$/u, "");
    refuse(parser.line, `unreadable XML: ${what}`, "correct the XML here");
  });
  parser.on("doctype", () =>
    refuse(parser.line, "a document type declaration", "leave <!DOCTYPE …> out: DMN needs none"),
  );
  parser.on("opentag", (tag) => {
    count++;
    if (open.length >= XML_DEPTH_MAX)
      refuse(parser.line, `elements nested more than ${XML_DEPTH_MAX} deep`, "nest less deeply");
    if (count > XML_ELEMENTS_MAX)
      refuse(parser.line, `more than ${XML_ELEMENTS_MAX} elements`, "split the model");
    const element = opened(tag, parser.line);
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (text: string): void => {
    const inside = open.at(-1);
    if (inside !== undefined) inside.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(xml.startsWith("\ufeff") ? xml.slice(1) : xml).close();
  return root ?? refuse(1, "no root element", "write a DMN model");
}

function opened(tag: SaxesTagNS, line: number): Open {
  const plain = Object.values(tag.attributes).filter(({ prefix }) => prefix === "");
  return {
    name: tag.local,
    namespace: tag.uri,
    attributes: new Map(plain.map(({ name, value }) => [name, value])),
    children: [],
    text: "",
    line,
  };
}

/** The first child of a name. */
export const child = (element: Element, name: string): Element | undefined =>
  element.children.find((other) => other.name === name);

export const childrenNamed = (element: Element, name: string): readonly Element[] =>
  element.children.filter((other) => other.name === name);

/** The value of an attribute; empty where it is absent. */
export const attribute = (element: Element, name: string): string => element.attributes.get(name) ?? "";

/** The text of the `text` child, as boxed expressions and tests have it; null where there is none. */
export const textOf = (element: Element): string | null => child(element, "text")?.text ?? null;
