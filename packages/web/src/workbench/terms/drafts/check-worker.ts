import { type CheckInput, check } from "@goodfaith/clauses";

/** What the page asks of its checker, and what it answers: the same number, so that an old answer is known as old. */
export interface CheckQuestion {
  readonly number: number;
  readonly text: string;
  readonly neighbours: readonly CheckInput[];
}
export interface CheckAnswer {
  readonly number: number;
  readonly problems: ReturnType<typeof check>;
}

const DRAFT = "draft";

/** Checking may take a moment, and a hostile text long: it runs beside the page, which can end it. */
addEventListener("message", ({ data }: MessageEvent<CheckQuestion>) => {
  const { number, text, neighbours } = data;
  const problems = check([...neighbours, { file: DRAFT, text }]).filter(({ file }) => file === DRAFT);
  postMessage({ number, problems } satisfies CheckAnswer);
});
