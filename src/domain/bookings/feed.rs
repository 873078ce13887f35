//! Links under which calendars of people who work here read what is booked (SY1). A link is made from the house's secret and is kept
//! as a hash; whoever made it sees it, makes another of it, or ends it. It opens as much as that person may see at that moment.

use crate::{
    base::{
        ids::{BusinessId, CalendarFeedId, ResourceId, UserId},
        token::Token,
    },
    db::{
        self, PlatformTx, TenantTx,
        statement::{bind, prepared, statement},
    },
    domain::businesses::{
        member::{self, Member},
        role::Right,
        vertical::Vertical,
    },
    schema::{
        accounts::users,
        bookings::{calendar_feeds, feed_rules},
    },
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{Binary, Text, Uuid as SqlUuid},
};
use strum::{EnumString, IntoStaticStr};
use uuid::Uuid;

/// That a calendar asked is written down once in so long.
const SEEN: TimeDelta = TimeDelta::minutes(10);

/// What calendars outside are told of a booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Shows {
    /// That there is one.
    Nothing,
    /// What it is for.
    Service,
    /// And who comes.
    Name,
}

impl Shows {
    /// All of them, the least first.
    pub const ALL: [Self; 3] = [Self::Nothing, Self::Service, Self::Name];

    /// What a shop tells that has not said: of a clinic it is nobody's business what for.
    pub const fn usual(vertical: Vertical) -> Self {
        match vertical {
            Vertical::Clinic => Self::Nothing,
            _ => Self::Service,
        }
    }
}

/// A link.
#[derive(Clone, Debug, Queryable)]
pub struct Feed {
    /// Its key.
    pub id: CalendarFeedId,
    /// Who made it.
    pub user: UserId,
    /// Whose column it is about; all of the business without one.
    pub resource: Option<ResourceId>,
    /// How often it was made.
    round: i32,
    token_hash: Vec<u8>,
    /// When, the last time.
    pub made_at: DateTime<Utc>,
    /// When a calendar last asked.
    pub fetched_at: Option<DateTime<Utc>>,
}

impl Feed {
    /// Its token, if one of these secrets makes it.
    pub fn token(&self, secrets: &[Vec<u8>]) -> Option<Token> {
        let each = secrets
            .iter()
            .map(|secret| token(secret, self.id, self.round));
        each.into_iter()
            .find(|token| token.hash() == self.token_hash)
    }
}

/// What a link leads to.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The business.
    pub business: BusinessId,
    /// Its word in addresses.
    pub slug: String,
    /// The link.
    pub id: CalendarFeedId,
    /// Whose column.
    pub resource: Option<ResourceId>,
    /// In which language.
    pub locale: String,
}

/// What somebody may have links to.
pub fn may(member: &Member, resource: Option<ResourceId>) -> bool {
    match resource {
        None => member.may(Right::ManageBusiness),
        own => member.may(Right::ReadBookings) && member.resource == own,
    }
}

/// Those of one person.
pub fn of(tx: &mut TenantTx<'_>, user: UserId) -> db::Result<Vec<Feed>> {
    Ok(calendar_feeds::table
        .filter(calendar_feeds::business_id.eq(tx.business()))
        .filter(calendar_feeds::user_id.eq(user))
        .select(COLUMNS)
        .load(tx.conn())?)
}

/// All of the business but those of one person, with whose they are.
pub fn of_others(tx: &mut TenantTx<'_>, user: UserId) -> db::Result<Vec<(Feed, String)>> {
    Ok(calendar_feeds::table
        .inner_join(users::table.on(users::id.eq(calendar_feeds::user_id)))
        .filter(calendar_feeds::business_id.eq(tx.business()))
        .filter(calendar_feeds::user_id.ne(user))
        .order((users::display_name, calendar_feeds::id))
        .select((COLUMNS, users::display_name))
        .load(tx.conn())?)
}

type Columns = (
    calendar_feeds::id,
    calendar_feeds::user_id,
    calendar_feeds::resource_id,
    calendar_feeds::round,
    calendar_feeds::token_hash,
    calendar_feeds::made_at,
    calendar_feeds::fetched_at,
);

const COLUMNS: Columns = (
    calendar_feeds::id,
    calendar_feeds::user_id,
    calendar_feeds::resource_id,
    calendar_feeds::round,
    calendar_feeds::token_hash,
    calendar_feeds::made_at,
    calendar_feeds::fetched_at,
);

