//! Rules of single figures and of lists of them.

use super::refused_figure;

#[test]
fn a_figure_without_value_or_absence() {
    refused_figure(
        r#"tdp = { source = "sheet" }"#,
        &[
            r#"mine.toml:+7:18: a figure has neither `value` nor `absent`; write what the source prints, or `absent = "undisclosed"`"#,
        ],
    );
}

#[test]
fn a_figure_with_value_and_absence() {
    refused_figure(
        r#"tdp = { value = "75 W", absent = "undisclosed", source = "sheet" }"#,
        &["mine.toml:+7:17: a figure has both `value` and `absent`; keep the one that the source supports"],
    );
}

#[test]
fn an_unknown_absence() {
    refused_figure(
        r#"tdp = { absent = "not recorded", source = "sheet" }"#,
        &["mine.toml:+7:18: unknown absence `not recorded`; write one of undisclosed, not-applicable"],
    );
}

#[test]
fn an_unknown_source() {
    refused_figure(
        r#"tdp = { value = "75 W", source = "sheat" }"#,
        &["mine.toml:+7:34: no source `sheat`; did you mean `sheet`?"],
    );
}

#[test]
fn a_value_with_an_unknown_unit() {
    refused_figure(
        r#"tdp = { value = "75 hp", source = "sheet" }"#,
        &["mine.toml:+7:17: `75 hp` is not a power: unknown unit `hp`; write one of mW, W, kW, MW, GW, TW"],
    );
}

#[test]
fn a_value_without_a_unit() {
    refused_figure(
        r#"tdp = { value = "75", source = "sheet" }"#,
        &["mine.toml:+7:17: `75` is not a power: the number has no unit; write one of mW, W, kW, MW, GW, TW"],
    );
}

#[test]
fn a_negative_value() {
    refused_figure(
        r#"tdp = { value = "-75 W", source = "sheet" }"#,
        &[
            r#"mine.toml:+7:17: `-75 W` is not a power: it is not above zero; leave the figure out, or write `absent = "undisclosed"`"#,
        ],
    );
}

#[test]
fn a_zero() {
    refused_figure(
        r#"tdp = { value = "0 W", source = "sheet" }"#,
        &[
            r#"mine.toml:+7:17: `0 W` is not a power: it is not above zero; leave the figure out, or write `absent = "undisclosed"`"#,
        ],
    );
}

#[test]
fn a_value_that_is_no_number() {
    refused_figure(
        r#"tdp = { value = "nan", source = "sheet" }"#,
        &["mine.toml:+7:17: `nan` is not a power: it does not begin with a number; write digits, then the unit"],
    );
}

#[test]
fn infinity() {
    refused_figure(
        r#"tdp = { value = "inf W", source = "sheet" }"#,
        &["mine.toml:+7:17: `inf W` is not a power: it does not begin with a number; write digits, then the unit"],
    );
}

#[test]
fn a_comma_for_a_point() {
    refused_figure(
        r#"tdp = { value = "1,5 W", source = "sheet" }"#,
        &[
            "mine.toml:+7:17: `1,5 W` is not a power: a comma separates groups of three digits; write a decimal point for a fraction",
        ],
    );
}

#[test]
fn a_value_out_of_range() {
    refused_figure(
        r#"tdp = { value = "1e400 W", source = "sheet" }"#,
        &["mine.toml:+7:17: `1e400 W` is not a power: it is beyond any physical scale; check the number and the unit"],
    );
}

#[test]
fn an_empty_value() {
    refused_figure(
        r#"process = { value = " ", source = "sheet" }"#,
        &["mine.toml:+7:21: `value` is empty; write something or leave the key out"],
    );
}

#[test]
fn an_unknown_currency() {
    refused_figure(
        r#"price = [{ value = "1 USD", source = "sheet" }, { value = "5 DM", source = "sheet", basis = "gift", date = "now" }]"#,
        &[
            "mine.toml:+7:59: `5 DM` is not an amount of money: unknown unit `DM`; write a currency code (CNY, EUR, GBP, INR, JPY, KRW, TWD, USD), with M, G, T before it for large amounts",
            "mine.toml:+7:93: unknown price basis `gift`; write one of list, report, street, estimate",
            "mine.toml:+7:108: `now` is not a date; write YYYY, YYYY-H1, YYYY-Q1, YYYY-MM or YYYY-MM-DD",
        ],
    );
}

#[test]
fn a_preferred_rumour() {
    refused_figure(
        r#"tdp = { value = "75 W", source = "gossip" }"#,
        &["mine.toml:+7:34: a rumour is never the preferred value; move it to `also`, or leave it out"],
    );
}

#[test]
fn a_preferred_value_on_weaker_evidence() {
    refused_figure(
        r#"tdp = { value = "75 W", source = "blog", also = [{ value = "70 W", source = "sheet", why = "older" }] }"#,
        &[
            r#"mine.toml:+7:34: the preferred value stands on press evidence, but `also` has datasheet evidence, which is stronger; prefer that, or say `because = "…"`"#,
        ],
    );
}

