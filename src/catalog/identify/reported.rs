//! Reading what a driver reports: which words name the model, and which only describe the part.

use crate::PciId;

/// A reported name, taken apart. Words are whole tokens in lower case; nothing is ever matched by a part of one.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Reported {
    /// The words of the model's name, joined: `h100`, `rtxa1000`, `rtx4090laptop`.
    pub(super) model: String,
    /// All words, joined by blanks.
    pub(super) words: String,
    /// What the other words say of the part.
    pub(super) traits: Vec<Trait>,
    /// The words of the model's name that are those of a maker.
    pub(super) makers: Vec<String>,
    /// The slice that the name speaks of, as reported.
    pub(super) slice: Option<String>,
}

/// What a word says of a part beside its model.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Trait {
    /// A memory capacity in gigabytes, of which kind the name does not say.
    Capacity(u32),
    /// A memory technology: `hbm3`.
    Memory(String),
    /// What it is mounted as: `sxm5`, `pcie`, `oam`.
    Form(String),
}

/// Words that say nothing about which part it is.
const NOISE: &[&str] = &[
    "ac",
    "accelerator",
    "card",
    "core",
    "corporation",
    "cts",
    "dc",
    "device",
    "geforce",
    "generation",
    "gpu",
    "graphics",
    "grid",
    "inc",
    "instinct",
    "mba",
    "mcm",
    "module",
    "podslice",
    "processor",
    "r",
    "radeon",
    "rev",
    "slice",
    "spx",
    "tensor",
    "tesla",
    "tm",
];
const FORMS: &[&str] = &["pcie", "sxm", "sxm2", "sxm3", "sxm4", "sxm5", "sxm6", "oam", "nvl", "nvlink"];
const MEMORIES: &[&str] =
    &["hbm", "hbm2", "hbm2e", "hbm3", "hbm3e", "hbm4", "gddr5", "gddr6", "gddr6x", "gddr7", "lpddr5", "lpddr5x"];
/// Ways to run a part as several devices.
const PARTITIONS: &[&str] = &["dpx", "tpx", "qpx", "cpx"];

impl Reported {
    /// Reads a name, given which words are those of makers.
    pub(super) fn read(name: &str, is_maker: impl Fn(&str) -> bool) -> Self {
        let mut reported = Self::default();
        let mut words = words(name);
        if let Some(at) = words.iter().position(|word| word == "mig") {
            words.truncate(at);
            reported.slice = Some(name[without_slice(name).len()..].trim().to_owned());
        }
        reported.words = words.join(" ");
        for word in words {
            if PARTITIONS.contains(&word.as_str()) {
                reported.slice = Some(word.to_uppercase());
            } else if is_form(&word) {
                reported.traits.push(Trait::Form(word));
            } else if MEMORIES.contains(&word.as_str()) {
                reported.traits.push(Trait::Memory(word));
            } else if let Some(capacity) = capacity(&word) {
                reported.traits.push(Trait::Capacity(capacity));
            } else if is_noise(&word) {
                // Before the makers: "Tesla" stands in front of NVIDIA's older cards.
            } else if is_maker(&word) {
                reported.makers.push(word);
            } else {
                reported.model.push_str(&word);
            }
        }
        reported
    }

    /// Takes the end of a name for the profile of a virtual GPU: `A10-8Q`, `H100L-1-12C`.
    pub(super) fn virtual_gpu(name: &str) -> Option<(&str, &str)> {
        let last = name.rfind(' ').unwrap_or(0);
        let (board, profile) = name[last..].split_once('-')?;
        let size = profile.rsplit('-').next().unwrap_or(profile);
        let kind = size.strip_suffix(['Q', 'C', 'A', 'B'])?;
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let whole =
            is_number(kind) && profile.strip_suffix(size)?.trim_end_matches('-').bytes().all(|b| b.is_ascii_digit());
        whole.then(|| (&name[..last + board.len()], profile))
    }
}

/// What stands before the profile of a `MIG` partition.
pub(super) fn without_slice(name: &str) -> &str {
    let is_word = |at: usize| {
        let beside = name[..at].chars().next_back().into_iter().chain(name[at + 3..].chars().next());
        !beside.into_iter().any(char::is_alphanumeric)
    };
    let lower = name.to_ascii_lowercase();
    let at = lower.match_indices("mig").map(|(at, _)| at).find(|at| is_word(*at));
    at.map_or(name, |at| &name[..at])
}

