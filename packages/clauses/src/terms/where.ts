/** Where something stands in a document, in words. */

/** In English and in Chinese. Words of the language are in backticks, the author's names as written. */
export type Words = readonly [en: string, zh: string];
export type Where = Words;

export const clauseAt = (id: string): Where => [`clause ${id}`, `条款 ${id}`];

/** A key of what stands there. */
export const keyOf = (key: string, [en, zh]: Where): Where => [`\`${key}\` of ${en}`, `${zh} 的 \`${key}\``];

/** A value defined there. */
export const nameIn = (name: string, [en, zh]: Where): Where => [`${name} in ${en}`, `${zh} 的 ${name}`];

/** Keys or words of the language, for a Chinese sentence. */
export const quoted = (words: readonly string[], between = "、"): string =>
  words.map((w) => `\`${w}\``).join(between);
