const BROWSERS = [
  [/MicroMessenger/, "微信"],
  [/Edg(?:A|iOS)?\//, "Edge"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
] as const;
const SYSTEMS = [
  [/HarmonyOS|OpenHarmony/, "HarmonyOS"],
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
] as const;

/** A browser in a few words a person knows again, `Chrome · Windows`; undefined where it says nothing known. */
export const browserWords = (userAgent: string | undefined): string | undefined => {
  if (userAgent === undefined) return undefined;
  const name = (list: typeof BROWSERS | typeof SYSTEMS) => list.find(([sign]) => sign.test(userAgent))?.[1];
  const words = [name(BROWSERS), name(SYSTEMS)].filter((word) => word !== undefined);
  return words.length > 0 ? words.join(" · ") : undefined;
};
