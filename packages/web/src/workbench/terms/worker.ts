import { type CheckInput, type Coverage, check, coverage, readTerms } from "@goodfaith/clauses";

/** What the page asks beside itself: a check of a text among its neighbours, or what its examples reach. */
export type Question =
  | {
      readonly wants: "check";
      readonly number: number;
      readonly text: string;
      readonly neighbours: readonly CheckInput[];
    }
  | { readonly wants: "coverage"; readonly number: number; readonly text: string };
/** The number is the question's, so that an old answer is known as old. */
export type Answer =
  | { readonly is: "check"; readonly number: number; readonly problems: ReturnType<typeof check> }
  | { readonly is: "coverage"; readonly number: number; readonly coverage: Coverage };

const DRAFT = "draft";

const answer = (question: Question): Answer => {
  const { number, text } = question;
  if (question.wants === "coverage") return { is: "coverage", number, coverage: coverage(readTerms(text)) };
  const problems = check([...question.neighbours, { file: DRAFT, text }]);
  return { is: "check", number, problems: problems.filter(({ file }) => file === DRAFT) };
};

/** Checking may take a moment, and a hostile text long: it runs beside the page, which can end it. */
addEventListener("message", ({ data }: MessageEvent<Question>) => postMessage(answer(data)));
