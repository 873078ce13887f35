//! Time off: asked for at the counter, decided where shifts are planned.

use super::OFFICE;
use crate::{
    mail::server::MailServer,
    staff::{
        scene::{DESK, Friday},
        undo::post,
    },
    support::{
        browser::{Browser, Page},
        build::a_booking,
        people::{Person, a_person, a_seat},
    },
};

pub const OWN: &str = "/ja/staff/aoi-salon/time-off";
pub const APPROVE: &str = "承認する";
const ANYWAY: &str = "予約を確認したうえで承認";
const UNDO: &str = "元に戻す";
const ASKED: &str = "select count(*) from scheduling.time_off_requests";
const OFF: &str = "select count(*) from scheduling.staff_exceptions where time_off_id is not null and not is_working";

pub fn ben(friday: &Friday) -> Browser {
    friday.cast.ben.sign_in(&friday.app)
}

/// Asks for days.
pub fn ask(browser: &Browser, first: &str, last: &str) -> Page {
    browser
        .open(OWN)
        .fill("kind", "paid")
        .fill("first", first)
        .fill("last", last)
        .fill("reason", "家族の用事")
        .press("申請する")
}

/// Where it is decided.
pub fn shifts(browser: &Browser) -> Page {
    browser.open(&format!("{OFFICE}/shifts?week=2026-11-23"))
}

pub fn count(friday: &Friday, sql: &str) -> i64 {
    friday.app.count(friday.cast.salon.id, sql)
}

/// The page says that it was done.
pub fn done(page: &Page, said: &str) {
    let flash = page.flash().unwrap_or_else(|| panic!("{}", page.text()));
    assert!(flash.starts_with(said), "{flash}");
}

/// Somebody else who plans shifts, in Aoi's column.
pub fn a_manager(friday: &Friday, role: &str) -> Person {
    let fumi = a_person(&friday.app, "fumi", "森 ふみ", "staff");
    a_seat(&friday.app, &friday.cast.salon, &fumi, role, 0);
    fumi
}

pub fn line(page: &Page, name: &str) -> Vec<String> {
    let rows = page.rows().into_iter();
    let mut found = rows.filter(|row| row.first().is_some_and(|first| first.starts_with(name)));
    found.next().unwrap().split_off(1)
}

#[test]
fn what_is_asked_is_approved_in_one_press_and_is_shifts_from_then_on() {
    let friday = Friday::new();
    let asked = ask(&ben(&friday), "2026-11-24", "2026-11-25");
    done(&asked, "休みを申請しました");
    assert!(asked.text().contains("承認待ち"), "{}", asked.text());
    let page = shifts(&friday.aoi());
    let counts = page.document().texts("nav .count .hidden-words");
    assert!(
        counts.iter().any(|one| one == "承認待ちの休みの申請が1件"),
        "{counts:?}"
    );
    assert!(page.text().contains("家族の用事"), "{}", page.text());
    assert!(page.text().contains("影響を受ける予約はありません"));
    let page = page.press(APPROVE);
    done(&page, "休みを承認しました");
    let week = line(&page, "鈴木");
    assert!(
        week[1].starts_with("休み") && week[2].starts_with("休み") && !week[3].starts_with("休み"),
        "{week:?}"
    );
    assert_eq!(count(&friday, OFF), 2);
    let own = ben(&friday).open(OWN);
    assert!(!own.text().contains("承認待ち"), "{}", own.text());
    // The engine finds nobody there.
    let refused = friday
        .aoi()
        .open(&format!("{DESK}/bookings/new"))
        .fill("service", &friday.cast.cut.id.to_string())
        .fill("staff", &friday.cast.salon.staff[1].to_string())
        .fill("date", "2026-11-24")
        .fill("time", "14:00")
        .fill("family", "山本")
        .press("予約を追加");
    assert_eq!(refused.status, 409, "{}", refused.text());
    let nobody = "このメニューを受け持てる人がいません";
    assert!(refused.text().contains(nobody), "{}", refused.text());
}

#[test]
fn undoing_leaves_the_dates_as_they_were_and_no_letter() {
    let (friday, server) = (Friday::new(), MailServer::start());
    let staff = friday.cast.salon.staff[1];
    friday
        .aoi()
        .open(&format!("{OFFICE}/shifts/{staff}/day?date=2026-11-24"))
        .fill("hoursa_from", "13:00")
        .fill("hoursa_until", "18:00")
        .press("保存");
    ask(&ben(&friday), "2026-11-24", "");
    let asked = post(&friday, &server, 16);
    assert_eq!(asked.len(), 1, "{asked:?}");
    assert!(
        asked[0].contains("Ben Clarkさんから休みの申請"),
        "{asked:?}"
    );
    let page = shifts(&friday.aoi()).press(APPROVE);
    assert!(line(&page, "鈴木")[1].starts_with("休み"));
    assert_eq!(post(&friday, &server, 25).len(), 1, "it waits");
    let back = page.part(".flash", "承認").press(UNDO);
    done(&back, "元に戻しました");
    let week = line(&back, "鈴木");
    assert!(week[1].starts_with("13:00〜18:00"), "{week:?}");
    assert_eq!(count(&friday, OFF), 0);
    assert_eq!(post(&friday, &server, 90).len(), 1, "nothing ever leaves");
    let declined = shifts(&friday.aoi()).press("見送る");
    done(&declined, "休みの申請を見送りました");
    let told = post(&friday, &server, 200);
    assert!(
        told.len() == 2 && told[1].contains("見送られました"),
        "{told:?}"
    );
    let text = server.letters()[1].part("text/plain").text();
    assert!(
        !text.contains("家族の用事") && !text.contains("有給"),
        "{text}"
    );
}

