/** Clauses: their common keys, one effect each, and what goes with it. */
import { type COMMON, OWN, WITH_FOR_EACH, WITH_OVER } from "../terms/readClauses.ts";
import type { EffectKey } from "../terms/readEffects.ts";
import { BESIDE, EFFECTS, NEEDED } from "./effects.ts";
import { list, oneOrMore, ref, type Schema, said, TEXT, whenever } from "./json.ts";

const COMMON_SCHEMAS: Readonly<Record<(typeof COMMON)[number], Schema>> = {
  id: said(TEXT, "编号", "条款的编号，全文唯一", "第二条"),
  text: said(TEXT, "原文", "签约时的原文，解释裁决时逐字引用"),
  law: said(oneOrMore(TEXT), "依据", "所依据的法律条文", ["保险法/25"]),
  when: said(ref("expression"), "当", "不成立时本条不适用", "not(身故)"),
  "instead of": said(TEXT, "替代", "本条是哪一条的例外：两条的条件都成立时，本条取代它", "第四条"),
  "for each": said(
    { type: "string", pattern: "^\\s*\\S(.|\\n)*?\\s+in\\s+(.|\\n)+$" },
    "逐项",
    "对列表的每一项各得一个值",
    "项 in 伤残项目",
  ),
  over: said({ anyOf: [TEXT, list(TEXT, { minItems: 1 })] }, "所涉给付", "只涉及这些给付条款", ["第四条"]),
};

const KEYS = Object.keys(EFFECTS) as readonly EffectKey[];

/** Of the effect's own keys and of `over` and `for each`, only those that belong to it. */
function beside(effect: EffectKey): Schema {
  const own: readonly string[] = OWN[effect];
  // `points` is both a key beside `flag` and no effect of its own.
  const stray = Object.keys(BESIDE).filter((key) => !own.includes(key));
  const off = [
    ...stray,
    ...(WITH_OVER.includes(effect) ? [] : ["over"]),
    ...(WITH_FOR_EACH.includes(effect) ? [] : ["for each"]),
  ];
  const needed = NEEDED[effect] ?? [];
  return whenever(
    { required: [effect] },
    { properties: Object.fromEntries(off.map((key) => [key, false])), required: [...needed] },
  );
}

/** An exception may have no effect: it then only lifts its base. */
const oneEffect: Schema = {
  oneOf: [
    ...KEYS.map((key) => ({ required: [key] })),
    { required: ["instead of"], not: { anyOf: KEYS.map((key) => ({ required: [key] })) } },
  ],
};

const clause: Schema = {
  type: "object",
  properties: { ...COMMON_SCHEMAS, ...EFFECTS, ...BESIDE },
  required: ["id"],
  additionalProperties: false,
  allOf: [oneEffect, ...KEYS.map(beside)],
};

export const CLAUSE_DEFS: { readonly [name: string]: Schema } = { clause };

export const clauses: Schema = said(
  list(ref("clause")),
  "条款",
  "每条有编号、原文，和且只有一个效果（define、table、require、exclude、pay、cap、refer、promise、flag、step、gives）",
);
