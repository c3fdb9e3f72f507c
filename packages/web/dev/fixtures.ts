/** Contract-valid answers for looking at pages while there is no server. Development only: nothing here is built or shipped. */
import {
  ClaimView,
  ConsumerClaim,
  ConsumerOverview,
  StaffSession,
  TodayView,
} from "@goodfaith/platform/contract";

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const CASE = uuid(1);
const source = (label: string, extra: object = {}) => ({
  kind: "record",
  label,
  at: "2024-10-08T10:02:00+08:00",
  by: null,
  evidenceId: null,
  findingId: null,
  locator: null,
  ...extra,
});
const fact = (
  name: string,
  type: string,
  value: unknown,
  shows: string,
  sources: object[] = [],
  extra: object = {},
) => ({
  name,
  type,
  ask: null,
  value,
  shows,
  state: value === null ? "unknown" : typeof value === "object" ? "bounded" : "known",
  options: null,
  sources,
  asked: false,
  ...extra,
});
const decision = (terms: string, least: string, most: string, extra: object = {}) => ({
  terms,
  digest: "sha256:9f2c11aa52be7d13",
  outcome: least === most ? "pay" : "open",
  settled: least === most,
  tight: true,
  payable: { least, most },
  benefits: [{ clause: "第五条", name: "身故保险金", least, most, reasons: [] }],
  reasons: [],
  values: {},
  promises: [],
  flags: [],
  points: "0",
  steps: [],
  asks: [],
  explanation: [],
  ...extra,
});

const ASK = {
  fact: "出险时间",
  ask: "意外是什么时候发生的？通话记录、付款记录都能帮助确定。",
  from: "家属陈述、通话记录、支付记录",
  clauses: ["第五条"],
};
const LOW = {
  findingId: uuid(31),
  fact: "出险时间",
  policyId: null,
  shows: "2024-09-30 21:00",
  kind: "not-before",
  value: "2024-09-30T21:00:00+08:00",
  source: source("家属陈述：“节前一晚还通过电话”", {
    kind: "statement",
    by: "王某（示例）",
    findingId: uuid(31),
  }),
  withdrawn: null,
};
const HIGH = {
  findingId: uuid(32),
  fact: "出险时间",
  policyId: null,
  shows: "2024-10-03 08:40",
  kind: "not-after",
  value: "2024-10-03T08:40:00+08:00",
  source: source("派出所证明：发现时间", { kind: "record", findingId: uuid(32) }),
  withdrawn: null,
};
const PROOF = {
  findingId: uuid(33),
  fact: "出险时间",
  policyId: null,
  shows: "2024-10-02 08:12:05",
  kind: "not-before",
  value: "2024-10-02T08:12:05+08:00",
  source: source("微信支付账单：最后一笔付款", {
    kind: "evidence",
    evidenceId: uuid(41),
    findingId: uuid(33),
    locator: "第 23 行 · 交易时间 2024-10-02 08:12:05 · 早餐 ¥6.00",
  }),
  withdrawn: null,
};

const clauses = (settled: boolean) => [
  {
    id: "第一条",
    text: "被保险人于生效日至满期日（均含当日）身故的，为期内身故；至满期日仍生存的，为满期生存。",
    lamp: "certain",
    shows: "期内身故 = 是（身故日期 2024-10-03）",
  },
  {
    id: "第三条",
    text: "被保险人期内身故的，本公司按基本保险金额给付身故保险金，扣除应扣欠款。",
    lamp: settled ? "off" : "depends",
    shows: "100000 − 0 = 100000",
  },
  {
    id: "第五条",
    text: "被保险人因意外身故，且意外伤害发生在国家法定节假日的，改按基本保险金额的十倍给付，扣除应扣欠款。国家法定节假日指国务院规定的全体公民放假的节日当日，不含调休日和周末。",
    lamp: settled ? "certain" : "depends",
    shows: settled
      ? "法定节假日 = 是 → 10 × 100000 − 0 = 1000000"
      : "取决于出险时间：10 × 100000 − 0 = 1000000",
  },
  {
    id: "第四条",
    text: "等待期为合同生效日或者最近一次复效日（以较迟者为准）之后的90日。",
    lamp: "off",
    shows: "不适用：意外身故",
  },
  {
    id: "第七条",
    text: "自合同成立或者效力最近一次恢复之日起二年内被保险人自杀的，本公司不给付身故保险金。",
    lamp: "off",
    shows: "不适用：除外情形 = 无",
  },
];

