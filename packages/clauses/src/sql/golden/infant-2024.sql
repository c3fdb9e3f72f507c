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
    (NOT ("意外伤害" OR ("生效日期" <= ("出生日期" + 30::numeric)) OR (("生效日期" + 30::numeric) < "入院日期"))) AS "#16",
    (NOT "身故") AS "#18",
    "#by0.2"."#19" AS "#19",
    "#by0.2"."#20" AS "#20",
    "#by0.4"."#29" AS "#29",
    "#by0.5"."#34" AS "#34",
    "#by0.5"."#35" AS "#35",
    "#by0.6"."#39" AS "#39",
    (100000::numeric - "已付伤残保险金") AS "#60",
    ("未成年人身故限额" - "其他保单身故保险金") AS "#62",
    ("医疗总费用" - "已获补偿") AS "#71",
    CASE "医保已结算" WHEN TRUE THEN 0.9::numeric WHEN FALSE THEN 0.7::numeric END AS "意外医疗比例",
    (10000::numeric - "本期意外医疗已赔") AS "#74",
    CASE "医保已结算" WHEN TRUE THEN 0.8::numeric WHEN FALSE THEN 0.6::numeric END AS "住院医疗比例",
    (20000::numeric - "本期住院医疗已赔") AS "#80",
    ((NOT "意外伤害") AND "住院") AS "#83",
    (NOT ((18993::numeric <= coalesce("出生日期", 3652::numeric)) AND (coalesce("出生日期", 3652::numeric) <= 20088::numeric) AND coalesce("本市户籍", FALSE))) AS "#91",
    (NOT ((coalesce("名册状态", '在册'::text) = '在册'::text) OR ((coalesce("名册状态", '在册'::text) = '漏列待补'::text) AND coalesce("监护人同意补录", FALSE)))) AS "#92",
    (coalesce("出险时间", 315504000::numeric) + 28800::numeric) AS "#93",
    coalesce("意外伤害", FALSE) AS "#96",
    (NOT (coalesce("意外伤害", FALSE) OR (coalesce("生效日期", 3652::numeric) <= (coalesce("出生日期", 3652::numeric) + 30::numeric)) OR ((coalesce("生效日期", 3652::numeric) + 30::numeric) < coalesce("入院日期", 0::numeric)))) AS "#98",
    (NOT ((18993::numeric <= coalesce("出生日期", 47481::numeric)) AND (coalesce("出生日期", 47481::numeric) <= 20088::numeric) AND coalesce("本市户籍", TRUE))) AS "#100",
    (NOT ((coalesce("名册状态", '不符合参保条件'::text) = '在册'::text) OR ((coalesce("名册状态", '不符合参保条件'::text) = '漏列待补'::text) AND coalesce("监护人同意补录", TRUE)))) AS "#101",
    (coalesce("出险时间", 4102415999::numeric) + 28800::numeric) AS "#102",
    coalesce("意外伤害", TRUE) AS "#105",
    (NOT (coalesce("意外伤害", TRUE) OR (coalesce("生效日期", 47481::numeric) <= (coalesce("出生日期", 47481::numeric) + 30::numeric)) OR ((coalesce("生效日期", 47481::numeric) + 30::numeric) < coalesce("入院日期", 1000000::numeric)))) AS "#107"
  FROM "#facts"
  CROSS JOIN LATERAL (SELECT CASE WHEN NOT coalesce(bool_or("#1.3" IS NULL), FALSE) THEN min("#1.3") END AS "#19",
      coalesce(bool_or("#1.3" IS NULL), FALSE) AS "#20"
    FROM (SELECT "#1.3"
    FROM (SELECT "#given2" AS "#1.3"
    FROM unnest("#3", "#4") WITH ORDINALITY AS "#elements" ("#given1", "#given2", "#at") OFFSET 0) AS "#in1" OFFSET 0) AS "#in1") AS "#by0.2"
  CROSS JOIN LATERAL (SELECT TRUE AS "#28",
      coalesce(bool_or("#1.5"), FALSE) AS "#29"
    FROM (SELECT ("#1.2" IS NULL OR "#1.3" IS NULL) AS "#1.5"
    FROM (SELECT "#1.3", "#1.1" COLLATE "C" AS "#1.2"
    FROM (SELECT "#given1" AS "#1.1", "#given2" AS "#1.3"
    FROM unnest("#3", "#4") WITH ORDINALITY AS "#elements" ("#given1", "#given2", "#at") OFFSET 0) AS "#in1" OFFSET 0) AS "#in1" OFFSET 0) AS "#in1") AS "#by0.4"
  CROSS JOIN LATERAL (SELECT CASE WHEN NOT coalesce(bool_or("#1.14" IS NULL), FALSE) THEN max("#1.14") END AS "#34",
      coalesce(bool_or("#1.14" IS NULL), FALSE) AS "#35"
    FROM (SELECT CASE "#1.13" WHEN TRUE THEN 1::numeric WHEN FALSE THEN CASE "#1.12" WHEN TRUE THEN 0.9::numeric WHEN FALSE THEN CASE "#1.11" WHEN TRUE THEN 0.8::numeric WHEN FALSE THEN CASE "#1.10" WHEN TRUE THEN 0.7::numeric WHEN FALSE THEN CASE "#1.9" WHEN TRUE THEN 0.6::numeric WHEN FALSE THEN CASE "#1.8" WHEN TRUE THEN 0.5::numeric WHEN FALSE THEN CASE "#1.7" WHEN TRUE THEN 0.4::numeric WHEN FALSE THEN CASE "#1.6" WHEN TRUE THEN 0.3::numeric WHEN FALSE THEN CASE "#1.5" WHEN TRUE THEN 0.2::numeric WHEN FALSE THEN 0.1::numeric END END END END END END END END END AS "#1.14"
    FROM (SELECT ((8::numeric < "#1.3") AND ("#1.3" <= 9::numeric)) AS "#1.5", ((7::numeric < "#1.3") AND ("#1.3" <= 8::numeric)) AS "#1.6", ((6::numeric < "#1.3") AND ("#1.3" <= 7::numeric)) AS "#1.7", ((5::numeric < "#1.3") AND ("#1.3" <= 6::numeric)) AS "#1.8", ((4::numeric < "#1.3") AND ("#1.3" <= 5::numeric)) AS "#1.9", ((3::numeric < "#1.3") AND ("#1.3" <= 4::numeric)) AS "#1.10", ((2::numeric < "#1.3") AND ("#1.3" <= 3::numeric)) AS "#1.11", ((1::numeric < "#1.3") AND ("#1.3" <= 2::numeric)) AS "#1.12", ("#1.3" <= 1::numeric) AS "#1.13"
    FROM (SELECT "#given2" AS "#1.3"
    FROM unnest("#3", "#4") WITH ORDINALITY AS "#elements" ("#given1", "#given2", "#at") OFFSET 0) AS "#in1" OFFSET 0) AS "#in1" OFFSET 0) AS "#in1") AS "#by0.5"
  CROSS JOIN LATERAL (SELECT TRUE AS "#38",
      coalesce(bool_or("#1.14" IS NULL), FALSE) AS "#39"
    FROM (SELECT CASE "#1.13" WHEN TRUE THEN 1::numeric WHEN FALSE THEN CASE "#1.12" WHEN TRUE THEN 0.9::numeric WHEN FALSE THEN CASE "#1.11" WHEN TRUE THEN 0.8::numeric WHEN FALSE THEN CASE "#1.10" WHEN TRUE THEN 0.7::numeric WHEN FALSE THEN CASE "#1.9" WHEN TRUE THEN 0.6::numeric WHEN FALSE THEN CASE "#1.8" WHEN TRUE THEN 0.5::numeric WHEN FALSE THEN CASE "#1.7" WHEN TRUE THEN 0.4::numeric WHEN FALSE THEN CASE "#1.6" WHEN TRUE THEN 0.3::numeric WHEN FALSE THEN CASE "#1.5" WHEN TRUE THEN 0.2::numeric WHEN FALSE THEN 0.1::numeric END END END END END END END END END AS "#1.14"
    FROM (SELECT ((8::numeric < "#1.3") AND ("#1.3" <= 9::numeric)) AS "#1.5", ((7::numeric < "#1.3") AND ("#1.3" <= 8::numeric)) AS "#1.6", ((6::numeric < "#1.3") AND ("#1.3" <= 7::numeric)) AS "#1.7", ((5::numeric < "#1.3") AND ("#1.3" <= 6::numeric)) AS "#1.8", ((4::numeric < "#1.3") AND ("#1.3" <= 5::numeric)) AS "#1.9", ((3::numeric < "#1.3") AND ("#1.3" <= 4::numeric)) AS "#1.10", ((2::numeric < "#1.3") AND ("#1.3" <= 3::numeric)) AS "#1.11", ((1::numeric < "#1.3") AND ("#1.3" <= 2::numeric)) AS "#1.12", ("#1.3" <= 1::numeric) AS "#1.13"
    FROM (SELECT "#given2" AS "#1.3"
    FROM unnest("#3", "#4") WITH ORDINALITY AS "#elements" ("#given1", "#given2", "#at") OFFSET 0) AS "#in1" OFFSET 0) AS "#in1" OFFSET 0) AS "#in1") AS "#by0.6"
  OFFSET 0),
