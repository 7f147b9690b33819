//! Mistakes met in public tables, and what explains them.

use accelspec::{Catalog, Found, Hints, Precision, Sparsity, explain};

const MISTAKES: &str = include_str!("fixtures/mistakes.tsv");

struct Mistake<'a> {
    accelerator: &'a str,
    kind: &'a str,
    precision: Option<Precision>,
    sparsity: Option<Sparsity>,
    found: &'a str,
    expected: &'a str,
}

fn mistakes() -> impl Iterator<Item = Mistake<'static>> {
    MISTAKES.lines().skip(1).map(|line| {
        let cells: Vec<_> = line.split('\t').collect();
        let [_, accelerator, kind, precision, sparsity, found, expected] = cells[..] else {
            panic!("seven cells: {line}")
        };
        let precision = precision.parse().ok();
        Mistake { accelerator, kind, precision, sparsity: sparsity.parse().ok(), found, expected }
    })
}

/// The first three explanations, as text.
fn explanations(mistake: &Mistake<'_>) -> Vec<String> {
    let catalog = Catalog::builtin();
    let accelerator =
        catalog.get(mistake.accelerator).unwrap_or_else(|| panic!("no accelerator {}", mistake.accelerator));
    let found = Found::read(mistake.kind.parse().expect("a kind"), mistake.found).expect("a quantity");
    let hints = Hints { precision: mistake.precision, sparsity: mistake.sparsity, ..Hints::among(catalog) };
    explain(accelerator, &found, &hints).iter().take(3).map(ToString::to_string).collect()
}

#[test]
fn every_mistake_gets_the_explanation_that_the_table_names() {
    let mut wrong = Vec::new();
    for mistake in mistakes() {
        let explanations = explanations(&mistake);
        let right = match mistake.expected {
            "nothing" => explanations.is_empty(),
            expected => explanations.iter().any(|explanation| explanation.contains(expected)),
        };
        if !right {
            wrong.push(format!(
                "{} {} {}: expected `{}`, got\n  {}",
                mistake.accelerator,
                mistake.kind,
                mistake.found,
                mistake.expected,
                explanations.join("\n  ")
            ));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn nine_of_ten_are_explained() {
    let (mut explained, mut all) = (0, 0);
    for mistake in mistakes() {
        all += 1;
        explained += usize::from(mistake.expected != "nothing");
    }
    assert!(10 * explained >= 9 * all, "{explained} of {all}");
}
