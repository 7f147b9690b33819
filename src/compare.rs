//! How do two products compare? Figure by figure, like with like, or a reason why not.

pub(crate) mod caveat;
mod error;
mod question;
mod table;

pub use caveat::{Caveat, Side};
pub use error::CompareError;
pub use question::{
    bandwidth_per_watt, bytes_per_operation, die_area, interconnect_bandwidth, memory_bandwidth, memory_capacity,
    peak_per_watt, peak_rate, power_draw, price, transistor_count, transistor_density,
};

use crate::{
    Absence, Currency, Direction, Figures, LinkRole, Metric, PeakKey, Precision, Product, Ratio, Reading, Sparsity,
};

/// Sets a subject against a baseline. Takes accelerators or systems, but both of one kind.
///
/// # Errors
///
/// [`CompareError::Levels`] when one is an accelerator and the other a system.
///
/// ```
/// use accelspec::{Catalog, Metric, compare};
///
/// let catalog = Catalog::builtin();
/// let comparison = compare(catalog.find("MI300X")?, catalog.find("H100")?)?;
/// assert_eq!(comparison.ratio(Metric::MemoryCapacity)?.get(), 2.4);
/// assert_eq!(comparison.ratio(Metric::MemoryBandwidth)?.to_string(), "1.58");
/// println!("{comparison}");
///
/// let error = compare(catalog.find_system("DGX GH200")?, catalog.find("H100")?).unwrap_err();
/// assert_eq!(error.to_string(), "NVIDIA DGX GH200 is a system of several accelerators and NVIDIA H100 SXM5 80GB is one accelerator; \
///     compare NVIDIA GH200 96GB with it, or two systems");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn compare<'a>(
    subject: impl Into<Product<'a>>,
    baseline: impl Into<Product<'a>>,
) -> Result<Comparison<'a>, CompareError> {
    let (subject, baseline) = (subject.into(), baseline.into());
    match (subject, baseline) {
        (Product::System(system), other @ Product::Accelerator(_))
        | (other @ Product::Accelerator(_), Product::System(system)) => Err(CompareError::Levels {
            system: system.name.clone(),
            members: system.members.iter().map(|member| member.accelerator.name.clone()).collect(),
            accelerator: other.name().to_owned(),
        }),
        _ => Ok(Comparison { subject, baseline }),
    }
}

/// Two products side by side. Prints as a table with numbered notes and sources.
///
/// ```
/// use accelspec::{Catalog, compare};
///
/// let catalog = Catalog::builtin();
/// let table = compare(catalog.find("B100")?, catalog.find("H100")?)?.to_string();
/// assert!(table.contains("208 G") && table.contains("80 G") && table.contains("2.60"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Comparison<'a> {
    subject: Product<'a>,
    baseline: Product<'a>,
}

