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
    "#by0.5"."#35" AS "#35",
    "#by0.5"."#36" AS "#36",
    "#by0.6"."#40" AS "#40",
    (100000::numeric - "已付伤残保险金") AS "#61",
    ("未成年人身故限额" - "其他保单身故保险金") AS "#63",
    ("医疗总费用" - "已获补偿") AS "#72",
    CASE "医保已结算" WHEN TRUE THEN 0.9::numeric WHEN FALSE THEN 0.7::numeric END AS "意外医疗比例",
    (10000::numeric - "本期意外医疗已赔") AS "#75",
    CASE "医保已结算" WHEN TRUE THEN 0.8::numeric WHEN FALSE THEN 0.6::numeric END AS "住院医疗比例",
    (20000::numeric - "本期住院医疗已赔") AS "#81",
    ((NOT "意外伤害") AND "住院") AS "#84",
    (NOT ((18993::numeric <= coalesce("出生日期", 3652::numeric)) AND (coalesce("出生日期", 3652::numeric) <= 20088::numeric) AND coalesce("本市户籍", FALSE))) AS "#92",
    (NOT ((coalesce("名册状态", '在册'::text) = '在册'::text) OR ((coalesce("名册状态", '在册'::text) = '漏列待补'::text) AND coalesce("监护人同意补录", FALSE)))) AS "#93",
    (coalesce("出险时间", 315504000::numeric) + 28800::numeric) AS "#94",
    coalesce("意外伤害", FALSE) AS "#97",
    (NOT (coalesce("意外伤害", FALSE) OR (coalesce("生效日期", 3652::numeric) <= (coalesce("出生日期", 3652::numeric) + 30::numeric)) OR ((coalesce("生效日期", 3652::numeric) + 30::numeric) < coalesce("入院日期", 0::numeric)))) AS "#99",
    (NOT ((18993::numeric <= coalesce("出生日期", 47481::numeric)) AND (coalesce("出生日期", 47481::numeric) <= 20088::numeric) AND coalesce("本市户籍", TRUE))) AS "#101",
    (NOT ((coalesce("名册状态", '不符合参保条件'::text) = '在册'::text) OR ((coalesce("名册状态", '不符合参保条件'::text) = '漏列待补'::text) AND coalesce("监护人同意补录", TRUE)))) AS "#102",
    (coalesce("出险时间", 4102415999::numeric) + 28800::numeric) AS "#103",
    coalesce("意外伤害", TRUE) AS "#106",
    (NOT (coalesce("意外伤害", TRUE) OR (coalesce("生效日期", 47481::numeric) <= (coalesce("出生日期", 47481::numeric) + 30::numeric)) OR ((coalesce("生效日期", 47481::numeric) + 30::numeric) < coalesce("入院日期", 1000000::numeric)))) AS "#108"
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
  CROSS JOIN LATERAL (SELECT CASE WHEN NOT coalesce(bool_or("#1.14" IS NULL), FALSE) THEN max("#1.14") END AS "#35",
      coalesce(bool_or("#1.14" IS NULL), FALSE) AS "#36"
    FROM (SELECT CASE "#1.13" WHEN TRUE THEN 1::numeric WHEN FALSE THEN CASE "#1.12" WHEN TRUE THEN 0.9::numeric WHEN FALSE THEN CASE "#1.11" WHEN TRUE THEN 0.8::numeric WHEN FALSE THEN CASE "#1.10" WHEN TRUE THEN 0.7::numeric WHEN FALSE THEN CASE "#1.9" WHEN TRUE THEN 0.6::numeric WHEN FALSE THEN CASE "#1.8" WHEN TRUE THEN 0.5::numeric WHEN FALSE THEN CASE "#1.7" WHEN TRUE THEN 0.4::numeric WHEN FALSE THEN CASE "#1.6" WHEN TRUE THEN 0.3::numeric WHEN FALSE THEN CASE "#1.5" WHEN TRUE THEN 0.2::numeric WHEN FALSE THEN 0.1::numeric END END END END END END END END END AS "#1.14"
    FROM (SELECT ((8::numeric < "#1.3") AND ("#1.3" <= 9::numeric)) AS "#1.5", ((7::numeric < "#1.3") AND ("#1.3" <= 8::numeric)) AS "#1.6", ((6::numeric < "#1.3") AND ("#1.3" <= 7::numeric)) AS "#1.7", ((5::numeric < "#1.3") AND ("#1.3" <= 6::numeric)) AS "#1.8", ((4::numeric < "#1.3") AND ("#1.3" <= 5::numeric)) AS "#1.9", ((3::numeric < "#1.3") AND ("#1.3" <= 4::numeric)) AS "#1.10", ((2::numeric < "#1.3") AND ("#1.3" <= 3::numeric)) AS "#1.11", ((1::numeric < "#1.3") AND ("#1.3" <= 2::numeric)) AS "#1.12", ("#1.3" <= 1::numeric) AS "#1.13"
    FROM (SELECT "#given2" AS "#1.3"
    FROM unnest("#3", "#4") WITH ORDINALITY AS "#elements" ("#given1", "#given2", "#at") OFFSET 0) AS "#in1" OFFSET 0) AS "#in1" OFFSET 0) AS "#in1") AS "#by0.5"
  CROSS JOIN LATERAL (SELECT TRUE AS "#39",
      coalesce(bool_or("#1.14" IS NULL), FALSE) AS "#40"
    FROM (SELECT CASE "#1.13" WHEN TRUE THEN 1::numeric WHEN FALSE THEN CASE "#1.12" WHEN TRUE THEN 0.9::numeric WHEN FALSE THEN CASE "#1.11" WHEN TRUE THEN 0.8::numeric WHEN FALSE THEN CASE "#1.10" WHEN TRUE THEN 0.7::numeric WHEN FALSE THEN CASE "#1.9" WHEN TRUE THEN 0.6::numeric WHEN FALSE THEN CASE "#1.8" WHEN TRUE THEN 0.5::numeric WHEN FALSE THEN CASE "#1.7" WHEN TRUE THEN 0.4::numeric WHEN FALSE THEN CASE "#1.6" WHEN TRUE THEN 0.3::numeric WHEN FALSE THEN CASE "#1.5" WHEN TRUE THEN 0.2::numeric WHEN FALSE THEN 0.1::numeric END END END END END END END END END AS "#1.14"
    FROM (SELECT ((8::numeric < "#1.3") AND ("#1.3" <= 9::numeric)) AS "#1.5", ((7::numeric < "#1.3") AND ("#1.3" <= 8::numeric)) AS "#1.6", ((6::numeric < "#1.3") AND ("#1.3" <= 7::numeric)) AS "#1.7", ((5::numeric < "#1.3") AND ("#1.3" <= 6::numeric)) AS "#1.8", ((4::numeric < "#1.3") AND ("#1.3" <= 5::numeric)) AS "#1.9", ((3::numeric < "#1.3") AND ("#1.3" <= 4::numeric)) AS "#1.10", ((2::numeric < "#1.3") AND ("#1.3" <= 3::numeric)) AS "#1.11", ((1::numeric < "#1.3") AND ("#1.3" <= 2::numeric)) AS "#1.12", ("#1.3" <= 1::numeric) AS "#1.13"
    FROM (SELECT "#given2" AS "#1.3"
    FROM unnest("#3", "#4") WITH ORDINALITY AS "#elements" ("#given1", "#given2", "#at") OFFSET 0) AS "#in1" OFFSET 0) AS "#in1" OFFSET 0) AS "#in1") AS "#by0.6"
  OFFSET 0),
