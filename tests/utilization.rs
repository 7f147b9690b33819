//! How much of its peak an accelerator was used for.

use accelspec::{Catalog, PeakKey, Precision, Quantity, UtilizationError, utilization};
use proptest::prelude::*;

#[test]
fn more_than_the_peak_is_an_error_that_says_what_it_may_be() {
    let h100 = Catalog::builtin().find("H100").expect("in the catalog");
    let error =
        utilization("1.979 PFLOP/s".parse().expect("a rate"), h100, Precision::Bf16).expect_err("above the peak");
    assert_eq!(
        error.to_string(),
        "1.979 PFLOP/s is 200 % of the dense bf16 matrix rate of NVIDIA H100 SXM5 80GB, 989.4 TFLOP/s; such a rate would fit \
         the fp8 rate, the 2:4 rate (3957.8 TFLOP/s); the int8 rate, the 2:4 rate (3957.8 TOP/s)"
    );
    let error = utilization("9 PFLOP/s".parse().expect("a rate"), h100, Precision::Bf16).expect_err("above the peak");
    assert!(
        error
            .to_string()
            .ends_with("; it exceeds every recorded rate, so check which device it was and what was counted")
    );
}

#[test]
fn the_whole_peak_is_a_share_of_one() {
    let h100 = Catalog::builtin().find("H100").expect("in the catalog");
    let whole =
        utilization("989.4 TFLOP/s".parse().expect("a rate"), h100, Precision::Bf16).expect("no more than the peak");
    assert_eq!(whole.to_string(), "1.00");
}

#[test]
fn without_a_dense_matrix_rate_there_is_none() {
    let mach1 = Catalog::builtin().find("Mach-1").expect("in the catalog");
    let error = utilization("1 TFLOP/s".parse().expect("a rate"), mach1, Precision::Bf16).expect_err("undisclosed");
    assert!(matches!(error, UtilizationError::NoPeak(_)));
    assert!(error.to_string().starts_with("peak bf16 matrix dense of Samsung Mach-1 is undisclosed, says "), "{error}");
}

proptest! {
    #[test]
    fn it_is_the_share_of_the_peak_and_never_above_one(share in 1e-6..1.5_f64) {
        let h100 = Catalog::builtin().find("H100").expect("in the catalog");
        let peak = h100.peak(PeakKey::dense_matrix(Precision::Bf16)).expect("recorded");
        let achieved = Quantity::from_base(share * peak.base()).expect("in range");
        match utilization(achieved, h100, Precision::Bf16) {
            Ok(found) => {
                prop_assert!(found.get() <= 1.0);
                prop_assert!((found.get() / share - 1.0).abs() < 1e-12);
            }
            Err(UtilizationError::AbovePeak { explanations, .. }) => {
                prop_assert!(share > 1.0);
                prop_assert!(!explanations.is_empty() && explanations.iter().all(|explanation| !explanation.causes.is_empty()));
            }
            Err(error) => prop_assert!(false, "{error}"),
        }
    }
}
