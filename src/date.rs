//! Dates as sources give them: to the year, the half or quarter, the month or the day.

use std::fmt;
use std::str::FromStr;

use crate::excerpt::Excerpt;

/// A date as exact as its source is: `2024`, `2024-H1`, `2024-Q4`, `2024-03` or `2024-03-18`.
///
/// Two dates compare only where one certainly lies before the other.
///
/// ```
/// use accelspec::Date;
///
/// let announced: Date = "2024-03-18".parse()?;
/// let released: Date = "2024-Q4".parse()?;
/// assert!(announced.is_before(released));
/// assert!(!released.is_before("2024".parse()?));
/// assert_eq!(released.to_string(), "2024-Q4");
/// assert_eq!("2024-13".parse::<Date>().unwrap_err().to_string(),
///     "`2024-13` is not a date; write YYYY, YYYY-H1, YYYY-Q1, YYYY-MM or YYYY-MM-DD");
/// # Ok::<(), accelspec::ParseDateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    year: u16,
    part: Part,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Part {
    Year,
    Half(u8),
    Quarter(u8),
    Month(u8),
    Day(u8, u8),
}

impl Date {
    /// Whether the whole of this date lies before the whole of the other.
    ///
    /// ```
    /// use accelspec::Date;
    ///
    /// let day: Date = "2023-12-06".parse()?;
    /// let month: Date = "2023-12".parse()?;
    /// assert!(!day.is_before(month) && !month.is_before(day));
    /// assert!(month.is_before("2024".parse()?));
    /// # Ok::<(), accelspec::ParseDateError>(())
    /// ```
    pub fn is_before(self, other: Self) -> bool {
        self.last_day() < other.first_day()
    }

    /// Whether the whole of this date lies from the beginning of `from` to the end of `to`.
    ///
    /// ```
    /// use accelspec::Date;
    ///
    /// let released: Date = "2022-10".parse()?;
    /// assert!(released.is_within("2022".parse()?, "2022-Q4".parse()?));
    /// # Ok::<(), accelspec::ParseDateError>(())
    /// ```
    pub fn is_within(self, from: Self, to: Self) -> bool {
        from.first_day() <= self.first_day() && self.last_day() <= to.last_day()
    }

    /// A day, which the caller knows to be one of the calendar.
    pub(crate) const fn of_day(year: u16, month: u8, day: u8) -> Self {
        Self { year, part: Part::Day(month, day) }
    }

    /// Year, month and day that the date begins with.
    fn first_day(self) -> (u16, u8, u8) {
        match self.part {
            Part::Year => (self.year, 1, 1),
            Part::Half(half) => (self.year, half * 6 - 5, 1),
            Part::Quarter(quarter) => (self.year, quarter * 3 - 2, 1),
            Part::Month(month) => (self.year, month, 1),
            Part::Day(month, day) => (self.year, month, day),
        }
    }

    /// Year, month and day that the date ends with; 31 stands for the end of any month.
    fn last_day(self) -> (u16, u8, u8) {
        match self.part {
            Part::Year => (self.year, 12, 31),
            Part::Half(half) => (self.year, half * 6, 31),
            Part::Quarter(quarter) => (self.year, quarter * 3, 31),
            Part::Month(month) => (self.year, month, 31),
            Part::Day(month, day) => (self.year, month, day),
        }
    }
}

fn digits(text: &str, length: usize) -> Option<u16> {
    (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

fn number(text: &str, length: usize, most: u8) -> Option<u8> {
    let number = u8::try_from(digits(text, length)?).ok()?;
    (1..=most).contains(&number).then_some(number)
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl FromStr for Date {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, ParseDateError> {
        let read = || {
            let (year, rest) = text.split_once('-').unwrap_or((text, ""));
            let year = digits(year, 4)?;
            let part = match rest.split_once('-') {
                None if rest.is_empty() && text.len() == 4 => Part::Year,
                None => match rest.split_at_checked(1)? {
                    ("H", half) => Part::Half(number(half, 1, 2)?),
                    ("Q", quarter) => Part::Quarter(number(quarter, 1, 4)?),
                    _ => Part::Month(number(rest, 2, 12)?),
                },
                Some((month, day)) => {
                    let month = number(month, 2, 12)?;
                    Part::Day(month, number(day, 2, days_in(year, month))?)
                }
            };
            Some(Self { year, part })
        };
        read().ok_or_else(|| ParseDateError { text: text.to_owned() })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.year;
        f.pad(&match self.part {
            Part::Year => format!("{year:04}"),
            Part::Half(half) => format!("{year:04}-H{half}"),
            Part::Quarter(quarter) => format!("{year:04}-Q{quarter}"),
            Part::Month(month) => format!("{year:04}-{month:02}"),
            Part::Day(month, day) => format!("{year:04}-{month:02}-{day:02}"),
        })
    }
}

/// A text that is no date.
///
/// ```
/// assert!("March 2024".parse::<accelspec::Date>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is not a date; write YYYY, YYYY-H1, YYYY-Q1, YYYY-MM or YYYY-MM-DD", Excerpt(.text))]
pub struct ParseDateError {
    text: String,
}
