//! From what a driver or tool reports to the accelerator.

mod reported;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use reported::{Reported, Trait};

use super::Catalog;
use super::find::listed;
use crate::excerpt::Excerpt;
use crate::names::{distance, normalized};
use crate::records::{Records, Slot};
use crate::{Accelerator, PciId, Quantity, System};

/// How much of its label a part shows as memory: decimal gigabytes and a reserve below it, binary ones above.
const SHOWN_MEMORY: std::ops::RangeInclusive<f64> = 0.92..=1.08;

impl Catalog {
    /// The accelerator that a driver or tool reports: `nvidia-smi`, `torch.cuda.get_device_name`, `rocm-smi`, `hl-smi`, JAX, an
    /// `MLPerf` system, a cloud label.
    ///
    /// Whole words are compared, never parts of them, and each word of the name must fit: an L40S is no L4, a laptop part no desktop
    /// part. There is no default.
    ///
    /// # Errors
    ///
    /// [`IdentifyError::Unknown`] when no accelerator fits, [`IdentifyError::Ambiguous`] when several do, and
    /// [`IdentifyError::System`] when the name is that of a system.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let catalog = Catalog::builtin();
    /// assert_eq!(catalog.identify("NVIDIA H100 80GB HBM3")?.accelerator.id, "nvidia-h100-sxm5-80gb");
    /// let slice = catalog.identify("NVIDIA A100-SXM4-40GB MIG 3g.20gb")?;
    /// assert_eq!(slice.accelerator.id, "nvidia-a100-sxm4-40gb");
    /// assert_eq!(slice.slice.as_deref(), Some("MIG 3g.20gb"));
    /// assert!(catalog.identify("NVIDIA H100").unwrap_err().to_string().starts_with("`NVIDIA H100` may be any of "));
    /// assert!(catalog.identify("NVIDIA RTX A1000").is_err()); // no A100
    /// # Ok::<(), accelspec::IdentifyError>(())
    /// ```
    pub fn identify(&self, reported: &str) -> Result<Identified<'_>, IdentifyError> {
        self.identify_with(reported, &DeviceHints::default())
    }

    /// The accelerator that a driver reports, where more is known than its name.
    ///
    /// # Errors
    ///
    /// As for [`Catalog::identify`], and [`IdentifyError::Contradicted`] when a hint fits none of those that the name fits.
    ///
    /// ```
    /// use accelspec::{Catalog, DeviceHints};
    ///
    /// let catalog = Catalog::builtin();
    /// let hints = DeviceHints { pci_id: Some("10de:2331".parse()?), ..DeviceHints::default() };
    /// assert_eq!(catalog.identify_with("NVIDIA H100", &hints)?.accelerator.id, "nvidia-h100-pcie-80gb");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn identify_with(&self, reported: &str, hints: &DeviceHints<'_>) -> Result<Identified<'_>, IdentifyError> {
        let loaded = self.all_products();
        let devices = loaded.devices.get_or_init(|| Devices::of(&loaded.records));
        let is_system = |name: &str| matches!(loaded.names.get(&normalized(name)), Some(Slot::System(_)));
        let mut reading = devices.read(reported, is_system);
        let asides = reading.asides.as_slice();
        let hints = DeviceHints {
            pci_id: hints.pci_id.or_else(|| reported::pci_id(asides)),
            gfx: hints.gfx.or_else(|| reported::gfx(asides)),
            // A slice shows its own share of the memory.
            memory_mib: hints.memory_mib.filter(|_| reading.slice.is_none()),
        };
        if reading.fits.is_empty() && reading.nameless {
            reading.fits = devices.with_pci_id(hints.pci_id);
        }
        let fits: Vec<usize> = reading.fits.iter().copied().filter(|fit| hints.allow(&devices.all[*fit])).collect();
        let names = |fits: &BTreeSet<usize>| fits.iter().map(|fit| devices.all[*fit].name.clone()).collect();
        match fits.as_slice() {
            [only] => Ok(Identified { accelerator: &devices.all[*only], slice: reading.slice }),
            [] if !reading.fits.is_empty() => {
                Err(IdentifyError::Contradicted { reported: reported.to_owned(), candidates: names(&reading.fits) })
            }
            [] => Err(self.unidentified(devices, reported)),
            several => {
                let candidates = names(&several.iter().copied().collect());
                Err(IdentifyError::Ambiguous { reported: reported.to_owned(), candidates })
            }
        }
    }

    fn unidentified(&self, devices: &Devices, reported: &str) -> IdentifyError {
        let reported = reported.to_owned();
        if let Some(Slot::System(system)) = self.slot(&reported) {
            let System { name, members, .. } = &**system;
            let members = members.iter().map(|member| format!("{} x {}", member.count, member.accelerator.name));
            return IdentifyError::System { name: name.clone(), members: members.collect() };
        }
        let model = devices.described(&reported).model;
        let most = model.chars().count() / 4;
        let near = devices.models.iter().map(|(known, fits)| (distance(&model, known), fits));
        let near: Vec<_> = near.filter(|(off, _)| !model.is_empty() && *off <= most).collect();
        let least = near.iter().map(|(off, _)| *off).min();
        let nearest = near.into_iter().filter(|(off, _)| Some(*off) == least).flat_map(|(_, fits)| fits);
        let nearest: BTreeSet<_> = nearest.map(|fit| devices.all[*fit].name.clone()).collect();
        let nearest = nearest.into_iter().collect();
        IdentifyError::Unknown { reported, nearest }
    }
}

