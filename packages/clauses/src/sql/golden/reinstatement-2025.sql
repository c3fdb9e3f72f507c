WITH "#facts" AS NOT MATERIALIZED (
  SELECT "#row"."party_id" AS "#key1", "#row"."case_id" AS "#key2",
    CASE WHEN isfinite("#row"."applied_on") THEN CASE WHEN (("#row"."applied_on" - DATE '1970-01-01')::numeric BETWEEN -719162 AND 2932896 AND ("#row"."applied_on" - DATE '1970-01-01')::numeric >= 3652::numeric AND ("#row"."applied_on" - DATE '1970-01-01')::numeric <= 47481::numeric) THEN ("#row"."applied_on" - DATE '1970-01-01')::numeric END END AS "申请日",
    CASE WHEN isfinite("#row"."lapsed_on") THEN CASE WHEN (("#row"."lapsed_on" - DATE '1970-01-01')::numeric BETWEEN -719162 AND 2932896 AND ("#row"."lapsed_on" - DATE '1970-01-01')::numeric >= 3652::numeric AND ("#row"."lapsed_on" - DATE '1970-01-01')::numeric <= 47481::numeric) THEN ("#row"."lapsed_on" - DATE '1970-01-01')::numeric END END AS "失效日",
    CASE WHEN "#row"."policy_class"::text COLLATE "C" IN ('个人长期'::text, '个人短期'::text, '团体'::text) THEN "#row"."policy_class"::text COLLATE "C" END AS "保单类别",
    ("#row"."rescinded_by_insurer" = TRUE) AS "保险人已解除",
    "#by0.1"."#1" AS "#1",
    "#by0.1"."#2" AS "#2",
    "#by0.1"."#3" AS "#3",
    "#by0.1"."#4" AS "#4",
    (jsonb_typeof("#row"."overdue_instalments") = 'array') IS TRUE AS "#5",
    ("#row"."overdue_instalments" IS NULL OR jsonb_typeof("#row"."overdue_instalments") = 'null' OR (CASE WHEN jsonb_typeof("#row"."overdue_instalments") = 'array' THEN jsonb_array_length("#row"."overdue_instalments") <= 1000 END) IS TRUE) AS "#6",
    CASE WHEN (abs("#row"."reinstatement_rate") < 1000000000000000::numeric AND min_scale("#row"."reinstatement_rate") <= 9 AND "#row"."reinstatement_rate" >= 0::numeric AND "#row"."reinstatement_rate" <= 1::numeric) THEN "#row"."reinstatement_rate"::numeric END AS "复效年利率",
    CASE WHEN (abs("#row"."agreed_waiting_days") < 1000000000000000::numeric AND min_scale("#row"."agreed_waiting_days") <= 9 AND "#row"."agreed_waiting_days" >= 0::numeric AND "#row"."agreed_waiting_days" <= 365::numeric) THEN "#row"."agreed_waiting_days"::numeric END AS "约定等待期天数",
    ("#row"."health_changed" = TRUE) AS "健康状况有变化",
    ("#row"."risk_increased" = TRUE) AS "危险程度显著增加",
    CASE WHEN (NOT "#row"."refusal_delivered_on_none" IS TRUE AND isfinite("#row"."refusal_delivered_on")) THEN CASE WHEN ("#row"."refusal_delivered_on" - DATE '1970-01-01')::numeric BETWEEN -719162 AND 2932896 THEN ("#row"."refusal_delivered_on" - DATE '1970-01-01')::numeric END END AS "拒绝送达日",
    "#row"."refusal_delivered_on_none" IS TRUE AS "#8",
    CASE WHEN isfinite("#row"."paid_up_on") THEN CASE WHEN (("#row"."paid_up_on" - DATE '1970-01-01')::numeric BETWEEN -719162 AND 2932896 AND ("#row"."paid_up_on" - DATE '1970-01-01')::numeric >= 3652::numeric AND ("#row"."paid_up_on" - DATE '1970-01-01')::numeric <= 47481::numeric) THEN ("#row"."paid_up_on" - DATE '1970-01-01')::numeric END END AS "补交日",
    num_nulls("#row"."applied_on", "#row"."lapsed_on", "#row"."policy_class", "#row"."rescinded_by_insurer", "#row"."reinstatement_rate", "#row"."agreed_waiting_days", "#row"."health_changed", "#row"."risk_increased", "#row"."refusal_delivered_on", "#row"."paid_up_on") AS "#9"
  FROM "cases" AS "#row"
  CROSS JOIN LATERAL (SELECT count(*)::numeric AS "#1",
      coalesce(bool_and("#1.7"), TRUE) AS "#2",
      array_agg("#1.3" ORDER BY "#at") AS "#3",
      array_agg("#1.6" ORDER BY "#at") AS "#4"
    FROM (SELECT "#1.3", "#1.6", "#at", (CASE WHEN jsonb_typeof("#element") = 'object' THEN "#element" - ARRAY['应交日'::text, '保险费'::text] = '{}'::jsonb ELSE FALSE END AND (("#1.1" IS NULL OR jsonb_typeof("#1.1") = 'null') OR "#1.3" IS NOT NULL) AND (("#1.4" IS NULL OR jsonb_typeof("#1.4") = 'null') OR "#1.6" IS NOT NULL)) AS "#1.7"
    FROM (SELECT "#element", "#1.1", "#1.4", "#at", CASE WHEN isfinite("#1.2") THEN CASE WHEN ("#1.2" - DATE '1970-01-01')::numeric BETWEEN -719162 AND 2932896 THEN ("#1.2" - DATE '1970-01-01')::numeric END END AS "#1.3", CASE WHEN (abs("#1.5") < 1000000000000000::numeric AND min_scale("#1.5") <= 2 AND "#1.5" >= 0::numeric) THEN "#1.5"::numeric END AS "#1.6"
    FROM (SELECT "#element", "#1.1", "#1.4", "#at", CASE WHEN CASE WHEN jsonb_typeof("#1.1") = 'string' AND ("#1.1" #>> '{}') ~ '^(?!0000)[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' THEN extract(month FROM make_date(substr(("#1.1" #>> '{}'), 1, 4)::int, substr(("#1.1" #>> '{}'), 6, 2)::int, 1) + substr(("#1.1" #>> '{}'), 9, 2)::int - 1) = substr(("#1.1" #>> '{}'), 6, 2)::int END THEN ("#1.1" #>> '{}')::date END AS "#1.2", CASE WHEN jsonb_typeof("#1.4") = 'number' OR (jsonb_typeof("#1.4") = 'string' AND ("#1.4" #>> '{}') ~ '^[+-]?([0-9]{1,20}([.][0-9]{0,20})?|[.][0-9]{1,20})$') THEN ("#1.4" #>> '{}')::numeric END AS "#1.5"
    FROM (SELECT "#element", "#at", (CASE WHEN jsonb_typeof("#element") = 'object' THEN "#element" -> '应交日'::text END) AS "#1.1", (CASE WHEN jsonb_typeof("#element") = 'object' THEN "#element" -> '保险费'::text END) AS "#1.4"
    FROM (SELECT "#element" AS "#element", "#at" AS "#at"
    FROM jsonb_array_elements(CASE WHEN CASE WHEN jsonb_typeof("#row"."overdue_instalments") = 'array' THEN jsonb_array_length("#row"."overdue_instalments") <= 1000 END THEN "#row"."overdue_instalments" END) WITH ORDINALITY AS "#list" ("#element", "#at") OFFSET 0) AS "#in1" OFFSET 0) AS "#in1" OFFSET 0) AS "#in1" OFFSET 0) AS "#in1" OFFSET 0) AS "#in1") AS "#by0.1"
  OFFSET 0),
"#step1" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "申请日", "失效日", "保险人已解除", "约定等待期天数", "健康状况有变化", "危险程度显著增加", "拒绝送达日", "#8", "补交日",
    CASE WHEN "#5" THEN "#1" END AS "#7",
    (num_nulls("申请日", "失效日", "保单类别", "保险人已解除", "复效年利率", "约定等待期天数", "健康状况有变化", "危险程度显著增加", "拒绝送达日", "补交日") = "#9" AND ("#6" AND "#2") AND (("申请日" >= 20089::numeric AND "申请日" <= 20208::numeric)) IS TRUE) AS "#10",
    (NOT ("保单类别" = '个人长期'::text)) AS "#11",
    CASE WHEN "失效日" BETWEEN -719162 AND 2932896 AND abs(36::numeric) <= 48000 THEN (((DATE '1970-01-01' + "失效日"::int) + make_interval(months => 36::numeric::int))::date - DATE '1970-01-01')::numeric END AS "#12",
    ("失效日" IS NULL OR ("失效日" BETWEEN -719162 AND 2932896 AND abs(36::numeric) <= 48000) IS FALSE) AS "#13",
    (NOT CASE WHEN NOT ("拒绝送达日" IS NULL AND NOT "#8") THEN "拒绝送达日" IS NULL END) AS "#18",
    ("申请日" + 30::numeric) AS "#19",
    "#by0.2"."#33" AS "#33",
    "#by0.2"."#34" AS "#34",
    "#by0.3"."#38" AS "#38",
    "#by0.3"."#39" AS "#39",
    "#by0.4"."#44" AS "#44",
    "#by0.4"."#45" AS "#45",
    86400::numeric * "约定等待期天数" AS "#53",
    (NOT (coalesce("保单类别", '个人长期'::text) = '个人长期'::text)) AS "#61",
    coalesce("失效日", 3652::numeric) AS "#62",
    CASE WHEN ("拒绝送达日" IS NULL AND NOT "#8") THEN 0::numeric ELSE "拒绝送达日" END AS "#69",
    (CASE WHEN ("拒绝送达日" IS NULL AND NOT "#8") THEN 0::numeric ELSE "拒绝送达日" END <= (coalesce("申请日", 3652::numeric) + 30::numeric)) AS "#71",
    (coalesce("申请日", 3652::numeric) + 30::numeric) IS NULL AS "#72",
    (NOT (coalesce("保单类别", '团体'::text) = '个人长期'::text)) AS "#75",
    coalesce("失效日", 47481::numeric) AS "#76",
    CASE WHEN ("拒绝送达日" IS NULL AND NOT "#8") THEN 1000000::numeric ELSE "拒绝送达日" END AS "#83",
    (CASE WHEN ("拒绝送达日" IS NULL AND NOT "#8") THEN 1000000::numeric ELSE "拒绝送达日" END <= (coalesce("申请日", 47481::numeric) + 30::numeric)) AS "#85",
    (coalesce("申请日", 47481::numeric) + 30::numeric) IS NULL AS "#86",
    coalesce("补交日", 3652::numeric) AS "#118",
    coalesce("约定等待期天数", 0::numeric) AS "#119",
    coalesce("补交日", 47481::numeric) AS "#124",
    coalesce("约定等待期天数", 365::numeric) AS "#125"
  FROM "#facts"
  CROSS JOIN LATERAL (SELECT count(*) AS "#33",
      FALSE AS "#34"
    FROM (SELECT 
    FROM (SELECT 
    FROM unnest("#3", "#4") WITH ORDINALITY AS "#elements" ("#given1", "#given2", "#at") OFFSET 0) AS "#in1" OFFSET 0) AS "#in1") AS "#by0.2"
  CROSS JOIN LATERAL (SELECT CASE WHEN NOT coalesce(bool_or("#1.2" IS NULL), FALSE) THEN sum("#1.2") END AS "#38",
      coalesce(bool_or("#1.2" IS NULL), FALSE) AS "#39"
    FROM (SELECT "#given2" AS "#1.2"
    FROM unnest("#3", "#4") WITH ORDINALITY AS "#elements" ("#given1", "#given2", "#at") OFFSET 0) AS "#in1") AS "#by0.3"
  CROSS JOIN LATERAL (SELECT CASE WHEN NOT coalesce(bool_or("#1.7" IS NULL), FALSE) THEN sum("#1.7") END AS "#44",
      coalesce(bool_or("#1.7" IS NULL), FALSE) AS "#45"
    FROM (SELECT CASE WHEN abs("#1.6") < 10000000000000::numeric THEN sign("#1.6") * div(abs("#1.6") * 200::numeric + 365::numeric, 730::numeric) * 0.01::numeric ELSE round(CASE WHEN 365::numeric <> 0 THEN (SELECT sign("#1.6") * sign(365::numeric) * ("#q" + CASE WHEN 2 * "#r" > "#b" OR (2 * "#r" = "#b" AND mod("#q", 2) = 1) THEN 1 ELSE 0 END) * ('1e' || ("#mb" - "#ma" - "#t"))::numeric
    FROM (SELECT *, div("#x", "#b") AS "#q", "#x" - div("#x", "#b") * "#b" AS "#r"
    FROM (SELECT *, "#a" * ('1e' || "#t")::numeric AS "#x"
    FROM (SELECT *, "#s" - CASE WHEN "#a" * ('1e' || "#s")::numeric >= "#b" * 10000000000000000000000000000000000::numeric THEN 1 ELSE 0 END AS "#t"
    FROM (SELECT *, 34 - length("#a"::text) + length("#b"::text) AS "#s"
    FROM (SELECT *, trunc(abs("#1.6") * ('1e' || "#ma")::numeric) AS "#a", trunc(abs(365::numeric) * ('1e' || "#mb")::numeric) AS "#b"
    FROM (SELECT min_scale("#1.6") AS "#ma", min_scale(365::numeric) AS "#mb") AS "#1") AS "#2") AS "#3") AS "#4") AS "#5") AS "#6") END, 2) END AS "#1.7"
    FROM (SELECT CASE WHEN abs("#1.5") < 100000000000000000000000::numeric THEN "#1.5" ELSE (SELECT sign("#1.5") * ("#q" + CASE WHEN 2 * "#r" > "#b" OR (2 * "#r" = "#b" AND mod("#q", 2) = 1) THEN 1 ELSE 0 END) * "#p" * ('1e-' || "#m")::numeric
    FROM (SELECT *, div("#n", "#p") AS "#q", "#n" - div("#n", "#p") * "#p" AS "#r", "#p" AS "#b"
    FROM (SELECT *, ('1e' || greatest(length("#n"::text) - 34, 0))::numeric AS "#p"
    FROM (SELECT "#m", trunc(abs("#1.5") * ('1e' || "#m")::numeric) AS "#n"
    FROM (SELECT min_scale("#1.5") AS "#m") AS "#1") AS "#2") AS "#3") AS "#4") END AS "#1.6"
    FROM (SELECT (("#1.2" * "复效年利率") * CASE WHEN 0::numeric >= "#1.4" THEN 0::numeric WHEN 0::numeric < "#1.4" THEN "#1.4" END) AS "#1.5"
    FROM (SELECT "#1.2", ("补交日" - "#1.1") AS "#1.4"
    FROM (SELECT "#given1" AS "#1.1", "#given2" AS "#1.2"
    FROM unnest("#3", "#4") WITH ORDINALITY AS "#elements" ("#given1", "#given2", "#at") OFFSET 0) AS "#in1" OFFSET 0) AS "#in1" OFFSET 0) AS "#in1" OFFSET 0) AS "#in1" OFFSET 0) AS "#in1") AS "#by0.4"
  OFFSET 0),
