import { city } from "../city.ts";
import { LIFE, PROPERTY } from "../staff.ts";
import { farmFiles } from "./farm.ts";
import type { CityFile, InstitutionRecords } from "./files.ts";
import { JINHUIBAO, OTHER_FARM, OTHER_LIFE } from "./insurers.ts";
import { type Elsewhere, jinhuibaoFiles } from "./jinhuibao.ts";
import { lifeFiles } from "./life.ts";
import { settlementFiles } from "./settlement-files.ts";
import type { CitySize } from "./size.ts";

/** What `jinhuibao/2024` itself pays at most in a year, in 万元: the limit of its policies in the small sample. */
const SMALL_LIMIT_WAN = 150;

/** The 晋惠保 of 2024 that people of the small sample have: part of the city's. */
export const smallSampleHas = (today: string): Elsewhere => {
  const { life, property } = city(today);
  const policies = [...life.policies, ...property.policies].filter(
    (row) => row.条款编号 === "jinhuibao/2024",
  ).length;
  return { policies, limits_wan: policies * SMALL_LIMIT_WAN };
};

export const NOBODY_ELSEWHERE: Elsewhere = { policies: 0, limits_wan: 0 };

/**
 * Everything that the city's institutions bring as of `today` (ISO 8601), each with its files in the order in which they are
 * read; `elsewhere` is what stands beside them already. Nothing is made before its rows are asked for.
 */
export const cityRecords = (size: CitySize, today: string, elsewhere: Elsewhere): InstitutionRecords[] => {
  const records = (
    { institutionId, name }: Pick<InstitutionRecords, "institutionId" | "name">,
    files: readonly CityFile[],
  ): InstitutionRecords => ({ institutionId, name, files });
  return [
    records(JINHUIBAO, [...jinhuibaoFiles(size, elsewhere), ...settlementFiles(size)]),
    records(LIFE, lifeFiles(size, { at: 0, prefix: "RS", adults: 2400, infants: 1200 }, today)),
    ...OTHER_LIFE.map((insurer, n) =>
      records(insurer, lifeFiles(size, { at: n + 1, prefix: `RS${n + 1}`, adults: 1600, infants: 0 }, today)),
    ),
    ...[PROPERTY, ...OTHER_FARM].map((insurer, n) => records(insurer, farmFiles(size, n, today))),
  ];
};