const ci = (n: number, amount: string) => ({
  policyId: uuid(20 + n),
  number: `P-2019-00${n}`,
  product: `康宁重大疾病保险（示例）`,
  terms: "life-critical-illness/2018",
  facts: [fact("基本保险金额", "money", amount, `${amount} 元`, [source("保险单")])],
  decision: decision("life-critical-illness/2018", amount, amount, {
    benefits: [{ clause: "第六条", name: "身故保险金", least: amount, most: amount, reasons: [] }],
  }),
  clauses: [
    {
      id: "第六条",
      text: "被保险人于等待期后身故的，按基本保险金额给付身故保险金。",
      lamp: "certain",
      shows: `基本保险金额 = ${amount}`,
    },
  ],
  whatIfs: [],
});

export const claim = (settled: boolean, ordered = "0.00") =>
  ClaimView.parse({
    caseId: CASE,
    number: "C-2024-0713",
    title: "王先生（示例）意外身故",
    status: "open",
    insuredName: "王建国（示例）",
    partyId: uuid(2),
    openedAt: "2024-10-08T09:30:00+08:00",
    handler: "李工",
    payable: { least: settled ? "1270000.00" : "370000.00", most: "1270000.00" },
    ordered,
    settled,
    asks: settled ? [] : ["出险时间"],
    nextDue: { name: "核定", due: "2024-11-07" },
    sample: true,
    version: settled ? 6 : 4,
    eventKind: "death",
    facts: [
      fact("身故", "boolean", true, "是", [source("死亡医学证明（示例）")]),
      fact("身故日期", "date", "2024-10-03", "2024年10月3日", [source("死亡医学证明（示例）")]),
      fact("意外伤害", "boolean", true, "是", [source("派出所证明（示例）")]),
      fact(
        "出险时间",
        "date and time",
        { between: [settled ? PROOF.value : LOW.value, HIGH.value] },
        settled ? "10月2日 08:12:05 至 10月3日 08:40" : "9月30日 21:00 至 10月3日 08:40 之间",
        settled ? [PROOF.source, LOW.source, HIGH.source] : [LOW.source, HIGH.source],
        { ask: ASK.ask, asked: !settled },
      ),
      fact("除外情形", "one of", "无", "无", [source("调查结论")], {
        options: ["无", "自杀", "酒后或无证驾驶"],
      }),
      fact("生存确认日期", "date", null, "", [], { ask: "最近哪一天确认被保险人生存？" }),
    ],
    policies: [
      {
        policyId: uuid(20),
        number: "P-2019-0001",
        product: "节假日关爱两全保险（示例条款 2019 版）",
        terms: "life-endowment-holiday/2019",
        facts: [
          fact("基本保险金额", "money", "100000.00", "100,000 元", [source("保险单 2019-05-01")]),
          fact("合同效力", "one of", "有效", "有效", [source("保单状态记录")]),
        ],
        decision: decision(
          "life-endowment-holiday/2019",
          settled ? "1000000.00" : "100000.00",
          "1000000.00",
          settled
            ? {
                benefits: [
                  {
                    clause: "第五条",
                    name: "法定节假日意外身故保险金",
                    least: "1000000.00",
                    most: "1000000.00",
                    reasons: [],
                  },
                ],
              }
            : { asks: [ASK] },
        ),
        clauses: clauses(settled),
        whatIfs: [
          {
            fact: "出险时间",
            type: "date and time",
            segments: settled
              ? [
                  {
                    from: PROOF.value,
                    to: HIGH.value,
                    label: "10月2日 08:12:05 至 10月3日 08:40（法定节假日）",
                    payable: { least: "1000000.00", most: "1000000.00" },
                    outcome: "pay",
                  },
                ]
              : [
                  {
                    from: LOW.value,
                    to: "2024-09-30T23:59:59+08:00",
                    label: "9月30日 21:00 至 24:00（工作日）",
                    payable: { least: "100000.00", most: "100000.00" },
                    outcome: "pay",
                  },
                  {
                    from: "2024-10-01T00:00:00+08:00",
                    to: HIGH.value,
                    label: "10月1日 0:00 至 10月3日 08:40（法定节假日）",
                    payable: { least: "1000000.00", most: "1000000.00" },
                    outcome: "pay",
                  },
                ],
          },
        ],
      },
      ci(1, "120000.00"),
      ci(2, "100000.00"),
      ci(3, "50000.00"),
    ],
    needs: {
      decision: settled ? [] : [{ ...ASK, settles: true, policies: ["P-2019-0001"] }],
      payment: [{ fact: "受益人账户", ask: "受益人的银行账户是哪一个？", from: "银行卡复印件", clauses: [] }],
    },
    paymentFacts: [
      fact("受益人", "string", "王小雨（示例）", "王小雨（示例）", [source("保险单")]),
      fact("受益人账户", "string", null, "", [], { ask: "受益人的银行账户是哪一个？" }),
    ],
    notice: null,
    evidence: settled
      ? [
          {
            evidenceId: uuid(41),
            filename: "微信支付账单(20240901-20241008).csv",
            mediaType: "text/csv",
            bytes: 18233,
            sha256: "9f2c11aa52be7d13",
            kind: "wechat-bill",
            addedAt: "2024-10-09T14:20:00+08:00",
            addedBy: "李工",
            summary: "共 118 笔；最后一笔本人付款 2024-10-02 08:12:05",
            findings: [uuid(33)],
            withdrawn: false,
          },
        ]
      : [],
    findings: settled ? [LOW, HIGH, PROOF] : [LOW, HIGH],
    money: {
      least: settled ? "1270000.00" : "370000.00",
      most: "1270000.00",
      ordered,
      available: settled ? "1270000.00" : "370000.00",
    },
    clocks: [
      { name: "核定", due: "2024-11-07", daysLeft: 21, law: "保险法/23", state: "running" },
      { name: "补正期间", due: null, daysLeft: null, law: "解释（二）/15", state: "waiting" },
      { name: "达成协议后给付", due: null, daysLeft: null, law: "保险法/23", state: "waiting" },
    ],
    payments: [],
    history: [
      {
        version: 1,
        type: "reported",
        at: "2024-10-08T09:30:00+08:00",
        by: "李工",
        zh: "登记报案：意外身故",
        en: "Reported: death by accident",
      },
      {
        version: 2,
        type: "finding",
        at: "2024-10-08T09:32:00+08:00",
        by: "李工",
        zh: "录入认定：出险时间不早于 9月30日 21:00（家属陈述）",
        en: "Finding: not before 30 Sep 21:00 (family)",
      },
      {
        version: 3,
        type: "decided",
        at: "2024-10-08T09:32:00+08:00",
        by: "系统",
        zh: "重新计算：370,000 至 1,270,000 元",
        en: "Decided: 370,000 to 1,270,000 yuan",
      },
    ],
    next: settled
      ? {
          do: "prepare-payment",
          zh: "结果已定，可以提交给付 1,270,000 元",
          en: "Settled: submit payment of 1,270,000 yuan",
          fact: null,
        }
      : {
          do: "answer-ask",
          zh: "弄清意外发生的时间：放入通话记录或支付账单",
          en: "Find when it happened: drop call records or payment bills",
          fact: "出险时间",
        },
  });

