import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

export interface TermsFile {
  /** Relative to the folder, with `/`: `life/endowment-holiday-2019.yaml`. */
  readonly file: string;
  readonly text: string;
}

/** Where the documents are: `GOODFAITH_TERMS`, or the `terms/` beside the packages. */
export const termsFolder = (): string =>
  process.env.GOODFAITH_TERMS ?? fileURLToPath(new URL("../../../../terms/", import.meta.url));

/** Every YAML file under a folder, in the order of their names; a file without a `terms` key is left out. */
export const readTermsFiles = (folder: string): readonly TermsFile[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => ({
      file: relative(folder, join(folder, name)).split(sep).join("/"),
      text: readFileSync(join(folder, name), "utf8"),
    }))
    .filter(({ text }) => /^terms:/m.test(text));
