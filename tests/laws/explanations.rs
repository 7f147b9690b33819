//! Laws of explaining a number, and of the share of a peak.

use accelspec::dimension::OperationRate;
use accelspec::{
    Accelerator, Catalog, Explanation, Found, Hints, PeakKey, Precision, Quantity, UtilizationError, explain,
    utilization,
};

/// What explains a number stands in the catalog, the figure itself first, and each once.
pub(crate) fn explanations_stand_in_the_catalog(accelerator: &Accelerator, found: &Found, hints: &Hints<'_>) {
    stand_in_the_catalog(&explain(accelerator, found, hints), accelerator);
}

/// A rate is a share of the peak, or above it, and then its explanations stand in the catalog.
pub(crate) fn utilization_is_a_share(
    achieved: Quantity<OperationRate>,
    accelerator: &Accelerator,
    precision: Precision,
) {
    let peak = accelerator.peak(PeakKey::dense_matrix(precision));
    match utilization(achieved, accelerator, precision) {
        Ok(share) => {
            assert!(share.get() > 0.0 && share.get() <= 1.0, "{share}");
            assert_eq!(share, achieved / peak.expect("the whole"));
        }
        Err(UtilizationError::NoPeak(absent)) => assert_eq!(peak, Err(absent)),
        Err(error) => {
            assert!(achieved > peak.expect("more than it was achieved"));
            assert!(error.to_string().contains(&accelerator.name), "{error}");
            let UtilizationError::AbovePeak { explanations, utilization, .. } = error else { unreachable!() };
            assert!(utilization.get() > 1.0, "{utilization}");
            stand_in_the_catalog(&explanations, accelerator);
        }
    }
}

fn stand_in_the_catalog(explanations: &[Explanation<'_>], accelerator: &Accelerator) {
    let catalog = Catalog::builtin();
    for (index, explanation) in explanations.iter().enumerate() {
        assert!(catalog.source(explanation.citation.source.id.as_str()).is_some(), "{explanation}");
        let holder = catalog.find_product(explanation.holder).expect("a product");
        assert!(holder.rows().iter().any(|row| row.published == explanation.published), "{explanation}");
        let shown = explanation.to_string();
        assert!(shown.contains(explanation.published) && shown.contains(&explanation.figure), "{shown}");
        assert!(index == 0 || !explanation.causes.is_empty(), "the figure itself comes first: {shown}");
        assert!(explanations[..index].iter().all(|other| other.causes != explanation.causes), "twice: {shown}");
        if explanation.causes.is_empty() {
            assert_eq!(explanation.holder, accelerator.name);
        }
    }
}
