/** What the YAML library finds wrong, said with its place. */
import type { ErrorCode, LineCounter, YAMLError } from "yaml";
import type { Report } from "./report.ts";

const ZH: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: "引用不能再带标签或名称",
  BAD_ALIAS: "引用的写法不对",
  BAD_COLLECTION_TYPE: "标签与内容的种类不符",
  BAD_DIRECTIVE: "以 % 开头的指令写法不对",
  BAD_DQ_ESCAPE: "双引号内的转义写法不对",
  BAD_INDENT: "缩进没有对齐",
  BAD_PROP_ORDER: "标签或名称的位置不对",
  BAD_SCALAR_START: "值不能以这个符号开头",
  BLOCK_AS_IMPLICIT_KEY: "一行里有两个冒号，或键占了不止一行",
  BLOCK_IN_FLOW: "括号内不能另起缩进的内容",
  DUPLICATE_KEY: "同一个键写了两次",
  IMPOSSIBLE: "这里的写法读不懂",
  KEY_OVER_1024_CHARS: "键超过 1024 个字符",
  MISSING_CHAR: "缺少引号、括号、逗号或冒号",
  MULTILINE_IMPLICIT_KEY: "键没有写在一行之内",
  MULTIPLE_ANCHORS: "一个值有两个名称",
  MULTIPLE_DOCS: "`---` 之后还有一份文件",
  MULTIPLE_TAGS: "一个值有两个标签",
  NON_STRING_KEY: "键不是文字",
  RESOURCE_EXHAUSTION: "嵌套或引用过多",
  TAB_AS_INDENT: "缩进用了制表符",
  TAG_RESOLVE_FAILED: "不认识这个标签",
  UNEXPECTED_TOKEN: "这里有多余的内容",
};

export function sayErrors(errors: readonly YAMLError[], counter: LineCounter, report: Report): void {
  const lines = new Set<number>();
  for (const e of errors) {
    const at = counter.linePos(e.pos[0]);
    if (lines.has(at.line)) continue;
    lines.add(at.line);
    const several = e.code === "MULTIPLE_DOCS";
    const what = several
      ? "there is another document after `---`"
      : `unreadable YAML: ${e.message.replace(/\s+/g, " ").replace(/[;:.]$/, "")}`;
    const zh = several ? ZH[e.code] : `无法读取：${ZH[e.code]}`;
    report(
      { line: at.line, column: at.col },
      what,
      several
        ? "write one document a file"
        : 'indent by spaces, close quotes and brackets, and single-quote what is `-` or begins with " @ [ { > or -',
      [
        zh,
        several
          ? "一个文件只写一份条款"
          : '请用空格缩进，补全引号与括号；`-` 以及以 " @ [ { > - 开头的内容请加单引号',
      ],
    );
  }
}
