const FOLDER = "../../../../../terms/";
const files = import.meta.glob<string>("../../../../../terms/**/*.yaml", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** For tests: every document beside the packages. */
export const documents = Object.entries(files)
  .map(([path, text]) => ({ path: path.slice(FOLDER.length), text }))
  .filter(({ text }) => /^terms:/m.test(text));

/** For tests: the document in a file. */
export const documentAt = (path: string): string => {
  const found = documents.find((one) => one.path === path);
  if (!found) throw new Error(`no ${path}`);
  return found.text;
};
