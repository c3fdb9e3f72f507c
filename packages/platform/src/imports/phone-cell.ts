import { readPhone } from "../people/index.ts";
import { bad, type CellReading, good } from "./column.ts";

/** A cell that holds a phone. */
export const phoneCell = (text: string): CellReading<string> => {
  const reading = readPhone(text);
  return reading.ok ? good(reading.value) : bad(reading.problem.zh, reading.problem.en);
};