"#step2" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "生效日期", "意外伤害", "身故", "身故日期", "伤残", "#3", "#4", "#7", "住院", "入院日期", "#9", "#10", "#11", "#16", "#18", "意外医疗比例", "住院医疗比例", "#83", "#91", "#92", "#96", "#98", "#100", "#101", "#105", "#107",
    (0::numeric + div("#12", 86400::numeric) - CASE WHEN mod("#12", 86400::numeric) < 0 THEN 1 ELSE 0 END) AS "#14",
    ("#18" AND "意外伤害" AND "伤残") AS "申请意外伤残",
    CASE WHEN NOT "#7" IS NULL THEN "#19" END AS "#21",
    ("#7" IS NULL OR "#20") AS "#22",
    ("#7" IS NULL OR "#29") AS "#31",
    CASE WHEN NOT "#7" IS NULL THEN "#34" END AS "#36",
    ("#7" IS NULL OR "#35") AS "#37",
    ("#7" IS NULL OR "#39") AS "#41",
    CASE WHEN NOT "#7" IS NULL THEN ''::text END AS "#55",
    "#7" IS NULL AS "#56",
    CASE WHEN 0::numeric >= "#60" THEN 0::numeric WHEN 0::numeric < "#60" THEN "#60" END AS "#61",
    CASE WHEN 0::numeric >= "#62" THEN 0::numeric WHEN 0::numeric < "#62" THEN "#62" END AS "#63",
    ("#71" - 100::numeric) AS "#72",
    CASE WHEN 0::numeric >= "#74" THEN 0::numeric WHEN 0::numeric < "#74" THEN "#74" END AS "#76",
    ("#71" - 500::numeric) AS "#78",
    CASE WHEN 0::numeric >= "#80" THEN 0::numeric WHEN 0::numeric < "#80" THEN "#80" END AS "#82",
    (0::numeric + div("#93", 86400::numeric) - CASE WHEN mod("#93", 86400::numeric) < 0 THEN 1 ELSE 0 END) AS "#95",
    (0::numeric + div("#102", 86400::numeric) - CASE WHEN mod("#102", 86400::numeric) < 0 THEN 1 ELSE 0 END) AS "#104"
  FROM "#step1"
  OFFSET 0),
