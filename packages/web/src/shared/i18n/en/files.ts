import type { Messages } from "../types.ts";

export const files: Messages["files"] = {
  sending: "Sending {{name}}, {{percent}}%",
  reading: "Reading {{name}}…",
  tooLarge:
    "{{name}} has {{size}} MB, over the limit of {{limit}} MB; it was not sent and the case is unchanged",
};
