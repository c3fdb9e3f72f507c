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
    "#by0.3"."#39" AS "#39",
    "#by0.3"."#40" AS "#40",
    "#by0.4"."#45" AS "#45",
    "#by0.4"."#46" AS "#46",
    86400::numeric * "约定等待期天数" AS "#54",
    (NOT (coalesce("保单类别", '个人长期'::text) = '个人长期'::text)) AS "#62",
    coalesce("失效日", 3652::numeric) AS "#63",
    CASE WHEN ("拒绝送达日" IS NULL AND NOT "#8") THEN 0::numeric ELSE "拒绝送达日" END AS "#70",
    (CASE WHEN ("拒绝送达日" IS NULL AND NOT "#8") THEN 0::numeric ELSE "拒绝送达日" END <= (coalesce("申请日", 3652::numeric) + 30::numeric)) AS "#72",
    (coalesce("申请日", 3652::numeric) + 30::numeric) IS NULL AS "#73",
    (NOT (coalesce("保单类别", '团体'::text) = '个人长期'::text)) AS "#76",
    coalesce("失效日", 47481::numeric) AS "#77",
    CASE WHEN ("拒绝送达日" IS NULL AND NOT "#8") THEN 1000000::numeric ELSE "拒绝送达日" END AS "#84",
    (CASE WHEN ("拒绝送达日" IS NULL AND NOT "#8") THEN 1000000::numeric ELSE "拒绝送达日" END <= (coalesce("申请日", 47481::numeric) + 30::numeric)) AS "#86",
    (coalesce("申请日", 47481::numeric) + 30::numeric) IS NULL AS "#87",
    coalesce("补交日", 3652::numeric) AS "#119",
    coalesce("约定等待期天数", 0::numeric) AS "#120",
    coalesce("补交日", 47481::numeric) AS "#125",
    coalesce("约定等待期天数", 365::numeric) AS "#126"
  FROM "#facts"
  CROSS JOIN LATERAL (SELECT count(*) AS "#33",
      FALSE AS "#34"
    FROM (SELECT 
    FROM (SELECT 
    FROM unnest("#3", "#4") WITH ORDINALITY AS "#elements" ("#given1", "#given2", "#at") OFFSET 0) AS "#in1" OFFSET 0) AS "#in1") AS "#by0.2"
  CROSS JOIN LATERAL (SELECT CASE WHEN NOT coalesce(bool_or("#1.2" IS NULL), FALSE) THEN sum("#1.2") END AS "#39",
      coalesce(bool_or("#1.2" IS NULL), FALSE) AS "#40"
    FROM (SELECT "#given2" AS "#1.2"
    FROM unnest("#3", "#4") WITH ORDINALITY AS "#elements" ("#given1", "#given2", "#at") OFFSET 0) AS "#in1") AS "#by0.3"
  CROSS JOIN LATERAL (SELECT CASE WHEN NOT coalesce(bool_or("#1.7" IS NULL), FALSE) THEN sum("#1.7") END AS "#45",
      coalesce(bool_or("#1.7" IS NULL), FALSE) AS "#46"
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
  SELECT "#key1", "#key2", "申请日", "失效日", "保险人已解除", "健康状况有变化", "危险程度显著增加", "补交日", "#10", "#11", "#13", "#18", "#19", "#33", "#39", "#45", "#62", "#72", "#73", "#76", "#86", "#87", "#119", "#120", "#125", "#126",
    (("失效日" <= "申请日") AND ("申请日" <= "#12")) AS "#14",
    ("拒绝送达日" <= "#19") AS "#20",
    (("拒绝送达日" IS NULL AND NOT "#8") OR "#19" IS NULL) AS "#21",
    CASE WHEN NOT "#7" IS NULL THEN ''::text END AS "各期利息",
    "#7" IS NULL AS "#31",
    ("#7" IS NULL OR "#34") AS "#35",
    ("#7" IS NULL OR "#40") AS "#41",
    ("#7" IS NULL OR "#46") AS "#47",
    CASE WHEN abs("#54") < 1000000000000000 THEN trunc("#54", 9) END AS "#55",
    ("约定等待期天数" IS NULL OR (abs("#54") < 1000000000000000) IS FALSE) AS "#56",
    CASE WHEN "#63" BETWEEN -719162 AND 2932896 AND abs(36::numeric) <= 48000 THEN (((DATE '1970-01-01' + "#63"::int) + make_interval(months => 36::numeric::int))::date - DATE '1970-01-01')::numeric END AS "#64",
    ("#63" IS NULL OR ("#63" BETWEEN -719162 AND 2932896 AND abs(36::numeric) <= 48000) IS FALSE) AS "#65",
    (NOT CASE WHEN NOT FALSE THEN "#70" IS NULL END) AS "#71",
    CASE WHEN NOT "#73" THEN "#72" IS TRUE END AS "#74",
    CASE WHEN "#77" BETWEEN -719162 AND 2932896 AND abs(36::numeric) <= 48000 THEN (((DATE '1970-01-01' + "#77"::int) + make_interval(months => 36::numeric::int))::date - DATE '1970-01-01')::numeric END AS "#78",
    ("#77" IS NULL OR ("#77" BETWEEN -719162 AND 2932896 AND abs(36::numeric) <= 48000) IS FALSE) AS "#79",
    (NOT CASE WHEN NOT FALSE THEN "#84" IS NULL END) AS "#85",
    CASE WHEN NOT "#87" THEN "#86" IS TRUE END AS "#88",
    86400::numeric * "#120" AS "#121",
    86400::numeric * "#126" AS "#127",
    CASE WHEN "#19" BETWEEN -719162 AND 2932896 THEN to_char(DATE '1970-01-01' + "#19"::int, 'YYYY-MM-DD') END AS "#132"
  FROM "#step1"
  OFFSET 0),
