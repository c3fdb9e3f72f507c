import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/** For tests: a real OIDC server on loopback, whose people are `subject → login`, and a browser that signs in there. */
export const startProvider = async (people: Map<string, string>, redirect: string) => {
  const front = createServer();
  await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "goodfaith", client_secret: "a-secret-of-tests", redirect_uris: [redirect] }],
    claims: { openid: ["sub"], profile: ["preferred_username"] },
    conformIdTokenClaims: false,
    findAccount: (_context, subject) => ({
      accountId: subject,
      claims: () => ({ sub: subject, preferred_username: people.get(subject) ?? subject }),
    }),
    cookies: { keys: ["a key of tests"] },
  });
  front.on("request", provider.callback());

  /** Follows the pages of the provider as a browser does, signing in as `subject`; gives what comes back to us. */
  const visit = async (start: string, subject: string): Promise<string> => {
    const jar = new Map<string, string>();
    const go = async (url: string, form?: Record<string, string>): Promise<Response> => {
      const response = await fetch(url, {
        redirect: "manual",
        headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
        ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [pair = ""] = cookie.split(";");
        jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
      }
      return response;
    };
    let response = await go(start);
    for (let n = 0; n < 12; n += 1) {
      const location = response.headers.get("location");
      const next = location === null ? null : new URL(location, issuer).href;
      if (next?.startsWith(redirect)) return new URL(next).search;
      if (next !== null) response = await go(next);
      else {
        const page = await response.text();
        const action = /action="([^"]+)"/.exec(page)?.[1];
        if (action === undefined)
          throw new Error(`no form and no way on: ${response.status} ${page.slice(0, 200)}`);
        const prompt = page.includes('name="login"') ? "login" : "consent";
        response = await go(new URL(action, issuer).href, { prompt, login: subject, password: "any" });
      }
    }
    throw new Error("the provider never sent the browser back");
  };
  return {
    issuer,
    visit,
    stop: () =>
      new Promise<void>((resolve) => {
        front.closeAllConnections();
        front.close(() => resolve());
      }),
  };
};
