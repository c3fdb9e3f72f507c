import { AuditArea, type AuditFilter } from "@goodfaith/platform/contract";
import { useSearchParams } from "react-router";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is looked for, kept in the address; what stands there and is none of it is left out. */
export const useFilter = () => {
  const [search, setSearch] = useSearchParams();
  const given = (name: string, fits: (text: string) => boolean): Record<string, string> => {
    const text = search.get(name)?.trim() ?? "";
    return text !== "" && fits(text) ? { [name]: text } : {};
  };
  const area = AuditArea.safeParse(search.get("area")).data;
  const filter: AuditFilter = {
    ...(area ? { area } : {}),
    ...given("who", (text) => text.length <= 100),
    ...given("about", (text) => ID.test(text)),
    ...given("from", (text) => DAY.test(text)),
    ...given("to", (text) => DAY.test(text)),
  };
  const setFilter = (next: AuditFilter): void => {
    const kept = Object.entries(next).filter((entry): entry is [string, string] => Boolean(entry[1]));
    setSearch(Object.fromEntries(kept), { replace: true });
  };
  return { filter, setFilter };
};
