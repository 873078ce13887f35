//! Roles and rights: changed by those who decide about others, and obeyed at the next request.

use super::{TEAM, a_colleague, house, one_line, post, seat_of, standing, trail};
use crate::support::people::a_seat;
use omotenashi::domain::businesses::role::{Right, StaffRole};

#[test]
fn the_owner_sees_everybody_and_changes_a_role() {
    let (app, cast) = house();
    let ben = cast.ben.sign_in(&app);
    let page = cast.aoi.sign_in(&app).open("/ja/staff/aoi-salon/today");
    let list = page.follow("スタッフ");
    assert_eq!(list.heading(), "スタッフと権限");
    let row = list.part("li", "Ben Clark").text();
    assert!(
        row.contains("スタッフ") && row.contains("予約表の列: 鈴木"),
        "{row}"
    );
    assert!(list.part("li", "田中 葵").text().contains("自分"));
    assert_eq!(ben.visit(TEAM).status, 403);
    let one = list.part("li.offer", "Ben Clark").follow("設定");
    assert_eq!(one.heading(), "Ben Clark さんの権限");
    let done = one
        .fill("role", "manager")
        .fill("column", "")
        .press("役割を保存");
    assert_eq!(done.flash().unwrap(), "役割を保存しました");
    let row = done.part("li", "Ben Clark").text();
    assert!(
        row.contains("管理者") && row.contains("予約表の列なし"),
        "{row}"
    );
    assert_eq!(ben.visit(TEAM).status, 200, "obeyed at the next request");
    assert_eq!(standing(&app, &cast.ben), "staff");
    let did = trail(&app, &cast, ("staff_assignments", "update"), &cast.aoi);
    assert_eq!(did, 1);
}

#[test]
fn rights_apart_from_the_role_are_shown_against_it_and_obeyed_at_once() {
    let (app, cast) = house();
    let (aoi, ben) = (cast.aoi.sign_in(&app), cast.ben.sign_in(&app));
    let path = format!("/ja/staff/aoi-salon/bookings/{}/cancel", cast.booking.id);
    assert_eq!(ben.visit(&path).status, 403);
    let page = aoi.open(&format!("{TEAM}/{}", cast.ben_seat));
    let said = page.text();
    assert!(said.contains("スタッフ: できない") && said.contains("スタッフ: できる"));
    let list = page
        .form()
        .tick("bookings-cancel", "yes")
        .untick("bookings-create")
        .press("権限を保存");
    assert_eq!(list.flash().unwrap(), "権限を保存しました");
    assert!(
        list.part("li.offer", "Ben Clark")
            .text()
            .contains("個別の権限あり")
    );
    assert_eq!(ben.visit(&path).status, 200);
    assert_eq!(ben.visit("/ja/staff/aoi-salon/bookings/new").status, 403);
    let kept = "select permissions_json::text as line from businesses.staff_assignments where role = 'service_provider'";
    assert_eq!(
        one_line(&app, &cast, kept),
        r#"{"bookings-cancel": true, "bookings-create": false}"#
    );
    // Another role begins without them.
    let page = aoi.open(&format!("{TEAM}/{}", cast.ben_seat));
    page.fill("role", "receptionist").press("役割を保存");
    assert_eq!(ben.visit("/ja/staff/aoi-salon/bookings/new").status, 200);
    assert_eq!(
        trail(&app, &cast, ("staff_assignments", "update"), &cast.aoi),
        2
    );
}

#[test]
fn a_manager_decides_about_those_below_and_about_nobody_else() {
    let (app, cast) = house();
    let (manager, own) = a_colleague(&app, &cast, "mako", "manager");
    let (_, like) = a_colleague(&app, &cast, "michi", "manager");
    let browser = manager.sign_in(&app);
    let list = browser.open(TEAM);
    assert_eq!(list.document().all(".offer-go a").len(), 1, "Ben alone");
    let aois = seat_of(&app, &cast, &cast.aoi);
    for seat in [aois, own.to_string(), like.to_string()] {
        assert_eq!(browser.visit(&format!("{TEAM}/{seat}")).status, 403);
        assert_eq!(browser.visit(&format!("{TEAM}/{seat}/leave")).status, 403);
        for act in ["role", "rights", "leave"] {
            let answer = post(
                &browser,
                &format!("{seat}/{act}"),
                &[("role", "receptionist")],
            );
            assert_eq!(answer.status, 403, "{act}");
        }
    }
    let ben = cast.ben_seat.to_string();
    for role in ["owner", "manager"] {
        let answer = post(&browser, &format!("{ben}/role"), &[("role", role)]);
        assert_eq!(answer.status, 403, "nobody makes their like");
        let answer = post(
            &browser,
            "invite",
            &[
                ("role", role),
                ("email", "x@example.com"),
                ("language", "ja"),
            ],
        );
        assert_eq!(answer.status, 403, "nor invites them");
    }
    let answer = post(
        &browser,
        &format!("{ben}/role"),
        &[("role", "receptionist")],
    );
    assert_eq!(answer.status, 303);
    assert!(app.letters().is_empty());
}

