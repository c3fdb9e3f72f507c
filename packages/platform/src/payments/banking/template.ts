import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";

const Words = z.array(z.string().min(1)).min(1);

/** A CSV has an encoding; a workbook has the name of its sheet. */
const Format = z.discriminatedUnion("format", [
  z.strictObject({ format: z.literal("csv"), encoding: z.enum(["gb18030", "utf-8-bom"]) }),
  z.strictObject({ format: z.literal("xlsx"), sheet: z.string().min(1).max(31) }),
]);

/** One bank's own table, as data: which columns in which order under which headers, and how its answer is worded. */
const Template = z.strictObject({
  template: z.string().regex(/^[a-z0-9-]+\/\d+$/),
  name: z.string().min(1),
  file: Format,
  columns: z
    .array(
      z.strictObject({
        header: z.string().min(1),
        value: z.enum([
          "position",
          "order-number",
          "case-number",
          "payee-name",
          "account-number",
          "bank",
          "bank-code",
          "amount",
          "currency",
          "remark",
        ]),
      }),
    )
    .min(1),
  result: z.strictObject({
    columns: z.strictObject({ number: Words, amount: Words, result: Words, reason: Words }),
    settled: Words,
    returned: Words,
    /** 退汇: the money came back, which may be after it had settled. */
    back: z.array(z.string().min(1)).default([]),
    pending: z.array(z.string().min(1)).default([]),
  }),
});
export type BankTemplate = z.infer<typeof Template>;
export type TemplateValue = BankTemplate["columns"][number]["value"];

/** The sources' folder, beside `src` and `dist` alike: the compiler copies no YAML. */
const FOLDER = fileURLToPath(new URL("../../../src/payments/templates/", import.meta.url));

/** @throws z.ZodError naming the field, where the text is no template. */
export const readTemplate = (yaml: string): BankTemplate => Template.parse(parse(yaml));

let loaded: ReadonlyMap<string, BankTemplate> | null = null;

/** Every template there is, by its id; read once. */
export const templates = (): ReadonlyMap<string, BankTemplate> => {
  loaded ??= new Map(
    readdirSync(FOLDER)
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => readTemplate(readFileSync(`${FOLDER}${name}`, "utf8")))
      .map((template) => [template.template, template]),
  );
  return loaded;
};

/** @throws Error where there is none: an institution's payer account names one that is not here. */
export const templateOf = (id: string): BankTemplate => {
  const template = templates().get(id);
  if (!template)
    throw new Error(`payments: no bank template ${id}; there are ${[...templates().keys()].join(", ")}`);
  return template;
};
