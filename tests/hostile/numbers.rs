//! Numbers at the ends of what can be written.

use std::fmt::Write;

use accelspec::dimension::{OperationRate, Power};
use accelspec::{
    Catalog, Fleet, Metric, PrintedRatio, Quantity, Ratio, Roofline, audit_all, chains, compare, pareto, rank, tally,
};

use super::{ACCELERATOR, SHEET, loads, refused_lines};

/// A power in these words is refused, and what is wrong with it.
#[track_caller]
fn refused_power(value: &str, wrong: &str) {
    refused_lines(
        &format!("tdp = {{ value = \"{value}\", source = \"sheet\" }}\n"),
        &[&format!("mine.toml:12:17: `{value}` is not a power: {wrong}")],
    );
}

/// A power in these words is one of so many watts, to the last bit.
#[track_caller]
fn is_power(value: &str, watts: f64) {
    let catalog = loads(&format!("{SHEET}{ACCELERATOR}tdp = {{ value = \"{value}\", source = \"sheet\" }}\n"));
    let power = catalog.find("acme a1").expect("loaded").tdp().expect("recorded");
    assert_eq!(power.base().to_bits(), watts.to_bits());
}

#[test]
fn a_number_beyond_any_scale() {
    let beyond = "it is beyond any physical scale; check the number and the unit";
    for value in [
        "1e308 W",
        "1e400 W",
        "5e-324 W",
        "1e-400 W",
        "1e58 GW",
        "1e2147483647 W",
        "1e-2147483648 W",
        "1.5e-2147483648 W",
        "1.5e2147483647 kW",
        "1e99999999999999999999 W",
        "0e99999999999999999999 W",
    ] {
        refused_power(value, beyond);
    }
    refused_lines(
        "memory-capacity = { value = \"1e308 TB\", source = \"sheet\" }\n",
        &[
            "mine.toml:12:29: `1e308 TB` is not an amount of memory: it is beyond any physical scale; check the number and the unit",
        ],
    );
}

#[test]
fn what_is_no_number_or_not_above_zero() {
    let none = "it does not begin with a number; write digits, then the unit";
    for value in ["nan W", "NaN", "inf W", "infinity", "+1 W", ".5 W", "１０ W", "1. W"] {
        refused_power(value, none);
    }
    let zero = "it is not above zero; leave the figure out, or write `absent = \"undisclosed\"`";
    for value in ["0 W", "-0 W", "0.000 W", "0e5 W", "-1e999 W", "−5 W"] {
        refused_power(value, zero);
    }
}

#[test]
fn numbers_of_toml_itself_are_no_figures() {
    for (value, shown) in [
        ("1e15", "floating point `1000000000000000.0`"),
        ("1e308", &format!("floating point `1{}… (328 characters)", "0".repeat(103))),
        ("nan", "floating point `NaN`"),
        ("-inf", "floating point `-inf`"),
        ("-0", "integer `0`"),
        ("9223372036854775807", "integer `9223372036854775807`"),
        ("11111111111111111111", "integer `11111111111111111111`"),
    ] {
        refused_lines(
            &format!("tdp = {value}\n"),
            &[&format!(
                "mine.toml:12:7: expected a table, found {shown}; write it as {{ value = \"…\", source = \"…\" }}"
            )],
        );
    }
    refused_lines(
        &format!("tdp = {}\n", "1".repeat(10_000)),
        &["mine.toml:12:7: integer number overflowed; check this row against the format"],
    );
}

#[test]
fn many_digits_are_read_to_the_last_that_counts() {
    is_power("12345678901234567890 W", 12_345_678_901_234_567_890.0);
    is_power(&format!("1.{}1 W", "0".repeat(10_000)), 1.0);
    is_power(&format!("{}7 W", "0".repeat(10_000)), 7.0);
    is_power(&format!("1{}e-10000 W", "0".repeat(10_000)), 1.0);
    is_power("1e60 W", 1e60);
    is_power("1e-60 W", 1e-60);
    let digits = "1".repeat(10_000);
    refused_lines(
        &format!("tdp = {{ value = \"{digits} W\", source = \"sheet\" }}\n"),
        &[&format!(
            "mine.toml:12:17: `{}… (10002 characters)` is not a power: it is beyond any physical scale; check the number and the unit",
            "1".repeat(120)
        )],
    );
}

