//! Who may do what behind the counter: every act, asked for by every role through its own address.

use super::scene::{DESK, Friday};
use crate::support::{
    browser::{Browser, Page},
    people::{Person, a_person, a_seat},
    sql,
};
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

/// One act: the right it needs, and what is sent. Everything that is typed is sound, so nothing but the right refuses it.
struct Act {
    right: Right,
    path: String,
    typed: Option<Vec<(&'static str, String)>>,
}

impl Act {
    fn look(right: Right, path: &str) -> Self {
        Self {
            right,
            path: format!("{DESK}/{path}"),
            typed: None,
        }
    }

    fn send(right: Right, path: &str, typed: &[(&'static str, &str)]) -> Self {
        Self {
            typed: Some(
                typed
                    .iter()
                    .map(|(name, value)| (*name, (*value).to_owned()))
                    .collect(),
            ),
            ..Self::look(right, path)
        }
    }

    fn by(&self, browser: &Browser, csrf: &str) -> Page {
        match &self.typed {
            None => browser.visit(&self.path),
            Some(typed) => {
                let mut pairs = vec![("csrf", csrf)];
                pairs.extend(typed.iter().map(|(name, value)| (*name, value.as_str())));
                browser.post(&self.path, &pairs)
            }
        }
    }
}

/// What is done about money: nobody has come yet, so whoever may is sent back to the booking.
fn about_money(friday: &Friday) -> Vec<Act> {
    use Right::TakePayments;
    let of = |act: &str| format!("bookings/{}{act}", friday.coming.id);
    vec![
        Act::look(TakePayments, &of("/payment")),
        Act::send(
            TakePayments,
            &of("/payment"),
            &[
                ("key", "00000000000040008000000000000001"),
                ("amount", "1"),
                ("way", "cash"),
            ],
        ),
        Act::look(TakePayments, &of("/receipt")),
        Act::send(
            TakePayments,
            &of("/receipt"),
            &[("addressee", "上様"), ("purpose", "カット代として")],
        ),
    ]
}

fn acts(friday: &Friday) -> Vec<Act> {
    let of = |act: &str| format!("bookings/{}{act}", friday.coming.id);
    let called_off = friday.app.tenant(friday.cast.salon.id, |tx| {
        let cancelled = "select id::text as line from bookings.bookings where status = 'cancelled'";
        Ok(sql::lines(tx.conn(), cancelled))
    });
    let cut = friday.cast.cut.id.to_string();
    let new = |time: &'static str, anyway: &'static str| {
        vec![
            ("key", "a key of a form"),
            ("service", cut.as_str()),
            ("party", "1"),
            ("source", "phone"),
            ("language", "ja"),
            ("family", "山田"),
            ("date", "2026-11-25"),
            ("time", time),
            ("anyway", anyway),
        ]
    };
    let moved = |anyway: &'static str| {
        [
            ("version", "1"),
            ("date", "2026-11-26"),
            ("time", "15:00"),
            ("anyway", anyway),
        ]
    };
    use Right::{
        CancelBookings, CreateBookings, MoveBookings, Overbook, Progress, ReadBookings, WaiveFees,
        WriteNotes,
    };
    vec![
        Act::look(ReadBookings, "today"),
        Act::look(ReadBookings, "day"),
        Act::look(ReadBookings, "print"),
        Act::look(ReadBookings, &of("")),
        Act::look(CreateBookings, "bookings/new"),
        Act::send(CreateBookings, "bookings/new", &new("15:00", "")),
        Act::send(Overbook, "bookings/new", &new("16:00", "yes")),
        Act::send(Progress, &of("/progress"), &[("to", "arrived")]),
        Act::send(Progress, &of("/undo"), &[]),
        Act::send(
            CancelBookings,
            &format!("bookings/{}/undo", called_off[0]),
            &[],
        ),
        Act::send(WriteNotes, &of("/note"), &[("note", "x"), ("version", "1")]),
        Act::look(MoveBookings, &of("/move")),
        Act::send(MoveBookings, &of("/move"), &moved("")),
        Act::send(Overbook, &of("/move"), &moved("yes")),
        Act::look(CancelBookings, &of("/cancel")),
        Act::send(CancelBookings, &of("/cancel"), &[("fee", "1")]),
        Act::send(WaiveFees, &of("/cancel"), &[("fee", "1"), ("waive", "yes")]),
    ]
}

/// What is done to the time of a day rather than to a booking.
fn acts_on_time(friday: &Friday) -> Vec<Act> {
    use Right::BlockTime;
    let staff = friday.cast.salon.staff[0].to_string();
    vec![
        Act::look(BlockTime, "blocks/new"),
        Act::send(
            BlockTime,
            "blocks/new",
            &[
                ("staff", &staff),
                ("date", "2026-12-04"),
                ("time", "9:00"),
                ("until", "10:00"),
            ],
        ),
        Act::look(BlockTime, "limits"),
        Act::send(
            BlockTime,
            "limits",
            &[
                ("date", "2026-12-04"),
                ("minute", "600"),
                ("press", "fewer"),
            ],
        ),
    ]
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
        Right::WaiveFees => Some(Right::CancelBookings),
        _ => None,
    };
    on_the_way.into_iter().chain([act.right]).collect()
}

fn judge(friday: &Friday, browser: &Browser, rights: Rights, who: &str) {
    let csrf = key(browser);
    let acts = [acts(friday), acts_on_time(friday), about_money(friday)];
    for act in acts.into_iter().flatten() {
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
