/** For tests: messages as a bank would write them. */
export interface SaidTransaction {
  readonly number: string;
  readonly status: string;
  readonly amount?: string;
  readonly code?: string;
  readonly words?: string;
}

const reasonXml = ({ code, words }: SaidTransaction): string =>
  code === undefined && words === undefined
    ? ""
    : `<StsRsnInf>${code === undefined ? "" : `<Rsn><Cd>${code}</Cd></Rsn>`}${words === undefined ? "" : `<AddtlInf>${words}</AddtlInf>`}</StsRsnInf>`;

const transactionXml = (one: SaidTransaction): string =>
  `<TxInfAndSts><OrgnlInstrId>${one.number}</OrgnlInstrId><OrgnlEndToEndId>${one.number}</OrgnlEndToEndId><TxSts>${one.status}</TxSts>${reasonXml(one)}${
    one.amount === undefined
      ? ""
      : `<OrgnlTxRef><Amt><InstdAmt Ccy="CNY">${one.amount}</InstdAmt></Amt></OrgnlTxRef>`
  }</TxInfAndSts>`;

export const aPain002 = (
  transactions: readonly SaidTransaction[],
  given: {
    readonly batch?: string;
    readonly group?: string;
    readonly version?: string;
    readonly id?: string;
  } = {},
): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.${given.version ?? "14"}"><CstmrPmtStsRpt>
<GrpHdr><MsgId>${given.id ?? "BANK-STS-1"}</MsgId><CreDtTm>2025-03-11T09:00:00+08:00</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>${given.batch ?? "PC1"}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>${given.group ? `<GrpSts>${given.group}</GrpSts>` : ""}</OrgnlGrpInfAndSts>
${
  transactions.length === 0
    ? ""
    : `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${given.batch ?? "PC1"}</OrgnlPmtInfId>
${transactions.map(transactionXml).join("\n")}
</OrgnlPmtInfAndSts>`
}
</CstmrPmtStsRpt></Document>`;

export interface SaidEntry {
  readonly number?: string;
  /** Stands for a whole batch, without its transactions. */
  readonly batch?: string;
  readonly amount: string;
  readonly side: "DBIT" | "CRDT";
  readonly status?: string;
  readonly code?: string;
  readonly words?: string;
}

const detailXml = ({ number, amount, code, words }: SaidEntry): string =>
  `<TxDtls><Refs><EndToEndId>${number}</EndToEndId></Refs><Amt Ccy="CNY">${amount}</Amt>${
    code === undefined && words === undefined
      ? ""
      : `<RtrInf>${code === undefined ? "" : `<Rsn><Cd>${code}</Cd></Rsn>`}${words === undefined ? "" : `<AddtlInf>${words}</AddtlInf>`}</RtrInf>`
  }</TxDtls>`;

const entryXml = (entry: SaidEntry): string =>
  `<Ntry><Amt Ccy="CNY">${entry.amount}</Amt><CdtDbtInd>${entry.side}</CdtDbtInd><Sts><Cd>${entry.status ?? "BOOK"}</Cd></Sts><BkTxCd></BkTxCd><NtryDtls>${
    entry.batch === undefined
      ? detailXml(entry)
      : `<Btch><PmtInfId>${entry.batch}</PmtInfId><TtlAmt Ccy="CNY">${entry.amount}</TtlAmt></Btch>`
  }</NtryDtls></Ntry>`;

export const aCamt054 = (entries: readonly SaidEntry[], id = "BANK-NTF-1"): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
<GrpHdr><MsgId>${id}</MsgId><CreDtTm>2025-03-11T09:00:00+08:00</CreDtTm></GrpHdr>
<Ntfctn><Id>N1</Id><Acct><Id><Othr><Id>99900011112222</Id></Othr></Id><Ccy>CNY</Ccy></Acct>
${entries.map(entryXml).join("\n")}
</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`;
