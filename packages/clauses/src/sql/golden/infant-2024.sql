WITH "#facts" AS NOT MATERIALIZED (
  SELECT "#row"."party_id" AS "#key1", "#row"."case_id" AS "#key2",
    CASE WHEN isfinite("#row"."effective_on") THEN CASE WHEN (("#row"."effective_on" - DATE '1970-01-01')::numeric BETWEEN -719162 AND 2932896 AND ("#row"."effective_on" - DATE '1970-01-01')::numeric >= 3652::numeric AND ("#row"."effective_on" - DATE '1970-01-01')::numeric <= 47481::numeric) THEN ("#row"."effective_on" - DATE '1970-01-01')::numeric END END AS "生效日期",
    CASE WHEN isfinite("#row"."born_on") THEN CASE WHEN (("#row"."born_on" - DATE '1970-01-01')::numeric BETWEEN -719162 AND 2932896 AND ("#row"."born_on" - DATE '1970-01-01')::numeric >= 3652::numeric AND ("#row"."born_on" - DATE '1970-01-01')::numeric <= 47481::numeric) THEN ("#row"."born_on" - DATE '1970-01-01')::numeric END END AS "出生日期",
    ("#row"."registered_in_city" = TRUE) AS "本市户籍",
    CASE WHEN "#row"."roll_status"::text COLLATE "C" IN ('在册'::text, '漏列待补'::text, '不符合参保条件'::text) THEN "#row"."roll_status"::text COLLATE "C" END AS "名册状态",
    ("#row"."guardian_consents" = TRUE) AS "监护人同意补录",
    ("#row"."by_accident" = TRUE) AS "意外伤害",
    CASE WHEN isfinite("#row"."incident_at") THEN CASE WHEN (extract(timezone FROM "#row"."incident_at") IS NOT NULL AND extract(epoch FROM "#row"."incident_at") BETWEEN -62135510400 AND 253402214400 AND extract(epoch FROM "#row"."incident_at") >= 315504000::numeric AND extract(epoch FROM "#row"."incident_at") <= 4102415999::numeric) THEN extract(epoch FROM "#row"."incident_at") END END AS "出险时间",
    ("#row"."died" = TRUE) AS "身故",
    CASE WHEN isfinite("#row"."died_on") THEN CASE WHEN ("#row"."died_on" - DATE '1970-01-01')::numeric BETWEEN -719162 AND 2932896 THEN ("#row"."died_on" - DATE '1970-01-01')::numeric END END AS "身故日期",
    ("#row"."disabled" = TRUE) AS "伤残",
    "#by0.1"."#1" AS "#1",
    "#by0.1"."#2" AS "#2",
    "#by0.1"."#3" AS "#3",
    "#by0.1"."#4" AS "#4",
    (jsonb_typeof("#row"."disability_items") = 'array') IS TRUE AS "#5",
    ("#row"."disability_items" IS NULL OR jsonb_typeof("#row"."disability_items") = 'null' OR (CASE WHEN jsonb_typeof("#row"."disability_items") = 'array' THEN jsonb_array_length("#row"."disability_items") <= 1000 END) IS TRUE) AS "#6",
    CASE WHEN (abs("#row"."disability_paid") < 1000000000000000::numeric AND min_scale("#row"."disability_paid") <= 2 AND "#row"."disability_paid" >= 0::numeric) THEN "#row"."disability_paid"::numeric END AS "已付伤残保险金",
    CASE WHEN (abs("#row"."minor_death_limit") < 1000000000000000::numeric AND min_scale("#row"."minor_death_limit") <= 2 AND "#row"."minor_death_limit" >= 0::numeric) THEN "#row"."minor_death_limit"::numeric END AS "未成年人身故限额",
    CASE WHEN (abs("#row"."other_death_benefits") < 1000000000000000::numeric AND min_scale("#row"."other_death_benefits") <= 2 AND "#row"."other_death_benefits" >= 0::numeric) THEN "#row"."other_death_benefits"::numeric END AS "其他保单身故保险金",
    CASE WHEN (abs("#row"."medical_total") < 1000000000000000::numeric AND min_scale("#row"."medical_total") <= 2 AND "#row"."medical_total" >= 0::numeric) THEN "#row"."medical_total"::numeric END AS "医疗总费用",
    CASE WHEN (abs("#row"."reimbursed") < 1000000000000000::numeric AND min_scale("#row"."reimbursed") <= 2 AND "#row"."reimbursed" >= 0::numeric) THEN "#row"."reimbursed"::numeric END AS "已获补偿",
    ("#row"."settled_by_basic" = TRUE) AS "医保已结算",
    ("#row"."hospitalised" = TRUE) AS "住院",
    CASE WHEN isfinite("#row"."admitted_on") THEN CASE WHEN ("#row"."admitted_on" - DATE '1970-01-01')::numeric BETWEEN -719162 AND 2932896 THEN ("#row"."admitted_on" - DATE '1970-01-01')::numeric END END AS "入院日期",
    CASE WHEN (abs("#row"."accident_medical_paid") < 1000000000000000::numeric AND min_scale("#row"."accident_medical_paid") <= 2 AND "#row"."accident_medical_paid" >= 0::numeric) THEN "#row"."accident_medical_paid"::numeric END AS "本期意外医疗已赔",
    CASE WHEN (abs("#row"."inpatient_paid") < 1000000000000000::numeric AND min_scale("#row"."inpatient_paid") <= 2 AND "#row"."inpatient_paid" >= 0::numeric) THEN "#row"."inpatient_paid"::numeric END AS "本期住院医疗已赔",
    num_nulls("#row"."effective_on", "#row"."born_on", "#row"."registered_in_city", "#row"."roll_status", "#row"."guardian_consents", "#row"."by_accident", "#row"."incident_at", "#row"."died", "#row"."died_on", "#row"."disabled", "#row"."disability_paid", "#row"."minor_death_limit", "#row"."other_death_benefits", "#row"."medical_total", "#row"."reimbursed", "#row"."settled_by_basic", "#row"."hospitalised", "#row"."admitted_on", "#row"."accident_medical_paid", "#row"."inpatient_paid") AS "#8"
  FROM "cases" AS "#row"
  CROSS JOIN LATERAL (SELECT count(*)::numeric AS "#1",
      coalesce(bool_and("#1.7"), TRUE) AS "#2",
      array_agg("#1.3" ORDER BY "#at") AS "#3",
      array_agg("#1.6" ORDER BY "#at") AS "#4"
    FROM (SELECT "#1.3", "#1.6", "#at", (CASE WHEN jsonb_typeof("#element") = 'object' THEN "#element" - ARRAY['部位性质'::text, '等级'::text] = '{}'::jsonb ELSE FALSE END AND (("#1.1" IS NULL OR jsonb_typeof("#1.1") = 'null') OR "#1.3" IS NOT NULL) AND (("#1.4" IS NULL OR jsonb_typeof("#1.4") = 'null') OR "#1.6" IS NOT NULL)) AS "#1.7"
    FROM (SELECT "#element", "#1.1", "#1.4", "#at", "#1.2"::text COLLATE "C" AS "#1.3", CASE WHEN ("#1.5" + 0::numeric) IN (1::numeric, 2::numeric, 3::numeric, 4::numeric, 5::numeric, 6::numeric, 7::numeric, 8::numeric, 9::numeric, 10::numeric) THEN ("#1.5" + 0::numeric) END AS "#1.6"
    FROM (SELECT "#element", "#1.1", "#1.4", "#at", CASE WHEN jsonb_typeof("#1.1") = 'string' THEN ("#1.1" #>> '{}') END AS "#1.2", CASE WHEN jsonb_typeof("#1.4") = 'number' OR (jsonb_typeof("#1.4") = 'string' AND ("#1.4" #>> '{}') ~ '^[+-]?([0-9]{1,20}([.][0-9]{0,20})?|[.][0-9]{1,20})$') THEN ("#1.4" #>> '{}')::numeric END AS "#1.5"
    FROM (SELECT "#element", "#at", (CASE WHEN jsonb_typeof("#element") = 'object' THEN "#element" -> '部位性质'::text END) AS "#1.1", (CASE WHEN jsonb_typeof("#element") = 'object' THEN "#element" -> '等级'::text END) AS "#1.4"
    FROM (SELECT "#element" AS "#element", "#at" AS "#at"
    FROM jsonb_array_elements(CASE WHEN CASE WHEN jsonb_typeof("#row"."disability_items") = 'array' THEN jsonb_array_length("#row"."disability_items") <= 1000 END THEN "#row"."disability_items" END) WITH ORDINALITY AS "#list" ("#element", "#at") OFFSET 0) AS "#in1" OFFSET 0) AS "#in1" OFFSET 0) AS "#in1" OFFSET 0) AS "#in1" OFFSET 0) AS "#in1") AS "#by0.1"
  OFFSET 0),
"#step1" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "生效日期", "意外伤害", "身故", "身故日期", "伤残", "#3", "#4", "住院", "入院日期",
    CASE WHEN "#5" THEN "#1" END AS "#7",
    (num_nulls("生效日期", "出生日期", "本市户籍", "名册状态", "监护人同意补录", "意外伤害", "出险时间", "身故", "身故日期", "伤残", "已付伤残保险金", "未成年人身故限额", "其他保单身故保险金", "医疗总费用", "已获补偿", "医保已结算", "住院", "入院日期", "本期意外医疗已赔", "本期住院医疗已赔") = "#8" AND ("#6" AND "#2") AND (("生效日期" >= 19989::numeric AND "生效日期" <= 20353::numeric)) IS TRUE) AS "#9",
    (NOT ((18993::numeric <= "出生日期") AND ("出生日期" <= 20088::numeric) AND "本市户籍")) AS "#10",
    (NOT (("名册状态" = '在册'::text) OR (("名册状态" = '漏列待补'::text) AND "监护人同意补录"))) AS "#11",
    ("出险时间" + 28800::numeric) AS "#12",
    (NOT ("意外伤害" OR ("生效日期" <= ("出生日期" + 30::numeric)) OR (("生效日期" + 30::numeric) < "入院日期"))) AS "#15",
    (NOT "身故") AS "#17",
    "#by0.2"."#18" AS "#18",
    "#by0.2"."#19" AS "#19",
    "#by0.4"."#28" AS "#28",
    "#by0.4"."#29" AS "#29",
    (100000::numeric - "已付伤残保险金") AS "#50",
    ("未成年人身故限额" - "其他保单身故保险金") AS "#52",
    ("医疗总费用" - "已获补偿") AS "#61",
    CASE "医保已结算" WHEN TRUE THEN 0.9::numeric WHEN FALSE THEN 0.7::numeric END AS "意外医疗比例",
    (10000::numeric - "本期意外医疗已赔") AS "#64",
    CASE "医保已结算" WHEN TRUE THEN 0.8::numeric WHEN FALSE THEN 0.6::numeric END AS "住院医疗比例",
    (20000::numeric - "本期住院医疗已赔") AS "#70",
    ((NOT "意外伤害") AND "住院") AS "#73",
    (NOT ((18993::numeric <= coalesce("出生日期", 3652::numeric)) AND (coalesce("出生日期", 3652::numeric) <= 20088::numeric) AND coalesce("本市户籍", FALSE))) AS "#81",
    (NOT ((coalesce("名册状态", '在册'::text) = '在册'::text) OR ((coalesce("名册状态", '在册'::text) = '漏列待补'::text) AND coalesce("监护人同意补录", FALSE)))) AS "#82",
    (coalesce("出险时间", 315504000::numeric) + 28800::numeric) AS "#83",
    coalesce("意外伤害", FALSE) AS "#85",
    (NOT (coalesce("意外伤害", FALSE) OR (coalesce("生效日期", 3652::numeric) <= (coalesce("出生日期", 3652::numeric) + 30::numeric)) OR ((coalesce("生效日期", 3652::numeric) + 30::numeric) < coalesce("入院日期", 0::numeric)))) AS "#87",
    (NOT ((18993::numeric <= coalesce("出生日期", 47481::numeric)) AND (coalesce("出生日期", 47481::numeric) <= 20088::numeric) AND coalesce("本市户籍", TRUE))) AS "#89",
    (NOT ((coalesce("名册状态", '不符合参保条件'::text) = '在册'::text) OR ((coalesce("名册状态", '不符合参保条件'::text) = '漏列待补'::text) AND coalesce("监护人同意补录", TRUE)))) AS "#90",
    (coalesce("出险时间", 4102415999::numeric) + 28800::numeric) AS "#91",
    coalesce("意外伤害", TRUE) AS "#93",
    (NOT (coalesce("意外伤害", TRUE) OR (coalesce("生效日期", 47481::numeric) <= (coalesce("出生日期", 47481::numeric) + 30::numeric)) OR ((coalesce("生效日期", 47481::numeric) + 30::numeric) < coalesce("入院日期", 1000000::numeric)))) AS "#95",
    (NOT coalesce("身故", FALSE)) AS "#106",
    (NOT coalesce("身故", TRUE)) AS "#122"
  FROM "#facts"
  CROSS JOIN LATERAL (SELECT CASE WHEN NOT coalesce(bool_or("#1.3" IS NULL), FALSE) THEN min("#1.3") END AS "#18",
      coalesce(bool_or("#1.3" IS NULL), FALSE) AS "#19"
    FROM (SELECT "#1.3"
    FROM (SELECT "#given2" AS "#1.3"
    FROM unnest("#3", "#4") WITH ORDINALITY AS "#elements" ("#given1", "#given2", "#at") OFFSET 0) AS "#in1" OFFSET 0) AS "#in1") AS "#by0.2"
  CROSS JOIN LATERAL (SELECT CASE WHEN NOT coalesce(bool_or("#1.14" IS NULL), FALSE) THEN max("#1.14") END AS "#28",
      coalesce(bool_or("#1.14" IS NULL), FALSE) AS "#29"
    FROM (SELECT CASE "#1.13" WHEN TRUE THEN 1::numeric WHEN FALSE THEN CASE "#1.12" WHEN TRUE THEN 0.9::numeric WHEN FALSE THEN CASE "#1.11" WHEN TRUE THEN 0.8::numeric WHEN FALSE THEN CASE "#1.10" WHEN TRUE THEN 0.7::numeric WHEN FALSE THEN CASE "#1.9" WHEN TRUE THEN 0.6::numeric WHEN FALSE THEN CASE "#1.8" WHEN TRUE THEN 0.5::numeric WHEN FALSE THEN CASE "#1.7" WHEN TRUE THEN 0.4::numeric WHEN FALSE THEN CASE "#1.6" WHEN TRUE THEN 0.3::numeric WHEN FALSE THEN CASE "#1.5" WHEN TRUE THEN 0.2::numeric WHEN FALSE THEN 0.1::numeric END END END END END END END END END AS "#1.14"
    FROM (SELECT ((8::numeric < "#1.3") AND ("#1.3" <= 9::numeric)) AS "#1.5", ((7::numeric < "#1.3") AND ("#1.3" <= 8::numeric)) AS "#1.6", ((6::numeric < "#1.3") AND ("#1.3" <= 7::numeric)) AS "#1.7", ((5::numeric < "#1.3") AND ("#1.3" <= 6::numeric)) AS "#1.8", ((4::numeric < "#1.3") AND ("#1.3" <= 5::numeric)) AS "#1.9", ((3::numeric < "#1.3") AND ("#1.3" <= 4::numeric)) AS "#1.10", ((2::numeric < "#1.3") AND ("#1.3" <= 3::numeric)) AS "#1.11", ((1::numeric < "#1.3") AND ("#1.3" <= 2::numeric)) AS "#1.12", ("#1.3" <= 1::numeric) AS "#1.13"
    FROM (SELECT "#given2" AS "#1.3"
    FROM unnest("#3", "#4") WITH ORDINALITY AS "#elements" ("#given1", "#given2", "#at") OFFSET 0) AS "#in1" OFFSET 0) AS "#in1" OFFSET 0) AS "#in1") AS "#by0.4"
  OFFSET 0),
