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

/** A cell holds 32,767 characters; more than this without a tag is no workbook, and would be held whole until one comes. */
const LONGEST_STRETCH = 1_000_000;

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
  let sinceTag = 0;
  parser.on("opentag", (tag) => {
    sinceTag = 0;
    events.open?.(local(tag.name), tag.attributes as Attributes);
  });
  parser.on("text", (text) => events.text?.(text));
  parser.on("cdata", (text) => events.text?.(text));
  parser.on("closetag", (tag) => {
    sinceTag = 0;
    events.close?.(local(tag.name));
  });
  const decoder = new TextDecoder("utf-8");
  for await (const chunk of zip.read(part)) {
    sinceTag += chunk.length;
    parser.write(decoder.decode(chunk, { stream: true }));
    if (broken) throw no.truncated(filename, partName);
    if (sinceTag > LONGEST_STRETCH) throw no.cell(filename, partName);
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
