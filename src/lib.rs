//! A typed catalog of AI accelerators in which every figure says where it comes from, and comparisons that refuse to be unfair.
//!
//! The crate answers three questions:
//!
//! 1. **What is it?** Look an accelerator up by any of its names and read its figures, typed, with their units, qualifiers and sources.
//! 2. **How do two compare?** Figure by figure, like with like, or a reason why they cannot be compared.
//! 3. **Is the claim true?** Published ratios are records: those about figures are recomputed, those about performance set against what the
//!    rates of the two sides allow, and what was measured stands beside them.
//!
//! ```
//! use accelspec::{Catalog, Metric, compare};
//!
//! let catalog = Catalog::builtin();
//! let h100 = catalog.find("H100")?;
//! let mi300x = catalog.find("MI300X")?;
//! assert_eq!(h100.tdp()?.to_string(), "700 W");
//!
//! let comparison = compare(mi300x, h100)?;
//! assert_eq!(comparison.ratio(Metric::MemoryCapacity)?.get(), 2.4);
//! println!("{comparison}");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The types
//!
//! - [`Catalog`] holds the records: the built-in ones, a user's own, or both. [`Catalog::find`] takes names as people write them,
//!   [`Catalog::identify`] names as drivers report them, [`Catalog::rows`] gives the whole as a table.
//! - [`Accelerator`] is what is sold as one device, [`System`] several of them sold as one; either is a [`Product`]. Their figures are
//!   in [`Figures`]. A [`Memory`] is what they are built from.
//! - [`Figure`] is one fact: a preferred value or an [`Absence`], the [`Source`] it stands on, and the sources that disagree.
//! - [`Quantity`] is a number with a unit of one [`dimension`]; watts and bytes are different types.
//! - [`Metric`] is anything comparable. [`compare`], [`rank`] and [`pareto`] are questions over metrics.
//! - [`explain`] tells what a number found elsewhere would be, and [`utilization`] how much of its peak a device was used for.
//! - [`Claim`] is a published ratio and [`Measurement`] a result of a benchmark. [`audit`] says what can be said of a claim, [`measured_ratios`]
//!   what was measured of two products, [`chains`] what follows for two that no claim joins.
//! - [`Roofline`] and [`ResourceBound`] tell what rates allow. [`Fleet`] is any number of a product, and a [`Reference`] what it is set against.
//!
//! # Example: what do the sources say?
//!
//! ```
//! use accelspec::Catalog;
//!
//! let b100 = Catalog::builtin().find("B100")?;
//! let power = b100.figures.tdp.as_ref().expect("recorded");
//! assert_eq!(power.provenance().published, "700 W");
//! for (_, dissent) in power.dissent() {
//!     println!("but {} says {}: {}", dissent.citation, dissent.published, dissent.why);
//! }
//! # Ok::<(), accelspec::LookupError>(())
//! ```
//!
//! # Example: which is best?
//!
//! ```
//! use accelspec::{Catalog, rank};
//!
//! let ranking = rank(Catalog::builtin().accelerators(), "peak fp8".parse()?);
//! for ranked in &ranking.ranked {
//!     println!("{}: {}", ranked.accelerator.name, ranked.reading);
//! }
//! for absent in &ranking.absent {
//!     println!("{}: {}", absent.accelerator.name, absent.gap);
//! }
//! # Ok::<(), accelspec::UnknownMetric>(())
//! ```
//!
//! # Example: is it 30 times as fast?
//!
//! ```
//! use accelspec::{Catalog, Finding, Verdict, audit};
//!
//! let catalog = Catalog::builtin();
//! let claim = catalog.claim("gb200-nvl72-vs-h100-inference-30x-same-count").expect("recorded");
//! let audit = audit(catalog, claim);
//! assert_eq!(audit.verdict, Verdict::Beyond);
//! if let Finding::Performance(performance) = &audit.finding {
//!     assert_eq!(performance.bound.to_string(), "4.00 (link) to 5.05 (operations)");
//! }
//! println!("{audit}");
//! ```
//!
//! # Example: a figure of one's own
//!
//! ```
//! use accelspec::{Catalog, SpecFile};
//!
//! let mine = SpecFile::new("mine.toml", r#"
//! [[source]]
//! id = "acme-a1-sheet"
//! publisher = "Acme"
//! title = "A1 data sheet"
//! url = "https://example.com/a1.pdf"
//! evidence = "datasheet"
//!
//! [[accelerator]]
//! id = "acme-a1"
//! name = "Acme A1"
//! vendor = "Acme"
//! kind = "asic"
//! memory-capacity = { value = "144 GB", source = "acme-a1-sheet" }
//! "#);
//! let catalog = Catalog::builtin().with_files(&[mine])?;
//! assert_eq!(catalog.find("Acme A1")?.memory_capacity()?.to_string(), "144 GB");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What it promises
//!
//! - An unknown name is an error with the nearest names, an ambiguous one an error with the candidates. There is no default device.
//! - A missing figure is an error that tells *not recorded*, *undisclosed* and *not applicable* apart. There is no zero and no NaN for it.
//! - A rate is read dense and on the matrix engine unless asked otherwise; dense never meets sparse, one direction of a link never both,
//!   a chip never a system, an amount of money never one in another currency.
//! - "Beyond the bound" is said of a claim only where no precision that it leaves open would allow as much.
//! - A spec file loads whole or not at all, and each error says where it is and what would mend it.
//!
//! # What it is not
//!
//! No device access, no measurement, no prediction of speed: it holds what was published, and says who published it.
//!
//! # Features
//!
//! - `approx`: the traits of the `approx` crate for [`Quantity`] and [`Ratio`].
//! - `schema`: `SpecFile::json_schema`, the JSON Schema of spec files.