"#step3" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "申请日", "失效日", "保险人已解除", "健康状况有变化", "危险程度显著增加", "#10", "#11", "#14", "#18", "#21", "#35", "#41", "#47", "#62", "#65", "#71", "#73", "#74", "#76", "#79", "#85", "#87", "#88", "#119", "#125", "#132",
    ("#14" IS NOT FALSE AND (("失效日" <= "申请日") IS NULL OR ("申请日" IS NULL OR "#13"))) AS "#15",
    (NOT "#14") AS "#16",
    CASE WHEN NOT "#21" THEN "#20" IS TRUE END AS "#22",
    ("健康状况有变化" AND "危险程度显著增加" AND "#18" AND "#20") AS "#25",
    ("#18" AND "#20") AS "#28",
    CASE WHEN NOT "#31" THEN "各期利息" IS NULL END AS "#32",
    CASE WHEN NOT "#35" THEN "#33"::numeric END AS "#36",
    CASE WHEN NOT "#41" THEN "#39" END AS "#42",
    CASE WHEN NOT "#47" THEN "#45" END AS "#48",
    "补交日" + div("#55", 86400::numeric) - CASE WHEN mod("#55", 86400::numeric) < 0 THEN 1 ELSE 0 END AS "新等待期届满日",
    ("补交日" IS NULL OR "#56") AS "#57",
    ((coalesce("失效日", 3652::numeric) <= coalesce("申请日", 3652::numeric)) AND (coalesce("申请日", 3652::numeric) <= "#64")) AS "#66",
    ((coalesce("失效日", 47481::numeric) <= coalesce("申请日", 47481::numeric)) AND (coalesce("申请日", 47481::numeric) <= "#78")) AS "#80",
    (coalesce("健康状况有变化", FALSE) AND coalesce("危险程度显著增加", FALSE) AND "#71" AND "#72") AS "#103",
    (coalesce("健康状况有变化", TRUE) AND coalesce("危险程度显著增加", TRUE) AND "#85" AND "#86") AS "#105",
    ("#71" AND "#72") AS "#109",
    ("#85" AND "#86") AS "#110",
    CASE WHEN abs("#121") < 1000000000000000 THEN trunc("#121", 9) END AS "#122",
    ("#120" IS NULL OR (abs("#121") < 1000000000000000) IS FALSE) AS "#123",
    CASE WHEN abs("#127") < 1000000000000000 THEN trunc("#127", 9) END AS "#128",
    ("#126" IS NULL OR (abs("#127") < 1000000000000000) IS FALSE) AS "#129",
    (TRUE IS FALSE OR (TRUE IS TRUE AND (NOT ("#19" IS NULL) AND ("#132" IS NOT NULL OR "#19" IS NULL)))) AS "#133"
  FROM "#step2"
  OFFSET 0),
