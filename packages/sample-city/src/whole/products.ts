/**
 * The 24 specialty products (特色农险) of the nine farm insurers. Those under a terms document are policies; of the others
 * the village rolls are written for the day their terms are here.
 */
export interface FarmProduct {
  readonly name: string;
  readonly county: string;
  readonly form: "价格指数" | "养殖" | "种植灾害" | "气象指数";
  /** What is counted: 亩, 头, 只, 箱, 棒. */
  readonly unit: string;
  /** Of one unit, in yuan. */
  readonly sumInsured: number;
  readonly premium: number;
  /** Which of the nine insurers, from 0. */
  readonly insurer: number;
  /** 品种 under `vegetable-price-index/2024`; null where no terms document is here yet. */
  readonly crop: string | null;
}

const product = (
  name: string,
  county: string,
  form: FarmProduct["form"],
  counted: readonly [unit: string, sumInsured: number, premium: number],
  insurer: number,
  crop: string | null = null,
): FarmProduct => ({
  name,
  county,
  form,
  unit: counted[0],
  sumInsured: counted[1],
  premium: counted[2],
  insurer,
  crop,
});

export const FARM_PRODUCTS: readonly FarmProduct[] = [
  product("番茄价格指数保险", "长子县", "价格指数", ["亩", 7500, 600], 0, "番茄"),
  product("黄瓜价格指数保险", "屯留区", "价格指数", ["亩", 7500, 600], 1, "黄瓜"),
  product("尖椒价格指数保险", "长子县", "价格指数", ["亩", 5000, 400], 2, "尖椒"),
  product("大青椒价格指数保险", "长子县", "价格指数", ["亩", 5000, 400], 3, "大青椒"),
  product("西葫芦价格指数保险", "壶关县", "价格指数", ["亩", 5000, 400], 6, "西葫芦"),
  product("武乡特色肉牛养殖保险", "武乡县", "养殖", ["头", 10_000, 500], 5),
  product("沁源黑山羊养殖保险", "沁源县", "养殖", ["只", 800, 48], 4),
  product("育肥猪价格保险", "襄垣县", "价格指数", ["头", 1800, 90], 1),
  product("蛋鸡养殖保险", "屯留区", "养殖", ["只", 30, 2], 2),
  product("中华蜜蜂养殖保险", "平顺县", "养殖", ["箱", 600, 48], 7),
  product("樱桃种植保险", "上党区", "种植灾害", ["亩", 6000, 480], 0),
  product("苹果种植保险", "沁县", "种植灾害", ["亩", 3000, 210], 4),
  product("核桃种植保险", "黎城县", "种植灾害", ["亩", 1500, 105], 8),
  product("花椒种植保险", "平顺县", "种植灾害", ["亩", 2500, 175], 7),
  product("连翘种植保险", "壶关县", "种植灾害", ["亩", 2000, 140], 6),
  product("党参种植保险", "平顺县", "种植灾害", ["亩", 3000, 210], 7),
  product("旱地西红柿种植保险", "壶关县", "种植灾害", ["亩", 4000, 320], 6),
  product("设施大棚保险", "长子县", "种植灾害", ["亩", 12_000, 720], 3),
  product("食用菌种植保险", "武乡县", "种植灾害", ["棒", 3, 0.2], 5),
  product("梅杏种植保险", "武乡县", "种植灾害", ["亩", 3000, 210], 5),
  product("沁州黄小米种植保险", "沁县", "种植灾害", ["亩", 800, 48], 4),
  product("谷子天气指数保险", "武乡县", "气象指数", ["亩", 600, 42], 5),
  product("玉米干旱天气指数保险", "襄垣县", "气象指数", ["亩", 700, 49], 1),
  product("马铃薯天气指数保险", "黎城县", "气象指数", ["亩", 1000, 70], 8),
];