"#step3" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "生效日期", "意外伤害", "伤残", "#3", "#4", "#7", "住院", "入院日期", "#9", "#10", "#11", "#16", "#18", "申请意外伤残", "#21", "#22", "#31", "#61", "#63", "#76", "#82", "#83", "#91", "#92", "#98", "#100", "#101", "#107",
    (("生效日期" <= "#14") AND (19989::numeric <= "#14") AND ("#14" <= 20353::numeric)) AS "出险在期内",
    CASE "申请意外伤残" WHEN TRUE THEN "#21" WHEN FALSE THEN NULL END AS "最重等级",
    CASE "申请意外伤残" WHEN TRUE THEN "#22" WHEN FALSE THEN FALSE ELSE TRUE END AS "#23",
    CASE "申请意外伤残" WHEN TRUE THEN "#36" WHEN FALSE THEN NULL::numeric END AS "#42",
    (CASE "申请意外伤残" WHEN TRUE THEN "#37" WHEN FALSE THEN FALSE ELSE TRUE END OR CASE "申请意外伤残" WHEN TRUE THEN "#41" WHEN FALSE THEN FALSE ELSE TRUE END) AS "#43",
    CASE WHEN NOT "#56" THEN "#55" IS NULL END AS "#57",
    ("身故" AND "意外伤害" AND ("身故日期" <= ("#14" + 180::numeric))) AS "#64",
    (CASE WHEN 0::numeric >= "#72" THEN 0::numeric WHEN 0::numeric < "#72" THEN "#72" END * "意外医疗比例") AS "#73",
    (CASE WHEN 0::numeric >= "#78" THEN 0::numeric WHEN 0::numeric < "#78" THEN "#78" END * "住院医疗比例") AS "#79",
    (NOT CASE "#96" WHEN TRUE THEN ((coalesce("生效日期", 3652::numeric) <= "#95") AND (19989::numeric <= "#95") AND ("#95" <= 20353::numeric)) WHEN FALSE THEN (coalesce("住院", FALSE) AND (coalesce("生效日期", 3652::numeric) <= coalesce("入院日期", 0::numeric)) AND (19989::numeric <= coalesce("入院日期", 0::numeric)) AND (coalesce("入院日期", 0::numeric) <= 20353::numeric)) END) AS "#97",
    (NOT CASE "#105" WHEN TRUE THEN ((coalesce("生效日期", 47481::numeric) <= "#104") AND (19989::numeric <= "#104") AND ("#104" <= 20353::numeric)) WHEN FALSE THEN (coalesce("住院", TRUE) AND (coalesce("生效日期", 47481::numeric) <= coalesce("入院日期", 1000000::numeric)) AND (19989::numeric <= coalesce("入院日期", 1000000::numeric)) AND (coalesce("入院日期", 1000000::numeric) <= 20353::numeric)) END) AS "#106"
  FROM "#step2"
  OFFSET 0),
