//! How the database finds a card, asked as requests ask: one index has the order and all that is looked through.

use super::house;
use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::Text};

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    #[diesel(column_name = "QUERY PLAN")]
    line: String,
}

const MANY: &str = "insert into customers.customers (business_id, number, name, search_key, family_name_kana)
    select platform.business(), 100 + n, 'guest ' || n, 'guest' || n, 'カ' || n from generate_series(1, 3000) as n";

#[test]
fn a_page_of_the_list_is_read_from_one_index_in_its_order() {
    let (app, cast) = house();
    app.execute(cast.salon.id, MANY);
    let plan = app.tenant(cast.salon.id, |tx| {
        let asked = "explain select c.id, c.reading from customers.customers c where c.business_id = platform.business() \
            and c.deleted_at is null and (c.number = any ('{}') or c.found_by like all (array['%guest77%'])) \
            order by c.reading, c.id limit 31";
        let lines: Vec<Line> = sql_query(asked).load(tx.conn())?;
        let lines: Vec<String> = lines.into_iter().map(|line| line.line).collect();
        Ok(lines.join("\n"))
    });
    assert!(
        plan.contains("Index Only Scan using customers_by_reading"),
        "{plan}"
    );
    assert!(!plan.contains("Sort"), "{plan}");
}
