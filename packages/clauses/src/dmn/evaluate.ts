/** Evaluates the decisions of a model. */
import { type EvaluateOptions, guarded } from "../feel/eval/compile.ts";
import { limitError, newMeter, STEPS_MAX } from "../feel/limits.ts";
import { FeelLimitError } from "../feel/problem.ts";
import type { Value } from "../feel/value.ts";
import type { DmnModel, Drg } from "./model.ts";
import { NOWHERE } from "./native.ts";
import { DmnError, type DmnProblem } from "./problem.ts";
import { Session, type Shared } from "./session.ts";

export interface DmnOptions {
  /** Evaluate this decision or decision service only; without it, every decision of the model. */
  readonly decision?: string;
  /** The clock of `now()` and `today()`: nanoseconds since 1970 in UTC. Without it they are null. */
  readonly now?: () => bigint;
}

export interface DmnResult {
  /** The values of decisions by name, in the order of the model. */
  readonly values: ReadonlyMap<string, Value>;
  /** What went wrong on the way; what could not be computed is null. */
  readonly problems: readonly DmnProblem[];
}

/**
 * The values of a model's decisions. `inputs` are by the names of input data (a decision may be given, too,
 * and is then not computed); those of an imported model stand in a context under the import's name.
 * @throws DmnError where there is no decision of the name asked for
 */
export function evaluateDmn(
  model: DmnModel,
  inputs: ReadonlyMap<string, Value>,
  options: DmnOptions = {},
): DmnResult {
  const evaluation: EvaluateOptions = options.now === undefined ? {} : { now: options.now };
  const shared: Shared = { options: evaluation, problems: [] };
  const budget: Budget = { steps: 0 };
  const session = new Session(model, inputs, shared);
  const values = new Map<string, Value>();
  for (const element of asked(model, options.decision))
    values.set(element.name, valueOrNull(session, element, shared, budget));
  return { values, problems: shared.problems };
}

/** What all decisions of a model may take together; one alone may take `STEPS_MAX`. */
const RUN_STEPS_MAX = 4 * STEPS_MAX;

/** What the decisions so far have taken. */
interface Budget {
  steps: number;
}

function asked(model: DmnModel, name: string | undefined): readonly Drg[] {
  const elements = [...model.elements.values()];
  if (name === undefined) return elements.filter(({ kind }) => kind === "decision");
  const found =
    elements.find((element) => element.kind === "decision" && element.name === name) ??
    elements.find((element) => element.kind === "service" && element.name === name);
  if (found !== undefined) return [found];
  const names = elements.flatMap((element) => (element.kind === "decision" ? [element.name] : []));
  const hint =
    names.length === 0 ? "the model has no decisions" : `name one of ${names.slice(0, 20).join(", ")}`;
  throw new DmnError([{ file: model.file, line: 0, message: `no decision \`${name}\``, hint }]);
}

/** Past a limit, a decision is null and the problem is told. */
function valueOrNull(session: Session, element: Drg, shared: Shared, budget: Budget): Value {
  const meter = newMeter();
  try {
    if (budget.steps > RUN_STEPS_MAX)
      throw limitError("more steps than one model may take", "超过一个模型可用的步数");
    return guarded(NOWHERE, () =>
      element.kind === "service" ? session.serve(element, meter) : session.valueOf(element, meter),
    );
  } catch (error) {
    if (!(error instanceof FeelLimitError)) throw error;
    const { message, hint } = error.problem;
    shared.problems.push({ file: session.model.file, line: element.line, message, hint });
    return null;
  } finally {
    budget.steps += meter.steps;
  }
}
