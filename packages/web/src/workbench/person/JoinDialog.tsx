import { joinParties, listPeople } from "@goodfaith/platform/contract";
import { useMutation } from "@tanstack/react-query";
import { Input, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call.ts";
import { useRead } from "../../shared/api/hooks.ts";
import { ReasonDialog } from "../claim/end/ReasonDialog.tsx";
import { LEAST_REASON, useRefresh } from "../people/duplicates/refresh.ts";
import type { Party } from "./PersonPage.tsx";

const SHOWN = 8;

/** Who else this may be: found by name or number, chosen by hand. */
const Choice = ({
  not,
  chosen,
  onChoose,
}: {
  readonly not: string;
  readonly chosen: string | null;
  readonly onChoose: (partyId: string) => void;
}) => {
  const { t } = useTranslation();
  const [q, setQ] = useState("");
  const found = useRead(listPeople, { query: { q, limit: SHOWN } }, { enabled: q !== "" });
  const others = (found.data?.items ?? []).filter(({ partyId }) => partyId !== not);
  return (
    <div style={{ marginBottom: 14 }}>
      <Input.Search
        aria-label={t("people.search")}
        placeholder={t("people.search")}
        onSearch={(text) => setQ(text.trim())}
        style={{ marginBottom: 10 }}
      />
      {q !== "" && found.data && others.length === 0 ? <p className="soft">{t("people.nothing")}</p> : null}
      <Radio.Group value={chosen} onChange={(event) => onChoose(String(event.target.value))}>
        {others.map((one) => (
          <Radio key={one.partyId} value={one.partyId} style={{ display: "flex", padding: "4px 0" }}>
            {one.name} <span className="soft num">{one.identityMasked ?? one.phoneMasked ?? ""}</span>
          </Radio>
        ))}
      </Radio.Group>
    </div>
  );
};

/** Joins another record to the one on the page. */
export const JoinDialog = ({ party, onClose }: { readonly party: Party; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const [chosen, setChosen] = useState<string | null>(null);
  const join = useMutation<unknown, Error, string>({
    mutationFn: (reason) =>
      call(joinParties, { params: { partyId: chosen ?? "" }, body: { into: party.partyId, reason } }),
    onSuccess: () => {
      refresh();
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={t("duplicates.joinAnother")}
      why={t("duplicates.joinWhy", { a: party.name })}
      help={t("duplicates.reasonHelp")}
      ok={t("duplicates.same")}
      least={LEAST_REASON}
      busy={join.isPending || chosen === null}
      error={join.error}
      onClose={onClose}
      onOk={(reason) => join.mutate(reason)}
    >
      <Choice not={party.partyId} chosen={chosen} onChoose={setChosen} />
    </ReasonDialog>
  );
};
