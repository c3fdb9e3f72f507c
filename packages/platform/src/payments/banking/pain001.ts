import { create } from "xmlbuilder2";
import { dayInChina, timeInChina } from "../../kernel/clock.ts";
import { cents, yuan } from "../../kernel/money.ts";
import { type BankBatch, type BankItem, remarkOf, totalOf } from "./batch.ts";

/** ISO 20022 customer credit transfer initiation, the version Chinese banks and SWIFT moved to in 2023. */
export const PAIN_001 = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

const agent = (bank: string, bankCode: string | null) => ({
  FinInstnId: {
    ...(bankCode === null ? {} : { ClrSysMmbId: { ClrSysId: { Cd: "CNAPS" }, MmbId: bankCode } }),
    Nm: bank,
  },
});

const account = (number: string) => ({ Id: { Othr: { Id: number, SchmeNm: { Cd: "BBAN" } } } });

const transfer = (item: BankItem) => ({
  PmtId: { InstrId: item.number, EndToEndId: item.number },
  Amt: { InstdAmt: { "@Ccy": "CNY", "#": yuan(item.amount) } },
  CdtrAgt: agent(item.bank, item.bankCode),
  Cdtr: { Nm: item.payee },
  CdtrAcct: account(item.account),
  RmtInf: { Ustrd: remarkOf(item) },
});

/**
 * A pain.001.001.09 file as XML text in UTF-8: one payment block, one transfer an order, CNY, to be executed on the day in China
 * that the batch was made. The end-to-end reference is the order's number, by which the bank answers.
 */
export const writePain001 = (batch: BankBatch): string => {
  const sum = yuan(cents(totalOf(batch.items)));
  const count = String(batch.items.length);
  const { payer } = batch;
  return create(
    { version: "1.0", encoding: "UTF-8" },
    {
      Document: {
        "@xmlns": PAIN_001,
        CstmrCdtTrfInitn: {
          GrpHdr: {
            MsgId: batch.number,
            CreDtTm: timeInChina(batch.createdAt),
            NbOfTxs: count,
            CtrlSum: sum,
            InitgPty: { Nm: payer.holder },
          },
          PmtInf: {
            PmtInfId: batch.number,
            PmtMtd: "TRF",
            NbOfTxs: count,
            CtrlSum: sum,
            ReqdExctnDt: { Dt: dayInChina(batch.createdAt) },
            Dbtr: { Nm: payer.holder },
            DbtrAcct: { ...account(payer.account), Ccy: "CNY" },
            DbtrAgt: agent(payer.bank, payer.bankCode),
            CdtTrfTxInf: batch.items.map(transfer),
          },
        },
      },
    },
  ).end({ prettyPrint: true, wellFormed: true });
};
