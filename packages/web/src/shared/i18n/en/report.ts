import type { Messages } from "../types.ts";

export const report: Messages["report"] = {
  title: "Report a claim",
  titleOf: "Report a claim for {{name}}",
  findSay: "Find the insured first.",
  say: "The report opens the case and starts its clocks; what happened is entered there, fact by fact.",
  another: "Another insured",
  event: "What happened",
  events: { death: "Death", illness: "Illness", accident: "Accident" },
  policies: "Policies concerned",
  policiesHelp: "Those in force are chosen; leave out what this event does not concern.",
  policiesLeast: "Choose at least one policy.",
  reportedAt: "When it was reported",
  reportedAtHelp: "Beijing time. The statutory clocks start at this moment.",
  reportedAtWrong: "Enter a time that is not later than now.",
  source: "Who reported it, and how",
  sourceHelp: "For example: the wife, by phone; the hospital; a letter handed in at the counter",
  submit: "Report and open the case",
  done: "Case opened: {{number}}",
  none: "This party is not the insured of any policy",
  noneSay: "A claim is reported for the insured. To report for a relative, find the insured first.",
};
