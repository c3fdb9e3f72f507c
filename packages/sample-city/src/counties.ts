/** The twelve county-level divisions of 长治市 (GB/T 2260) and how many of a hundred people live in each, roughly. */
export const COUNTIES = [
  ["140403", "潞州区", 22],
  ["140404", "上党区", 10],
  ["140405", "屯留区", 8],
  ["140406", "潞城区", 7],
  ["140423", "襄垣县", 8],
  ["140425", "平顺县", 5],
  ["140426", "黎城县", 5],
  ["140427", "壶关县", 8],
  ["140428", "长子县", 10],
  ["140429", "武乡县", 6],
  ["140430", "沁县", 6],
  ["140431", "沁源县", 5],
] as const;

export type County = readonly [code: string, name: string];

/** Where someone lives whose place among a hundred is `place`, from 1. */
export const countyAt = (place: number): County => {
  let left = place;
  for (const [code, name, share] of COUNTIES) {
    left -= share;
    if (left <= 0) return [code, name];
  }
  return ["140403", "潞州区"];
};
