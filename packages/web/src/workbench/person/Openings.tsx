import { useTranslation } from "react-i18next";
import { useFormat } from "../../shared/format/use-format.ts";
import { Card } from "../../shared/ui/Card.tsx";
import css from "./Person.module.css";
import type { Party } from "./PersonPage.tsx";

/** 谁看过: the person can see this too. */
export const Openings = ({ party }: { readonly party: Party }) => {
  const { t } = useTranslation();
  const { when } = useFormat();
  return (
    <Card title={t("people.openings")}>
      {party.openings.length === 0 ? <p className="soft">{t("people.openingsNone")}</p> : null}
      <ul>
        {party.openings.map((opening) => (
          <li key={`${opening.at} ${opening.by} ${opening.what}`} className={css.item}>
            <span>
              {opening.by} · {opening.what}
              <small>{opening.purpose}</small>
            </span>
            <span className="soft small num">{when(opening.at)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
};
