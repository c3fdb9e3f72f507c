import { type DragEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import css from "./DropZone.module.css";

interface DropZoneProps {
  readonly title: string;
  readonly say: string;
  readonly accept?: string;
  readonly multiple?: boolean;
  /** The name of the file under way and how much of it has left, 0 to 1. */
  readonly busy?: { readonly name: string; readonly part: number } | null;
  readonly onFiles: (files: File[]) => void;
}

const Progress = ({ name, part }: { readonly name: string; readonly part: number }) => {
  const { t } = useTranslation();
  const percent = Math.round(part * 100);
  return (
    <>
      <b>{part < 1 ? t("files.sending", { name, percent }) : t("files.reading", { name })}</b>
      <div className={css.bar} aria-hidden="true">
        <i style={{ width: `${percent}%` }} />
      </div>
    </>
  );
};

/** Drop a file, click, or press Enter: a file input with a large target. */
export const DropZone = ({ title, say, accept, multiple = false, busy, onFiles }: DropZoneProps) => {
  const [over, setOver] = useState(false);
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (!busy || multiple) onFiles([...event.dataTransfer.files].slice(0, multiple ? undefined : 1));
  };
  const classes = [css.zone, over ? css.over : "", busy ? css.busy : ""].filter(Boolean).join(" ");
  return (
    <label
      className={classes}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <span aria-live="polite">
        {busy ? (
          <Progress {...busy} />
        ) : (
          <>
            <b>{title}</b>
            <span className="small">{say}</span>
          </>
        )}
      </span>
      <input
        type="file"
        aria-label={title}
        accept={accept}
        multiple={multiple}
        disabled={Boolean(busy) && !multiple}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </label>
  );
};