#[test]
fn nobody_gives_a_right_that_they_do_not_have() {
    let (app, cast) = house();
    let (manager, own) = a_colleague(&app, &cast, "mako", "manager");
    app.execute(cast.salon.id, format!(
        "update businesses.staff_assignments set permissions_json = '{{\"fees-waive\": false}}' where id = '{own}'"));
    let browser = manager.sign_in(&app);
    let rights = format!("{}/rights", cast.ben_seat);
    let answer = post(&browser, &rights, &[("fees-waive", "yes")]);
    assert_eq!(answer.status, 403);
    let answer = post(&browser, &rights, &[("bookings-move", "yes")]);
    assert_eq!(answer.status, 303);
}

#[test]
fn the_last_owner_stays_one() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    let own = seat_of(&app, &cast, &cast.aoi);
    let page = aoi.open(&format!("{TEAM}/{own}"));
    assert!(page.text().contains("オーナーは、すべての操作ができます"));
    let kept = page.fill("role", "manager").press("役割を保存");
    assert_eq!(kept.status, 422);
    assert!(
        kept.error("role")
            .unwrap()
            .contains("オーナーは1名以上必要です")
    );
    // Told before the red button, which is not there; whoever sends the form all the same is told so, too.
    let told = aoi.open(&format!("{TEAM}/{own}/leave"));
    assert!(told.text().contains("オーナーは1名以上必要です"));
    assert!(!told.html.contains("btn-danger"), "{}", told.html);
    let kept = post(&aoi, &format!("{own}/leave"), &[]);
    assert_eq!((kept.status, kept.errors().len()), (422, 1));
    assert_eq!(aoi.visit(TEAM).status, 200, "still here, and signed in");
    let refused = post(&aoi, &format!("{own}/rights"), &[]);
    assert_eq!(refused.status, 403, "an owner's rights are not adjusted");
}

#[test]
fn an_owner_who_is_not_the_last_steps_down_and_the_business_has_the_others_name() {
    let (app, cast) = house();
    let (other, _) = a_colleague(&app, &cast, "otto", "owner");
    let aoi = cast.aoi.sign_in(&app);
    let own = seat_of(&app, &cast, &cast.aoi);
    let answer = post(&aoi, &format!("{own}/role"), &[("role", "receptionist")]);
    assert_eq!(answer.location().unwrap(), "/ja/staff/aoi-salon/today");
    assert_eq!(aoi.visit(TEAM).status, 403);
    assert_eq!(standing(&app, &cast.aoi), "staff");
    let owner = "select owner_id::text as line from businesses.businesses";
    assert_eq!(one_line(&app, &cast, owner), other.user.to_string());
}

#[test]
fn what_somebody_is_to_the_house_is_their_highest_seat() {
    let (app, cast) = house();
    a_seat(&app, &cast.clinic, &cast.ben, "owner", 0);
    let aoi = cast.aoi.sign_in(&app);
    let role = format!("{}/role", cast.ben_seat);
    for (given, standing_now) in [
        ("manager", "owner"),
        ("owner", "owner"),
        ("receptionist", "owner"),
    ] {
        assert_eq!(post(&aoi, &role, &[("role", given)]).status, 303, "{given}");
        assert_eq!(standing(&app, &cast.ben), standing_now, "{given}");
    }
    // Whoever runs the platform stays that.
    let admin = format!(
        "update users set role = 'admin' where id = '{}'",
        cast.ben.user
    );
    crate::support::sql::run(
        &mut crate::support::sql::connect_as_house(app.database_url()),
        &admin,
    );
    assert_eq!(post(&aoi, &role, &[("role", "manager")]).status, 303);
    assert_eq!(standing(&app, &cast.ben), "admin");
}

#[test]
fn a_seat_of_another_business_is_nowhere() {
    let (app, cast) = house();
    let chika = cast.chika.sign_in(&app);
    let ben = cast.ben_seat;
    assert_eq!(chika.visit(TEAM).status, 404);
    let here = format!("/ja/staff/chika-clinic/team/{ben}");
    assert_eq!(chika.visit(&here).status, 404);
    let csrf = chika
        .open("/ja/staff/chika-clinic/today")
        .field("csrf")
        .value;
    let csrf = csrf.split(',').next().unwrap();
    for act in ["role", "rights", "leave"] {
        let pairs = [("csrf", csrf), ("role", "receptionist")];
        let answer = chika.post(&format!("{here}/{act}"), &pairs);
        assert_eq!(answer.status, 404, "{act}");
    }
    assert_eq!(standing(&app, &cast.ben), "staff");
}

#[test]
fn what_each_role_may_do_stands_on_one_page_in_words() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    for from in [TEAM.to_owned(), format!("{TEAM}/invite")] {
        let page = aoi.open(&from).follow("役割ごとにできること");
        assert_eq!(page.heading(), "役割ごとにできること", "from {from}");
    }
    let page = aoi.open(&format!("{TEAM}/rights"));
    let table = page.document();
    let rows = table.all("tbody tr");
    assert_eq!(rows.len(), Right::ALL.len());
    let shown: Vec<Vec<bool>> = rows
        .iter()
        .map(|row| {
            let words = row.text().collect::<String>();
            let cells = words.split("でき").skip(1);
            cells.map(|rest| rest.starts_with('る')).collect()
        })
        .collect();
    let table = Right::ALL.map(|right| StaffRole::ALL.map(|role| role.may(right)).to_vec());
    assert_eq!(shown, table.to_vec());
    let ben = cast.ben.sign_in(&app);
    assert_eq!(ben.visit(&format!("{TEAM}/rights")).status, 403);
}