"#step2" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "申请日", "失效日", "保险人已解除", "健康状况有变化", "危险程度显著增加", "补交日", "#10", "#11", "#13", "#18", "#19", "#33", "#38", "#44", "#61", "#71", "#72", "#75", "#85", "#86", "#118", "#119", "#124", "#125",
    (("失效日" <= "申请日") AND ("申请日" <= "#12")) AS "#14",
    ("拒绝送达日" <= "#19") AS "#20",
    (("拒绝送达日" IS NULL AND NOT "#8") OR "#19" IS NULL) AS "#21",
    CASE WHEN NOT "#7" IS NULL THEN ''::text END AS "各期利息",
    "#7" IS NULL AS "#31",
    ("#7" IS NULL OR "#34") AS "#35",
    ("#7" IS NULL OR "#39") AS "#40",
    ("#7" IS NULL OR "#45") AS "#46",
    CASE WHEN abs("#53") < 1000000000000000 THEN trunc("#53", 9) END AS "#54",
    ("约定等待期天数" IS NULL OR (abs("#53") < 1000000000000000) IS FALSE) AS "#55",
    CASE WHEN "#62" BETWEEN -719162 AND 2932896 AND abs(36::numeric) <= 48000 THEN (((DATE '1970-01-01' + "#62"::int) + make_interval(months => 36::numeric::int))::date - DATE '1970-01-01')::numeric END AS "#63",
    ("#62" IS NULL OR ("#62" BETWEEN -719162 AND 2932896 AND abs(36::numeric) <= 48000) IS FALSE) AS "#64",
    (NOT CASE WHEN NOT FALSE THEN "#69" IS NULL END) AS "#70",
    CASE WHEN NOT "#72" THEN "#71" IS TRUE END AS "#73",
    CASE WHEN "#76" BETWEEN -719162 AND 2932896 AND abs(36::numeric) <= 48000 THEN (((DATE '1970-01-01' + "#76"::int) + make_interval(months => 36::numeric::int))::date - DATE '1970-01-01')::numeric END AS "#77",
    ("#76" IS NULL OR ("#76" BETWEEN -719162 AND 2932896 AND abs(36::numeric) <= 48000) IS FALSE) AS "#78",
    (NOT CASE WHEN NOT FALSE THEN "#83" IS NULL END) AS "#84",
    CASE WHEN NOT "#86" THEN "#85" IS TRUE END AS "#87",
    86400::numeric * "#119" AS "#120",
    86400::numeric * "#125" AS "#126",
    CASE WHEN "#19" BETWEEN -719162 AND 2932896 THEN to_char(DATE '1970-01-01' + "#19"::int, 'YYYY-MM-DD') END AS "#131"
  FROM "#step1"
  OFFSET 0),
