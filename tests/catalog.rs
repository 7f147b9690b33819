//! Loading: files on top of files, from disk and from memory, whole or not at all.

use std::fs;

use accelspec::{Absence, Catalog, PeakKey, Precision, SpecFile, compare};

const SOURCE: &str = r#"
[[source]]
id = "mine"
publisher = "me"
title = "What I measured"
url = "https://example.com/mine"
evidence = "independent"
"#;

fn file(rows: &str) -> SpecFile {
    SpecFile::new("mine.toml", format!("{SOURCE}{rows}"))
}

#[test]
fn a_file_may_cite_sources_and_claim_about_products_of_the_catalog() {
    let mine = SpecFile::new(
        "mine.toml",
        r#"
[[accelerator]]
id = "acme-a1"
name = "Acme A1"
vendor = "Acme"
kind = "asic"
tdp = { value = "75 W", source = "epoch-ml-hardware" }

[[system]]
id = "acme-pair"
name = "Acme Pair"
vendor = "Acme"
members = [{ id = "nvidia-b200", count = 2, source = "epoch-ml-hardware" }]

[[claim]]
id = "a1-vs-h100"
subject = "acme-a1"
baseline = "nvidia-h100-sxm5-80gb"
metric = "power"
ratio = "9.3"
bound = "about"
sense = "less"
as-printed = "9.3x less power"
source = "epoch-ml-hardware"
"#,
    );
    let catalog = Catalog::builtin().with_files(&[mine]).expect("good");
    assert_eq!(catalog.accelerators().count(), Catalog::builtin().accelerators().count() + 1);
    assert!(catalog != *Catalog::builtin() && catalog == catalog.clone());
    let claim = catalog.claim("a1-vs-h100").expect("added");
    assert_eq!(catalog.source("epoch-ml-hardware").map(|source| &source.id), Some(&claim.citation.source.id));
    let recomputed = accelspec::recompute(&catalog, claim).expect("both powers are known");
    assert_eq!(recomputed.agreement, accelspec::Agreement::Confirmed);
    assert!(catalog.find("NVIDIA H100").is_ok());
}

#[test]
fn a_file_may_hold_rows_of_one_kind_alone() {
    let alone = [
        SOURCE,
        "[[memory]]\nid = \"ram\"\nname = \"RAM\"\nper = \"stack\"\n",
        "[[accelerator]]\nid = \"acme-a1\"\nname = \"Acme A1\"\nvendor = \"Acme\"\nkind = \"asic\"\n",
        "[[system]]\nid = \"acme-box\"\nname = \"Acme Box\"\nvendor = \"Acme\"\n\
         members = [{ id = \"amd-mi300x\", count = 2, source = \"epoch-ml-hardware\" }]\n",
        "[[claim]]\nid = \"mine\"\nsubject = \"amd-mi300x\"\nbaseline = \"undisclosed\"\nmetric = \"throughput\"\nratio = \"2\"\n\
         bound = \"up-to\"\nas-printed = \"2x\"\nsource = \"epoch-ml-hardware\"\n",
        "[[measured]]\nbenchmark = \"B\"\nworkload = \"W\"\nscenario = \"S\"\nunit = \"ms\"\nsource = \"epoch-ml-hardware\"\n\
         results = [{ accelerator = \"amd-mi300x\", count = 1, value = \"5\" }]\n",
        "[[reference]]\nid = \"plant\"\nname = \"Plant\"\nenergy = { value = \"5 TWh\", source = \"epoch-ml-hardware\" }\n",
        "",
    ];
    for rows in alone {
        let loaded = Catalog::builtin().with_files(&[SpecFile::new("mine.toml", rows)]);
        let loaded = loaded.unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(loaded == *Catalog::builtin(), rows.is_empty(), "{rows}");
    }
}

