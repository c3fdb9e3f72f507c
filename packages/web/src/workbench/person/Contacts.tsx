import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../shared/format/use-format.ts";
import { useMay } from "../../shared/session/use-session.ts";
import { Card } from "../../shared/ui/Card.tsx";
import { Chip, type Tone } from "../../shared/ui/Chip.tsx";
import css from "./Person.module.css";
import type { Party } from "./PersonPage.tsx";
import { type Opening, RevealDialog } from "./RevealDialog.tsx";

const TONES: Record<"good" | "stale" | "unknown", Tone> = { good: "pine", stale: "amber", unknown: "plain" };

interface MaskedProps {
  readonly name: string;
  readonly masked: string;
  readonly value: string | undefined;
  readonly onOpen: () => void;
}

const Masked = ({ name, masked, value, onOpen }: MaskedProps) => {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <span>
      <b className="num">{value ?? masked}</b>{" "}
      {value === undefined && may("people.reveal") ? (
        <Button size="small" type="link" onClick={onOpen} aria-label={t("people.openAria", { what: name })}>
          {t("people.open")}
        </Button>
      ) : null}
    </span>
  );
};

/** 联系方式: masked; each opening asks what for and stays on record. */
export const Contacts = ({ party }: { readonly party: Party }) => {
  const { t } = useTranslation();
  const { longDay } = useFormat();
  const [opening, setOpening] = useState<Opening | null>(null);
  const [opened, setOpened] = useState<Readonly<Record<string, string>>>({});
  return (
    <Card title={t("people.contacts")}>
      <ul>
        {party.identityMasked ? (
          <li className={css.item}>
            <span>
              <small>{t("people.identity")}</small>
              <Masked
                name={t("people.identity")}
                masked={party.identityMasked}
                value={opened.identity}
                onOpen={() =>
                  setOpening({ partyId: party.partyId, what: "identity", name: t("people.identity") })
                }
              />
            </span>
          </li>
        ) : null}
        {party.contacts.map((contact) => (
          <li key={contact.contactId} className={css.item}>
            <span>
              <small>
                {t(`people.contact.${contact.kind}`)}
                {contact.since ? ` · ${t("people.since", { day: longDay(contact.since) })}` : ""}
              </small>
              <Masked
                name={t(`people.contact.${contact.kind}`)}
                masked={contact.masked}
                value={opened[contact.contactId]}
                onOpen={() =>
                  setOpening({
                    partyId: contact.partyId,
                    what: contact.contactId,
                    name: t(`people.contact.${contact.kind}`),
                  })
                }
              />
            </span>
            <Chip tone={TONES[contact.status]}>{t(`people.contactStatus.${contact.status}`)}</Chip>
          </li>
        ))}
      </ul>
      {opening ? (
        <RevealDialog
          opening={opening}
          onClose={() => setOpening(null)}
          onValue={(value) => setOpened((known) => ({ ...known, [opening.what]: value }))}
        />
      ) : null}
    </Card>
  );
};
