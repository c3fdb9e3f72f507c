import type { FieldProblem } from "../kernel/problem.ts";
import { Refused, refuse } from "../kernel/refusal.ts";

/** Carries the fields that were not right to the answer. */
export class InvalidInput extends Refused {
  readonly fields: readonly FieldProblem[];
  constructor(fields: readonly FieldProblem[]) {
    const named = fields.map(({ field, in: where }) => field || where);
    super(
      refuse(
        "invalid",
        "http.invalid-input",
        {
          zh: `以下内容有误：${fields.map((f, i) => `${named[i]} ${f.zh}`).join("；")}。`,
          en: `Not right: ${fields.map((f, i) => `${named[i]} ${f.en}`).join("; ")}.`,
        },
        { fields: named },
      ),
    );
    this.fields = fields;
  }
}