/// Makes a link, or another of one that there is, which opens nothing any more.
pub fn make(
    tx: &mut TenantTx<'_>,
    user: UserId,
    resource: Option<ResourceId>,
    secret: &[u8],
) -> db::Result<()> {
    let (business, now) = (tx.business(), tx.now());
    let known: Option<(CalendarFeedId, i32)> = calendar_feeds::table
        .filter(calendar_feeds::business_id.eq(business))
        .filter(calendar_feeds::user_id.eq(user))
        .filter(calendar_feeds::resource_id.is_not_distinct_from(resource))
        .select((calendar_feeds::id, calendar_feeds::round))
        .for_update()
        .first(tx.conn())
        .optional()?;
    if let Some((id, round)) = known {
        let round = round.saturating_add(1);
        let own = calendar_feeds::table
            .filter(calendar_feeds::business_id.eq(business))
            .filter(calendar_feeds::id.eq(id));
        prepared(diesel::update(own).set((
            calendar_feeds::round.eq(round),
            calendar_feeds::token_hash.eq(token(secret, id, round).hash()),
            calendar_feeds::made_at.eq(now),
            calendar_feeds::fetched_at.eq(None::<DateTime<Utc>>),
        )))
        .execute(tx.conn())?;
        return Ok(());
    }
    let id = CalendarFeedId(Uuid::new_v4());
    // Whoever presses twice has one.
    prepared(
        diesel::insert_into(calendar_feeds::table)
            .values((
                calendar_feeds::id.eq(id),
                calendar_feeds::business_id.eq(business),
                calendar_feeds::user_id.eq(user),
                calendar_feeds::resource_id.eq(resource),
                calendar_feeds::token_hash.eq(token(secret, id, 1).hash()),
                calendar_feeds::made_at.eq(now),
                calendar_feeds::created_at.eq(now),
            ))
            .on_conflict_do_nothing(),
    )
    .execute(tx.conn())?;
    Ok(())
}

/// Ends a link: one of somebody's own, or any where `of` is nobody. Whether there was one.
pub fn end(tx: &mut TenantTx<'_>, id: CalendarFeedId, of: Option<UserId>) -> db::Result<bool> {
    let gone: Vec<Uuid> = statement::<SqlUuid, _>(
        "delete from bookings.calendar_feeds where business_id = ? and id = ? and user_id = coalesce(?::uuid, user_id) returning id",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(id),
            bind::<diesel::sql_types::Nullable<SqlUuid>, _>(of),
        ),
    )
    .load(tx.conn())?;
    Ok(!gone.is_empty())
}

/// What a link leads to; nothing once whoever made it may not see that any more.
pub fn open(tx: &mut PlatformTx<'_>, token: &Token) -> db::Result<Option<Opened>> {
    type Sql = (
        SqlUuid,
        SqlUuid,
        SqlUuid,
        diesel::sql_types::Nullable<SqlUuid>,
        Text,
        Text,
    );
    type Found = (
        CalendarFeedId,
        BusinessId,
        UserId,
        Option<ResourceId>,
        String,
        String,
    );
    let found: Option<Found> = statement::<Sql, _>(
        "select f.id, f.business_id, f.user_id, f.resource_id, b.slug, u.locale from bookings.calendar_feeds f \
         join businesses.businesses b on b.id = f.business_id and b.deleted_at is null \
         join accounts.users u on u.id = f.user_id and u.is_active and u.deleted_at is null where f.token_hash = ?",
        (bind::<Binary, _>(token.hash()),),
    )
    .get_result(tx.conn())
    .optional()?;
    let Some((id, business, user, resource, slug, locale)) = found else {
        return Ok(None);
    };
    let member = member::find(tx, user, &slug)?.filter(|member| may(member, resource));
    Ok(member.map(|_| Opened {
        business,
        slug,
        id,
        resource,
        locale,
    }))
}

/// A calendar has asked.
pub fn seen(tx: &mut TenantTx<'_>, id: CalendarFeedId) -> db::Result<()> {
    let (business, now) = (tx.business(), tx.now());
    let own = calendar_feeds::table.filter(
        calendar_feeds::business_id
            .eq(business)
            .and(calendar_feeds::id.eq(id))
            .and(
                calendar_feeds::fetched_at
                    .is_null()
                    .or(calendar_feeds::fetched_at.lt(now - SEEN)),
            ),
    );
    prepared(diesel::update(own).set(calendar_feeds::fetched_at.eq(now))).execute(tx.conn())?;
    Ok(())
}

/// What calendars outside are told, where the shop has said so.
pub fn shows(tx: &mut TenantTx<'_>) -> db::Result<Option<Shows>> {
    let word: Option<String> = feed_rules::table
        .filter(feed_rules::business_id.eq(tx.business()))
        .select(feed_rules::shows)
        .first(tx.conn())
        .optional()?;
    Ok(word.and_then(|word| word.parse().ok()))
}

/// Says what they are told.
pub fn show(tx: &mut TenantTx<'_>, shows: Shows) -> db::Result<()> {
    let (business, word): (_, &str) = (tx.business(), shows.into());
    prepared(
        diesel::insert_into(feed_rules::table)
            .values((
                feed_rules::business_id.eq(business),
                feed_rules::shows.eq(word),
            ))
            .on_conflict(feed_rules::business_id)
            .do_update()
            .set(feed_rules::shows.eq(word)),
    )
    .execute(tx.conn())?;
    Ok(())
}

fn token(secret: &[u8], id: CalendarFeedId, round: i32) -> Token {
    Token::derived(
        secret,
        &[b"calendar feed", id.0.as_bytes(), &round.to_be_bytes()],
    )
}
