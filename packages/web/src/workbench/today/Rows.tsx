import { Button } from "antd";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";

/** How many stand on the page before one asks for the rest. */
const NEAREST = 8;

interface RowsProps<T> {
  readonly of: readonly T[];
  readonly children: (item: T) => ReactNode;
}

/** A list as the server ordered it: the first eight, and all of them when asked. */
export const Rows = <T,>({ of, children }: RowsProps<T>) => {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const id = useId();
  return (
    <>
      <ul id={id}>{(all ? of : of.slice(0, NEAREST)).map(children)}</ul>
      {of.length > NEAREST ? (
        <Button type="text" block aria-expanded={all} aria-controls={id} onClick={() => setAll(!all)}>
          {all ? t("today.fewer") : t("today.all", { count: of.length })}
        </Button>
      ) : null}
    </>
  );
};
