//! What drivers and tools report, and which accelerator it is.

use accelspec::{Catalog, DeviceHints, IdentifyError};

/// What was seen in the wild: the name, the id or `?ambiguous` or `?unknown`, `slice` where it is one, and who reports it.
const NAMES: &str = include_str!("fixtures/device-names.tsv");

#[track_caller]
fn fails(reported: &str, message: &str) {
    assert_eq!(Catalog::builtin().identify(reported).expect_err("not one accelerator").to_string(), message);
}

#[test]
fn names_seen_in_the_wild() {
    let mut wrong = Vec::new();
    for line in NAMES.lines().skip(1) {
        let cells: Vec<_> = line.split('\t').collect();
        let [reported, expected, slice, _] = cells[..] else { panic!("four cells: {line}") };
        let found = Catalog::builtin().identify(reported);
        let answer = match &found {
            Ok(found) => found.accelerator.id.as_str(),
            Err(IdentifyError::Ambiguous { .. }) => "?ambiguous",
            Err(IdentifyError::Unknown { .. }) => "?unknown",
            Err(_) => "?other",
        };
        let sliced = found.as_ref().is_ok_and(|found| found.slice.is_some());
        if answer != expected || sliced != (slice == "slice") {
            wrong.push(format!(
                "{reported}: {answer}{}, expected {expected} {slice}",
                if sliced { " slice" } else { "" }
            ));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_part_of_a_name_is_never_enough() {
    for reported in [
        "NVIDIA RTX A4000",
        "NVIDIA RTX A400",
        "NVIDIA T400",
        "NVIDIA RTX A1000",
        "NVIDIA L20X",
        "NVIDIA A2",
        "A",
        "",
        "GPU",
    ] {
        assert!(Catalog::builtin().identify(reported).is_err(), "{reported}");
    }
}

#[test]
fn every_device_name_leads_to_its_accelerator() {
    let catalog = Catalog::builtin();
    for accelerator in catalog.accelerators() {
        for name in &accelerator.device_names {
            match catalog.identify(name) {
                Ok(found) => assert_eq!(found.accelerator.id, accelerator.id, "{name}"),
                Err(IdentifyError::Ambiguous { candidates, .. }) => {
                    assert!(candidates.contains(&accelerator.name), "{name}");
                }
                Err(error) => panic!("{name}: {error}"),
            }
        }
    }
}

#[test]
fn hints_settle_what_a_name_leaves_open() {
    let catalog = Catalog::builtin();
    let with = |hints: DeviceHints<'_>| {
        catalog.identify_with("NVIDIA H100", &hints).map(|found| found.accelerator.id.to_string())
    };
    let pci = |id: &str| DeviceHints { pci_id: id.parse().ok(), ..DeviceHints::default() };
    assert_eq!(with(pci("10de:2330")).as_deref(), Ok("nvidia-h100-sxm5-80gb"));
    assert_eq!(with(pci("10de:2331")).as_deref(), Ok("nvidia-h100-pcie-80gb"));
    let memory = |mib| DeviceHints { memory_mib: Some(mib), ..DeviceHints::default() };
    assert_eq!(with(memory(95_830)).as_deref(), Ok("nvidia-h100-nvl-94gb"));
    assert!(matches!(with(memory(81_559)), Err(IdentifyError::Ambiguous { candidates, .. }) if candidates.len() == 2));
    assert_eq!(
        with(memory(40_000)).expect_err("no H100 shows 40 GB").to_string(),
        "`NVIDIA H100` fits NVIDIA H100 NVL 94GB, NVIDIA H100 PCIe 80GB, NVIDIA H100 SXM5 80GB, but the memory, PCI id or gfx target \
         does not; check the hints"
    );
}

#[test]
fn a_system_is_told_from_its_parts() {
    fails(
        "NVIDIA DGX H100",
        "NVIDIA DGX H100 is a system that holds 8 x NVIDIA H100 SXM5 80GB; identify its devices one by one",
    );
    let inside =
        Catalog::builtin().identify("DGX H100 (8x H100-SXM-80GB)").expect("the parts of a system are in parentheses");
    assert_eq!(inside.accelerator.id, "nvidia-h100-sxm5-80gb");
    let more = Catalog::builtin().identify("DGX H100 (8x H100-SXM-80GB, TensorRT)");
    assert!(more.is_err(), "TensorRT is no word of any name");
    let counted = Catalog::builtin().identify("8x NVIDIA H200-SXM-141GB").expect("a count says nothing of the part");
    assert_eq!(counted.accelerator.id, "nvidia-h200-sxm-141gb");
}

#[test]
fn a_capacity_in_a_name_is_that_of_the_part() {
    let part = |id: &str, name: &str, memory: &str| {
        format!(
            "\n[[accelerator]]\nid = \"{id}\"\nname = \"Acme {name}\"\nvendor = \"Acme\"\nkind = \"gpu\"\ndevice-names = [\"Acme {name}\"]\n\
             memory-capacity = {{ value = \"{memory}\", source = \"s\" }}\n"
        )
    };
    let text = "[[source]]\nid = \"s\"\npublisher = \"Acme\"\ntitle = \"T\"\nurl = \"https://example.com/t\"\nevidence = \"datasheet\"\n".to_owned()
        + &part("decimal", "D1", "48 GB")
        + &part("binary", "B1", "48 GiB")
        + &part("between", "M1", "48.5 GB")
        + &part("label", "L1 80GB", "79 GB");
    let catalog = Catalog::from_toml("mine.toml", &text).unwrap_or_else(|error| panic!("{error}"));
    let found = |reported: &str| catalog.identify(reported).ok().map(|found| found.accelerator.id.as_str());
    for (reported, expected) in [
        ("Acme D1 48GB", Some("decimal")),
        ("Acme D1 45GB", Some("decimal")),
        ("Acme D1 47GB", None),
        ("Acme D1 49GB", None),
        ("Acme D1 96GB", None),
        ("Acme B1 48GB", Some("binary")),
        ("Acme B1 52GB", Some("binary")),
        ("Acme B1 51GB", None),
        ("Acme M1 48GB", None),
        ("Acme M1 49GB", None),
        ("Acme L1 80GB", Some("label")),
        ("Acme L1 79GB", None),
    ] {
        assert_eq!(found(reported), expected, "{reported}");
    }
}

#[test]
fn a_profile_of_a_virtual_gpu_is_a_number_and_a_letter() {
    let catalog = Catalog::builtin();
    let slice =
        |reported: &str| catalog.identify(reported).ok().map(|found| (found.accelerator.id.as_str(), found.slice));
    assert_eq!(slice("NVIDIA A10-8Q"), Some(("nvidia-a10", Some("8Q".to_owned()))));
    assert_eq!(slice("NVIDIA A10-1-8Q"), Some(("nvidia-a10", Some("1-8Q".to_owned()))));
    for no_profile in ["NVIDIA A10-Q", "NVIDIA A10-xQ", "NVIDIA A10-x-8Q"] {
        assert_eq!(slice(no_profile), None, "{no_profile}");
    }
}

#[test]
fn a_target_beside_a_name_counts() {
    let found = |reported: &str| Catalog::builtin().identify(reported).map(|found| found.accelerator.id.as_str());
    assert_eq!(found("AMD Instinct MI300X (gfx942:sramecc+:xnack-)").ok(), Some("amd-mi300x"));
    fails(
        "AMD Instinct MI300X (gfx90a:sramecc+:xnack-)",
        "`AMD Instinct MI300X (gfx90a:sramecc+:xnack-)` fits AMD Instinct MI300X, but the memory, PCI id or gfx target does not; check \
         the hints",
    );
}

#[test]
fn messages() {
    fails(
        "NVIDIA H10O",
        "no accelerator reports itself as `NVIDIA H10O`; the nearest are NVIDIA H100 NVL 94GB, NVIDIA H100 PCIe 80GB, NVIDIA H100 SXM5 \
         80GB",
    );
    fails("NVIDIA L40SS", "no accelerator reports itself as `NVIDIA L40SS`; the nearest are NVIDIA L40S");
    fails(
        "NVIDIA H100",
        "`NVIDIA H100` may be any of NVIDIA H100 NVL 94GB, NVIDIA H100 PCIe 80GB, NVIDIA H100 SXM5 80GB; its memory, PCI id or gfx \
         target would tell",
    );
    fails(
        "NVIDIA TITAN RTX",
        "no accelerator reports itself as `NVIDIA TITAN RTX`; a spec file of your own can add it",
    );
}
