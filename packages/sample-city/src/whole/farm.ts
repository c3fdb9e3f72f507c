import type { Person } from "../people.ts";
import { policyRow } from "../policies.ts";
import { type FileRow, partyRow } from "../rows.ts";
import { columnsOf } from "./columns.ts";
import { type CityFile, PARTY_COLUMNS } from "./files.ts";
import { FARM_PRODUCTS, type FarmProduct } from "./products.ts";
import { asCustomer, chanceAt, resident } from "./residents.ts";
import { type CitySize, inProportion } from "./size.ts";

/** Households of one product in a city of the article's size. */
const HOUSEHOLDS = 240;
/** Farm households stand apart in the city, those of each product by themselves. */
const STRIDE = 23;

const PREFIX = "NX";
const SEASON = { formedOn: "2024-05-20", effectiveOn: "2024-06-01", maturesOn: "2024-10-31" } as const;

interface Household {
  readonly person: Person;
  readonly product: FarmProduct;
  readonly number: string;
  /** Plots are measured to a tenth, animals are counted. */
  readonly count: number;
}

function* householdsOf(size: CitySize, insurer: number): Generator<Household> {
  const each = inProportion(size, HOUSEHOLDS);
  for (const [at, product] of FARM_PRODUCTS.entries()) {
    if (product.insurer !== insurer) continue;
    for (let n = 0; n < each; n += 1) {
      const place = at * each + n;
      const person = asCustomer(resident(size.seed, place * STRIDE + 5), PREFIX, "农户");
      const luck = chanceAt(size.seed, place, 6);
      const count = product.unit === "亩" ? luck.whole(10, 120) / 10 : luck.whole(3, 60);
      yield { person, product, count, number: `NX2024${String(place).padStart(8, "0")}` };
    }
  }
}

const cropPolicy = ({ person, product, number, count }: Household, today: string): FileRow =>
  policyRow(
    {
      number,
      terms: "vegetable-price-index/2024",
      insured: person,
      ...SEASON,
      sumInsured: Math.round(count * product.sumInsured),
      premium: Math.round(count * product.premium),
      more: {
        产品名称: product.name,
        品种: product.crop ?? "",
        投保面积: String(count),
        实际种植面积: String(count),
        本保险期已赔: "0",
      },
    },
    today,
  );

/** 承保清单: a household's line on its village's roll, for a product whose terms are not here yet. */
const rollRow = ({ person, product, number, count }: Household): FileRow => ({
  清单号: number,
  产品: product.name,
  类别: product.form,
  户名: person.name,
  证件号码: person.identityNumber,
  县区: product.county,
  数量: String(count),
  单位: product.unit,
  每单位保额: product.sumInsured.toFixed(2),
  保险费: (count * product.premium).toFixed(2),
  起期: SEASON.effectiveOn,
  止期: SEASON.maturesOn,
});

/** What one of the nine brings: its farmers, the policies whose terms are here, and the rolls of the rest as inputs. */
export const farmFiles = (size: CitySize, insurer: number, today: string): CityFile[] => {
  function* some(decided: boolean): Generator<Household> {
    for (const one of householdsOf(size, insurer)) if ((one.product.crop !== null) === decided) yield one;
  }
  const [example] = householdsOf({ ...size, people: Math.max(size.people, 1000) }, insurer);
  if (!example) throw new Error(`no product is insurer ${insurer}'s`);
  const hasCrop = FARM_PRODUCTS.some((one) => one.insurer === insurer && one.crop !== null);
  const about = inProportion(size, HOUSEHOLDS);
  const parties: CityFile = {
    kind: "parties",
    filename: "农险-农户资料.csv",
    columns: PARTY_COLUMNS,
    about,
    *rows() {
      for (const { person } of householdsOf(size, insurer)) yield partyRow(person);
    },
  };
  const policies: CityFile = {
    kind: "policies",
    filename: "农险-保单资料.csv",
    columns: columnsOf([cropPolicy(example, today)]),
    about,
    *rows() {
      for (const one of some(true)) yield cropPolicy(one, today);
    },
  };
  const roll: CityFile = {
    kind: "input",
    filename: "农险-承保清单.csv",
    columns: columnsOf([rollRow(example)]),
    about,
    *rows() {
      for (const one of some(false)) yield rollRow(one);
    },
  };
  return [parties, ...(hasCrop ? [policies] : []), roll];
};
