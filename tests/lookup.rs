//! Every outcome of looking a name up, on the built-in catalog.

use accelspec::{Catalog, Kind, LookupError, Status};

#[track_caller]
fn finds(name: &str, id: &str) {
    let found = Catalog::builtin().find_product(name).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(found.id(), id);
}

#[track_caller]
fn fails(name: &str, message: &str) {
    assert_eq!(Catalog::builtin().find(name).expect_err("no such accelerator").to_string(), message);
}

#[test]
fn names_as_people_write_them() {
    finds("H100", "nvidia-h100-sxm5-80gb");
    finds("h100 sxm", "nvidia-h100-sxm5-80gb");
    finds("Nvidia H100-SXM5", "nvidia-h100-sxm5-80gb");
    finds("NVIDIA_H100_PCIe", "nvidia-h100-pcie-80gb");
    finds("H200", "nvidia-h200-sxm-141gb");
    finds("A100", "nvidia-a100-sxm4-80gb");
    finds("gh-200", "nvidia-gh200-96gb");
    finds("GB200", "nvidia-gb200");
    finds("gb200 nvl72", "nvidia-gb200-nvl72");
    finds("mi 300x", "amd-mi300x");
    finds("AMD Instinct MI300A", "amd-mi300a");
    finds("Gaudi 3", "intel-gaudi3-oam");
    finds("gaudi2", "intel-gaudi2");
    finds("Snapdragon X Elite", "qualcomm-snapdragon-x-elite");
    finds("M4", "apple-m4");
    finds("apple m3 max", "apple-m3-max");
    finds("nvidia-b200", "nvidia-b200");
}

#[test]
fn korean_names() {
    finds("마하-1", "samsung-mach-1");
    finds("마하1", "samsung-mach-1");
    finds("가우디 3", "intel-gaudi3-oam");
    finds("블랙웰 B100", "nvidia-b100");
}

#[test]
fn a_part_of_several_names_is_ambiguous() {
    fails(
        "A100 PCIe",
        "`A100 PCIe` may be any of NVIDIA A100 PCIe 40GB, NVIDIA A100 PCIe 80GB; ask for one of them by its full name",
    );
    let error = Catalog::builtin().find("apple").expect_err("a vendor");
    assert!(matches!(&error, LookupError::Ambiguous { candidates, .. } if candidates.len() == 7), "{error}");
}

#[test]
fn a_part_of_one_name_is_suggested_and_not_taken() {
    fails(
        "Core Ultra 200V",
        "no accelerator or system is called `Core Ultra 200V`; did you mean Intel Core Ultra 200V (Lunar Lake) NPU?",
    );
}

#[test]
fn a_near_name_is_suggested() {
    fails("H10O", "no accelerator or system is called `H10O`; did you mean H100?");
    fails("MI300Z", "no accelerator or system is called `MI300Z`; did you mean MI300A or MI300X?");
    fails(
        "스냅드라곤 X 엘리드",
        "no accelerator or system is called `스냅드라곤 X 엘리드`; did you mean 스냅드래곤 X 엘리트?",
    );
    fails("Gaudy 3", "no accelerator or system is called `Gaudy 3`; did you mean Gaudi 3?");
}

#[test]
fn a_name_like_no_other_gets_no_suggestion() {
    let nothing = "the catalog lists what it has, and a spec file of your own can add more";
    fails("Voodoo", &format!("no accelerator or system is called `Voodoo`; {nothing}"));
    fails("", &format!("no accelerator or system is called ``; {nothing}"));
    fails("!?", &format!("no accelerator or system is called `!?`; {nothing}"));
}

#[test]
fn a_substring_of_a_word_is_no_part_of_a_name() {
    assert!(matches!(Catalog::builtin().find("B20"), Err(LookupError::Unknown { .. })));
    assert!(matches!(Catalog::builtin().find("00"), Err(LookupError::Unknown { .. })));
}

#[test]
fn systems_and_accelerators_are_not_taken_for_each_other() {
    let catalog = Catalog::builtin();
    fails(
        "DGX H100",
        "NVIDIA DGX H100 is a system of several accelerators; for one of them ask for NVIDIA H100 SXM5 80GB",
    );
    let error = catalog.find_system("H100").expect_err("an accelerator");
    assert_eq!(error.to_string(), "NVIDIA H100 SXM5 80GB is an accelerator, not a system; look it up as one");
}

#[test]
fn ids_are_exact() {
    let catalog = Catalog::builtin();
    assert_eq!(catalog.get("amd-mi300x").map(|found| found.name.as_str()), Some("AMD Instinct MI300X"));
    assert!(catalog.get("AMD-MI300X").is_none());
    assert!(catalog.get("nvidia-dgx-h100").is_none());
    let id = &catalog.get("amd-mi300x").expect("built in").id;
    assert_eq!((id.as_ref(), id.as_str(), id.to_string().as_str()), ("amd-mi300x", "amd-mi300x", "amd-mi300x"));
    assert!(*id == "amd-mi300x" && *id != "amd-mi300" && *id != *"amd-mi300");
    assert!(catalog.system("nvidia-dgx-h100").is_some());
}

#[test]
fn a_memory_technology_is_found_by_its_name_or_its_id() {
    let text = "[[source]]\nid = \"s\"\npublisher = \"P\"\ntitle = \"T\"\nurl = \"https://example.com/t\"\nevidence = \"standards\"\n\n\
                [[memory]]\nid = \"hbm9\"\nname = \"High Bandwidth Memory 9\"\nper = \"stack\"\ncapacity = { value = \"1 TB\", source = \"s\" }\n";
    let catalog = Catalog::from_toml("mine.toml", text).unwrap_or_else(|error| panic!("{error}"));
    for name in ["hbm9", "HBM 9", "high-bandwidth memory 9"] {
        assert_eq!(catalog.memory(name).map(|memory| memory.id.as_str()), Some("hbm9"), "{name}");
    }
    assert!(catalog.memory("HBM").is_none());
}

#[test]
fn filters_combine() {
    let catalog = Catalog::builtin();
    let from = "2023-12".parse().expect("a date");
    let to = "2024".parse().expect("a date");
    let found = catalog.accelerators().filter(|it| it.is_from("AMD") && it.was_released_between(from, to));
    let ids: Vec<_> = found.map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["amd-mi300a", "amd-mi300x", "amd-mi325x"]);

    let cancelled: Vec<_> =
        catalog.accelerators().filter(|it| it.has_status(Status::Cancelled)).map(|it| it.id.as_str()).collect();
    assert_eq!(
        cancelled,
        ["intel-falcon-shores", "intel-max-1350", "nvidia-b100", "nvidia-rubin-cpx", "samsung-mach-1"]
    );
    let superchips: Vec<_> =
        catalog.accelerators().filter(|it| it.is_kind(Kind::Superchip)).map(|it| it.id.as_str()).collect();
    assert_eq!(
        superchips,
        ["nvidia-gb200", "nvidia-gb300", "nvidia-gh200-144gb", "nvidia-gh200-96gb", "nvidia-vera-rubin-superchip"]
    );
    assert!(!catalog.get("nvidia-h100-sxm5-80gb").is_some_and(|it| it.was_released_between(from, to)));
}
