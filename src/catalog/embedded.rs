//! The spec files that are built into the crate. A test holds this list against `specs/`.

/// Path under `specs/` without its ending, and text; sorted as the file names are.
pub(super) const FILES: &[(&str, &str)] = &[
    ("amd/cdna3", include_str!("../../specs/amd/cdna3.toml")),
    ("apple/m-series", include_str!("../../specs/apple/m-series.toml")),
    ("intel/core-ultra", include_str!("../../specs/intel/core-ultra.toml")),
    ("intel/gaudi", include_str!("../../specs/intel/gaudi.toml")),
    ("nvidia/ampere", include_str!("../../specs/nvidia/ampere.toml")),
    ("nvidia/blackwell-claims", include_str!("../../specs/nvidia/blackwell-claims.toml")),
    ("nvidia/blackwell", include_str!("../../specs/nvidia/blackwell.toml")),
    ("nvidia/grace-hopper", include_str!("../../specs/nvidia/grace-hopper.toml")),
    ("nvidia/hopper", include_str!("../../specs/nvidia/hopper.toml")),
    ("qualcomm/snapdragon", include_str!("../../specs/qualcomm/snapdragon.toml")),
    ("samsung/mach", include_str!("../../specs/samsung/mach.toml")),
    ("sources", include_str!("../../specs/sources.toml")),
];