#[test]
fn a_clash_is_refused_whole() {
    let before = Catalog::builtin().clone();
    let mine = file(
        "[[accelerator]]\nid = \"acme-a1\"\nname = \"Acme A1\"\nvendor = \"Acme\"\nkind = \"asic\"\n\n\
         [[accelerator]]\nid = \"amd-mi300x\"\ntdp = { value = \"1 W\", source = \"mine\" }\n\n\
         [[claim]]\nid = \"mi300x-vs-h100-capacity-2p4x\"\nsubject = \"acme-a1\"\nbaseline = \"undisclosed\"\n\
         metric = \"throughput\"\nratio = \"2\"\nbound = \"up-to\"\nas-printed = \"2x\"\nsource = \"mine\"\n",
    );
    let error = Catalog::builtin().with_files(&[mine]).expect_err("both ids are taken");
    assert_eq!(
        error.to_string(),
        "mine.toml:15:6: `amd-mi300x` is in the catalog already; give it another id, or load the file as an override\n\
         mine.toml:19:6: `mi300x-vs-h100-capacity-2p4x` is in the catalog already; give it another id, or load the file as an override"
    );
    assert_eq!(*Catalog::builtin(), before);
}

#[test]
fn a_name_of_the_catalog_is_refused_even_to_an_override() {
    let rows = "[[accelerator]]\nid = \"acme-h\"\nname = \"Acme H\"\nvendor = \"Acme\"\nkind = \"asic\"\naliases = [\"h-100\"]\n";
    let expected = "mine.toml:13:12: the name `h-100` belongs to `nvidia-h100-sxm5-80gb` already; each name leads to one product, so choose another";
    assert_eq!(Catalog::builtin().with_files(&[file(rows)]).expect_err("taken").to_string(), expected);
    assert_eq!(Catalog::builtin().overridden_by(&[file(rows)]).expect_err("taken").to_string(), expected);
}

#[test]
fn an_override_replaces_what_it_names_and_nothing_else() {
    let mine = file(
        r#"
[[accelerator]]
id = "nvidia-h100-sxm5-80gb"
tdp = { value = "500 W", source = "mine" }
peak = [{ precision = "bf16", engine = "matrix", sparsity = "dense", value = "800 TFLOP/s", source = "mine" }]
interconnect = [{ link = "NVLink 4", role = "scale-up", direction = "bidirectional", value = "800 GB/s", source = "mine" }]
"#,
    );
    let catalog = Catalog::builtin().overridden_by(&[mine]).expect("good");
    let (old, new) = (Catalog::builtin().get("nvidia-h100-sxm5-80gb"), catalog.get("nvidia-h100-sxm5-80gb"));
    let (old, new) = (old.expect("built in"), new.expect("still there"));
    assert_eq!(new.tdp().expect("mine").to_string(), "500 W");
    assert_eq!((&new.name, &new.aliases, new.kind), (&old.name, &old.aliases, old.kind));
    let changed = |sheet: &accelspec::Figures| {
        let entries = sheet.entries().into_iter();
        entries.map(|entry| (entry.name, entry.key, entry.provenance.published.clone())).collect::<Vec<_>>()
    };
    let (before, after) = (changed(&old.figures), changed(&new.figures));
    let differences: Vec<_> = after
        .iter()
        .filter(|entry| !before.contains(entry))
        .map(|(name, key, value)| format!("{name} {key}: {value}"))
        .collect();
    assert_eq!(
        differences,
        [
            "tdp : 500 W",
            "peak bf16 matrix dense: 800 TFLOP/s",
            "interconnect NVLink 4 scale-up bidirectional: 800 GB/s"
        ]
    );
    assert_eq!(before.len(), after.len());
    // The system that holds it sees the change, and the built-in catalog does not.
    assert_eq!(catalog.find_system("DGX H100").expect("built in").members[0].accelerator.tdp(), new.tdp());
    assert_eq!(old.tdp().expect("known").to_string(), "700 W");
    assert_eq!(catalog.accelerators().count(), Catalog::builtin().accelerators().count());
}