/// What is known of a device beside its name. What stays `None` is not asked about.
///
/// ```
/// use accelspec::{Catalog, DeviceHints};
///
/// let hints = DeviceHints { memory_mib: Some(81_559), ..DeviceHints::default() };
/// let error = Catalog::builtin().identify_with("NVIDIA H100", &hints).unwrap_err();
/// assert!(!error.to_string().contains("94GB"), "the memory rules the NVL card out: {error}");
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct DeviceHints<'h> {
    /// The memory that the device shows, in MiB. Some of what its label says is always held back.
    pub memory_mib: Option<u32>,
    /// What the bus says it is.
    pub pci_id: Option<PciId>,
    /// The LLVM target of an AMD device: `gfx942`.
    pub gfx: Option<&'h str>,
}

impl DeviceHints<'_> {
    /// Whether an accelerator fits all hints; what is not recorded of it cannot speak against it.
    fn allow(&self, accelerator: &Accelerator) -> bool {
        let pci = self.pci_id.is_none_or(|id| accelerator.pci_ids.is_empty() || accelerator.pci_ids.contains(&id));
        let gfx = self.gfx.is_none_or(|target| accelerator.gfx.as_ref().is_none_or(|known| known == target));
        let memory = self.memory_mib.is_none_or(|shown| {
            let label = accelerator.memory_capacity();
            label.is_err()
                || label.is_ok_and(|label| SHOWN_MEMORY.contains(&(f64::from(shown) * 1_048_576.0 / label.base())))
        });
        pci && gfx && memory
    }
}

/// What a reported name leads to.
///
/// ```
/// use accelspec::Catalog;
///
/// let found = Catalog::builtin().identify("AMD Instinct MI300X OAM")?;
/// assert_eq!(found.accelerator.id, "amd-mi300x");
/// assert_eq!(found.slice, None);
/// # Ok::<(), accelspec::IdentifyError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Identified<'a> {
    /// The accelerator, or the one that the slice is a part of.
    pub accelerator: &'a Accelerator,
    /// The partition or virtual GPU that the name speaks of: its figures are a share of the accelerator's.
    pub slice: Option<String>,
}

