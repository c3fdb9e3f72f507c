/**
 * 长治市 twelve county-level divisions with their GB/T 2260 codes, and the names and codes from before 2018 that still
 * stand on old policies.
 */
export const COUNTIES: Readonly<Record<string, readonly string[]>> = {
  "140403": ["潞州区", "城区", "郊区", "140402", "140411"],
  "140404": ["上党区", "长治县", "140421"],
  "140405": ["屯留区", "屯留县", "140424"],
  "140406": ["潞城区", "潞城市", "140481"],
  "140423": ["襄垣县"],
  "140425": ["平顺县"],
  "140426": ["黎城县"],
  "140427": ["壶关县"],
  "140428": ["长子县"],
  "140429": ["武乡县"],
  "140430": ["沁县"],
  "140431": ["沁源县"],
};