"#step2" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "生效日期", "意外伤害", "身故", "身故日期", "伤残", "#3", "#4", "#7", "住院", "入院日期", "#9", "#10", "#11", "#15", "#17", "意外医疗比例", "住院医疗比例", "#73", "#81", "#82", "#85", "#87", "#89", "#90", "#93", "#95", "#106", "#122",
    (0::numeric + div("#12", 86400::numeric) - CASE WHEN mod("#12", 86400::numeric) < 0 THEN 1 ELSE 0 END) AS "#13",
    ("#17" AND "意外伤害" AND "伤残") AS "申请意外伤残",
    CASE WHEN NOT "#7" IS NULL THEN "#18" END AS "#20",
    ("#7" IS NULL OR "#19") AS "#21",
    CASE WHEN NOT "#7" IS NULL THEN "#28" END AS "#30",
    ("#7" IS NULL OR "#29") AS "#31",
    CASE WHEN NOT "#7" IS NULL THEN ''::text END AS "#45",
    "#7" IS NULL AS "#46",
    CASE WHEN 0::numeric >= "#50" THEN 0::numeric WHEN 0::numeric < "#50" THEN "#50" END AS "#51",
    CASE WHEN 0::numeric >= "#52" THEN 0::numeric WHEN 0::numeric < "#52" THEN "#52" END AS "#53",
    ("#61" - 100::numeric) AS "#62",
    CASE WHEN 0::numeric >= "#64" THEN 0::numeric WHEN 0::numeric < "#64" THEN "#64" END AS "#66",
    ("#61" - 500::numeric) AS "#68",
    CASE WHEN 0::numeric >= "#70" THEN 0::numeric WHEN 0::numeric < "#70" THEN "#70" END AS "#72",
    (0::numeric + div("#83", 86400::numeric) - CASE WHEN mod("#83", 86400::numeric) < 0 THEN 1 ELSE 0 END) AS "#84",
    (0::numeric + div("#91", 86400::numeric) - CASE WHEN mod("#91", 86400::numeric) < 0 THEN 1 ELSE 0 END) AS "#92",
    ("#106" AND coalesce("意外伤害", FALSE) AND coalesce("伤残", FALSE)) AS "#107",
    ("#122" AND coalesce("意外伤害", TRUE) AND coalesce("伤残", TRUE)) AS "#123"
  FROM "#step1"
  OFFSET 0),
