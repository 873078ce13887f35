//! Those somebody books for (AC3): a child, a parent, a friend. They have no account; a business learns of one only by a
//! booking for them.

use super::names::Names;
use crate::{
    base::ids::{FamilyMemberId, UserId},
    db::{self, DbError, PlatformTx, statement::prepared},
    refusal,
    schema::accounts::{family_members, users},
};
use diesel::prelude::*;

/// So many at most: a large household, and no list of strangers.
pub const MOST: usize = 20;

/// What somebody is to the one who books.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Relation {
    /// Husband or wife.
    Spouse,
    /// Son or daughter.
    #[default]
    Child,
    /// Mother or father.
    Parent,
    /// Brother or sister.
    Sibling,
    /// Anyone else.
    Other,
}

impl Relation {
    /// All of them, as they are offered.
    pub const ALL: [Self; 5] = [
        Self::Child,
        Self::Spouse,
        Self::Parent,
        Self::Sibling,
        Self::Other,
    ];

    /// The word in the row.
    pub fn label(self) -> &'static str {
        match self {
            Self::Spouse => "spouse",
            Self::Child => "child",
            Self::Parent => "parent",
            Self::Sibling => "sibling",
            Self::Other => "other",
        }
    }

    /// The relation of a word.
    pub fn from_label(label: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|relation| relation.label() == label)
    }
}

/// One of them.
#[derive(Clone, Debug)]
pub struct FamilyMember {
    /// Their key.
    pub id: FamilyMemberId,
    /// What they are told of.
    pub facts: Facts,
}

/// What is kept of one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// What they are called.
    pub names: Names,
    /// What they are to the one who books.
    pub relation: Relation,
    /// The year of their birth, where it was told.
    pub birth_year: Option<i16>,
}

/// Why nobody was added.
#[derive(Debug, thiserror::Error)]
pub enum AddError {
    /// There are [`MOST`] already.
    #[error("as many as there may be")]
    Full,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(AddError);

type Row = (
    FamilyMemberId,
    (String, String, String, String, String),
    String,
    Option<i16>,
);

#[diesel::dsl::auto_type]
fn of(user: UserId) -> _ {
    family_members::table.filter(family_members::user_id.eq(user))
}

/// Everybody somebody books for, in the order they were told of.
pub fn list(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<Vec<FamilyMember>> {
    let rows: Vec<Row> = of(user)
        .order((family_members::created_at, family_members::id))
        .select((
            family_members::id,
            (
                family_members::family_name,
                family_members::given_name,
                family_members::family_name_kana,
                family_members::given_name_kana,
                family_members::display_name,
            ),
            family_members::relation,
            family_members::birth_year,
        ))
        .load(tx.conn())?;
    Ok(rows.into_iter().map(FamilyMember::from_row).collect())
}

/// One of those; `None` when this person has none of that key.
pub fn find(
    tx: &mut PlatformTx<'_>,
    user: UserId,
    id: FamilyMemberId,
) -> db::Result<Option<FamilyMember>> {
    let all = list(tx, user)?;
    Ok(all.into_iter().find(|member| member.id == id))
}

/// Command: one more.
pub fn add(tx: &mut PlatformTx<'_>, user: UserId, facts: &Facts) -> Result<(), AddError> {
    // Two at once follow each other, so that the limit holds.
    let _own: UserId = users::table
        .filter(users::id.eq(user))
        .select(users::id)
        .for_update()
        .first(tx.conn())
        .map_err(DbError::from)?;
    let count: i64 = of(user)
        .count()
        .get_result(tx.conn())
        .map_err(DbError::from)?;
    if usize::try_from(count).is_ok_and(|count| count >= MOST) {
        return Err(AddError::Full);
    }
    let now = tx.now();
    prepared(diesel::insert_into(family_members::table).values((
        family_members::user_id.eq(user),
        Columns::of(facts),
        family_members::created_at.eq(now),
    )))
    .execute(tx.conn())
    .map_err(DbError::from)?;
    Ok(())
}

/// Command: told otherwise. `false` when this person has none of that key.
pub fn save(tx: &mut PlatformTx<'_>, user: UserId, member: &FamilyMember) -> db::Result<bool> {
    let row = of(user).filter(family_members::id.eq(member.id));
    let changed =
        prepared(diesel::update(row).set(Columns::of(&member.facts))).execute(tx.conn())?;
    Ok(changed > 0)
}

/// Command: taken off the list. Bookings made for them stay. `false` when this person has none of that key.
pub fn remove(tx: &mut PlatformTx<'_>, user: UserId, id: FamilyMemberId) -> db::Result<bool> {
    let row = of(user).filter(family_members::id.eq(id));
    Ok(prepared(diesel::delete(row)).execute(tx.conn())? > 0)
}

/// The columns that facts fill.
#[derive(Insertable, AsChangeset)]
#[diesel(table_name = family_members, treat_none_as_null = true)]
struct Columns {
    display_name: String,
    family_name: String,
    given_name: String,
    family_name_kana: String,
    given_name_kana: String,
    relation: &'static str,
    birth_year: Option<i16>,
}

impl Columns {
    fn of(facts: &Facts) -> Self {
        let names = &facts.names;
        Self {
            display_name: names.display.clone(),
            family_name: names.family.clone(),
            given_name: names.given.clone(),
            family_name_kana: names.family_kana.clone(),
            given_name_kana: names.given_kana.clone(),
            relation: facts.relation.label(),
            birth_year: facts.birth_year,
        }
    }
}

impl FamilyMember {
    fn from_row((id, names, relation, birth_year): Row) -> Self {
        let (family, given, family_kana, given_kana, display) = names;
        let names = Names {
            family,
            given,
            family_kana,
            given_kana,
            display,
        };
        Self {
            id,
            facts: Facts {
                names,
                relation: Relation::from_label(&relation).unwrap_or(Relation::Other),
                birth_year,
            },
        }
    }
}
