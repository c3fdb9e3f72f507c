import type { Messages } from "../types.ts";

export const claims: Messages["claims"] = {
  title: "Claims",
  say: "What is certain in each case now, and what is missing.",
  all: "All",
  status: { open: "Open", decided: "Decided", paid: "Paid", closed: "Closed" },
  search: "Search by name, number or title",
  mine: "Mine",
  case: "Case",
  insured: "Insured",
  payable: "Payable (yuan)",
  ordered: "Ordered (yuan)",
  asks: "Missing",
  due: "Next deadline",
  nothing: "No case fits",
  nothingSay: "Search differently, or import reports on the Imports page.",
  settled: "settled",
  filter: "Filter by status",
  statusName: "Status",
};
