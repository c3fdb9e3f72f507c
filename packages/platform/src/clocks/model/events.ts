/** The language's JSON of facts, by name. */
export type ClockFacts = Readonly<Record<string, unknown>>;

/** What happens to a subject that its clocks turn on. Every `at` is a time in China, `2024-10-02T08:12:05+08:00`. */
export type ClockEvent =
  /** The day of it says which editions govern: those in force then, whatever is issued later. */
  | { readonly type: "started"; readonly at: string }
  /** Facts of the clocks' terms. A subject that comes to several conclusions at once gives each its `branch`. */
  | {
      readonly type: "known";
      readonly at: string;
      readonly branch: string | null;
      readonly facts: ClockFacts;
    }
  /** 一次性补正通知 reached the person: the clock pauses, once (保险法 22, 解释二 15). */
  | { readonly type: "notice-delivered"; readonly at: string; readonly noticeId: string }
  /** What it asked for came. */
  | { readonly type: "documents-received"; readonly at: string }
  /** An extension of one clause that a second person approved and of which the person was told. */
  | { readonly type: "extended"; readonly at: string; readonly family: string; readonly clause: string }
  /** What a lane promises was done. */
  | { readonly type: "done"; readonly at: string; readonly lane: string }
  /** Nothing is to be done any more: closed, withdrawn. */
  | { readonly type: "ended"; readonly at: string };

type Of<Type extends ClockEvent["type"]> = Extract<ClockEvent, { readonly type: Type }>;

/** What was known at a moment: events up to it, in the order they happened. */
export const heardBy = (events: readonly ClockEvent[], at: string): readonly ClockEvent[] =>
  events
    .filter((event) => event.at <= at)
    .map((event, order) => ({ event, order }))
    .sort((a, b) => (a.event.at < b.event.at ? -1 : a.event.at > b.event.at ? 1 : a.order - b.order))
    .map(({ event }) => event);

export const eventsOf = <Type extends ClockEvent["type"]>(
  events: readonly ClockEvent[],
  type: Type,
): readonly Of<Type>[] => events.filter((event): event is Of<Type> => event.type === type);
