//! Who may do what behind the counter: every act, asked for by every role through its own address.

mod acts;

use super::scene::{DESK, Friday};
use crate::support::{
    browser::Browser,
    people::{Person, a_person, a_seat},
    sql,
};
use acts::{Act, all};
use omotenashi::domain::businesses::role::{Right, Rights, StaffRole};
use serde_json::json;
use uuid::Uuid;

/// Somebody of a role at Aoi's, and their seat.
fn somebody(friday: &Friday, role: StaffRole) -> (Person, Uuid) {
    let word = role.label().replace('_', "-");
    let person = a_person(&friday.app, &word, role.label(), "staff");
    let seat = a_seat(&friday.app, &friday.cast.salon, &person, role.label(), 0);
    (person, seat)
}

fn adjust(friday: &Friday, seat: Uuid, right: Right, has: bool) {
    let adjusted = json!({ right.id(): has });
    friday.app.execute(
        friday.cast.salon.id,
        format!("update businesses.staff_assignments set permissions_json = '{adjusted}' where id = '{seat}'"),
    );
}

/// The key of forms, which even a page without any other form has in the button that signs out.
fn key(browser: &Browser) -> String {
    let csrf = browser.open(&format!("{DESK}/today")).field("csrf").value;
    csrf.split(',').next().unwrap().to_owned()
}

/// Whether an act needs another right on the way: nobody overbooks who may not book.
fn needs(act: &Act) -> Vec<Right> {
    let on_the_way = match act.right {
        Right::Overbook if act.path.ends_with("/new") => Some(Right::CreateBookings),
        Right::Overbook => Some(Right::MoveBookings),
        // What a move has cost is waived where it stands.
        Right::WaiveFees if act.path.ends_with("/waive") => None,
        Right::WaiveFees => Some(Right::CancelBookings),
        _ => None,
    };
    on_the_way.into_iter().chain([act.right]).collect()
}

fn judge(friday: &Friday, browser: &Browser, rights: Rights, who: &str) {
    let csrf = key(browser);
    for act in all(friday) {
        let may = needs(&act).into_iter().all(|right| rights.have(right));
        let answer = act.by(browser, &csrf);
        let typed = act.typed.is_some();
        assert_eq!(
            answer.status == 403,
            !may,
            "{who} at {} (typed: {typed}) for {:?}: {}",
            act.path,
            act.right,
            answer.status
        );
        assert!(![400, 404, 422].contains(&answer.status), "{}", act.path);
        if !may {
            assert_eq!(answer.heading(), "この画面を開く権限がありません");
        }
    }
}

#[test]
fn every_act_is_refused_to_every_role_that_has_no_right_to_it() {
    for role in StaffRole::ALL {
        let friday = Friday::new();
        let (person, _) = somebody(&friday, role);
        let rights = Rights::of(role, &json!({}));
        judge(&friday, &person.sign_in(&friday.app), rights, role.label());
    }
}

#[test]
fn what_was_said_about_somebody_goes_before_their_role_at_their_next_request() {
    for right in Right::ALL {
        let role = StaffRole::ServiceProvider;
        if !right.is_adjustable(role) {
            continue;
        }
        let friday = Friday::new();
        let (person, seat) = somebody(&friday, role);
        let browser = person.sign_in(&friday.app);
        adjust(&friday, seat, right, !role.may(right));
        let rights = Rights::of(role, &json!({ right.id(): !role.may(right) }));
        assert_eq!(rights.have(right), !role.may(right));
        judge(&friday, &browser, rights, &right.id());
    }
}

#[test]
fn an_owner_keeps_every_right_and_nobody_is_refused_the_day_or_given_the_team() {
    let all = Rights::from_iter(Right::ALL);
    let nothing: serde_json::Map<_, _> = Right::ALL
        .into_iter()
        .map(|right| (right.id(), json!(false)))
        .collect();
    let everything: serde_json::Map<_, _> = Right::ALL
        .into_iter()
        .map(|right| (right.id(), json!(true)))
        .collect();
    assert_eq!(Rights::of(StaffRole::Owner, &json!(nothing)), all);
    for role in StaffRole::ALL {
        assert!(Rights::of(role, &json!(nothing)).have(Right::ReadBookings));
        let given = Rights::of(role, &json!(everything));
        assert_eq!(given.have(Right::ManageTeam), role.may(Right::ManageTeam));
    }
    // What is no adjustment at all is passed over.
    for odd in [
        json!(null),
        json!([]),
        json!({"bookings-read": "no", "shop-burn": true}),
    ] {
        let rights = Rights::of(StaffRole::Receptionist, &odd);
        assert_eq!(rights, Rights::of(StaffRole::Receptionist, &json!({})));
    }
}