"#step3" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "申请日", "失效日", "保险人已解除", "健康状况有变化", "危险程度显著增加", "#10", "#11", "#14", "#18", "#21", "#35", "#40", "#46", "#61", "#64", "#70", "#72", "#73", "#75", "#78", "#84", "#86", "#87", "#118", "#124", "#131",
    ("#14" IS NOT FALSE AND (("失效日" <= "申请日") IS NULL OR ("申请日" IS NULL OR "#13"))) AS "#15",
    (NOT "#14") AS "#16",
    CASE WHEN NOT "#21" THEN "#20" IS TRUE END AS "#22",
    ("健康状况有变化" AND "危险程度显著增加" AND "#18" AND "#20") AS "#25",
    ("#18" AND "#20") AS "#28",
    CASE WHEN NOT "#31" THEN "各期利息" IS NULL END AS "#32",
    CASE WHEN NOT "#35" THEN "#33"::numeric END AS "#36",
    CASE WHEN NOT "#40" THEN "#38" END AS "#41",
    CASE WHEN NOT "#46" THEN "#44" END AS "#47",
    "补交日" + div("#54", 86400::numeric) - CASE WHEN mod("#54", 86400::numeric) < 0 THEN 1 ELSE 0 END AS "新等待期届满日",
    ("补交日" IS NULL OR "#55") AS "#56",
    ((coalesce("失效日", 3652::numeric) <= coalesce("申请日", 3652::numeric)) AND (coalesce("申请日", 3652::numeric) <= "#63")) AS "#65",
    ((coalesce("失效日", 47481::numeric) <= coalesce("申请日", 47481::numeric)) AND (coalesce("申请日", 47481::numeric) <= "#77")) AS "#79",
    (coalesce("健康状况有变化", FALSE) AND coalesce("危险程度显著增加", FALSE) AND "#70" AND "#71") AS "#102",
    (coalesce("健康状况有变化", TRUE) AND coalesce("危险程度显著增加", TRUE) AND "#84" AND "#85") AS "#104",
    ("#70" AND "#71") AS "#108",
    ("#84" AND "#85") AS "#109",
    CASE WHEN abs("#120") < 1000000000000000 THEN trunc("#120", 9) END AS "#121",
    ("#119" IS NULL OR (abs("#120") < 1000000000000000) IS FALSE) AS "#122",
    CASE WHEN abs("#126") < 1000000000000000 THEN trunc("#126", 9) END AS "#127",
    ("#125" IS NULL OR (abs("#126") < 1000000000000000) IS FALSE) AS "#128",
    (TRUE IS FALSE OR (TRUE IS TRUE AND (NOT ("#19" IS NULL) AND ("#131" IS NOT NULL OR "#19" IS NULL)))) AS "#132"
  FROM "#step2"
  OFFSET 0),