"#step3" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "生效日期", "意外伤害", "伤残", "#3", "#4", "#7", "住院", "入院日期", "#9", "#10", "#11", "#15", "#17", "申请意外伤残", "#20", "#21", "#45", "#46", "#51", "#53", "#66", "#72", "#73", "#81", "#82", "#87", "#89", "#90", "#95", "#106", "#107", "#122", "#123",
    (("生效日期" <= "#13") AND (19989::numeric <= "#13") AND ("#13" <= 20353::numeric)) AS "出险在期内",
    CASE "申请意外伤残" WHEN TRUE THEN "#20" WHEN FALSE THEN NULL END AS "最重等级",
    CASE "申请意外伤残" WHEN TRUE THEN "#21" WHEN FALSE THEN FALSE ELSE TRUE END AS "#22",
    CASE "申请意外伤残" WHEN TRUE THEN "#30" WHEN FALSE THEN NULL::numeric END AS "#32",
    CASE "申请意外伤残" WHEN TRUE THEN "#31" WHEN FALSE THEN FALSE ELSE TRUE END AS "#33",
    CASE WHEN NOT "#46" THEN "#45" IS NULL END AS "#47",
    ("身故" AND "意外伤害" AND ("身故日期" <= ("#13" + 180::numeric))) AS "#54",
    (CASE WHEN 0::numeric >= "#62" THEN 0::numeric WHEN 0::numeric < "#62" THEN "#62" END * "意外医疗比例") AS "#63",
    (CASE WHEN 0::numeric >= "#68" THEN 0::numeric WHEN 0::numeric < "#68" THEN "#68" END * "住院医疗比例") AS "#69",
    (NOT CASE "#85" WHEN TRUE THEN ((coalesce("生效日期", 3652::numeric) <= "#84") AND (19989::numeric <= "#84") AND ("#84" <= 20353::numeric)) WHEN FALSE THEN (coalesce("住院", FALSE) AND (coalesce("生效日期", 3652::numeric) <= coalesce("入院日期", 0::numeric)) AND (19989::numeric <= coalesce("入院日期", 0::numeric)) AND (coalesce("入院日期", 0::numeric) <= 20353::numeric)) END) AS "#86",
    (NOT CASE "#93" WHEN TRUE THEN ((coalesce("生效日期", 47481::numeric) <= "#92") AND (19989::numeric <= "#92") AND ("#92" <= 20353::numeric)) WHEN FALSE THEN (coalesce("住院", TRUE) AND (coalesce("生效日期", 47481::numeric) <= coalesce("入院日期", 1000000::numeric)) AND (19989::numeric <= coalesce("入院日期", 1000000::numeric)) AND (coalesce("入院日期", 1000000::numeric) <= 20353::numeric)) END) AS "#94",
    CASE "#107" WHEN TRUE THEN "#20" WHEN FALSE THEN NULL END AS "#108",
    CASE "#107" WHEN TRUE THEN "#21" WHEN FALSE THEN FALSE ELSE TRUE END AS "#109",
    CASE "#107" WHEN TRUE THEN "#30" WHEN FALSE THEN NULL::numeric END AS "#114",
    CASE "#107" WHEN TRUE THEN "#31" WHEN FALSE THEN FALSE ELSE TRUE END AS "#115",
    CASE "#123" WHEN TRUE THEN "#20" WHEN FALSE THEN NULL END AS "#124",
    CASE "#123" WHEN TRUE THEN "#21" WHEN FALSE THEN FALSE ELSE TRUE END AS "#125",
    CASE "#123" WHEN TRUE THEN "#30" WHEN FALSE THEN NULL::numeric END AS "#130",
    CASE "#123" WHEN TRUE THEN "#31" WHEN FALSE THEN FALSE ELSE TRUE END AS "#131"
  FROM "#step2"
  OFFSET 0),
