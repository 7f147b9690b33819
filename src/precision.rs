//! Precisions: the number formats that rates are given for.

use crate::dimension::OperationRate;
use crate::vocabulary::spoken;
use crate::{Quantity, Vocabulary};

/// The number format of an operation's inputs.
///
/// ```
/// use accelspec::Precision;
///
/// assert_eq!("bf16".parse::<Precision>()?, Precision::Bf16);
/// assert!(Precision::Fp8.is_floating_point());
/// assert_eq!(Precision::Int8.rate_unit(), "OP/s");
/// # Ok::<(), accelspec::UnknownWord>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Precision {
    /// IEEE 754 binary64.
    Fp64,
    /// IEEE 754 binary32.
    Fp32,
    /// NVIDIA's 19-bit format in a 32-bit word.
    Tf32,
    /// bfloat16.
    Bf16,
    /// IEEE 754 binary16.
    Fp16,
    /// An 8-bit floating-point format, E4M3 or E5M2.
    Fp8,
    /// A 6-bit floating-point format.
    Fp6,
    /// A 4-bit floating-point format, of which kind the source does not say.
    Fp4,
    /// NVIDIA's block-scaled 4-bit format.
    Nvfp4,
    /// The OCP microscaling 8-bit format.
    Mxfp8,
    /// The OCP microscaling 6-bit format.
    Mxfp6,
    /// The OCP microscaling 4-bit format.
    Mxfp4,
    /// 16-bit integers.
    Int16,
    /// 8-bit integers.
    Int8,
    /// 4-bit integers.
    Int4,
    /// The source does not say.
    Unstated,
}

impl Precision {
    /// Whether an operation at this precision is a floating-point operation.
    ///
    /// ```
    /// use accelspec::Precision;
    ///
    /// assert!(!Precision::Int4.is_floating_point());
    /// ```
    pub const fn is_floating_point(self) -> bool {
        !matches!(self, Self::Int16 | Self::Int8 | Self::Int4 | Self::Unstated)
    }

    /// How many bits a value takes in memory, the shared scales of blocks left out; none where the source does not say which format it is.
    ///
    /// ```
    /// use accelspec::Precision;
    ///
    /// assert_eq!((Precision::Nvfp4.bits(), Precision::Tf32.bits(), Precision::Unstated.bits()), (Some(4), Some(32), None));
    /// ```
    pub const fn bits(self) -> Option<u32> {
        match self {
            Self::Fp64 => Some(64),
            Self::Fp32 | Self::Tf32 => Some(32),
            Self::Bf16 | Self::Fp16 | Self::Int16 => Some(16),
            Self::Fp8 | Self::Mxfp8 | Self::Int8 => Some(8),
            Self::Fp6 | Self::Mxfp6 => Some(6),
            Self::Fp4 | Self::Nvfp4 | Self::Mxfp4 | Self::Int4 => Some(4),
            Self::Unstated => None,
        }
    }

    /// Whether a rate at this precision may be meant where a source says `other`: the same format, or another name of its kind.
    pub(crate) fn is_kind_of(self, other: Self) -> bool {
        let small_float = |format: Self| format.is_floating_point() && format.bits() < Some(16);
        self == other || (small_float(self) && small_float(other) && self.bits() == other.bits())
    }

    /// The unit that rates at this precision are shown in.
    ///
    /// ```
    /// use accelspec::Precision;
    ///
    /// assert_eq!(Precision::Bf16.rate_unit(), "FLOP/s");
    /// ```
    pub const fn rate_unit(self) -> &'static str {
        if self.is_floating_point() { "FLOP/s" } else { "OP/s" }
    }

    /// Shows a rate at this precision, as floating-point or plain operations.
    ///
    /// ```
    /// use accelspec::{Precision, Quantity, dimension::OperationRate};
    ///
    /// let rate: Quantity<OperationRate> = "1,979 TFLOP/s".parse()?;
    /// assert_eq!(Precision::Fp8.show(rate), "1.979 PFLOP/s");
    /// assert_eq!(Precision::Int8.show(rate), "1.979 POP/s");
    /// # Ok::<(), accelspec::ParseQuantityError>(())
    /// ```
    pub fn show(self, rate: Quantity<OperationRate>) -> String {
        rate.to_string().replace("OP/s", self.rate_unit())
    }
}

impl Vocabulary for Precision {
    const MEANING: &'static str = "precision";
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::Fp64, "fp64"),
        (Self::Fp32, "fp32"),
        (Self::Tf32, "tf32"),
        (Self::Bf16, "bf16"),
        (Self::Fp16, "fp16"),
        (Self::Fp8, "fp8"),
        (Self::Fp6, "fp6"),
        (Self::Fp4, "fp4"),
        (Self::Nvfp4, "nvfp4"),
        (Self::Mxfp8, "mxfp8"),
        (Self::Mxfp6, "mxfp6"),
        (Self::Mxfp4, "mxfp4"),
        (Self::Int16, "int16"),
        (Self::Int8, "int8"),
        (Self::Int4, "int4"),
        (Self::Unstated, "unstated"),
    ];
}

spoken!(Precision);