"#step2" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "生效日期", "意外伤害", "身故", "身故日期", "伤残", "#3", "#4", "#7", "住院", "入院日期", "#9", "#10", "#11", "#16", "#18", "#19", "#35", "意外医疗比例", "住院医疗比例", "#84", "#92", "#93", "#97", "#99", "#101", "#102", "#106", "#108",
    (0::numeric + div("#12", 86400::numeric) - CASE WHEN mod("#12", 86400::numeric) < 0 THEN 1 ELSE 0 END) AS "#14",
    ("#18" AND "意外伤害" AND "伤残") AS "申请意外伤残",
    ("#7" IS NULL OR "#20") AS "#21",
    ("#7" IS NULL OR "#29") AS "#30",
    ("#7" IS NULL OR "#36") AS "#37",
    ("#7" IS NULL OR "#40") AS "#41",
    CASE WHEN NOT "#7" IS NULL THEN ''::text END AS "#56",
    "#7" IS NULL AS "#57",
    CASE WHEN 0::numeric >= "#61" THEN 0::numeric WHEN 0::numeric < "#61" THEN "#61" END AS "#62",
    CASE WHEN 0::numeric >= "#63" THEN 0::numeric WHEN 0::numeric < "#63" THEN "#63" END AS "#64",
    ("#72" - 100::numeric) AS "#73",
    CASE WHEN 0::numeric >= "#75" THEN 0::numeric WHEN 0::numeric < "#75" THEN "#75" END AS "#77",
    ("#72" - 500::numeric) AS "#79",
    CASE WHEN 0::numeric >= "#81" THEN 0::numeric WHEN 0::numeric < "#81" THEN "#81" END AS "#83",
    (0::numeric + div("#94", 86400::numeric) - CASE WHEN mod("#94", 86400::numeric) < 0 THEN 1 ELSE 0 END) AS "#96",
    (0::numeric + div("#103", 86400::numeric) - CASE WHEN mod("#103", 86400::numeric) < 0 THEN 1 ELSE 0 END) AS "#105"
  FROM "#step1"
  OFFSET 0),