"#step4" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#7", "#9", "#10", "#11", "#15", "#17", "申请意外伤残", "#20", "#21", "#32", "#33", "#45", "#46", "#47", "#51", "#53", "#54", "#66", "#72", "#73", "#81", "#82", "#86", "#87", "#89", "#90", "#94", "#95", "#106", "#107", "#114", "#115", "#122", "#123", "#130", "#131",
    (NOT CASE "意外伤害" WHEN TRUE THEN "出险在期内" WHEN FALSE THEN ("住院" AND ("生效日期" <= "入院日期") AND (19989::numeric <= "入院日期") AND ("入院日期" <= 20353::numeric)) END) AS "#14",
    "#by0.3"."#23" AS "#23",
    "#by0.3"."#24" AS "#24",
    ("#32" + 0.1::numeric) AS "#34",
    ("#17" AND "意外伤害" AND "伤残" AND "#47") AS "#48",
    CASE WHEN 0::numeric >= "#63" THEN 0::numeric WHEN 0::numeric < "#63" THEN "#63" END AS "#65",
    CASE WHEN 0::numeric >= "#69" THEN 0::numeric WHEN 0::numeric < "#69" THEN "#69" END AS "#71",
    ("#81" OR "#82" OR "#86" OR "#87") AS "#88",
    ("#89" OR "#90" OR "#94" OR "#95") AS "#96",
    "#by0.5"."#110" AS "#110",
    "#by0.5"."#111" AS "#111",
    ("#114" + 0.1::numeric) AS "#116",
    "#by0.6"."#126" AS "#126",
    "#by0.6"."#127" AS "#127",
    ("#130" + 0.1::numeric) AS "#132"
  FROM "#step3"
  CROSS JOIN LATERAL (SELECT (count(DISTINCT "#1.2") FILTER (WHERE "#1.5") + (coalesce(bool_or(("#1.5" AND "#1.2" IS NULL)), FALSE))::int)::numeric AS "#23",
      coalesce(bool_or(("#1.5" IS NULL OR ("#1.5" AND "#1.2" IS NULL))), FALSE) AS "#24"
    FROM (SELECT "#1.1" COLLATE "C" AS "#1.2", CASE WHEN NOT ("#22" OR "#1.3" IS NULL) THEN "最重等级" IS NOT DISTINCT FROM "#1.3" END AS "#1.5"
    FROM (SELECT "#given1" AS "#1.1", "#given2" AS "#1.3"
    FROM unnest("#3", "#4") WITH ORDINALITY AS "#elements" ("#given1", "#given2", "#at") OFFSET 0) AS "#in1" OFFSET 0) AS "#in1") AS "#by0.3"
  CROSS JOIN LATERAL (SELECT (count(DISTINCT "#1.2") FILTER (WHERE "#1.5") + (coalesce(bool_or(("#1.5" AND "#1.2" IS NULL)), FALSE))::int)::numeric AS "#110",
      coalesce(bool_or(("#1.5" IS NULL OR ("#1.5" AND "#1.2" IS NULL))), FALSE) AS "#111"
    FROM (SELECT "#1.1" COLLATE "C" AS "#1.2", CASE WHEN NOT ("#109" OR "#1.3" IS NULL) THEN "#108" IS NOT DISTINCT FROM "#1.3" END AS "#1.5"
    FROM (SELECT "#given1" AS "#1.1", "#given2" AS "#1.3"
    FROM unnest("#3", "#4") WITH ORDINALITY AS "#elements" ("#given1", "#given2", "#at") OFFSET 0) AS "#in1" OFFSET 0) AS "#in1") AS "#by0.5"
  CROSS JOIN LATERAL (SELECT (count(DISTINCT "#1.2") FILTER (WHERE "#1.5") + (coalesce(bool_or(("#1.5" AND "#1.2" IS NULL)), FALSE))::int)::numeric AS "#126",
      coalesce(bool_or(("#1.5" IS NULL OR ("#1.5" AND "#1.2" IS NULL))), FALSE) AS "#127"
    FROM (SELECT "#1.1" COLLATE "C" AS "#1.2", CASE WHEN NOT ("#125" OR "#1.3" IS NULL) THEN "#124" IS NOT DISTINCT FROM "#1.3" END AS "#1.5"
    FROM (SELECT "#given1" AS "#1.1", "#given2" AS "#1.3"
    FROM unnest("#3", "#4") WITH ORDINALITY AS "#elements" ("#given1", "#given2", "#at") OFFSET 0) AS "#in1" OFFSET 0) AS "#in1") AS "#by0.6"
  OFFSET 0),
