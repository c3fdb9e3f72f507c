import { searchAll } from "@goodfaith/platform/contract";
import { Modal } from "antd";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useRead } from "../../shared/api/hooks.ts";
import { useMay } from "../../shared/session/use-session.ts";
import { ProblemNote } from "../../shared/ui/ProblemNote.tsx";
import css from "./Search.module.css";
import { type Choice, useChoices } from "./use-choices.ts";

/** A pause in typing, so that not every letter asks. */
const PAUSE_MS = 150;

const usePaused = (text: string): string => {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
};

const Results = ({
  choices,
  onClose,
}: {
  readonly choices: readonly Choice[];
  readonly onClose: () => void;
}) => {
  const { t } = useTranslation();
  return (["people", "policies"] as const).map((group) => {
    const own = choices.filter((choice) => choice.group === group);
    return own.length === 0 ? null : (
      <section key={group} aria-label={t(`search.${group}`)}>
        <p className={css.group}>{t(`search.${group}`)}</p>
        <ul>
          {own.map((choice) => (
            <li key={choice.to}>
              <Link className={css.option} to={choice.to} onClick={onClose}>
                <b>{choice.name}</b>
                <span className="soft num">{choice.detail}</span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    );
  });
};

/** Arrow keys walk from the box through the results and back. */
const walk = (event: KeyboardEvent<HTMLElement>): void => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("input, a")];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  stops[Math.max(0, Math.min(stops.length - 1, at + step))]?.focus();
};

const Box = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const q = usePaused(text);
  const found = useRead(searchAll, { query: { q } }, { enabled: q !== "", keep: true });
  const choices = useChoices(q === "" ? undefined : found.data);
  useEffect(() => input.current?.focus(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const [first] = choices;
    if (!first || q !== text.trim()) return;
    onClose();
    void navigate(first.to);
  };
  return (
    <search onKeyDown={walk}>
      <form onSubmit={submit}>
        <input
          ref={input}
          type="search"
          className={css.input}
          aria-label={t("search.title")}
          placeholder={t("search.placeholder")}
          maxLength={100}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </form>
      <div className={css.results}>
        <Results choices={choices} onClose={onClose} />
      </div>
      {found.error && q !== "" ? <ProblemNote error={found.error} /> : null}
      <p className="soft small" role="status">
        {q !== "" && found.data && choices.length === 0 ? t("search.nothing") : t("search.help")}
      </p>
    </search>
  );
};

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;

/** 查找: one box for people and policies, opened by its button, by Ctrl-K (⌘K) or by “/”. `keys` once a page. */
export const Search = ({ keys = false }: { readonly keys?: boolean }) => {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!keys) return;
    const onKey = (event: globalThis.KeyboardEvent): void => {
      const shortcut = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
      if (!shortcut && (event.key !== "/" || typing(event.target))) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [keys]);
  if (!may("people.read")) return null;
  return (
    <>
      <button type="button" className={css.open} onClick={() => setOpen(true)}>
        {t("search.open")}
        <kbd>Ctrl K</kbd>
      </button>
      <Modal
        open={open}
        footer={null}
        title={t("search.title")}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <Box onClose={() => setOpen(false)} />
      </Modal>
    </>
  );
};
