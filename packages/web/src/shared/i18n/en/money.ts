import type { Messages } from "../types.ts";

export const money: Messages["money"] = {
  certain: "Certain",
  ordered: "Ordered",
  open: "Open",
  closed: "Nothing left open",
  endless: "no upper limit",
  range: "{{least}} to {{most}} yuan",
};
