import fc from "fast-check";
import { expect, it } from "vitest";
import { PartyId } from "../../kernel/ids.ts";
import { isRefusal } from "../../kernel/refusal.ts";
import { decideVerdict, type JoinRecord, mainOf, type Standing } from "./model.ts";

const id = (n: number): PartyId => PartyId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, "0")}`);
const record = (n: number, given: Partial<JoinRecord> = {}): JoinRecord => ({
  partyId: id(n),
  kind: "person",
  numbers: [],
  ...given,
});
const same = (party: number, other: number) =>
  ({ verdict: "same", party: id(party), other: id(other) }) as const;
const codeOf = (result: unknown) => (isRefusal(result) ? result.code : null);

it("a record that was joined moves along with the one it is shown under", () => {
  const records = [1, 2, 3].map((n) => record(n));
  expect(decideVerdict(same(2, 3), records, [same(2, 1)])).toEqual(same(1, 3));
  expect(mainOf([same(2, 1), same(1, 3)], id(2))).toBe(id(3));
});

it("refuses what cannot be one person, what is one already, and what was found to be two", () => {
  const two = [record(1, { numbers: ["a"] }), record(2, { numbers: ["b"] })];
  expect(codeOf(decideVerdict(same(1, 2), two, []))).toBe("people.join-numbers");
  expect(codeOf(decideVerdict(same(1, 1), two, []))).toBe("people.join-self");
  const kinds = [record(1), record(2, { kind: "company" })];
  expect(codeOf(decideVerdict(same(1, 2), kinds, []))).toBe("people.join-kinds");
  const plain = [record(1), record(2)];
  expect(codeOf(decideVerdict(same(2, 1), plain, [same(1, 2)]))).toBe("people.join-already");
  const apart = { verdict: "different", party: id(1), other: id(2) } as const;
  expect(codeOf(decideVerdict(same(2, 1), plain, [apart]))).toBe("people.join-marked");
  expect(codeOf(decideVerdict(apart, plain, [same(1, 2)]))).toBe("people.join-undo-first");
  expect(
    decideVerdict(same(1, 2), [record(1, { numbers: ["a", "b"] }), record(2, { numbers: ["b"] })], []),
  ).toEqual(same(1, 2));
});

it("the number of a record that came along counts too", () => {
  const records = [record(1, { numbers: ["a"] }), record(2), record(3, { numbers: ["b"] })];
  expect(codeOf(decideVerdict(same(2, 3), records, [same(1, 2)]))).toBe("people.join-numbers");
});

it("any sequence of joins leaves no circle, and undoing the last gives back the mains of before", () => {
  const pair = fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 }));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 20 }), (pairs) => {
      const records = Array.from({ length: 8 }, (_, n) => record(n));
      let standing: readonly Standing[] = [];
      const mains = () => records.map(({ partyId }) => mainOf(standing, partyId));
      for (const [a, b] of pairs) {
        const before = mains();
        const found = decideVerdict(same(a, b), records, standing);
        if (isRefusal(found)) continue;
        standing = [...standing, found];
        const after = mains();
        expect(after[a]).toBe(after[b]);
        expect(after[a]).toBe(before[b]);
        const joined = standing;
        standing = standing.slice(0, -1);
        expect(mains()).toEqual(before);
        standing = joined;
      }
    }),
  );
});
