import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";

const inContainer = () => existsSync("/.dockerenv") || existsSync("/run/.containerenv");

const text = z.string().trim().min(1);

const whole = (least: number, most: number) => {
  const error = `应为 ${least} 至 ${most} 的整数 · should be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};
const oneOf = <const T extends readonly string[]>(words: T) =>
  z.enum(words, { error: `应为其中之一 · should be one of: ${words.join(", ")}` });

/**
 * Everything that is set from outside, read once from the environment. Nothing else reads the environment, but for
 * `GOODFAITH_TERMS` (see `terms`).
 */
const Environment = z.object({
  /** Where to serve. */
  PORT: whole(0, 65_535).default(3150),
  /** Which address to listen on: this machine alone; everywhere within a container, where only what is published is reached. */
  HOST: text.optional(),
  /** A PostgreSQL of your own, 15 or newer, instead of the one that comes along: `postgres://user:password@host/database`. */
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error:
        "应当像 postgres://用户:密码@主机:5432/库名 · should look like postgres://user:password@host:5432/database",
    })
    .optional(),
  /** The folder for the database, its password and the keys. */
  GOODFAITH_DATA: text.default(".data"),
  /** Master keys, base64 of 32 bytes, newest first, with commas; else `keys/` in the data folder. */
  GOODFAITH_KEY: text.optional(),
  /** A program that holds the master key instead: run as `program wrap` and `program unwrap` (see docs/operations.md). */
  GOODFAITH_KEY_COMMAND: text.optional(),
  /** How new values are sealed: AES-256-GCM, or the national SM4 with HMAC-SM3. */
  GOODFAITH_CIPHER: oneOf(["aes-256-gcm", "sm4-ctr-hmac-sm3"]).default("aes-256-gcm"),
  /**
   * What to load: the whole city, the article's cases and some others, or nothing. Where not set, `small`, and nothing into a
   * database of your own.
   */
  SAMPLE: oneOf(["full", "small", "none"]).optional(),
  /** How people reach it from outside, such as `https://claims.example`; then cookies are sent over TLS only. */
  GOODFAITH_PUBLIC_ORIGIN: z
    .url({
      protocol: /^https?$/,
      error: "应当像 https://claims.example · should look like https://claims.example",
    })
    .optional(),
  /** `true` behind a proxy of your own that sets X-Forwarded-For. */
  GOODFAITH_TRUST_PROXY: z
    .stringbool({ error: "应为 true 或 false · should be true or false" })
    .default(false),
  /** Requests a minute from one address: to the API, and to signing in. */
  GOODFAITH_LIMIT_API: whole(1, 1_000_000).default(1200),
  GOODFAITH_LIMIT_SIGN_IN: whole(1, 1_000_000).default(30),
  /** Prometheus brings it as a bearer token to `/metrics`; without it there is no such address. */
  GOODFAITH_METRICS_TOKEN: z
    .string()
    .min(16, { error: "至少 16 个字符 · should be 16 characters or more" })
    .optional(),
  /** Where spans go by OTLP over HTTP. The name is OpenTelemetry's own. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({
      protocol: /^https?$/,
      error: "应当像 http://127.0.0.1:4318 · should look like http://127.0.0.1:4318",
    })
    .optional(),
  LOG_LEVEL: oneOf(["fatal", "error", "warn", "info", "debug", "silent"]).default("warn"),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  /** Absolute. */
  readonly dataFolder: string;
  readonly key: string | undefined;
  readonly keyCommand: string | undefined;
  readonly cipher: "aes-256-gcm" | "sm4-ctr-hmac-sm3";
  readonly sample: "full" | "small" | "none";
  readonly publicOrigin: string | undefined;
  readonly trustProxy: boolean;
  readonly limits: { readonly api: number; readonly signIn: number };
  readonly logLevel: string;
  readonly metricsToken: string | undefined;
  readonly tracesTo: string | undefined;
}