#[test]
fn counts_are_from_one_to_the_largest() {
    let part = |count: &str| {
        format!(
            "{SHEET}{}{ACCELERATOR}parts = [{{ id = \"acme-die\", count = {count}, source = \"sheet\" }}]\n",
            ACCELERATOR.replace("acme-a1", "acme-die").replace("Acme A1", "Acme die")
        )
    };
    assert_eq!(loads(&part("4294967295")).find("acme a1").expect("loaded").units(), 4_294_967_295);
    for (count, found) in [
        ("0", "integer `0`"),
        ("-1", "integer `-1`"),
        ("4294967296", "integer `4294967296`"),
        ("9223372036854775807", "integer `9223372036854775807`"),
        ("18446744073709551615", "integer `18446744073709551615`"),
        ("1.0", "floating point `1.0`"),
    ] {
        super::refused(
            &part(count),
            &[&format!("mine.toml:17:37: expected a whole number above zero, found {found}; write how many there are")],
        );
    }
}

/// A thousand superchips with the largest number of parts, the largest number of times.
#[test]
fn the_largest_counts_of_all_are_counted() {
    let named = |id: &str| ACCELERATOR.replace("acme-a1", id).replace("Acme A1", id);
    let chip = |id: &str| {
        named(id)
            + "parts = [{ id = \"die-1\", count = 4294967295, source = \"sheet\" }, { id = \"die-2\", count = 4294967295, source = \"sheet\" }]\n"
    };
    let member = |id: &str| format!("{{ id = \"{id}\", count = 4294967295, source = \"sheet\" }}");
    let text = format!(
        "{SHEET}{}{}{}{}[[system]]\nid = \"box\"\nname = \"Box\"\nvendor = \"Acme\"\nmembers = [{}, {}]\n",
        named("die-1"),
        named("die-2"),
        chip("duo-1"),
        chip("duo-2"),
        member("duo-1"),
        member("duo-2")
    );
    let catalog = loads(&text);
    let system = catalog.find_system("acme box").expect("loaded");
    assert_eq!(system.accelerators(), 2 * u64::from(u32::MAX));
    assert_eq!(system.units(), u64::MAX);
    assert!(
        !compare(system, catalog.find_system("DGX H100").expect("built in"))
            .expect("two systems")
            .to_string()
            .is_empty()
    );
}

