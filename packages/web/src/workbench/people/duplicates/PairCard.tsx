import type { LikelyDuplicate, RecordLine } from "@goodfaith/platform/contract";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { z } from "zod";
import { useFormat } from "../../../shared/format/use-format.ts";
import { Card } from "../../../shared/ui/Card.tsx";
import { Chip } from "../../../shared/ui/Chip.tsx";
import css from "./Duplicates.module.css";
import type { Judging } from "./JudgeDialog.tsx";

type Pair = z.infer<typeof LikelyDuplicate>;

/** One of the two records: enough to tell, nothing opened. */
const Record = ({ record }: { readonly record: z.infer<typeof RecordLine> }) => {
  const { t } = useTranslation();
  const { longDay } = useFormat();
  const lines = [
    [t("people.identity"), record.identityMasked],
    [t("duplicates.born"), record.born ? longDay(record.born) : null],
    [t("people.phone"), record.phoneMasked],
    [t("duplicates.customer"), record.customerNumber],
    [t("people.policies"), String(record.policies)],
  ] as const;
  return (
    <div className={css.record}>
      <Link to={`/people/${record.partyId}`}>
        <b>{record.name}</b>
      </Link>
      <dl>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">{value ?? "—"}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
};

/** Two records side by side, what they share, and the two things a person may find. */
export const PairCard = ({
  pair,
  onJudge,
}: {
  readonly pair: Pair;
  readonly onJudge: (judging: Judging) => void;
}) => {
  const { t } = useTranslation();
  const [older, newer] = pair.records;
  const names = t("duplicates.pair", { a: older.name, b: newer.name });
  return (
    <Card label={names}>
      <p className={css.evidence}>
        <span className="soft">{t("duplicates.shared")}</span>
        {pair.evidence.map((why) => (
          <Chip key={why} tone={why === "number" ? "pine" : "plain"}>
            {t(`duplicates.evidence.${why}`)}
          </Chip>
        ))}
      </p>
      <div className={css.two}>
        <Record record={older} />
        <Record record={newer} />
      </div>
      <div className={css.acts}>
        <Button type="primary" onClick={() => onJudge({ verdict: "same", party: newer, other: older })}>
          {t("duplicates.same")}
        </Button>
        <Button onClick={() => onJudge({ verdict: "different", party: newer, other: older })}>
          {t("duplicates.different")}
        </Button>
      </div>
    </Card>
  );
};