#[test]
fn an_override_of_a_system_keeps_its_members() {
    let mine = file("[[system]]\nid = \"nvidia-dgx-h100\"\nmax-power = { value = \"9 kW\", source = \"mine\" }\n");
    let catalog = Catalog::builtin().overridden_by(&[mine]).expect("good");
    let dgx = catalog.system("nvidia-dgx-h100").expect("built in");
    assert_eq!(dgx.accelerators(), 8);
    assert_eq!(accelspec::Metric::MaxPower.read(dgx).expect("mine").to_string(), "9 kW");
}

#[test]
fn an_override_that_breaks_a_rule_with_what_stays_is_refused() {
    let mine =
        file("[[accelerator]]\nid = \"nvidia-h100-sxm5-80gb\"\nreleased = { value = \"2020\", source = \"mine\" }\n");
    assert_eq!(
        Catalog::builtin().overridden_by(&[mine]).expect_err("announced in 2022").to_string(),
        "mine.toml:10:22: released 2020, before it was announced on 2022-03-22; check both dates"
    );
}

#[test]
fn a_source_is_not_overridden() {
    let mine = SpecFile::new("mine.toml", SOURCE.replace("\"mine\"", "\"epoch-ml-hardware\""));
    assert_eq!(
        Catalog::builtin().overridden_by(&[mine]).expect_err("figures stand on it").to_string(),
        "mine.toml:3:6: source `epoch-ml-hardware` is in the catalog already and figures stand on it; declare yours under another id"
    );
}

#[test]
fn an_id_belongs_to_one_record_of_any_kind() {
    let rows = "[[claim]]\nid = \"epoch-ml-hardware\"\nsubject = \"amd-mi300x\"\nbaseline = \"undisclosed\"\nmetric = \"throughput\"\n\
                ratio = \"2\"\nbound = \"up-to\"\nas-printed = \"2x\"\nsource = \"mine\"\n\n\
                [[system]]\nid = \"amd-mi300x\"\nname = \"AMD Box\"\nvendor = \"AMD\"\n\
                members = [{ id = \"amd-mi300x\", count = 2, source = \"mine\" }]\n";
    let refused = Catalog::builtin().with_files(&[file(rows)]).expect_err("both are taken").to_string();
    assert_eq!(
        refused,
        "mine.toml:9:6: `epoch-ml-hardware` is in the catalog already; give it another id, or load the file as an override\n\
         mine.toml:19:6: `amd-mi300x` is in the catalog already; give it another id, or load the file as an override"
    );
    let refused = Catalog::builtin().overridden_by(&[file(rows)]).expect_err("both are of another kind").to_string();
    assert_eq!(
        refused,
        "mine.toml:9:6: `epoch-ml-hardware` is the id of another kind of record in the catalog, source; an override keeps the kind of a record, so choose \
         another id\n\
         mine.toml:19:6: `amd-mi300x` is the id of another kind of record in the catalog, accelerator; an override keeps the kind of a record, so choose \
         another id"
    );
}

#[test]
fn the_errors_of_all_files_come_in_the_order_of_their_names() {
    let files = [
        SpecFile::new("b.toml", "[[accelerator]]\nid = \"x\"\nname = \"X\"\nvendor = \"V\"\nkind = \"gpu\"\n"),
        SpecFile::new("a.toml", "[[accelerator]]\nid = \"x\"\nname = \"Y\"\nvendor = \"V\"\nkind = \"chip\"\n"),
    ];
    let expected = "a.toml:5:8: unknown kind `chip`; write one of gpu, apu, npu, asic, superchip, soc, wafer, lpu\n\
                    b.toml:2:6: duplicate id `x`, declared at a.toml:2:6; rename one of the two";
    assert_eq!(Catalog::from_files(&files).expect_err("twice").to_string(), expected);
    let reversed: Vec<_> = files.into_iter().rev().collect();
    assert_eq!(Catalog::from_files(&reversed).expect_err("twice").to_string(), expected);
}

