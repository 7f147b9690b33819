//! What the code must not hold: anything that belongs in a spec file.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use accelspec::Catalog;

/// The lines of code of all files under a folder: no comments, no documentation, no unit tests.
fn code(folder: &Path, lines: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("readable") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            code(&path, lines);
        } else {
            let text = fs::read_to_string(&path).expect("readable");
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            let code = text.lines().map(str::trim_start).filter(|line| !line.starts_with("//"));
            lines.extend(code.map(|line| format!("{}: {line}", path.display())));
        }
    }
}

/// Whether a text holds a name as whole words.
fn holds(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(start, _)| {
        let before = text[..start].chars().next_back();
        let after = text[start + name.len()..].chars().next();
        !before.into_iter().chain(after).any(char::is_alphanumeric)
    })
}

#[test]
fn no_product_and_no_vendor_is_named_in_code() {
    let mut lines = Vec::new();
    code(Path::new("src"), &mut lines);
    assert!(lines.len() > 1000);
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for product in Catalog::builtin().products() {
        names.extend([product.name(), product.vendor(), product.id().as_str()]);
        names.extend(product.aliases().iter().map(String::as_str));
    }
    // The list of built-in files names vendors, in their paths.
    let mut breaches = Vec::new();
    for line in lines.iter().filter(|line| !line.contains("include_str!")) {
        let found = names.iter().filter(|name| holds(line, name));
        breaches.extend(found.map(|name| format!("{line}  ({name})")));
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}
