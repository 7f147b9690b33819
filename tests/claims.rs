//! Claims recomputed from the catalog, against verdicts worked out by hand.

use accelspec::{Agreement, Bound, Catalog, Party, PrintedRatio, Ratio, Sense, SpecFile, recompute, speedup_claims};
use proptest::prelude::*;

#[track_caller]
fn agrees(id: &str, by_hand: f64, agreement: Agreement) {
    let catalog = Catalog::builtin();
    let recomputed = recompute(catalog, catalog.claim(id).expect("recorded")).unwrap_or_else(|error| panic!("{error}"));
    assert!((recomputed.ratio.get() / by_hand - 1.0).abs() < 1e-12, "{} and not {by_hand}", recomputed.ratio);
    assert_eq!(recomputed.agreement, agreement);
}

#[track_caller]
fn is_not_recomputed(id: &str, reason: &str) {
    let catalog = Catalog::builtin();
    let error =
        recompute(catalog, catalog.claim(id).expect("recorded")).expect_err("not about a figure of two products");
    assert_eq!(error.to_string(), reason);
}

#[test]
fn claims_about_figures() {
    agrees("mi300x-vs-h100-capacity-2p4x", 192.0 / 80.0, Agreement::Confirmed);
    agrees("mi300x-vs-h100-bandwidth-1p6x", 5.3 / 3.35, Agreement::Confirmed);
    agrees("mi325x-vs-h200-capacity-1p8x", 256.0 / 141.0, Agreement::ConfirmedWhenRounded);
    agrees("b200-vs-h100-transistors", 208.0 / 80.0, Agreement::Confirmed);
    agrees("h100-vs-a100-transistors", 80.0 / 54.2, Agreement::Confirmed);
    agrees("h100-vs-a100-nvlink-1p5x", 900.0 / 600.0, Agreement::Confirmed);
    agrees("h200-vs-h100-bandwidth-1p4x", 4.8 / 3.35, Agreement::Confirmed);
    agrees("gb200-vs-h100-fp8-theoretical-2p5x", 5000.0 / 1978.9, Agreement::Confirmed);
    agrees("h100-vs-a100-tensor-6x", 1978.9 / 312.0, Agreement::ConfirmedWhenRounded);
    agrees("trainium3-vs-trainium2-4p4x", 144.0 * 2517.0 / (64.0 * 1299.0), Agreement::Confirmed);
    agrees("cloudmatrix384-vs-gb200-nvl72-hbm-3p6x", 49.2 / 13.4, Agreement::Understated);
    agrees("m5-vs-m4-bandwidth-1p3x", 153.0 / 120.0, Agreement::Overstated);
    agrees("wse3-vs-h100-memory-access-6000x", 21.6e15 / 3.35e12, Agreement::Understated);
}

#[test]
fn claims_that_figures_cannot_settle() {
    is_not_recomputed(
        "gb200-nvl72-vs-h100-inference-30x-same-count",
        "throughput is no figure of the catalog, but depends on the work",
    );
    is_not_recomputed(
        "mach1-power-efficiency-8x",
        "performance-per-watt is no figure of the catalog, but depends on the work",
    );
    is_not_recomputed(
        "b200-vs-h100-fp4-peak-5x",
        "the claim does not state the precision of both sides; it holds at 2 of the 6 that both have: fp4 against fp8, fp4 against int8",
    );
    is_not_recomputed("b200-nvlink-vs-pcie-gen5-14x", "`PCIe Gen5 x16` is no product of the catalog");
    is_not_recomputed("gh200-vs-undisclosed-aggregate-bandwidth-30x", "the source does not name the baseline");
    is_not_recomputed(
        "gaudi3-vs-h100-price-half",
        "price rests on prices of one seller and day, which the catalog does not hold",
    );
    is_not_recomputed(
        "h100-vs-a100-same-type-per-sm-2x",
        "the claim speaks of a part, one streaming multiprocessor, and the catalog's figures are of the whole",
    );
}

#[test]
fn every_claim_is_recomputed_or_says_why_not() {
    let catalog = Catalog::builtin();
    assert!(catalog.claims().count() >= 100);
    for claim in catalog.claims() {
        if let Err(error) = recompute(catalog, claim) {
            assert!(!error.to_string().is_empty());
        }
    }
}

