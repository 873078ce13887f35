//! What the seed has done, for whoever started it: where the shops are, who can sign in, how much was loaded.

use std::{fmt, time::Duration};

/// What there is now, and what of it is new.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The shops of the town.
    pub shops: Vec<ShopReport>,
    /// Everyone who can sign in, with the one password.
    pub people: Vec<PersonReport>,
    /// The businesses for measuring.
    pub measured: MeasuredReport,
}

/// A shop of the town.
#[derive(Clone, Debug)]
pub struct ShopReport {
    /// Its word in addresses.
    pub slug: String,
    /// Its name, Japanese.
    pub name_ja: String,
    /// Its name, English.
    pub name_en: String,
    /// Bookings written now; `None` when the shop was there already and was left as it is.
    pub bookings: Option<usize>,
}

/// Somebody with an account.
#[derive(Clone, Debug)]
pub struct PersonReport {
    /// The address they sign in with.
    pub email: String,
    /// Their name.
    pub name: String,
    /// What they are at the shop: a word of `staff_role`; outside all shops `customer` or `operator`.
    pub role: String,
    /// Where; empty for guests.
    pub slug: String,
}

/// What was loaded for measuring.
#[derive(Clone, Debug, Default)]
pub struct MeasuredReport {
    /// Businesses written now.
    pub businesses: u64,
    /// Bookings written now.
    pub bookings: u64,
    /// How long it took.
    pub took: Duration,
}

impl Report {
    /// Whether nothing was written, because everything was there.
    pub fn is_unchanged(&self) -> bool {
        let shops_stood = self.shops.iter().all(|shop| shop.bookings.is_none());
        shops_stood && self.measured.bookings == 0
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for shop in &self.shops {
            let state = match shop.bookings {
                Some(count) => format!("{count} bookings"),
                None => "was there already".to_owned(),
            };
            writeln!(f, "/ja/b/{0}  /en/b/{0}  ({state})", shop.slug)?;
            writeln!(f, "  {} / {}", shop.name_ja, shop.name_en)?;
            for person in self.people.iter().filter(|one| one.slug == shop.slug) {
                writeln!(f, "  {}  {}  {}", person.email, person.name, person.role)?;
            }
        }
        for person in self.people.iter().filter(|one| one.slug.is_empty()) {
            writeln!(f, "{}  {}  {}", person.email, person.name, person.role)?;
        }
        writeln!(f, "password: {}", super::PASSWORD)?;
        let measured = &self.measured;
        if measured.businesses > 0 || measured.bookings > 0 {
            writeln!(
                f,
                "/ja/b/bench-0001 …  ({} businesses, {} bookings, {:.1} s)",
                measured.businesses,
                measured.bookings,
                measured.took.as_secs_f64()
            )?;
        }
        Ok(())
    }
}
