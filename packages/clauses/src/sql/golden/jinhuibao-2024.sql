WITH "#facts" AS NOT MATERIALIZED (
  SELECT "#row"."party_id" AS "#key1", "#row"."case_id" AS "#key2",
    CASE WHEN isfinite("#row"."admitted_on") THEN CASE WHEN ("#row"."admitted_on" - DATE '1970-01-01')::numeric BETWEEN -719162 AND 2932896 THEN ("#row"."admitted_on" - DATE '1970-01-01')::numeric END END AS "入院日期",
    CASE WHEN isfinite("#row"."effective_on") THEN CASE WHEN ("#row"."effective_on" - DATE '1970-01-01')::numeric BETWEEN -719162 AND 2932896 THEN ("#row"."effective_on" - DATE '1970-01-01')::numeric END END AS "生效日期",
    CASE WHEN (abs("#row"."medical_total") < 1000000000000000::numeric AND min_scale("#row"."medical_total") <= 2 AND "#row"."medical_total" >= 0::numeric) THEN "#row"."medical_total"::numeric END AS "医疗总费用",
    CASE WHEN (abs("#row"."basic_paid") < 1000000000000000::numeric AND min_scale("#row"."basic_paid") <= 2 AND "#row"."basic_paid" >= 0::numeric) THEN "#row"."basic_paid"::numeric END AS "基本医保已付",
    CASE WHEN (abs("#row"."serious_illness_paid") < 1000000000000000::numeric AND min_scale("#row"."serious_illness_paid") <= 2 AND "#row"."serious_illness_paid" >= 0::numeric) THEN "#row"."serious_illness_paid"::numeric END AS "大病保险已付",
    CASE WHEN (abs("#row"."out_of_list_cost") < 1000000000000000::numeric AND min_scale("#row"."out_of_list_cost") <= 2 AND "#row"."out_of_list_cost" >= 0::numeric) THEN "#row"."out_of_list_cost"::numeric END AS "目录外费用",
    ("#row"."pre_existing" = TRUE) AS "既往症",
    CASE WHEN (abs("#row"."year_paid") < 1000000000000000::numeric AND min_scale("#row"."year_paid") <= 2 AND "#row"."year_paid" >= 0::numeric) THEN "#row"."year_paid"::numeric END AS "本年已赔",
    num_nulls("#row"."admitted_on", "#row"."effective_on", "#row"."medical_total", "#row"."basic_paid", "#row"."serious_illness_paid", "#row"."out_of_list_cost", "#row"."pre_existing", "#row"."year_paid") AS "#1"
  FROM "cases" AS "#row"
  OFFSET 0),
"#step1" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2",
    (num_nulls("入院日期", "生效日期", "医疗总费用", "基本医保已付", "大病保险已付", "目录外费用", "既往症", "本年已赔") = "#1" AND (("入院日期" >= 19723::numeric AND "入院日期" <= 20088::numeric)) IS TRUE) AS "#2",
    (("生效日期" + 30::numeric) < "入院日期") AS "#3",
    ((("医疗总费用" - "基本医保已付") - "大病保险已付") - "目录外费用") AS "目录内费用",
    CASE "既往症" WHEN TRUE THEN 0.4::numeric WHEN FALSE THEN 0.8::numeric END AS "目录内比例",
    ("目录外费用" - 15000::numeric) AS "#5",
    CASE "既往症" WHEN TRUE THEN 0.3::numeric WHEN FALSE THEN 0.6::numeric END AS "目录外比例",
    (1500000::numeric - "本年已赔") AS "#7"
  FROM "#facts"
  OFFSET 0),
"#step2" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#2", "#3", "目录内比例", "#5", "目录外比例",
    ("目录内费用" - 15000::numeric) AS "#4",
    CASE WHEN 0::numeric >= "#7" THEN 0::numeric WHEN 0::numeric < "#7" THEN "#7" END AS "#9",
    (NOT "#3") AS "#13"
  FROM "#step1"
  OFFSET 0),
"#step3" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#2", "#3", "#9", "#13",
    ((CASE WHEN 0::numeric >= "#4" THEN 0::numeric WHEN 0::numeric < "#4" THEN "#4" END * "目录内比例") + (CASE WHEN 0::numeric >= "#5" THEN 0::numeric WHEN 0::numeric < "#5" THEN "#5" END * "目录外比例")) AS "#6",
    NOT ("#13" IS NULL) AS "#14"
  FROM "#step2"
  OFFSET 0),
"#step4" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#2", "#3", "#9", "#13", "#14",
    CASE WHEN 0::numeric >= "#6" THEN 0::numeric WHEN 0::numeric < "#6" THEN "#6" END AS "#8"
  FROM "#step3"
  OFFSET 0),
"#step5" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#2", "#3", "#13", "#14",
    CASE "#3" WHEN TRUE THEN round(CASE WHEN "#8" <= "#9" THEN "#8" WHEN "#8" > "#9" THEN "#9" END, 2) WHEN FALSE THEN 0::numeric END AS "#10"
  FROM "#step4"
  OFFSET 0),
"#step6" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#2", "#3", "#10", "#13", "#14",
    (0::numeric < "#10") AS "#11"
  FROM "#step5"
  OFFSET 0),
"#step7" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#2", "#10", "#13", "#14",
    CASE "#3" WHEN TRUE THEN CASE "#11" WHEN TRUE THEN 'pay'::text WHEN FALSE THEN 'nothing'::text END WHEN FALSE THEN 'decline'::text END AS "#12"
  FROM "#step6"
  OFFSET 0),
"#step8" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#10", "#12", "#13",
    ("#2" AND NOT ("#12" IS NULL) AND NOT ("#10" IS NULL) AND NOT ("#10" IS NULL) AND "#14") AS "#15"
  FROM "#step7"
  OFFSET 0)
SELECT "#key1" AS "party_id",
  "#key2" AS "case_id",
  'jinhuibao/2024'::text AS "terms",
  'sha256:b3421d10f4d5ed9445efc42a825bf608b0e5a740e77b693327fd8aaba22c40e2'::text AS "digest",
  CASE WHEN "#15" THEN "#12" ELSE 'open'::text END AS "outcome",
  CASE WHEN "#15" THEN round("#10", 2) END AS "least",
  CASE WHEN "#15" AND "#10" < 'Infinity'::numeric THEN round("#10", 2) END AS "most",
  CASE WHEN "#15" THEN CASE WHEN "#13" THEN CASE WHEN "#13" THEN '[{"clause":"第二条","text":"等待期内住院"}]'::jsonb ELSE '[]'::jsonb END ELSE '[]'::jsonb END END AS "reasons",
  CASE WHEN "#15" THEN '[]'::jsonb END AS "promises",
  "#15" AS "settled"
FROM "#step8"
