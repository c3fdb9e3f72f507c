/** String functions (DMN 1.5 Table 74). Positions and lengths count characters (code points), not UTF-16 units. */
import { checkItems, checkText } from "../limits.ts";
import { matches, replace, split } from "../regex/index.ts";
import { type Num, num, type Value } from "../value.ts";
import { counted } from "./numbers.ts";
import { list, number, optional, type Signature, signature, string } from "./signature.ts";

function substring(text: string, start: Num, length: Num | null): Value {
  const characters = [...text];
  const at = counted(start);
  if (at === null || at === 0 || Math.abs(at) > characters.length) return null;
  const from = at > 0 ? at - 1 : characters.length + at;
  const count = length === null ? characters.length - from : counted(length);
  if (count === null || (length !== null && count < 1)) return null;
  return characters.slice(from, from + count).join("");
}

const ofText = (run: (text: string) => Value): readonly Signature[] => [
  signature([string("string")], ([text]) => run(text)),
];

const ofPair = (run: (text: string, match: string) => Value): readonly Signature[] => [
  signature([string("string"), string("match")], ([text, match]) => run(text, match)),
];

function before(text: string, match: string): string {
  const at = text.indexOf(match);
  return at < 0 ? "" : text.slice(0, at);
}

function after(text: string, match: string): string {
  const at = text.indexOf(match);
  return at < 0 ? "" : text.slice(at + match.length);
}

/** Nulls are passed over; anything else than strings makes the whole null. */
function join(items: readonly Value[], delimiter: string | null): Value {
  const texts: string[] = [];
  let length = 0;
  for (const item of items) {
    if (item === null) continue;
    if (typeof item !== "string") return null;
    length += item.length + (delimiter ?? "").length;
    checkText(length);
    texts.push(item);
  }
  return texts.join(delimiter ?? "");
}

/** XPath's upper and lower case do not depend on where the computer stands. */
const cased = (text: string, up: boolean): string => (up ? text.toUpperCase() : text.toLowerCase());

export const STRING_FUNCTIONS: Readonly<Record<string, readonly Signature[]>> = {
  substring: [
    signature(
      [string("string"), number("start position"), optional(number("length"))],
      ([text, start, length]) => substring(text, start, length),
    ),
  ],
  "string length": ofText((text) => num([...text].length)),
  "upper case": ofText((text) => cased(text, true)),
  "lower case": ofText((text) => cased(text, false)),
  "substring before": ofPair(before),
  "substring after": ofPair(after),
  contains: ofPair((text, match) => text.includes(match)),
  "starts with": ofPair((text, match) => text.startsWith(match)),
  "ends with": ofPair((text, match) => text.endsWith(match)),
  matches: [
    signature(
      [string("input"), string("pattern"), optional(string("flags"))],
      ([input, pattern, flags], { meter }) => matches(input, pattern, flags ?? "", meter),
    ),
  ],
  replace: [
    signature(
      [string("input"), string("pattern"), string("replacement"), optional(string("flags"))],
      ([input, pattern, replacement, flags], { meter }) =>
        replace(input, pattern, replacement, flags ?? "", meter),
    ),
  ],
  split: [
    signature([string("string"), string("delimiter")], ([text, delimiter], { meter }) => {
      const parts = split(text, delimiter, meter);
      checkItems(parts?.length ?? 0);
      return parts;
    }),
  ],
  "string join": [
    signature([list("list"), optional(string("delimiter"))], ([items, delimiter]) => join(items, delimiter)),
  ],
};
