import { ClockChoice } from "@goodfaith/platform/contract";
import { Checkbox, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import css from "./Clocks.module.css";
import type { useFilter } from "./use-filter.ts";

/** By state, by whose they are, by words. */
export const Filters = ({ filter }: { readonly filter: ReturnType<typeof useFilter> }) => {
  const { t } = useTranslation();
  const { chosen, put } = filter;
  return (
    <search className={css.filters}>
      <Input.Search
        allowClear
        aria-label={t("clocks.search")}
        placeholder={t("clocks.search")}
        defaultValue={chosen.q ?? ""}
        onSearch={(value) => put("q", value.trim())}
      />
      <Select
        aria-label={t("clocks.byState")}
        value={chosen.state ?? "all"}
        onChange={(value) => put("state", value === "open" ? null : value)}
        options={[
          ...ClockChoice.options.map((value) => ({ value, label: t(`clocks.state.${value}`) })),
          { value: "all", label: t("clocks.all") },
        ]}
      />
      <Checkbox
        checked={chosen.mine === "true"}
        onChange={(event) => put("mine", event.target.checked ? "true" : null)}
      >
        {t("clocks.mine")}
      </Checkbox>
    </search>
  );
};
