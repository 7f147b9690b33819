//! The dimensions a [`Quantity`](crate::Quantity) can have, each with the units that data sheets print for it.
//!
//! Each dimension is an empty type: it exists only as the parameter of a quantity, so that watts and bytes are different types.
//!
//! ```
//! use accelspec::{Quantity, dimension::{Bandwidth, Power}};
//!
//! let power: Quantity<Power> = "700 W".parse()?;
//! let bandwidth: Quantity<Bandwidth> = "9.6 Tb/s".parse()?;
//! assert_eq!(power.base(), 700.0);
//! assert_eq!(bandwidth, "1.2 TB/s".parse()?);
//! # Ok::<(), accelspec::ParseQuantityError>(())
//! ```

mod quotient;

use std::fmt::Debug;

pub use quotient::{BytesPerJoule, BytesPerOperation, Density, OperationsPerByte, OperationsPerJoule};

use super::Currency;
use super::unit::{Basis, Prefixes, Unit, unit};

/// What a quantity measures. Sealed: the dimensions are those of this module.
///
/// ```
/// use accelspec::dimension::{Dimension, Power};
///
/// assert_eq!(Power::NAME, "power");
/// assert!(Power::known_units().contains("kW"));
/// ```
pub trait Dimension: sealed::Sealed + Copy + Debug + Send + Sync + 'static {
    /// What the quantity is called in messages: "power", "bandwidth".
    const NAME: &'static str;

    /// The unit that values are kept in; empty for [`Money`], whose unit is the currency.
    const BASE_UNIT: &'static str;

    /// What two quantities must share besides the dimension before they compare: the currency of [`Money`], nothing for all others.
    type Basis: Basis;

    /// The units that the dimension is read in.
    #[doc(hidden)]
    const UNITS: &'static [Unit];

    /// The units that values are shown in, with their power of ten, ascending.
    #[doc(hidden)]
    const SHOWN: &'static [(&'static str, i32)];

    /// What to write for a unit, for an error message.
    ///
    /// ```
    /// use accelspec::dimension::{Bandwidth, Dimension};
    ///
    /// assert_eq!(Bandwidth::known_units(), "one of B/s, kB/s, MB/s, GB/s, TB/s, PB/s, EB/s");
    /// ```
    fn known_units() -> String {
        let units: Vec<_> = Self::SHOWN.iter().map(|(name, _)| *name).filter(|name| !name.is_empty()).collect();
        match Self::Basis::known() {
            Some(basis) => format!("{basis}, with {} before it for large amounts", units.join(", ")),
            None => format!("one of {}", units.join(", ")),
        }
    }
}

mod sealed {
    pub trait Sealed {}
}

/// Electrical power, in watts.
///
/// ```
/// use accelspec::{Quantity, dimension::Power};
///
/// assert_eq!("0.7 kW".parse::<Quantity<Power>>()?.to_string(), "700 W");
/// # Ok::<(), accelspec::ParseQuantityError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub enum Power {}
impl sealed::Sealed for Power {}

impl Dimension for Power {
    const NAME: &'static str = "power";
    const BASE_UNIT: &'static str = "W";
    type Basis = ();
    const UNITS: &'static [Unit] = &[unit("W", 1.0, 0, Prefixes::Metric)];
    const SHOWN: &'static [(&'static str, i32)] = &[("mW", -3), ("W", 0), ("kW", 3), ("MW", 6), ("GW", 9), ("TW", 12)];
}

/// Energy, in joules. Also read from watt-hours, of 3,600 joules each.
///
/// ```
/// use accelspec::{Quantity, dimension::Energy};
///
/// assert_eq!("1 kWh".parse::<Quantity<Energy>>()?.to_string(), "3.6 MJ");
/// # Ok::<(), accelspec::ParseQuantityError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub enum Energy {}
impl sealed::Sealed for Energy {}

impl Dimension for Energy {
    const NAME: &'static str = "energy";
    const BASE_UNIT: &'static str = "J";
    type Basis = ();
    const UNITS: &'static [Unit] = &[unit("Wh", 3600.0, 0, Prefixes::Large), unit("J", 1.0, 0, Prefixes::Metric)];
    const SHOWN: &'static [(&'static str, i32)] = &[
        ("pJ", -12),
        ("nJ", -9),
        ("µJ", -6),
        ("mJ", -3),
        ("J", 0),
        ("kJ", 3),
        ("MJ", 6),
        ("GJ", 9),
        ("TJ", 12),
        ("PJ", 15),
    ];

    fn known_units() -> String {
        "one of J, kJ, MJ, GJ, TJ, PJ, or Wh, kWh, MWh, GWh, TWh".to_owned()
    }
}

