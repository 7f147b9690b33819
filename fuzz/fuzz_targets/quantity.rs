//! Any text as a quantity, a ratio, a date, a metric, an id or a word: it is refused, or it is shown as a text that reads the same.

#![no_main]

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
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Some((number, _)) = data.split_first_chunk() {
        from_base(f64::from_le_bytes(*number));
    }
    let Ok(text) = std::str::from_utf8(data) else { return };
    quantities(text);
    reads_back::<PciId>(text);
    reads_back::<PeakKey>(text);
    reads_back::<Metric>(text);
    // These are shown as they were read.
    reads_as_it_stands::<Date>(text);
    reads_as_it_stands::<Id>(text);
    reads_as_it_stands::<Currency>(text);
    if let Some(ratio) = reads_as_it_stands::<PrintedRatio>(text) {
        assert!(ratio.low() <= ratio.value() && ratio.value() <= ratio.high(), "{text}");
        assert!(ratio.sense().is_none() || ratio.value().get() >= 1.0 || ratio.sense() == Some(Sense::More), "{text}");
    }
    if let (Some(one), Some(other)) = (text.get(..10), text.get(10..)) {
        dates(one, other);
    }
    words(text);
});

fn quantities(text: &str) {
    quantity::<Area>(text);
    quantity::<Bandwidth>(text);
    quantity::<BytesPerJoule>(text);
    quantity::<BytesPerOperation>(text);
    quantity::<Count>(text);
    quantity::<Density>(text);
    quantity::<Duration>(text);
    quantity::<Energy>(text);
    quantity::<Information>(text);
    quantity::<Money>(text);
    quantity::<OperationRate>(text);
    quantity::<OperationsPerByte>(text);
    quantity::<OperationsPerJoule>(text);
    quantity::<Power>(text);
    quantity::<Share>(text);
}

fn quantity<D: Dimension>(text: &str) {
    if let Some(quantity) = reads_back::<Quantity<D>>(text) {
        assert!((Quantity::<D>::MIN..=Quantity::<D>::MAX).contains(&quantity.base()), "{text}");
        assert_eq!(quantity.ratio_to(quantity).expect("one currency").get().to_bits(), 1.0_f64.to_bits());
        assert!(!format!("{quantity:.2}").contains("inf"), "{text}");
    }
}

/// Every number is refused, or a quantity that reads back.
fn from_base(number: f64) {
    fn of<D: Dimension<Basis = ()>>(number: f64) {
        match Quantity::<D>::from_base(number) {
            Ok(quantity) => assert_eq!(quantity.to_string().parse(), Ok(quantity), "{number:e}"),
            Err(error) => assert!(error.to_string().starts_with(&number.to_string()), "{number:e}"),
        }
    }
    of::<Area>(number);
    of::<Bandwidth>(number);
    of::<BytesPerJoule>(number);
    of::<BytesPerOperation>(number);
    of::<Count>(number);
    of::<Density>(number);
    of::<Duration>(number);
    of::<Energy>(number);
    of::<Information>(number);
    of::<OperationRate>(number);
    of::<OperationsPerByte>(number);
    of::<OperationsPerJoule>(number);
    of::<Power>(number);
    of::<Share>(number);
}

/// A date is not before one that it is within, nor the other way round.
fn dates(one: &str, other: &str) {
    if let (Ok(one), Ok(other)) = (one.parse::<Date>(), other.parse::<Date>()) {
        assert!(!(one.is_before(other) && other.is_before(one)), "{one} {other}");
        assert!(!(one.is_within(other, other) && (one.is_before(other) || other.is_before(one))), "{one} {other}");
    }
}

fn words(text: &str) {
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
        Err(error) => assert!(repeats(&error.to_string(), text)),
    }
}

/// What is read is shown as a text that reads the same; what is refused is in the message.
fn reads_back<V>(text: &str) -> Option<V>
where
    V: FromStr<Err: Display> + Display + Debug + PartialEq,
{
    match text.parse::<V>() {
        Ok(value) => {
            let shown = value.to_string();
            assert_eq!(shown.parse().ok().as_ref(), Some(&value), "{text} is shown as {shown}");
            Some(value)
        }
        Err(error) => {
            let error = error.to_string();
            // The message on one word of several holds that word alone.
            let mut words =
                text.split_whitespace().map(|word| word.strip_suffix("-accumulate").unwrap_or(word)).peekable();
            assert!(words.peek().is_none() || words.any(|word| error.contains(word)), "{error}");
            None
        }
    }
}

fn reads_as_it_stands<V>(text: &str) -> Option<V>
where
    V: FromStr<Err: Display> + Display + Debug + PartialEq,
{
    let value = reads_back::<V>(text)?;
    assert_eq!(value.to_string(), text);
    Some(value)
}

/// Whether a message repeats a text as far as it is plainly seen: what is hidden is shown by its number, and of a long text the beginning.
fn repeats(message: &str, text: &str) -> bool {
    let seen = |c: &char| c.is_ascii_graphic() || *c == ' ' || ('가'..='힣').contains(c);
    message.contains(&text.chars().take(120).take_while(seen).collect::<String>())
}
