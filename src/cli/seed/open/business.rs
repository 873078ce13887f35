//! The business, its settings, its picture.

use super::{Town, known};
use crate::{
    base::ids::UserId,
    cli::seed::{SeedError, chance::Chance, written::Shop},
    db::TenantTx,
    domain::businesses::profile::{BusinessStatus, KanaRule, OnboardingStatus},
    schema::businesses::{business_media, business_settings, businesses, verticals},
};
use diesel::prelude::*;
use uuid::Uuid;

pub(super) fn business(
    tx: &mut TenantTx<'_>,
    town: &Town,
    shop: &Shop,
    owner: Option<UserId>,
) -> Result<(), SeedError> {
    let (id, place, joined) = (tx.business(), &shop.place, town.joined_at());
    let vertical: Uuid = verticals::table
        .filter(verticals::slug.eq(&shop.vertical))
        .select(verticals::id)
        .first(tx.conn())?;
    diesel::insert_into(businesses::table)
        .values((
            (
                businesses::id.eq(id),
                businesses::owner_id.eq(owner.map(|owner| owner.0)),
                businesses::vertical_id.eq(vertical),
                businesses::slug.eq(&shop.slug),
                businesses::display_name_ja.eq(&shop.name.0),
                businesses::display_name_en.eq(&shop.name.1),
                businesses::name_kana.eq(&shop.kana),
                businesses::description_ja.eq(&shop.about.0),
                businesses::description_en.eq(&shop.about.1),
            ),
            (
                businesses::postal_code.eq(&place.postal_code),
                businesses::prefecture.eq(&place.prefecture),
                businesses::city.eq(&place.city),
                businesses::street.eq(&place.street),
                businesses::building.eq(&place.building),
                businesses::address_en.eq(&place.english),
                businesses::latitude.eq(place.latitude),
                businesses::longitude.eq(place.longitude),
            ),
            businesses::phone.eq(&shop.phone),
            businesses::email.eq(&shop.email),
            businesses::status.eq(BusinessStatus::Approved),
            businesses::onboarding_status.eq(OnboardingStatus::Live),
            businesses::created_at.eq(joined),
            businesses::updated_at.eq(joined),
        ))
        .execute(tx.conn())?;
    Ok(())
}

pub(super) fn settings(
    tx: &mut TenantTx<'_>,
    town: &Town,
    shop: &Shop,
    chance: &mut Chance,
) -> Result<(), SeedError> {
    let (business, joined) = (tx.business(), town.joined_at());
    let legal: serde_json::Map<String, serde_json::Value> = shop
        .legal
        .iter()
        .map(|(item, both)| {
            (
                item.clone(),
                serde_json::json!({ "ja": both.0, "en": both.1 }),
            )
        })
        .collect();
    let kana_rule = known(KanaRule::from_label(&shop.kana_rule), &shop.kana_rule)?;
    diesel::insert_into(business_settings::table)
        .values((
            business_settings::id.eq(chance.id()),
            business_settings::business_id.eq(business),
            business_settings::accent.eq(&shop.accent),
            business_settings::slot_step_minutes.eq(shop.slot_step_minutes),
            business_settings::notice_minutes.eq(shop.notice_minutes),
            business_settings::horizon_days.eq(shop.horizon_days),
            business_settings::change_until_minutes.eq(shop.change_until_minutes),
            business_settings::cancel_until_minutes.eq(shop.cancel_until_minutes),
            business_settings::kana_rule.eq(kana_rule),
            business_settings::notices_ja.eq(&shop.notices.0),
            business_settings::notices_en.eq(&shop.notices.1),
            business_settings::legal_json.eq(serde_json::Value::Object(legal)),
            business_settings::created_at.eq(joined),
            business_settings::updated_at.eq(joined),
        ))
        .execute(tx.conn())?;
    Ok(())
}

pub(super) fn media(
    tx: &mut TenantTx<'_>,
    town: &Town,
    shop: &Shop,
    chance: &mut Chance,
) -> Result<(), SeedError> {
    let business = tx.business();
    let rows: Vec<_> = shop
        .media
        .iter()
        .zip(0_i16..)
        .map(|(media, order)| {
            (
                business_media::id.eq(chance.id()),
                business_media::business_id.eq(business),
                business_media::url.eq(&media.url),
                business_media::caption_ja.eq(&media.caption.0),
                business_media::caption_en.eq(&media.caption.1),
                business_media::display_order.eq(order),
                business_media::is_featured.eq(order == 0),
                business_media::created_at.eq(town.joined_at()),
                business_media::updated_at.eq(town.joined_at()),
            )
        })
        .collect();
    diesel::insert_into(business_media::table)
        .values(rows)
        .execute(tx.conn())?;
    Ok(())
}