/// Why a reported name leads to no accelerator.
///
/// ```
/// use accelspec::Catalog;
///
/// let error = Catalog::builtin().identify("NVIDIA H1O0").unwrap_err();
/// assert!(error.to_string().starts_with("no accelerator reports itself as `NVIDIA H1O0`; the nearest are NVIDIA H100"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IdentifyError {
    /// No accelerator fits the name.
    #[error("no accelerator reports itself as `{}`{}", Excerpt(.reported), nearest_are(.nearest))]
    Unknown {
        /// The name as reported.
        reported: String,
        /// Full names of accelerators with a similar name.
        nearest: Vec<String>,
    },
    /// Several accelerators fit the name.
    #[error("`{}` may be any of {}; its memory, PCI id or gfx target would tell", Excerpt(.reported), listed(.candidates))]
    Ambiguous {
        /// The name as reported.
        reported: String,
        /// The full names of all that fit.
        candidates: Vec<String>,
    },
    /// The name fits, the hints do not.
    #[error(
        "`{}` fits {}, but the memory, PCI id or gfx target does not; check the hints",
        Excerpt(.reported),
        listed(.candidates)
    )]
    Contradicted {
        /// The name as reported.
        reported: String,
        /// The full names of those that the name fits.
        candidates: Vec<String>,
    },
    /// The name is that of a system.
    #[error("{name} is a system that holds {}; identify its devices one by one", listed(.members))]
    System {
        /// The full name of the system.
        name: String,
        /// What it holds: a count and a full name each.
        members: Vec<String>,
    },
}

fn nearest_are(nearest: &[String]) -> String {
    if nearest.is_empty() {
        "; a spec file of your own can add it".to_owned()
    } else {
        format!("; the nearest are {}", listed(nearest))
    }
}

/// The accelerators by what they report. Made when first asked for, so that those who never ask do not pay.
#[derive(Clone, Debug)]
pub(super) struct Devices {
    all: Vec<Arc<Accelerator>>,
    parts: Vec<Part>,
    /// Device names in lower case, punctuation kept.
    exact: HashMap<String, Vec<usize>>,
    /// Device names by their words.
    words: HashMap<String, Vec<usize>>,
    /// Full names and aliases by the words of the model.
    models: HashMap<String, Vec<usize>>,
    makers: BTreeSet<String>,
}

/// What a name says before any hint.
#[derive(Default)]
struct Reading<'n> {
    fits: BTreeSet<usize>,
    slice: Option<String>,
    asides: Vec<&'n str>,
    /// No word of the name tells a model.
    nameless: bool,
}

impl Devices {
    fn of(records: &Records) -> Self {
        let all: Vec<_> = records.accelerators.values().cloned().collect();
        let makers: BTreeSet<_> = all.iter().flat_map(|accelerator| reported::words(&accelerator.vendor)).collect();
        let described = |name: &str| Reported::read(name, |word| makers.contains(word));
        let (mut exact, mut words, mut models) = (HashMap::new(), HashMap::new(), HashMap::new());
        for (index, accelerator) in all.iter().enumerate() {
            for name in &accelerator.device_names {
                push(&mut exact, name.to_lowercase(), index);
                push(&mut words, described(&reported::asides(name).0).words, index);
            }
            for name in accelerator.aliases.iter().chain([&accelerator.name]) {
                push(&mut models, described(name).model, index);
            }
        }
        let parts = all.iter().map(|accelerator| Part::of(accelerator)).collect();
        Self { all, parts, exact, words, models, makers }
    }

    fn described(&self, name: &str) -> Reported {
        Reported::read(name, |word| self.makers.contains(word))
    }