"#step4" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "保险人已解除", "健康状况有变化", "危险程度显著增加", "#10", "#11", "#18", "#21", "#22", "#25", "#28", "#32", "#41", "#42", "#47", "#48", "#62", "#66", "#71", "#73", "#74", "#76", "#80", "#85", "#87", "#88", "#103", "#105", "#109", "#110", "#119", "#123", "#125", "#129", "#132", "#133",
    CASE WHEN NOT "#15" THEN "#16" IS TRUE END AS "#17",
    CASE WHEN NOT "#15" THEN "#14" IS NULL END AS "#24",
    (NOT "#25") AS "#26",
    ("#28" IS NOT FALSE AND ("#18" IS NULL OR "#21")) AS "#29",
    CASE WHEN NOT "#35" THEN coalesce("#36", 0::numeric) END AS "#37",
    CASE WHEN NOT "#57" THEN "新等待期届满日" IS NULL END AS "#58",
    ("#66" IS NOT FALSE AND ((coalesce("失效日", 3652::numeric) <= coalesce("申请日", 3652::numeric)) IS NULL OR (coalesce("申请日", 3652::numeric) IS NULL OR "#65"))) AS "#67",
    (NOT "#66") AS "#68",
    ("#80" IS NOT FALSE AND ((coalesce("失效日", 47481::numeric) <= coalesce("申请日", 47481::numeric)) IS NULL OR (coalesce("申请日", 47481::numeric) IS NULL OR "#79"))) AS "#81",
    (NOT "#80") AS "#82",
    (NOT "#103") AS "#104",
    (NOT "#105") AS "#106",
    "#119" + div("#122", 86400::numeric) - CASE WHEN mod("#122", 86400::numeric) < 0 THEN 1 ELSE 0 END AS "#124",
    "#125" + div("#128", 86400::numeric) - CASE WHEN mod("#128", 86400::numeric) < 0 THEN 1 ELSE 0 END AS "#130"
  FROM "#step3"
  OFFSET 0),
"#step5" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "保险人已解除", "健康状况有变化", "危险程度显著增加", "#10", "#11", "#17", "#18", "#22", "#24", "#32", "#41", "#42", "#47", "#48", "#58", "#62", "#66", "#67", "#71", "#73", "#74", "#76", "#80", "#81", "#85", "#87", "#88", "#103", "#104", "#105", "#106", "#109", "#110", "#119", "#123", "#124", "#125", "#129", "#130", "#132", "#133",
    ("#11" OR "#17" OR "保险人已解除" OR ("健康状况有变化" AND "危险程度显著增加" AND "#18" AND "#22")) AS "#23",
    CASE WHEN NOT ("#25" IS NOT FALSE AND ("健康状况有变化" IS NULL OR "危险程度显著增加" IS NULL OR "#18" IS NULL OR "#21")) THEN "#26" IS NULL END AS "#27",
    CASE WHEN NOT "#29" THEN "#28" IS NULL END AS "#30",
    (0::numeric = CASE WHEN 0::numeric >= "#37" THEN 0::numeric WHEN 0::numeric < "#37" THEN "#37" END) AS "#38",
    CASE WHEN NOT "#67" THEN "#68" IS TRUE END AS "#69",
    CASE WHEN NOT "#81" THEN "#82" IS TRUE END AS "#83"
  FROM "#step4"
  OFFSET 0),
