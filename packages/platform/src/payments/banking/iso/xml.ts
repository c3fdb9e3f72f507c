import { SaxesParser } from "saxes";

/** One element, its names without prefix, its own text without that of its children. */
export interface Element {
  readonly name: string;
  /** Of the document element. */
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
  /** Where it begins, from 1. */
  readonly line: number;
}

interface Open extends Element {
  readonly children: Element[];
  text: string;
}

export interface XmlProblem {
  readonly line: number;
  readonly what: string;
}

const DEEPEST = 64;
const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/**
 * Reads a whole document into elements. A document type is refused, so nothing can be declared that would unfold; only
 * XML's own five entities are known.
 */
export const readXml = (text: string): Element | XmlProblem => {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const stack: Open[] = [];
  let root: Open | null = null;
  let problem: XmlProblem | null = null;
  const fail = (what: string) => {
    problem ??= { line: parser.line, what };
  };
  parser.on("error", (error) => fail(error.message));
  parser.on("doctype", () => fail("a document type (DOCTYPE) is not allowed"));
  parser.on("opentag", (tag) => {
    if (stack.length >= DEEPEST) fail(`more than ${DEEPEST} elements inside one another`);
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map(({ local: name, value }) => [name, value]),
    );
    const element: Open = {
      name: local(tag.name),
      namespace: tag.uri,
      attributes,
      children: [],
      text: "",
      line: parser.line,
    };
    stack.at(-1)?.children.push(element);
    root ??= element;
    stack.push(element);
  });
  const add = (more: string) => {
    const open = stack.at(-1);
    if (open) open.text += more;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", () => {
    stack.pop();
  });
  try {
    parser.write(text).close();
  } catch (error) {
    // After its first complaint the parser may meet its own limits; that first complaint is what the person is told.
    fail(error instanceof Error ? error.message : String(error));
  }
  return problem ?? root ?? { line: 1, what: "an empty document" };
};

export const isProblem = (read: Element | XmlProblem): read is XmlProblem => "what" in read;

/** The children of one name. */
export const all = (element: Element | undefined, name: string): readonly Element[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** Follows a path of names; the first of each. */
export const at = (element: Element | undefined, ...path: readonly string[]): Element | undefined =>
  path.reduce<Element | undefined>((here, name) => all(here, name)[0], element);

/** The text at a path, trimmed; "" where there is none. */
export const textAt = (element: Element | undefined, ...path: readonly string[]): string =>
  at(element, ...path)?.text.trim() ?? "";
