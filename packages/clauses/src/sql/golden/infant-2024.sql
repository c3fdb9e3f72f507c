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
    "#by0.5"."#33" AS "#33",
    "#by0.5"."#34" AS "#34",
    "#by0.6"."#38" AS "#38",
    (100000::numeric - "已付伤残保险金") AS "#59",
    ("未成年人身故限额" - "其他保单身故保险金") AS "#61",
    ("医疗总费用" - "已获补偿") AS "#70",
    CASE "医保已结算" WHEN TRUE THEN 0.9::numeric WHEN FALSE THEN 0.7::numeric END AS "意外医疗比例",
    (10000::numeric - "本期意外医疗已赔") AS "#73",
    CASE "医保已结算" WHEN TRUE THEN 0.8::numeric WHEN FALSE THEN 0.6::numeric END AS "住院医疗比例",
    (20000::numeric - "本期住院医疗已赔") AS "#79",
    ((NOT "意外伤害") AND "住院") AS "#82",
    (NOT ((18993::numeric <= coalesce("出生日期", 3652::numeric)) AND (coalesce("出生日期", 3652::numeric) <= 20088::numeric) AND coalesce("本市户籍", FALSE))) AS "#90",
    (NOT ((coalesce("名册状态", '在册'::text) = '在册'::text) OR ((coalesce("名册状态", '在册'::text) = '漏列待补'::text) AND coalesce("监护人同意补录", FALSE)))) AS "#91",
    (coalesce("出险时间", 315504000::numeric) + 28800::numeric) AS "#92",
    coalesce("意外伤害", FALSE) AS "#94",
    (NOT (coalesce("意外伤害", FALSE) OR (coalesce("生效日期", 3652::numeric) <= (coalesce("出生日期", 3652::numeric) + 30::numeric)) OR ((coalesce("生效日期", 3652::numeric) + 30::numeric) < coalesce("入院日期", 0::numeric)))) AS "#96",
    (NOT ((18993::numeric <= coalesce("出生日期", 47481::numeric)) AND (coalesce("出生日期", 47481::numeric) <= 20088::numeric) AND coalesce("本市户籍", TRUE))) AS "#98",
    (NOT ((coalesce("名册状态", '不符合参保条件'::text) = '在册'::text) OR ((coalesce("名册状态", '不符合参保条件'::text) = '漏列待补'::text) AND coalesce("监护人同意补录", TRUE)))) AS "#99",
    (coalesce("出险时间", 4102415999::numeric) + 28800::numeric) AS "#100",
    coalesce("意外伤害", TRUE) AS "#102",
    (NOT (coalesce("意外伤害", TRUE) OR (coalesce("生效日期", 47481::numeric) <= (coalesce("出生日期", 47481::numeric) + 30::numeric)) OR ((coalesce("生效日期", 47481::numeric) + 30::numeric) < coalesce("入院日期", 1000000::numeric)))) AS "#104",
    (NOT coalesce("身故", FALSE)) AS "#115",
    (NOT coalesce("身故", TRUE)) AS "#132"
  FROM "#facts"
  CROSS JOIN LATERAL (SELECT CASE WHEN NOT coalesce(bool_or("#1.3" IS NULL), FALSE) THEN min("#1.3") END AS "#18",
      coalesce(bool_or("#1.3" IS NULL), FALSE) AS "#19"
    FROM (SELECT "#1.3"
    FROM (SELECT "#given2" AS "#1.3"
    FROM unnest("#3", "#4") WITH ORDINALITY AS "#elements" ("#given1", "#given2", "#at") OFFSET 0) AS "#in1" OFFSET 0) AS "#in1") AS "#by0.2"
  CROSS JOIN LATERAL (SELECT TRUE AS "#27",
      coalesce(bool_or("#1.5"), FALSE) AS "#28"
    FROM (SELECT ("#1.2" IS NULL OR "#1.3" IS NULL) AS "#1.5"
    FROM (SELECT "#1.3", "#1.1" COLLATE "C" AS "#1.2"
    FROM (SELECT "#given1" AS "#1.1", "#given2" AS "#1.3"
    FROM unnest("#3", "#4") WITH ORDINALITY AS "#elements" ("#given1", "#given2", "#at") OFFSET 0) AS "#in1" OFFSET 0) AS "#in1" OFFSET 0) AS "#in1") AS "#by0.4"
  CROSS JOIN LATERAL (SELECT CASE WHEN NOT coalesce(bool_or("#1.14" IS NULL), FALSE) THEN max("#1.14") END AS "#33",
      coalesce(bool_or("#1.14" IS NULL), FALSE) AS "#34"
    FROM (SELECT CASE "#1.13" WHEN TRUE THEN 1::numeric WHEN FALSE THEN CASE "#1.12" WHEN TRUE THEN 0.9::numeric WHEN FALSE THEN CASE "#1.11" WHEN TRUE THEN 0.8::numeric WHEN FALSE THEN CASE "#1.10" WHEN TRUE THEN 0.7::numeric WHEN FALSE THEN CASE "#1.9" WHEN TRUE THEN 0.6::numeric WHEN FALSE THEN CASE "#1.8" WHEN TRUE THEN 0.5::numeric WHEN FALSE THEN CASE "#1.7" WHEN TRUE THEN 0.4::numeric WHEN FALSE THEN CASE "#1.6" WHEN TRUE THEN 0.3::numeric WHEN FALSE THEN CASE "#1.5" WHEN TRUE THEN 0.2::numeric WHEN FALSE THEN 0.1::numeric END END END END END END END END END AS "#1.14"
    FROM (SELECT ((8::numeric < "#1.3") AND ("#1.3" <= 9::numeric)) AS "#1.5", ((7::numeric < "#1.3") AND ("#1.3" <= 8::numeric)) AS "#1.6", ((6::numeric < "#1.3") AND ("#1.3" <= 7::numeric)) AS "#1.7", ((5::numeric < "#1.3") AND ("#1.3" <= 6::numeric)) AS "#1.8", ((4::numeric < "#1.3") AND ("#1.3" <= 5::numeric)) AS "#1.9", ((3::numeric < "#1.3") AND ("#1.3" <= 4::numeric)) AS "#1.10", ((2::numeric < "#1.3") AND ("#1.3" <= 3::numeric)) AS "#1.11", ((1::numeric < "#1.3") AND ("#1.3" <= 2::numeric)) AS "#1.12", ("#1.3" <= 1::numeric) AS "#1.13"
    FROM (SELECT "#given2" AS "#1.3"
    FROM unnest("#3", "#4") WITH ORDINALITY AS "#elements" ("#given1", "#given2", "#at") OFFSET 0) AS "#in1" OFFSET 0) AS "#in1" OFFSET 0) AS "#in1") AS "#by0.5"
  CROSS JOIN LATERAL (SELECT TRUE AS "#37",
      coalesce(bool_or("#1.14" IS NULL), FALSE) AS "#38"
    FROM (SELECT CASE "#1.13" WHEN TRUE THEN 1::numeric WHEN FALSE THEN CASE "#1.12" WHEN TRUE THEN 0.9::numeric WHEN FALSE THEN CASE "#1.11" WHEN TRUE THEN 0.8::numeric WHEN FALSE THEN CASE "#1.10" WHEN TRUE THEN 0.7::numeric WHEN FALSE THEN CASE "#1.9" WHEN TRUE THEN 0.6::numeric WHEN FALSE THEN CASE "#1.8" WHEN TRUE THEN 0.5::numeric WHEN FALSE THEN CASE "#1.7" WHEN TRUE THEN 0.4::numeric WHEN FALSE THEN CASE "#1.6" WHEN TRUE THEN 0.3::numeric WHEN FALSE THEN CASE "#1.5" WHEN TRUE THEN 0.2::numeric WHEN FALSE THEN 0.1::numeric END END END END END END END END END AS "#1.14"
    FROM (SELECT ((8::numeric < "#1.3") AND ("#1.3" <= 9::numeric)) AS "#1.5", ((7::numeric < "#1.3") AND ("#1.3" <= 8::numeric)) AS "#1.6", ((6::numeric < "#1.3") AND ("#1.3" <= 7::numeric)) AS "#1.7", ((5::numeric < "#1.3") AND ("#1.3" <= 6::numeric)) AS "#1.8", ((4::numeric < "#1.3") AND ("#1.3" <= 5::numeric)) AS "#1.9", ((3::numeric < "#1.3") AND ("#1.3" <= 4::numeric)) AS "#1.10", ((2::numeric < "#1.3") AND ("#1.3" <= 3::numeric)) AS "#1.11", ((1::numeric < "#1.3") AND ("#1.3" <= 2::numeric)) AS "#1.12", ("#1.3" <= 1::numeric) AS "#1.13"
    FROM (SELECT "#given2" AS "#1.3"
    FROM unnest("#3", "#4") WITH ORDINALITY AS "#elements" ("#given1", "#given2", "#at") OFFSET 0) AS "#in1" OFFSET 0) AS "#in1" OFFSET 0) AS "#in1") AS "#by0.6"
  OFFSET 0),
