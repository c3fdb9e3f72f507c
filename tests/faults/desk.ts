import { randomUUID } from "node:crypto";

/** One member of staff over HTTP. What was answered is kept apart from what was never answered: a killed server's. */
export interface Desk {
  /** The answer, or `undefined` where none came. */
  call(method: "GET" | "POST", path: string, given?: Given): Promise<Answer | undefined>;
  /** The answer, which must be a good one. */
  must<T>(method: "GET" | "POST", path: string, given?: Given): Promise<T>;
  /** Goes on at another address with the same cookie. */
  moveTo(address: string): void;
}
interface Given {
  readonly body?: unknown;
  readonly file?: { readonly name: string; readonly content: Uint8Array };
  /** One key for one wish, however often it is sent. */
  readonly key?: string;
}
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export const signIn = async (address: string, login: string, password: string): Promise<Desk> => {
  let base = address;
  let cookie = "";
  const call: Desk["call"] = async (method, path, { body, file, key = randomUUID() } = {}) => {
    const form = new FormData();
    if (file) form.append("file", new Blob([Buffer.from(file.content)], { type: "text/csv" }), file.name);
    try {
      const answer = await fetch(`${base}/api/v1${path}`, {
        method,
        headers: {
          "sec-fetch-site": "same-origin",
          cookie,
          ...(method === "POST" ? { "idempotency-key": key } : {}),
          ...(file || body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(file ? { body: form } : body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const set = answer.headers.getSetCookie().map((one) => one.split(";")[0] ?? "");
      if (set.length > 0) cookie = set.join("; ");
      return { status: answer.status, body: await answer.json() };
    } catch (error) {
      // The connection broke: the server was killed, and nobody knows how far it came.
      if (error instanceof TypeError) return undefined;
      throw error;
    }
  };
  const desk: Desk = {
    call,
    must: async <T>(method: "GET" | "POST", path: string, given?: Given): Promise<T> => {
      const answer = await call(method, path, given);
      if (answer === undefined || answer.status >= 300)
        throw new Error(`${method} ${path}: ${answer?.status} ${JSON.stringify(answer?.body)}`);
      return answer.body as T;
    },
    moveTo: (next) => {
      base = next;
    },
  };
  await desk.must("POST", "/session", { body: { login, password } });
  return desk;
};
