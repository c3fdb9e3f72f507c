import { pinyin } from "pinyin-pro";

const known = new Map<string, readonly string[]>();

/** Reads are the same for the same characters; a city has few surnames and few characters. */
const syllablesOf = (text: string, place: "surname" | "given"): readonly string[] => {
  const key = `${place} ${text}`;
  const before = known.get(key);
  if (before) return before;
  const read = pinyin(text, {
    toneType: "none",
    type: "array",
    nonZh: "consecutive",
    v: true,
    ...(place === "surname" ? { surname: "head" as const } : {}),
  }).flatMap((syllable) => syllable.toLowerCase().match(/[a-z0-9]+/g) ?? []);
  known.set(key, read);
  return read;
};

/** What northern ears and hasty fingers confuse: zh, ch, sh with z, c, s; a final ng with n; ü with u. */
export const alike = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, "$1")
    .replace(/ng$/, "n")
    .replaceAll("v", "u");

/** How a name is read, syllable by syllable. A surname of one character is told from one of two by reading the first two together: 尉迟, 长孙. */
export const soundOf = (name: string): string => {
  const letters = [...name.replace(/[\s（）()·]/g, "")];
  const head = syllablesOf(letters.slice(0, 2).join(""), "surname");
  const rest = letters.slice(2).flatMap((letter) => syllablesOf(letter, "given"));
  const syllables = [...head, ...rest];
  return syllables.map(alike).join(" ");
};

/**
 * A pattern over `sound` for letters typed without tones: whole syllables, their beginnings or first letters, in order and
 * mixed (`wangxm`, `wxm`, `wang xiao`). Null where nothing was typed that a syllable holds.
 */
export const soundPattern = (typed: string): string | null => {
  const letters = [
    ...typed
      .toLowerCase()
      .replace(/[^a-z]/g, "")
      .replaceAll("v", "u")
      .replace(/([zcs])h/g, "$1")
      .replace(/ng(?![aeiou])/g, "n"),
  ];
  return letters.length === 0 ? null : `^${letters.join("([a-z0-9]* )?")}`;
};
