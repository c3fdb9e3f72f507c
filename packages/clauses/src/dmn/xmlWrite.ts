/** XML out of plain data. */

/** An element: its name, its attributes (undefined: absent), and what is inside, text or elements. */
export interface Tag {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string | undefined };
  readonly inside: string | readonly Tag[];
}

export const tag = (name: string, attributes: Tag["attributes"], ...inside: readonly Tag[]): Tag => ({
  name,
  attributes,
  inside,
});

/** A `text` element, as DMN wraps expressions and tests in. */
export const textTag = (text: string): Tag => ({ name: "text", attributes: {}, inside: text });

/** The whole document, two blanks a level. */
export const writeXml = (root: Tag): string => `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, "")}`;

function write({ name, attributes, inside }: Tag, margin: string): string {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const open = `${margin}<${name}${written.join("")}`;
  if (inside.length === 0) return `${open}/>\n`;
  if (typeof inside === "string") return `${open}>${escaped(inside)}</${name}>\n`;
  return `${open}>\n${inside.map((inner) => write(inner, `${margin}  `)).join("")}${margin}</${name}>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};

/** What XML 1.0 has no place for, not even written as a number, is left out. */
const escaped = (text: string): string =>
  text
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (sign) => (/[\n\r\t\u007f-\u009f]/u.test(sign) ? sign : ""))
    .replace(/[&<>"\n\r\t]/gu, (sign) => ENTITIES[sign] ?? sign);
