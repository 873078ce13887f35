//! What the search of the town asks the database for does not grow with the town: counted as it is sent.

use super::town::{SATURDAY, a_shop, filled, find, found};
use crate::support::{
    app::{TestApp, TestOptions},
    sql,
};

/// What a page asks, its brackets left out.
fn statements(app: &TestApp, path: &str) -> usize {
    let before = app.statements();
    let page = app.browser().visit(path);
    assert_eq!(page.status, 200, "{path}");
    app.statements() - before
}

#[test]
fn a_town_is_asked_in_a_few_statements_however_many_shops_it_has() {
    let app = TestApp::start(TestOptions::default());
    let path = format!("/ja/find?date={SATURDAY}");
    let changed = |app: &TestApp| {
        sql::run(
            &mut sql::connect_as_house(app.database_url()),
            "update businesses.businesses set name_kana = name_kana || 'ア'",
        );
    };
    a_shop(&app, "shop-0");
    // What is looked up once for each connection.
    statements(&app, &path);
    changed(&app);
    let (cold, warm) = (statements(&app, &path), statements(&app, &path));
    for place in 1..40 {
        let shop = a_shop(&app, &format!("shop-{place}"));
        if place % 3 == 0 {
            filled(&app, &shop, 10..13);
        }
    }
    changed(&app);
    assert_eq!(
        (statements(&app, &path), statements(&app, &path)),
        (cold, warm)
    );
    assert_eq!(found(&find(&app, &format!("date={SATURDAY}"))).len(), 24);
    assert_eq!(
        found(&find(&app, &format!("date={SATURDAY}&page=1"))).len(),
        16
    );
    assert!(
        warm <= 10 && cold <= warm + 4,
        "{warm} statements, {cold} when nothing is known"
    );
}
