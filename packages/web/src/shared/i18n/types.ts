import type { zh } from "./zh/index.ts";

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
/** Every key of the Chinese texts: what another language must have. */
export type Messages = Words<typeof zh>;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof zh };
  }
}
