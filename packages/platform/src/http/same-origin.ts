/**
 * Whether a request that changes something, sent with a cookie, comes from our own pages (防跨站请求). Browsers say so
 * themselves in `Sec-Fetch-Site`; older ones send `Origin`. A request that says neither did not come from a browser's page.
 */
export const isSameOrigin = (
  headers: Readonly<Record<string, string | string[] | undefined>>,
  publicOrigin: string | undefined,
): boolean => {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { origin } = headers;
  if (typeof origin !== "string") return false;
  if (publicOrigin !== undefined && origin === publicOrigin) return true;
  try {
    return new URL(origin).host === headers.host;
  } catch {
    return false;
  }
};

/** True where the request says it comes from another site; one that says nothing is let through. */
export const isOtherSite = (
  headers: Readonly<Record<string, string | string[] | undefined>>,
  publicOrigin: string | undefined,
): boolean =>
  (headers["sec-fetch-site"] !== undefined || headers.origin !== undefined) &&
  !isSameOrigin(headers, publicOrigin);
