const ZONE = "Asia/Shanghai";
export type Language = "zh-CN" | "en";

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/** A day is read as midnight in China; a time without an offset too. Null where it is no time. */
export const instant = (iso: string): Date | null => {
  const text = DAY_ONLY.test(iso)
    ? `${iso}T00:00:00+08:00`
    : /(Z|[+-]\d\d:?\d\d)$/.test(iso)
      ? iso
      : `${iso}+08:00`;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at;
};

const formats = new Map<string, Intl.DateTimeFormat>();
const format = (language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = language + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "zh-CN", { timeZone: ZONE, ...options });
  formats.set(key, made);
  return made;
};

const say = (iso: string, language: Language, options: Intl.DateTimeFormatOptions): string => {
  const at = instant(iso);
  return at ? format(language, options).format(at) : iso;
};

const HOUR: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

/** 2024年10月2日 */
export const longDay = (iso: string, language: Language): string =>
  say(iso, language, { year: "numeric", month: "long", day: "numeric" });
/** 10月2日 */
export const shortDay = (iso: string, language: Language): string =>
  say(iso, language, { month: "short", day: "numeric" });
/** 08:12, in China's time. */
export const clock = (iso: string, language: Language): string => say(iso, language, HOUR);
/** 10月2日 08:12, with the year where it is not `now`'s; a day alone stays a day. */
export const when = (iso: string, language: Language, now: Date = new Date()): string => {
  const at = instant(iso);
  if (!at) return iso;
  const year = format(language, { year: "numeric" });
  const day = year.format(at) === year.format(now) ? shortDay(iso, language) : longDay(iso, language);
  return DAY_ONLY.test(iso) ? day : `${day} ${clock(iso, language)}`;
};
/** 10月2日 08:12, without its year: for where the year is plain. */
export const shortWhen = (iso: string, language: Language): string =>
  DAY_ONLY.test(iso) ? shortDay(iso, language) : `${shortDay(iso, language)} ${clock(iso, language)}`;
/** 2024-10-02, the day in China. */
export const isoDay = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** `2024-10-02T08:12:05` for an input of type datetime-local, in China's time. */
export const toLocalInput = (iso: string): string => {
  const at = instant(iso);
  return at ? new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19) : "";
};
/** What such an input gives, as a time in China with its offset. */
export const fromLocalInput = (local: string): string =>
  `${local.length === 16 ? `${local}:00` : local}+08:00`;
