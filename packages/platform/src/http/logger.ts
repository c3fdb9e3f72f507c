import { type DestinationStream, type Logger, pino } from "pino";

/** One line of JSON an event, to stderr unless told otherwise. Headers, bodies and queries are never given to it. */
export const makeLogger = (level: string, to: DestinationStream = pino.destination(2)): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ["req", "res", "headers", "body"],
    },
    to,
  );
