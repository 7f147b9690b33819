//! Laws of reading: a text is refused with a message that repeats it, or shown as a text that reads the same.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use accelspec::dimension::{
    Area, Bandwidth, BytesPerJoule, BytesPerOperation, Count, Density, Dimension, Duration, Energy, Information, Money,
    OperationRate, OperationsPerByte, OperationsPerJoule, Power, Share,
};
use accelspec::{
    Absence, Access, Accumulation, Bound, ClaimMetric, Currency, Date, Direction, Engine, Evidence, FigureKind, Id,
    Kind, LinkRole, MemoryUnit, Metric, PciId, PeakKey, Precision, PriceBasis, PrintedRatio, Qualifier, Quantity,
    ResultUnit, Sense, Sparsity, Status, Verdict, Vocabulary,
};

use super::message::repeats;

/// A law of any dimension whose quantities all compare.
pub(crate) trait LawOfDimensions {
    fn holds_for<D: Dimension<Basis = ()>>(&self);
}

/// Every dimension but money, whose quantities compare within one currency only.
pub(crate) fn holds_for_every_dimension(law: &impl LawOfDimensions) {
    law.holds_for::<Area>();
    law.holds_for::<Bandwidth>();
    law.holds_for::<BytesPerJoule>();
    law.holds_for::<BytesPerOperation>();
    law.holds_for::<Count>();
    law.holds_for::<Density>();
    law.holds_for::<Duration>();
    law.holds_for::<Energy>();
    law.holds_for::<Information>();
    law.holds_for::<OperationRate>();
    law.holds_for::<OperationsPerByte>();
    law.holds_for::<OperationsPerJoule>();
    law.holds_for::<Power>();
    law.holds_for::<Share>();
}

/// A text as a quantity of each dimension.
pub(crate) fn quantities(text: &str) {
    struct Read<'t>(&'t str);
    impl LawOfDimensions for Read<'_> {
        fn holds_for<D: Dimension<Basis = ()>>(&self) {
            quantity::<D>(self.0);
        }
    }
    holds_for_every_dimension(&Read(text));
    quantity::<Money>(text);
}

fn quantity<D: Dimension>(text: &str) {
    match read::<Quantity<D>>(text) {
        Ok(quantity) => {
            assert!((Quantity::<D>::MIN..=Quantity::<D>::MAX).contains(&quantity.base()), "{text}");
            assert_eq!(quantity.ratio_to(quantity).expect("one currency").get().to_bits(), 1.0_f64.to_bits());
            assert!(!format!("{quantity:.2}").contains("inf"), "{text}");
        }
        Err(message) => assert!(repeats(&message, text) && message.contains("` is not a"), "{message}"),
    }
}

/// A number of base units is refused, or a quantity of each dimension that reads back.
pub(crate) fn number_of_base_units(base: f64) {
    struct FromBase(f64);
    impl LawOfDimensions for FromBase {
        fn holds_for<D: Dimension<Basis = ()>>(&self) {
            let Self(base) = self;
            let in_range = (Quantity::<D>::MIN..=Quantity::<D>::MAX).contains(base);
            match Quantity::<D>::from_base(*base) {
                Ok(quantity) => assert!(in_range && quantity.to_string().parse() == Ok(quantity), "{base:e}"),
                Err(error) => {
                    assert!(!in_range && error.to_string().starts_with(&base.to_string()), "{base:e}: {error}");
                }
            }
        }
    }
    holds_for_every_dimension(&FromBase(base));
    for currency in Currency::ALL {
        let in_range = (Quantity::<Money>::MIN..=Quantity::<Money>::MAX).contains(&base);
        match format!("{base:e} {currency}").parse::<Quantity<Money>>() {
            Ok(money) => assert!(in_range && money.to_string().parse() == Ok(money), "{base:e} {currency}"),
            Err(error) => assert!(!in_range, "{error}"),
        }
    }
}

