import { randomUUID } from "node:crypto";
import { text } from "node:stream/consumers";
import {
  addInstitution,
  addStaff,
  InstitutionId,
  parseYuan,
  Refused,
  refuse,
  type Store,
} from "@goodfaith/platform";
import { Role } from "@goodfaith/platform/contract";
import { Command, Option } from "commander";
import { explain } from "../start/explain.ts";
import { asCommandLine, findInstitution, once } from "../start/once.ts";

interface Options {
  readonly institution: string;
  readonly newInstitution?: boolean;
  readonly login: string;
  readonly name: string;
  readonly role: Role[];
  readonly limit?: string;
}

const LEAST_LETTERS = 10;

/** `goodfaith staff`: the first people of an institution; with `--new-institution` the institution too. */
export const command = (): Command =>
  new Command("staff")
    .description(
      "添加工作人员（可同时新建机构） · Add a member of staff, and the institution where it is new",
    )
    .requiredOption("--institution <name or id>", "机构 · the institution")
    .option("--new-institution", "新建这个机构 · make the institution")
    .requiredOption("--login <login>", "登录名 · what they sign in with")
    .requiredOption("--name <name>", "姓名 · their name")
    .addOption(new Option("--role <role...>", "角色 · roles").choices(Role.options).makeOptionMandatory())
    .option("--limit <yuan>", "授权额度（元） · the most they may approve at once, yuan")
    .addHelpText(
      "after",
      "\n密码从标准输入读取，至少 10 个字 · The password is read from standard input, at least 10 characters.",
    )
    .action(run);

const run = async (options: Options): Promise<void> => {
  try {
    const password = (await text(process.stdin)).trim();
    const staffId = await once((store) => add(store, options, password));
    process.stdout.write(`${options.login}: ${staffId}\n`);
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 2;
  }
};

const add = async (store: Store, options: Options, password: string) => {
  const given = { ...options, password, roles: options.role, approvalLimit: readLimit(options.limit) };
  if ([...password].length < LEAST_LETTERS)
    throw refused("cli.password", "密码至少 10 个字。", "A password has at least 10 characters.");
  if (!options.newInstitution) {
    const institutionId = await findInstitution(store, options.institution);
    return asCommandLine(store, institutionId, (context) => addStaff(context, given));
  }
  return asCommandLine(store, InstitutionId.parse(randomUUID()), async (context) => {
    await addInstitution(context, { name: options.institution, sample: false });
    return addStaff(context, given);
  });
};

const readLimit = (limit: string | undefined) => {
  const cents = limit === undefined ? null : parseYuan(limit);
  if (limit !== undefined && (cents === null || cents < 0n))
    throw refused(
      "cli.limit",
      "授权额度应为金额，如 200000.00。",
      "The limit is an amount such as 200000.00.",
    );
  return cents;
};

const refused = (code: string, zh: string, en: string) => new Refused(refuse("invalid", code, { zh, en }));
