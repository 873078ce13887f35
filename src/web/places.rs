//! Where a network address is, as far as a file of the operator's own knows (MMDB, as MaxMind and DB-IP make it). Looked up
//! when it is shown; nothing of it is stored, and nobody is asked.

use crate::{base::lang::Lang, i18n::Words};
use maxminddb::{
    Reader,
    geoip2::{City, Names},
};
use std::{
    net::IpAddr,
    path::{Path, PathBuf},
};

/// The file, or none.
#[derive(Default)]
pub struct Places(Option<Reader<Vec<u8>>>);

/// A file that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error(
    "{path} cannot be read as a file of places (MMDB, such as GeoLite2 City or DB-IP City): {why}"
)]
pub struct PlacesError {
    path: PathBuf,
    why: String,
}

impl Places {
    /// Reads a file whole, so that another may be put in its place while the site runs; the new one counts from the next
    /// start.
    pub fn open(path: &Path) -> Result<Self, PlacesError> {
        let read = Reader::open_readfile(path).map_err(|error| PlacesError {
            path: path.to_owned(),
            why: error.to_string(),
        });
        Ok(Self(Some(read?)))
    }

    /// The city, the region and the country of an address, in the reader's language where the file has it; as much of that
    /// as is known.
    pub fn of(&self, address: IpAddr, t: Words) -> Option<String> {
        let found = self.0.as_ref()?.lookup(address).ok()?;
        let found: City<'_> = match found.decode() {
            Ok(found) => found?,
            Err(error) => {
                tracing::warn!(%error, "the file of places has a line that cannot be read");
                return None;
            }
        };
        let country = name(&found.country.names, t.lang())?;
        let city = name(&found.city.names, t.lang());
        let region = found.subdivisions.first();
        let region = region.and_then(|region| name(&region.names, t.lang()));
        Some(match (city, region) {
            (Some(city), Some(region)) if city != region => {
                t.accounts_place_city(city, country, region)
            }
            (Some(part), _) | (None, Some(part)) => t.accounts_place_region(country, part),
            (None, None) => country.to_owned(),
        })
    }
}

fn name<'a>(names: &Names<'a>, lang: Lang) -> Option<&'a str> {
    match lang {
        Lang::Ja => names.japanese.or(names.english),
        Lang::En => names.english.or(names.japanese),
    }
}
