import { type Refusal, refuse } from "../../kernel/refusal.ts";
import type { EndorsementKind } from "../contract.ts";
import { type PolicyStatus, statusName } from "../model.ts";

/** 批单类型, zh and en. */
export const endorsementName: Readonly<
  Record<EndorsementKind, { readonly zh: string; readonly en: string }>
> = {
  reinstatement: { zh: "复效", en: "reinstatement" },
  surrender: { zh: "退保", en: "surrender" },
  termination: { zh: "终止合同", en: "termination" },
  holder: { zh: "变更投保人", en: "change of holder" },
  beneficiary: { zh: "变更受益人", en: "change of beneficiary" },
  contact: { zh: "变更联系方式", en: "change of contact" },
  other: { zh: "其他变更", en: "other change" },
};

const ALIVE: readonly PolicyStatus[] = ["in-force", "grace", "lapsed"];
const FITS: Readonly<Record<EndorsementKind, readonly PolicyStatus[]>> = {
  reinstatement: ["lapsed"],
  surrender: ALIVE,
  termination: ALIVE,
  holder: ALIVE,
  beneficiary: ALIVE,
  contact: ALIVE,
  other: ALIVE,
};

/** The status that an endorsement brings once the core has settled it; null where it changes none. */
export const statusAfter = (kind: EndorsementKind): PolicyStatus | null => {
  if (kind === "reinstatement") return "in-force";
  if (kind === "surrender") return "surrendered";
  return kind === "termination" ? "terminated" : null;
};

/** What may be asked for while the policy stands so, and nothing of the same kind is under way. */
export const mayAsk = (status: PolicyStatus, open: readonly EndorsementKind[]): EndorsementKind[] =>
  (Object.keys(FITS) as EndorsementKind[]).filter(
    (kind) => FITS[kind].includes(status) && !open.includes(kind),
  );

/** Whether an endorsement may be asked for. Whether the terms allow it (such as how long after a lapse) is the terms' to say. */
export const decideEndorsement = (
  asked: { readonly kind: EndorsementKind; readonly effective: string },
  policy: { readonly status: PolicyStatus; readonly since: string; readonly number: string },
  open: readonly EndorsementKind[],
): Refusal | null => {
  const name = endorsementName[asked.kind];
  const facts = { kind: asked.kind, status: policy.status, number: policy.number };
  if (open.includes(asked.kind))
    return refuse(
      "conflict",
      "policies.endorsement-open",
      {
        zh: `保单 ${policy.number} 已有一份“${name.zh}”批单在办，请等它办结或先撤回。`,
        en: `Policy ${policy.number} has a ${name.en} under way; wait for it or take it back first.`,
      },
      facts,
    );
  if (!FITS[asked.kind].includes(policy.status))
    return refuse(
      "conflict",
      "policies.endorsement-status",
      {
        zh: `保单 ${policy.number} 现为“${statusName[policy.status].zh}”，不能申请“${name.zh}”。`,
        en: `Policy ${policy.number} is ${statusName[policy.status].en}; a ${name.en} cannot be asked for.`,
      },
      facts,
    );
  if (statusAfter(asked.kind) !== null && asked.effective < policy.since)
    return refuse(
      "invalid",
      "policies.endorsement-early",
      {
        zh: `生效日 ${asked.effective} 早于现状态的起始日 ${policy.since}，请填写不早于该日的日期。`,
        en: `The day ${asked.effective} is before the present status began (${policy.since}); give a later one.`,
      },
      { ...facts, effective: asked.effective, since: policy.since },
    );
  return null;
};