"#step4" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#7", "#9", "#10", "#11", "#16", "#18", "申请意外伤残", "#21", "#22", "#23", "#31", "#42", "#43", "#57", "#61", "#63", "#64", "#76", "#82", "#83", "#91", "#92", "#97", "#98", "#100", "#101", "#106", "#107",
    (NOT CASE "意外伤害" WHEN TRUE THEN "出险在期内" WHEN FALSE THEN ("住院" AND ("生效日期" <= "入院日期") AND (19989::numeric <= "入院日期") AND ("入院日期" <= 20353::numeric)) END) AS "#15",
    "#by0.3"."#24" AS "#24",
    "#by0.3"."#25" AS "#25",
    ("#42" + 0.1::numeric) AS "#44",
    ("#18" AND "意外伤害" AND "伤残" AND "#57") AS "#58",
    CASE WHEN 0::numeric >= "#73" THEN 0::numeric WHEN 0::numeric < "#73" THEN "#73" END AS "#75",
    CASE WHEN 0::numeric >= "#79" THEN 0::numeric WHEN 0::numeric < "#79" THEN "#79" END AS "#81",
    ("#91" OR "#92" OR "#97" OR "#98") AS "#99",
    ("#100" OR "#101" OR "#106" OR "#107") AS "#108"
  FROM "#step3"
  CROSS JOIN LATERAL (SELECT (count(DISTINCT "#1.2") FILTER (WHERE "#1.5") + (coalesce(bool_or(("#1.5" AND "#1.2" IS NULL)), FALSE))::int)::numeric AS "#24",
      coalesce(bool_or(("#1.5" IS NULL OR ("#1.5" AND "#1.2" IS NULL))), FALSE) AS "#25"
    FROM (SELECT "#1.1" COLLATE "C" AS "#1.2", CASE WHEN NOT ("#23" OR "#1.3" IS NULL) THEN "最重等级" IS NOT DISTINCT FROM "#1.3" END AS "#1.5"
    FROM (SELECT "#given1" AS "#1.1", "#given2" AS "#1.3"
    FROM unnest("#3", "#4") WITH ORDINALITY AS "#elements" ("#given1", "#given2", "#at") OFFSET 0) AS "#in1" OFFSET 0) AS "#in1") AS "#by0.3"
  OFFSET 0),
