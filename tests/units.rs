//! Every unit, with and without its prefixes, by the number of base units that it stands for.

use accelspec::Quantity;
use accelspec::dimension::{
    Area, Bandwidth, BytesPerJoule, BytesPerOperation, Count, Density, Dimension, Duration, Energy, Information,
    OperationRate, OperationsPerByte, OperationsPerJoule, Power, Share,
};

/// Reads `2` of each unit.
#[track_caller]
fn are<D: Dimension>(units: &[(&str, f64)]) {
    for (unit, base) in units {
        let read: Quantity<D> = format!("2 {unit}").parse().unwrap_or_else(|error| panic!("{error}"));
        assert!((read.base() / base / 2.0 - 1.0).abs() < 1e-15, "{unit} is {} and not {base}", read.base() / 2.0);
    }
}

#[track_caller]
fn are_not<D: Dimension>(units: &[&str]) {
    for unit in units {
        assert!(format!("2 {unit}").parse::<Quantity<D>>().is_err(), "{unit}");
    }
}

#[test]
fn prefixes() {
    are::<Power>(&[("W", 1.0), ("kW", 1e3), ("KW", 1e3), ("MW", 1e6), ("GW", 1e9), ("TW", 1e12), ("PW", 1e15)]);
    are::<Power>(&[("EW", 1e18), ("ZW", 1e21), ("mW", 1e-3), ("nW", 1e-9), ("pW", 1e-12)]);
    // The micro sign, the Greek letter, and the letter of a keyboard that has neither.
    are::<Power>(&[("\u{b5}W", 1e-6), ("\u{3bc}W", 1e-6), ("uW", 1e-6)]);
    are::<Information>(&[
        ("KiB", 1024.0),
        ("MiB", 1_048_576.0),
        ("GiB", 1_073_741_824.0),
        ("TiB", 1_099_511_627_776.0),
    ]);
    are::<Information>(&[("PiB", 1_125_899_906_842_624.0)]);
    are_not::<Information>(&["mB", "kiB", "EiB"]);
    are_not::<OperationRate>(&["mFLOP/s", "KiFLOP/s"]);
    are_not::<Area>(&["km²", "kmm²"]);
}

#[test]
fn energy_and_time() {
    are::<Energy>(&[("J", 1.0), ("mJ", 1e-3), ("Wh", 3600.0), ("kWh", 3.6e6), ("TWh", 3.6e15)]);
    are_not::<Energy>(&["mWh"]);
    are::<Duration>(&[("s", 1.0), ("ms", 1e-3), ("min", 60.0), ("h", 3600.0), ("d", 86_400.0), ("y", 31_536_000.0)]);
}

#[test]
fn memory() {
    are::<Information>(&[
        ("B", 1.0),
        ("GB", 1e9),
        ("bit", 0.125),
        ("Gbit", 0.125e9),
        ("b", 0.125),
        ("Gib", 134_217_728.0),
    ]);
    are::<Bandwidth>(&[
        ("GB/s", 1e9),
        ("GiB/s", 1_073_741_824.0),
        ("Gbit/s", 0.125e9),
        ("Gb/s", 0.125e9),
        ("Gbps", 0.125e9),
    ]);
    are_not::<Bandwidth>(&["Gibps", "GB"]);
}

#[test]
fn operations() {
    are::<OperationRate>(&[("TFLOP/s", 1e12), ("TFLOPS", 1e12), ("Tflop/s", 1e12)]);
    are::<OperationRate>(&[("TOP/s", 1e12), ("TOPS", 1e12), ("Top/s", 1e12)]);
    are::<OperationsPerJoule>(&[("TFLOP/s/W", 1e12), ("TOP/s/W", 1e12), ("TOP/J", 1e12)]);
    are::<OperationsPerByte>(&[("OP/B", 1.0), ("FLOP/B", 1.0), ("kFLOP/B", 1e3), ("mFLOP/B", 1e-3)]);
    are::<BytesPerOperation>(&[("B/OP", 1.0), ("B/FLOP", 1.0), ("mB/FLOP", 1e-3)]);
    are::<BytesPerJoule>(&[("GB/s/W", 1e9), ("GB/J", 1e9)]);
}

#[test]
fn numbers_areas_and_shares() {
    are::<Count>(&[("", 1.0), ("k", 1e3), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12)]);
    are::<Area>(&[
        ("mm²", 1e-6),
        ("mm2", 1e-6),
        ("mm^2", 1e-6),
        ("cm²", 1e-4),
        ("cm2", 1e-4),
        ("m²", 1.0),
        ("m2", 1.0),
    ]);
    are::<Density>(&[("/mm²", 1e6), ("/mm2", 1e6), ("M/mm²", 1e12), ("/m²", 1.0)]);
    are::<Share>(&[("%", 0.01)]);
}