#[test]
fn a_decision_taken_back_before_anybody_was_told_leaves_one_letter_that_it_waits() {
    let (friday, server) = (Friday::new(), MailServer::start());
    ask(&ben(&friday), "2026-11-24", "");
    let page = shifts(&friday.aoi()).press(APPROVE);
    let back = page.part(".flash", "承認").press(UNDO);
    done(&back, "元に戻しました");
    let told = post(&friday, &server, 40);
    assert!(
        told.len() == 1 && told[0].contains("休みの申請"),
        "{told:?}"
    );
    assert_eq!(post(&friday, &server, 90).len(), 1, "and no second one");
}

#[test]
fn what_somebody_asked_for_lapses_when_they_leave() {
    let friday = Friday::new();
    ask(&ben(&friday), "2026-11-24", "");
    ask(&ben(&friday), "2026-12-01", "");
    let page = shifts(&friday.aoi()).part("article", "11月24日");
    done(&page.press(APPROVE), "休みを承認しました");
    let aoi = friday.aoi();
    aoi.open(&format!("{DESK}/team/{}", friday.cast.ben_seat))
        .follow("スタッフから外す")
        .press("スタッフから外す");
    let of = |state: &str| count(&friday, &format!("{ASKED} where state = '{state}'"));
    assert_eq!((of("open"), of("withdrawn"), of("approved")), (0, 1, 1));
    let page = shifts(&aoi);
    assert!(page.document().all("article").is_empty(), "{}", page.text());
}

#[test]
fn what_is_booked_is_seen_before_it_is_approved_and_stays() {
    let friday = Friday::new();
    ask(&ben(&friday), "2026-11-20", "2026-11-28");
    let page = shifts(&friday.aoi());
    assert!(page.text().contains("Nguyen Linh 様"), "{}", page.text());
    let listed = page.document().all(".clash a").len();
    assert!(
        page.text()
            .contains(&format!("影響を受ける予約が{listed}件"))
            && !page.text().contains("手続き中"),
        "{}",
        page.text()
    );
    a_booking(&friday.app, &friday.cast.salon, &friday.cast.cut)
        .at("2026-11-28 14:00")
        .named("週末", "花")
        .on(friday.cast.salon.staff[1])
        .build();
    let refused = page.press(ANYWAY);
    assert_eq!(refused.status, 409);
    assert!(refused.html.contains("<title>エラー"), "{}", refused.html);
    assert!(refused.text().contains("週末 花 様"), "{}", refused.text());
    assert_eq!(count(&friday, OFF), 0);
    let page = refused.press(ANYWAY);
    done(&page, "休みを承認しました");
    assert_eq!(count(&friday, OFF), 9);
    assert!(friday.status(&friday.coming, "confirmed"));
}

#[test]
fn what_somebody_has_said_of_a_day_since_stays_when_approval_is_taken_back() {
    let friday = Friday::new();
    let staff = friday.cast.salon.staff[1];
    let before = line(&shifts(&friday.aoi()), "鈴木");
    ask(&ben(&friday), "2026-11-24", "2026-11-25");
    shifts(&friday.aoi()).press(APPROVE);
    friday
        .aoi()
        .open(&format!("{OFFICE}/shifts/{staff}/day?date=2026-11-25"))
        .fill("hoursa_from", "13:00")
        .fill("hoursa_until", "18:00")
        .press("保存");
    let back = shifts(&friday.aoi()).press(UNDO);
    let week = line(&back, "鈴木");
    assert_eq!(week[1], before[1]);
    assert!(week[2].starts_with("13:00〜18:00"), "{week:?}");
    assert_eq!(count(&friday, OFF), 0);
}

#[test]
fn a_word_that_is_too_long_is_said_at_its_field_and_kept_and_nothing_is_decided() {
    let friday = Friday::new();
    ask(&ben(&friday), "2026-11-24", "");
    let id = shifts(&friday.aoi()).document();
    let id = id.attribute("article", "id").unwrap();
    let field = id.replace("time-off-", "answer-");
    let open = format!("{ASKED} where state = 'open' and answer = ''");
    // As people count, the second is shorter; the database counts its marks.
    for word in ["あ".repeat(401), "か\u{3099}".repeat(201)] {
        for step in [APPROVE, "見送る"] {
            let refused = shifts(&friday.aoi()).fill(&field, &word).press(step);
            assert_eq!(refused.status, 422, "{}", refused.text());
            let said = refused.error(&field).unwrap();
            assert_eq!(said, "400文字以内で入力してください");
            assert_eq!(refused.errors(), [said]);
            assert_eq!(refused.field(&field).value, word);
            assert_eq!(count(&friday, &open), 1);
        }
    }
    let page = shifts(&friday.aoi());
    let late = shifts(&friday.aoi());
    let longest = "あ".repeat(400);
    done(
        &page.fill(&field, &longest).press("見送る"),
        "休みの申請を見送りました",
    );
    let kept = format!("{ASKED} where state = 'declined' and answer = '{longest}'");
    assert_eq!(count(&friday, &kept), 1);
    // Where it waits no more, there is no field to mend.
    let late = late.fill(&field, &"あ".repeat(401)).press(APPROVE);
    assert!(late.flash().unwrap().contains("先に"), "{:?}", late.flash());
}

