//! The dimensions of quotients: what two quantities of different dimensions divide to.

use super::{Dimension, sealed};
use crate::quantity::unit::{Prefixes, Unit, unit};

/// Operations per joule: an operation rate over a power.
///
/// ```
/// use accelspec::{Quantity, dimension::OperationsPerJoule};
///
/// assert_eq!("1.4 TFLOP/s/W".parse::<Quantity<OperationsPerJoule>>()?.base(), 1.4e12);
/// # Ok::<(), accelspec::ParseQuantityError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub enum OperationsPerJoule {}
impl sealed::Sealed for OperationsPerJoule {}

impl Dimension for OperationsPerJoule {
    const NAME: &'static str = "operation rate per power";
    const BASE_UNIT: &'static str = "op/J";
    type Basis = ();
    const UNITS: &'static [Unit] = &[
        unit("FLOP/s/W", 1.0, 0, Prefixes::Large),
        unit("OP/s/W", 1.0, 0, Prefixes::Large),
        unit("OP/J", 1.0, 0, Prefixes::Large),
    ];
    const SHOWN: &'static [(&'static str, i32)] =
        &[("OP/s/W", 0), ("MOP/s/W", 6), ("GOP/s/W", 9), ("TOP/s/W", 12), ("POP/s/W", 15)];
}

/// Bytes of memory traffic available for each operation: a bandwidth over an operation rate. Its inverse is the ridge point of a roofline.
///
/// ```
/// use accelspec::{Quantity, dimension::BytesPerOperation};
///
/// assert_eq!("0.0034 B/FLOP".parse::<Quantity<BytesPerOperation>>()?.to_string(), "3.4 mB/OP");
/// # Ok::<(), accelspec::ParseQuantityError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub enum BytesPerOperation {}
impl sealed::Sealed for BytesPerOperation {}

impl Dimension for BytesPerOperation {
    const NAME: &'static str = "bandwidth per operation rate";
    const BASE_UNIT: &'static str = "B/op";
    type Basis = ();
    const UNITS: &'static [Unit] = &[unit("B/OP", 1.0, 0, Prefixes::Metric), unit("B/FLOP", 1.0, 0, Prefixes::Metric)];
    const SHOWN: &'static [(&'static str, i32)] = &[("mB/OP", -3), ("B/OP", 0)];
}

/// Operations done for each byte moved: an operation rate over a bandwidth. The arithmetic intensity of work, and the ridge point of a
/// roofline.
///
/// ```
/// use accelspec::{Quantity, dimension::OperationsPerByte};
///
/// assert_eq!("295 FLOP/B".parse::<Quantity<OperationsPerByte>>()?.to_string(), "295 OP/B");
/// # Ok::<(), accelspec::ParseQuantityError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub enum OperationsPerByte {}
impl sealed::Sealed for OperationsPerByte {}

impl Dimension for OperationsPerByte {
    const NAME: &'static str = "arithmetic intensity";
    const BASE_UNIT: &'static str = "op/B";
    type Basis = ();
    const UNITS: &'static [Unit] = &[unit("OP/B", 1.0, 0, Prefixes::Metric), unit("FLOP/B", 1.0, 0, Prefixes::Metric)];
    const SHOWN: &'static [(&'static str, i32)] = &[("mOP/B", -3), ("OP/B", 0), ("kOP/B", 3)];
}

/// Bytes per joule: a bandwidth over a power.
///
/// ```
/// use accelspec::{Quantity, dimension::BytesPerJoule};
///
/// assert_eq!("4.8 GB/s/W".parse::<Quantity<BytesPerJoule>>()?.base(), 4.8e9);
/// # Ok::<(), accelspec::ParseQuantityError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub enum BytesPerJoule {}
impl sealed::Sealed for BytesPerJoule {}

impl Dimension for BytesPerJoule {
    const NAME: &'static str = "bandwidth per power";
    const BASE_UNIT: &'static str = "B/J";
    type Basis = ();
    const UNITS: &'static [Unit] = &[unit("B/s/W", 1.0, 0, Prefixes::Large), unit("B/J", 1.0, 0, Prefixes::Large)];
    const SHOWN: &'static [(&'static str, i32)] = &[("B/s/W", 0), ("MB/s/W", 6), ("GB/s/W", 9), ("TB/s/W", 12)];
}

/// How densely things stand on an area: a count over an area, per square metre, shown per square millimetre.
///
/// ```
/// use accelspec::{Quantity, dimension::Density};
///
/// assert_eq!("98.3 M/mm²".parse::<Quantity<Density>>()?.to_string(), "98.3 M/mm²");
/// # Ok::<(), accelspec::ParseQuantityError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub enum Density {}
impl sealed::Sealed for Density {}

impl Dimension for Density {
    const NAME: &'static str = "density";
    const BASE_UNIT: &'static str = "/m²";
    type Basis = ();
    const UNITS: &'static [Unit] = &[
        unit("/mm²", 1.0, 6, Prefixes::Large),
        unit("/mm2", 1.0, 6, Prefixes::Large),
        unit("/m²", 1.0, 0, Prefixes::Large),
    ];
    const SHOWN: &'static [(&'static str, i32)] = &[("/mm²", 6), ("M/mm²", 12), ("G/mm²", 15)];
}