"#step2" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "生效日期", "意外伤害", "身故", "身故日期", "伤残", "#3", "#4", "#7", "住院", "入院日期", "#9", "#10", "#11", "#15", "#17", "意外医疗比例", "住院医疗比例", "#82", "#90", "#91", "#94", "#96", "#98", "#99", "#102", "#104", "#115", "#132",
    (0::numeric + div("#12", 86400::numeric) - CASE WHEN mod("#12", 86400::numeric) < 0 THEN 1 ELSE 0 END) AS "#13",
    ("#17" AND "意外伤害" AND "伤残") AS "申请意外伤残",
    CASE WHEN NOT "#7" IS NULL THEN "#18" END AS "#20",
    ("#7" IS NULL OR "#19") AS "#21",
    ("#7" IS NULL OR "#28") AS "#30",
    CASE WHEN NOT "#7" IS NULL THEN "#33" END AS "#35",
    ("#7" IS NULL OR "#34") AS "#36",
    ("#7" IS NULL OR "#38") AS "#40",
    CASE WHEN NOT "#7" IS NULL THEN ''::text END AS "#54",
    "#7" IS NULL AS "#55",
    CASE WHEN 0::numeric >= "#59" THEN 0::numeric WHEN 0::numeric < "#59" THEN "#59" END AS "#60",
    CASE WHEN 0::numeric >= "#61" THEN 0::numeric WHEN 0::numeric < "#61" THEN "#61" END AS "#62",
    ("#70" - 100::numeric) AS "#71",
    CASE WHEN 0::numeric >= "#73" THEN 0::numeric WHEN 0::numeric < "#73" THEN "#73" END AS "#75",
    ("#70" - 500::numeric) AS "#77",
    CASE WHEN 0::numeric >= "#79" THEN 0::numeric WHEN 0::numeric < "#79" THEN "#79" END AS "#81",
    (0::numeric + div("#92", 86400::numeric) - CASE WHEN mod("#92", 86400::numeric) < 0 THEN 1 ELSE 0 END) AS "#93",
    (0::numeric + div("#100", 86400::numeric) - CASE WHEN mod("#100", 86400::numeric) < 0 THEN 1 ELSE 0 END) AS "#101",
    ("#115" AND coalesce("意外伤害", FALSE) AND coalesce("伤残", FALSE)) AS "#116",
    ("#132" AND coalesce("意外伤害", TRUE) AND coalesce("伤残", TRUE)) AS "#133"
  FROM "#step1"
  OFFSET 0),