export const session = StaffSession.parse({
  kind: "staff",
  staff: {
    staffId: uuid(9),
    name: "李工",
    login: "li",
    roles: ["claims-handler"],
    permissions: [
      "today.read",
      "people.read",
      "people.reveal",
      "claims.read",
      "claims.handle",
      "payments.read",
      "payments.prepare",
      "payments.approve",
      "payments.send",
      "terms.read",
      "imports.run",
      "messages.read",
    ],
    approvalLimit: null,
  },
  institution: { institutionId: uuid(8), name: "长治 · 示例人寿", sample: true },
});

export const today = TodayView.parse({
  day: "2024-10-17",
  weekday: { zh: "星期四", en: "Thursday" },
  dayKind: "working-day",
  looked: { policies: 412, cases: 38 },
  owed: [
    {
      caseId: CASE,
      title: "王先生（示例）意外身故",
      why: {
        zh: "四份保单，无论何时出险都至少 370,000 元",
        en: "Four policies: at least 370,000 whenever it happened",
      },
      available: "370000.00",
    },
    {
      caseId: uuid(4),
      title: "陈女士（示例）住院医疗",
      why: { zh: "晋惠保 2024，结算单已到，金额已定", en: "Jinhuibao 2024: settled" },
      available: "22500.00",
    },
  ],
  owedTotal: "392500.00",
  asking: [
    {
      caseId: CASE,
      title: "王先生（示例）意外身故",
      ask: "意外是什么时候发生的？",
      fact: "出险时间",
      least: "370000.00",
      most: "1270000.00",
    },
  ],
  approvals: [],
  toSend: { count: 2, total: "18300.00" },
  clocks: [
    {
      caseId: uuid(4),
      title: "陈女士（示例）住院医疗",
      name: "核定",
      due: "2024-10-18",
      daysLeft: 1,
      law: "保险法/23",
    },
    {
      caseId: CASE,
      title: "王先生（示例）意外身故",
      name: "核定",
      due: "2024-11-07",
      daysLeft: 21,
      law: "保险法/23",
    },
  ],
  week: { medianHoursToPayment: 3.1, paid: "236800.00", paidCount: 11, onceEnough: { settled: 11, of: 12 } },
});

