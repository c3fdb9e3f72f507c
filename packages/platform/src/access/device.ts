import { randomBytes, timingSafeEqual } from "node:crypto";
import { vault } from "./vault.ts";

/** How long a browser is remembered as one that a person has signed in from. */
export const DEVICE_MS = 180 * 86_400_000;

const sealOf = (login: string, id: string): Buffer => vault.blind("device", `${login.toLowerCase()} ${id}`);

/** A mark for the browser that a person has just signed in from. It opens nothing; it only says that they were here. */
export const newDevice = (login: string): string => {
  const id = randomBytes(18).toString("base64url");
  return `${id}.${sealOf(login, id).toString("base64url")}`;
};

/** The device's own id, where the mark was given to this very login; else null. */
export const deviceOf = (mark: string | undefined, login: string): string | null => {
  const [id = "", seal = ""] = mark?.split(".") ?? [];
  const given = Buffer.from(seal, "base64url");
  const right = sealOf(login, id);
  return id !== "" && given.length === right.length && timingSafeEqual(given, right) ? id : null;
};