#[test]
fn claims_between_two_are_listed() {
    let catalog = Catalog::builtin();
    let (mi300x, h100) = (catalog.find("MI300X").expect("built in"), catalog.find("H100").expect("built in"));
    let claims = speedup_claims(catalog, mi300x, h100);
    assert!(claims.len() >= 4);
    assert!(claims.iter().all(|claim| claim.subject == Party::Product(mi300x.id.clone())));
    assert!(claims.iter().all(|claim| claim.baseline == Party::Product(h100.id.clone())));
    let reverse = speedup_claims(catalog, h100, mi300x);
    assert!(reverse.iter().all(|claim| claim.subject == Party::Product(h100.id.clone())));
}

#[test]
fn a_claim_of_less_is_the_other_way_round() {
    let text = r#"
[[claim]]
id = "mine"
subject = "nvidia-h100-pcie-80gb"
baseline = "nvidia-h100-sxm5-80gb"
metric = "power"
ratio = "2"
bound = "exactly"
sense = "less"
as-printed = "half the power"
source = "epoch-ml-hardware"
"#;
    let catalog = Catalog::builtin().with_files(&[SpecFile::new("mine.toml", text)]).expect("good");
    let recomputed = recompute(&catalog, catalog.claim("mine").expect("added")).expect("both powers are known");
    assert_eq!((recomputed.ratio.get(), recomputed.agreement), (2.0, Agreement::Confirmed));
}

fn of(computed: f64, claimed: &str, bound: Bound) -> Agreement {
    Agreement::of(Ratio::new(computed).expect("in range"), &claimed.parse().expect("a ratio"), bound)
}

#[test]
fn the_bound_says_which_side_counts() {
    use Agreement::{Confirmed, ConfirmedWhenRounded, Overstated, Understated};
    let cases = [
        (1.58, "1.6", Bound::AtLeast, ConfirmedWhenRounded),
        (1.58, "1.6", Bound::About, Confirmed),
        (1.58, "1.6", Bound::UpTo, Confirmed),
        (1.58, "1.6", Bound::Exactly, ConfirmedWhenRounded),
        (1.63, "1.6", Bound::AtLeast, Confirmed),
        (1.63, "1.6", Bound::UpTo, ConfirmedWhenRounded),
        (9.00, "1.6", Bound::AtLeast, Confirmed),
        (9.00, "1.6", Bound::About, Understated),
        (9.00, "1.6", Bound::UpTo, Understated),
        (1.54, "1.6", Bound::AtLeast, Overstated),
        (1.54, "1.6", Bound::About, Overstated),
        (1.54, "1.6", Bound::UpTo, Overstated),
        (1.60, "1.6", Bound::Exactly, Confirmed),
        (1.60, "1.60", Bound::Exactly, Confirmed),
        (1.58, "1.60", Bound::About, Overstated),
        (1.55, "1.6", Bound::About, Confirmed),
        (1.65, "1.6", Bound::About, Confirmed),
    ];
    for (computed, claimed, bound, expected) in cases {
        assert_eq!(of(computed, claimed, bound), expected, "{computed} for {bound} {claimed}");
    }
}

#[test]
fn verdicts_are_shown_in_words() {
    use Agreement::{Confirmed, ConfirmedWhenRounded, Overstated, Understated};
    let shown = [Confirmed, ConfirmedWhenRounded, Overstated, Understated].map(|verdict| verdict.to_string());
    assert_eq!(shown, ["confirmed", "confirmed when rounded", "overstated", "understated"]);
}

#[track_caller]
fn printed(text: &str, sense: Option<Sense>, [low, value, high]: [f64; 3]) {
    let ratio: PrintedRatio = text.parse().expect("a ratio");
    assert_eq!((ratio.to_string().as_str(), ratio.sense()), (text, sense));
    for (number, by_hand) in [(ratio.low(), low), (ratio.value(), value), (ratio.high(), high)] {
        assert!((number.get() / by_hand - 1.0).abs() < 1e-12, "{text}: {number:.9} and not {by_hand}");
    }
}

