//! A business as its pages need it: the row and its settings, read together.

use super::{
    hours::{self, WeeklyHours},
    picture::{LOGOS, Picture},
    vertical::Vertical,
};
use crate::{
    base::{bilingual::Bilingual, ids::BusinessId, time::local},
    db::{self, TenantTx},
    domain::platform::switch,
    schema::{
        businesses::{
            business_hours, business_media, business_settings, businesses, embeddings,
            sql_types::{
                BusinessStatus as BusinessStatusSql, KanaRule as KanaRuleSql,
                OnboardingStatus as OnboardingStatusSql,
            },
            verticals,
        },
        platform::switches,
    },
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;
use std::sync::Arc;

crate::pg_enum! {
    /// Whether the platform lets a business work.
    BusinessStatus as BusinessStatusSql {
        /// Waits for the platform.
        PendingReview = "pending_review",
        /// May work.
        Approved = "approved",
        /// Stopped by the platform.
        Suspended = "suspended",
    }
}

crate::pg_enum! {
    /// How far the owner has come with opening.
    OnboardingStatus as OnboardingStatusSql {
        /// Still being filled in.
        Incomplete = "incomplete",
        /// Sent to the platform.
        PendingVerification = "pending_verification",
        /// Open to the public.
        Live = "live",
    }
}

crate::pg_enum! {
    /// Whether a guest is asked for the reading of the name. Never required on the English form (UX 2.1).
    KanaRule as KanaRuleSql {
        /// Asked, and must be given.
        Required = "required",
        /// Asked.
        Optional = "optional",
        /// Not asked.
        Unused = "unused",
    }
}

/// A business and its settings.
#[derive(Clone, Debug)]
pub struct Profile {
    /// The tenant.
    pub id: BusinessId,
    /// Its word in addresses.
    pub slug: String,
    /// Its kind.
    pub vertical: Vertical,
    /// Its name.
    pub name: Bilingual,
    /// A few sentences about it.
    pub about: Bilingual,
    /// Where it is.
    pub address: Address,
    /// E.164, empty when it has none.
    pub phone: String,
    /// Where guests may write to.
    pub email: Option<String>,
    /// Its IANA zone: all its wall times are in it.
    pub zone: Tz,
    /// Its featured picture.
    pub picture: Option<Picture>,
    /// The mark in the head of its pages.
    pub logo: Option<Picture>,
    /// Whether an operator has stopped what guests book and move, here or everywhere.
    pub is_stopped: bool,
    /// What operators have done to it, for those who work there.
    pub halts: Halts,
    /// How it takes bookings.
    pub settings: Settings,
    /// When it is open these days, exceptions aside.
    pub week: Arc<[WeeklyHours]>,
    /// Whether guests find it: published, and not suspended.
    pub is_open: bool,
    /// In whose pages its pages for guests may stand, as browsers are told; empty is in nobody's.
    pub framers: String,
}

/// What operators have done to a business, and told its people why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Halts {
    /// Why its pages are not shown, while they are not.
    pub suspended: Option<String>,
    /// Since when guests cannot book here, and why.
    pub stopped: Option<(DateTime<Utc>, String)>,
    /// Whether guests can book nowhere.
    pub everywhere: bool,
}

/// A Japanese address in its parts, and one line of it in English.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// Seven digits, or empty.
    pub postal_code: String,
    /// 都道府県
    pub prefecture: String,
    /// 市区町村
    pub city: String,
    /// 町名・番地
    pub street: String,
    /// 建物名
    pub building: String,
    /// The whole of it in English order.
    pub english: String,
}

/// How a business takes bookings (`business_settings`).
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = business_settings)]
pub struct Settings {
    /// One of the eight accents.
    pub accent: String,
    /// The language of its own letters and of guests who did not choose.
    pub default_locale: String,
    /// ISO code of its prices.
    pub currency: String,
    /// Minutes between starts.
    pub slot_step_minutes: i16,
    /// Minutes a booking must lie ahead.
    pub notice_minutes: i32,
    /// Business days ahead that can be booked.
    pub horizon_days: i16,
    /// Guests may move a booking until so many minutes before it.
    pub change_until_minutes: i32,
    /// Guests may cancel online until so many minutes before it.
    pub cancel_until_minutes: i32,
    /// So many bookings of one guest lie ahead at most.
    pub most_ahead: i16,
    /// So many bookings of one guest are on one day at most.
    pub most_a_day: Option<i16>,
    /// So many may begin on a day of the calendar before guests can book no more.
    pub most_starts_a_day: Option<i16>,
    /// So many may begin from Monday to Sunday before guests can book no more.
    pub most_starts_a_week: Option<i16>,
    /// Guests may move a booking only as long as calling it off costs nothing.
    pub moves_while_free: bool,
    /// How long a hold lasts.
    pub hold_minutes: i16,
    /// Live holds one network address may have.
    pub holds_per_client: i32,
    /// Whether readings are asked for.
    pub kana_rule: KanaRule,
    /// Whether guests can book at all just now: the owner wishes it, and no operator has stopped it.
    pub is_accepting: bool,
    /// What every guest should know, Japanese.
    pub notices_ja: String,
    /// What every guest should know, English.
    pub notices_en: String,
    /// Answers for the page on the Act on Specified Commercial Transactions.
    pub legal_json: serde_json::Value,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = businesses)]
