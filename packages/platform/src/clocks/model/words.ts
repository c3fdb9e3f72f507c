/** `保险法/25` as people write it: 保险法第25条. */
export const lawName = (law: string): string => {
  const [act = law, article] = law.split("/");
  return article === undefined ? act : `${act}第${article}条`;
};

/** The laws that a clock comes from, in one line; null where it is the institution's own promise. */
export const lawNames = (laws: readonly string[]): string | null =>
  laws.length === 0 ? null : laws.map(lawName).join("、");