#[test]
fn a_folder_is_read_with_the_folders_in_it() {
    let folder = std::env::temp_dir().join(format!("accelspec-folder-{}", std::process::id()));
    // A run that failed may have left it, under a number that processes now use again.
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("removed");
    }
    fs::create_dir_all(folder.join("inner")).expect("a folder");
    fs::write(folder.join("sources.toml"), SOURCE).expect("a file");
    let row = "[[accelerator]]\nid = \"a\"\nname = \"A\"\nvendor = \"V\"\nkind = \"gpu\"\ntdp = { absent = \"undisclosed\", source = \"mine\" }\n";
    fs::write(folder.join("inner/a.toml"), row).expect("a file");
    fs::write(folder.join("notes.txt"), "= not TOML").expect("a file");
    let catalog = Catalog::from_files(&SpecFile::read_directory(&folder).expect("readable")).expect("good");
    assert_eq!(catalog.find("A").expect("read").tdp().expect_err("undisclosed").absence(), Absence::Undisclosed);

    fs::write(folder.join("inner/b.toml"), b"# \xff").expect("a file");
    let error = SpecFile::read_directory(&folder).expect_err("not UTF-8");
    assert!(error.to_string().ends_with("b.toml:1:3: the byte 0xff is not UTF-8; save the file as UTF-8"), "{error}");
    fs::remove_dir_all(&folder).expect("removed");

    let error = SpecFile::read_directory(&folder).expect_err("gone");
    assert!(error.to_string().contains(": cannot be read: "), "{error}");
}

#[test]
fn an_absence_may_speak_for_many_figures() {
    let mine = file(
        r#"
[[accelerator]]
id = "a"
name = "A"
vendor = "A"
kind = "asic"
peak = [
  { absent = "undisclosed", source = "mine" },
  { precision = "fp4", absent = "not-applicable", source = "mine" },
  { precision = "int8", engine = "matrix", sparsity = "dense", value = "1 TOP/s", source = "mine" },
]
interconnect = [
  { role = "host", absent = "not-applicable", source = "mine" },
  { link = "L", role = "scale-up", direction = "bidirectional", value = "1 GB/s", source = "mine" },
]
price = [{ absent = "undisclosed", source = "mine" }]
"#,
    );
    let catalog = Catalog::from_files(&[mine]).unwrap_or_else(|error| panic!("{error}"));
    // A product may be called as its vendor is.
    let found = catalog.find("a a").expect("named as its vendor");
    let sheet: Vec<_> =
        found.figures.entries().into_iter().map(|entry| (entry.name, entry.key, entry.absence)).collect();
    let (undisclosed, not_applicable) = (Some(Absence::Undisclosed), Some(Absence::NotApplicable));
    let expected = [
        ("peak", "int8 matrix dense", None),
        ("peak", "any", undisclosed),
        ("peak", "fp4", not_applicable),
        ("interconnect", "L scale-up bidirectional", None),
        ("interconnect", "host", not_applicable),
        ("price", "any", undisclosed),
    ];
    assert_eq!(sheet, expected.map(|(name, key, absence)| (name, key.to_owned(), absence)));
    let read = |text: &str| {
        let reading = text.parse::<accelspec::Metric>().expect("a metric").read(found);
        reading.map(|reading| reading.to_string()).map_err(|gap| gap.absence)
    };
    assert_eq!(read("peak int8"), Ok("1 TOP/s".to_owned()));
    assert_eq!(read("peak fp8"), Err(Absence::Undisclosed));
    assert_eq!(read("peak fp4"), Err(Absence::NotApplicable));
    assert_eq!(read("price KRW"), Err(Absence::Undisclosed));
    assert_eq!(read("interconnect-bandwidth host"), Err(Absence::NotApplicable));
    assert_eq!(read("interconnect-bandwidth scale-out"), Err(Absence::NotRecorded));
}