"#step5" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#15", "#16", "#18", "申请意外伤残", "#21", "#22", "#23", "#31", "#42", "#43", "#44", "#57", "#58", "#61", "#63", "#64", "#75", "#76", "#81", "#82", "#83", "#91", "#92", "#97", "#98", "#99", "#100", "#101", "#106", "#107", "#108",
    ("#10" OR "#11" OR "#15" OR "#16") AS "#17",
    CASE WHEN NOT "#7" IS NULL THEN "#24" END AS "#26",
    ("#7" IS NULL OR "#25") AS "#27"
  FROM "#step4"
  OFFSET 0),
"#step6" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#15", "#16", "#17", "#18", "申请意外伤残", "#21", "#22", "#26", "#42", "#43", "#44", "#57", "#58", "#61", "#91", "#92", "#97", "#98", "#99", "#100", "#101", "#106", "#107", "#108",
    ("#27" OR "#31" OR "#23") AS "#32",
    CASE "申请意外伤残" WHEN TRUE THEN "#26" WHEN FALSE THEN NULL END AS "最重处数",
    CASE "#17" WHEN TRUE THEN 0::numeric WHEN FALSE THEN CASE "#64" WHEN TRUE THEN round(CASE WHEN "#61" <= "#63" THEN "#61" WHEN "#61" > "#63" THEN "#63" END, 2) WHEN FALSE THEN 0::numeric END END AS "#65",
    CASE "#17" WHEN TRUE THEN 0::numeric WHEN FALSE THEN CASE "意外伤害" WHEN TRUE THEN round(CASE WHEN "#75" <= "#76" THEN "#75" WHEN "#75" > "#76" THEN "#76" END, 2) WHEN FALSE THEN 0::numeric END END AS "#77",
    CASE "#17" WHEN TRUE THEN 0::numeric WHEN FALSE THEN CASE "#83" WHEN TRUE THEN round(CASE WHEN "#81" <= "#82" THEN "#81" WHEN "#81" > "#82" THEN "#82" END, 2) WHEN FALSE THEN 0::numeric END END AS "#84",
    ("#10" AND "#17") AS "#90",
    ("#11" AND "#17") AS "#110",
    ("#15" AND "#17") AS "#112",
    ("#16" AND "#17") AS "#114",
    (NOT "#17") AS "#116"
  FROM "#step5"
  OFFSET 0),
"#step7" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#15", "#16", "#17", "#18", "申请意外伤残", "#21", "#22", "#26", "#32", "#42", "#43", "#44", "#58", "#61", "#65", "#77", "#84", "#90", "#110", "#112", "#114", "#116",
    CASE "申请意外伤残" WHEN TRUE THEN "#32" WHEN FALSE THEN FALSE ELSE TRUE END AS "#33",
    (2::numeric <= "最重处数") AS "#45",
    (NOT ("#90" IS NULL) OR ((("#91" AND "#99") IS FALSE) OR (("#100" AND "#108") IS FALSE))) AS "#109",
    (NOT ("#110" IS NULL) OR ((("#92" AND "#99") IS FALSE) OR (("#101" AND "#108") IS FALSE))) AS "#111",
    (NOT ("#112" IS NULL) OR ((("#97" AND "#99") IS FALSE) OR (("#106" AND "#108") IS FALSE))) AS "#113",
    (NOT ("#114" IS NULL) OR ((("#98" AND "#99") IS FALSE) OR (("#107" AND "#108") IS FALSE))) AS "#115",
    ("#18" AND "意外伤害" AND "伤残" AND "#57" AND "#116") AS "#121"
  FROM "#step6"
  OFFSET 0),