"#step4" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "保险人已解除", "健康状况有变化", "危险程度显著增加", "#10", "#11", "#18", "#21", "#22", "#25", "#28", "#32", "#40", "#41", "#46", "#47", "#61", "#65", "#70", "#72", "#73", "#75", "#79", "#84", "#86", "#87", "#102", "#104", "#108", "#109", "#118", "#122", "#124", "#128", "#131", "#132",
    CASE WHEN NOT "#15" THEN "#16" IS TRUE END AS "#17",
    CASE WHEN NOT "#15" THEN "#14" IS NULL END AS "#24",
    (NOT "#25") AS "#26",
    ("#28" IS NOT FALSE AND ("#18" IS NULL OR "#21")) AS "#29",
    CASE WHEN NOT ("#35" OR 0::numeric IS NULL) THEN "#36" IS NOT DISTINCT FROM 0::numeric END AS "#37",
    CASE WHEN NOT "#56" THEN "新等待期届满日" IS NULL END AS "#57",
    ("#65" IS NOT FALSE AND ((coalesce("失效日", 3652::numeric) <= coalesce("申请日", 3652::numeric)) IS NULL OR (coalesce("申请日", 3652::numeric) IS NULL OR "#64"))) AS "#66",
    (NOT "#65") AS "#67",
    ("#79" IS NOT FALSE AND ((coalesce("失效日", 47481::numeric) <= coalesce("申请日", 47481::numeric)) IS NULL OR (coalesce("申请日", 47481::numeric) IS NULL OR "#78"))) AS "#80",
    (NOT "#79") AS "#81",
    (NOT "#102") AS "#103",
    (NOT "#104") AS "#105",
    "#118" + div("#121", 86400::numeric) - CASE WHEN mod("#121", 86400::numeric) < 0 THEN 1 ELSE 0 END AS "#123",
    "#124" + div("#127", 86400::numeric) - CASE WHEN mod("#127", 86400::numeric) < 0 THEN 1 ELSE 0 END AS "#129"
  FROM "#step3"
  OFFSET 0),
