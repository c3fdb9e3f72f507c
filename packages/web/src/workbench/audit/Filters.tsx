import { AuditArea, type AuditFilter } from "@goodfaith/platform/contract";
import { Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import css from "./Audit.module.css";

const ALL = "all";

interface FiltersProps {
  readonly filter: AuditFilter;
  readonly onFilter: (next: AuditFilter) => void;
}

/** By field of work, by person, by day. */
export const Filters = ({ filter, onFilter }: FiltersProps) => {
  const { t } = useTranslation();
  return (
    <search className={css.filters}>
      <Select<AuditArea | typeof ALL>
        aria-label={t("audit.area")}
        value={filter.area ?? ALL}
        onChange={(value) => {
          const { area: _, ...rest } = filter;
          onFilter(value === ALL ? rest : { ...rest, area: value });
        }}
        options={[
          { value: ALL, label: t("audit.everything") },
          ...AuditArea.options.map((value) => ({ value, label: t(`audit.areas.${value}`) })),
        ]}
      />
      <Input.Search
        key={filter.who ?? ""}
        allowClear
        aria-label={t("audit.who")}
        placeholder={t("audit.who")}
        defaultValue={filter.who ?? ""}
        onSearch={(who) => onFilter({ ...filter, who: who.trim() })}
      />
      {(["from", "to"] as const).map((end) => (
        <label key={end} className={css.day} htmlFor={`audit-${end}`}>
          <span className="soft small">{t(`audit.${end}`)}</span>
          <Input
            id={`audit-${end}`}
            type="date"
            value={filter[end] ?? ""}
            onChange={(event) => onFilter({ ...filter, [end]: event.target.value })}
          />
        </label>
      ))}
    </search>
  );
};