/// An amount of memory, in bytes. `GB` is 10⁹ bytes and `GiB` is 2³⁰; bits are read as eighths of a byte.
///
/// ```
/// use accelspec::{Quantity, dimension::Information};
///
/// assert_eq!("5120 bit".parse::<Quantity<Information>>()?.to_string(), "640 B");
/// # Ok::<(), accelspec::ParseQuantityError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub enum Information {}
impl sealed::Sealed for Information {}

impl Dimension for Information {
    const NAME: &'static str = "amount of memory";
    const BASE_UNIT: &'static str = "B";
    type Basis = ();
    const UNITS: &'static [Unit] = &[
        unit("B", 1.0, 0, Prefixes::Binary),
        unit("bit", 0.125, 0, Prefixes::Binary),
        unit("b", 0.125, 0, Prefixes::Binary),
    ];
    const SHOWN: &'static [(&'static str, i32)] =
        &[("B", 0), ("kB", 3), ("MB", 6), ("GB", 9), ("TB", 12), ("PB", 15), ("EB", 18)];
}

/// Data moved per second, in bytes per second. Bits per second are read as eighths.
///
/// ```
/// use accelspec::{Quantity, dimension::Bandwidth};
///
/// assert_eq!("9.6 Tb/s".parse::<Quantity<Bandwidth>>()?.to_string(), "1.2 TB/s");
/// # Ok::<(), accelspec::ParseQuantityError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub enum Bandwidth {}
impl sealed::Sealed for Bandwidth {}

impl Dimension for Bandwidth {
    const NAME: &'static str = "bandwidth";
    const BASE_UNIT: &'static str = "B/s";
    type Basis = ();
    const UNITS: &'static [Unit] = &[
        unit("B/s", 1.0, 0, Prefixes::Binary),
        unit("bit/s", 0.125, 0, Prefixes::Binary),
        unit("b/s", 0.125, 0, Prefixes::Binary),
        unit("bps", 0.125, 0, Prefixes::Large),
    ];
    const SHOWN: &'static [(&'static str, i32)] =
        &[("B/s", 0), ("kB/s", 3), ("MB/s", 6), ("GB/s", 9), ("TB/s", 12), ("PB/s", 15), ("EB/s", 18)];
}

/// Operations per second, floating-point or integer. A multiply-add counts as two, as data sheets count.
///
/// ```
/// use accelspec::{Quantity, dimension::OperationRate};
///
/// assert_eq!("1,979 TFLOPS".parse::<Quantity<OperationRate>>()?.to_string(), "1.979 POP/s");
/// # Ok::<(), accelspec::ParseQuantityError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub enum OperationRate {}
impl sealed::Sealed for OperationRate {}

impl Dimension for OperationRate {
    const NAME: &'static str = "operation rate";
    const BASE_UNIT: &'static str = "op/s";
    type Basis = ();
    const UNITS: &'static [Unit] = &[
        unit("FLOP/s", 1.0, 0, Prefixes::Large),
        unit("FLOPS", 1.0, 0, Prefixes::Large),
        unit("flop/s", 1.0, 0, Prefixes::Large),
        unit("OP/s", 1.0, 0, Prefixes::Large),
        unit("OPS", 1.0, 0, Prefixes::Large),
        unit("op/s", 1.0, 0, Prefixes::Large),
    ];
    const SHOWN: &'static [(&'static str, i32)] = &[
        ("OP/s", 0),
        ("kOP/s", 3),
        ("MOP/s", 6),
        ("GOP/s", 9),
        ("TOP/s", 12),
        ("POP/s", 15),
        ("EOP/s", 18),
        ("ZOP/s", 21),
    ];
}

/// Area, in square metres, shown in square millimetres.
///
/// ```
/// use accelspec::{Quantity, dimension::Area};
///
/// assert_eq!("814 mm2".parse::<Quantity<Area>>()?.to_string(), "814 mm²");
/// # Ok::<(), accelspec::ParseQuantityError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub enum Area {}
impl sealed::Sealed for Area {}

