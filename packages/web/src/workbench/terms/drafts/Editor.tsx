import { type RefObject, useRef } from "react";
import { useTranslation } from "react-i18next";
import css from "./Drafts.module.css";

interface EditorProps {
  readonly text: string;
  readonly readOnly: boolean;
  /** Lines with an error, from 1. */
  readonly wrong: ReadonlySet<number>;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly onText: (text: string) => void;
}

/** Puts the cursor at the beginning of a line and shows it. */
export const goToLine = (area: HTMLTextAreaElement | null, line: number): void => {
  if (!area) return;
  const lines = area.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  area.scrollTop = Math.max(0, (line - 4) * (area.scrollHeight / Math.max(1, lines.length)));
};

/** A plain text area with its line numbers: what a keyboard and a reader know. */
export const Editor = ({ text, readOnly, wrong, area, onText }: EditorProps) => {
  const { t } = useTranslation();
  const gutter = useRef<HTMLDivElement>(null);
  const lines = text.split("\n").length;
  return (
    <div className={css.editor}>
      <div ref={gutter} className={css.gutter} aria-hidden="true">
        {Array.from({ length: lines }, (_, at) => at + 1).map((line) => (
          <span key={line} className={wrong.has(line) ? css.wrong : undefined}>
            {line}
          </span>
        ))}
      </div>
      <textarea
        ref={area}
        aria-label={t("drafts.text")}
        value={text}
        readOnly={readOnly}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        onChange={(event) => onText(event.target.value)}
        onScroll={(event) => {
          if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
};
