//! What operators and owners see of a business on its way in: the queue, the oldest question first; one business whole.

use super::{
    profile::{Address, BusinessStatus, OnboardingStatus},
    review::VerificationStatus,
    vertical::Vertical,
};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BusinessId, UserId, VerificationId},
    },
    db::{
        self, PlatformTx,
        statement::{bind, statement},
    },
    schema::{
        accounts::users,
        businesses::{business_settings, business_verifications, businesses, verticals},
    },
};
use chrono::{DateTime, Utc};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Text, Timestamptz, Uuid as SqlUuid},
};
use uuid::Uuid;

/// How many a page shows.
pub const PAGE: usize = 20;

/// Where a business stands, as operators sort them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Heap {
    /// Sent, and nobody has decided.
    #[default]
    Waiting,
    /// Open to the public.
    Open,
    /// Suspended.
    Suspended,
    /// Not sent, or sent back.
    Draft,
}

impl Heap {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Open, Self::Suspended, Self::Draft];

    /// The word in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Open => "open",
            Self::Suspended => "suspended",
            Self::Draft => "draft",
        }
    }

    /// Where a business with these two states stands.
    pub fn of(status: BusinessStatus, onboarding: OnboardingStatus) -> Self {
        match (status, onboarding) {
            (BusinessStatus::Suspended, _) => Self::Suspended,
            (BusinessStatus::Approved, OnboardingStatus::Live) => Self::Open,
            (BusinessStatus::PendingReview, OnboardingStatus::PendingVerification) => Self::Waiting,
            _ => Self::Draft,
        }
    }
}

/// A business in the list.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its key.
    pub id: BusinessId,
    /// Its word in addresses.
    pub slug: String,
    /// Its name.
    pub name: Bilingual,
    /// Its kind.
    pub vertical: Vertical,
    /// Its owner.
    pub owner: String,
    /// Since when it stands there: sent, or begun.
    pub since: DateTime<Utc>,
}

/// What is looked for.
#[derive(Clone, Debug, Default)]
pub struct Sought {
    /// In which heap.
    pub heap: Heap,
    /// Part of a name or of the word in addresses; empty finds all.
    pub text: String,
    /// The last line of the page before, to go on after it.
    pub after: Option<(DateTime<Utc>, Uuid)>,
}

type LineSql = (SqlUuid, Text, Text, Text, Text, Text, Timestamptz);
type LineRow = (
    BusinessId,
    String,
    String,
    String,
    String,
    String,
    DateTime<Utc>,
);

/// A page of the list and one line more, which says whether there is another page. The oldest first.
pub fn list(tx: &mut PlatformTx<'_>, sought: &Sought) -> db::Result<Vec<Line>> {
    let (at, id) = sought.after.unwrap_or((DateTime::UNIX_EPOCH, Uuid::nil()));
    let text = format!("%{}%", sought.text.replace(['\\', '%', '_'], " "));
    let rows: Vec<LineRow> = statement::<LineSql, _>(
        "select id, slug, ja, en, kind, owner, since from ( \
             select b.id, b.slug::text as slug, b.display_name_ja as ja, b.display_name_en as en, t.slug as kind, \
                 coalesce(u.display_name, '') as owner, coalesce(v.created_at, b.created_at) as since, \
                 case when b.status = 'suspended' then 'suspended' \
                     when b.status = 'approved' and b.onboarding_status = 'live' then 'open' \
                     when b.status = 'pending_review' and b.onboarding_status = 'pending_verification' then 'waiting' \
                     else 'draft' end as heap \
             from businesses.businesses b \
             join businesses.verticals t on t.id = b.vertical_id \
             left join accounts.users u on u.id = b.owner_id \
             left join businesses.business_verifications v on v.business_id = b.id and v.status = 'pending' \
             where b.deleted_at is null \
         ) all_of_them \
         where heap = ? and (slug ilike ? or ja ilike ? or en ilike ?) and (since, id) > (?, ?) \
         order by since, id limit ?",
        (
            bind::<Text, _>(sought.heap.word()),
            bind::<Text, _>(text.clone()),
            bind::<Text, _>(text.clone()),
            bind::<Text, _>(text),
            bind::<Timestamptz, _>(at),
            bind::<SqlUuid, _>(id),
            bind::<BigInt, _>(PAGE as i64 + 1),
        ),
    )
    .load(tx.conn())?;
    let line = |(id, slug, ja, en, kind, owner, since): LineRow| Line {
        id,
        slug,
        name: Bilingual::new(ja, en),
        vertical: Vertical::from_slug(&kind).unwrap_or(Vertical::Salon),
        owner,
        since,
    };
    Ok(rows.into_iter().map(line).collect())
}

/// How many wait for an answer.
pub fn waiting(tx: &mut PlatformTx<'_>) -> db::Result<i64> {
    let count = businesses::table
        .filter(businesses::status.eq(BusinessStatus::PendingReview))
        .filter(businesses::onboarding_status.eq(OnboardingStatus::PendingVerification))
        .filter(businesses::deleted_at.is_null())
        .count()
        .get_result(tx.conn())?;
    Ok(count)
}

