import { expect, test } from "vitest";
import { cursorAt, placeAt } from "./cursor.ts";
import { InvalidInput } from "./invalid-input.ts";
import { unreadable } from "./query.ts";

const fields = (query: string) =>
  unreadable(`/api/v1/claims?${query}`).map(({ field, en }) => [field, en.slice(0, 8)]);

test("escapes that are none are named by their parameter", () => {
  for (const value of ["%zz", "%", "100%", "%e7%8e", "%ff", "%ED%A0%80"])
    expect(fields(`limit=5&q=${value}`), value).toEqual([["q", "has perc"]]);
  expect(fields("%zz=1")).toEqual([["", "has perc"]]);
});

test("a name given twice is named; one that can be read is not", () => {
  expect(fields("status=open&status=paid")).toEqual([["status", "may be g"]]);
  expect(fields("s%74atus=open&status=paid")).toEqual([["status", "may be g"]]);
  expect(fields("q=%E7%8E%8B+%2B1=2&limit=5&&mine=true")).toEqual([]);
  expect(unreadable("/api/v1/claims")).toEqual([]);
});

test("a cursor is read back, and anything else is an input that names it", () => {
  const place = { at: new Date("2025-03-10T01:00:00.123Z"), id: "0190a000-0000-7000-8000-000000000001" };
  expect(placeAt(cursorAt(place))).toEqual(place);
  expect(placeAt(undefined)).toBeNull();
  const odd = [
    JSON.stringify(["+275760-09-13T00:00:00.000Z", place.id]),
    JSON.stringify([place.at, "-".repeat(36)]),
    "null",
    "{}",
  ];
  for (const cursor of [
    "AAAA",
    "",
    "\u0000",
    ...odd.map((text) => Buffer.from(text).toString("base64url")),
  ]) {
    const read = () => placeAt(cursor);
    expect(read, cursor).toThrow(InvalidInput);
    expect(read).toThrow(/cursor/);
  }
});
