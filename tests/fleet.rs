//! Fleets, by hand.

use accelspec::{Catalog, CompareError, Currency, ExchangeRate, Fleet, FleetError, Metric, Ratio, break_even};

fn fleet(name: &str, count: u64) -> Fleet<'static> {
    Fleet::of(Catalog::builtin().find_product(name).expect("in the catalog"), count).expect("at least one")
}

#[test]
fn a_fleet_of_none_is_none() {
    let error = Fleet::of(Catalog::builtin().find("H100").expect("built in"), 0).expect_err("none");
    assert_eq!(error.to_string(), "a fleet of no NVIDIA H100 SXM5 80GB; ask for at least one");
}

#[test]
fn a_fleet_has_so_many_times_what_one_has() {
    // 700 W, 80 GB, 989.4 TFLOP/s, 60 million won; a year has 8,760 hours.
    let h100s = fleet("H100", 10_000);
    assert_eq!((h100s.count(), h100s.product().id().as_str()), (10_000, "nvidia-h100-sxm5-80gb"));
    assert_eq!(h100s.power().expect("recorded").to_string(), "7 MW");
    assert_eq!(h100s.memory().expect("recorded").to_string(), "800 TB");
    assert_eq!(h100s.peak("bf16".parse().expect("a key")).expect("recorded").to_string(), "9.894 EOP/s");
    assert_eq!(h100s.price(Currency::Krw).expect("recorded").to_string(), "600 G KRW");
    let year = h100s.energy_per_year("50 %".parse().expect("a share")).expect("recorded");
    assert_eq!(year.watt_hours(), "30.66 GWh");
    let share = h100s.utilization_for("6.132 GWh".parse().expect("an energy")).expect("recorded");
    assert_eq!(format!("{share:.3}"), "10.000 %");
}

#[test]
fn overheads_are_stated_and_multiply() {
    let ratio = |number| Ratio::new(number).expect("in range");
    let building = fleet("H100", 1000).with_overhead(ratio(1.5)).with_overhead(ratio(1.2));
    assert_eq!(format!("{:.2}", building.power().expect("recorded")), "1.26 MW");
}

#[test]
fn a_system_without_a_design_power_draws_the_most_it_is_said_to() {
    assert_eq!(fleet("GB200 NVL72", 10).power().expect("recorded").to_string(), "1.2 MW");
    let error = fleet("Mach-1", 10).power().expect_err("undisclosed");
    assert!(matches!(error, CompareError::Absent { .. }) && error.to_string().starts_with("tdp of "), "{error}");
}

#[test]
fn matching_rounds_up_to_whole_products() {
    let matched = |name, count, other, metric: &str| {
        let other = Catalog::builtin().find(other).expect("in the catalog");
        fleet(name, count).matched_by(other, metric.parse().expect("a metric")).expect("recorded").count()
    };
    // 8,000 times 1978.9 over 4500 is 3518.04; 192 over 80 is 2.4; 10 times 80 over 80 is 10 and no more.
    assert_eq!(matched("H100", 8000, "B200", "peak fp8"), 3519);
    assert_eq!(matched("MI300X", 1, "H100", "memory-capacity"), 3);
    assert_eq!(matched("H100", 10, "H100", "memory-capacity"), 10);
    assert_eq!(matched("MI300X", 5, "H100", "memory-capacity"), 12);
    assert_eq!(matched("H100", 7, "A100 SXM4 80GB", "memory-capacity"), 7);
    // 814 mm² are eleven times 74 mm², but 11.000000000000002 times in binary.
    let text = "[[source]]\nid = \"s\"\npublisher = \"P\"\ntitle = \"T\"\nurl = \"https://example.com/t\"\nevidence = \"datasheet\"\n\n\
                [[accelerator]]\nid = \"a\"\nname = \"A\"\nvendor = \"V\"\nkind = \"asic\"\ndie-area = { value = \"74 mm²\", source = \"s\" }\n";
    let small = Catalog::from_toml("mine.toml", text).expect("good");
    let tiles = fleet("H100", 1).matched_by(small.get("a").expect("there"), Metric::DieArea).expect("recorded");
    assert_eq!(tiles.count(), 11);
    let error = fleet("H100", 8).matched_by(Catalog::builtin().find("B200").expect("built in"), Metric::Tdp);
    assert!(matches!(error, Err(FleetError::NotAdditive { metric: Metric::Tdp })));
}

#[test]
fn an_exchange_rate_is_shown_with_its_date() {
    let rate = ExchangeRate::new(
        "1 USD".parse().expect("money"),
        "1,300 KRW".parse().expect("money"),
        "2024-06".parse().expect("a date"),
    );
    assert_eq!(rate.to_string(), "1 USD = 1300 KRW in 2024-06");
}

#[test]
fn prices_in_two_currencies_have_no_break_even() {
    assert!(break_even("4,500 USD".parse().expect("money"), "1 EUR".parse().expect("money")).is_err());
}
