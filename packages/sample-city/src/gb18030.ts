/**
 * Text in GB18030, as carriers' and banks' exports are. Only the two-byte part (GBK) is written, which holds every character
 * the sample uses; the table is what the decoder itself gives for each pair.
 */
const table = (): ReadonlyMap<string, readonly [number, number]> => {
  const decoder = new TextDecoder("gb18030");
  const found = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && !found.has(character)) found.set(character, [lead, trail]);
    }
  return found;
};

let known: ReadonlyMap<string, readonly [number, number]> | undefined;

/** @throws RangeError for a character outside GBK */
export const encodeGb18030 = (text: string): Uint8Array => {
  known ??= table();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    const pair = known.get(character);
    if (code < 0x80) bytes.push(code);
    else if (pair) bytes.push(...pair);
    else throw new RangeError(`${character} is not in GBK`);
  }
  return Uint8Array.from(bytes);
};
