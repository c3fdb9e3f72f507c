import type { CallOutput, Operation, ParsedInput } from "../kernel/operation.ts";
import type { ConsumerContext, Context, StaffActor } from "../store/index.ts";
import type { EntryContext } from "./entry.ts";

/**
 * An operation joined to the function behind it. What the function gets depends on who may call it: staff with a
 * transaction bound to their institution, a consumer with one for each grant, anyone with what signing in needs.
 */
export type Bound =
  | { readonly kind: "staff"; readonly operation: Operation; readonly run: Run<Context<StaffActor>> }
  | { readonly kind: "consumer"; readonly operation: Operation; readonly run: Run<ConsumerContext> }
  | { readonly kind: "entry"; readonly operation: Operation; readonly run: Run<EntryContext> };

type Run<C> = (context: C, input: ParsedInput<Operation>) => Promise<unknown>;
type Behind<C, Op extends Operation> = (context: C, input: ParsedInput<Op>) => Promise<CallOutput<Op>>;

/** The input was parsed by this very operation's shapes, which is what makes the narrower type true. */
const erase = <C, Op extends Operation>(run: Behind<C, Op>): Run<C> => {
  return (context, input) => run(context, input as ParsedInput<Op>);
};

/** For `who: { staff: permission }` and `{ signedIn: true }`: `run` is inside one transaction at the person's institution. */
export const bind = <Op extends Operation>(
  operation: Op,
  run: NoInfer<Behind<Context<StaffActor>, Op>>,
): Bound => {
  if (!("staff" in operation.who || "signedIn" in operation.who)) throw wrong(operation, "bind");
  return { kind: "staff", operation, run: erase(run) };
};

/** For `who: { consumer: true }`: `context.within(grant, fn)` opens a transaction for one grant. */
export const bindConsumer = <Op extends Operation>(
  operation: Op,
  run: NoInfer<Behind<ConsumerContext, Op>>,
): Bound => {
  if (!("consumer" in operation.who)) throw wrong(operation, "bindConsumer");
  return { kind: "consumer", operation, run: erase(run) };
};

/** For `who: { anyone: true }`: signing in and out. */
export const bindEntry = <Op extends Operation>(
  operation: Op,
  run: NoInfer<Behind<EntryContext, Op>>,
): Bound => {
  if (!("anyone" in operation.who)) throw wrong(operation, "bindEntry");
  return { kind: "entry", operation, run: erase(run) };
};

const wrong = (operation: Operation, made: string) =>
  new TypeError(`${operation.id} is for ${JSON.stringify(operation.who)}; ${made} does not fit`);
