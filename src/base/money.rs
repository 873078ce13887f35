//! Money is an integer in the currency's minor unit. ¥5,000 is 5000: the yen has no smaller part, and nothing here
//! divides by 100.

use serde::{Deserialize, Serialize};

/// An amount in minor units of one currency (ISO 4217).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    /// Minor units; whole yen for JPY.
    pub amount: i64,
    /// ISO code.
    pub currency: String,
}

impl Money {
    /// So many minor units of a currency.
    pub fn new(amount: i64, currency: &str) -> Self {
        Self {
            amount,
            currency: currency.to_owned(),
        }
    }
}

/// A share of an amount, in whole percent, rounded down to the minor unit (UX 2.5: fees are rounded down).
pub fn percent_of(amount: i64, percent: i64) -> i64 {
    let exact = i128::from(amount) * i128::from(percent);
    i64::try_from(exact.div_euclid(100)).unwrap_or(i64::MAX)
}

/// An amount shared out by what each has of a sum. Nothing of it is lost, and where it is no more than the sum nobody's share is
/// more than what they have.
pub fn shared(amount: i64, by: &[i64]) -> Vec<i64> {
    let all: i64 = by.iter().sum();
    // What falls on the first so many of the sum: the difference is each one's share, and nothing is lost by rounding.
    let of_first = |so_many: i64| {
        let share = i128::from(amount) * i128::from(so_many) / i128::from(all.max(1));
        i64::try_from(share).unwrap_or(amount)
    };
    let mut before = 0;
    let mut shares = Vec::with_capacity(by.len());
    for each in by {
        shares.push(of_first(before + each) - of_first(before));
        before += each;
    }
    shares
}

/// The tax inside a tax-included amount at a whole-percent rate, rounded down: once per rate, never per line (UX 3.2).
pub fn tax_within(gross: i64, rate_percent: i64) -> i64 {
    if rate_percent <= 0 {
        return 0;
    }
    let tax = i128::from(gross) * i128::from(rate_percent) / i128::from(100 + rate_percent);
    i64::try_from(tax).unwrap_or(i64::MAX)
}