#[test]
fn an_absence_of_a_link_replaces_the_one_of_its_role_and_no_other() {
    let accelerator = "[[accelerator]]\nid = \"a\"\n";
    let named = "name = \"A\"\nvendor = \"V\"\nkind = \"asic\"\n";
    let absence = |role: &str, word: &str| format!("  {{ {role}absent = \"{word}\", source = \"mine\" }},\n");
    let host = |word| absence("role = \"host\", ", word);
    let links = |rows: String| format!("interconnect = [\n{rows}]\n");
    let rows = links(
        [host("undisclosed"), absence("role = \"scale-out\", ", "undisclosed"), absence("", "undisclosed")].concat(),
    );
    let base = Catalog::from_files(&[file(&format!("{accelerator}{named}{rows}"))]).expect("good");
    let rows = links(host("not-applicable"));
    let over = base.overridden_by(&[SpecFile::new("over.toml", format!("{accelerator}{rows}"))]).expect("good");
    let entries = over.get("a").expect("there").figures.entries().into_iter();
    let (undisclosed, not_applicable) = (Some(Absence::Undisclosed), Some(Absence::NotApplicable));
    assert_eq!(
        entries.map(|entry| (entry.key, entry.absence)).collect::<Vec<_>>(),
        [("scale-out", undisclosed), ("any", undisclosed), ("host", not_applicable)]
            .map(|(key, absence)| (key.to_owned(), absence))
    );
}

#[test]
fn of_two_absences_that_leaves_least_open_speaks() {
    let pairs = [
        ("", "precision = \"fp4\", "),
        ("", "engine = \"matrix\", "),
        ("", "sparsity = \"dense\", "),
        ("precision = \"fp4\", ", "precision = \"fp4\", engine = \"matrix\", "),
        ("engine = \"matrix\", ", "engine = \"matrix\", sparsity = \"dense\", "),
        ("sparsity = \"dense\", ", "precision = \"fp4\", sparsity = \"dense\", "),
    ];
    for (wide, narrow) in pairs {
        let wide = format!("  {{ {wide}absent = \"undisclosed\", source = \"mine\" }},\n");
        let narrow = format!("  {{ {narrow}absent = \"not-applicable\", source = \"mine\" }},\n");
        for rows in [format!("{wide}{narrow}"), format!("{narrow}{wide}")] {
            let mine = file(&format!(
                "[[accelerator]]\nid = \"a\"\nname = \"A\"\nvendor = \"V\"\nkind = \"asic\"\npeak = [\n{rows}]\n"
            ));
            let catalog = Catalog::from_files(&[mine]).unwrap_or_else(|error| panic!("{error}"));
            let gap = catalog.get("a").expect("there").peak(PeakKey::dense_matrix(Precision::Fp4)).expect_err("absent");
            assert_eq!(gap.absence(), Absence::NotApplicable, "{rows}");
        }
    }
}

#[test]
fn a_record_outlives_the_catalog_it_came_from() {
    let mine = file(
        "[[accelerator]]\nid = \"a\"\nname = \"A\"\nvendor = \"V\"\nkind = \"gpu\"\ntransistors = { value = \"5 G\", source = \"mine\" }\n",
    );
    let accelerator = Catalog::from_files(&[mine]).expect("good").get("a").expect("there").clone();
    let table = compare(&accelerator, &accelerator).expect("one level").to_string();
    assert!(table.contains("What I measured"), "{table}");
}

#[test]
fn the_catalog_may_be_shared_between_threads() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<Catalog>();
    shared::<accelspec::LoadError>();
    shared::<accelspec::CompareError>();
    shared::<accelspec::LookupError>();
}

/// A place that was asked for is remembered beside the text, and makes no other file of it.
#[test]
fn a_spec_file_is_its_name_and_its_text() {
    let file = SpecFile::new("b.toml", "[[chip]]");
    assert_eq!(Catalog::from_files(std::slice::from_ref(&file)).expect_err("no chips").errors()[0].line(), Some(1));
    assert_eq!(file, SpecFile::new("b.toml", "[[chip]]"));
    assert_ne!(file, SpecFile::new("a.toml", "[[chip]]"));
    assert_ne!(file, SpecFile::new("b.toml", ""));
    assert!(SpecFile::new("a.toml", "z") < file && SpecFile::new("b.toml", "") < file);
    assert_eq!(format!("{file:?}"), r#"SpecFile { name: "b.toml", text: "[[chip]]", .. }"#);
}
