//! A typed catalog of AI accelerators in which every figure says where it comes from.

#![warn(clippy::unwrap_used, clippy::expect_used)]

mod accelerator;
mod catalog;
mod claim;
mod compare;
mod date;
mod figure;
mod figures;
mod id;
mod interconnect;
mod metric;
mod names;
mod peak;
mod price;
mod product;
mod quantity;
mod rank;
mod records;
mod source;
mod spec_file;
mod speedup;
mod status;
mod system;
mod vocabulary;

pub use accelerator::{Accelerator, Kind};
pub use catalog::{Catalog, LookupError};
pub use claim::{Bound, Claim, ClaimMetric, ParseRatioError, Party, PrintedRatio, Sense};
pub use compare::{
    Caveat, CompareError, Compared, Comparison, Side, bandwidth_per_watt, bytes_per_operation, compare, die_area,
    interconnect_bandwidth, memory_bandwidth, memory_capacity, peak_per_watt, peak_rate, power_draw, price,
    transistor_count, transistor_density,
};
pub use date::{Date, ParseDateError};
pub use figure::{Absence, AbsentFigure, Dissent, Figure, Provenance, Qualifier};
pub use figures::{Entry, Figures};
pub use id::{Id, InvalidId};
pub use interconnect::{Direction, Link, LinkRole, Links};
pub use metric::{Better, Gap, Input, Metric, Reading, UnknownMetric, Unstated};
pub use peak::{Engine, PeakKey, Peaks, Precision, Sparsity};
pub use price::{Price, PriceBasis, Prices};
pub use product::Product;
pub use quantity::{
    Currency, DifferentCurrencies, OutOfRange, ParseQuantityError, Quantity, Ratio, UnknownCurrency, dimension,
};
pub use rank::{Dominated, Pareto, Point, Ranked, Ranking, Unranked, pareto, rank};
pub use source::{Access, Citation, Evidence, Source};
pub use spec_file::{LoadError, SpecError, SpecFile};
pub use speedup::{Agreement, RecomputeError, Recomputed, recompute, speedup_claims};
pub use status::Status;
pub use system::{Member, System};
pub use vocabulary::{UnknownWord, Vocabulary};