#![warn(clippy::unwrap_used, clippy::expect_used)]

mod accelerator;
mod audit;
mod catalog;
mod chain;
mod claim;
mod compare;
mod data_version;
mod date;
mod excerpt;
mod explain;
mod figure;
mod figures;
mod fleet;
mod id;
mod interconnect;
mod measured;
mod measurement;
mod memory;
mod metric;
mod names;
mod pci;
mod peak;
mod precision;
mod price;
mod product;
mod qualifier;
mod quantity;
mod rank;
mod records;
mod reference;
mod resource_bound;
mod roofline;
mod row;
mod serialize;
mod source;
mod spec_file;
mod status;
mod system;
mod utilization;
mod vocabulary;

pub use accelerator::{Accelerator, Kind, Part};
pub use audit::{
    Agreement, Audit, Beside, Factor, Finding, Performance, Rate, Recomputed, Tally, Unverifiable, Verdict, audit,
    audit_all, audit_between, recompute, speedup_claims, tally,
};
pub use catalog::{Catalog, DeviceHints, Identified, IdentifyError, LookupError};
pub use chain::{Chain, ChainLink, Composed, chains, inconsistent_cycles};
pub use claim::{Bound, Claim, ClaimMetric, ParseRatioError, Party, PrintedRatio, Sense};
pub use compare::{
    Caveat, CompareError, Compared, Comparison, Side, bandwidth_per_watt, bytes_per_operation, compare, die_area,
    interconnect_bandwidth, memory_bandwidth, memory_capacity, peak_per_watt, peak_rate, power_draw, price,
    transistor_count, transistor_density,
};
pub use data_version::DATA_VERSION;
pub use date::{Date, ParseDateError};
pub use explain::{Cause, Explanation, FigureKind, Found, Hints, explain};
pub use figure::{Absence, AbsentFigure, Dissent, Figure, Provenance};
pub use figures::{Entry, Figures};
pub use fleet::{BreakEven, ExchangeRate, Fleet, FleetError, break_even};
pub use id::{Id, InvalidId};
pub use interconnect::{Direction, Link, LinkRole, Links};
pub use measured::{Counts, MeasuredRange, MeasuredRatio, measured_ratios};
pub use measurement::{Measurement, ResultUnit, Test};
pub use memory::{Memory, MemoryUnit};
pub use metric::{Better, Gap, Input, Metric, Reading, UnknownMetric, Unstated};
pub use pci::{InvalidPciId, PciId};
pub use peak::{Accumulation, Engine, PeakKey, Peaks, Sparsity};
pub use precision::Precision;
pub use price::{Price, PriceBasis, Prices};
pub use product::Product;
pub use qualifier::{Qualifier, Qualifiers};
pub use quantity::{
    Currency, DifferentCurrencies, OutOfRange, ParseQuantityError, Quantity, Ratio, UnknownCurrency, dimension,
};
pub use rank::{Dominated, Pareto, Point, Ranked, Ranking, Unranked, pareto, rank};
pub use reference::Reference;
pub use resource_bound::{Resource, ResourceBound};
pub use roofline::Roofline;
pub use row::Row;
pub use source::{Access, Citation, Evidence, Source};
pub use spec_file::{LoadError, SpecError, SpecFile};
pub use status::Status;
pub use system::{Member, System};
pub use utilization::{UtilizationError, utilization};
pub use vocabulary::{UnknownWord, Vocabulary};

/// The README and CONTRIBUTING, so that their examples run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
#[doc = include_str!("../CONTRIBUTING.md")]
mod pages {}
