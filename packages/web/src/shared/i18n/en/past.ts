import type { Messages } from "../types.ts";

export const past: Messages["past"] = {
  title: "Decisions so far",
  open: "Show every decision",
  compare: "Decide again, and compare with now",
  fold: "Fold",
  records: "The institution's records changed",
  and: "; ",
  findings: "Rests on {{count}} findings",
  gone: "{{count}} of them withdrawn or corrected since",
  fate: { withdrawn: "withdrawn since", corrected: "corrected since" },
  withdrawn: "withdrawn by {{by}}, {{at}}: {{reason}}",
  again: {
    same: "Same bytes",
    "words-differ": "Same result and amounts; other words",
    differs: "Another result",
    "edition-missing": "The terms' text is gone; cannot be decided again",
  },
  nothingDiffers: "On what is known now, nothing differs",
  noNow: "No result on what is known now: {{why}}",
  outcome: "Outcome",
  none: "none",
  payment: "For payment",
  findingsSince: "Findings withdrawn, corrected or added since",
};