"#step5" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "保险人已解除", "健康状况有变化", "危险程度显著增加", "#10", "#11", "#17", "#18", "#22", "#24", "#32", "#57", "#61", "#65", "#66", "#70", "#72", "#73", "#75", "#79", "#80", "#84", "#86", "#87", "#102", "#103", "#104", "#105", "#108", "#109", "#118", "#122", "#123", "#124", "#128", "#129", "#131", "#132",
    ("#11" OR "#17" OR "保险人已解除" OR ("健康状况有变化" AND "危险程度显著增加" AND "#18" AND "#22")) AS "#23",
    CASE WHEN NOT ("#25" IS NOT FALSE AND ("健康状况有变化" IS NULL OR "危险程度显著增加" IS NULL OR "#18" IS NULL OR "#21")) THEN "#26" IS NULL END AS "#27",
    CASE WHEN NOT "#29" THEN "#28" IS NULL END AS "#30",
    CASE "#37" WHEN TRUE THEN 0::numeric WHEN FALSE THEN "#41" END AS "欠交保险费合计",
    CASE "#37" WHEN TRUE THEN 0::numeric IS NULL WHEN FALSE THEN "#40" ELSE TRUE END AS "#42",
    CASE "#37" WHEN TRUE THEN 0::numeric WHEN FALSE THEN "#47" END AS "免除利息",
    CASE "#37" WHEN TRUE THEN 0::numeric IS NULL WHEN FALSE THEN "#46" ELSE TRUE END AS "#48",
    CASE WHEN NOT "#66" THEN "#67" IS TRUE END AS "#68",
    CASE WHEN NOT "#80" THEN "#81" IS TRUE END AS "#82"
  FROM "#step4"
  OFFSET 0),