impl<'a> Comparison<'a> {
    /// What is compared.
    ///
    /// ```
    /// use accelspec::{Catalog, compare};
    ///
    /// let catalog = Catalog::builtin();
    /// assert_eq!(compare(catalog.find("B100")?, catalog.find("H100")?)?.subject().name(), "NVIDIA B100");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn subject(&self) -> Product<'a> {
        self.subject
    }

    /// What it is set against.
    ///
    /// ```
    /// use accelspec::{Catalog, compare};
    ///
    /// let catalog = Catalog::builtin();
    /// assert_eq!(compare(catalog.find("B100")?, catalog.find("H100")?)?.baseline().id(), &"nvidia-h100-sxm5-80gb");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn baseline(&self) -> Product<'a> {
        self.baseline
    }

    /// The two by one metric: the ratio, with both figures and what stands behind them.
    ///
    /// # Errors
    ///
    /// [`CompareError::Absent`] when a side has no figure, [`CompareError::Unlike`] when a side has one only under other qualifiers;
    /// both say which side.
    ///
    /// ```
    /// use accelspec::{Catalog, Metric, compare};
    ///
    /// let catalog = Catalog::builtin();
    /// let comparison = compare(catalog.find("MI300X")?, catalog.find("H100")?)?;
    /// let power = comparison.by(Metric::Tdp)?;
    /// assert_eq!(power.subject.to_string(), "750 W");
    /// assert_eq!(power.baseline.to_string(), "700 W");
    /// assert_eq!(power.ratio.to_string(), "1.07");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn by(&self, metric: Metric) -> Result<Compared<'a>, CompareError> {
        let read = |side, product: Product<'a>| {
            metric.read(product).map_err(|gap| CompareError::of(side, product, metric, &gap))
        };
        let subject = read(Side::Subject, self.subject)?;
        let baseline = read(Side::Baseline, self.baseline)?;
        let ratio = Ratio::of(subject.base(), baseline.base());
        Ok(Compared { products: *self, subject, baseline, ratio })
    }

    /// The ratio alone: how many times the baseline's figure the subject's is.
    ///
    /// # Errors
    ///
    /// As for [`Comparison::by`].
    ///
    /// ```
    /// use accelspec::{Absence, Catalog, CompareError, Metric, Side, compare};
    ///
    /// let catalog = Catalog::builtin();
    /// let comparison = compare(catalog.find("마하-1")?, catalog.find("H100")?)?;
    /// let error = comparison.ratio(Metric::Transistors).unwrap_err();
    /// assert!(matches!(&error, CompareError::Absent { side: Side::Subject, figure }
    ///     if figure.absence() == Absence::Undisclosed));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ratio(&self, metric: Metric) -> Result<Ratio, CompareError> {
        self.by(metric).map(|compared| compared.ratio)
    }

    /// The metrics that the table shows: those that at least one side has something to say on.
    ///
    /// ```
    /// use accelspec::{Catalog, Metric, compare};
    ///
    /// let catalog = Catalog::builtin();
    /// let metrics = compare(catalog.find("MI300X")?, catalog.find("H100")?)?.metrics();
    /// assert_eq!(metrics[0], Metric::Transistors);
    /// assert!(metrics.contains(&"peak bf16".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn metrics(&self) -> Vec<Metric> {
        let mut metrics = vec![Metric::Transistors, Metric::DieArea, Metric::TransistorDensity, Metric::Tdp];
        metrics.extend([Metric::MaxPower].into_iter().filter(|metric| self.both_have(*metric)));
        metrics.extend([Metric::MemoryCapacity, Metric::MemoryBandwidth]);
        let keys = self.shared_peaks();
        metrics.extend(keys.iter().copied().map(Metric::Peak));
        let links = Direction::ALL.map(|direction| Metric::InterconnectBandwidth(LinkRole::ScaleUp, direction));
        metrics.push(links.into_iter().find(|link| self.both_have(*link)).unwrap_or(links[0]));
        metrics.extend(Currency::ALL.iter().copied().map(Metric::Price).filter(|price| self.both_have(*price)));
        let dense = keys.iter().filter(|key| key.sparsity == Sparsity::Dense && self.both_have(Metric::Peak(**key)));
        let dense = dense.collect::<Vec<_>>();
        let usual = PeakKey::dense_matrix(Precision::Bf16);
        let key = dense.iter().find(|key| ***key == usual).or(dense.first()).map_or(usual, |key| **key);
        metrics.extend([Metric::PeakPerWatt(key), Metric::BytesPerOperation(key), Metric::BandwidthPerWatt]);
        metrics.retain(|metric| {
            let unrecorded = |product: Product<'a>| {
                metric.read(product).is_err_and(|gap| gap.absence == Absence::NotRecorded && gap.instead.is_empty())
            };
            !(unrecorded(self.subject) && unrecorded(self.baseline))
        });
        metrics
    }

    fn both_have(&self, metric: Metric) -> bool {
        metric.read(self.subject).is_ok() && metric.read(self.baseline).is_ok()
    }

    /// The keys under which both have a rate. For a precision at which both have rates, but none under one key, it is the key that people
    /// ask for, and so where nothing is shared at all: the table then says why there is no ratio.
    fn shared_peaks(&self) -> Vec<PeakKey> {
        let keys = |product: Product<'a>| -> Vec<PeakKey> {
            let known = |figures: &'a Figures| {
                figures.peaks.iter().filter(|(_, figure)| figure.get().is_ok()).map(|(key, _)| key)
            };
            let own = known(product.figures());
            let Product::System(system) = product else { return own.collect() };
            own.chain(system.members.iter().flat_map(|member| known(&member.accelerator.figures))).collect()
        };
        let (subject, baseline) = (keys(self.subject), keys(self.baseline));
        let has = |keys: &[PeakKey], precision| keys.iter().any(|key: &PeakKey| key.precision == precision);
        let mut shared: Vec<PeakKey> = subject.iter().chain(&baseline).copied().collect();
        shared.retain(|key| self.both_have(Metric::Peak(*key)));
        for PeakKey { precision, .. } in subject {
            if has(&baseline, precision) && !has(&shared, precision) {
                shared.push(PeakKey::dense_matrix(precision));
            }
        }
        shared.sort_unstable();
        shared.dedup();
        if shared.is_empty() { vec![PeakKey::dense_matrix(Precision::Bf16)] } else { shared }
    }
}

/// Two products by one metric.
///
/// ```
/// use accelspec::{Catalog, transistor_count};
///
/// let catalog = Catalog::builtin();
/// let compared = transistor_count(catalog.find("B100")?, catalog.find("H100")?)?;
/// assert_eq!(compared.to_string(), "208 G against 80 G: 2.60");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Compared<'a> {
    products: Comparison<'a>,
    /// The subject's figure.
    pub subject: Reading<'a>,
    /// The baseline's figure.
    pub baseline: Reading<'a>,
    /// How many times the baseline's the subject's is.
    pub ratio: Ratio,
}

impl<'a> Compared<'a> {
    /// What was compared.
    ///
    /// ```
    /// use accelspec::{Catalog, Metric, power_draw};
    ///
    /// let catalog = Catalog::builtin();
    /// assert_eq!(power_draw(catalog.find("MI300X")?, catalog.find("H100")?)?.metric(), Metric::Tdp);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn metric(&self) -> Metric {
        self.subject.metric()
    }

    /// What a fair reader would want to know beside the ratio.
    ///
    /// ```
    /// use accelspec::{Catalog, Caveat, Side, power_draw};
    ///
    /// let catalog = Catalog::builtin();
    /// let power = power_draw(catalog.find("B100")?, catalog.find("H100")?)?;
    /// assert!(power.caveats().iter().any(|caveat| matches!(caveat, Caveat::Disputed { side: Side::Subject, .. })));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn caveats(&self) -> Vec<Caveat<'a>> {
        let mut caveats = caveat::of_reading(Side::Subject, &self.subject);
        caveats.extend(caveat::of_reading(Side::Baseline, &self.baseline));
        caveats.extend(caveat::of_kinds(self.products.subject, self.products.baseline));
        caveats
    }
}

impl std::fmt::Display for Compared<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} against {}: {}", self.subject, self.baseline, self.ratio)
    }
}