"#step3" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "生效日期", "意外伤害", "伤残", "#3", "#4", "#7", "住院", "入院日期", "#9", "#10", "#11", "#15", "#17", "申请意外伤残", "#20", "#21", "#30", "#54", "#55", "#60", "#62", "#75", "#81", "#82", "#90", "#91", "#96", "#98", "#99", "#104", "#115", "#116", "#132", "#133",
    (("生效日期" <= "#13") AND (19989::numeric <= "#13") AND ("#13" <= 20353::numeric)) AS "出险在期内",
    CASE "申请意外伤残" WHEN TRUE THEN "#20" WHEN FALSE THEN NULL END AS "最重等级",
    CASE "申请意外伤残" WHEN TRUE THEN "#21" WHEN FALSE THEN FALSE ELSE TRUE END AS "#22",
    CASE "申请意外伤残" WHEN TRUE THEN "#35" WHEN FALSE THEN NULL::numeric END AS "#41",
    (CASE "申请意外伤残" WHEN TRUE THEN "#36" WHEN FALSE THEN FALSE ELSE TRUE END OR CASE "申请意外伤残" WHEN TRUE THEN "#40" WHEN FALSE THEN FALSE ELSE TRUE END) AS "#42",
    CASE WHEN NOT "#55" THEN "#54" IS NULL END AS "#56",
    ("身故" AND "意外伤害" AND ("身故日期" <= ("#13" + 180::numeric))) AS "#63",
    (CASE WHEN 0::numeric >= "#71" THEN 0::numeric WHEN 0::numeric < "#71" THEN "#71" END * "意外医疗比例") AS "#72",
    (CASE WHEN 0::numeric >= "#77" THEN 0::numeric WHEN 0::numeric < "#77" THEN "#77" END * "住院医疗比例") AS "#78",
    (NOT CASE "#94" WHEN TRUE THEN ((coalesce("生效日期", 3652::numeric) <= "#93") AND (19989::numeric <= "#93") AND ("#93" <= 20353::numeric)) WHEN FALSE THEN (coalesce("住院", FALSE) AND (coalesce("生效日期", 3652::numeric) <= coalesce("入院日期", 0::numeric)) AND (19989::numeric <= coalesce("入院日期", 0::numeric)) AND (coalesce("入院日期", 0::numeric) <= 20353::numeric)) END) AS "#95",
    (NOT CASE "#102" WHEN TRUE THEN ((coalesce("生效日期", 47481::numeric) <= "#101") AND (19989::numeric <= "#101") AND ("#101" <= 20353::numeric)) WHEN FALSE THEN (coalesce("住院", TRUE) AND (coalesce("生效日期", 47481::numeric) <= coalesce("入院日期", 1000000::numeric)) AND (19989::numeric <= coalesce("入院日期", 1000000::numeric)) AND (coalesce("入院日期", 1000000::numeric) <= 20353::numeric)) END) AS "#103",
    CASE "#116" WHEN TRUE THEN "#20" WHEN FALSE THEN NULL END AS "#117",
    CASE "#116" WHEN TRUE THEN "#21" WHEN FALSE THEN FALSE ELSE TRUE END AS "#118",
    CASE "#116" WHEN TRUE THEN "#35" WHEN FALSE THEN NULL::numeric END AS "#124",
    (CASE "#116" WHEN TRUE THEN "#36" WHEN FALSE THEN FALSE ELSE TRUE END OR CASE "#116" WHEN TRUE THEN "#40" WHEN FALSE THEN FALSE ELSE TRUE END) AS "#125",
    CASE "#133" WHEN TRUE THEN "#20" WHEN FALSE THEN NULL END AS "#134",
    CASE "#133" WHEN TRUE THEN "#21" WHEN FALSE THEN FALSE ELSE TRUE END AS "#135",
    CASE "#133" WHEN TRUE THEN "#35" WHEN FALSE THEN NULL::numeric END AS "#141",
    (CASE "#133" WHEN TRUE THEN "#36" WHEN FALSE THEN FALSE ELSE TRUE END OR CASE "#133" WHEN TRUE THEN "#40" WHEN FALSE THEN FALSE ELSE TRUE END) AS "#142"
  FROM "#step2"
  OFFSET 0),
