import { type AuditLine, actionWords } from "../access/index.ts";
import { timeInChina } from "../kernel/clock.ts";
import type { ConsumerClaim } from "./contract.ts";

type Looked = ConsumerClaim["looked"];

type Line = Looked[number]["who"];

const MYSELF: Line = { zh: "您本人", en: "yourself" };
const ANOTHER: Line = { zh: "另一位权利人", en: "another entitled person" };
const SOMETHING: Line = { zh: "办理了案件", en: "worked on the case" };

/** Who is named: staff by their name, oneself as oneself; another who has a right to the case is not named to this person. */
const whoLooked = (line: AuditLine, myself: string): Line => {
  if (!line.action.startsWith("consumer.")) return { zh: line.by, en: line.by };
  return line.by === myself ? MYSELF : ANOTHER;
};

/** A case, and this person's own orders in it. */
export interface LookedAt {
  readonly caseId: string;
  readonly own: ReadonlySet<string>;
}

/** A payment to somebody else is nobody else's to know of; all else about the case is told. */
const concerns = ({ subject, detail }: AuditLine, { caseId, own }: LookedAt): boolean => {
  if (subject.kind === "payment") return own.has(subject.id);
  return subject.id === caseId || detail.caseId === caseId;
};

/** 谁看过: what the record says about a case and about this person's own payments in it, newest first. */
export const lookedOf = (lines: readonly AuditLine[], myself: string, looked: LookedAt): Looked =>
  lines
    .filter((line) => concerns(line, looked))
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map((line) => ({
      at: timeInChina(line.at),
      who: whoLooked(line, myself),
      what: actionWords(line.action) ?? SOMETHING,
    }));