"#step3" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "生效日期", "意外伤害", "伤残", "#3", "#4", "#7", "住院", "入院日期", "#9", "#10", "#11", "#16", "#18", "申请意外伤残", "#21", "#30", "#62", "#64", "#77", "#83", "#84", "#92", "#93", "#99", "#101", "#102", "#108",
    (("生效日期" <= "#14") AND (19989::numeric <= "#14") AND ("#14" <= 20353::numeric)) AS "出险在期内",
    CASE WHEN NOT "#21" THEN "#19" END AS "#22",
    CASE "申请意外伤残" WHEN TRUE THEN "#21" WHEN FALSE THEN FALSE ELSE TRUE END AS "#23",
    CASE WHEN NOT "#37" THEN "#35" END AS "#38",
    (CASE "申请意外伤残" WHEN TRUE THEN "#37" WHEN FALSE THEN FALSE ELSE TRUE END OR CASE "申请意外伤残" WHEN TRUE THEN "#41" WHEN FALSE THEN FALSE ELSE TRUE END) AS "#43",
    CASE WHEN NOT "#57" THEN "#56" IS NULL END AS "#58",
    ("身故" AND "意外伤害" AND ("身故日期" <= ("#14" + 180::numeric))) AS "#65",
    (CASE WHEN 0::numeric >= "#73" THEN 0::numeric WHEN 0::numeric < "#73" THEN "#73" END * "意外医疗比例") AS "#74",
    (CASE WHEN 0::numeric >= "#79" THEN 0::numeric WHEN 0::numeric < "#79" THEN "#79" END * "住院医疗比例") AS "#80",
    (NOT CASE "#97" WHEN TRUE THEN ((coalesce("生效日期", 3652::numeric) <= "#96") AND (19989::numeric <= "#96") AND ("#96" <= 20353::numeric)) WHEN FALSE THEN (coalesce("住院", FALSE) AND (coalesce("生效日期", 3652::numeric) <= coalesce("入院日期", 0::numeric)) AND (19989::numeric <= coalesce("入院日期", 0::numeric)) AND (coalesce("入院日期", 0::numeric) <= 20353::numeric)) END) AS "#98",
    (NOT CASE "#106" WHEN TRUE THEN ((coalesce("生效日期", 47481::numeric) <= "#105") AND (19989::numeric <= "#105") AND ("#105" <= 20353::numeric)) WHEN FALSE THEN (coalesce("住院", TRUE) AND (coalesce("生效日期", 47481::numeric) <= coalesce("入院日期", 1000000::numeric)) AND (19989::numeric <= coalesce("入院日期", 1000000::numeric)) AND (coalesce("入院日期", 1000000::numeric) <= 20353::numeric)) END) AS "#107"
  FROM "#step2"
  OFFSET 0),
