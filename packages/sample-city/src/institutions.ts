import { randomUUID } from "node:crypto";
import { addInstitution, addStaff, InstitutionId, setPayerAccount } from "@goodfaith/platform";
import type { Desk } from "./desk.ts";
import type { SampleInstitution } from "./staff.ts";

const PAYER = {
  bank: "示例银行长治分行",
  bankCode: null,
  number: "0505012309000018866",
  template: "sample-bank-gb18030/1",
};

/** Makes an institution of the sample, its people and the account it pays from; what is there already stays. */
export const makeInstitution = async (desk: Desk, given: SampleInstitution): Promise<void> => {
  const institutionId = InstitutionId.parse(given.institutionId);
  const known = await desk.store.institutions();
  if (known.some((one) => one.institutionId === institutionId)) return;
  await desk.store.within({ institutionId }, async (tx) => {
    const actor = { kind: "system", name: "示例数据", institutionId } as const;
    const context = { tx, actor, clock: desk.clock, newId: randomUUID };
    await addInstitution(context, { name: given.name, sample: true });
    for (const one of given.staff) await addStaff(context, one);
    await setPayerAccount(context, { ...PAYER, holder: given.name });
  });
};