#[test]
fn the_second_dissent() {
    refused_figure(
        r#"tdp = { value = "75 W", source = "sheet", also = [
  { value = "80 W", source = "blog", why = "rounded" },
  { value = "80 hp", source = "blogg", why = "", qualifiers = ["about", "roughly"] },
] }"#,
        &[
            "mine.toml:+9:13: `80 hp` is not a power: unknown unit `hp`; write one of mW, W, kW, MW, GW, TW",
            "mine.toml:+9:31: no source `blogg`; did you mean `blog`?",
            "mine.toml:+9:46: `why` is empty; write something or leave the key out",
            "mine.toml:+9:73: unknown qualifier `roughly`; write one of up-to, about, at-least, preliminary, configurable, board-power, graphics-power, projected, derived",
        ],
    );
}

#[test]
fn the_second_qualifier() {
    refused_figure(
        r#"tdp = { value = "75 W", source = "sheet", qualifiers = ["up-to", "roughly"] }"#,
        &[
            "mine.toml:+7:66: unknown qualifier `roughly`; write one of up-to, about, at-least, preliminary, configurable, board-power, graphics-power, projected, derived",
        ],
    );
}

#[test]
fn a_release_before_the_announcement() {
    refused_figure(
        r#"released = { value = "2023", source = "sheet" }
announced = { value = "2024-01", source = "sheet" }"#,
        &["mine.toml:+7:22: released 2023, before it was announced on 2024-01; check both dates"],
    );
}

#[test]
fn unknown_words_and_dates() {
    refused_figure(
        r#"status = { value = "sold", source = "sheet" }
announced = { value = "soon", source = "sheet" }"#,
        &[
            "mine.toml:+7:20: unknown status `sold`; write one of announced, sampling, shipping, discontinued, cancelled",
            "mine.toml:+8:23: `soon` is not a date; write YYYY, YYYY-H1, YYYY-Q1, YYYY-MM or YYYY-MM-DD",
        ],
    );
}

#[test]
fn a_sparse_rate_below_the_dense() {
    refused_figure(
        r#"peak = [
  { precision = "int8", engine = "matrix", sparsity = "dense", value = "100 TOP/s", source = "sheet" },
  { precision = "int8", engine = "matrix", sparsity = "2:4", value = "50 TOP/s", source = "sheet" },
]"#,
        &[
            "mine.toml:+9:70: the int8 matrix 2:4 rate 50 TOP/s is below the dense 100 TOP/s; check which of the two is which",
        ],
    );
}

#[test]
fn a_rate_without_its_key() {
    refused_figure(
        r#"peak = [
  { precision = "int8", engine = "matrix", sparsity = "dense", value = "100 TOP/s", source = "sheet" },
  { precision = "int8", value = "50 TOP/s", source = "sheet" },
]"#,
        &[
            r#"mine.toml:+9:33: a peak rate without `engine`; name it, or write `engine = "unstated"` (only an absence may leave it out)"#,
        ],
    );
}

#[test]
fn two_rates_under_one_key() {
    refused_figure(
        r#"peak = [
  { precision = "int8", engine = "matrix", sparsity = "dense", value = "100 TOP/s", source = "sheet" },
  { precision = "int8", engine = "matrix", sparsity = "dense", value = "50 TOP/s", source = "sheet" },
]"#,
        &["mine.toml:+9:72: two figures for `peak int8 matrix dense`; keep one and move the other to its `also`"],
    );
}

#[test]
fn two_absences_under_one_pattern() {
    refused_figure(
        r#"peak = [
  { precision = "fp4", absent = "not-applicable", source = "sheet" },
  { precision = "fp4", absent = "undisclosed", source = "sheet" },
]"#,
        &["mine.toml:+9:33: two figures for `peak fp4`; keep one and move the other to its `also`"],
    );
}

#[test]
fn unknown_words_of_a_rate() {
    refused_figure(
        r#"peak = [
  { precision = "int8", engine = "matrix", sparsity = "dense", value = "100 TOP/s", source = "sheet" },
  { precision = "half", engine = "tensor", sparsity = "none", value = "100 TOP/s", source = "sheet" },
]"#,
        &[
            "mine.toml:+9:17: unknown precision `half`; write one of fp64, fp32, tf32, bf16, fp16, fp8, fp6, fp4, nvfp4, mxfp8, mxfp6, mxfp4, int16, int8, int4, unstated",
            "mine.toml:+9:34: unknown engine `tensor`; write one of matrix, vector, unstated",
            "mine.toml:+9:55: unknown sparsity `none`; write one of dense, 2:4, structured, unstated",
        ],
    );
}

#[test]
fn a_link_without_its_key() {
    refused_figure(
        r#"interconnect = [
  { link = "L", role = "scale-up", direction = "unstated", value = "1 GB/s", source = "sheet" },
  { link = "L", value = "1 GB/s", source = "sheet" },
]"#,
        &["mine.toml:+9:25: a link bandwidth without `role`; name it (only an absence may leave it out)"],
    );
}

