//! Laws of the resource bound, of rooflines, and of what an audit says.

use accelspec::{
    Accelerator, Bound, Catalog, Composed, Quantity, Ratio, Resource, ResourceBound, Roofline, SpecFile, Verdict,
    audit, dimension::OperationsPerByte,
};
use proptest::prelude::*;
use proptest::sample::select;

const RESOURCES: [Resource; 3] = [Resource::Operations, Resource::MemoryBytes, Resource::LinkBytes];

fn ratio(number: f64) -> Ratio {
    Ratio::new(number).expect("in range")
}

fn rates() -> impl Strategy<Value = [f64; 3]> {
    prop::array::uniform3(1e-3..1e3f64)
}

/// The time of work on rates, where the resources are used one after the other, and where they overlap.
fn times(work: [f64; 3], rates: [f64; 3]) -> [f64; 2] {
    let parts = [0, 1, 2].map(|resource| work[resource] / rates[resource]);
    [parts.iter().sum(), parts.into_iter().fold(0.0, f64::max)]
}

fn bound(subject: [f64; 3], baseline: [f64; 3]) -> ResourceBound {
    let ratios = [0, 1, 2].map(|index| (RESOURCES[index], ratio(subject[index] / baseline[index])));
    ResourceBound::of(&ratios).expect("three resources")
}

fn roofline(peak: f64, bandwidth: f64) -> Roofline {
    Roofline::new(Quantity::from_base(peak).expect("a rate"), Quantity::from_base(bandwidth).expect("a bandwidth"))
}

fn intensity(number: f64) -> Quantity<OperationsPerByte> {
    Quantity::from_base(number).expect("an intensity")
}

fn accelerator() -> impl Strategy<Value = &'static Accelerator> {
    select(Catalog::builtin().accelerators().collect::<Vec<_>>())
}

/// The verdict on a claim of one accelerator against another.
fn verdict(a: &Accelerator, b: &Accelerator, ratio: &str, rest: &str) -> Verdict {
    let text = format!(
        "[[claim]]\nid = \"mine\"\nsubject = \"{}\"\nbaseline = \"{}\"\nratio = \"{ratio}\"\nas-printed = \"so\"\nsource = \
         \"epoch-ml-hardware\"\n{rest}\n",
        a.id, b.id
    );
    let catalog = Catalog::builtin().with_files(&[SpecFile::new("mine.toml", text)]).expect("good");
    audit(&catalog, catalog.claim("mine").expect("added")).verdict
}