"#step8" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#15", "#16", "#17", "#18", "申请意外伤残", "#21", "#22", "#26", "#32", "#58", "#61", "#65", "#77", "#84", "#90", "#109", "#110", "#111", "#112", "#113", "#114", "#115", "#116", "#121",
    CASE WHEN (2::numeric IS NULL OR "#33") THEN NULL WHEN "#45" THEN CASE WHEN 1::numeric <= "#44" THEN 1::numeric WHEN 1::numeric > "#44" THEN "#44" END ELSE "#42" END AS "#46",
    CASE WHEN (2::numeric IS NULL OR "#33") THEN TRUE WHEN "#45" THEN (1::numeric IS NULL OR ("#43" OR 0.1::numeric IS NULL)) ELSE "#43" END AS "#47",
    NOT ("#121" IS NULL) AS "#122"
  FROM "#step7"
  OFFSET 0),
"#step9" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#15", "#16", "#17", "#18", "申请意外伤残", "#58", "#61", "#65", "#77", "#84", "#90", "#109", "#110", "#111", "#112", "#113", "#114", "#115", "#116", "#121", "#122",
    CASE "申请意外伤残" WHEN TRUE THEN "#46" WHEN FALSE THEN NULL END AS "伤残比例",
    CASE "申请意外伤残" WHEN TRUE THEN "#47" WHEN FALSE THEN FALSE ELSE TRUE END AS "#48",
    (CASE WHEN NOT "#22" THEN "#21" IS NULL END OR CASE WHEN NOT "#32" THEN "#26" IS NULL END OR CASE WHEN NOT "#47" THEN "#46" IS NULL END) AS "#53"
  FROM "#step8"
  OFFSET 0),
"#step10" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#15", "#16", "#17", "#18", "申请意外伤残", "#58", "#61", "#65", "#77", "#84", "#90", "#109", "#110", "#111", "#112", "#113", "#114", "#115", "#116", "#121", "#122",
    (100000::numeric * "伤残比例") AS "#49",
    (100000::numeric IS NULL OR "#48") AS "#50",
    ("#18" AND "意外伤害" AND "伤残" AND "#53") AS "#54",
    ("#18" AND "意外伤害" AND "伤残" AND "#53" AND "#116") AS "#119"
  FROM "#step9"
  OFFSET 0),
"#step11" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#15", "#16", "#17", "#18", "申请意外伤残", "#50", "#54", "#58", "#61", "#65", "#77", "#84", "#90", "#109", "#110", "#111", "#112", "#113", "#114", "#115", "#116", "#119", "#121", "#122",
    CASE WHEN NOT "#50" THEN "#49" IS NULL END AS "#51",
    CASE WHEN NOT "#50" THEN coalesce("#49", 'Infinity'::numeric) END AS "#66",
    CASE WHEN 0::numeric >= "#49" THEN 0::numeric WHEN 0::numeric < "#49" THEN "#49" END AS "#68",
    NOT ("#119" IS NULL) AS "#120"
  FROM "#step10"
  OFFSET 0),
"#step12" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#9", "#10", "#11", "#15", "#16", "#17", "申请意外伤残", "#50", "#54", "#58", "#61", "#65", "#77", "#84", "#90", "#109", "#110", "#111", "#112", "#113", "#114", "#115", "#119", "#120", "#121", "#122",
    ("#18" AND "意外伤害" AND "伤残" AND "#51") AS "#52",
    CASE WHEN 0::numeric >= "#66" THEN 0::numeric WHEN 0::numeric < "#66" THEN "#66" END AS "#67",
    round(CASE WHEN "#68" <= "#61" THEN "#68" WHEN "#68" > "#61" THEN "#61" END, 2) AS "#69",
    ("#18" AND "意外伤害" AND "伤残" AND "#51" AND "#116") AS "#117"
  FROM "#step11"
  OFFSET 0),