"#step5" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#14", "#15", "#17", "申请意外伤残", "#20", "#21", "#32", "#33", "#34", "#45", "#46", "#47", "#48", "#51", "#53", "#54", "#65", "#66", "#71", "#72", "#73", "#81", "#82", "#86", "#87", "#88", "#89", "#90", "#94", "#95", "#96", "#106", "#107", "#114", "#115", "#116", "#122", "#123", "#130", "#131", "#132",
    ("#10" OR "#11" OR "#14" OR "#15") AS "#16",
    CASE WHEN NOT "#7" IS NULL THEN "#23" END AS "#25",
    ("#7" IS NULL OR "#24") AS "#26",
    CASE WHEN NOT "#7" IS NULL THEN "#110" END AS "#112",
    ("#7" IS NULL OR "#111") AS "#113",
    (NOT "#88") AS "#121",
    CASE WHEN NOT "#7" IS NULL THEN "#126" END AS "#128",
    ("#7" IS NULL OR "#127") AS "#129",
    (NOT "#96") AS "#137"
  FROM "#step4"
  OFFSET 0),
"#step6" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#14", "#15", "#16", "#17", "申请意外伤残", "#20", "#21", "#25", "#26", "#32", "#33", "#34", "#45", "#46", "#47", "#48", "#51", "#81", "#82", "#86", "#87", "#88", "#89", "#90", "#94", "#95", "#96", "#106", "#107", "#112", "#113", "#114", "#115", "#116", "#121", "#122", "#123", "#128", "#129", "#130", "#131", "#132", "#137",
    CASE "申请意外伤残" WHEN TRUE THEN "#25" WHEN FALSE THEN NULL END AS "最重处数",
    CASE "申请意外伤残" WHEN TRUE THEN "#26" WHEN FALSE THEN FALSE ELSE TRUE END AS "#27",
    CASE "#16" WHEN TRUE THEN 0::numeric WHEN FALSE THEN CASE "#54" WHEN TRUE THEN round(CASE WHEN "#51" <= "#53" THEN "#51" WHEN "#51" > "#53" THEN "#53" END, 2) WHEN FALSE THEN 0::numeric END END AS "#55",
    CASE "#16" WHEN TRUE THEN 0::numeric WHEN FALSE THEN CASE "意外伤害" WHEN TRUE THEN round(CASE WHEN "#65" <= "#66" THEN "#65" WHEN "#65" > "#66" THEN "#66" END, 2) WHEN FALSE THEN 0::numeric END END AS "#67",
    CASE "#16" WHEN TRUE THEN 0::numeric WHEN FALSE THEN CASE "#73" WHEN TRUE THEN round(CASE WHEN "#71" <= "#72" THEN "#71" WHEN "#71" > "#72" THEN "#72" END, 2) WHEN FALSE THEN 0::numeric END END AS "#74",
    ("#10" AND "#16") AS "#80",
    ("#11" AND "#16") AS "#98",
    ("#14" AND "#16") AS "#100",
    ("#15" AND "#16") AS "#102",
    (NOT "#16") AS "#104",
    (2::numeric <= CASE "#107" WHEN TRUE THEN "#112" WHEN FALSE THEN NULL END) AS "#117",
    (2::numeric <= CASE "#123" WHEN TRUE THEN "#128" WHEN FALSE THEN NULL END) AS "#133"
  FROM "#step5"
  OFFSET 0),
