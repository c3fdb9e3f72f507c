import { randomUUID } from "node:crypto";
import {
  type CallInput,
  type CallOutput,
  type Clock,
  cents,
  InstitutionId,
  type Operation,
  type Permission,
  type Platform,
  parseYuan,
  type StaffActor,
  type StaffId,
  type Store,
  type UploadedFile,
} from "@goodfaith/platform";
import { StaffSession, signIn } from "@goodfaith/platform/contract";

/** The platform as the sample's people use it: every change goes through an operation, as it would over HTTP. */
export interface Desk {
  readonly store: Store;
  readonly platform: Platform;
  /** Set to the time of each act, so that reports and clocks stand where the story puts them. */
  readonly clock: Clock & { set(at: string): void };
}

type Input<Op extends Operation> = Partial<CallInput<Op>> & { readonly file?: UploadedFile };

const boundTo = ({ platform }: Desk, operation: Operation) => {
  const bound = platform.operations.find((one) => one.operation.id === operation.id);
  if (!bound) throw new Error(`the platform has no operation ${operation.id}`);
  return bound;
};

/** Parses the input as the operation says and runs it as this person, in one transaction. @throws Refused as the operation does */
export const act = async <Op extends Operation>(
  desk: Desk,
  actor: StaffActor,
  operation: Op,
  input: Input<Op>,
): Promise<CallOutput<Op>> => {
  const bound = boundTo(desk, operation);
  if (bound.kind !== "staff") throw new Error(`${operation.id} is not for staff`);
  if ("staff" in operation.who && !actor.permissions.has(operation.who.staff))
    throw new Error(`${actor.name} may not ${operation.id}`);
  const parsed = {
    params: operation.params?.parse(input.params ?? {}),
    query: operation.query?.parse(input.query ?? {}),
    body: operation.body?.parse(input.body ?? {}),
    file: input.file,
  };
  return desk.store.within({ institutionId: actor.institutionId }, async (tx) => {
    const context = { tx, actor, clock: desk.clock, newId: randomUUID };
    return (await bound.run(context, parsed)) as CallOutput<Op>;
  });
};

/** Signs a member of staff in with login and password, as the sign-in page does. */
export const signInAs = async (desk: Desk, login: string, password: string): Promise<StaffActor> => {
  const bound = boundTo(desk, signIn);
  if (bound.kind !== "entry") throw new Error("signing in needs nobody signed in");
  const context = {
    store: desk.store,
    clock: desk.clock,
    newId: randomUUID,
    token: undefined,
    device: undefined,
    browser: undefined,
    origin: "http://localhost",
    address: "127.0.0.1",
    // The sample's people need no cookie; the session itself runs out by its own time.
    setSession: () => undefined,
    setDevice: () => undefined,
  };
  const answer = await bound.run(context, {
    params: undefined,
    query: undefined,
    body: { login, password },
    file: undefined,
  });
  const { staff, institution } = StaffSession.parse(answer);
  const limit = staff.approvalLimit === null ? null : parseYuan(staff.approvalLimit);
  return {
    kind: "staff",
    staffId: staff.staffId as StaffId,
    name: staff.name,
    institutionId: InstitutionId.parse(institution.institutionId),
    sample: institution.sample,
    permissions: new Set(staff.permissions as Permission[]),
    approvalLimit: limit === null ? null : cents(limit),
  };
};