/// The parts of a name in parentheses or brackets, and the name without them.
pub(super) fn asides(name: &str) -> (String, Vec<&str>) {
    let mut bare = String::with_capacity(name.len());
    let mut asides = Vec::new();
    let mut rest = name;
    while let Some(open) = rest.find(['(', '[']) {
        let Some(close) = rest[open..].find([')', ']']) else { break };
        bare.push_str(&rest[..open]);
        bare.push(' ');
        asides.push(&rest[open + 1..open + close]);
        rest = &rest[open + close + 1..];
    }
    bare.push_str(rest);
    (bare, asides)
}

/// The PCI id that stands in an aside: `[10de:2e12]`.
pub(super) fn pci_id(asides: &[&str]) -> Option<PciId> {
    asides.iter().find_map(|aside| aside.parse().ok())
}

/// The LLVM target that stands in an aside: `(gfx942:sramecc+:xnack-)`.
pub(super) fn gfx<'n>(asides: &[&'n str]) -> Option<&'n str> {
    let target = |aside: &'n str| aside.split(':').next().filter(|target| target.starts_with("gfx"));
    asides.iter().copied().find_map(target)
}

/// The words of a text, in lower case.
pub(super) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// The gigabytes of a word such as `80gb`, with a count of parts behind it or not: `80gbx8`.
pub(super) fn capacity(word: &str) -> Option<u32> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = word.split_at(digits);
    let unit = unit.split_once('x').filter(|(_, count)| is_digits(count)).map_or(unit, |(unit, _)| unit);
    matches!(unit, "gb" | "g" | "gib").then(|| number.parse().ok()).flatten()
}

/// Whether a word says what a part is mounted as.
pub(super) fn is_form(word: &str) -> bool {
    FORMS.contains(&word)
}

/// Words of no consequence, how many parts there are, powers, and memory partitions that leave the part whole.
fn is_noise(word: &str) -> bool {
    let number = |rest: Option<&str>| rest.is_some_and(is_digits);
    NOISE.contains(&word)
        || number(word.strip_suffix('w'))
        || number(word.strip_suffix('x'))
        || number(word.strip_prefix('x'))
        || number(word.strip_prefix("nps"))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{Reported, Trait, asides, capacity};

    fn read(name: &str) -> Reported {
        Reported::read(name, |word| matches!(word, "nvidia" | "amd"))
    }

    #[test]
    fn the_model_is_what_is_left() {
        assert_eq!(read("NVIDIA H100 80GB HBM3").model, "h100");
        assert_eq!(read("Tesla V100-SXM2-16GB").model, "v100");
        assert_eq!(read("NVIDIA RTX A1000 6GB Laptop GPU").model, "rtxa1000laptop");
        assert_eq!(read("AMD Instinct MI300X-NPS1-SPX-192GB-750W").model, "mi300x");
        assert_eq!(read("AMD Radeon Graphics").model, "");
    }

    #[test]
    fn the_other_words_describe() {
        let traits = read("NVIDIA A100-SXM4-80GB").traits;
        assert_eq!(traits, [Trait::Form("sxm4".to_owned()), Trait::Capacity(80)]);
        assert_eq!(read("H100 80GB HBM3").traits[1], Trait::Memory("hbm3".to_owned()));
        assert_eq!(capacity("80gbx8"), Some(80));
        assert_eq!(capacity("4090"), None);
    }

    #[test]
    fn slices_are_split_off() {
        let mig = read("NVIDIA A100-SXM4-40GB MIG 3g.20gb");
        assert_eq!((mig.model.as_str(), mig.slice.as_deref()), ("a100", Some("MIG 3g.20gb")));
        assert_eq!(Reported::virtual_gpu("GRID A100D-40C"), Some(("GRID A100D", "40C")));
        assert_eq!(Reported::virtual_gpu("NVIDIA H100L-1-12C"), Some(("NVIDIA H100L", "1-12C")));
        assert_eq!(Reported::virtual_gpu("NVIDIA A100-SXM4-40GB"), None);
        assert_eq!(Reported::virtual_gpu("Ascend 910B"), None);
    }

    #[test]
    fn asides_are_what_stands_in_parentheses() {
        let (bare, found) = asides("NVIDIA Corporation Device [10de:2e12] (rev a1)");
        assert_eq!(found, ["10de:2e12", "rev a1"]);
        assert_eq!(bare.split_whitespace().collect::<Vec<_>>(), ["NVIDIA", "Corporation", "Device"]);
        assert_eq!(asides("an (open end").0, "an (open end");
    }
}
