import { ClockChoice, ClockKindName } from "@goodfaith/platform/contract";
import { useSearchParams } from "react-router";

/** What is looked for, kept in the address, so that a list can be sent to a colleague. */
export const useFilter = () => {
  const [search, setSearch] = useSearchParams();
  const given = search.get("state");
  const state = given === "all" ? undefined : (ClockChoice.safeParse(given).data ?? "open");
  const kind = ClockKindName.safeParse(search.get("kind")).data;
  const q = (search.get("q") ?? "").trim().slice(0, 100);
  const mine = search.get("mine") === "true";
  const put = (name: string, value: string | null): void =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === null || value === "") next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return {
    chosen: {
      ...(state ? { state } : {}),
      ...(kind ? { kind } : {}),
      ...(q ? { q } : {}),
      ...(mine ? { mine: "true" as const } : {}),
    },
    put,
  };
};
