//! Looking changes nothing: mail scanners open every link of a letter, browsers fetch ahead.

use super::{
    change::{CANCEL, opened, salon},
    walk::{JA, held, times, told},
};
use crate::support::app::TestApp;
use diesel::{RunQueryDsl, sql_query, sql_types::Text};
use omotenashi::base::ids::BusinessId;
use serde_json::json;

#[derive(diesel::QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// Every row of every table that the site can read, as it works in a business and as it works outside of all.
pub fn everything(app: &TestApp, business: BusinessId) -> Vec<String> {
    const TABLES: &str = "select format('%I.%I', n.nspname, c.relname) as line from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_'
            and n.nspname not in ('information_schema', 'public') and has_table_privilege(c.oid, 'select') order by 1";
    fn all(conn: &mut diesel::PgConnection) -> Result<Vec<String>, omotenashi::db::DbError> {
        let mut lines = Vec::new();
        for table in sql_query(TABLES).load::<Line>(conn)? {
            let rows = format!(
                "select '{0} ' || row::text as line from {0} as row order by 1",
                table.line
            );
            lines.extend(
                sql_query(rows)
                    .load::<Line>(conn)?
                    .into_iter()
                    .map(|row| row.line),
            );
        }
        Ok(lines)
    }
    let inside = app.tenant(business, |tx| all(tx.conn()));
    [inside, app.platform(|tx| all(tx.conn()))].concat()
}

#[test]
fn a_mail_scanner_that_opens_every_link_fifty_times_changes_no_row() {
    let (app, shop, cut) = salon(json!({}));
    let details = held(&app, &shop, &cut, "11月26日(木) 10:00");
    let check = told(&details, &JA, &[]);
    let home = opened(&app, &shop, &cut);
    let seen = everything(&app, shop.id);
    assert!(
        seen.len() > 20
            && seen
                .iter()
                .any(|line| line.starts_with("bookings.bookings "))
    );
    let mut links = vec![
        home.url.clone(),
        format!("{}/move?start=2026-11-26T05%3A00%3A00Z", home.url),
        check.url.clone(),
        details.url.clone(),
        format!("/ja/b/{}/book/hold", shop.slug),
        times("ja", &shop, &cut, "&hold=0123456789abcdef"),
    ];
    for page in [&home, &check] {
        let document = page.document();
        let found = document
            .all("a[href]")
            .into_iter()
            .filter_map(|link| link.attr("href"));
        links.extend(
            found
                .filter(|link| link.starts_with('/'))
                .map(str::to_owned),
        );
    }
    links.sort();
    links.dedup();
    assert!(links.len() > 12, "{links:?}");
    let scanner = app.browser();
    for link in &links {
        for _ in 0..50 {
            assert!(scanner.visit(link).status < 500, "{link}");
        }
    }
    assert_eq!(everything(&app, shop.id), seen);
    home.follow(CANCEL).press(CANCEL);
    assert_ne!(everything(&app, shop.id), seen, "a button does");
}
