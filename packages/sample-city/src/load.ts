import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  compose,
  dayInChina,
  fixedClock,
  InstitutionId,
  type StaffActor,
  StaffId,
  type Store,
} from "@goodfaith/platform";
import { listClaims } from "@goodfaith/platform/contract";
import { city, type Size } from "./city.ts";
import { claimPlans } from "./claim-plans.ts";
import { addDays } from "./days.ts";
import { act, type Desk, signInAs } from "./desk.ts";
import { makeInstitution } from "./institutions.ts";
import { importRows } from "./load-files.ts";
import { openOffices } from "./offices.ts";
import { LIFE, PROPERTY, passwordOf, type SampleInstitution } from "./staff.ts";
import { sampleFiles } from "./statements.ts";
import { MRS_WANG, WANG, WANG_FACTS, WANG_SOURCE, wangPolicies } from "./story.ts";
import { type Crew, report, takeClaim } from "./take-claim.ts";
import { JINHUIBAO } from "./whole/insurers.ts";
import { wholeOf } from "./whole/load.ts";
import { FULL } from "./whole/size.ts";

export interface LoadOptions {
  readonly size: Size;
  /** The time that “today” is; claims are reported some days before it. Now where left out. */
  readonly now?: Date;
  /** Where the story's statement files are written, for a person to drop on the case. Not written where left out. */
  readonly filesFolder?: string;
}
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly zh: string;
  readonly en: string;
}
/** Who may sign in where, for the start to print; the consumer signs in with a code from the outbox. */
export interface Loaded {
  readonly signIns: readonly {
    readonly institution: string;
    readonly login: string;
    readonly password: string;
    readonly name: string;
  }[];
  readonly consumer: { readonly name: string; readonly phone: string };
  readonly files: readonly string[];
}

/** The story is reported nine days before today, at five past ten. */
const STORY_DAYS_AGO = 9;

/** What a step of the small sample weighs beside a row of the whole city, in the bar. */
const STEP_ROWS = 100;

/**
 * Loads the sample city through the ordinary importers and operations. What is there already stays as it is, so that it may
 * be run at every start.
 */
export const loadSample = async (
  store: Store,
  options: LoadOptions,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Loaded> => {
  const now = options.now ?? new Date();
  const clock = fixedClock(now.toISOString());
  const desk: Desk = { store, clock, platform: compose({ store, clock }) };
  const files = await writeFiles(options.filesFolder);
  // Everything was on record a month before the first report.
  const onRecord = addDays(dayInChina(now), -30);
  const whole = options.size === "full" ? wholeOf(FULL, onRecord) : null;
  const rest = whole?.rows ?? 0;
  await loadSmall(desk, now, onRecord, ({ done, total, ...what }) =>
    onProgress({ done: done * STEP_ROWS, total: total * STEP_ROWS + rest, ...what }),
  );
  if (whole) {
    const before = smallSteps(onRecord) * STEP_ROWS;
    await whole.load(desk, ({ institution, done }) =>
      onProgress({ done: before + done, total: before + rest, zh: institution, en: institution }),
    );
  }
  return loaded(files, options.size);
};

const smallSteps = (onRecord: string): number => 4 + claimPlans(onRecord).length;

const loadSmall = async (
  desk: Desk,
  now: Date,
  onRecord: string,
  onProgress: (progress: Progress) => void,
): Promise<void> => {
  const { clock } = desk;
  const today = dayInChina(now);
  const plans = claimPlans(onRecord);
  const total = smallSteps(onRecord);
  let done = 0;
  const step = (zh: string, en: string): void => {
    done += 1;
    onProgress({ done, total, zh, en });
  };
  const at = (daysAgo: number, time: string): string => `${addDays(today, -daysAgo)}T${time}+08:00`;
  if (await isLoaded(desk, plans.length + 1)) return;

  const files = city(onRecord);
  clock.set(`${onRecord}T09:00:00+08:00`);
  for (const one of [LIFE, PROPERTY]) await makeInstitution(desk, one);
  step("机构与人员", "Institutions and staff");
  await loadFiles(desk, LIFE, files.life);
  step("示例人寿的客户与保单", "People and policies of the life insurer");
  await loadFiles(desk, PROPERTY, files.property);
  step("示例财险的客户与保单", "People and policies of the property insurer");

  await openOffices(desk, today);
  clock.set(`${onRecord}T09:00:00+08:00`);
  const crew = await crewOf(desk);
  const storyAt = at(STORY_DAYS_AGO, "10:05:00");
  await report(desk, crew, {
    identityNumber: WANG.identityNumber,
    policies: wangPolicies(onRecord).map((row) => row.保单号 ?? ""),
    eventKind: "death",
    facts: WANG_FACTS,
    source: WANG_SOURCE,
    at: storyAt,
  });
  step("王先生的案件", "The story's claim");
  for (const [n, plan] of plans.entries()) {
    const reportedAt = at(plan.reportedDaysAgo, `0${8 + (n % 2)}:${10 + n * 2}:00`);
    const caseId = await report(desk, crew, {
      ...plan,
      identityNumber: plan.insured.identityNumber,
      policies: [plan.policy.保单号 ?? ""],
      at: reportedAt,
    });
    if (caseId) await takeClaim(desk, crew, caseId, reportedAt, plan.reach);
    step("其他理赔", "Other claims");
  }
};

const loaded = (files: readonly string[], size: Size): Loaded => ({
  signIns: [LIFE, PROPERTY, ...(size === "full" ? [JINHUIBAO] : [])].flatMap(signInsOf),
  consumer: { name: MRS_WANG.name, phone: MRS_WANG.phone },
  files,
});

/**
 * Claims come last, so that all of them being there means that everything is. Asked in the loader's own name: a password
 * that somebody changed does not matter then.
 */
const isLoaded = async (desk: Desk, claims: number): Promise<boolean> => {
  const loader: StaffActor = {
    kind: "staff",
    staffId: StaffId.parse(randomUUID()),
    name: "示例数据",
    institutionId: InstitutionId.parse(LIFE.institutionId),
    sample: true,
    permissions: new Set(["claims.read"]),
    approvalLimit: null,
  };
  const { total } = await act(desk, loader, listClaims, { query: { limit: 1 } });
  return total >= claims;
};

const loadFiles = async (
  desk: Desk,
  institution: SampleInstitution,
  files: ReturnType<typeof city>["life"],
): Promise<void> => {
  const login = institution.staff.find((one) => one.roles.includes("administrator"))?.login ?? "";
  const admin = await signInAs(desk, login, passwordOf(institution, login));
  await importRows(desk, admin, "parties", "客户资料.csv", files.parties);
  await importRows(desk, admin, "policies", "保单资料.csv", files.policies);
};

const crewOf = async (desk: Desk): Promise<Crew> => ({
  handler: await signInAs(desk, "li.gong", passwordOf(LIFE, "li.gong")),
  approver: await signInAs(desk, "zhao", passwordOf(LIFE, "zhao")),
  payer: await signInAs(desk, "sun", passwordOf(LIFE, "sun")),
});

const signInsOf = ({ name: institution, staff }: SampleInstitution) =>
  staff.map(({ login, password, name }) => ({ institution, login, password, name }));

const writeFiles = async (folder: string | undefined): Promise<string[]> => {
  if (folder === undefined) return [];
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const { filename, content } of await sampleFiles()) {
    const path = join(folder, filename);
    await writeFile(path, content);
    paths.push(path);
  }
  return paths;
};