"#step4" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#7", "#9", "#10", "#11", "#15", "#17", "申请意外伤残", "#20", "#21", "#22", "#30", "#41", "#42", "#54", "#55", "#56", "#60", "#62", "#63", "#75", "#81", "#82", "#90", "#91", "#95", "#96", "#98", "#99", "#103", "#104", "#115", "#116", "#124", "#125", "#132", "#133", "#141", "#142",
    (NOT CASE "意外伤害" WHEN TRUE THEN "出险在期内" WHEN FALSE THEN ("住院" AND ("生效日期" <= "入院日期") AND (19989::numeric <= "入院日期") AND ("入院日期" <= 20353::numeric)) END) AS "#14",
    "#by0.3"."#23" AS "#23",
    "#by0.3"."#24" AS "#24",
    ("#41" + 0.1::numeric) AS "#43",
    ("#17" AND "意外伤害" AND "伤残" AND "#56") AS "#57",
    CASE WHEN 0::numeric >= "#72" THEN 0::numeric WHEN 0::numeric < "#72" THEN "#72" END AS "#74",
    CASE WHEN 0::numeric >= "#78" THEN 0::numeric WHEN 0::numeric < "#78" THEN "#78" END AS "#80",
    ("#90" OR "#91" OR "#95" OR "#96") AS "#97",
    ("#98" OR "#99" OR "#103" OR "#104") AS "#105",
    "#by0.7"."#119" AS "#119",
    "#by0.7"."#120" AS "#120",
    ("#124" + 0.1::numeric) AS "#126",
    "#by0.8"."#136" AS "#136",
    "#by0.8"."#137" AS "#137",
    ("#141" + 0.1::numeric) AS "#143"
  FROM "#step3"
  CROSS JOIN LATERAL (SELECT (count(DISTINCT "#1.2") FILTER (WHERE "#1.5") + (coalesce(bool_or(("#1.5" AND "#1.2" IS NULL)), FALSE))::int)::numeric AS "#23",
      coalesce(bool_or(("#1.5" IS NULL OR ("#1.5" AND "#1.2" IS NULL))), FALSE) AS "#24"
    FROM (SELECT "#1.1" COLLATE "C" AS "#1.2", CASE WHEN NOT ("#22" OR "#1.3" IS NULL) THEN "最重等级" IS NOT DISTINCT FROM "#1.3" END AS "#1.5"
    FROM (SELECT "#given1" AS "#1.1", "#given2" AS "#1.3"
    FROM unnest("#3", "#4") WITH ORDINALITY AS "#elements" ("#given1", "#given2", "#at") OFFSET 0) AS "#in1" OFFSET 0) AS "#in1") AS "#by0.3"
  CROSS JOIN LATERAL (SELECT (count(DISTINCT "#1.2") FILTER (WHERE "#1.5") + (coalesce(bool_or(("#1.5" AND "#1.2" IS NULL)), FALSE))::int)::numeric AS "#119",
      coalesce(bool_or(("#1.5" IS NULL OR ("#1.5" AND "#1.2" IS NULL))), FALSE) AS "#120"
    FROM (SELECT "#1.1" COLLATE "C" AS "#1.2", CASE WHEN NOT ("#118" OR "#1.3" IS NULL) THEN "#117" IS NOT DISTINCT FROM "#1.3" END AS "#1.5"
    FROM (SELECT "#given1" AS "#1.1", "#given2" AS "#1.3"
    FROM unnest("#3", "#4") WITH ORDINALITY AS "#elements" ("#given1", "#given2", "#at") OFFSET 0) AS "#in1" OFFSET 0) AS "#in1") AS "#by0.7"
  CROSS JOIN LATERAL (SELECT (count(DISTINCT "#1.2") FILTER (WHERE "#1.5") + (coalesce(bool_or(("#1.5" AND "#1.2" IS NULL)), FALSE))::int)::numeric AS "#136",
      coalesce(bool_or(("#1.5" IS NULL OR ("#1.5" AND "#1.2" IS NULL))), FALSE) AS "#137"
    FROM (SELECT "#1.1" COLLATE "C" AS "#1.2", CASE WHEN NOT ("#135" OR "#1.3" IS NULL) THEN "#134" IS NOT DISTINCT FROM "#1.3" END AS "#1.5"
    FROM (SELECT "#given1" AS "#1.1", "#given2" AS "#1.3"
    FROM unnest("#3", "#4") WITH ORDINALITY AS "#elements" ("#given1", "#given2", "#at") OFFSET 0) AS "#in1" OFFSET 0) AS "#in1") AS "#by0.8"
  OFFSET 0),
