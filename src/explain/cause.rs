//! What can be mistaken about a number.

use std::fmt;

use crate::{Accelerator, Accumulation, Direction, Engine, Precision, Sparsity, System};

/// One way in which a number found elsewhere differs from the figure that was asked for.
///
/// ```
/// use accelspec::{Cause, Sparsity};
///
/// assert_eq!(Cause::Sparsity(Sparsity::TwoOfFour).to_string(), "the 2:4 rate");
/// assert_eq!(Cause::BitsForBytes.to_string(), "bits taken for bytes");
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Cause<'a> {
    /// The figure, rounded.
    Rounded,
    /// What another source says, and why it is not preferred.
    Dissent(&'a str),
    /// The rate with another sparsity.
    Sparsity(Sparsity),
    /// The rate at another precision.
    Precision(Precision),
    /// The rate of another engine.
    Engine(Engine),
    /// The rate with sums of another width.
    Accumulation(Accumulation),
    /// The bandwidth in another direction, or in both.
    Direction(Direction),
    /// Another figure of the same unit, by its key in a spec file.
    OtherFigure(&'static str),
    /// Another accelerator of the vendor.
    Variant(&'a Accelerator),
    /// A system that holds the accelerator.
    System(&'a System),
    /// One die of several.
    OneDie(u32),
    /// All dies, where the figure is of one.
    AllDies(u32),
    /// Powers of 1024 taken for powers of 1000, or the other way: GiB for GB.
    BinaryUnits,
    /// Bits taken for bytes, or the other way.
    BitsForBytes,
    /// Multiplied by this.
    Times(f64),
    /// One digit differs.
    Typo,
}

impl Cause<'_> {
    /// Whether it is a slip of unit, count or digit, and no other figure.
    pub(super) fn is_slip(&self) -> bool {
        matches!(
            self,
            Self::BinaryUnits | Self::BitsForBytes | Self::Times(_) | Self::OneDie(_) | Self::AllDies(_) | Self::Typo
        )
    }

    /// How unlikely a mistake it is: explanations are sorted by the sum.
    pub(super) fn cost(&self) -> u32 {
        match self {
            Self::Rounded => 5,
            Self::Dissent(_) | Self::Sparsity(_) | Self::Accumulation(_) | Self::Direction(_) => 10,
            Self::Engine(_) => 12,
            Self::Precision(_) => 14,
            Self::BitsForBytes => 15,
            Self::OneDie(_) | Self::AllDies(_) | Self::System(_) | Self::BinaryUnits => 20,
            Self::Variant(_) => 22,
            Self::OtherFigure(_) => 25,
            Self::Times(_) => 36,
            Self::Typo => 45,
        }
    }
}

impl fmt::Display for Cause<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rounded => f.write_str("rounded"),
            Self::Dissent(why) => write!(f, "another source ({why})"),
            Self::Sparsity(Sparsity::Unstated) => f.write_str("the rate that leaves sparsity open"),
            Self::Sparsity(sparsity) => write!(f, "the {sparsity} rate"),
            Self::Precision(Precision::Unstated) => f.write_str("the rate of which no precision is stated"),
            Self::Precision(precision) => write!(f, "the {precision} rate"),
            Self::Engine(Engine::Unstated) => f.write_str("the rate that leaves the engine open"),
            Self::Engine(engine) => write!(f, "the rate of the {engine} engine"),
            Self::Accumulation(accumulation) => write!(f, "the rate with {accumulation} accumulation"),
            Self::Direction(Direction::Bidirectional) => f.write_str("both directions"),
            Self::Direction(Direction::PerDirection) => f.write_str("one direction"),
            Self::Direction(Direction::Unstated) => f.write_str("the bandwidth that leaves the direction open"),
            Self::OtherFigure(name) => write!(f, "the {name}"),
            Self::Variant(accelerator) => write!(f, "another accelerator, {}", accelerator.name),
            Self::System(system) => write!(f, "the whole system, {}", system.name),
            Self::OneDie(dies) => write!(f, "one die of {dies}"),
            Self::AllDies(dies) => write!(f, "all {dies} dies, where the figure is of one"),
            Self::BinaryUnits => f.write_str("binary units taken for decimal ones, or the other way"),
            Self::BitsForBytes => f.write_str("bits taken for bytes"),
            Self::Times(factor) => write!(f, "{factor} times"),
            Self::Typo => f.write_str("one digit differs"),
        }
    }
}
