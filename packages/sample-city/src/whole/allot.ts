/** What the first `n` of `count` equal parts of a whole `total` come to, whole; all of it for `n = count`. */
export const upTo = (total: number, n: number, count: number): number =>
  n >= count ? total : Math.floor(total * (n / count));

/** Divides a whole `total` by weights (above zero) into whole parts that are exactly the total together. */
export const divide = (total: number, weights: readonly number[]): number[] => {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let until = 0;
  let given = 0;
  return weights.map((weight, at) => {
    until += weight;
    const place = at === weights.length - 1 ? total : Math.floor((total * until) / all);
    const part = place - given;
    given = place;
    return part;
  });
};