"#step6" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "保险人已解除", "健康状况有变化", "危险程度显著增加", "#10", "#23", "#24", "#27", "#30", "#32", "#57", "#61", "#65", "#66", "#68", "#70", "#72", "#73", "#75", "#79", "#80", "#82", "#84", "#86", "#87", "#102", "#103", "#104", "#105", "#108", "#109", "#118", "#122", "#123", "#124", "#128", "#129", "#131", "#132",
    CASE WHEN NOT "#42" THEN "欠交保险费合计" IS NULL END AS "#43",
    CASE WHEN NOT "#48" THEN "免除利息" IS NULL END AS "#49",
    (("免除利息" - "免除利息") + "欠交保险费合计") AS "#50",
    ("#48" OR "#42") AS "#51",
    ("#11" AND "#23") AS "#60",
    ("#61" OR "#68" OR coalesce("保险人已解除", FALSE) OR (coalesce("健康状况有变化", FALSE) AND coalesce("危险程度显著增加", FALSE) AND "#70" AND "#73")) AS "#74",
    ("#75" OR "#82" OR coalesce("保险人已解除", TRUE) OR (coalesce("健康状况有变化", TRUE) AND coalesce("危险程度显著增加", TRUE) AND "#84" AND "#87")) AS "#88",
    ("#17" AND "#23") AS "#90",
    ("保险人已解除" AND "#23") AS "#92",
    ("健康状况有变化" AND "危险程度显著增加" AND "#18" AND "#22" AND "#23") AS "#94",
    (NOT "#23") AS "#96"
  FROM "#step5"
  OFFSET 0),
