/** ISO/IEC 7812-1 annex B (Luhn): whether the last digit of a card number checks the others. */
export const luhn = (digits: string): boolean => {
  if (!/^\d{2,}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
};
