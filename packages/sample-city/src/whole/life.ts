import type { Person } from "../people.ts";
import { criticalIllness, endowment, infantPolicy } from "../policies.ts";
import { type FileRow, partyRow } from "../rows.ts";
import { columnsOf } from "./columns.ts";
import { type CityFile, PARTY_COLUMNS } from "./files.ts";
import { asCustomer, chanceAt, infant, resident } from "./residents.ts";
import { type CitySize, inProportion } from "./size.ts";

/** A life insurer's place among its kind, and what its own numbers begin with. */
export interface LifeInsurer {
  readonly at: number;
  readonly prefix: string;
  /** How many adults it insures in a city of the article's size. */
  readonly adults: number;
  /** How many children of the childcare programme. */
  readonly infants: number;
}

/** Customers stand evenly in the city, so that many have cover of two or three insurers. */
const STRIDE = 37;

/** Each has one long-term policy or two. */
const policiesOf = (
  size: CitySize,
  { at, prefix }: LifeInsurer,
  insured: Person,
  n: number,
  today: string,
): FileRow[] => {
  const luck = chanceAt(size.seed, n, 10 + at);
  const number = (kind: string) => `${prefix}${kind}${String(n).padStart(8, "0")}`;
  const rows: FileRow[] = [];
  if (luck.happens(0.7)) rows.push(criticalIllness(luck, insured, number("Z"), today));
  if (rows.length === 0 || luck.happens(0.3)) rows.push(endowment(luck, insured, number("L"), today));
  return rows;
};

const examples = (size: CitySize, insurer: LifeInsurer, today: string): FileRow[] => {
  const someone = asCustomer(resident(size.seed, 0), insurer.prefix);
  return Array.from({ length: 40 }, (_, seed) => seed).flatMap((seed) => [
    criticalIllness(chanceAt(seed, 0, 0), someone, "0", today),
    endowment(chanceAt(seed, 0, 0), someone, "0", today),
  ]);
};

const partiesFile = (filename: string, about: number, people: () => Iterable<Person>): CityFile => ({
  kind: "parties",
  filename,
  about,
  columns: PARTY_COLUMNS,
  *rows() {
    for (const person of people()) yield partyRow(person);
  },
});

/** Long-term policies of many years as of `today`: in force, lapsed, matured, surrendered; some owners cannot be reached. */
export const lifeFiles = (size: CitySize, insurer: LifeInsurer, today: string): CityFile[] => {
  const { at, prefix } = insurer;
  const adults = inProportion(size, insurer.adults);
  function* people(): Generator<Person> {
    for (let n = 0; n < adults; n += 1) yield asCustomer(resident(size.seed, n * STRIDE + at), prefix);
  }
  return [
    partiesFile("长险-客户资料.csv", adults, people),
    {
      kind: "policies",
      filename: "长险-保单资料.csv",
      columns: columnsOf(examples(size, insurer, today)),
      about: adults,
      *rows() {
        let n = 0;
        for (const person of people()) yield* policiesOf(size, insurer, person, n++, today);
      },
    },
    partiesFile("长险-联系方式变更.csv", Math.ceil(adults / MOVED_EVERY), function* () {
      let n = 0;
      for (const person of people()) if (n++ % MOVED_EVERY === 0) yield { ...person, phone: newPhoneOf(n) };
    }),
    ...infantFiles(size, insurer, today),
  ];
};

/** One in so many has told a new phone since; the old one stays on record as stale. */
const MOVED_EVERY = 20;
const newPhoneOf = (n: number): string => `1546${String(n).padStart(7, "0")}`;

/** The roll of the childcare programme (普惠托育), where the insurer has one. */
const infantFiles = (size: CitySize, { infants, prefix }: LifeInsurer, today: string): CityFile[] => {
  const count = inProportion(size, infants);
  if (count === 0) return [];
  const child = (n: number): Person => asCustomer(infant(size.seed, n), `${prefix}YE`);
  const row = (n: number) =>
    infantPolicy(chanceAt(size.seed, n, 5), child(n), `${prefix}YE${String(n).padStart(8, "0")}`, today);
  function* children(): Generator<Person> {
    for (let n = 0; n < count; n += 1) yield child(n);
  }
  return [
    partiesFile("托育-幼儿名册.csv", count, children),
    {
      kind: "policies",
      filename: "托育-保单资料.csv",
      columns: columnsOf([row(0)]),
      about: count,
      *rows() {
        for (let n = 0; n < count; n += 1) yield row(n);
      },
    },
  ];
};
