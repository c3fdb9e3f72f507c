import { expect, it } from "vitest";
import { loadTestKeys } from "../../access/index.ts";
import { residentCheck } from "../identity.ts";
import { phoneBlind } from "../record.ts";
import { nearBlinds } from "./near.ts";
import { soundOf, soundPattern } from "./sound.ts";

const finds = (typed: string, name: string): boolean => {
  const pattern = soundPattern(typed);
  return pattern !== null && new RegExp(pattern).test(soundOf(name));
};

it("characters that are read alike sound alike; surnames are read as surnames", () => {
  expect(soundOf("王小明")).toBe(soundOf("汪晓鸣"));
  expect(soundOf("张三")).toBe(soundOf("章叁"));
  expect(soundOf("单晓明")).toBe("san xiao min");
  expect(soundOf("王小明")).not.toBe(soundOf("王大明"));
});

it("letters find a name by syllables, their beginnings, or mixed, from the surname on", () => {
  for (const typed of ["wangxiaoming", "wxm", "wangxm", "wang xiao", "WXM", "wanxiaomin", "wxiaom"])
    expect(finds(typed, "王小明（示例）"), typed).toBe(true);
  for (const typed of ["xm", "wm", "wangda", "zxm"]) expect(finds(typed, "王小明"), typed).toBe(false);
  expect(finds("zhang", "张三")).toBe(true);
  expect(finds("lvbu", "吕布")).toBe(true);
  expect(soundPattern("'' ")).toBeNull();
});

it("a number near to the one typed is among those tried, and a number that checks is left alone", () => {
  loadTestKeys();
  const tried = (typed: string) => nearBlinds(typed)?.blinds.map((blind) => blind.toString("hex")) ?? [];
  expect(tried("19900030022")).toContain(phoneBlind("19900030023").toString("hex"));
  expect(tried("19900030022")).toContain(phoneBlind("19900300022").toString("hex"));
  const first17 = "99940319700101123";
  expect(nearBlinds(first17 + residentCheck(first17))).toBeNull();
  expect(nearBlinds("abc")).toBeNull();
});
