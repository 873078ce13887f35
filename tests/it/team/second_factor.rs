//! Whether everybody who works here needs a second factor.

use super::{TEAM, a_colleague, house, post};
use crate::support::people::Person;
use chrono::TimeDelta;

const TODAY: &str = "/ja/staff/aoi-salon/today";

#[test]
fn the_owner_decides_for_everybody_and_takes_it_back() {
    let (app, cast) = house();
    let now = app.platform(|tx| Ok(tx.now()));
    let page = cast.aoi.sign_in(&app).open(TEAM);
    assert!(page.text().contains("スタッフは任意です"));
    let decided = page.press("全員必須にする");
    assert_eq!(decided.flash().unwrap(), "2段階認証を全員必須にしました");
    let letter = app.letter();
    assert_eq!(letter.to, "ben@example.com", "and not the owner, who knows");
    assert!(
        letter.subject.contains("サロン あおい") && letter.text.contains("/account/second-factor")
    );
    assert!(
        decided
            .text()
            .contains("11月20日(金) 10:00から全員必須です"),
        "{}",
        decided.text()
    );
    assert_eq!(
        cast.ben.sign_in(&app).visit(TODAY).status,
        200,
        "there is a grace"
    );
    app.clock()
        .set(now + TimeDelta::days(14) - TimeDelta::minutes(1));
    // Deciding the same again does not begin the grace anew.
    let again = post(
        &cast.aoi.sign_in(&app),
        "second-factor",
        &[("demanded", "yes")],
    );
    assert_eq!(again.status, 303);
    assert!(app.letters().is_empty(), "nobody is told twice");
    app.clock().set(now + TimeDelta::days(14));
    let asked = |person: &Person| person.sign_in(&app).visit(TODAY).location();
    assert_eq!(
        asked(&cast.ben).as_deref(),
        Some("/ja/account/second-factor")
    );
    let sql = "update businesses.business_settings set second_factor_since = null";
    app.execute(cast.salon.id, sql);
    assert_eq!(asked(&cast.ben), None);
}

#[test]
fn nobody_else_decides_it() {
    let (app, cast) = house();
    let (manager, _) = a_colleague(&app, &cast, "mari", "manager");
    let browser = manager.sign_in(&app);
    assert!(!browser.open(TEAM).text().contains("全員必須にする"));
    let refused = post(&browser, "second-factor", &[("demanded", "yes")]);
    assert_eq!(refused.status, 403);
    let since = app.count(
        cast.salon.id,
        "select count(*) from businesses.business_settings where second_factor_since is not null",
    );
    assert_eq!(since, 0);
}
