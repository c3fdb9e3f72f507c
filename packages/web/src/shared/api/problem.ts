/** What went wrong, as the server said it (RFC 9457), or as the page found it. */
export interface ProblemBody {
  readonly title: string;
  readonly titleEn: string;
  readonly detail: string | null;
  readonly detailEn: string | null;
  readonly code: string;
  readonly status: number;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Which fields of the request were not right, and what would be. */
  readonly fields: readonly FieldProblem[];
}

export interface FieldProblem {
  readonly field: string;
  readonly zh: string;
  readonly en: string;
}

export class Problem extends Error {
  readonly body: ProblemBody;
  constructor(body: ProblemBody) {
    super(`${body.code}: ${body.titleEn}`);
    this.name = "Problem";
    this.body = body;
  }
  get status(): number {
    return this.body.status;
  }
  get code(): string {
    return this.body.code;
  }
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
const text = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value : null;

const fieldsOf = (value: unknown): FieldProblem[] =>
  (Array.isArray(value) ? value : []).flatMap((item) => {
    const { field, zh, en } = record(item);
    return typeof zh === "string" ? [{ field: text(field) ?? "", zh, en: text(en) ?? zh }] : [];
  });

const fallback = (status: number): { zh: string; en: string } =>
  status >= 500
    ? {
        zh: "服务器没能完成这一步，什么都没有改变，请稍后再试",
        en: "The server could not do this; nothing has changed. Please try again shortly",
      }
    : { zh: "这一步没有被接受", en: "This was not accepted" };

/** Reads a problem document; whatever is missing is filled with plain words. */
export const readProblem = (status: number, body: unknown): Problem => {
  const given = record(body);
  const words = fallback(status);
  return new Problem({
    title: text(given.title) ?? words.zh,
    titleEn: text(given.titleEn) ?? text(given.title) ?? words.en,
    detail: text(given.detail),
    detailEn: text(given.detailEn) ?? null,
    code: text(given.code) ?? `http.${status}`,
    status,
    facts: record(given.facts),
    fields: fieldsOf(given.fields),
  });
};

/** The network is gone, or the server is: nothing reached it, or its answer did not reach us. */
export const unreachable = (): Problem =>
  new Problem({
    title: "现在连不上服务器，请检查网络后重试",
    titleEn: "The server cannot be reached; check the network and try again",
    detail: null,
    detailEn: null,
    code: "network",
    status: 0,
    facts: {},
    fields: [],
  });

/** The answer does not have the shape the contract says: page and server are of different versions. */
export const misshapen = (operation: string): Problem =>
  new Problem({
    title: "服务器的答复与页面版本不符，请刷新页面",
    titleEn: "The server's answer does not fit this page's version; please reload",
    detail: null,
    detailEn: null,
    code: "contract",
    status: 0,
    facts: { operation },
    fields: [],
  });
