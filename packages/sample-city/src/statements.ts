import { writeXlsx } from "@goodfaith/platform";
import { encodeGb18030 } from "./gb18030.ts";
import { WANG } from "./story.ts";

/** A file to drop on the story's case. */
export interface SampleFile {
  readonly filename: string;
  readonly content: Uint8Array;
}

/** The carrier's call records: the last call that he took is of 1 October, 19:42; what came later nobody answered. */
const CALLS = [
  "示例移动通信客户通话详单,,,,",
  `本机号码：${WANG.phone},,,,`,
  "查询时段：2024-09-25 至 2024-10-03,,,,",
  "通话时间,通话时长,主叫/被叫,对方号码,通话类型",
  "2024-09-25 18:20:11,3分05秒,主叫,19900000002,本地",
  "2024-09-26 07:50:02,41秒,被叫,19900000031,本地",
  "2024-09-27 12:14:40,1分12秒,主叫,19900000032,本地",
  "2024-09-28 20:31:09,5分47秒,被叫,19900000002,国内长途",
  "2024-09-29 09:05:33,26秒,主叫,19900000033,本地",
  "2024-09-30 20:58:20,1分40秒,被叫,19900000002,国内长途",
  "2024-10-01 10:22:51,52秒,主叫,19900000031,本地",
  "2024-10-01 19:42:00,2分18秒,被叫,19900000034,本地",
  "2024-10-02 12:03:19,0秒,被叫,19900000002,国内长途",
  "2024-10-02 20:15:44,0秒,被叫,19900000002,国内长途",
  "2024-10-03 07:30:02,0秒,被叫,19900000002,国内长途",
];

const BILL_TITLE = [
  "微信支付账单明细",
  `微信昵称：[${WANG.wechat}]`,
  "起始时间：[2024-09-28 00:00:00] 终止时间：[2024-10-03 23:59:59]",
  "导出类型：[全部]",
  "导出时间：[2024-10-20 15:02:33]",
  "",
  "共9笔记录",
  "----------------------微信支付账单明细列表--------------------",
];
const BILL_HEADER =
  "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注".split(",");

/** His last payment by hand is of 2 October, 08:12:05; the renewal of 3 October, 02:00 ran by itself. */
const BILL = [
  [
    "2024-10-03 02:00:11",
    "商户消费",
    "示例视频会员",
    "连续包月自动续费",
    "支出",
    "¥25.00",
    "零钱",
    "支付成功",
    "示例单号009",
    "示例商户009",
    "/",
  ],
  [
    "2024-10-02 08:12:05",
    "扫二维码付款",
    "便民早餐店（示例）",
    "收款方备注:二维码收款",
    "支出",
    "¥12.50",
    "零钱",
    "已转账",
    "示例单号008",
    "示例商户008",
    "/",
  ],
  [
    "2024-10-01 18:40:27",
    "商户消费",
    "示例生活超市",
    "蔬菜、面条",
    "支出",
    "¥46.80",
    "零钱",
    "支付成功",
    "示例单号007",
    "示例商户007",
    "/",
  ],
  [
    "2024-10-01 12:05:10",
    "转账",
    "王太太（示例）",
    "转账备注:过节",
    "收入",
    "¥200.00",
    "/",
    "已存入零钱",
    "示例单号006",
    "/",
    "/",
  ],
  [
    "2024-09-30 18:22:09",
    "商户消费",
    "示例药房",
    "感冒药",
    "支出",
    "¥35.00",
    "零钱",
    "支付成功",
    "示例单号005",
    "示例商户005",
    "/",
  ],
  [
    "2024-09-30 09:10:44",
    "商户消费-退款",
    "示例网购",
    "退款",
    "收入",
    "¥59.00",
    "/",
    "已全额退款",
    "示例单号004",
    "示例商户004",
    "/",
  ],
  [
    "2024-09-29 08:05:12",
    "扫二维码付款",
    "便民早餐店（示例）",
    "收款方备注:二维码收款",
    "支出",
    "¥11.00",
    "零钱",
    "已转账",
    "示例单号003",
    "示例商户003",
    "/",
  ],
  [
    "2024-09-28 19:30:00",
    "微信红包",
    "王太太（示例）",
    "/",
    "支出",
    "¥20.00",
    "零钱",
    "支付成功",
    "示例单号002",
    "示例商户002",
    "/",
  ],
  [
    "2024-09-28 07:58:36",
    "商户消费",
    "示例公交",
    "乘车码",
    "支出",
    "¥2.00",
    "零钱",
    "支付成功",
    "示例单号001",
    "示例商户001",
    "/",
  ],
];

const quoted = (cell: string): string => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const commas = (cells: readonly string[]): string => cells.map(quoted).join(",");

/** The two statements of the story, as a carrier and WeChat Pay export them, and the bill once more as XLSX. */
export const sampleFiles = async (): Promise<SampleFile[]> => {
  const width = BILL_HEADER.length;
  const title = BILL_TITLE.map((line) => [line, ...Array.from({ length: width - 1 }, () => "")]);
  const bill = [...title.map(commas), commas(BILL_HEADER), ...BILL.map(commas)].join("\r\n");
  const [first, ...rest] = [...title, BILL_HEADER, ...BILL];
  return [
    { filename: "通话详单-2024年9月至10月-示例.csv", content: encodeGb18030(`${CALLS.join("\r\n")}\r\n`) },
    {
      filename: "微信支付账单-20240928-20241003-示例.csv",
      content: new TextEncoder().encode(`\ufeff${bill}\r\n`),
    },
    {
      filename: "微信支付账单-20240928-20241003-示例.xlsx",
      content: await writeXlsx([
        { name: "Sheet1", columns: (first ?? []).map((header) => ({ header, width: 20 })), rows: rest },
      ]),
    },
  ];
};