struct Row {
    id: BusinessId,
    slug: String,
    display_name_ja: String,
    display_name_en: String,
    description_ja: String,
    description_en: String,
    postal_code: String,
    prefecture: String,
    city: String,
    street: String,
    building: String,
    address_en: String,
    phone: String,
    email: Option<String>,
    timezone: String,
    status: BusinessStatus,
    onboarding_status: OnboardingStatus,
    status_reason: String,
}

/// The business of this transaction, if it is open to the public; what is not is as if it did not exist.
pub fn open_to_public(tx: &mut TenantTx<'_>) -> db::Result<Option<Profile>> {
    let own = tx.kept(read)?;
    let open = own.0.as_ref().filter(|own| own.profile.is_open);
    Ok(open.map(|own| own.at(tx.now())))
}

/// The business of this transaction, for those who work there.
pub fn own(tx: &mut TenantTx<'_>) -> db::Result<Option<Profile>> {
    let own = tx.kept(read)?;
    Ok(own.0.as_ref().map(|own| own.at(tx.now())))
}

/// What is remembered of the business, if there is one.
struct Own(Option<Known>);

/// The business, and all its weeks by their first date.
struct Known {
    profile: Profile,
    weeks: Vec<WeeklyHours>,
}

impl Known {
    /// The business as it is at an instant.
    fn at(&self, now: DateTime<Utc>) -> Profile {
        let today = local(self.profile.zone, now).date();
        Profile {
            week: hours::on(&self.weeks, today).into(),
            ..self.profile.clone()
        }
    }
}

type Parts = (
    Row,
    Settings,
    (Option<DateTime<Utc>>, String, Option<bool>),
    String,
    Option<Picture>,
    Option<Picture>,
    Option<String>,
    Option<WeeklyHours>,
);

fn read(tx: &mut TenantTx<'_>) -> db::Result<Own> {
    let business = tx.business();
    let rows = businesses::table
        .inner_join(verticals::table)
        .inner_join(business_settings::table)
        .left_join(business_media::table.on(featured()))
        .left_join(
            LOGOS.on(LOGOS
                .field(business_media::business_id)
                .eq(businesses::id)
                .and(LOGOS.field(business_media::place).eq("logo"))
                .and(LOGOS.field(business_media::deleted_at).is_null())),
        )
        .left_join(embeddings::table.on(embeddings::business_id.eq(businesses::id)))
        .left_join(business_hours::table.on(business_hours::business_id.eq(businesses::id)))
        // Remembered with the rest: turning it is a change of everybody's rules.
        .left_join(switches::table.on(switches::name.eq(switch::BOOKINGS)))
        .filter(
            businesses::id
                .eq(business)
                .and(businesses::deleted_at.is_null()),
        )
        .order((
            business_hours::valid_from,
            business_hours::day_of_week,
            business_hours::week_of_month.asc().nulls_first(),
            business_hours::open_minute,
        ))
        .select((
            Row::as_select(),
            Settings::as_select(),
            (
                business_settings::bookings_stopped_at,
                business_settings::bookings_stopped_reason,
                switches::is_stopped.nullable(),
            ),
            verticals::slug,
            Option::<Picture>::as_select(),
            LOGOS
                .fields((
                    business_media::business_id,
                    business_media::url,
                    business_media::picture,
                    business_media::ending,
                    business_media::width,
                    business_media::height,
                    business_media::caption_ja,
                    business_media::caption_en,
                    business_media::place,
                ))
                .nullable(),
            embeddings::hosts.nullable(),
            Option::<WeeklyHours>::as_select(),
        ))
        .load::<Parts>(tx.conn())?;
    let weeks = rows
        .iter()
        .filter_map(|(.., hours)| hours.clone())
        .collect();
    Ok(Own(rows.into_iter().next().map(|parts| Known {
        profile: assemble(parts),
        weeks,
    })))
}

#[diesel::dsl::auto_type]
fn featured() -> _ {
    business_media::business_id
        .eq(businesses::id)
        .and(business_media::is_featured)
}

fn assemble((row, mut settings, stopped, vertical, picture, logo, framers, _): Parts) -> Profile {
    let (stopped_at, stopped_because, everywhere) = stopped;
    let halts = Halts {
        suspended: (row.status == BusinessStatus::Suspended).then_some(row.status_reason),
        stopped: stopped_at.map(|at| (at, stopped_because)),
        everywhere: everywhere == Some(true),
    };
    let is_stopped = halts.stopped.is_some() || halts.everywhere;
    let is_open =
        row.status == BusinessStatus::Approved && row.onboarding_status == OnboardingStatus::Live;
    settings.is_accepting &= !is_stopped;
    Profile {
        id: row.id,
        slug: row.slug,
        vertical: Vertical::from_slug(&vertical).unwrap_or(Vertical::Salon),
        name: Bilingual::new(row.display_name_ja, row.display_name_en),
        about: Bilingual::new(row.description_ja, row.description_en),
        address: Address {
            postal_code: row.postal_code,
            prefecture: row.prefecture,
            city: row.city,
            street: row.street,
            building: row.building,
            english: row.address_en,
        },
        phone: row.phone,
        email: row.email,
        zone: row.timezone.parse().unwrap_or(Tz::Asia__Tokyo),
        picture,
        logo,
        is_stopped,
        halts,
        settings,
        week: Arc::default(),
        is_open,
        framers: framers.unwrap_or_default(),
    }
}