#[test]
fn a_button_is_shown_only_to_those_who_may_press_it() {
    let friday = Friday::new();
    let (person, seat) = somebody(&friday, StaffRole::ServiceProvider);
    let browser = person.sign_in(&friday.app);
    let page = browser.open(&Friday::page_of(&friday.coming));
    assert!(page.text().contains("メモを保存"));
    for hidden in ["予約を変更", "予約のキャンセル", "売上見込み"] {
        assert!(!page.text().contains(hidden), "{hidden}");
    }
    assert!(page.document().all("a[href$='/cancel']").is_empty());
    let day = browser.open(&format!("{DESK}/today"));
    assert!(day.text().contains("来店") && day.text().contains("予約を追加"));
    assert!(!day.text().contains("売上見込み"));
    adjust(&friday, seat, Right::CreateBookings, false);
    for page in ["today", "day", "today?date=2026-11-24"] {
        let page = browser.open(&format!("{DESK}/{page}"));
        assert!(page.document().all("a[href*='/bookings/new']").is_empty());
    }
    adjust(&friday, seat, Right::Progress, false);
    let day = browser.open(&format!("{DESK}/today"));
    assert!(
        day.document().all("main form[method=post]").is_empty(),
        "nothing to press"
    );
    adjust(&friday, seat, Right::WriteNotes, false);
    let page = browser.open(&Friday::page_of(&friday.coming));
    assert!(
        page.document().all("main textarea").is_empty() && page.text().contains("メモはありません")
    );
    assert_eq!(page.document().all(".masthead a[hreflang='en']").len(), 1);
}

#[test]
fn who_may_not_overbook_is_told_of_the_clash_and_of_no_way_past_it() {
    let friday = Friday::new();
    let (person, _) = somebody(&friday, StaffRole::ServiceProvider);
    let clash = |browser: &Browser| {
        browser
            .open(&format!("{DESK}/bookings/new"))
            .fill("service", &friday.cast.cut.id.to_string())
            .fill("staff", &friday.cast.salon.staff[1].to_string())
            .fill("date", "2026-11-20")
            .fill("time", "14:30")
            .fill("family", "山田")
            .press("予約を追加")
    };
    let told = clash(&person.sign_in(&friday.app));
    assert_eq!(told.status, 409);
    assert!(!told.text().contains("重なったまま予約する"));
    assert!(clash(&friday.aoi()).text().contains("重なったまま予約する"));
}

#[test]
fn s2_18_and_s2_19_the_database_has_the_same_table_and_no_pair_twice() {
    let friday = Friday::new();
    let house = &mut sql::connect_as_house(friday.app.database_url());
    let there = sql::lines(
        house,
        "select role || ' ' || resource || '-' || action as line from accounts.role_permissions
         join accounts.permissions p on p.id = permission_id order by 1",
    );
    let mut known: Vec<String> = StaffRole::ALL
        .into_iter()
        .flat_map(|role| {
            let own = Right::ALL.into_iter().filter(move |right| role.may(*right));
            own.map(move |right| format!("{} {}", role.label(), right.id()))
        })
        .collect();
    known.sort();
    assert_eq!(there, known);
    let samples = "select resource || ' ' || action as line from accounts.permissions
        where resource in ('users', 'products') order by 1";
    assert_eq!(sql::lines(house, samples).len(), 6);
    for twice in [
        "insert into accounts.permissions (resource, action) values ('bookings', 'read')",
        "insert into accounts.role_permissions select * from accounts.role_permissions limit 1",
    ] {
        let refused = sql::refusal(house, twice).unwrap();
        assert!(refused.contains("permissions_"), "{refused}");
    }
}