const progress = [
  { step: "reported", at: "2024-10-08T09:30:00+08:00" },
  { step: "decided", at: "2024-10-09T14:20:00+08:00" },
  { step: "approved", at: "2024-10-09T15:02:00+08:00" },
  { step: "sent", at: "2024-10-09T16:00:00+08:00" },
  { step: "settled", at: null },
];
const summary = {
  caseId: CASE,
  title: "王先生（示例）意外身故",
  institution: "示例人寿",
  role: "beneficiary",
  least: "1270000.00",
  most: "1270000.00",
  settled: true,
  forYou: "1270000.00",
  progress,
};
export const overview = ConsumerOverview.parse({
  name: "王小雨（示例）",
  sample: true,
  onTheWay: { amount: "1270000.00", caseId: CASE, title: "王先生（示例）意外身故 · 已送银行", progress },
  covers: [
    {
      number: "P-2019-0001",
      product: "节假日关爱两全保险",
      institution: "示例人寿",
      status: "有效",
      role: "beneficiary",
      ofWhom: "王建国（示例）",
      plain: {
        zh: "身故给 10 万元；法定节假日里意外身故，给 100 万元。",
        en: "100,000 on death; 1,000,000 by accident on a statutory holiday.",
      },
    },
    {
      number: "P-2021-0077",
      product: "晋惠保 2024",
      institution: "示例人寿",
      status: "有效",
      role: "insured",
      ofWhom: "王小雨（示例）",
      plain: {
        zh: "医保报过以后，自己花超过 1.5 万的部分再报 60%–80%。",
        en: "After basic insurance, 60–80% of what you pay above 15,000.",
      },
    },
  ],
  claims: [summary],
});
export const consumerClaim = ConsumerClaim.parse({
  ...summary,
  payments: [
    {
      amount: "1270000.00",
      status: "已送银行",
      accountMasked: "**** 2201",
      bank: "示例银行",
      at: "2024-10-09T16:00:00+08:00",
    },
  ],
  because: [
    {
      product: "节假日关爱两全保险",
      number: "P-2019-0001",
      terms: "life-endowment-holiday/2019",
      digest: "sha256:9f2c",
      payable: { least: "1000000.00", most: "1000000.00" },
      clauses: clauses(true)
        .filter(({ lamp }) => lamp === "certain")
        .map(({ id, text, shows }) => ({ id, text, shows })),
    },
    {
      product: "康宁重大疾病保险",
      number: "P-2019-001",
      terms: "life-critical-illness/2018",
      digest: "sha256:77aa",
      payable: { least: "270000.00", most: "270000.00" },
      clauses: [],
    },
  ],
  facts: [
    {
      name: "出险时间",
      shows: "10月2日 08:12:05 至 10月3日 08:40",
      source: "微信支付账单第 23 行；派出所证明",
    },
    { name: "意外伤害", shows: "是", source: "派出所证明" },
  ],
  stillNeeded: [],
  looked: [{ at: "2024-10-09T14:20:00+08:00", who: "李工（理赔）", what: "查看案件" }],
  rights: [
    { zh: "对金额有不同意见，可以要求重新核对。", en: "You may ask for the amount to be looked at again." },
  ],
});
export const consumerSession = {
  kind: "consumer",
  name: "王小雨（示例）",
  phoneMasked: "139****2201",
  sample: true,
};
export { CASE, uuid };