"#step4" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#3", "#4", "#7", "#9", "#10", "#11", "#16", "#18", "申请意外伤残", "#21", "#22", "#23", "#30", "#43", "#58", "#62", "#64", "#65", "#77", "#83", "#84", "#92", "#93", "#98", "#99", "#101", "#102", "#107", "#108",
    (NOT CASE "意外伤害" WHEN TRUE THEN "出险在期内" WHEN FALSE THEN ("住院" AND ("生效日期" <= "入院日期") AND (19989::numeric <= "入院日期") AND ("入院日期" <= 20353::numeric)) END) AS "#15",
    CASE "申请意外伤残" WHEN TRUE THEN "#22" WHEN FALSE THEN NULL END AS "最重等级",
    CASE WHEN NOT "#43" THEN CASE "申请意外伤残" WHEN TRUE THEN "#38" WHEN FALSE THEN NULL::numeric END END AS "#44",
    ("#18" AND "意外伤害" AND "伤残" AND "#58") AS "#59",
    CASE WHEN 0::numeric >= "#74" THEN 0::numeric WHEN 0::numeric < "#74" THEN "#74" END AS "#76",
    CASE WHEN 0::numeric >= "#80" THEN 0::numeric WHEN 0::numeric < "#80" THEN "#80" END AS "#82",
    ("#92" OR "#93" OR "#98" OR "#99") AS "#100",
    ("#101" OR "#102" OR "#107" OR "#108") AS "#109"
  FROM "#step3"
  OFFSET 0),
"#step5" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#7", "#9", "#10", "#11", "#15", "#16", "#18", "申请意外伤残", "#21", "#22", "#23", "#30", "#43", "#44", "#58", "#59", "#62", "#64", "#65", "#76", "#77", "#82", "#83", "#84", "#92", "#93", "#98", "#99", "#100", "#101", "#102", "#107", "#108", "#109",
    ("#10" OR "#11" OR "#15" OR "#16") AS "#17",
    "#by0.3"."#24" AS "#24",
    "#by0.3"."#25" AS "#25",
    ("#44" + 0.1::numeric) AS "#45"
  FROM "#step4"
  CROSS JOIN LATERAL (SELECT (count(DISTINCT "#1.2") FILTER (WHERE "#1.5") + (coalesce(bool_or(("#1.5" AND "#1.2" IS NULL)), FALSE))::int)::numeric AS "#24",
      coalesce(bool_or(("#1.5" IS NULL OR ("#1.5" AND "#1.2" IS NULL))), FALSE) AS "#25"
    FROM (SELECT "#1.1" COLLATE "C" AS "#1.2", CASE WHEN NOT ("#23" OR "#1.3" IS NULL) THEN "最重等级" IS NOT DISTINCT FROM "#1.3" END AS "#1.5"
    FROM (SELECT "#given1" AS "#1.1", "#given2" AS "#1.3"
    FROM unnest("#3", "#4") WITH ORDINALITY AS "#elements" ("#given1", "#given2", "#at") OFFSET 0) AS "#in1" OFFSET 0) AS "#in1") AS "#by0.3"
  OFFSET 0),
