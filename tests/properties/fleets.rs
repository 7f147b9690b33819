//! Laws of fleets, over the built-in catalog.

use accelspec::{Accelerator, Catalog, ExchangeRate, Fleet, Metric, Quantity, Ratio, break_even, dimension::Share};
use proptest::prelude::*;
use proptest::sample::select;

fn powered() -> impl Strategy<Value = &'static Accelerator> {
    select(Catalog::builtin().accelerators().filter(|accelerator| accelerator.tdp().is_ok()).collect::<Vec<_>>())
}

fn fleet(of: &Accelerator, count: u64) -> Fleet<'_> {
    Fleet::of(of, count).expect("at least one")
}

fn share(of_one: f64) -> Quantity<Share> {
    Quantity::from_base(of_one).expect("a share")
}

fn close(one: f64, other: f64) -> bool {
    (one / other - 1.0).abs() < 1e-12
}

proptest! {
    #[test]
    fn energy_is_linear_in_count_and_in_utilisation(of in powered(), count in 1..10_000_000u64, times in 1..50u64, part in 0.01..1.0f64) {
        let energy = |count, part| fleet(of, count).energy_per_year(share(part)).expect("powered").base();
        prop_assert!(close(energy(count * times, part), energy(count, part) * f64::from(u32::try_from(times).expect("small"))));
        prop_assert!(close(energy(count, part), energy(count, 1.0) * part));
    }

    #[test]
    fn the_utilisation_for_an_energy_gives_that_energy(of in powered(), count in 1..10_000_000u64, part in 0.01..1.0f64, overhead in 1.0..3.0f64) {
        let fleet = fleet(of, count).with_overhead(Ratio::new(overhead).expect("in range"));
        let energy = fleet.energy_per_year(share(part)).expect("powered");
        prop_assert!(close(fleet.utilization_for(energy).expect("powered").base(), part));
    }

    #[test]
    fn overheads_multiply(of in powered(), one in 1.0..3.0f64, other in 1.0..3.0f64) {
        let fleet = fleet(of, 8);
        let by = |fleet: Fleet<'static>, factor: f64| fleet.with_overhead(Ratio::new(factor).expect("in range"));
        let power = |fleet: Fleet<'_>| fleet.power().expect("powered").base();
        prop_assert!(close(power(by(by(fleet, one), other)), power(fleet) * one * other));
    }

    #[test]
    fn matching_and_back_loses_nothing_but_rounding_up(
        a in select(Catalog::builtin().accelerators().collect::<Vec<_>>()),
        b in select(Catalog::builtin().accelerators().collect::<Vec<_>>()),
        count in 1..1_000_000u64,
    ) {
        for metric in [Metric::MemoryCapacity, Metric::MemoryBandwidth, "peak bf16".parse().expect("a metric")] {
            let asked = fleet(a, count);
            let Ok(there) = asked.matched_by(b, metric) else { continue };
            let back = there.matched_by(a, metric).expect("the same two figures").count();
            // One of the other product more than needed can be worth several of this one.
            let spare = fleet(b, 1).matched_by(a, metric).expect("the same two figures").count();
            prop_assert!(back >= count && back <= count + spare, "{} of {} and {}", metric, back, count);
        }
    }

    #[test]
    fn converting_and_back_gives_the_amount(amount in 1..1_000_000_000u64, rate in 1..5000u32) {
        let rate = ExchangeRate::new("1 USD".parse().expect("money"), format!("{rate} KRW").parse().expect("money"), "2024".parse().expect("a date"));
        let dollars: Quantity<_> = format!("{amount} USD").parse().expect("money");
        let back = rate.convert(rate.convert(dollars).expect("dollars")).expect("won");
        prop_assert!(close(back.base(), dollars.base()) && back.currency() == dollars.currency());
    }

    #[test]
    fn at_the_break_even_both_prices_are_one(year in 1..100_000u32, hour in 1..100u32) {
        let even = break_even(format!("{year} USD").parse().expect("money"), format!("{hour} USD").parse().expect("money")).expect("one currency");
        prop_assert!(close(even.time.base() / 3600.0 * f64::from(hour), f64::from(year)));
        prop_assert!(close(even.share_of_year.base() * 8760.0 * f64::from(hour), f64::from(year)));
    }
}
