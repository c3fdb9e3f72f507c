import { mask, record, vault } from "../access/index.ts";
import { orRefuse, Refused, refuse } from "../kernel/refusal.ts";
import type { Context } from "../store/index.ts";
import { templates } from "./banking/template.ts";
import { isBankText, readAccountNumber } from "./checks.ts";
import "./tables.ts";

export interface PayerInput {
  readonly holder: string;
  readonly bank: string;
  /** 联行号, 12 digits */
  readonly bankCode: string | null;
  /** In the clear; it is sealed here. */
  readonly number: string;
  /** The bank's own CSV, for example `sample-bank-gb18030/1`. */
  readonly template: string;
}

/** Which of the institution's accounts the next batches are paid from. The one before stays on record, no longer active. */
export const setPayerAccount = async (context: Context, input: PayerInput): Promise<void> => {
  if (!templates().has(input.template))
    throw new Refused(
      refuse(
        "invalid",
        "payments.no-template",
        { zh: `没有银行文件样式 ${input.template}。`, en: `There is no bank template ${input.template}.` },
        { template: input.template, templates: [...templates().keys()] },
      ),
    );
  if (!isBankText(input.holder) || !isBankText(input.bank))
    throw new Refused(
      refuse(
        "invalid",
        "payments.text",
        {
          zh: "付款账户的户名和开户行应为 1 至 140 个字，不含不可见字符。",
          en: "The holder and the bank of the paying account must have 1 to 140 visible characters.",
        },
        { holder: input.holder, bank: input.bank },
      ),
    );
  const number = orRefuse(readAccountNumber(input.number, "account"));
  const payerAccountId = context.newId();
  await context.tx.updateTable("payer_account").set({ active: false }).where("active", "=", true).execute();
  await context.tx
    .insertInto("payer_account")
    .values({
      institution_id: context.actor.institutionId,
      payer_account_id: payerAccountId,
      holder: input.holder,
      bank: input.bank,
      bank_code: input.bankCode,
      account_sealed: vault.seal(number),
      account_masked: mask.bankCard(number),
      template: input.template,
      active: true,
    })
    .execute();
  await record(context, {
    action: "payments.set-payer",
    subject: { kind: "payer-account", id: payerAccountId },
    detail: { bank: input.bank, account: mask.bankCard(number), template: input.template },
  });
};

export interface Payer extends Omit<PayerInput, "number"> {
  readonly sealed: string;
}

/** @throws Refused `payments.no-payer` where the institution has named no account to pay from */
export const activePayer = async ({ tx }: Context): Promise<Payer> => {
  const row = await tx.selectFrom("payer_account").selectAll().where("active", "=", true).executeTakeFirst();
  if (!row)
    throw new Refused(
      refuse("conflict", "payments.no-payer", {
        zh: "还没有设置付款账户，无法生成银行文件。",
        en: "No account to pay from has been set, so no bank file can be made.",
      }),
    );
  return {
    holder: row.holder,
    bank: row.bank,
    bankCode: row.bank_code,
    sealed: row.account_sealed,
    template: row.template,
  };
};