"#step6" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "保险人已解除", "健康状况有变化", "危险程度显著增加", "#10", "#23", "#24", "#27", "#30", "#32", "#58", "#62", "#66", "#67", "#69", "#71", "#73", "#74", "#76", "#80", "#81", "#83", "#85", "#87", "#88", "#103", "#104", "#105", "#106", "#109", "#110", "#119", "#123", "#124", "#125", "#129", "#130", "#132", "#133",
    CASE "#38" WHEN TRUE THEN 0::numeric WHEN FALSE THEN "#42" END AS "欠交保险费合计",
    CASE "#38" WHEN TRUE THEN 0::numeric IS NULL WHEN FALSE THEN "#41" ELSE TRUE END AS "#43",
    CASE "#38" WHEN TRUE THEN 0::numeric WHEN FALSE THEN "#48" END AS "免除利息",
    CASE "#38" WHEN TRUE THEN 0::numeric IS NULL WHEN FALSE THEN "#47" ELSE TRUE END AS "#49",
    ("#11" AND "#23") AS "#61",
    ("#62" OR "#69" OR coalesce("保险人已解除", FALSE) OR (coalesce("健康状况有变化", FALSE) AND coalesce("危险程度显著增加", FALSE) AND "#71" AND "#74")) AS "#75",
    ("#76" OR "#83" OR coalesce("保险人已解除", TRUE) OR (coalesce("健康状况有变化", TRUE) AND coalesce("危险程度显著增加", TRUE) AND "#85" AND "#88")) AS "#89",
    ("#17" AND "#23") AS "#91",
    ("保险人已解除" AND "#23") AS "#93",
    ("健康状况有变化" AND "危险程度显著增加" AND "#18" AND "#22" AND "#23") AS "#95",
    (NOT "#23") AS "#97"
  FROM "#step5"
  OFFSET 0),
"#step7" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "健康状况有变化", "危险程度显著增加", "#10", "#23", "#24", "#27", "#30", "#32", "#58", "#61", "#66", "#67", "#71", "#73", "#80", "#81", "#85", "#87", "#91", "#93", "#95", "#97", "#103", "#104", "#105", "#106", "#109", "#110", "#119", "#123", "#124", "#125", "#129", "#130", "#132", "#133",
    CASE WHEN NOT "#43" THEN "欠交保险费合计" IS NULL END AS "#44",
    CASE WHEN NOT "#49" THEN "免除利息" IS NULL END AS "#50",
    (("免除利息" - "免除利息") + "欠交保险费合计") AS "#51",
    ("#49" OR "#43") AS "#52",
    (NOT ("#61" IS NULL) OR ((("#62" AND "#75") IS FALSE) OR (("#76" AND "#89") IS FALSE))) AS "#90",
    (NOT ("#91" IS NULL) OR ((("#69" AND "#75") IS FALSE) OR (("#83" AND "#89") IS FALSE))) AS "#92",
    (NOT ("#93" IS NULL) OR (((coalesce("保险人已解除", FALSE) AND "#75") IS FALSE) OR ((coalesce("保险人已解除", TRUE) AND "#89") IS FALSE))) AS "#94",
    (NOT ("#95" IS NULL) OR (((coalesce("健康状况有变化", FALSE) AND coalesce("危险程度显著增加", FALSE) AND "#71" AND "#74" AND "#75") IS FALSE) OR ((coalesce("健康状况有变化", TRUE) AND coalesce("危险程度显著增加", TRUE) AND "#85" AND "#88" AND "#89") IS FALSE))) AS "#96",
    ("#24" AND "#97") AS "#98",
    (NOT "#75") AS "#99",
    (NOT "#89") AS "#100",
    ("#27" AND "#97") AS "#102",
    ("#30" AND "#97") AS "#108",
    ("#32" AND "#97") AS "#112",
    ("#58" AND "#97") AS "#118"
  FROM "#step6"
  OFFSET 0),
