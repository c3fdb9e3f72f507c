/** The bundled fonts come beside the first paint, not before it; each face is fetched only for the characters shown. */
export const loadSans = (): void => {
  void import("./fonts-sans.ts");
};

let serif = false;
/** The serif in which clauses are quoted; pages that quote ask for it. */
export const loadSerif = (): void => {
  if (serif) return;
  serif = true;
  void import("./fonts-serif.ts");
};