"#step7" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#14", "#15", "#16", "#17", "申请意外伤残", "#20", "#21", "#25", "#26", "#27", "#32", "#33", "#34", "#45", "#46", "#48", "#51", "#55", "#67", "#74", "#80", "#98", "#100", "#102", "#104", "#106", "#107", "#112", "#113", "#121", "#122", "#123", "#128", "#129", "#137",
    (2::numeric <= "最重处数") AS "#35",
    (NOT ("#80" IS NULL) OR ((("#81" AND "#88") IS FALSE) OR (("#89" AND "#96") IS FALSE))) AS "#97",
    (NOT ("#98" IS NULL) OR ((("#82" AND "#88") IS FALSE) OR (("#90" AND "#96") IS FALSE))) AS "#99",
    (NOT ("#100" IS NULL) OR ((("#86" AND "#88") IS FALSE) OR (("#94" AND "#96") IS FALSE))) AS "#101",
    (NOT ("#102" IS NULL) OR ((("#87" AND "#88") IS FALSE) OR (("#95" AND "#96") IS FALSE))) AS "#103",
    CASE WHEN (2::numeric IS NULL OR CASE "#107" WHEN TRUE THEN "#113" WHEN FALSE THEN FALSE ELSE TRUE END) THEN NULL WHEN "#117" THEN CASE WHEN 1::numeric <= "#116" THEN 1::numeric WHEN 1::numeric > "#116" THEN "#116" END ELSE "#114" END AS "#118",
    CASE WHEN (2::numeric IS NULL OR CASE "#107" WHEN TRUE THEN "#113" WHEN FALSE THEN FALSE ELSE TRUE END) THEN TRUE WHEN "#117" THEN (1::numeric IS NULL OR ("#115" OR 0.1::numeric IS NULL)) ELSE "#115" END AS "#119",
    CASE WHEN (2::numeric IS NULL OR CASE "#123" WHEN TRUE THEN "#129" WHEN FALSE THEN FALSE ELSE TRUE END) THEN NULL WHEN "#133" THEN CASE WHEN 1::numeric <= "#132" THEN 1::numeric WHEN 1::numeric > "#132" THEN "#132" END ELSE "#130" END AS "#134",
    CASE WHEN (2::numeric IS NULL OR CASE "#123" WHEN TRUE THEN "#129" WHEN FALSE THEN FALSE ELSE TRUE END) THEN TRUE WHEN "#133" THEN (1::numeric IS NULL OR ("#131" OR 0.1::numeric IS NULL)) ELSE "#131" END AS "#135",
    ("#17" AND "意外伤害" AND "伤残" AND "#47" AND "#104") AS "#141"
  FROM "#step6"
  OFFSET 0),