/// A text as a metric, as what qualifies one, and as a rate.
pub(crate) fn questions(text: &str) {
    reads_back_by_words::<Metric>(text);
    reads_back_by_words::<PeakKey>(text);
    for metric in ["peak", "peak-per-watt", "bytes-per-operation", "interconnect-bandwidth", "price"] {
        reads_back_by_words::<Metric>(&format!("{metric} {text}"));
    }
}

/// A text as a date, an id, a currency or the number of a device.
pub(crate) fn names_and_dates(text: &str) {
    reads_as_it_stands::<Date>(text);
    reads_as_it_stands::<Id>(text);
    reads_as_it_stands::<Currency>(text);
    if let Err(message) = read::<PciId>(text) {
        assert!(repeats(&message, text), "{message}");
    }
}

/// A text as a ratio, which lies within its bounds, and is below one only where more is meant.
pub(crate) fn printed_ratio(text: &str) {
    if let Some(ratio) = reads_as_it_stands::<PrintedRatio>(text) {
        assert!(ratio.low() <= ratio.value() && ratio.value() <= ratio.high(), "{text}");
        assert!(ratio.sense().is_none() || ratio.value().get() >= 1.0 || ratio.sense() == Some(Sense::More), "{text}");
    }
}

/// A date is not before one that it is within, nor the other way round.
pub(crate) fn two_dates(one: &str, other: &str) {
    if let (Ok(one), Ok(other)) = (one.parse::<Date>(), other.parse::<Date>()) {
        assert!(!(one.is_before(other) && other.is_before(one)), "{one} {other}");
        assert!(!(one.is_within(other, other) && (one.is_before(other) || other.is_before(one))), "{one} {other}");
    }
}

/// A text as a word of each vocabulary.
pub(crate) fn words(text: &str) {
    word::<Absence>(text);
    word::<Access>(text);
    word::<Accumulation>(text);
    word::<Bound>(text);
    word::<ClaimMetric>(text);
    word::<Direction>(text);
    word::<Engine>(text);
    word::<Evidence>(text);
    word::<FigureKind>(text);
    word::<Kind>(text);
    word::<LinkRole>(text);
    word::<MemoryUnit>(text);
    word::<Precision>(text);
    word::<PriceBasis>(text);
    word::<Qualifier>(text);
    word::<ResultUnit>(text);
    word::<Sense>(text);
    word::<Sparsity>(text);
    word::<Status>(text);
    word::<Verdict>(text);
}

fn word<W: Vocabulary>(text: &str) {
    match W::from_word(text) {
        Ok(word) => assert_eq!(word.word(), text),
        Err(error) => assert!(repeats(&error.to_string(), text), "{error}"),
    }
}

/// What is kept as it was written.
fn reads_as_it_stands<V>(text: &str) -> Option<V>
where
    V: FromStr<Err: Display> + Display + Debug + PartialEq,
{
    match read::<V>(text) {
        Ok(value) => {
            assert_eq!(value.to_string(), text);
            Some(value)
        }
        Err(message) => {
            assert!(repeats(&message, text), "{message}");
            None
        }
    }
}

/// What is read word by word: the message on one of several holds that word alone, without what marks it as an accumulation.
fn reads_back_by_words<V>(text: &str)
where
    V: FromStr<Err: Display> + Display + Debug + PartialEq,
{
    if let Err(message) = read::<V>(text) {
        // A word that begins late in a long text is not shown.
        let shown: String = text.chars().take(60).collect();
        let mut words =
            shown.split_whitespace().map(|word| word.strip_suffix("-accumulate").unwrap_or(word)).peekable();
        assert!(words.peek().is_none() || words.any(|word| repeats(&message, word)), "{message}");
    }
}

/// The value of a text, shown as a text that reads the same, or the message.
fn read<V>(text: &str) -> Result<V, String>
where
    V: FromStr<Err: Display> + Display + Debug + PartialEq,
{
    let value: V = text.parse().map_err(|error: V::Err| error.to_string())?;
    let shown = value.to_string();
    assert_eq!(shown.parse().ok().as_ref(), Some(&value), "{text} is shown as {shown}");
    Ok(value)
}
