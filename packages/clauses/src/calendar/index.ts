/** The mainland-Chinese business calendar (2020–2026): statutory days, days off and make-up working days. */
export {};
