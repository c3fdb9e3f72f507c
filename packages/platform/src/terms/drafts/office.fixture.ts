import type { InstitutionId } from "../../kernel/ids.ts";
import type { Permission } from "../../kernel/operation.ts";
import { type Answer, type TestDatabase, testServer, testStaff } from "../../testing/index.ts";
import { termsApi } from "../index.ts";

/** A document with a benefit of `yuan`, as an office writes it. */
export const written = (id: string, { yuan = 100, from = "2026-01-01", to = "2026-12-31" } = {}): string => `
terms: ${id}
title: 住院津贴（示例）
kind: product
effective: { from: ${from}, to: ${to} }
facts:
  住院: { type: boolean }
clauses:
  - id: 第一条
    text: 住院的，给付 ${yuan} 元。
    when: 住院
    pay: ${yuan}
    as: 保险金
examples:
  - name: 住院
    given: { 住院: true }
    then: { outcome: pay, payable: "${yuan}.00" }
`;

export interface Shown {
  readonly draftId: string;
  readonly version: number;
  readonly digest: string;
  readonly status: string;
}

const TOKEN = "a-test-token-of-".padEnd(20, "-");

/** For tests: an office with the roles as the database gives them, over HTTP. */
export const openOffice = async (database: TestDatabase, institutionId: InstitutionId) => {
  const permissions = async (role: string): Promise<Permission[]> => {
    const rows = await database.run(({ tx }) =>
      tx.selectFrom("role_permission").select("permission").where("role", "=", role).execute(),
    );
    return rows.map(({ permission }) => permission as Permission);
  };
  const make = async (name: string, role: string) =>
    testStaff(database, { name, institutionId, permissions: await permissions(role) });
  const people = new Map([
    ["zhou", await make("周产品（示例）", "product-manager")],
    ["wu", await make("吴产品（示例）", "product-manager")],
    ["zhao", await make("赵经理（示例）", "claims-approver")],
    ["li", await make("李工（示例）", "claims-handler")],
  ]);
  const none = { count: async () => 0, read: async () => ({ decisions: [], cases: 0, next: null }) };
  const client = await testServer(
    database,
    termsApi(none),
    async (token) => people.get(token.slice(TOKEN.length)) ?? null,
  );
  const call = (who: string, method: "GET" | "POST" | "PUT", path: string, body?: object): Promise<Answer> =>
    client.call(method, path, {
      headers: { authorization: `Bearer ${TOKEN}${who}`, "idempotency-key": database.newId() },
      ...(body ? { payload: body } : {}),
    });
  const step = (who: string, name: string, draft: Shown, body: object = {}): Promise<Answer> =>
    call(who, "POST", `/terms-drafts/${draft.draftId}/${name}`, { version: draft.version, ...body });
  const shown = (answer: Answer): Shown => {
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
    return answer.body as unknown as Shown;
  };
  const begin = async (source: string, who = "zhou"): Promise<Shown> =>
    shown(await call(who, "POST", "/terms-drafts", { source }));
  const sign = (who: string, draft: Shown) => step(who, "sign", draft, { digest: draft.digest });
  return {
    people,
    call,
    step,
    shown,
    begin,
    sign,
    save: (who: string, draft: Shown, source: string) =>
      call(who, "PUT", `/terms-drafts/${draft.draftId}`, { version: draft.version, source }),
    upload: (who: string, content: Uint8Array) => {
      const body = Buffer.concat([
        Buffer.from(
          '--b\r\ncontent-disposition: form-data; name="file"; filename="a.yaml"\r\ncontent-type: text/yaml\r\n\r\n',
        ),
        content,
        Buffer.from("\r\n--b--\r\n"),
      ]);
      return client.call("POST", "/terms-drafts/upload", {
        headers: {
          authorization: `Bearer ${TOKEN}${who}`,
          "idempotency-key": database.newId(),
          "content-type": "multipart/form-data; boundary=b",
        },
        payload: body,
      });
    },
    /** From the first line to the second signature. */
    publish: async (source: string): Promise<Shown> => {
      const submitted = shown(await step("zhou", "submit", await begin(source)));
      return shown(await sign("zhao", shown(await sign("wu", submitted))));
    },
  };
};
