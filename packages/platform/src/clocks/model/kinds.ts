/** What a clock may be about. A kind's deadlines stand in the families of terms named here, one edition of each at a time. */
export const CLOCK_KINDS = ["claim", "complaint", "surrender", "reinstatement", "farm"] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** The families of terms that say what is due, those of the law first. */
export const FAMILIES: Readonly<Record<ClockKind, readonly string[]>> = {
  claim: ["claim-clocks", "claim-promises"],
  complaint: ["complaint-clocks"],
  surrender: ["surrender-clocks"],
  reinstatement: ["reinstatement-clocks"],
  farm: ["farm-clocks"],
};

/** The family that says how long before its end a clock is warned of. */
export const WARNING_FAMILY = "clock-warning";

/** Facts of the clocks' terms that this module works out itself; whoever knows better gives them as known. */
export const PAUSE_FACT = "补正暂停天数";
export const EXTENSION_FACT = "延长次数";