"#step5" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#14", "#15", "#17", "申请意外伤残", "#20", "#21", "#22", "#30", "#41", "#42", "#43", "#54", "#55", "#56", "#57", "#60", "#62", "#63", "#74", "#75", "#80", "#81", "#82", "#90", "#91", "#95", "#96", "#97", "#98", "#99", "#103", "#104", "#105", "#115", "#116", "#124", "#125", "#126", "#132", "#133", "#141", "#142", "#143",
    ("#10" OR "#11" OR "#14" OR "#15") AS "#16",
    CASE WHEN NOT "#7" IS NULL THEN "#23" END AS "#25",
    ("#7" IS NULL OR "#24") AS "#26",
    CASE WHEN NOT "#7" IS NULL THEN "#119" END AS "#121",
    ("#7" IS NULL OR "#120") AS "#122",
    (NOT "#97") AS "#131",
    CASE WHEN NOT "#7" IS NULL THEN "#136" END AS "#138",
    ("#7" IS NULL OR "#137") AS "#139",
    (NOT "#105") AS "#148"
  FROM "#step4"
  OFFSET 0),
"#step6" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#14", "#15", "#16", "#17", "申请意外伤残", "#20", "#21", "#25", "#41", "#42", "#43", "#54", "#55", "#56", "#57", "#60", "#90", "#91", "#95", "#96", "#97", "#98", "#99", "#103", "#104", "#105", "#115", "#116", "#121", "#124", "#125", "#126", "#131", "#132", "#133", "#138", "#141", "#142", "#143", "#148",
    ("#26" OR "#30" OR "#22") AS "#31",
    CASE "申请意外伤残" WHEN TRUE THEN "#25" WHEN FALSE THEN NULL END AS "最重处数",
    CASE "#16" WHEN TRUE THEN 0::numeric WHEN FALSE THEN CASE "#63" WHEN TRUE THEN round(CASE WHEN "#60" <= "#62" THEN "#60" WHEN "#60" > "#62" THEN "#62" END, 2) WHEN FALSE THEN 0::numeric END END AS "#64",
    CASE "#16" WHEN TRUE THEN 0::numeric WHEN FALSE THEN CASE "意外伤害" WHEN TRUE THEN round(CASE WHEN "#74" <= "#75" THEN "#74" WHEN "#74" > "#75" THEN "#75" END, 2) WHEN FALSE THEN 0::numeric END END AS "#76",
    CASE "#16" WHEN TRUE THEN 0::numeric WHEN FALSE THEN CASE "#82" WHEN TRUE THEN round(CASE WHEN "#80" <= "#81" THEN "#80" WHEN "#80" > "#81" THEN "#81" END, 2) WHEN FALSE THEN 0::numeric END END AS "#83",
    ("#10" AND "#16") AS "#89",
    ("#11" AND "#16") AS "#107",
    ("#14" AND "#16") AS "#109",
    ("#15" AND "#16") AS "#111",
    (NOT "#16") AS "#113",
    ("#122" OR "#30" OR CASE "#116" WHEN TRUE THEN "#21" WHEN FALSE THEN FALSE ELSE TRUE END) AS "#123",
    (2::numeric <= CASE "#116" WHEN TRUE THEN "#121" WHEN FALSE THEN NULL END) AS "#127",
    ("#139" OR "#30" OR CASE "#133" WHEN TRUE THEN "#21" WHEN FALSE THEN FALSE ELSE TRUE END) AS "#140",
    (2::numeric <= CASE "#133" WHEN TRUE THEN "#138" WHEN FALSE THEN NULL END) AS "#144"
  FROM "#step5"
  OFFSET 0),