#[test]
fn two_figures_of_one_link() {
    refused_figure(
        r#"interconnect = [
  { link = "L", role = "scale-up", direction = "unstated", value = "1 GB/s", source = "sheet" },
  { link = "L", role = "scale-up", direction = "unstated", value = "2 GB/s", source = "sheet" },
]"#,
        &["mine.toml:+9:68: two figures for `L scale-up unstated`; keep one and move the other to its `also`"],
    );
}

#[test]
fn unknown_words_of_a_link() {
    refused_figure(
        r#"interconnect = [
  { link = "L", role = "scale-up", direction = "unstated", value = "1 GB/s", source = "sheet" },
  { link = "", role = "sideways", direction = "both", value = "1 Gbd", source = "sheet" },
]"#,
        &[
            "mine.toml:+9:12: `link` is empty; write something or leave the key out",
            "mine.toml:+9:23: unknown link role `sideways`; write one of scale-up, scale-out, host, die-to-die",
            "mine.toml:+9:47: unknown direction `both`; write one of bidirectional, per-direction, unstated",
            "mine.toml:+9:63: `1 Gbd` is not a bandwidth: unknown unit `Gbd`; write one of B/s, kB/s, MB/s, GB/s, TB/s, PB/s, EB/s",
        ],
    );
}

#[test]
fn two_figures_of_one_level() {
    refused_figure(
        r#"on-chip-memory = [
  { level = "l2", value = "1 MB", source = "sheet" },
  { level = "l2", value = "2 MB", source = "sheet" },
]"#,
        &["mine.toml:+9:27: two figures for `on-chip-memory l2`; keep one and move the other to its `also`"],
    );
}

#[test]
fn two_prices_in_one_currency() {
    refused_figure(
        r#"price = [
  { value = "1 USD", source = "sheet" },
  { value = "2 USD", source = "sheet" },
]"#,
        &["mine.toml:+9:13: two figures for `price USD`; keep one and move the other to its `also`"],
    );
}

#[test]
fn an_unknown_key_near_a_known_one() {
    refused_figure(
        r#"tpd = { value = "75 W", source = "sheet" }"#,
        &["mine.toml:+7:1: unknown key `tpd`; did you mean `tdp`?"],
    );
}

#[test]
fn an_unknown_key_of_a_figure() {
    refused_figure(
        r#"tdp = { valu = "75 W", source = "sheet" }"#,
        &["mine.toml:+7:9: unknown key `valu`; did you mean `value`?"],
    );
}

#[test]
fn a_key_that_resembles_none() {
    refused_figure(
        r#"tdp = { value = "75 W", source = "sheet", horsepower = 7 }"#,
        &[
            "mine.toml:+7:43: unknown key `horsepower`; write one of absent, also, at, because, note, qualifiers, source, value",
        ],
    );
}

#[test]
fn a_figure_without_a_source() {
    refused_figure(r#"tdp = { value = "75 W" }"#, &["mine.toml:+7:7: missing key `source`; add it to this table"]);
}

#[test]
fn a_bare_number_for_a_figure() {
    refused_figure(
        "tdp = 75",
        &[r#"mine.toml:+7:7: expected a table, found integer `75`; write it as { value = "…", source = "…" }"#],
    );
}

#[test]
fn a_bare_number_for_a_value() {
    refused_figure(
        r#"tdp = { value = 75, source = "sheet" }"#,
        &["mine.toml:+7:17: expected a string, found integer `75`; write the text in quotes"],
    );
}

#[test]
fn a_figure_where_a_list_belongs() {
    refused_figure(
        r#"peak = { value = "1 TOP/s", source = "sheet" }"#,
        &["mine.toml:+7:8: expected a list, found a table; write it in [ ]"],
    );
}

#[test]
fn the_place_of_a_text_does_not_depend_on_how_it_is_quoted() {
    let bad = |value: &str| format!("tdp = {{ value = {value}, source = \"sheet\" }}");
    let message = "is not a power: unknown unit `hp`; write one of mW, W, kW, MW, GW, TW";
    for quoted in
        ["\"700 hp\"", "'700 hp'", "\"700 \\u0068p\"", "\"\"\"700 hp\"\"\"", "'''\n700 hp'''", "\"\"\"\r\n700 hp\"\"\""]
    {
        refused_figure(&bad(quoted), &[&format!("mine.toml:+7:17: `700 hp` {message}")]);
    }
    // An equal text without an escape, earlier in the file, is not mistaken for it.
    let earlier = "architecture = { value = \"700 hp\", source = \"sheet\" }\n";
    let escaped = bad("\"700 \\u0068p\"");
    refused_figure(&format!("{earlier}{escaped}"), &[&format!("mine.toml:+8:17: `700 hp` {message}")]);
    refused_figure(&bad("\"\""), &["mine.toml:+7:17: `value` is empty; write something or leave the key out"]);
}