"#step8" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#10", "#23", "#24", "#27", "#30", "#32", "#44", "#50", "#52", "#58", "#61", "#90", "#91", "#92", "#93", "#94", "#95", "#96", "#97", "#98", "#102", "#108", "#112", "#118", "#132", "#133",
    CASE WHEN abs("#51") < 100000000000000000000000000000000::numeric THEN "#51" ELSE (SELECT sign("#51") * ("#q" + CASE WHEN 2 * "#r" > "#b" OR (2 * "#r" = "#b" AND mod("#q", 2) = 1) THEN 1 ELSE 0 END) * "#p" * ('1e-' || "#m")::numeric
    FROM (SELECT *, div("#n", "#p") AS "#q", "#n" - div("#n", "#p") * "#p" AS "#r", "#p" AS "#b"
    FROM (SELECT *, ('1e' || greatest(length("#n"::text) - 34, 0))::numeric AS "#p"
    FROM (SELECT "#m", trunc(abs("#51") * ('1e' || "#m")::numeric) AS "#n"
    FROM (SELECT min_scale("#51") AS "#m") AS "#1") AS "#2") AS "#3") AS "#4") END AS "应补交金额",
    (NOT ("#98" IS NULL) OR (((CASE WHEN NOT "#67" THEN "#66" IS NULL END AND "#99") IS FALSE) OR ((CASE WHEN NOT "#81" THEN "#80" IS NULL END AND "#100") IS FALSE))) AS "#101",
    (NOT ("#102" IS NULL) OR (((CASE WHEN NOT ("#103" IS NOT FALSE AND (coalesce("健康状况有变化", FALSE) IS NULL OR coalesce("危险程度显著增加", FALSE) IS NULL OR "#71" IS NULL OR "#73")) THEN "#104" IS NULL END AND "#99") IS FALSE) OR ((CASE WHEN NOT ("#105" IS NOT FALSE AND (coalesce("健康状况有变化", TRUE) IS NULL OR coalesce("危险程度显著增加", TRUE) IS NULL OR "#85" IS NULL OR "#87")) THEN "#106" IS NULL END AND "#100") IS FALSE))) AS "#107",
    (NOT ("#108" IS NULL) OR (((CASE WHEN NOT ("#109" IS NOT FALSE AND ("#71" IS NULL OR "#73")) THEN "#109" IS NULL END AND "#99") IS FALSE) OR ((CASE WHEN NOT ("#110" IS NOT FALSE AND ("#85" IS NULL OR "#87")) THEN "#110" IS NULL END AND "#100") IS FALSE))) AS "#111",
    NOT ("#112" IS NULL) AS "#113",
    (("#44" OR "#50") AND "#97") AS "#114",
    (NOT ("#118" IS NULL) OR (((CASE WHEN NOT ("#119" IS NULL OR "#123") THEN "#124" IS NULL END AND "#99") IS FALSE) OR ((CASE WHEN NOT ("#125" IS NULL OR "#129") THEN "#130" IS NULL END AND "#100") IS FALSE))) AS "#131"
  FROM "#step7"
  OFFSET 0),
"#step9" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#10", "#23", "#24", "#27", "#30", "#32", "#44", "#50", "#58", "#61", "#90", "#91", "#92", "#93", "#94", "#95", "#96", "#97", "#98", "#101", "#102", "#107", "#108", "#111", "#112", "#113", "#114", "#118", "#131", "#132", "#133",
    CASE WHEN NOT "#52" THEN "应补交金额" IS NULL END AS "#53",
    NOT ("#114" IS NULL) AS "#115"
  FROM "#step8"
  OFFSET 0),