"#step8" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#14", "#15", "#16", "#17", "申请意外伤残", "#20", "#21", "#25", "#26", "#48", "#51", "#55", "#67", "#74", "#80", "#97", "#98", "#99", "#100", "#101", "#102", "#103", "#104", "#106", "#107", "#112", "#113", "#118", "#119", "#121", "#122", "#123", "#128", "#129", "#134", "#135", "#137", "#141",
    CASE WHEN (2::numeric IS NULL OR "#27") THEN NULL WHEN "#35" THEN CASE WHEN 1::numeric <= "#34" THEN 1::numeric WHEN 1::numeric > "#34" THEN "#34" END ELSE "#32" END AS "#36",
    CASE WHEN (2::numeric IS NULL OR "#27") THEN TRUE WHEN "#35" THEN (1::numeric IS NULL OR ("#33" OR 0.1::numeric IS NULL)) ELSE "#33" END AS "#37",
    (100000::numeric * CASE "#107" WHEN TRUE THEN "#118" WHEN FALSE THEN NULL END) AS "#120",
    (100000::numeric * CASE "#123" WHEN TRUE THEN "#134" WHEN FALSE THEN NULL END) AS "#136",
    (NOT ("#141" IS NULL) OR ((("#106" AND coalesce("意外伤害", FALSE) AND coalesce("伤残", FALSE) AND CASE WHEN NOT "#46" THEN "#45" IS NULL END AND "#121") IS FALSE) OR (("#122" AND coalesce("意外伤害", TRUE) AND coalesce("伤残", TRUE) AND CASE WHEN NOT "#46" THEN "#45" IS NULL END AND "#137") IS FALSE))) AS "#142"
  FROM "#step7"
  OFFSET 0),
"#step9" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#14", "#15", "#16", "#17", "申请意外伤残", "#20", "#21", "#48", "#51", "#55", "#67", "#74", "#80", "#97", "#98", "#99", "#100", "#101", "#102", "#103", "#104", "#106", "#107", "#112", "#113", "#118", "#119", "#120", "#121", "#122", "#123", "#128", "#129", "#134", "#135", "#136", "#137", "#141", "#142",
    CASE "申请意外伤残" WHEN TRUE THEN "#36" WHEN FALSE THEN NULL END AS "伤残比例",
    CASE "申请意外伤残" WHEN TRUE THEN "#37" WHEN FALSE THEN FALSE ELSE TRUE END AS "#38",
    (CASE WHEN NOT "#21" THEN "#20" IS NULL END OR CASE WHEN NOT "#26" THEN "#25" IS NULL END OR CASE WHEN NOT "#37" THEN "#36" IS NULL END) AS "#43"
  FROM "#step8"
  OFFSET 0),
"#step10" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#14", "#15", "#16", "#17", "申请意外伤残", "#20", "#21", "#48", "#51", "#55", "#67", "#74", "#80", "#97", "#98", "#99", "#100", "#101", "#102", "#103", "#104", "#106", "#107", "#112", "#113", "#118", "#119", "#120", "#121", "#122", "#123", "#128", "#129", "#134", "#135", "#136", "#137", "#141", "#142",
    (100000::numeric * "伤残比例") AS "#39",
    (100000::numeric IS NULL OR "#38") AS "#40",
    ("#17" AND "意外伤害" AND "伤残" AND "#43") AS "#44",
    ("#17" AND "意外伤害" AND "伤残" AND "#43" AND "#104") AS "#139"
  FROM "#step9"
  OFFSET 0),
"#step11" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#14", "#15", "#16", "#17", "申请意外伤残", "#40", "#44", "#48", "#51", "#55", "#67", "#74", "#80", "#97", "#98", "#99", "#100", "#101", "#102", "#103", "#104", "#106", "#107", "#119", "#120", "#121", "#122", "#123", "#135", "#136", "#137", "#139", "#141", "#142",
    CASE WHEN NOT "#40" THEN "#39" IS NULL END AS "#41",
    CASE WHEN NOT "#40" THEN coalesce("#39", 'Infinity'::numeric) END AS "#56",
    CASE WHEN 0::numeric >= "#39" THEN 0::numeric WHEN 0::numeric < "#39" THEN "#39" END AS "#58",
    (NOT ("#139" IS NULL) OR ((("#106" AND coalesce("意外伤害", FALSE) AND coalesce("伤残", FALSE) AND (CASE WHEN NOT "#21" THEN "#20" IS NULL END OR CASE WHEN NOT "#113" THEN "#112" IS NULL END OR CASE WHEN NOT "#119" THEN "#118" IS NULL END) AND "#121") IS FALSE) OR (("#122" AND coalesce("意外伤害", TRUE) AND coalesce("伤残", TRUE) AND (CASE WHEN NOT "#21" THEN "#20" IS NULL END OR CASE WHEN NOT "#129" THEN "#128" IS NULL END OR CASE WHEN NOT "#135" THEN "#134" IS NULL END) AND "#137") IS FALSE))) AS "#140"
  FROM "#step10"
  OFFSET 0),
"#step12" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#14", "#15", "#16", "申请意外伤残", "#40", "#44", "#48", "#51", "#55", "#67", "#74", "#80", "#97", "#98", "#99", "#100", "#101", "#102", "#103", "#106", "#107", "#119", "#120", "#121", "#122", "#123", "#135", "#136", "#137", "#139", "#140", "#141", "#142",
    ("#17" AND "意外伤害" AND "伤残" AND "#41") AS "#42",
    CASE WHEN 0::numeric >= "#56" THEN 0::numeric WHEN 0::numeric < "#56" THEN "#56" END AS "#57",
    round(CASE WHEN "#58" <= "#51" THEN "#58" WHEN "#58" > "#51" THEN "#51" END, 2) AS "#59",
    ("#17" AND "意外伤害" AND "伤残" AND "#41" AND "#104") AS "#105"
  FROM "#step11"
  OFFSET 0),
