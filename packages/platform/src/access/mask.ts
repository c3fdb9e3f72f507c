const stars = (n: number) => "*".repeat(Math.max(n, 0));

/** Keeps `head` and `tail` characters; a value too short to hide anything is hidden whole. */
const keep = (text: string, head: number, tail: number): string => {
  const letters = [...text];
  if (letters.length <= head + tail) return stars(letters.length);
  return (
    letters.slice(0, head).join("") +
    stars(letters.length - head - tail) +
    letters.slice(letters.length - tail).join("")
  );
};

/** How a person's data is shown (脱敏): enough to recognise one's own, too little to use. */
export const mask = {
  /** `199****0001` */
  phone: (text: string): string => keep(text, 3, 4),
  /** `999***********123X`: the region's first three digits and the last four */
  identity: (text: string): string => keep(text, 3, 4),
  /** `***************8888` */
  bankCard: (text: string): string => keep(text.replaceAll(/\s/g, ""), 0, 4),
  /** `王**`: the family name; a mark in brackets such as （示例） is no part of the name and stays */
  name: (text: string): string => {
    const [, name = text, mark = ""] = /^(.*?)([（(].*)?$/su.exec(text) ?? [];
    const letters = [...name];
    return `${letters[0] ?? ""}${stars(letters.length - 1)}${mark}`;
  },
  /** An account of a service, such as a WeChat id: its first two characters. */
  account: (text: string): string => keep(text, 2, 1),
};