"#step6" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#15", "#16", "#17", "#18", "申请意外伤残", "#21", "#22", "#23", "#24", "#30", "#43", "#44", "#45", "#58", "#59", "#62", "#92", "#93", "#98", "#99", "#100", "#101", "#102", "#107", "#108", "#109",
    ("#7" IS NULL OR "#25") AS "#26",
    CASE "#17" WHEN TRUE THEN 0::numeric WHEN FALSE THEN CASE "#65" WHEN TRUE THEN round(CASE WHEN "#62" <= "#64" THEN "#62" WHEN "#62" > "#64" THEN "#64" END, 2) WHEN FALSE THEN 0::numeric END END AS "#66",
    CASE "#17" WHEN TRUE THEN 0::numeric WHEN FALSE THEN CASE "意外伤害" WHEN TRUE THEN round(CASE WHEN "#76" <= "#77" THEN "#76" WHEN "#76" > "#77" THEN "#77" END, 2) WHEN FALSE THEN 0::numeric END END AS "#78",
    CASE "#17" WHEN TRUE THEN 0::numeric WHEN FALSE THEN CASE "#84" WHEN TRUE THEN round(CASE WHEN "#82" <= "#83" THEN "#82" WHEN "#82" > "#83" THEN "#83" END, 2) WHEN FALSE THEN 0::numeric END END AS "#85",
    ("#10" AND "#17") AS "#91",
    ("#11" AND "#17") AS "#111",
    ("#15" AND "#17") AS "#113",
    ("#16" AND "#17") AS "#115",
    (NOT "#17") AS "#117"
  FROM "#step5"
  OFFSET 0),
"#step7" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#15", "#16", "#17", "#18", "申请意外伤残", "#21", "#22", "#43", "#44", "#45", "#59", "#62", "#66", "#78", "#85", "#91", "#111", "#113", "#115", "#117",
    CASE WHEN NOT "#26" THEN "#24" END AS "#27",
    ("#26" OR "#30" OR "#23") AS "#32",
    (NOT ("#91" IS NULL) OR ((("#92" AND "#100") IS FALSE) OR (("#101" AND "#109") IS FALSE))) AS "#110",
    (NOT ("#111" IS NULL) OR ((("#93" AND "#100") IS FALSE) OR (("#102" AND "#109") IS FALSE))) AS "#112",
    (NOT ("#113" IS NULL) OR ((("#98" AND "#100") IS FALSE) OR (("#107" AND "#109") IS FALSE))) AS "#114",
    (NOT ("#115" IS NULL) OR ((("#99" AND "#100") IS FALSE) OR (("#108" AND "#109") IS FALSE))) AS "#116",
    ("#18" AND "意外伤害" AND "伤残" AND "#58" AND "#117") AS "#122"
  FROM "#step6"
  OFFSET 0),
"#step8" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#15", "#16", "#17", "#18", "申请意外伤残", "#21", "#22", "#32", "#43", "#44", "#45", "#59", "#62", "#66", "#78", "#85", "#91", "#110", "#111", "#112", "#113", "#114", "#115", "#116", "#117", "#122",
    CASE WHEN NOT "#32" THEN "#27" END AS "#33",
    CASE "申请意外伤残" WHEN TRUE THEN "#32" WHEN FALSE THEN FALSE ELSE TRUE END AS "#34",
    NOT ("#122" IS NULL) AS "#123"
  FROM "#step7"
  OFFSET 0),
"#step9" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#15", "#16", "#17", "#18", "申请意外伤残", "#21", "#22", "#32", "#33", "#34", "#43", "#44", "#45", "#59", "#62", "#66", "#78", "#85", "#91", "#110", "#111", "#112", "#113", "#114", "#115", "#116", "#117", "#122", "#123",
    CASE "申请意外伤残" WHEN TRUE THEN "#33" WHEN FALSE THEN NULL END AS "最重处数"
  FROM "#step8"
  OFFSET 0),
"#step10" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#15", "#16", "#17", "#18", "申请意外伤残", "#21", "#22", "#32", "#33", "#34", "#43", "#44", "#45", "#59", "#62", "#66", "#78", "#85", "#91", "#110", "#111", "#112", "#113", "#114", "#115", "#116", "#117", "#122", "#123",
    (2::numeric <= "最重处数") AS "#46"
  FROM "#step9"
  OFFSET 0),
