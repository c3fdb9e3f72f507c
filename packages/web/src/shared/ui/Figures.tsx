import { yuanShort } from "../format/money.ts";

/** Five digits and more: an amount; a year or a day is left alone. */
const AMOUNT = /((?<![\d.])\d{5,}(?:\.\d+)?)/;

/** The figures in a line of explanation, set apart from its words. */
export const Figures = ({ text }: { readonly text: string }) => {
  const seen = new Map<string, number>();
  return text.split(AMOUNT).map((part) => {
    const nth = (seen.get(part) ?? 0) + 1;
    seen.set(part, nth);
    return AMOUNT.test(part) ? (
      <em key={`${part} ${nth}`} className="num">
        {yuanShort(part)}
      </em>
    ) : (
      part
    );
  });
};