"#step7" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "健康状况有变化", "危险程度显著增加", "#10", "#23", "#24", "#27", "#30", "#32", "#43", "#49", "#51", "#57", "#60", "#65", "#66", "#70", "#72", "#79", "#80", "#84", "#86", "#90", "#92", "#94", "#96", "#102", "#103", "#104", "#105", "#108", "#109", "#118", "#122", "#123", "#124", "#128", "#129", "#131", "#132",
    CASE WHEN abs("#50") < 100000000000000000000000000000000::numeric THEN "#50" ELSE (SELECT sign("#50") * ("#q" + CASE WHEN 2 * "#r" > "#b" OR (2 * "#r" = "#b" AND mod("#q", 2) = 1) THEN 1 ELSE 0 END) * "#p" * ('1e-' || "#m")::numeric
    FROM (SELECT *, div("#n", "#p") AS "#q", "#n" - div("#n", "#p") * "#p" AS "#r", "#p" AS "#b"
    FROM (SELECT *, ('1e' || greatest(length("#n"::text) - 34, 0))::numeric AS "#p"
    FROM (SELECT "#m", trunc(abs("#50") * ('1e' || "#m")::numeric) AS "#n"
    FROM (SELECT min_scale("#50") AS "#m") AS "#1") AS "#2") AS "#3") AS "#4") END AS "应补交金额",
    (NOT ("#60" IS NULL) OR ((("#61" AND "#74") IS FALSE) OR (("#75" AND "#88") IS FALSE))) AS "#89",
    (NOT ("#90" IS NULL) OR ((("#68" AND "#74") IS FALSE) OR (("#82" AND "#88") IS FALSE))) AS "#91",
    (NOT ("#92" IS NULL) OR (((coalesce("保险人已解除", FALSE) AND "#74") IS FALSE) OR ((coalesce("保险人已解除", TRUE) AND "#88") IS FALSE))) AS "#93",
    (NOT ("#94" IS NULL) OR (((coalesce("健康状况有变化", FALSE) AND coalesce("危险程度显著增加", FALSE) AND "#70" AND "#73" AND "#74") IS FALSE) OR ((coalesce("健康状况有变化", TRUE) AND coalesce("危险程度显著增加", TRUE) AND "#84" AND "#87" AND "#88") IS FALSE))) AS "#95",
    ("#24" AND "#96") AS "#97",
    (NOT "#74") AS "#98",
    (NOT "#88") AS "#99",
    ("#27" AND "#96") AS "#101",
    ("#30" AND "#96") AS "#107",
    ("#32" AND "#96") AS "#111",
    (("#43" OR "#49") AND "#96") AS "#113",
    ("#57" AND "#96") AS "#117"
  FROM "#step6"
  OFFSET 0),
"#step8" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#10", "#23", "#24", "#27", "#30", "#32", "#43", "#49", "#57", "#60", "#89", "#90", "#91", "#92", "#93", "#94", "#95", "#96", "#97", "#101", "#107", "#111", "#113", "#117", "#131", "#132",
    CASE WHEN NOT "#51" THEN "应补交金额" IS NULL END AS "#52",
    (NOT ("#97" IS NULL) OR (((CASE WHEN NOT "#66" THEN "#65" IS NULL END AND "#98") IS FALSE) OR ((CASE WHEN NOT "#80" THEN "#79" IS NULL END AND "#99") IS FALSE))) AS "#100",
    (NOT ("#101" IS NULL) OR (((CASE WHEN NOT ("#102" IS NOT FALSE AND (coalesce("健康状况有变化", FALSE) IS NULL OR coalesce("危险程度显著增加", FALSE) IS NULL OR "#70" IS NULL OR "#72")) THEN "#103" IS NULL END AND "#98") IS FALSE) OR ((CASE WHEN NOT ("#104" IS NOT FALSE AND (coalesce("健康状况有变化", TRUE) IS NULL OR coalesce("危险程度显著增加", TRUE) IS NULL OR "#84" IS NULL OR "#86")) THEN "#105" IS NULL END AND "#99") IS FALSE))) AS "#106",
    (NOT ("#107" IS NULL) OR (((CASE WHEN NOT ("#108" IS NOT FALSE AND ("#70" IS NULL OR "#72")) THEN "#108" IS NULL END AND "#98") IS FALSE) OR ((CASE WHEN NOT ("#109" IS NOT FALSE AND ("#84" IS NULL OR "#86")) THEN "#109" IS NULL END AND "#99") IS FALSE))) AS "#110",
    NOT ("#111" IS NULL) AS "#112",
    NOT ("#113" IS NULL) AS "#114",
    (NOT ("#117" IS NULL) OR (((CASE WHEN NOT ("#118" IS NULL OR "#122") THEN "#123" IS NULL END AND "#98") IS FALSE) OR ((CASE WHEN NOT ("#124" IS NULL OR "#128") THEN "#129" IS NULL END AND "#99") IS FALSE))) AS "#130"
  FROM "#step7"
  OFFSET 0),