"#step11" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#15", "#16", "#17", "#18", "申请意外伤残", "#21", "#22", "#32", "#33", "#59", "#62", "#66", "#78", "#85", "#91", "#110", "#111", "#112", "#113", "#114", "#115", "#116", "#117", "#122", "#123",
    CASE WHEN (2::numeric IS NULL OR "#34") THEN NULL WHEN "#46" THEN CASE WHEN 1::numeric <= "#45" THEN 1::numeric WHEN 1::numeric > "#45" THEN "#45" END ELSE "#44" END AS "#47",
    CASE WHEN (2::numeric IS NULL OR "#34") THEN TRUE WHEN "#46" THEN (1::numeric IS NULL OR ("#43" OR 0.1::numeric IS NULL)) ELSE "#43" END AS "#48"
  FROM "#step10"
  OFFSET 0),
"#step12" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#15", "#16", "#17", "#18", "申请意外伤残", "#59", "#62", "#66", "#78", "#85", "#91", "#110", "#111", "#112", "#113", "#114", "#115", "#116", "#117", "#122", "#123",
    CASE "申请意外伤残" WHEN TRUE THEN "#47" WHEN FALSE THEN NULL END AS "伤残比例",
    CASE "申请意外伤残" WHEN TRUE THEN "#48" WHEN FALSE THEN FALSE ELSE TRUE END AS "#49",
    (CASE WHEN NOT "#21" THEN "#22" IS NULL END OR CASE WHEN NOT "#32" THEN "#33" IS NULL END OR CASE WHEN NOT "#48" THEN "#47" IS NULL END) AS "#54"
  FROM "#step11"
  OFFSET 0),
"#step13" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#15", "#16", "#17", "#18", "申请意外伤残", "#59", "#62", "#66", "#78", "#85", "#91", "#110", "#111", "#112", "#113", "#114", "#115", "#116", "#117", "#122", "#123",
    (100000::numeric * "伤残比例") AS "#50",
    (100000::numeric IS NULL OR "#49") AS "#51",
    ("#18" AND "意外伤害" AND "伤残" AND "#54") AS "#55",
    ("#18" AND "意外伤害" AND "伤残" AND "#54" AND "#117") AS "#120"
  FROM "#step12"
  OFFSET 0),
"#step14" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#15", "#16", "#17", "#18", "申请意外伤残", "#51", "#55", "#59", "#62", "#66", "#78", "#85", "#91", "#110", "#111", "#112", "#113", "#114", "#115", "#116", "#117", "#120", "#122", "#123",
    CASE WHEN NOT "#51" THEN "#50" IS NULL END AS "#52",
    CASE WHEN NOT "#51" THEN coalesce("#50", 'Infinity'::numeric) END AS "#67",
    CASE WHEN 0::numeric >= "#50" THEN 0::numeric WHEN 0::numeric < "#50" THEN "#50" END AS "#69",
    NOT ("#120" IS NULL) AS "#121"
  FROM "#step13"
  OFFSET 0),
"#step15" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#9", "#10", "#11", "#15", "#16", "#17", "申请意外伤残", "#51", "#55", "#59", "#62", "#66", "#78", "#85", "#91", "#110", "#111", "#112", "#113", "#114", "#115", "#116", "#120", "#121", "#122", "#123",
    ("#18" AND "意外伤害" AND "伤残" AND "#52") AS "#53",
    CASE WHEN 0::numeric >= "#67" THEN 0::numeric WHEN 0::numeric < "#67" THEN "#67" END AS "#68",
    round(CASE WHEN "#69" <= "#62" THEN "#69" WHEN "#69" > "#62" THEN "#62" END, 2) AS "#70",
    ("#18" AND "意外伤害" AND "伤残" AND "#52" AND "#117") AS "#118"
  FROM "#step14"
  OFFSET 0),
