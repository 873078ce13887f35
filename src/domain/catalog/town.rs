//! Read: the menus of many shops at once, as far as their free times need them.

use super::{
    planned,
    processing::Processing,
    service::{Audience, Figures, Service},
};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BusinessId, ServiceId},
        text::search_key,
        time::LocalDate,
    },
    db::{self, TownTx},
    schema::catalog::{
        categories, option_groups, options, processing_times, service_changes,
        service_option_groups, services,
    },
};
use diesel::prelude::*;
use serde_json::Value;
use std::{collections::HashMap, sync::Arc};

/// A service, as far as its free times need it.
pub struct TownService {
    /// The service; what says nothing about times is left empty.
    pub service: Service,
    /// What it is found by: its names and its heading, as [`search_key`] makes them.
    pub words: String,
}

type Row = (
    (BusinessId, ServiceId, String, String),
    Figures,
    Option<Processing>,
    Option<(String, String)>,
    Option<(LocalDate, Value)>,
);

/// What anybody can book at these shops without choosing anything besides, in the order in which menus have it. What is for
/// those who have been there before is found at the shop itself, and so is what cannot be had without a choice.
pub fn services(
    tx: &mut TownTx<'_>,
    ids: &[BusinessId],
) -> db::Result<HashMap<BusinessId, Vec<TownService>>> {
    // Asked once, and not of each service.
    let must_choose = service_option_groups::table
        .inner_join(option_groups::table.on(option_groups::id.eq(service_option_groups::group_id)))
        .inner_join(options::table.on(options::group_id.eq(option_groups::id)))
        .filter(service_option_groups::business_id.eq_any(ids.to_vec()))
        .filter(option_groups::is_required)
        .filter(option_groups::deleted_at.is_null())
        .filter(options::deleted_at.is_null())
        .select(service_option_groups::service_id);
    let rows: Vec<Row> = services::table
        .left_join(
            categories::table.on(categories::id
                .nullable()
                .eq(services::category)
                .and(categories::deleted_at.is_null())),
        )
        .left_join(processing_times::table.on(processing_times::service_id.eq(services::id)))
        .left_join(service_changes::table.on(service_changes::service_id.eq(services::id)))
        .filter(services::business_id.eq_any(ids.to_vec()))
        .filter(services::is_active.and(services::deleted_at.is_null()))
        .filter(services::audience.ne(Audience::Returning))
        .filter(services::id.ne_all(must_choose))
        .order((
            services::business_id,
            categories::sort_order.asc().nulls_last(),
            categories::name_ja,
            services::sort_order,
            services::name_ja,
        ))
        .select((
            (
                services::business_id,
                services::id,
                services::name_ja,
                services::name_en,
            ),
            Figures::as_select(),
            Option::<Processing>::as_select(),
            (categories::name_ja, categories::name_en).nullable(),
            (service_changes::valid_from, service_changes::setup_json).nullable(),
        ))
        .load(tx.conn())?;
    let mut menus: HashMap<BusinessId, Vec<TownService>> = HashMap::new();
    for row in rows {
        menus.entry(row.0.0).or_default().push(service(row));
    }
    Ok(menus)
}

fn service((own, figures, processing, heading, later): Row) -> TownService {
    let (_, id, ja, en) = own;
    let (heading_ja, heading_en) = heading.unwrap_or_default();
    let words = [&ja, &en, &heading_ja, &heading_en].map(|word| search_key(word));
    let later = later.and_then(|(from, setup)| planned::of_figures(from, setup));
    TownService {
        words: words.join(" "),
        service: Service {
            id,
            category: Bilingual::new(heading_ja, heading_en),
            name: Bilingual::new(ja, en),
            about: Bilingual::default(),
            important: Bilingual::default(),
            figures,
            policy: None,
            rules: Vec::new(),
            groups: Vec::new(),
            extras: Vec::new(),
            questions: Vec::new(),
            processing,
            is_agreed: false,
            picture: None,
            later: later.map(Arc::new),
            policy_later: None,
            plan: None,
        },
    }
}
