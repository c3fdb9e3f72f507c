import { CIPHERS, type Cipher, describeRing, rewrap, rotate } from "@goodfaith/platform";
import { Command, Option } from "commander";
import { explain } from "../start/explain.ts";
import { once } from "../start/once.ts";

/** `goodfaith keys`: the keys that personal data is sealed with, beside the running platform. */
export const command = (): Command =>
  new Command("keys")
    .description("密钥：查看、轮换、更换主密钥 · Keys: list, rotate, wrap with another master")
    .addCommand(
      new Command("list")
        .description("列出数据密钥（不显示密钥本身） · The data keys, without any key")
        .option("--json", "以 JSON 输出 · print as JSON")
        .action(({ json }: { json?: boolean }) => attempt(() => list(json === true))),
      { isDefault: true },
    )
    .addCommand(
      new Command("rotate")
        .description(
          "新增一把数据密钥，五分钟后启用；旧的只用于读取 · Add a data key: it seals in five minutes, older ones go on opening",
        )
        .addOption(new Option("--cipher <cipher>", "算法 · its cipher").choices(CIPHERS))
        .action(({ cipher }: { cipher?: Cipher }) => attempt(() => add(cipher))),
    )
    .addCommand(
      new Command("rewrap")
        .description(
          "用最新的主密钥重新封装全部数据密钥；之后旧主密钥不再需要 · Wrap all data keys with the newest master; older masters are of no use after it",
        )
        .action(() => attempt(wrapAll)),
    )
    .addHelpText("after", "\n退出码 · Exit codes: 0 done, 2 nothing was changed, and why");

const list = (json: boolean): Promise<string> =>
  once(async (store) => {
    const keys = await describeRing(store);
    if (json) return JSON.stringify(keys, null, 2);
    return keys
      .map(({ id, purpose, cipher, wrappedBy, sealsFrom }) =>
        [
          id,
          purpose.padEnd(5),
          cipher.padEnd(16),
          `主 master ${wrappedBy}`,
          `自 from ${sealsFrom.toISOString()}`,
        ].join("  "),
      )
      .join("\n");
  });

const add = (cipher: Cipher | undefined): Promise<string> =>
  once(async (store, provider, config) => {
    const made = await rotate(store, provider, { now: new Date(), cipher: cipher ?? config.cipher });
    return `${made.id}：${made.sealsFrom.toISOString()} 起启用 · seals from then on`;
  });

const wrapAll = (): Promise<string> =>
  once(async (store, provider) => {
    const count = await rewrap(store, provider);
    return `${count} 把密钥已由主密钥 ${provider.id} 封装 · keys wrapped by the master ${provider.id}`;
  });

const attempt = async (work: () => Promise<string>): Promise<void> => {
  try {
    process.stdout.write(`${await work()}\n`);
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 2;
  }
};
