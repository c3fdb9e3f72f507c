import { isIPv6 } from "node:net";

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** The eight groups of an IPv6 address, with those that `::` leaves out. */
const groupsOf = (address: string): string[] => {
  const [head = "", tail] = address.split("::");
  const of = (part: string) => part.split(":").filter((group) => group !== "");
  const before = of(head);
  const after = of(tail ?? "");
  const zeros =
    tail === undefined ? [] : new Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  return [...before, ...zeros, ...after].map((group) => group.toLowerCase().replace(/^0+(?=.)/, ""));
};

/** What of an address one subscriber keeps: an IPv4 address whole, the first 64 bits of an IPv6 one, whose rest they choose. */
export const networkOf = (address: string): string => {
  const plain = address.split("%")[0] ?? address;
  const mapped = MAPPED.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  return isIPv6(plain) ? `${groupsOf(plain).slice(0, 4).join(":")}::/64` : plain;
};