proptest! {
    #[test]
    fn speedup_lies_in_the_bound(work in prop::array::uniform3(0.0..1e3f64), subject in rates(), baseline in rates()) {
        prop_assume!(work.iter().any(|amount| *amount > 0.0));
        let bound = bound(subject, baseline);
        for (slow, fast) in times(work, baseline).into_iter().zip(times(work, subject)) {
            let speedup = slow / fast;
            prop_assert!(speedup >= bound.low().get() * (1.0 - 1e-12) && speedup <= bound.high().get() * (1.0 + 1e-12), "{}", speedup);
        }
    }

    #[test]
    fn work_of_one_resource_reaches_each_end(amount in 1e-3..1e3f64, subject in rates(), baseline in rates()) {
        let bound = bound(subject, baseline);
        for (resource, end) in [(bound.lowest(), bound.low()), (bound.highest(), bound.high())] {
            let work = RESOURCES.map(|known| if known == resource { amount } else { 0.0 });
            for (slow, fast) in times(work, baseline).into_iter().zip(times(work, subject)) {
                prop_assert!((slow / fast / end.get() - 1.0).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn a_bound_and_another_hold_what_either_holds(a in rates(), b in rates(), c in rates(), d in rates()) {
        let (one, other) = (bound(a, b), bound(c, d));
        let both = one.or(other);
        prop_assert_eq!(both.low(), one.low().min(other.low()));
        prop_assert_eq!(both.high(), one.high().max(other.high()));
        prop_assert_eq!(both, both.or(one));
    }

    #[test]
    fn of_equal_ends_the_first_names_the_resource(at in 1e-3..1e3f64) {
        let of = |resource| ResourceBound::of(&[(resource, ratio(at))]).expect("one resource");
        for one in RESOURCES {
            for other in RESOURCES {
                prop_assert_eq!(of(one).or(of(other)), of(one));
            }
        }
    }

    #[test]
    fn a_roofline_rises_to_its_peak_and_no_further(peak in 1e9..1e16f64, bandwidth in 1e9..1e14f64, low in 1e-3..1e6f64, more in 1.0..1e3f64) {
        let roofline = roofline(peak, bandwidth);
        let (here, further) = (roofline.attainable(intensity(low)), roofline.attainable(intensity(low * more)));
        prop_assert!(here <= further && further <= roofline.peak());
        prop_assert!(here.base() <= low * bandwidth * (1.0 + 1e-12));
    }

    #[test]
    fn a_roofline_is_continuous_at_its_ridge(peak in 1e9..1e16f64, bandwidth in 1e9..1e14f64, step in 1e-9..1e-3f64) {
        let roofline = roofline(peak, bandwidth);
        let ridge = roofline.ridge().base();
        let before = roofline.attainable(intensity(ridge * (1.0 - step))).base();
        let after = roofline.attainable(intensity(ridge * (1.0 + step))).base();
        prop_assert!((after - before).abs() <= peak * step * 1.000_001);
        prop_assert!((roofline.attainable(roofline.ridge()).base() / peak - 1.0).abs() < 1e-12);
    }

    #[test]
    fn two_rooflines_never_differ_by_more_than_their_rates(a in rates(), b in rates(), at in 1e-3..1e6f64) {
        let (one, other) = (roofline(a[0], a[1]), roofline(b[0], b[1]));
        let speedup = one.speedup_over(&other, intensity(at));
        let bound = ResourceBound::of(&[
            (Resource::Operations, one.peak() / other.peak()),
            (Resource::MemoryBytes, one.bandwidth() / other.bandwidth()),
        ]).expect("two resources");
        prop_assert!(speedup.get() >= bound.low().get() * (1.0 - 1e-12) && speedup.get() <= bound.high().get() * (1.0 + 1e-12));
    }

    #[test]
    fn chains_are_associative(ratios in prop::array::uniform3(1e-3..1e3f64), bounds in prop::array::uniform3(select(vec![Bound::UpTo, Bound::About, Bound::AtLeast, Bound::Exactly]))) {
        let [a, b, c] = [0, 1, 2].map(|index| Composed { ratio: ratio(ratios[index]), bound: Some(bounds[index]) });
        let (left, right) = (a.then(b).then(c), a.then(b.then(c)));
        prop_assert_eq!(left.bound, right.bound);
        prop_assert!((left.ratio.get() / right.ratio.get() - 1.0).abs() < 1e-14);
        prop_assert_eq!(a.then(Composed::NOTHING), a);
        let (reversed, there) = (b.reversed().then(a.reversed()), a.then(b).reversed());
        prop_assert_eq!(reversed.bound, there.bound);
        prop_assert!((reversed.ratio.get() / there.ratio.get() - 1.0).abs() < 1e-14);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn more_of_both_sides_changes_no_verdict(a in accelerator(), b in accelerator(), claimed in 1..40u32, units in (1..9u32, 1..9u32), times in 2..50u32) {
        let counted = |times: u32| {
            let rest = format!(
                "metric = \"throughput\"\nbound = \"about\"\nsubject-units = {}\nbaseline-units = {}",
                units.0 * times,
                units.1 * times
            );
            verdict(a, b, &claimed.to_string(), &rest)
        };
        prop_assert_eq!(counted(1), counted(times));
    }

    #[test]
    fn more_than_beyond_is_beyond(a in accelerator(), b in accelerator(), claimed in 1..40u32, more in 1..40u32) {
        let rest = "metric = \"throughput\"\nbound = \"about\"\nsubject-units = 1\nbaseline-units = 1";
        if verdict(a, b, &claimed.to_string(), rest) == Verdict::Beyond {
            prop_assert_eq!(verdict(a, b, &(claimed + more).to_string(), rest), Verdict::Beyond);
        }
        if verdict(a, b, &(claimed + more).to_string(), rest) == Verdict::Below {
            prop_assert_eq!(verdict(a, b, &claimed.to_string(), rest), Verdict::Below);
        }
    }

    #[test]
    fn what_is_at_least_so_much_is_at_least_less(a in accelerator(), b in accelerator(), claimed in 2..400u32, less in 1..400u32) {
        let rest = "metric = \"memory-capacity\"\nbound = \"at-least\"";
        let tenths = |tenths: u32| format!("{}.{}", tenths / 10, tenths % 10);
        let less = claimed.saturating_sub(less).max(1);
        if verdict(a, b, &tenths(claimed), rest) == Verdict::Confirmed {
            prop_assert_eq!(verdict(a, b, &tenths(less), rest), Verdict::Confirmed);
        }
    }
}