"#step7" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#14", "#15", "#16", "#17", "申请意外伤残", "#20", "#21", "#25", "#31", "#41", "#42", "#43", "#54", "#55", "#57", "#60", "#64", "#76", "#83", "#89", "#107", "#109", "#111", "#113", "#115", "#116", "#121", "#123", "#131", "#132", "#133", "#138", "#140", "#148",
    CASE "申请意外伤残" WHEN TRUE THEN "#31" WHEN FALSE THEN FALSE ELSE TRUE END AS "#32",
    (2::numeric <= "最重处数") AS "#44",
    (NOT ("#89" IS NULL) OR ((("#90" AND "#97") IS FALSE) OR (("#98" AND "#105") IS FALSE))) AS "#106",
    (NOT ("#107" IS NULL) OR ((("#91" AND "#97") IS FALSE) OR (("#99" AND "#105") IS FALSE))) AS "#108",
    (NOT ("#109" IS NULL) OR ((("#95" AND "#97") IS FALSE) OR (("#103" AND "#105") IS FALSE))) AS "#110",
    (NOT ("#111" IS NULL) OR ((("#96" AND "#97") IS FALSE) OR (("#104" AND "#105") IS FALSE))) AS "#112",
    CASE WHEN (2::numeric IS NULL OR CASE "#116" WHEN TRUE THEN "#123" WHEN FALSE THEN FALSE ELSE TRUE END) THEN NULL WHEN "#127" THEN CASE WHEN 1::numeric <= "#126" THEN 1::numeric WHEN 1::numeric > "#126" THEN "#126" END ELSE "#124" END AS "#128",
    CASE WHEN (2::numeric IS NULL OR CASE "#116" WHEN TRUE THEN "#123" WHEN FALSE THEN FALSE ELSE TRUE END) THEN TRUE WHEN "#127" THEN (1::numeric IS NULL OR ("#125" OR 0.1::numeric IS NULL)) ELSE "#125" END AS "#129",
    CASE WHEN (2::numeric IS NULL OR CASE "#133" WHEN TRUE THEN "#140" WHEN FALSE THEN FALSE ELSE TRUE END) THEN NULL WHEN "#144" THEN CASE WHEN 1::numeric <= "#143" THEN 1::numeric WHEN 1::numeric > "#143" THEN "#143" END ELSE "#141" END AS "#145",
    CASE WHEN (2::numeric IS NULL OR CASE "#133" WHEN TRUE THEN "#140" WHEN FALSE THEN FALSE ELSE TRUE END) THEN TRUE WHEN "#144" THEN (1::numeric IS NULL OR ("#142" OR 0.1::numeric IS NULL)) ELSE "#142" END AS "#146",
    ("#17" AND "意外伤害" AND "伤残" AND "#56" AND "#113") AS "#152"
  FROM "#step6"
  OFFSET 0),
"#step8" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#14", "#15", "#16", "#17", "申请意外伤残", "#20", "#21", "#25", "#31", "#57", "#60", "#64", "#76", "#83", "#89", "#106", "#107", "#108", "#109", "#110", "#111", "#112", "#113", "#115", "#116", "#121", "#123", "#128", "#129", "#131", "#132", "#133", "#138", "#140", "#145", "#146", "#148", "#152",
    CASE WHEN (2::numeric IS NULL OR "#32") THEN NULL WHEN "#44" THEN CASE WHEN 1::numeric <= "#43" THEN 1::numeric WHEN 1::numeric > "#43" THEN "#43" END ELSE "#41" END AS "#45",
    CASE WHEN (2::numeric IS NULL OR "#32") THEN TRUE WHEN "#44" THEN (1::numeric IS NULL OR ("#42" OR 0.1::numeric IS NULL)) ELSE "#42" END AS "#46",
    (100000::numeric * CASE "#116" WHEN TRUE THEN "#128" WHEN FALSE THEN NULL END) AS "#130",
    (100000::numeric * CASE "#133" WHEN TRUE THEN "#145" WHEN FALSE THEN NULL END) AS "#147",
    (NOT ("#152" IS NULL) OR ((("#115" AND coalesce("意外伤害", FALSE) AND coalesce("伤残", FALSE) AND CASE WHEN NOT "#55" THEN "#54" IS NULL END AND "#131") IS FALSE) OR (("#132" AND coalesce("意外伤害", TRUE) AND coalesce("伤残", TRUE) AND CASE WHEN NOT "#55" THEN "#54" IS NULL END AND "#148") IS FALSE))) AS "#153"
  FROM "#step7"
  OFFSET 0),
