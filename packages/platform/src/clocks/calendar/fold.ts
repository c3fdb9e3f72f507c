const LINE_BYTES_MAX = 75;

/** Breaks one content line so that no part is longer than 75 bytes, the blank of a continuation included, and no sign is split. */
const foldLine = (line: string): string => {
  const parts: string[] = [];
  let part = "";
  let bytes = 0;
  for (const sign of line) {
    const more = Buffer.byteLength(sign);
    if (bytes + more > LINE_BYTES_MAX) {
      parts.push(part);
      part = " ";
      bytes = 1;
    }
    part += sign;
    bytes += more;
  }
  return [...parts, part].join("\r\n");
};

/** A calendar with its lines folded by bytes (RFC 5545 §3.1); a Chinese sign has three, which a fold by signs does not count. */
export const folded = (calendar: string): string =>
  calendar
    .replaceAll(/\r\n[ \t]/g, "")
    .split("\r\n")
    .map(foldLine)
    .join("\r\n");
