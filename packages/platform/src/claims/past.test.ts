import { describe, expect, it } from "vitest";
import { terms, termsApi } from "../terms/index.ts";
import { testDatabase, testStaff } from "../testing/index.ts";
import { countPast, pastDecisions } from "./index.ts";
import { openDesk } from "./testing/desk.ts";
import { refusalOf } from "./testing/story.ts";

const database = await testDatabase();
const { open, run } = await openDesk(database);
const author = await testStaff(database, { permissions: ["terms.draft", "terms.review"] });
const approver = await testStaff(database, { permissions: ["terms.review", "terms.sign", "claims.read"] });
const api = termsApi({ count: countPast, read: pastDecisions });

const call = async <T>(id: string, input: object, as = approver): Promise<T> => {
  const bound = api.find(({ operation }) => operation.id === id);
  if (bound?.kind !== "staff") throw new Error(`no operation ${id}`);
  const whole = { params: undefined, query: undefined, body: undefined, file: undefined, ...input };
  return database.run((context) => bound.run({ ...context, actor: as }, whole) as Promise<T>, as);
};
interface Page {
  readonly total: number;
  readonly counts: Record<string, unknown>;
  readonly rows: readonly Record<string, unknown>[] | null;
  readonly next: string | null;
}

const FAMILY = "life-endowment-holiday";
const text = terms.need(`${FAMILY}/2019`).terms.text;
/** A draft of another edition, for a time to come; `change` alters its text. */
const draftOf = (change: (text: string) => string) =>
  call<{ draftId: string; version: number }>(
    "terms.createDraft",
    {
      body: {
        source: change(text)
          .replace(`terms: ${FAMILY}/2019`, `terms: ${FAMILY}/2030`)
          .replace(/^effective:.*$/m, "effective: { from: 2030-01-01 }"),
      },
    },
    author,
  );
const period = { from: "2025-03-01", to: "2025-03-31", limit: 100 };
const tried = (draft: { draftId: string; version: number }, query: object = {}, as = approver) =>
  call<Page>(
    "terms.tryDraft",
    { params: { draftId: draft.draftId }, query: { ...period, version: draft.version, ...query } },
    as,
  );

describe("a draft on the cases of the past", () => {
  it("changes nothing where it says the same, though its period is another", async () => {
    await open();
    await open();
    const page = await tried(await draftOf((same) => same));
    expect(page).toMatchObject({ total: 2, rows: [], next: null });
    expect(page.counts).toMatchObject({
      cases: 2,
      policies: 2,
      outcomeChanged: 0,
      amountChanged: 0,
      cannot: 0,
      before: { least: "200000.00", most: "2000000.00" },
      after: { least: "200000.00", most: "2000000.00" },
    });
  });

  it("shows whom it would change, masked, with both amounts; page by page; as CSV", async () => {
    const draft = await draftOf((now) => now.replace("pay: 10 * 基本保险金额", "pay: 5 * 基本保险金额"));
    const first = await tried(draft, { limit: 1 });
    expect(first.counts).toMatchObject({ cases: 1, policies: 1 });
    const second = await tried(draft, { limit: 1, cursor: first.next });
    expect(second.next).toBeNull();
    for (const { rows } of [first, second])
      expect(rows).toMatchObject([
        {
          nameMasked: "王**（示例）",
          terms: `${FAMILY}/2019`,
          before: { payable: { least: "100000.00", most: "1000000.00" } },
          after: { payable: { least: "100000.00", most: "500000.00" } },
          cannot: null,
        },
      ]);
    const file = await call<{ content: Uint8Array }>("terms.exportTrial", {
      params: { draftId: draft.draftId },
      query: { ...period, version: draft.version },
    });
    const csv = new TextDecoder().decode(file.content);
    expect(csv.trim().split("\r\n")).toHaveLength(3);
    expect(csv).toContain("王**（示例）");
    expect(csv).not.toContain("王先生");
  });

  it("gives those who may not see cases the counts alone; the trial is on record", async () => {
    const draft = await draftOf((now) => now.replace("pay: 10 * 基本保险金额", "pay: 5 * 基本保险金额"));
    const page = await tried(draft, {}, author);
    expect(page.rows).toBeNull();
    expect(page.counts).toMatchObject({ policies: 2, amountChanged: 2 });
    const noted = await run(({ tx }) =>
      tx
        .selectFrom("audit_entry")
        .select("action")
        .where("subject_id", "=", draft.draftId)
        .where("action", "=", "terms.draft-tried")
        .execute(),
    );
    expect(noted).toHaveLength(1);
  });

  it("asks what was not known then, and is refused while it has errors or has moved on", async () => {
    const draft = await draftOf((now) =>
      now
        .replace("\nfacts:\n", "\nfacts:\n  体检正常: { type: boolean, ask: 体检正常吗？ }\n")
        .replace(
          "\nclauses:\n",
          "\nclauses:\n  - id: 新一条\n    text: 体检须正常。\n    require: 体检正常\n    otherwise: 体检异常\n",
        ),
    );
    const { rows } = await tried(draft);
    expect(rows?.[0]).toMatchObject({ after: { outcome: "open", asks: ["体检正常", "出险时间"] } });
    const broken = await draftOf((now) => now.replace("\nclauses:\n", "\nclauses:\n  - nonsense\n"));
    expect((await refusalOf(tried(broken))).code).toBe("terms.check-failed");
    expect((await refusalOf(tried({ ...draft, version: 9 }))).code).toBe("terms.draft-changed");
  });
});