/// Two accelerators, two systems of them and claims between them, with the largest and the smallest of every figure.
fn extremes() -> Catalog {
    let figures = [
        ("transistors", ""),
        ("die-area", " m2"),
        ("tdp", " W"),
        ("max-power", " W"),
        ("memory-capacity", " B"),
        ("memory-bandwidth", " B/s"),
    ];
    let row = |id: &str, signs: [&str; 2]| {
        let mut text = ACCELERATOR.replace("acme-a1", id).replace("Acme A1", id);
        for (key, unit) in figures {
            let sign = signs[usize::from(["die-area", "tdp", "max-power"].contains(&key))];
            let _ = writeln!(text, "{key} = {{ value = \"1e{sign}60{unit}\", source = \"sheet\" }}");
        }
        let sign = signs[0];
        text + &format!(
            "peak = [{{ precision = \"fp8\", engine = \"matrix\", sparsity = \"dense\", value = \"1e{sign}60 op/s\", source = \"sheet\" }}]\n\
             interconnect = [{{ link = \"L\", role = \"scale-up\", direction = \"bidirectional\", value = \"1e{sign}60 B/s\", source = \"sheet\" }}]\n\
             price = [{{ value = \"1e{sign}60 USD\", source = \"sheet\" }}]\n"
        )
    };
    let system = |id: &str, member: &str| {
        format!(
            "[[system]]\nid = \"{id}\"\nname = \"{id}\"\nvendor = \"Acme\"\nmembers = [{{ id = \"{member}\", count = 4294967295, source = \"sheet\" }}]\n"
        )
    };
    let claim = |id: &str, subject: &str, baseline: &str, metric: &str, ratio: &str| {
        format!(
            "[[claim]]\nid = \"{id}\"\nsubject = \"{subject}\"\nbaseline = \"{baseline}\"\nmetric = \"{metric}\"\nratio = \"{ratio}\"\n\
             sense = \"more\"\nbound = \"up-to\"\nas-printed = \"x\"\nsource = \"sheet\"\nsubject-units = 4294967295\nbaseline-units = 1\n"
        )
    };
    let nines = "9".repeat(59);
    let claims = [
        claim("claim-1", "vast", "tiny", "throughput", &nines),
        claim("claim-2", "tiny", "vast", "throughput", &format!("0.{}1", "0".repeat(58))),
        claim("claim-3", "vast-box", "tiny-box", "throughput", &nines),
        claim("claim-4", "vast", "tiny", "memory-bandwidth", &nines),
        claim("claim-5", "tiny", "vast", "memory-bandwidth", &nines),
    ];
    let text = format!(
        "{SHEET}{}{}{}{}{}",
        row("vast", ["", "-"]),
        row("tiny", ["-", ""]),
        system("vast-box", "vast"),
        system("tiny-box", "tiny"),
        claims.concat()
    );
    loads(&text)
}

/// A text that shows results has no number that is none.
#[track_caller]
fn is_finite(text: &str) {
    let words: Vec<_> = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
    assert!(!words.iter().any(|word| ["nan", "inf", "infinity"].contains(&word.as_str())), "{text}");
}

