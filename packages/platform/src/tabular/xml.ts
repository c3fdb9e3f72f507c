import { SaxesParser } from "saxes";
import { no } from "./refusals.ts";
import type { Zip } from "./zip.ts";

export type Attributes = Readonly<Record<string, string>>;
export interface XmlEvents {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/**
 * Feeds one XML part to `events`, giving way after each chunk so that a caller can hand on what it has collected.
 * Entities are not expanded beyond XML's own five, so a document cannot unfold through them.
 */
export async function* scanXml(
  zip: Zip,
  partName: string,
  filename: string,
  events: XmlEvents,
): AsyncGenerator<void> {
  const part = zip.parts.get(partName);
  if (!part) throw no.truncated(filename, `缺少 missing ${partName}`);
  const parser = new SaxesParser();
  let broken: Error | null = null;
  parser.on("error", (error) => {
    broken ??= error;
  });
  parser.on("opentag", (tag) => events.open?.(local(tag.name), tag.attributes as Attributes));
  parser.on("text", (text) => events.text?.(text));
  parser.on("cdata", (text) => events.text?.(text));
  parser.on("closetag", (tag) => events.close?.(local(tag.name)));
  const decoder = new TextDecoder("utf-8");
  for await (const chunk of zip.read(part)) {
    parser.write(decoder.decode(chunk, { stream: true }));
    if (broken) throw no.truncated(filename, partName);
    yield;
  }
  parser.close();
  if (broken) throw no.truncated(filename, partName);
  yield;
}

/** Reads a small part to its end. */
export const readXml = async (
  zip: Zip,
  partName: string,
  filename: string,
  events: XmlEvents,
): Promise<void> => {
  for await (const _ of scanXml(zip, partName, filename, events));
};
