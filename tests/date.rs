//! Dates: what is a date, and when one lies before another.

use accelspec::Date;
use proptest::prelude::*;

fn date(text: &str) -> Date {
    text.parse().unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn what_is_no_date_is_refused() {
    let refused = [
        "",
        "24",
        "2024-",
        "2024-0",
        "2024-00",
        "2024-13",
        "2024-1",
        "2024-Q0",
        "2024-Q5",
        "2024-H3",
        "2024-Q",
        "2024-02-30",
        "2023-02-29",
        "1900-02-29",
        "2024-04-31",
        "2024-06-31",
        "2024-09-31",
        "2024-11-31",
        "2024-01-00",
        "2024-01-32",
        "2024-1-01",
        "2024-01-1",
        "2024-01-01-",
        "02024",
        "+2024",
        "2024/01/01",
        " 2024",
        "２０２４",
    ];
    for text in refused {
        assert!(text.parse::<Date>().is_err(), "{text}");
    }
    for text in ["2024-02-29", "2000-02-29", "2023-02-28", "2024-12-31", "0001-01-01", "2024-04-30"] {
        assert_eq!(date(text).to_string(), text);
    }
}

#[test]
fn a_date_lies_before_another_only_when_the_whole_of_it_does() {
    let ascending = [
        "2022",
        "2023-H1",
        "2023-Q3",
        "2023-10",
        "2023-11-05",
        "2023-11-06",
        "2023-12",
        "2024-Q1",
        "2024-04",
        "2024-H2",
    ];
    for (index, earlier) in ascending.iter().enumerate() {
        for later in &ascending[index + 1..] {
            assert!(date(earlier).is_before(date(later)), "{earlier} {later}");
            assert!(!date(later).is_before(date(earlier)), "{later} {earlier}");
        }
    }
    let overlapping = [
        ("2023", "2023-12-31"),
        ("2023-H2", "2023-07"),
        ("2023-Q4", "2023-10-01"),
        ("2023-Q2", "2023-H1"),
        ("2023-03", "2023-03-31"),
    ];
    for (one, other) in overlapping {
        assert!(!date(one).is_before(date(other)) && !date(other).is_before(date(one)), "{one} {other}");
    }
}

#[test]
fn a_date_lies_within_a_span_only_when_the_whole_of_it_does() {
    let within = |text, from, to| date(text).is_within(date(from), date(to));
    assert!(within("2023-Q2", "2023-04", "2023-06"));
    assert!(within("2023-H2", "2023-07-01", "2023"));
    assert!(!within("2023-Q2", "2023-05", "2023-06"));
    assert!(!within("2023-Q2", "2023-04", "2023-05"));
    assert!(!within("2023", "2023-01-02", "2024"));
    assert!(!within("2025", "2023", "2024"));
}

fn any_date() -> impl Strategy<Value = String> {
    prop_oneof![
        (1990..2040u16).prop_map(|year| format!("{year}")),
        (1990..2040u16, 1..3u8).prop_map(|(year, half)| format!("{year}-H{half}")),
        (1990..2040u16, 1..5u8).prop_map(|(year, quarter)| format!("{year}-Q{quarter}")),
        (1990..2040u16, 1..13u8).prop_map(|(year, month)| format!("{year}-{month:02}")),
        (1990..2040u16, 1..13u8, 1..29u8).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}")),
    ]
}

proptest! {
    #[test]
    fn reading_is_the_inverse_of_showing(text in any_date()) {
        prop_assert_eq!(date(&text).to_string(), text);
    }

    #[test]
    fn before_is_a_strict_order(a in any_date(), b in any_date(), c in any_date()) {
        let (a, b, c) = (date(&a), date(&b), date(&c));
        prop_assert!(!a.is_before(a));
        prop_assert!(!(a.is_before(b) && b.is_before(a)));
        prop_assert!(!(a.is_before(b) && b.is_before(c)) || a.is_before(c));
    }

    #[test]
    fn what_lies_within_lies_neither_before_nor_after(a in any_date(), from in any_date(), to in any_date()) {
        let (a, from, to) = (date(&a), date(&from), date(&to));
        prop_assert!(a.is_within(a, a));
        if a.is_within(from, to) {
            prop_assert!(!a.is_before(from) && !to.is_before(a));
        }
    }

    #[test]
    fn any_text_is_a_date_or_not(text in "[0-9HQ-]{0,12}") {
        if let Ok(date) = text.parse::<Date>() {
            prop_assert_eq!(date.to_string(), text);
        }
    }
}