#[test]
fn ratios_of_the_largest_and_the_smallest_are_numbers() {
    let catalog = extremes();
    let pairs = [
        ("vast", "tiny"),
        ("tiny", "vast"),
        ("vast", "vast"),
        ("vast", "H100"),
        ("H100", "tiny"),
        ("vast-box", "tiny-box"),
        ("tiny-box", "vast-box"),
    ];
    let mut compared = 0;
    for (one, other) in pairs {
        let [one, other] = [one, other].map(|name| catalog.find_product(name).expect("loaded"));
        let comparison = compare(one, other).expect("one level");
        is_finite(&comparison.to_string());
        let peaks = ["peak fp8", "peak-per-watt fp8", "bytes-per-operation fp8", "interconnect-bandwidth", "price USD"];
        let metrics = Metric::PLAIN.iter().copied().chain(peaks.map(|metric| metric.parse().expect("a metric")));
        for metric in metrics {
            if let Ok(ratio) = comparison.ratio(metric) {
                assert!(ratio.get().is_finite() && ratio.get() > 0.0, "{metric}: {ratio}");
                is_finite(&ratio.to_string());
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 73);
}

#[test]
fn rankings_and_rooflines_of_them_are_of_numbers() {
    let catalog = extremes();
    for metric in
        ["peak-per-watt fp8", "bytes-per-operation fp8", "bandwidth-per-watt", "transistor-density", "tdp", "price"]
    {
        let metric: Metric = metric.parse().expect("a metric");
        let ranking = rank(catalog.accelerators(), metric);
        assert!(ranking.ranked.len() >= 2);
        assert!(ranking.ranked.iter().all(|ranked| ranked.reading.base().is_finite() && ranked.reading.base() > 0.0));
    }
    let front = pareto(catalog.accelerators(), &["peak fp8".parse().expect("a metric"), Metric::Tdp]);
    let ids: Vec<_> = front.front.iter().map(|point| point.accelerator.id.as_str()).collect();
    assert_eq!(ids, ["vast"]);
    for name in ["vast", "tiny"] {
        let roofline = Roofline::of(catalog.find(name).expect("loaded"), "fp8".parse().expect("a key")).expect("both");
        let ridge = roofline.ridge();
        assert!(ridge.base().is_finite() && ridge.base() > 0.0);
        let attainable = roofline.attainable(ridge);
        assert!(attainable.base().is_finite() && attainable.base() > 0.0);
        is_finite(&format!("{ridge} {attainable} {:?}", roofline.speedup_over(&roofline, ridge)));
    }
}

#[test]
fn fleets_of_them_add_up_to_numbers() {
    let catalog = extremes();
    let largest = Ratio::new(1e60).expect("in range");
    for name in ["vast", "tiny", "vast-box", "tiny-box"] {
        let product = catalog.find_product(name).expect("loaded");
        let fleet = Fleet::of(product, u64::MAX).expect("not empty").with_overhead(largest).with_overhead(largest);
        let totals = [
            fleet.power().map(|total| (total.base(), total.to_string())),
            fleet.memory().map(|total| (total.base(), total.to_string())),
            fleet.peak("fp8".parse().expect("a key")).map(|total| (total.base(), total.to_string())),
            fleet.energy_per_year("100 %".parse().expect("a share")).map(|total| (total.base(), total.watt_hours())),
            fleet.utilization_for("1e60 J".parse().expect("an energy")).map(|share| (share.base(), share.to_string())),
            fleet.price(accelspec::Currency::Usd).map(|total| (total.base(), total.to_string())),
        ];
        for (base, shown) in totals.into_iter().flatten() {
            assert!(base.is_finite() && base > 0.0, "{shown}");
            is_finite(&shown);
        }
        for other in ["vast", "tiny"] {
            let matched = fleet.matched_by(catalog.find(other).expect("loaded"), Metric::MemoryCapacity);
            assert!(matched.expect("both have memory").count() >= 1);
        }
    }
}

#[test]
fn audits_of_them_give_numbers_or_say_why_not() {
    let catalog = extremes();
    let audits = audit_all(&catalog);
    let own: Vec<_> = audits.iter().filter(|audit| audit.claim.id.as_str().starts_with("claim-")).collect();
    assert_eq!(own.len(), 5);
    for audit in own {
        is_finite(&audit.to_string());
    }
    is_finite(&format!("{:?}", tally(&catalog, &audits)));
    let [vast, tiny] = ["vast", "tiny"].map(|name| catalog.find_product(name).expect("loaded"));
    for chain in chains(&catalog, vast, tiny, accelspec::ClaimMetric::Throughput) {
        is_finite(&format!("{chain:?}"));
    }
}

#[test]
fn printed_ratios_at_their_ends() {
    for text in [
        "1e308",
        "nan",
        "inf",
        "-0",
        "0",
        "1/0",
        "0/1",
        "100% less",
        "200 % less",
        "1e400 J to 1 J",
        "1e60 J to 1e-60 J",
        "0 J to 1 J",
    ] {
        let error = text.parse::<PrintedRatio>().expect_err(text);
        assert!(error.to_string().starts_with(&format!("`{text}` is not a ratio; ")), "{error}");
    }
    for text in ["1/99999999999999999999", "0.00000000000000000001", "1e30 J to 1e-29 J", "99.999 % less"] {
        let ratio: PrintedRatio = text.parse().unwrap_or_else(|error| panic!("{error}"));
        for bound in [ratio.low(), ratio.value(), ratio.high()] {
            assert!(bound.get().is_finite() && bound.get() > 0.0, "{text}");
        }
        assert!(ratio.low() <= ratio.value() && ratio.value() <= ratio.high(), "{text}");
    }
    let digits = "9".repeat(10_000);
    assert!(digits.parse::<PrintedRatio>().is_err());
    assert_eq!(format!("1.{}", "0".repeat(10_000)).parse::<PrintedRatio>().map(|ratio| ratio.value().get()), Ok(1.0));
    let rate: Quantity<OperationRate> = "1e60 op/s".parse().expect("the largest");
    let power: Quantity<Power> = "1e-60 W".parse().expect("the smallest");
    assert_eq!((rate / power).base().to_bits(), 1e120_f64.to_bits());
}