impl Dimension for Area {
    const NAME: &'static str = "area";
    const BASE_UNIT: &'static str = "m²";
    type Basis = ();
    const UNITS: &'static [Unit] = &[
        unit("mm²", 1.0, -6, Prefixes::None),
        unit("mm2", 1.0, -6, Prefixes::None),
        unit("mm^2", 1.0, -6, Prefixes::None),
        unit("cm²", 1.0, -4, Prefixes::None),
        unit("cm2", 1.0, -4, Prefixes::None),
        unit("m²", 1.0, 0, Prefixes::None),
        unit("m2", 1.0, 0, Prefixes::None),
    ];
    const SHOWN: &'static [(&'static str, i32)] = &[("mm²", -6)];
}

/// A number of things: transistors, dies, accelerators.
///
/// ```
/// use accelspec::{Quantity, dimension::Count};
///
/// assert_eq!("208 billion".parse::<Quantity<Count>>()?.to_string(), "208 G");
/// # Ok::<(), accelspec::ParseQuantityError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub enum Count {}
impl sealed::Sealed for Count {}

impl Dimension for Count {
    const NAME: &'static str = "count";
    const BASE_UNIT: &'static str = "count";
    type Basis = ();
    const UNITS: &'static [Unit] = &[
        unit("thousand", 1.0, 3, Prefixes::None),
        unit("million", 1.0, 6, Prefixes::None),
        unit("billion", 1.0, 9, Prefixes::None),
        unit("trillion", 1.0, 12, Prefixes::None),
        unit("", 1.0, 0, Prefixes::Large),
    ];
    const SHOWN: &'static [(&'static str, i32)] = &[("", 0), ("M", 6), ("G", 9), ("T", 12)];
}

/// Time, in seconds. A year is of 365 days.
///
/// ```
/// use accelspec::{Quantity, dimension::Duration};
///
/// assert_eq!("90 min".parse::<Quantity<Duration>>()?.to_string(), "5400 s");
/// # Ok::<(), accelspec::ParseQuantityError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub enum Duration {}
impl sealed::Sealed for Duration {}

impl Dimension for Duration {
    const NAME: &'static str = "duration";
    const BASE_UNIT: &'static str = "s";
    type Basis = ();
    const UNITS: &'static [Unit] = &[
        unit("s", 1.0, 0, Prefixes::Metric),
        unit("min", 60.0, 0, Prefixes::None),
        unit("h", 3600.0, 0, Prefixes::None),
        unit("d", 86_400.0, 0, Prefixes::None),
        unit("y", 31_536_000.0, 0, Prefixes::None),
    ];
    const SHOWN: &'static [(&'static str, i32)] = &[("ns", -9), ("µs", -6), ("ms", -3), ("s", 0)];
}

/// A part of a whole, shown in per cent.
///
/// ```
/// use accelspec::{Quantity, dimension::Share};
///
/// let utilization: Quantity<Share> = "61 %".parse()?;
/// assert_eq!((utilization.base(), utilization.to_string()), (0.61, "61 %".to_owned()));
/// # Ok::<(), accelspec::ParseQuantityError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub enum Share {}
impl sealed::Sealed for Share {}

impl Dimension for Share {
    const NAME: &'static str = "share";
    const BASE_UNIT: &'static str = "";
    type Basis = ();
    const UNITS: &'static [Unit] = &[unit("%", 1.0, -2, Prefixes::None)];
    const SHOWN: &'static [(&'static str, i32)] = &[("%", -2)];
}

/// An amount of money in one currency. Amounts in two currencies neither compare nor divide: see [`Quantity::ratio_to`](crate::Quantity::ratio_to).
///
/// ```
/// use accelspec::{Quantity, dimension::Money};
///
/// assert_eq!("5 M KRW".parse::<Quantity<Money>>()?.base(), 5e6);
/// # Ok::<(), accelspec::ParseQuantityError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub enum Money {}

impl sealed::Sealed for Money {}

impl Dimension for Money {
    const NAME: &'static str = "amount of money";
    const BASE_UNIT: &'static str = "";
    type Basis = Currency;
    const UNITS: &'static [Unit] = Count::UNITS;
    const SHOWN: &'static [(&'static str, i32)] = Count::SHOWN;
}
