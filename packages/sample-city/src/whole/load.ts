import type { StaffActor } from "@goodfaith/platform";
import { listImports, runImport } from "@goodfaith/platform/contract";
import { act, type Desk, signInAs } from "../desk.ts";
import { makeInstitution } from "../institutions.ts";
import { LIFE, PROPERTY, passwordOf, type SampleInstitution } from "../staff.ts";
import { cityRecords, smallSampleHas } from "./bring.ts";
import { csvBytes } from "./csv.ts";
import type { CityFile, InstitutionRecords } from "./files.ts";
import { JINHUIBAO, OTHER_FARM, OTHER_LIFE } from "./insurers.ts";
import type { CitySize } from "./size.ts";

const NEW = [JINHUIBAO, ...OTHER_LIFE, ...OTHER_FARM];

/** A file that is there now; `done` counts rows, nearly. */
export interface FileDone {
  readonly institution: string;
  readonly filename: string;
  readonly done: number;
}

/** Files of this institution that were imported whole before. */
const imported = async (desk: Desk, admin: StaffActor): Promise<ReadonlySet<string>> => {
  const names = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await act(desk, admin, listImports, { query: { limit: 200, cursor } });
    for (const run of page.items) if (run.status === "applied") names.add(run.filename);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return names;
};

interface Bringing {
  readonly desk: Desk;
  readonly admin: StaffActor;
  readonly asOf: string;
}

/** One file in one transaction: it is there whole or not at all. */
const importFile = async ({ desk, admin, asOf }: Bringing, file: CityFile): Promise<void> => {
  const { kind, filename } = file;
  if (kind === "input") return;
  desk.clock.set(`${file.day ?? asOf}T12:00:00+08:00`);
  const view = await act(desk, admin, runImport, {
    params: { kind },
    query: { dryRun: "false" },
    file: { filename, mediaType: "text/csv", content: csvBytes(file) },
  });
  if (view.status === "applied") return;
  const [first] = view.problems;
  throw new Error(
    `${filename}: row ${first?.row} ${first?.column}: ${first?.zh} (${view.bad} of ${view.rows})`,
  );
};

const signedIn = (desk: Desk, institution: SampleInstitution, role: string): Promise<StaffActor> => {
  const login = institution.staff.find((one) => one.roles.some((own) => own === role))?.login ?? "";
  return signInAs(desk, login, passwordOf(institution, login));
};

const institutionOf = ({ institutionId }: InstitutionRecords): SampleInstitution => {
  const found = [LIFE, PROPERTY, ...NEW].find((one) => one.institutionId === institutionId);
  if (!found) throw new Error(`no institution ${institutionId}`);
  return found;
};

/** Everything beside the small sample: how much there is, and how to load it. */
export interface Whole {
  /** Rows, nearly: what `done` comes to at the end. */
  readonly rows: number;
  /**
   * File by file through the ordinary importers. A file that is there already is passed over, so that an end half-way costs
   * the file under way and nothing else.
   */
  load(desk: Desk, onFile: (file: FileDone) => void): Promise<void>;
}

/** @param asOf the day on which everything was on record, ISO 8601 */
export const wholeOf = (size: CitySize, asOf: string): Whole => {
  const records = cityRecords(size, asOf, smallSampleHas(asOf));
  const rows = records.flatMap(({ files }) => files).reduce((sum, { about }) => sum + about, 0);
  return { rows, load: (desk, onFile) => loadAll({ desk, asOf, records }, onFile) };
};

interface Loading {
  readonly desk: Desk;
  readonly asOf: string;
  readonly records: readonly InstitutionRecords[];
}

const loadAll = async ({ desk, asOf, records }: Loading, onFile: (file: FileDone) => void): Promise<void> => {
  let done = 0;
  desk.clock.set(`${asOf}T09:00:00+08:00`);
  for (const one of NEW) await makeInstitution(desk, one);
  for (const record of records) {
    const institution = institutionOf(record);
    desk.clock.set(`${asOf}T09:00:00+08:00`);
    const admin = await signedIn(desk, institution, "administrator");
    const there = await imported(desk, admin);
    for (const file of record.files) {
      if (!there.has(file.filename)) await importFile({ desk, admin, asOf }, file);
      done += file.about;
      onFile({ institution: record.name, filename: file.filename, done });
    }
  }
};
