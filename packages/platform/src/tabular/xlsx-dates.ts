/** What a number in a cell means, by its number format. */
export type NumberMeaning = "number" | "date" | "time" | "elapsed";

/** Formats built into every spreadsheet, the East Asian ones included (ECMA-376 part 1, 18.8.30). */
const builtin = (id: number): NumberMeaning => {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36) return "date";
  if (id >= 50 && id <= 58) return "date";
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47) return "time";
  return id === 46 ? "elapsed" : "number";
};

/** Reads a number format: quoted words, escapes, colours and conditions set aside, what is left shows the meaning. */
export const meaningOf = (id: number, code: string | undefined): NumberMeaning => {
  if (code === undefined) return builtin(id);
  if (/\[(h|m|s)+\]/i.test(code)) return "elapsed";
  const plain = code
    .replace(/"[^"]*"/g, "")
    .replace(/\\./g, "")
    .replace(/\[[^\]]*\]/g, "");
  if (/general/i.test(plain)) return "number";
  if (/[yYeE]/.test(plain) && !/[0#]/.test(plain)) return "date";
  if (/[dD]/.test(plain)) return "date";
  if (/[hHsS]/.test(plain)) return "time";
  return /m/i.test(plain) && !/[0#]/.test(plain) ? "date" : "number";
};

const DAY_SECONDS = 86_400;
const two = (n: number): string => String(n).padStart(2, "0");
const clock = (seconds: number): string =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;

/** A spreadsheet's serial day as text: `2024-10-02`, `2024-10-02 08:12:05`, or a length of time `00:01:20`. */
export const serialText = (serial: number, meaning: NumberMeaning, epoch1904: boolean): string => {
  if (meaning === "number") return numberText(serial);
  const seconds = Math.round(serial * DAY_SECONDS);
  if (meaning === "elapsed" || (meaning === "time" && serial < 1)) return clock(seconds);
  const days = Math.floor(seconds / DAY_SECONDS);
  // 1900 is taken for a leap year by every spreadsheet, so days before 1900-03-01 are one off.
  const epoch = epoch1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const day = new Date(epoch + days * DAY_SECONDS * 1000).toISOString().slice(0, 10);
  const rest = seconds - days * DAY_SECONDS;
  return rest === 0 && meaning === "date" ? day : `${day} ${clock(rest)}`;
};

/** A number as people type it: never in scientific notation, `0.1` for the file's 0.10000000000000001. */
export const numberText = (value: number): string => {
  const text = String(value);
  if (!text.includes("e")) return text;
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(20).replace(/\.?0+$/, "");
};