/** What each setting is, for `--help`; `value` is what it is when not set. */
export const SETTINGS = [
  { name: "PORT", value: "3150", zh: "端口", en: "port" },
  {
    name: "HOST",
    value: "localhost",
    zh: "监听地址（容器内为全部）",
    en: "address to listen on; within a container, all",
  },
  {
    name: "SAMPLE",
    value: "small",
    zh: "示例数据：full、small 或 none（用自己的数据库时默认 none）",
    en: "sample records: full, small or none (none by default where DATABASE_URL is given)",
  },
  { name: "GOODFAITH_DATA", value: ".data", zh: "数据目录", en: "folder for the database and the keys" },
  {
    name: "DATABASE_URL",
    value: "",
    zh: "改用自己的 PostgreSQL（15 或更新）",
    en: "a PostgreSQL of your own, 15 or newer",
  },
  {
    name: "GOODFAITH_KEY",
    value: "",
    zh: "加密密钥（32 字节 base64，新的在前，逗号分隔）",
    en: "keys, base64 of 32 bytes, newest first, with commas",
  },
  {
    name: "GOODFAITH_KEY_COMMAND",
    value: "",
    zh: "由自己的程序（KMS、加密机）保管主密钥",
    en: "a program that holds the master key (a KMS, an HSM)",
  },
  {
    name: "GOODFAITH_CIPHER",
    value: "aes-256-gcm",
    zh: "新密钥的算法：aes-256-gcm 或 sm4-ctr-hmac-sm3",
    en: "cipher of new keys: aes-256-gcm or sm4-ctr-hmac-sm3",
  },
  { name: "GOODFAITH_TERMS", value: "terms", zh: "条款目录", en: "folder of the terms" },
  {
    name: "GOODFAITH_PUBLIC_ORIGIN",
    value: "",
    zh: "对外网址，如 https://claims.example",
    en: "how people reach it from outside",
  },
  {
    name: "GOODFAITH_TRUST_PROXY",
    value: "false",
    zh: "前有自己的代理时为 true",
    en: "true behind a proxy of your own",
  },
  {
    name: "GOODFAITH_LIMIT_API",
    value: "1200",
    zh: "每个来源每分钟请求数",
    en: "requests a minute from one address",
  },
  {
    name: "GOODFAITH_LIMIT_SIGN_IN",
    value: "30",
    zh: "每个来源每分钟登录次数",
    en: "sign-ins a minute from one address",
  },
  {
    name: "GOODFAITH_METRICS_TOKEN",
    value: "",
    zh: "Prometheus 读取 /metrics 的令牌；不设则没有该地址",
    en: "the bearer token for /metrics; without it there is none",
  },
  {
    name: "OTEL_EXPORTER_OTLP_ENDPOINT",
    value: "",
    zh: "链路追踪的接收地址，如 http://127.0.0.1:4318",
    en: "where traces go, by OTLP over HTTP",
  },
  { name: "LOG_LEVEL", value: "warn", zh: "日志级别", en: "fatal, error, warn, info, debug, silent" },
] as const;

/** One line for each setting that is not right. */
export class ConfigError extends Error {}

/** @param folder relative paths start here */
export const readConfig = (env: Readonly<Record<string, string | undefined>>, folder: string): Config => {
  // A variable that is set to nothing is as good as not set.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const result = Environment.safeParse(given);
  if (!result.success)
    throw new ConfigError(
      result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n"),
    );
  const found = result.data;
  return {
    port: found.PORT,
    host: found.HOST ?? (inContainer() ? "::" : "localhost"),
    databaseUrl: found.DATABASE_URL,
    dataFolder: resolve(folder, found.GOODFAITH_DATA),
    key: found.GOODFAITH_KEY,
    keyCommand: found.GOODFAITH_KEY_COMMAND,
    cipher: found.GOODFAITH_CIPHER,
    sample: found.SAMPLE ?? (found.DATABASE_URL === undefined ? "small" : "none"),
    publicOrigin: found.GOODFAITH_PUBLIC_ORIGIN && new URL(found.GOODFAITH_PUBLIC_ORIGIN).origin,
    trustProxy: found.GOODFAITH_TRUST_PROXY,
    limits: { api: found.GOODFAITH_LIMIT_API, signIn: found.GOODFAITH_LIMIT_SIGN_IN },
    logLevel: found.LOG_LEVEL,
    metricsToken: found.GOODFAITH_METRICS_TOKEN,
    tracesTo: found.OTEL_EXPORTER_OTLP_ENDPOINT,
  };
};
