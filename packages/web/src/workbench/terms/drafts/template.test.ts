import { expect, test } from "vitest";
import { check } from "../engine.ts";
import { TEMPLATE } from "./template.ts";
import { asNextEdition } from "./use-begin.ts";

test("the template passes the check as it is", () => {
  expect(check([{ file: "template.yaml", text: TEMPLATE }])).toEqual([]);
});

test("the next edition counts the name on, and changes nothing else", () => {
  expect(asNextEdition("terms: a/2024 # 注\ntitle: 2024")).toBe("terms: a/2025 # 注\ntitle: 2024");
  expect(asNextEdition("# 说明\nterms: 'a/b'\n")).toBe("# 说明\nterms: 'a/b-2'\n");
});
