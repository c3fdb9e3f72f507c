import { dayInChina } from "../kernel/clock.ts";

/** Crockford's base 32: no letter that is read as a digit. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const encode = (id: string, characters: number): string => {
  let rest = BigInt(`0x${id.replaceAll("-", "")}`);
  let text = "";
  for (let n = 0; n < characters; n++) {
    text = `${ALPHABET[Number(rest & 31n)] ?? ""}${text}`;
    rest >>= 5n;
  }
  return text;
};

/**
 * 指令编号: `ZF`, the day in China, and 50 bits of the order's own id, 20 characters. It needs no counter shared between
 * parties, and fits the 35 characters that ISO 20022 gives an end-to-end reference.
 */
export const orderNumber = (paymentId: string, at: Date): string =>
  `ZF${dayInChina(at).replaceAll("-", "")}${encode(paymentId, 10)}`;

/** 批次编号: `PC`, the day in China, and 40 bits of the batch's id. */
export const batchNumber = (batchId: string, at: Date): string =>
  `PC${dayInChina(at).replaceAll("-", "")}${encode(batchId, 8)}`;
