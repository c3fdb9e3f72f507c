import fc from "fast-check";
import { expect, it } from "vitest";
import { isRefusal } from "../kernel/refusal.ts";
import { type AnswerKind, type CoreCommand, decide, evolve, type Instruction, REQUESTED } from "./model.ts";

const answer = (said: AnswerKind): CoreCommand => ({
  type: "answer",
  answer: said,
  by: "core",
  reference: null,
  reason: said === "refused" ? "no" : null,
});
const run = (commands: readonly CoreCommand[]): Instruction =>
  commands.reduce((state, command) => {
    const events = decide(command, state);
    return isRefusal(events) ? state : events.reduce(evolve, state);
  }, REQUESTED);
const cancel: CoreCommand = { type: "cancel", by: "me", reason: "a mistake" };
const send: CoreCommand = { type: "send" };

it("settled without an acknowledgement on the way was acknowledged; what comes late or twice changes nothing", () => {
  const events = decide(answer("settled"), REQUESTED);
  expect(isRefusal(events) || events.map(({ type }) => type)).toEqual(["acknowledged", "settled"]);
  const settled = run([answer("settled")]);
  expect(run([answer("settled"), answer("acknowledged"), answer("settled")])).toEqual(settled);
});

it("answers that exclude each other are kept as a contradiction and change no status", () => {
  expect(run([answer("refused"), answer("settled")])).toMatchObject({
    status: "refused",
    contradicted: true,
  });
  expect(run([answer("settled"), answer("refused")])).toMatchObject({
    status: "settled",
    contradicted: true,
  });
  expect(run([cancel, answer("acknowledged")])).toMatchObject({ status: "cancelled", contradicted: true });
});

it("is taken back only before it was ever sent", () => {
  expect(run([cancel])).toMatchObject({ status: "cancelled", reason: "a mistake" });
  expect(decide(cancel, run([send]))).toMatchObject({ refused: true, code: "core.already-sent" });
  expect(decide(cancel, run([send, answer("acknowledged")]))).toMatchObject({ code: "core.not-open" });
});

it("whatever order a consistent core's messages come in, lost and repeated, the end is what the core last said", () => {
  const said = fc.constantFrom<readonly AnswerKind[]>(["acknowledged", "settled"], ["refused"]);
  fc.assert(
    fc.property(said, fc.array(fc.nat({ max: 5 }), { maxLength: 30 }), (all, picks) => {
      const messages = picks.map((n) => (n === 5 ? send : answer(all[n % all.length] ?? "refused")));
      const end = run(messages);
      expect(end.contradicted).toBe(false);
      const heard = messages.flatMap((one) => (one.type === "answer" ? [one.answer] : []));
      expect(end.status).toBe(heard.includes("settled") ? "settled" : (heard[0] ?? "requested"));
    }),
  );
});