"#step9" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#10", "#23", "#60", "#89", "#90", "#91", "#92", "#93", "#94", "#95", "#97", "#100", "#101", "#106", "#107", "#110", "#111", "#112", "#113", "#114", "#117", "#130", "#131", "#132",
    ("#24" OR "#27" OR "#30" OR "#32" OR "#43" OR "#49" OR "#52" OR "#57") AS "#58",
    (("#49" OR "#52") AND "#96") AS "#115"
  FROM "#step8"
  OFFSET 0),
"#step10" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#10", "#60", "#89", "#90", "#91", "#92", "#93", "#94", "#95", "#97", "#100", "#101", "#106", "#107", "#110", "#111", "#112", "#113", "#114", "#115", "#117", "#130", "#131", "#132",
    CASE "#23" WHEN TRUE THEN 'decline'::text WHEN FALSE THEN CASE "#58" WHEN TRUE THEN 'refer'::text WHEN FALSE THEN 'accept'::text END END AS "#59",
    NOT ("#115" IS NULL) AS "#116"
  FROM "#step9"
  OFFSET 0),
"#step11" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#59", "#60", "#90", "#92", "#94", "#97", "#101", "#107", "#111", "#113", "#115", "#117", "#131",
    ("#10" AND NOT ("#59" IS NULL) AND NOT (0::numeric IS NULL) AND NOT (0::numeric IS NULL) AND "#89" AND "#91" AND "#93" AND "#95" AND "#100" AND "#106" AND "#110" AND "#112" AND "#114" AND "#116" AND "#130" AND "#132") AS "#133"
  FROM "#step10"
  OFFSET 0)
SELECT "#key1" AS "party_id",
  "#key2" AS "case_id",
  'reinstatement/2025'::text AS "terms",
  'sha256:d8aa62452ed6a9b9f983e1eb6337407b5c82fcf0a2e01252ded627e0e4ae7ca9'::text AS "digest",
  CASE WHEN "#133" THEN "#59" ELSE 'open'::text END AS "outcome",
  CASE WHEN "#133" THEN round(0::numeric, 2) END AS "least",
  CASE WHEN "#133" AND 0::numeric < 'Infinity'::numeric THEN round(0::numeric, 2) END AS "most",
  CASE WHEN "#133" THEN CASE WHEN "#60" OR "#90" OR "#92" OR "#94" OR "#97" OR "#101" OR "#107" OR "#111" OR "#113" OR "#115" OR "#117" THEN CASE WHEN "#60" THEN '[{"clause":"第一条","text":"不是个人长期保单"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#90" THEN '[{"clause":"第二条","text":"不在失效后三年内"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#92" THEN '[{"clause":"第三条","text":"合同已经解除"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#94" THEN '[{"clause":"第四条","text":"中止期间危险程度显著增加，已在三十日内明确拒绝"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#97" THEN '[{"clause":"第二条","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#101" THEN '[{"clause":"第四条","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#107" THEN '[{"clause":"释义一","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#111" THEN '[{"clause":"第五条","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#113" THEN '[{"clause":"第六条","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#115" THEN '[{"clause":"第七条","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#117" THEN '[{"clause":"第八条","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END ELSE '[]'::jsonb END END AS "reasons",
  CASE WHEN "#133" THEN CASE WHEN TRUE THEN jsonb_build_array(jsonb_build_object('clause', '第十条'::text, 'lane', '复效答复'::text, 'due', to_jsonb("#131"))) ELSE '[]'::jsonb END END AS "promises",
  "#133" AS "settled"
FROM "#step11"