"#step16" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#9", "#17", "申请意外伤残", "#62", "#66", "#68", "#78", "#85", "#91", "#110", "#111", "#112", "#113", "#114", "#115", "#116", "#118", "#120", "#121", "#122", "#123",
    ("#53" OR "#55" OR "#59") AS "#60",
    CASE "申请意外伤残" WHEN TRUE THEN CASE WHEN NOT ((0::numeric IS NULL OR "#51") OR "#62" IS NULL) THEN coalesce("#70", 0::numeric) END WHEN FALSE THEN 0::numeric END AS "#71",
    ("#10" OR "#11" OR "#15" OR "#16" OR "#53" OR "#55" OR "#59") AS "#89",
    NOT ("#118" IS NULL) AS "#119"
  FROM "#step15"
  OFFSET 0),
"#step17" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#9", "#17", "#60", "#91", "#110", "#111", "#112", "#113", "#114", "#115", "#116", "#118", "#119", "#120", "#121", "#122", "#123",
    ((("#66" + CASE "#17" WHEN TRUE THEN 0::numeric WHEN FALSE THEN CASE "#60" WHEN TRUE THEN CASE "申请意外伤残" WHEN TRUE THEN round(CASE WHEN "#68" <= "#62" THEN "#68" WHEN "#68" > "#62" THEN "#62" END, 2) WHEN FALSE THEN 0::numeric END WHEN FALSE THEN "#71" END END) + "#78") + "#85") AS "#86",
    ((("#66" + CASE "#89" WHEN TRUE THEN 0::numeric WHEN FALSE THEN "#71" END) + "#78") + "#85") AS "#90"
  FROM "#step16"
  OFFSET 0),
"#step18" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#9", "#17", "#60", "#86", "#90", "#91", "#110", "#111", "#112", "#113", "#114", "#115", "#116", "#118", "#119", "#120", "#121", "#122", "#123",
    (0::numeric < "#86") AS "#87"
  FROM "#step17"
  OFFSET 0),
"#step19" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#9", "#86", "#90", "#91", "#110", "#111", "#112", "#113", "#114", "#115", "#116", "#118", "#119", "#120", "#121", "#122", "#123",
    CASE "#17" WHEN TRUE THEN 'decline'::text WHEN FALSE THEN CASE "#60" WHEN TRUE THEN 'refer'::text WHEN FALSE THEN CASE "#87" WHEN TRUE THEN 'pay'::text WHEN FALSE THEN 'nothing'::text END END END AS "#88"
  FROM "#step18"
  OFFSET 0),
"#step20" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#86", "#88", "#90", "#91", "#111", "#113", "#115", "#118", "#120", "#122",
    ("#9" AND NOT ("#88" IS NULL) AND NOT ("#90" IS NULL) AND NOT ("#86" IS NULL) AND "#110" AND "#112" AND "#114" AND "#116" AND "#119" AND "#121" AND "#123") AS "#124"
  FROM "#step19"
  OFFSET 0)
SELECT "#key1" AS "party_id",
  "#key2" AS "case_id",
  'infant-accident/2024'::text AS "terms",
  'sha256:ab788d0db504f64ce12e3a6d94e4eeb0d11676c4e7a101592ff3e53d5b2c036e'::text AS "digest",
  CASE WHEN "#124" THEN "#88" ELSE 'open'::text END AS "outcome",
  CASE WHEN "#124" THEN round("#90", 2) END AS "least",
  CASE WHEN "#124" AND "#86" < 'Infinity'::numeric THEN round("#86", 2) END AS "most",
  CASE WHEN "#124" THEN CASE WHEN "#91" OR "#111" OR "#113" OR "#115" OR "#118" OR "#120" OR "#122" THEN CASE WHEN "#91" THEN '[{"clause":"第一条","text":"不属于本项目的被保险人范围"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#111" THEN '[{"clause":"第二条","text":"不在名册且未经监护人同意补录"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#113" THEN '[{"clause":"第三条","text":"保险期间内未发生约定的保险事故"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#115" THEN '[{"clause":"第九条","text":"等待期内因疾病入院"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#118" THEN '[{"clause":"第五条","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#120" THEN '[{"clause":"第六条","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#122" THEN '[{"clause":"附表一","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END ELSE '[]'::jsonb END END AS "reasons",
  CASE WHEN "#124" THEN '[]'::jsonb END AS "promises",
  "#124" AS "settled"
FROM "#step20"