#[test]
fn ratios_are_read_in_every_form_that_people_print() {
    use Sense::{Less, More};
    printed("30", None, [29.5, 30.0, 30.5]);
    printed("1.60", None, [1.595, 1.6, 1.605]);
    printed("45 % more", Some(More), [1.445, 1.45, 1.455]);
    printed("708% more", Some(More), [8.075, 8.08, 8.085]);
    printed("68 % less", Some(Less), [1.0 / 0.325, 1.0 / 0.32, 1.0 / 0.315]);
    printed("1/8", Some(Less), [7.5, 8.0, 8.5]);
    printed("3/2", Some(More), [1.25, 1.5, 1.75]);
    printed("3/3", Some(More), [2.5 / 3.0, 1.0, 3.5 / 3.0]);
    printed("10 J to 0.4 J", Some(Less), [9.5 / 0.45, 25.0, 10.5 / 0.35]);
    printed("15 MW to 4 MW", Some(Less), [14.5 / 4.5, 3.75, 15.5 / 3.5]);
    printed("8,000 to 2,000", Some(Less), [7999.5 / 2000.5, 4.0, 8000.5 / 1999.5]);
    printed("2 to 8", Some(More), [7.5 / 2.5, 4.0, 8.5 / 1.5]);
    printed("30,678 USD to 15,625 USD", Some(Less), [30_677.5 / 15_625.5, 30_678.0 / 15_625.0, 30_678.5 / 15_624.5]);
    printed("90 s to 1.5 min", Some(Less), [89.5 / 90.0 * 1.5 / 1.55, 1.0, 90.5 / 90.0 * 1.5 / 1.45]);
}

#[test]
fn no_ratio() {
    for text in [
        "",
        "3x",
        "-2",
        "0",
        "1e3",
        "30 % ",
        "0 % more",
        "0 % less",
        "100 % less",
        "99.9 % less more",
        "1/0",
        "0/8",
        "10 J to",
        "10 J to 4 W",
        "5 M KRW to 5 USD",
        " to ",
    ] {
        assert!(text.parse::<PrintedRatio>().is_err(), "{text}");
    }
}

#[test]
fn better_is_always_above_one() {
    let catalog = Catalog::builtin();
    let improvement = |id: &str| catalog.claim(id).expect("recorded").improvement().to_string();
    assert_eq!(improvement("mach1-memory-bottleneck-eighth"), "8.00");
    assert_eq!(improvement("gb200-nvl72-vs-h100-gptmoe-training-4x"), "4.00");
    assert_eq!(improvement("x-elite-vs-i7-cpu-power-68"), "3.12");
}

proptest! {
    #[test]
    fn a_printed_ratio_lies_between_its_bounds(number in 1..1000u32, percent in 1..99u32, from in 1..1000u32, to in 1..1000u32) {
        for text in [format!("{number}"), format!("{number}.5"), format!("{number} % more"), format!("{percent} % less"), format!("1/{number}"), format!("{from} J to {to} kJ")] {
            let ratio: PrintedRatio = text.parse().expect("a ratio");
            prop_assert!(ratio.low() <= ratio.value() && ratio.value() <= ratio.high(), "{}", text);
        }
    }

    #[test]
    fn a_change_and_its_reverse_are_one_ratio(from in 1..1000u32, to in 1..1000u32) {
        let [there, back] = [(from, to), (to, from)].map(|(from, to)| format!("{from} W to {to} W").parse::<PrintedRatio>().expect("a ratio"));
        prop_assert!((there.value().get() / back.value().get() - 1.0).abs() < 1e-12);
        prop_assert!(from == to || there.sense() != back.sense());
    }

    #[test]
    fn a_printed_ratio_reads_back(digits in "[1-9][0-9]{0,3}([.][0-9]{1,3})?") {
        let ratio: PrintedRatio = digits.parse().expect("a ratio");
        prop_assert_eq!(ratio.to_string(), digits);
    }

    #[test]
    fn what_rounds_to_the_claim_is_never_off_it(claimed in 1..10_000u32, share in -0.499..0.499f64) {
        let text = format!("{}.{:02}", claimed / 100, claimed % 100);
        let computed = f64::from(claimed) / 100.0 + share * 0.01;
        for bound in [Bound::About, Bound::AtLeast, Bound::UpTo, Bound::Exactly] {
            prop_assert!(matches!(of(computed, &text, bound), Agreement::Confirmed | Agreement::ConfirmedWhenRounded));
        }
    }

    #[test]
    fn a_claim_that_stands_still_stands_when_the_figures_say_more(claimed in 1..100u32, computed in 0.01..200.0f64, more in 1.0..10.0f64) {
        let text = claimed.to_string();
        if of(computed, &text, Bound::AtLeast) == Agreement::Confirmed {
            prop_assert_eq!(of(computed * more, &text, Bound::AtLeast), Agreement::Confirmed);
        }
        prop_assert_ne!(of(computed, &text, Bound::AtLeast), Agreement::Understated);
    }
}