"#step9" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#14", "#15", "#16", "#17", "申请意外伤残", "#20", "#21", "#57", "#60", "#64", "#76", "#83", "#89", "#106", "#107", "#108", "#109", "#110", "#111", "#112", "#113", "#115", "#116", "#121", "#123", "#128", "#129", "#130", "#131", "#132", "#133", "#138", "#140", "#145", "#146", "#147", "#148", "#152", "#153",
    CASE "申请意外伤残" WHEN TRUE THEN "#45" WHEN FALSE THEN NULL END AS "伤残比例",
    CASE "申请意外伤残" WHEN TRUE THEN "#46" WHEN FALSE THEN FALSE ELSE TRUE END AS "#47",
    (CASE WHEN NOT "#21" THEN "#20" IS NULL END OR CASE WHEN NOT "#31" THEN "#25" IS NULL END OR CASE WHEN NOT "#46" THEN "#45" IS NULL END) AS "#52"
  FROM "#step8"
  OFFSET 0),
"#step10" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#14", "#15", "#16", "#17", "申请意外伤残", "#20", "#21", "#57", "#60", "#64", "#76", "#83", "#89", "#106", "#107", "#108", "#109", "#110", "#111", "#112", "#113", "#115", "#116", "#121", "#123", "#128", "#129", "#130", "#131", "#132", "#133", "#138", "#140", "#145", "#146", "#147", "#148", "#152", "#153",
    (100000::numeric * "伤残比例") AS "#48",
    (100000::numeric IS NULL OR "#47") AS "#49",
    ("#17" AND "意外伤害" AND "伤残" AND "#52") AS "#53",
    ("#17" AND "意外伤害" AND "伤残" AND "#52" AND "#113") AS "#150"
  FROM "#step9"
  OFFSET 0),
"#step11" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#14", "#15", "#16", "#17", "申请意外伤残", "#49", "#53", "#57", "#60", "#64", "#76", "#83", "#89", "#106", "#107", "#108", "#109", "#110", "#111", "#112", "#113", "#115", "#116", "#129", "#130", "#131", "#132", "#133", "#146", "#147", "#148", "#150", "#152", "#153",
    CASE WHEN NOT "#49" THEN "#48" IS NULL END AS "#50",
    CASE WHEN NOT "#49" THEN coalesce("#48", 'Infinity'::numeric) END AS "#65",
    CASE WHEN 0::numeric >= "#48" THEN 0::numeric WHEN 0::numeric < "#48" THEN "#48" END AS "#67",
    (NOT ("#150" IS NULL) OR ((("#115" AND coalesce("意外伤害", FALSE) AND coalesce("伤残", FALSE) AND (CASE WHEN NOT "#21" THEN "#20" IS NULL END OR CASE WHEN NOT "#123" THEN "#121" IS NULL END OR CASE WHEN NOT "#129" THEN "#128" IS NULL END) AND "#131") IS FALSE) OR (("#132" AND coalesce("意外伤害", TRUE) AND coalesce("伤残", TRUE) AND (CASE WHEN NOT "#21" THEN "#20" IS NULL END OR CASE WHEN NOT "#140" THEN "#138" IS NULL END OR CASE WHEN NOT "#146" THEN "#145" IS NULL END) AND "#148") IS FALSE))) AS "#151"
  FROM "#step10"
  OFFSET 0),
"#step12" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "意外伤害", "伤残", "#9", "#10", "#11", "#14", "#15", "#16", "申请意外伤残", "#49", "#53", "#57", "#60", "#64", "#76", "#83", "#89", "#106", "#107", "#108", "#109", "#110", "#111", "#112", "#115", "#116", "#129", "#130", "#131", "#132", "#133", "#146", "#147", "#148", "#150", "#151", "#152", "#153",
    ("#17" AND "意外伤害" AND "伤残" AND "#50") AS "#51",
    CASE WHEN 0::numeric >= "#65" THEN 0::numeric WHEN 0::numeric < "#65" THEN "#65" END AS "#66",
    round(CASE WHEN "#67" <= "#60" THEN "#67" WHEN "#67" > "#60" THEN "#60" END, 2) AS "#68",
    ("#17" AND "意外伤害" AND "伤残" AND "#50" AND "#113") AS "#114"
  FROM "#step11"
  OFFSET 0),