"#step10" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#10", "#23", "#61", "#90", "#91", "#92", "#93", "#94", "#95", "#96", "#98", "#101", "#102", "#107", "#108", "#111", "#112", "#113", "#114", "#115", "#118", "#131", "#132", "#133",
    ("#24" OR "#27" OR "#30" OR "#32" OR "#44" OR "#50" OR "#53" OR "#58") AS "#59",
    (("#50" OR "#53") AND "#97") AS "#116"
  FROM "#step9"
  OFFSET 0),
"#step11" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#10", "#61", "#90", "#91", "#92", "#93", "#94", "#95", "#96", "#98", "#101", "#102", "#107", "#108", "#111", "#112", "#113", "#114", "#115", "#116", "#118", "#131", "#132", "#133",
    CASE "#23" WHEN TRUE THEN 'decline'::text WHEN FALSE THEN CASE "#59" WHEN TRUE THEN 'refer'::text WHEN FALSE THEN 'accept'::text END END AS "#60",
    NOT ("#116" IS NULL) AS "#117"
  FROM "#step10"
  OFFSET 0),
"#step12" AS NOT MATERIALIZED (
  SELECT "#key1", "#key2", "#60", "#61", "#91", "#93", "#95", "#98", "#102", "#108", "#112", "#114", "#116", "#118", "#132",
    ("#10" AND NOT ("#60" IS NULL) AND NOT (0::numeric IS NULL) AND NOT (0::numeric IS NULL) AND "#90" AND "#92" AND "#94" AND "#96" AND "#101" AND "#107" AND "#111" AND "#113" AND "#115" AND "#117" AND "#131" AND "#133") AS "#134"
  FROM "#step11"
  OFFSET 0)
SELECT "#key1" AS "party_id",
  "#key2" AS "case_id",
  'reinstatement/2025'::text AS "terms",
  'sha256:d8aa62452ed6a9b9f983e1eb6337407b5c82fcf0a2e01252ded627e0e4ae7ca9'::text AS "digest",
  CASE WHEN "#134" THEN "#60" ELSE 'open'::text END AS "outcome",
  CASE WHEN "#134" THEN round(0::numeric, 2) END AS "least",
  CASE WHEN "#134" AND 0::numeric < 'Infinity'::numeric THEN round(0::numeric, 2) END AS "most",
  CASE WHEN "#134" THEN CASE WHEN "#61" OR "#91" OR "#93" OR "#95" OR "#98" OR "#102" OR "#108" OR "#112" OR "#114" OR "#116" OR "#118" THEN CASE WHEN "#61" THEN '[{"clause":"第一条","text":"不是个人长期保单"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#91" THEN '[{"clause":"第二条","text":"不在失效后三年内"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#93" THEN '[{"clause":"第三条","text":"合同已经解除"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#95" THEN '[{"clause":"第四条","text":"中止期间危险程度显著增加，已在三十日内明确拒绝"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#98" THEN '[{"clause":"第二条","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#102" THEN '[{"clause":"第四条","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#108" THEN '[{"clause":"释义一","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#112" THEN '[{"clause":"第五条","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#114" THEN '[{"clause":"第六条","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#116" THEN '[{"clause":"第七条","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END || CASE WHEN "#118" THEN '[{"clause":"第八条","text":"无法计算"}]'::jsonb ELSE '[]'::jsonb END ELSE '[]'::jsonb END END AS "reasons",
  CASE WHEN "#134" THEN CASE WHEN TRUE THEN jsonb_build_array(jsonb_build_object('clause', '第十条'::text, 'lane', '复效答复'::text, 'due', to_jsonb("#132"))) ELSE '[]'::jsonb END END AS "promises",
  "#134" AS "settled"
FROM "#step12"
