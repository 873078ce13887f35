//! What stands beside the measured businesses for single rows: a town of small shops, and a business with every kind of rule.

use super::{options::Options, place::Place, rows::Row, stage::Stage};
use diesel::{
    RunQueryDsl,
    connection::SimpleConnection,
    sql_query,
    sql_types::{Date, Integer, Uuid as SqlUuid},
};
use uuid::{Uuid, uuid};

/// So many shops are in the town.
const SHOPS: i32 = 1_000;
/// The business with every kind of rule.
const RULED: Uuid = uuid!("00000000-0000-4000-8000-0000000b3001");
/// Its service.
pub const RULED_SERVICE: Uuid = uuid!("00000000-0000-4000-8000-0000000b3002");
/// Its word in addresses.
pub const RULED_SLUG: &str = "rules-month";

/// Fills in what the rows that are asked for need, at once and past row security.
pub fn fill(place: &Place, stage: &Stage, options: &Options) -> Result<(), String> {
    let (town, rules) = (options.wants(Row::Town), options.wants(Row::MonthOfRules));
    if !town && !rules {
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
    if rules {
        sql_query(include_str!("sql/rules.sql"))
            .bind::<SqlUuid, _>(RULED)
            .bind::<SqlUuid, _>(RULED_SERVICE)
            .bind::<Date, _>(stage.today)
            .execute(conn)
            .map_err(said)?;
    }
    for statement in ["vacuum analyze", "checkpoint"] {
        conn.batch_execute(statement).map_err(said)?;
    }
    Ok(())
}