/// A business whole, as operators and its owner see it.
#[derive(Clone, Debug)]
pub struct Reviewed {
    /// Its key.
    pub id: BusinessId,
    /// Its word in addresses.
    pub slug: String,
    /// Its name.
    pub name: Bilingual,
    /// How it is read, or empty.
    pub kana: String,
    /// Its kind.
    pub vertical: Vertical,
    /// Where it stands.
    pub heap: Heap,
    /// Why it is suspended.
    pub reason: String,
    /// E.164.
    pub phone: String,
    /// Where it is.
    pub address: Address,
    /// When the application was begun.
    pub created_at: DateTime<Utc>,
    /// Since when no guest may book there.
    pub stopped_at: Option<DateTime<Utc>>,
    /// And why.
    pub stopped_because: String,
    /// Its owner: key, name, address.
    pub owner: Option<(UserId, String, String)>,
    /// What was asked of the operators, the last first.
    pub questions: Vec<Question>,
}

impl Reviewed {
    /// The question that was answered with a no, while the owner has not asked again.
    pub fn sent_back(&self) -> Option<&Question> {
        self.questions
            .first()
            .filter(|last| self.heap == Heap::Draft && last.status == VerificationStatus::Rejected)
    }

    /// The question that nobody has answered.
    pub fn open_question(&self) -> Option<&Question> {
        self.questions
            .iter()
            .find(|question| question.status == VerificationStatus::Pending)
    }
}

/// A question to the operators, and their answer.
#[derive(Clone, Debug, Queryable)]
pub struct Question {
    /// Its key.
    pub id: VerificationId,
    /// What became of it.
    pub status: VerificationStatus,
    /// What the operators wrote.
    pub notes: String,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// When it was answered.
    pub answered_at: Option<DateTime<Utc>>,
}

type Names = (BusinessId, String, String, String, String, String);
type Place = (String, String, String, String, String, String);
type States = (BusinessStatus, OnboardingStatus, String, DateTime<Utc>);
type Owner = Option<(UserId, String, String)>;

/// The business of a key, for operators.
pub fn find(tx: &mut PlatformTx<'_>, business: BusinessId) -> db::Result<Option<Reviewed>> {
    let id = businesses::table
        .filter(businesses::id.eq(business))
        .filter(businesses::deleted_at.is_null())
        .select(businesses::id)
        .first(tx.conn())
        .optional()?;
    id.map(|id| whole(tx, id)).transpose()
}

/// The business of a word, for its owner alone.
pub fn of_owner(
    tx: &mut PlatformTx<'_>,
    owner: UserId,
    slug: &str,
) -> db::Result<Option<Reviewed>> {
    let id = businesses::table
        .filter(businesses::slug.eq(slug))
        .filter(businesses::owner_id.eq(owner))
        .filter(businesses::deleted_at.is_null())
        .select(businesses::id)
        .first(tx.conn())
        .optional()?;
    id.map(|id| whole(tx, id)).transpose()
}

type Whole = (Names, Place, States, (Option<DateTime<Utc>>, String), Owner);

fn whole(tx: &mut PlatformTx<'_>, id: BusinessId) -> db::Result<Reviewed> {
    let row = businesses::table
        .inner_join(verticals::table)
        .inner_join(business_settings::table)
        .left_join(users::table.on(users::id.nullable().eq(businesses::owner_id)))
        .filter(businesses::id.eq(id))
        .select((
            (
                businesses::id,
                businesses::slug,
                businesses::display_name_ja,
                businesses::display_name_en,
                verticals::slug,
                businesses::phone,
            ),
            (
                businesses::postal_code,
                businesses::prefecture,
                businesses::city,
                businesses::street,
                businesses::building,
                businesses::name_kana,
            ),
            (
                businesses::status,
                businesses::onboarding_status,
                businesses::status_reason,
                businesses::created_at,
            ),
            (
                business_settings::bookings_stopped_at,
                business_settings::bookings_stopped_reason,
            ),
            (users::id, users::display_name, users::email).nullable(),
        ))
        .first::<Whole>(tx.conn())?;
    let questions = business_verifications::table
        .filter(business_verifications::business_id.eq(id))
        .order(business_verifications::created_at.desc())
        .select((
            business_verifications::id,
            business_verifications::status,
            business_verifications::notes,
            business_verifications::created_at,
            business_verifications::reviewed_at,
        ))
        .load(tx.conn())?;
    Ok(assemble(row, questions))
}

fn assemble((names, place, states, stopped, owner): Whole, questions: Vec<Question>) -> Reviewed {
    let (id, slug, ja, en, kind, phone) = names;
    let (postal_code, prefecture, city, street, building, kana) = place;
    let (status, onboarding, reason, created_at) = states;
    Reviewed {
        id,
        slug,
        name: Bilingual::new(ja, en),
        kana,
        vertical: Vertical::from_slug(&kind).unwrap_or(Vertical::Salon),
        heap: Heap::of(status, onboarding),
        reason,
        phone,
        address: Address {
            postal_code,
            prefecture,
            city,
            street,
            building,
            english: String::new(),
        },
        created_at,
        stopped_at: stopped.0,
        stopped_because: stopped.1,
        owner,
        questions,
    }
}