    /// The name as a whole, then without what stands in parentheses, then as a virtual GPU, then what stands in the parentheses behind the
    /// name of a system.
    fn read<'n>(&self, name: &'n str, is_system: impl Fn(&str) -> bool) -> Reading<'n> {
        let exact = |name: &str| self.exact.get(&name.trim().to_lowercase());
        let exact = exact(name).or_else(|| exact(reported::without_slice(name)));
        let (bare, asides) = reported::asides(name);
        let described = self.described(&bare);
        let mut reading = Reading {
            nameless: described.model.is_empty(),
            slice: described.slice.clone(),
            asides,
            ..Reading::default()
        };
        if let Some(exact) = exact {
            reading.fits.extend(exact);
            return reading;
        }
        reading.fits = self.fits(&described);
        if reading.fits.is_empty() {
            if let Some((board, profile)) = Reported::virtual_gpu(&bare) {
                reading.fits = self.fits(&self.described(board));
                reading.slice = Some(profile.to_owned());
            }
        }
        if reading.fits.is_empty() && (reading.nameless || is_system(&bare)) {
            let inner = reading.asides.iter().map(|aside| self.fits(&self.described(aside)));
            reading.fits = inner.into_iter().find(|fits| !fits.is_empty()).unwrap_or_default();
        }
        reading
    }

    fn fits(&self, reported: &Reported) -> BTreeSet<usize> {
        let by_model = self.models.get(&reported.model).into_iter().flatten();
        let by_model = by_model.filter(|fit| self.parts[**fit].is_described_by(reported));
        self.words.get(&reported.words).into_iter().flatten().chain(by_model).copied().collect()
    }

    fn with_pci_id(&self, id: Option<PciId>) -> BTreeSet<usize> {
        let has = |accelerator: &Accelerator| id.is_some_and(|id| accelerator.pci_ids.contains(&id));
        self.all.iter().enumerate().filter(|(_, accelerator)| has(accelerator)).map(|(index, _)| index).collect()
    }
}

/// What can be said of an accelerator beside its model, read once.
#[derive(Clone, Debug)]
struct Part {
    maker: Vec<String>,
    /// The capacities that its name gives.
    labels: Vec<u32>,
    memory: Option<f64>,
    memories: Vec<String>,
    forms: Vec<String>,
}

impl Part {
    fn of(accelerator: &Accelerator) -> Self {
        let name = reported::words(&accelerator.name);
        let told = |figure: Option<&crate::Figure<String>>| {
            figure.and_then(|figure| figure.get().ok()).map(|text| reported::words(text)).unwrap_or_default()
        };
        let named: Vec<_> = name.iter().filter(|word| reported::is_form(word)).cloned().collect();
        let figures = &accelerator.figures;
        Self {
            maker: reported::words(&accelerator.vendor),
            labels: name.iter().filter_map(|word| reported::capacity(word)).collect(),
            memory: accelerator.memory_capacity().ok().map(Quantity::base),
            memories: name.into_iter().chain(told(figures.memory_type.as_ref())).collect(),
            forms: if named.is_empty() { told(figures.form_factor.as_ref()) } else { named },
        }
    }

    /// Whether everything that a reported name says beside the model is true of this part.
    fn is_described_by(&self, reported: &Reported) -> bool {
        let fits = |described: &Trait| match described {
            Trait::Capacity(gigabytes) if self.labels.is_empty() => self.memory.is_some_and(|held| {
                [1e9, 1_073_741_824.0].iter().any(|unit| (held / unit - f64::from(*gigabytes)).abs() < 0.5)
            }),
            Trait::Capacity(gigabytes) => self.labels.contains(gigabytes),
            Trait::Memory(kind) => self.memories.contains(kind),
            Trait::Form(form) => self.forms.iter().any(|known| same_form(known, form)),
        };
        reported.makers.iter().all(|word| self.maker.contains(word)) && reported.traits.iter().all(fits)
    }
}

/// `SXM` and `NVLink` stand for any generation of the module.
fn same_form(known: &str, reported: &str) -> bool {
    known == reported || matches!(reported, "sxm" | "nvlink") && known.starts_with("sxm")
}

fn push(map: &mut HashMap<String, Vec<usize>>, key: String, index: usize) {
    if key.is_empty() {
        return;
    }
    let known = map.entry(key).or_default();
    // Accelerators come one after the other, so one that is known already is the last.
    if known.last() != Some(&index) {
        known.push(index);
    }
}
