//! How much of its peak an accelerator was used for.

use crate::dimension::OperationRate;
use crate::explain::rates_above;
use crate::figure::AbsentFigure;
use crate::{Accelerator, Explanation, PeakKey, Precision, Quantity, Ratio};

/// The share of the dense matrix rate at a precision that was achieved: the utilisation of peak operations (MFU) of Chowdhery et al. 2022,
/// *`PaLM`: Scaling Language Modeling with Pathways*, appendix B (<https://arxiv.org/abs/2204.02311>), of one accelerator.
///
/// # Errors
///
/// [`UtilizationError::NoPeak`] when no dense matrix rate at that precision is recorded, and [`UtilizationError::AbovePeak`] when more was
/// achieved than it: then the number counts something else, the precision was another, or it was another device.
///
/// ```
/// use accelspec::{Catalog, Cause, Precision, Sparsity, UtilizationError, utilization};
///
/// let h100 = Catalog::builtin().find("H100")?;
/// assert_eq!(format!("{:.3}", utilization("400 TFLOP/s".parse()?, h100, Precision::Bf16)?), "0.404");
///
/// let Err(UtilizationError::AbovePeak { explanations, .. }) = utilization("1.2 PFLOP/s".parse()?, h100, Precision::Bf16) else {
///     panic!("more than the hardware can do");
/// };
/// assert_eq!(explanations[0].causes, [Cause::Sparsity(Sparsity::TwoOfFour)]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn utilization(
    achieved: Quantity<OperationRate>,
    accelerator: &Accelerator,
    precision: Precision,
) -> Result<Ratio, UtilizationError<'_>> {
    let peak = accelerator.peak(PeakKey::dense_matrix(precision))?;
    let utilization = achieved / peak;
    if utilization.get() > 1.0 {
        let explanations = rates_above(accelerator, achieved.base(), precision);
        let (achieved, peak) = (precision.show(achieved), precision.show(peak));
        let name = accelerator.name.clone();
        return Err(UtilizationError::AbovePeak { achieved, peak, name, precision, utilization, explanations });
    }
    Ok(utilization)
}

/// Why there is no utilisation.
///
/// ```
/// use accelspec::{Catalog, Precision, utilization};
///
/// let h100 = Catalog::builtin().find("H100")?;
/// let error = utilization("3.9 PFLOP/s".parse()?, h100, Precision::Bf16).unwrap_err();
/// assert!(error.to_string().starts_with("3.9 PFLOP/s is 394 % of the dense bf16 matrix rate of NVIDIA H100 SXM5 80GB, 989.4 TFLOP/s; \
///     such a rate would fit "));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum UtilizationError<'a> {
    /// No dense matrix rate at that precision.
    #[error(transparent)]
    NoPeak(#[from] AbsentFigure),
    /// More was achieved than the hardware can do.
    #[error(
        "{achieved} is {:.0} % of the dense {precision} matrix rate of {name}, {peak}; {}",
        .utilization.get() * 100.0,
        would_fit(.explanations)
    )]
    AbovePeak {
        /// What was achieved.
        achieved: String,
        /// The dense matrix rate.
        peak: String,
        /// The full name of the accelerator.
        name: String,
        /// The precision asked for.
        precision: Precision,
        /// The quotient, above one.
        utilization: Ratio,
        /// The rates of the accelerator that were not exceeded, likeliest first: what may have been counted instead.
        explanations: Vec<Explanation<'a>>,
    },
}

fn would_fit(explanations: &[Explanation<'_>]) -> String {
    let rate = |explanation: &Explanation<'_>| {
        let causes: Vec<_> = explanation.causes.iter().map(ToString::to_string).collect();
        format!("{} ({})", causes.join(", "), explanation.published)
    };
    match explanations {
        [] => "it exceeds every recorded rate, so check which device it was and what was counted".to_owned(),
        some => format!("such a rate would fit {}", some.iter().take(3).map(rate).collect::<Vec<_>>().join("; ")),
    }
}
