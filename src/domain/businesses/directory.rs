//! Finding a business: by its word in the address, or among all that are open to the public.

use super::{
    picture::Picture,
    profile::{BusinessStatus, OnboardingStatus},
    vertical::Vertical,
};
use crate::{
    base::{bilingual::Bilingual, ids::BusinessId},
    db::{self, PlatformTx},
    schema::businesses::{business_media, businesses, verticals},
};
use diesel::prelude::*;
use std::collections::HashMap;

/// How many businesses a list shows at once.
pub const PAGE: i64 = 24;

/// A business in a list.
#[derive(Clone, Debug)]
pub struct Listing {
    /// Its word in addresses.
    pub slug: String,
    /// Its kind.
    pub vertical: Vertical,
    /// Its name.
    pub name: Bilingual,
    /// A few sentences about it.
    pub about: Bilingual,
    /// Prefecture and city.
    pub area: String,
    /// The address in English order.
    pub address_en: String,
    /// Its featured picture, if it has one.
    pub picture: Option<Picture>,
}

/// What is looked for; empty finds all.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Part of a name, city or kind, as typed.
    pub text: String,
    /// Only this kind.
    pub vertical: Option<Vertical>,
    /// Only these.
    pub only: Option<Vec<BusinessId>>,
    /// The last name of the page before, to go on after it.
    pub after: Option<String>,
}

/// Which businesses these words in addresses mean. Those that mean none are left out.
pub fn of_slugs(
    tx: &mut PlatformTx<'_>,
    slugs: &[String],
) -> db::Result<Vec<(BusinessId, String)>> {
    Ok(businesses::table
        .filter(businesses::slug.eq_any(slugs.to_vec()))
        .filter(businesses::deleted_at.is_null())
        .select((businesses::id, businesses::slug))
        .load(tx.conn())?)
}

/// The words in addresses of these businesses.
pub fn slugs(tx: &mut PlatformTx<'_>, ids: &[BusinessId]) -> db::Result<Vec<(BusinessId, String)>> {
    Ok(businesses::table
        .filter(businesses::id.eq_any(ids.to_vec()))
        .filter(businesses::deleted_at.is_null())
        .select((businesses::id, businesses::slug))
        .load(tx.conn())?)
}

/// What these businesses are called.
pub fn names(
    tx: &mut PlatformTx<'_>,
    ids: &[BusinessId],
) -> db::Result<HashMap<BusinessId, Bilingual>> {
    let rows: Vec<(BusinessId, String, String)> = businesses::table
        .filter(businesses::id.eq_any(ids.to_vec()))
        .select((
            businesses::id,
            businesses::display_name_ja,
            businesses::display_name_en,
        ))
        .load(tx.conn())?;
    let named = rows.into_iter();
    Ok(named
        .map(|(id, ja, en)| (id, Bilingual::new(ja, en)))
        .collect())
}

/// The tenant of a slug, open to the public or not; who may enter is the gate's question.
pub fn find(tx: &mut PlatformTx<'_>, slug: &str) -> db::Result<Option<BusinessId>> {
    let found = businesses::table
        .filter(
            businesses::slug
                .eq(slug)
                .and(businesses::deleted_at.is_null()),
        )
        .select(businesses::id)
        .first(tx.conn())
        .optional()?;
    Ok(found)
}

/// Businesses that are open to the public and want to be found, by name.
pub fn list(tx: &mut PlatformTx<'_>, wanted: &Wanted) -> db::Result<Vec<Listing>> {
    let mut query = businesses::table
        .inner_join(verticals::table)
        .left_join(
            business_media::table.on(business_media::business_id
                .eq(businesses::id)
                .and(business_media::is_featured)),
        )
        .filter(businesses::status.eq(BusinessStatus::Approved))
        .filter(businesses::onboarding_status.eq(OnboardingStatus::Live))
        .filter(businesses::is_listed.and(businesses::deleted_at.is_null()))
        .select((
            businesses::slug,
            verticals::slug,
            (businesses::display_name_ja, businesses::display_name_en),
            (businesses::description_ja, businesses::description_en),
            (
                businesses::prefecture,
                businesses::city,
                businesses::address_en,
            ),
            Option::<Picture>::as_select(),
        ))
        .order(businesses::slug)
        .limit(PAGE)
        .into_boxed();
    if let Some(vertical) = wanted.vertical {
        query = query.filter(verticals::slug.eq(vertical.slug()));
    }
    if let Some(only) = &wanted.only {
        query = query.filter(businesses::id.eq_any(only.clone()));
    }
    if let Some(after) = &wanted.after {
        query = query.filter(businesses::slug.gt(after));
    }
    if !wanted.text.is_empty() {
        let pattern = format!("%{}%", wanted.text.replace(['\\', '%', '_'], " "));
        query = query.filter(
            businesses::display_name_ja
                .ilike(pattern.clone())
                .or(businesses::display_name_en.ilike(pattern.clone()))
                .or(businesses::name_kana.ilike(pattern.clone()))
                .or(businesses::prefecture
                    .concat(businesses::city)
                    .ilike(pattern.clone()))
                .or(businesses::address_en.ilike(pattern)),
        );
    }
    let rows = query.load::<Row>(tx.conn())?;
    Ok(rows.into_iter().map(Listing::from).collect())
}

type Row = (
    String,
    String,
    (String, String),
    (String, String),
    (String, String, String),
    Option<Picture>,
);

impl From<Row> for Listing {
    fn from((slug, vertical, name, about, (prefecture, city, address_en), picture): Row) -> Self {
        Self {
            slug,
            vertical: Vertical::from_slug(&vertical).unwrap_or(Vertical::Salon),
            name: Bilingual::new(name.0, name.1),
            about: Bilingual::new(about.0, about.1),
            area: format!("{prefecture}{city}"),
            address_en,
            picture,
        }
    }
}
