import { type Logger, pino } from "pino";

/** One line of JSON an event, to stderr. Headers, bodies and queries are never given to it. */
export const makeLogger = (level: string): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ["req", "res", "headers", "body"],
    },
    pino.destination(2),
  );
