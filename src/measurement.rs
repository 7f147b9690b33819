//! Measurements: results of benchmarks, as they were published.

use std::fmt;
use std::sync::Arc;

use crate::vocabulary::spoken;
use crate::{Better, Citation, Id, Precision, Vocabulary};

/// A result of a benchmark: so much work per time, by so many accelerators.
///
/// ```
/// use accelspec::Catalog;
///
/// let catalog = Catalog::builtin();
/// let result = catalog.measurements().find(|result| result.test.benchmark == "MLPerf Inference").expect("recorded");
/// assert!(result.value > 0.0 && result.count > 0);
/// assert!(catalog.get(result.accelerator.as_str()).is_some());
/// ```
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub struct Measurement {
    /// What was run. Only results of one test compare.
    #[serde(serialize_with = "shared")]
    pub test: Arc<Test>,
    /// The accelerator that it ran on, by id.
    pub accelerator: Id,
    /// How many of them; a superchip counts as the accelerators on it.
    pub count: u32,
    /// The result of all of them together, in the unit of the test.
    pub value: f64,
    /// The digits as published.
    pub published: String,
    /// The number format, where the source says.
    pub precision: Option<Precision>,
    /// Who submitted it.
    pub submitter: Option<String>,
    /// The machine, as its submitter calls it.
    pub system: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// The source.
    pub citation: Citation,
}

fn shared<S: serde::Serializer>(test: &Arc<Test>, serializer: S) -> Result<S::Ok, S::Error> {
    serde::Serialize::serialize(test.as_ref(), serializer)
}

/// What was run: results compare only within one test.
///
/// ```
/// use accelspec::Catalog;
///
/// let catalog = Catalog::builtin();
/// let test = &catalog.measurements().next().expect("recorded").test;
/// println!("{test}, in {}", test.unit);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub struct Test {
    /// The benchmark: `MLPerf Inference`.
    pub benchmark: String,
    /// Its round or version, where it has any: `v5.1`.
    pub round: Option<String>,
    /// What was computed: `llama2-70b-99`.
    pub workload: String,
    /// How the work arrived: `offline`, `server`; `time-to-train`.
    pub scenario: String,
    /// The unit of the results.
    pub unit: ResultUnit,
}

impl fmt::Display for Test {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { benchmark, round, workload, scenario, .. } = self;
        match round {
            Some(round) => write!(f, "{benchmark} {round}, {workload}, {scenario}"),
            None => write!(f, "{benchmark}, {workload}, {scenario}"),
        }
    }
}

/// What a benchmark counts.
///
/// ```
/// use accelspec::{Better, ResultUnit};
///
/// assert_eq!("tokens/s".parse::<ResultUnit>()?, ResultUnit::TokensPerSecond);
/// assert_eq!(ResultUnit::Minutes.better(), Better::Lower);
/// # Ok::<(), accelspec::UnknownWord>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ResultUnit {
    /// Tokens each second.
    TokensPerSecond,
    /// Samples each second.
    SamplesPerSecond,
    /// Queries answered each second.
    QueriesPerSecond,
    /// Tokens each second for each megawatt of the whole machine.
    TokensPerSecondPerMegawatt,
    /// Minutes until a model is trained.
    Minutes,
    /// Milliseconds until an answer.
    Milliseconds,
}

impl ResultUnit {
    /// Whether more of it is better.
    ///
    /// ```
    /// assert_eq!(accelspec::ResultUnit::QueriesPerSecond.better(), accelspec::Better::Higher);
    /// ```
    pub const fn better(self) -> Better {
        match self {
            Self::Minutes | Self::Milliseconds => Better::Lower,
            _ => Better::Higher,
        }
    }
}

impl Vocabulary for ResultUnit {
    const MEANING: &'static str = "unit of a result";
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::TokensPerSecond, "tokens/s"),
        (Self::SamplesPerSecond, "samples/s"),
        (Self::QueriesPerSecond, "queries/s"),
        (Self::TokensPerSecondPerMegawatt, "tokens/s/MW"),
        (Self::Minutes, "minutes"),
        (Self::Milliseconds, "ms"),
    ];
}

spoken!(ResultUnit);
