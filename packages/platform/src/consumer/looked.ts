import type { AuditLine } from "../access/index.ts";
import { timeInChina } from "../kernel/clock.ts";
import type { ConsumerClaim } from "./contract.ts";
import { actionWords } from "./words.ts";

type Looked = ConsumerClaim["looked"];

/** Who is named: staff by their name, oneself as oneself; another who has a right to the case is not named to this person. */
const whoLooked = (line: AuditLine, myself: string): string => {
  if (!line.action.startsWith("consumer.")) return line.by;
  return line.by === myself ? "您本人" : "另一位权利人";
};

/** 谁看过: what the record says about a case and about this person's own payments in it, newest first. */
export const lookedOf = (
  lines: readonly AuditLine[],
  myself: string,
  subjects: ReadonlySet<string>,
): Looked =>
  lines
    .filter(({ subject }) => subjects.has(subject.id))
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map((line) => ({
      at: timeInChina(line.at),
      who: whoLooked(line, myself),
      what: actionWords(line.action),
    }));
