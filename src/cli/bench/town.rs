//! What stands beside the measured businesses for single rows: a town of small shops, and a business with every kind of rule.

use super::{options::Options, place::Place, rows::Row, stage::Stage};
use diesel::{
    RunQueryDsl,
    connection::SimpleConnection,
    sql_query,
    sql_types::{Date, Integer, Text, Uuid as SqlUuid},
};
use uuid::{Uuid, uuid};

/// So many shops are in the town.
const SHOPS: i32 = 1_000;
/// The businesses with every kind of rule.
const RULED: [Ruled; 2] = [
    Ruled {
        row: Row::MonthOfRules,
        key: uuid!("00000000-0000-4000-8000-0000000b3001"),
        service: uuid!("00000000-0000-4000-8000-0000000b3002"),
        slug: "rules-of-ten",
        people: 10,
    },
    Ruled {
        row: Row::MonthOfRulesOfThirty,
        key: uuid!("00000000-0000-4000-8000-0000000b3003"),
        service: uuid!("00000000-0000-4000-8000-0000000b3004"),
        slug: "rules-of-thirty",
        people: 30,
    },
];

/// A business with every kind of rule.
pub struct Ruled {
    row: Row,
    key: Uuid,
    /// Its service.
    pub service: Uuid,
    /// Its word in addresses.
    pub slug: &'static str,
    people: i32,
}

/// The business that a row asks, if it is one with every kind of rule.
pub fn ruled(row: Row) -> Option<&'static Ruled> {
    RULED.iter().find(|one| one.row == row)
}

/// Fills in what the rows that are asked for need, at once and past row security.
pub fn fill(place: &Place, stage: &Stage, options: &Options) -> Result<(), String> {
    let town = options.wants(Row::Town);
    let rules = || RULED.iter().filter(|one| options.wants(one.row));
    if !town && rules().next().is_none() {
        return Ok(());
    }
    let conn = &mut place.as_superuser(&stage.database)?;
    let said = |error: diesel::result::Error| error.to_string();
    if town {
        sql_query(include_str!("sql/town.sql"))
            .bind::<Integer, _>(SHOPS)
            .bind::<Date, _>(stage.today)
            .execute(conn)
            .map_err(said)?;
    }
    // Their time is a copy, of bookings elsewhere: keys that lead to other rows are not looked at meanwhile.
    conn.batch_execute("set session_replication_role = replica")
        .map_err(said)?;
    for one in rules() {
        sql_query(include_str!("sql/rules.sql"))
            .bind::<SqlUuid, _>(one.key)
            .bind::<SqlUuid, _>(one.service)
            .bind::<Date, _>(stage.today)
            .bind::<Text, _>(one.slug)
            .bind::<Integer, _>(one.people)
            .execute(conn)
            .map_err(said)?;
    }
    conn.batch_execute("reset session_replication_role")
        .map_err(said)?;
    for statement in ["vacuum analyze", "checkpoint"] {
        conn.batch_execute(statement).map_err(said)?;
    }
    Ok(())
}