"#step13" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#9", "#17", "申请意外伤残", "#61", "#65", "#67", "#77", "#84", "#90", "#109", "#110", "#111", "#112", "#113", "#114", "#115", "#117", "#119", "#120", "#121", "#122",
    ("#52" OR "#54" OR "#58") AS "#59",
    CASE "申请意外伤残" WHEN TRUE THEN CASE WHEN NOT ((0::numeric IS NULL OR "#50") OR "#61" IS NULL) THEN coalesce("#69", 0::numeric) END WHEN FALSE THEN 0::numeric END AS "#70",
    ("#10" OR "#11" OR "#15" OR "#16" OR "#52" OR "#54" OR "#58") AS "#88",
    NOT ("#117" IS NULL) AS "#118"
  FROM "#step12"
  OFFSET 0),
"#step14" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#9", "#17", "#59", "#90", "#109", "#110", "#111", "#112", "#113", "#114", "#115", "#117", "#118", "#119", "#120", "#121", "#122",
    ((("#65" + CASE "#17" WHEN TRUE THEN 0::numeric WHEN FALSE THEN CASE "#59" WHEN TRUE THEN CASE "申请意外伤残" WHEN TRUE THEN round(CASE WHEN "#67" <= "#61" THEN "#67" WHEN "#67" > "#61" THEN "#61" END, 2) WHEN FALSE THEN 0::numeric END WHEN FALSE THEN "#70" END END) + "#77") + "#84") AS "#85",
    ((("#65" + CASE "#88" WHEN TRUE THEN 0::numeric WHEN FALSE THEN "#70" END) + "#77") + "#84") AS "#89"
  FROM "#step13"
  OFFSET 0),
"#step15" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#9", "#17", "#59", "#85", "#89", "#90", "#109", "#110", "#111", "#112", "#113", "#114", "#115", "#117", "#118", "#119", "#120", "#121", "#122",
    (0::numeric < "#85") AS "#86"
  FROM "#step14"
  OFFSET 0),
"#step16" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#9", "#85", "#89", "#90", "#109", "#110", "#111", "#112", "#113", "#114", "#115", "#117", "#118", "#119", "#120", "#121", "#122",
    CASE "#17" WHEN TRUE THEN 'decline'::text WHEN FALSE THEN CASE "#59" WHEN TRUE THEN 'refer'::text WHEN FALSE THEN CASE "#86" WHEN TRUE THEN 'pay'::text WHEN FALSE THEN 'nothing'::text END END END AS "#87"
  FROM "#step15"
  OFFSET 0),
"#step17" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#85", "#87", "#89", "#90", "#110", "#112", "#114", "#117", "#119", "#121",
    ("#9" AND NOT ("#87" IS NULL) AND NOT ("#89" IS NULL) AND NOT ("#85" IS NULL) AND "#109" AND "#111" AND "#113" AND "#115" AND "#118" AND "#120" AND "#122") AS "#123"
  FROM "#step16"
  OFFSET 0)
SELECT "#key1" AS "party_id",
  "#key2" AS "case_id",
  'infant-accident/2024'::text AS "terms",
  'sha256:ab788d0db504f64ce12e3a6d94e4eeb0d11676c4e7a101592ff3e53d5b2c036e'::text AS "digest",
  CASE WHEN "#123" THEN "#87" ELSE 'open'::text END AS "outcome",
  CASE WHEN "#123" THEN round("#89", 2) END AS "least",
  CASE WHEN "#123" AND "#85" < 'Infinity'::numeric THEN round("#85", 2) END AS "most",
  CASE WHEN "#123" THEN CASE WHEN "#90" OR "#110" OR "#112" OR "#114" OR "#117" OR "#119" OR "#121" THEN CASE WHEN "#90" THEN '[{"clause":"第一条","text":"不属于本项目的被保险人范围"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#110" THEN '[{"clause":"第二条","text":"不在名册且未经监护人同意补录"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#112" THEN '[{"clause":"第三条","text":"保险期间内未发生约定的保险事故"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#114" THEN '[{"clause":"第九条","text":"等待期内因疾病入院"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#117" THEN '[{"clause":"第五条","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#119" THEN '[{"clause":"第六条","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#121" THEN '[{"clause":"附表一","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END ELSE '[]'::jsonb END END AS "reasons",
  CASE WHEN "#123" THEN '[]'::jsonb END AS "promises",
  "#123" AS "settled"
FROM "#step17"
