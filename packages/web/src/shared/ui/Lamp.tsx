import css from "./parts.module.css";

export type LampState = "certain" | "depends" | "off";

const LIGHT: Record<LampState, string | undefined> = {
  certain: css.lampCertain,
  depends: css.lampDepends,
  off: "",
};

/** One clause's light; its meaning is said in words too, never by colour alone. */
export const Lamp = ({ state, label }: { readonly state: LampState; readonly label: string }) => (
  <span className={`${css.lamp} ${LIGHT[state]}`} role="img" aria-label={label} title={label} />
);
