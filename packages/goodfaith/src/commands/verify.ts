import {
  type AuditVerification,
  type ClaimsVerification,
  type Context,
  cents,
  orRefuse,
  type PaymentVerification,
  parseHead,
  refuse,
  type Store,
  verifyAudit,
  verifyClaims,
  verifyEditions,
  verifyPayments,
  yuan,
} from "@goodfaith/platform";
import { Command } from "commander";
import { explain } from "../start/explain.ts";
import { asCommandLine, findInstitution, once } from "../start/once.ts";

interface Options {
  readonly institution?: string;
  readonly head?: string;
  readonly json?: boolean;
}

interface Verified {
  readonly institution: string;
  readonly audit: AuditVerification;
  readonly claims: ClaimsVerification;
  readonly payments: PaymentVerification;
}

/** `goodfaith verify`: whether what is on record is what was done. Changes nothing. */
export const command = (): Command =>
  new Command("verify")
    .description(
      "核验：留痕链、案件与裁决重算、账本 · Verify the audit chain, every case and decision, and the ledger",
    )
    .option("--institution <name or id>", "机构（默认全部） · one institution; all where left out")
    .option("--head <seq:hash>", "先前记下的链尾，须仍在链中 · an end of the chain noted down earlier")
    .option("--json", "以 JSON 输出 · print the result as JSON")
    .addHelpText("after", "\n退出码 · Exit codes: 0 all agrees, 1 something does not, 2 bad usage or input")
    .action(run);

const run = async (options: Options): Promise<void> => {
  try {
    const results = await once((store) => verify(store, options));
    process.stdout.write(
      options.json ? `${JSON.stringify(results, bigintAsText, 2)}\n` : results.map(shown).join("\n"),
    );
    process.exitCode = results.every((one) => differences(one).length === 0) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 2;
  }
};

const verify = async (store: Store, options: Options): Promise<Verified[]> => {
  const head = options.head === undefined ? undefined : readHead(options.head, options.institution);
  const only =
    options.institution === undefined ? undefined : await findInstitution(store, options.institution);
  const results: Verified[] = [];
  for (const { institutionId, name } of await store.institutions()) {
    if (only !== undefined && only !== institutionId) continue;
    const part = <T>(fn: (context: Context) => Promise<T>) => asCommandLine(store, institutionId, fn);
    await part((context) => verifyEditions(context));
    results.push({
      institution: name,
      audit: await part(({ tx }) => verifyAudit(tx, institutionId, head)),
      // The platform may be running: rows and their events are read as of one moment.
      claims: await store.snapshot({ institutionId }, (tx) => verifyClaims({ tx })),
      payments: await store.snapshot({ institutionId }, (tx) => verifyPayments({ tx })),
    });
  }
  return results;
};

const readHead = (text: string, institution: string | undefined) => {
  const head = institution === undefined ? undefined : parseHead(text);
  return (
    head ??
    orRefuse<never>(
      refuse("invalid", "cli.head", {
        zh: "--head 应为先前 verify 印出的“序号:64 位十六进制”，并与 --institution 一起使用。",
        en: "--head is what verify printed earlier, a number, a colon and 64 hexadecimal digits, and goes with --institution.",
      }),
    )
  );
};

const differences = ({ audit, claims, payments }: Verified): readonly string[] => [
  ...audit.differs.map((line) => `留痕 audit: ${line}`),
  ...claims.differs.map((line) => `案件 cases: ${line}`),
  ...payments.differs.map((line) => `账本 ledger: ${line}`),
];

const shown = (one: Verified): string => {
  const { audit, claims, payments } = one;
  const reworded =
    claims.reworded > 0 ? `；${claims.reworded} 项只是说法更新 · ${claims.reworded} in newer words` : "";
  const wrong = differences(one);
  return [
    one.institution,
    `  留痕 audit    ${audit.links} 环 links，${audit.waiting} 条待入链 waiting`,
    `    链尾 head   ${audit.head}`,
    `  案件 cases    ${claims.cases} 件，${claims.decisions} 项裁决重算 decisions made again${reworded}`,
    `  账本 ledger   ${payments.orders} 笔指令 orders，${payments.entries} 条分录 entries，已付 paid ${yuan(cents(-payments.balances.bank))} 元`,
    wrong.length === 0 ? "  相符 · all agrees" : `  不符 · does not agree: ${wrong.length}`,
    ...wrong.map((line) => `    ${line}`),
    "",
  ].join("\n");
};

const bigintAsText = (_key: string, value: unknown): unknown =>
  typeof value === "bigint" ? `${value}` : value;
