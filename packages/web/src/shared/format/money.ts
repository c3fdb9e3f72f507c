const PATTERN = /^(-?)(\d+)(?:\.(\d{1,2}))?$/;

const parts = (yuan: string): { sign: string; whole: string; fraction: string } | null => {
  const match = PATTERN.exec(yuan.trim());
  if (!match) return null;
  const [, sign = "", whole = "0", fraction = ""] = match;
  return {
    sign: sign === "-" ? "−" : "",
    whole: whole.replace(/^0+(?=\d)/, ""),
    fraction: fraction.padEnd(2, "0"),
  };
};

/** Yuan with separators, always two decimals: `370,000.00`. What is not an amount comes back as it is. */
export const yuanFull = (yuan: string): string => {
  const p = parts(yuan);
  return p ? `${p.sign}${p.whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${p.fraction}` : yuan;
};

/** Yuan with separators; 角分 only where there are any: `370,000`, `312.45`. */
export const yuanShort = (yuan: string): string => yuanFull(yuan).replace(/\.00$/, "");

/** Integer 分, for sums and shares in the page. Null where the text is not an amount. */
export const toCents = (yuan: string): bigint | null => {
  const p = parts(yuan);
  return p ? BigInt(`${p.sign ? "-" : ""}${p.whole}${p.fraction}`) : null;
};

/** 分 back to yuan as the wire writes it. */
export const fromCents = (cents: bigint): string => {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, "0");
  return `${cents < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** `part` of `whole` from 0 to 1, for drawing only. */
export const share = (part: bigint, whole: bigint): number =>
  whole <= 0n ? 0 : Math.min(1, Math.max(0, Number((part * 1_000_000n) / whole) / 1_000_000));