#[test]
fn what_cannot_be_asked_is_said_at_its_field_and_kept() {
    let friday = Friday::new();
    let browser = ben(&friday);
    let past = ask(&browser, "2026-11-19", "");
    assert_eq!(past.status, 422);
    assert_eq!(
        past.error("first").unwrap(),
        "今日以降の日付を選んでください"
    );
    assert_eq!(past.field("reason").value, "家族の用事");
    // 366 days are the most, the first and the last among them.
    let long = ask(&browser, "2026-11-24", "2027-11-25");
    assert!(long.error("last").is_some(), "{}", long.text());
    let order = ask(&browser, "2026-11-25", "2026-11-24");
    assert!(order.error("last").is_some(), "{}", order.text());
    ask(&browser, "2026-11-24", "2026-11-26");
    let again = ask(&browser, "2026-11-26", "2026-11-27");
    assert_eq!(again.status, 422);
    assert!(again.error("first").unwrap().contains("すでに申請した休み"));
    let several = browser
        .open(OWN)
        .fill("kind", "rest")
        .fill("first", "2026-12-01")
        .fill("last", "2026-12-02")
        .fill("from", "10:00")
        .fill("until", "12:00")
        .press("申請する");
    assert!(several.error("from").unwrap().contains("1日だけ"));
    let marks = browser
        .open(OWN)
        .fill("kind", "rest")
        .fill("first", "2026-12-01")
        .fill("reason", &"か\u{3099}".repeat(201))
        .press("申請する");
    assert_eq!(
        marks.error("reason").unwrap(),
        "400文字以内で入力してください"
    );
    let nothing = browser.open(OWN).form().press("申請する");
    assert_eq!(nothing.status, 422);
    assert!(nothing.error("kind").is_some() && nothing.error("first").is_some());
    assert_eq!(count(&friday, ASKED), 1);
}

#[test]
fn it_is_taken_back_while_it_waits_by_whoever_asked() {
    let (friday, server) = (Friday::new(), MailServer::start());
    let browser = ben(&friday);
    let asked = ask(&browser, "2026-11-24", "");
    let page = shifts(&friday.aoi());
    let back = asked.press("申請を取り下げる");
    done(&back, "申請を取り下げました");
    assert!(post(&friday, &server, 60).is_empty(), "nobody was told");
    let late = page.press(APPROVE);
    assert!(late.flash().unwrap().contains("先に"), "{:?}", late.flash());
    assert_eq!(count(&friday, OFF), 0);
    // And may ask for the same days anew.
    assert_eq!(ask(&browser, "2026-11-24", "").status, 200);
}

#[test]
fn nobody_decides_about_their_own_but_an_owner_who_is_alone() {
    let friday = Friday::new();
    let fumi = a_manager(&friday, "manager").sign_in(&friday.app);
    ask(&fumi, "2026-11-24", "");
    let page = shifts(&fumi);
    assert!(
        page.text().contains("ほかの人が承認します"),
        "{}",
        page.text()
    );
    let id = page.document().attribute("article", "id").unwrap();
    let id = id.replace("time-off-", "");
    let csrf = page.field("csrf").value;
    let decide = format!("{OFFICE}/shifts/time-off/{id}/decide");
    let own = fumi.post(&decide, &[("csrf", &csrf), ("step", "approve")]);
    assert_eq!(own.status, 403);
    assert_eq!(count(&friday, OFF), 0);
    assert_eq!(shifts(&friday.aoi()).press(APPROVE).status, 200);
    // Aoi is the only owner, and so decides about herself.
    ask(&friday.aoi(), "2026-12-01", "");
    let page = shifts(&friday.aoi()).press(APPROVE);
    done(&page, "休みを承認しました");
}

#[test]
fn last_weeks_copy_leaves_time_off_alone() {
    let friday = Friday::new();
    ask(&ben(&friday), "2026-11-24", "");
    ask(&ben(&friday), "2026-12-03", "");
    for day in ["11月24日", "12月3日"] {
        let page = shifts(&friday.aoi()).part("article", day).press(APPROVE);
        done(&page, "休みを承認しました");
    }
    let copied = friday
        .aoi()
        .open(&format!("{OFFICE}/shifts?week=2026-11-30"))
        .press("前の週のシフトをコピー");
    let week = line(&copied, "鈴木");
    assert!(
        !week[1].starts_with("休み") && week[3].starts_with("休み"),
        "{week:?}"
    );
}