"#step13" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#9", "#16", "申请意外伤残", "#60", "#64", "#66", "#76", "#83", "#89", "#106", "#107", "#108", "#109", "#110", "#111", "#112", "#114", "#150", "#151", "#152", "#153",
    ("#51" OR "#53" OR "#57") AS "#58",
    CASE "申请意外伤残" WHEN TRUE THEN CASE WHEN NOT ((0::numeric IS NULL OR "#49") OR "#60" IS NULL) THEN coalesce("#68", 0::numeric) END WHEN FALSE THEN 0::numeric END AS "#69",
    ("#10" OR "#11" OR "#14" OR "#15" OR "#51" OR "#53" OR "#57") AS "#87",
    (NOT ("#114" IS NULL) OR ((("#115" AND coalesce("意外伤害", FALSE) AND coalesce("伤残", FALSE) AND CASE WHEN NOT (100000::numeric IS NULL OR CASE "#116" WHEN TRUE THEN "#129" WHEN FALSE THEN FALSE ELSE TRUE END) THEN "#130" IS NULL END AND "#131") IS FALSE) OR (("#132" AND coalesce("意外伤害", TRUE) AND coalesce("伤残", TRUE) AND CASE WHEN NOT (100000::numeric IS NULL OR CASE "#133" WHEN TRUE THEN "#146" WHEN FALSE THEN FALSE ELSE TRUE END) THEN "#147" IS NULL END AND "#148") IS FALSE))) AS "#149"
  FROM "#step12"
  OFFSET 0),
"#step14" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#9", "#16", "#58", "#89", "#106", "#107", "#108", "#109", "#110", "#111", "#112", "#114", "#149", "#150", "#151", "#152", "#153",
    ((("#64" + CASE "#16" WHEN TRUE THEN 0::numeric WHEN FALSE THEN CASE "#58" WHEN TRUE THEN CASE "申请意外伤残" WHEN TRUE THEN round(CASE WHEN "#66" <= "#60" THEN "#66" WHEN "#66" > "#60" THEN "#60" END, 2) WHEN FALSE THEN 0::numeric END WHEN FALSE THEN "#69" END END) + "#76") + "#83") AS "#84",
    ((("#64" + CASE "#87" WHEN TRUE THEN 0::numeric WHEN FALSE THEN "#69" END) + "#76") + "#83") AS "#88"
  FROM "#step13"
  OFFSET 0),
"#step15" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#9", "#16", "#58", "#84", "#88", "#89", "#106", "#107", "#108", "#109", "#110", "#111", "#112", "#114", "#149", "#150", "#151", "#152", "#153",
    (0::numeric < "#84") AS "#85"
  FROM "#step14"
  OFFSET 0),
"#step16" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#9", "#84", "#88", "#89", "#106", "#107", "#108", "#109", "#110", "#111", "#112", "#114", "#149", "#150", "#151", "#152", "#153",
    CASE "#16" WHEN TRUE THEN 'decline'::text WHEN FALSE THEN CASE "#58" WHEN TRUE THEN 'refer'::text WHEN FALSE THEN CASE "#85" WHEN TRUE THEN 'pay'::text WHEN FALSE THEN 'nothing'::text END END END AS "#86"
  FROM "#step15"
  OFFSET 0),
"#step17" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#84", "#86", "#88", "#89", "#107", "#109", "#111", "#114", "#150", "#152",
    ("#9" AND NOT ("#86" IS NULL) AND NOT ("#88" IS NULL) AND NOT ("#84" IS NULL) AND "#106" AND "#108" AND "#110" AND "#112" AND "#149" AND "#151" AND "#153") AS "#154"
  FROM "#step16"
  OFFSET 0)
SELECT "#key1" AS "party_id",
  "#key2" AS "case_id",
  'infant-accident/2024'::text AS "terms",
  'sha256:fbfcae0aa39c8c54ac75a28527f935cdf10aa1fee81fd11fe6ef283556cd37b3'::text AS "digest",
  CASE WHEN "#154" THEN "#86" ELSE 'open'::text END AS "outcome",
  CASE WHEN "#154" THEN round("#88", 2) END AS "least",
  CASE WHEN "#154" AND "#84" < 'Infinity'::numeric THEN round("#84", 2) END AS "most",
  CASE WHEN "#154" THEN CASE WHEN "#89" OR "#107" OR "#109" OR "#111" OR "#114" OR "#150" OR "#152" THEN CASE WHEN "#89" THEN '[{"clause":"第一条","text":"不属于本项目的被保险人范围"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#107" THEN '[{"clause":"第二条","text":"不在名册且未经监护人同意补录"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#109" THEN '[{"clause":"第三条","text":"保险期间内未发生约定的保险事故"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#111" THEN '[{"clause":"第九条","text":"等待期内因疾病入院"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#114" THEN '[{"clause":"第五条","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#150" THEN '[{"clause":"第六条","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#152" THEN '[{"clause":"附表一","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END ELSE '[]'::jsonb END END AS "reasons",
  CASE WHEN "#154" THEN '[]'::jsonb END AS "promises",
  "#154" AS "settled"
FROM "#step17"
