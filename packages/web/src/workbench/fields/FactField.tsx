import { Input, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";

interface FactFieldProps {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly options: readonly (string | number)[] | null;
  readonly draft: string;
  readonly invalid?: boolean;
  readonly onDraft: (draft: string) => void;
}

const INPUT_TYPES: Record<string, string> = { date: "date", "date and time": "datetime-local" };
const HINTS: Record<string, string> = {
  "days and time duration": "P30D",
  "years and months duration": "P2Y",
};

const Choice = ({ id, label, options, draft, onDraft }: Omit<FactFieldProps, "type">) => (
  <Select
    id={id}
    aria-label={label}
    style={{ width: "100%" }}
    value={draft === "" ? null : draft}
    options={(options ?? []).map((option) => ({ value: String(option), label: String(option) }))}
    onChange={(value: string | null) => onDraft(value ?? "")}
  />
);

/** One fact's input, by its type: native date and time fields, so that keyboard and phone work as people know them. */
export const FactField = (props: FactFieldProps) => {
  const { id, label, type, options, draft, invalid = false, onDraft } = props;
  const { t } = useTranslation();
  if (type === "boolean")
    return (
      <Radio.Group
        id={id}
        aria-label={label}
        value={draft === "" ? null : draft}
        onChange={(event) => onDraft(String(event.target.value))}
        options={[
          { value: "true", label: t("common.yes") },
          { value: "false", label: t("common.no") },
        ]}
      />
    );
  if (options) return <Choice {...props} />;
  const shared = {
    id,
    "aria-label": label,
    value: draft,
    onChange: (event: { target: { value: string } }) => onDraft(event.target.value),
    ...(invalid ? { status: "error" as const } : {}),
  };
  if (type === "list") return <Input.TextArea {...shared} autoSize={{ minRows: 2, maxRows: 8 }} />;
  const money = type === "money";
  return (
    <Input
      {...shared}
      type={INPUT_TYPES[type] ?? "text"}
      {...(type === "date and time" ? { step: 1 } : {})}
      {...(money || type === "number" ? { inputMode: "decimal" as const } : {})}
      {...(money ? { suffix: t("common.yuan") } : {})}
      placeholder={HINTS[type]}
      autoComplete="off"
    />
  );
};
