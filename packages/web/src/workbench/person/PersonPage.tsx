import { type PartyView, readParty } from "@goodfaith/platform/contract";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { z } from "zod";
import { useRead } from "../../shared/api/hooks.ts";
import { useFormat } from "../../shared/format/use-format.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Reading } from "../../shared/ui/Reading.tsx";
import { SampleBadge } from "../../shared/ui/SampleBadge.tsx";
import { Contacts } from "./Contacts.tsx";
import { Cases, Covers, Relations } from "./Covers.tsx";
import { Openings } from "./Openings.tsx";
import css from "./Person.module.css";
import { Records } from "./Records.tsx";
import { TimeLine } from "./TimeLine.tsx";

export type Party = z.infer<typeof PartyView>;

const Head = ({ party }: { readonly party: Party }) => {
  const { t } = useTranslation();
  const { longDay } = useFormat();
  return (
    <PageHead
      eyebrow={
        <>
          <Chip>{t(`people.kind.${party.kind}`)}</Chip>
          <SampleBadge shown={party.sample} />
        </>
      }
      title={party.name}
      say={[
        party.born ? t("people.born", { day: longDay(party.born) }) : null,
        t("people.holds", { count: party.covers.length }),
        party.openCases > 0 ? t("people.hasCases", { count: party.openCases }) : null,
      ]
        .filter(Boolean)
        .join(" · ")}
    />
  );
};

/** 一人一页: everything about one party on one time line. */
export default function PersonPage() {
  const { partyId = "" } = useParams();
  const party = useRead(readParty, { params: { partyId } });
  return (
    <Reading of={party} lines={9}>
      {(view) => (
        <>
          <Head party={view} />
          <div className={css.grid}>
            <div className={css.stack}>
              <Cases party={view} />
              <Covers party={view} />
              <TimeLine party={view} />
            </div>
            <div className={css.stack}>
              <Contacts party={view} />
              <Records party={view} />
              <Relations party={view} />
              <Openings party={view} />
            </div>
          </div>
        </>
      )}
    </Reading>
  );
}