"#step13" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#9", "#16", "申请意外伤残", "#51", "#55", "#57", "#67", "#74", "#80", "#97", "#98", "#99", "#100", "#101", "#102", "#103", "#105", "#139", "#140", "#141", "#142",
    ("#42" OR "#44" OR "#48") AS "#49",
    CASE "申请意外伤残" WHEN TRUE THEN CASE WHEN NOT ((0::numeric IS NULL OR "#40") OR "#51" IS NULL) THEN coalesce("#59", 0::numeric) END WHEN FALSE THEN 0::numeric END AS "#60",
    ("#10" OR "#11" OR "#14" OR "#15" OR "#42" OR "#44" OR "#48") AS "#78",
    (NOT ("#105" IS NULL) OR ((("#106" AND coalesce("意外伤害", FALSE) AND coalesce("伤残", FALSE) AND CASE WHEN NOT (100000::numeric IS NULL OR CASE "#107" WHEN TRUE THEN "#119" WHEN FALSE THEN FALSE ELSE TRUE END) THEN "#120" IS NULL END AND "#121") IS FALSE) OR (("#122" AND coalesce("意外伤害", TRUE) AND coalesce("伤残", TRUE) AND CASE WHEN NOT (100000::numeric IS NULL OR CASE "#123" WHEN TRUE THEN "#135" WHEN FALSE THEN FALSE ELSE TRUE END) THEN "#136" IS NULL END AND "#137") IS FALSE))) AS "#138"
  FROM "#step12"
  OFFSET 0),
"#step14" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#9", "#16", "#49", "#80", "#97", "#98", "#99", "#100", "#101", "#102", "#103", "#105", "#138", "#139", "#140", "#141", "#142",
    ((("#55" + CASE "#16" WHEN TRUE THEN 0::numeric WHEN FALSE THEN CASE "#49" WHEN TRUE THEN CASE "申请意外伤残" WHEN TRUE THEN round(CASE WHEN "#57" <= "#51" THEN "#57" WHEN "#57" > "#51" THEN "#51" END, 2) WHEN FALSE THEN 0::numeric END WHEN FALSE THEN "#60" END END) + "#67") + "#74") AS "#75",
    ((("#55" + CASE "#78" WHEN TRUE THEN 0::numeric WHEN FALSE THEN "#60" END) + "#67") + "#74") AS "#79"
  FROM "#step13"
  OFFSET 0),
"#step15" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#9", "#16", "#49", "#75", "#79", "#80", "#97", "#98", "#99", "#100", "#101", "#102", "#103", "#105", "#138", "#139", "#140", "#141", "#142",
    (0::numeric < "#75") AS "#76"
  FROM "#step14"
  OFFSET 0),
"#step16" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#9", "#75", "#79", "#80", "#97", "#98", "#99", "#100", "#101", "#102", "#103", "#105", "#138", "#139", "#140", "#141", "#142",
    CASE "#16" WHEN TRUE THEN 'decline'::text WHEN FALSE THEN CASE "#49" WHEN TRUE THEN 'refer'::text WHEN FALSE THEN CASE "#76" WHEN TRUE THEN 'pay'::text WHEN FALSE THEN 'nothing'::text END END END AS "#77"
  FROM "#step15"
  OFFSET 0),
"#step17" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#75", "#77", "#79", "#80", "#98", "#100", "#102", "#105", "#139", "#141",
    ("#9" AND NOT ("#77" IS NULL) AND NOT ("#79" IS NULL) AND NOT ("#75" IS NULL) AND "#97" AND "#99" AND "#101" AND "#103" AND "#138" AND "#140" AND "#142") AS "#143"
  FROM "#step16"
  OFFSET 0)
SELECT "#key1" AS "party_id",
  "#key2" AS "case_id",
  'infant-accident/2024'::text AS "terms",
  'sha256:fbfcae0aa39c8c54ac75a28527f935cdf10aa1fee81fd11fe6ef283556cd37b3'::text AS "digest",
  CASE WHEN "#143" THEN "#77" ELSE 'open'::text END AS "outcome",
  CASE WHEN "#143" THEN round("#79", 2) END AS "least",
  CASE WHEN "#143" AND "#75" < 'Infinity'::numeric THEN round("#75", 2) END AS "most",
  CASE WHEN "#143" THEN CASE WHEN "#80" OR "#98" OR "#100" OR "#102" OR "#105" OR "#139" OR "#141" THEN CASE WHEN "#80" THEN '[{"clause":"第一条","text":"不属于本项目的被保险人范围"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#98" THEN '[{"clause":"第二条","text":"不在名册且未经监护人同意补录"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#100" THEN '[{"clause":"第三条","text":"保险期间内未发生约定的保险事故"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#102" THEN '[{"clause":"第九条","text":"等待期内因疾病入院"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#105" THEN '[{"clause":"第五条","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#139" THEN '[{"clause":"第六条","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#141" THEN '[{"clause":"附表一","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END ELSE '[]'::jsonb END END AS "reasons",
  CASE WHEN "#143" THEN '[]'::jsonb END AS "promises",
  "#143" AS "settled"
FROM "#step17"
