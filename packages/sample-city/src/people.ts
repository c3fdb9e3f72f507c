import { countyAt } from "./counties.ts";
import { addDays } from "./days.ts";
import { cardNumber, identityNumber, phoneNumber } from "./numbers.ts";
import type { Chance } from "./random.ts";

/** Someone of the sample, as an institution's file says it. */
export interface Person {
  readonly customerNumber: string;
  readonly name: string;
  readonly kind: "个人" | "农户" | "企业";
  readonly identityNumber: string;
  readonly bornOn: string;
  readonly phone: string;
  readonly wechat: string;
  readonly address: string;
  readonly county: string;
  readonly card: string;
}

const SURNAMES = [..."王李张刘陈杨赵郭韩崔宋程申苗牛魏常冯贾原"] as [string, ...string[]];
const GIVEN = [
  ..."建国 秀英 志强 桂兰 海燕 永红 丽萍 文斌 小芳 晓东 玉梅 俊杰 春花 宏伟 雪梅 国栋 慧敏 长青 彩霞 立新 金凤 天佑 梓涵 一诺".split(
    " ",
  ),
] as unknown as [string, ...string[]];

/** One adult, or with `infantOf` one child, at place `n` of the city. The same chance and place give the same person. */
export const person = (chance: Chance, n: number, age: "adult" | "infant" = "adult"): Person => {
  const [code, county] = countyAt(chance.whole(1, 100));
  const bornOn =
    age === "infant"
      ? addDays("2022-01-01", chance.whole(0, 1095))
      : addDays("1945-01-01", chance.whole(0, 21_900));
  return {
    customerNumber: `CZ${String(n).padStart(6, "0")}`,
    name: `${chance.pick(SURNAMES)}${chance.pick(GIVEN)}（示例）`,
    kind: "个人",
    identityNumber: identityNumber(code, bornOn, n),
    bornOn,
    phone: phoneNumber(1000 + n),
    wechat: "",
    address: `长治市${county}示例路 ${n} 号`,
    county,
    card: cardNumber(n),
  };
};
