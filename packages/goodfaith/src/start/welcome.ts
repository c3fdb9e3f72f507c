import { networkInterfaces } from "node:os";
import { relative } from "node:path";
import type { Config } from "@goodfaith/platform";
import type { Loaded } from "@goodfaith/sample-city";

interface Welcome {
  readonly config: Config;
  readonly port: number;
  /** `embedded`, or the words of a server of your own. */
  readonly database: string;
  readonly seconds: number;
  readonly sample: Loaded | undefined;
}

/** The lines that greet the person at the terminal: where it is, and how to come in. */
export const welcome = ({ config, port, database, seconds, sample }: Welcome): string[] => {
  const [first = "", ...others] = addresses(config, port);
  const own = database === "embedded" ? near(config.dataFolder) : database;
  return [
    "",
    `  至诚 Goodfaith 已就绪 · ready (${seconds.toFixed(1)} s)`,
    "",
    `  工作台 Workbench   ${first}`,
    ...others.map((other) => `                     ${other}`),
    `  消费者 Consumer    ${first}/my`,
    `  接口   API         ${first}/api/docs`,
    `  数据   Data        ${own}`,
    ...(sample ? sampleLines(sample) : []),
    "",
    "  Ctrl-C 停止 · stops",
  ];
};

const sampleLines = ({ signIns, consumer, files }: Loaded): string[] => [
  "",
  "  示例登录 · Sample sign-ins",
  ...signIns.map(
    ({ institution, name, login, password }) =>
      `    ${pad(institution, 20)} ${pad(name, 20)} ${pad(login, 10)} ${password}`,
  ),
  `    ${pad("消费者 · consumer", 20)} ${pad(consumer.name, 20)} ${consumer.phone}，验证码由管理员 admin 在发件箱查看 · admin reads the code in the outbox`,
  ...(files.length === 0
    ? []
    : ["  可拖入案件的账单 · statements to drop on the case", ...files.map((path) => `    ${near(path)}`)]),
];

/** A path as it is shortest to read. */
const near = (path: string): string => {
  const shown = relative(process.cwd(), path);
  return shown.startsWith("..") ? path : shown || ".";
};

const addresses = ({ host, publicOrigin }: Config, port: number): string[] => {
  if (publicOrigin !== undefined) return [publicOrigin];
  if (host !== "::" && host !== "0.0.0.0")
    return [`http://${host.includes(":") ? `[${host}]` : host}:${port}`];
  const outside = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal);
  return [`http://localhost:${port}`, ...outside.map(({ address }) => `http://${address}:${port}`)];
};

/** A Chinese character takes two columns. */
const pad = (text: string, columns: number) => {
  const wide = [...text].filter((letter) =>
    /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(letter),
  ).length;
  return text + " ".repeat(Math.max(0, columns - text.length - wide));
};
