//! Before a service is hidden or deleted, its bookings and the starts that go are shown; so is what comes back.

use super::{
    MENU, house, lines,
    looked::{figures, starts},
    post,
};
use crate::{
    public::walk::{free, says, times},
    support::build::a_booking,
};

const STATE: &str =
    "select concat_ws(' ', is_active, deleted_at is null) as line from catalog.services";

#[test]
fn what_is_hidden_says_what_is_booked_and_which_starts_go() {
    let (app, cast, aoi) = house();
    let before = starts(&app, &cast);
    let form = aoi.open(&format!("{MENU}/{}", cast.cut.id));
    let seen = form.press("非公開にする");
    assert_eq!(seen.heading(), "変更の確認");
    assert_eq!(lines(&app, &cast, STATE), ["t t"], "nothing is done yet");
    let text = seen.text();
    for said in [
        "非公開にすると、予約ページに表示されなくなり",
        "このメニューのこれからの予約（1件）",
        "予約はそのまま残り、予約表にも表示されます",
        "11月21日(土) 14:00〜15:00",
        "小川 大地 様・カット",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains("手続き中"), "{text}");
    assert_eq!(figures(&seen, "カット"), [before, 0, before]);
    assert_eq!(seen.follow("戻る").heading(), "カット");
    // The same in the other language, and from there.
    let english = seen.press("English");
    assert_eq!(english.heading(), "Check the change");
    assert!(
        english
            .text()
            .contains("Bookings of this service to come (1)")
    );
    let menu = english.press("Hide from guests");
    assert_eq!(lines(&app, &cast, STATE), ["f t"]);
    assert_eq!(menu.heading(), "Menu");
    // Shown again, what was lost is won, and nothing that is booked was ever otherwise.
    let seen = aoi
        .open(&format!("{MENU}/{}", cast.cut.id))
        .press("公開する");
    assert_eq!(figures(&seen, "カット"), [0, before, 0]);
    assert!(!seen.text().contains("小川 大地"), "{}", seen.text());
    seen.press("公開する");
    assert_eq!(starts(&app, &cast), before);
}

#[test]
fn what_is_deleted_says_who_is_just_booking_and_comes_back_without_a_question() {
    let (app, cast, aoi) = house();
    let table = app
        .browser()
        .open(&times("ja", &cast.salon, &cast.cut, "&view=table"));
    table.press(&free("11月22日(日) 11:00"));
    let seen = aoi.open(&format!("{MENU}/{}", cast.cut.id)).press("削除");
    let text = seen.text();
    for said in [
        "あとで「削除したもの」から元に戻せます",
        "このメニューのこれからの予約（1件）",
        "手続き中の予約（1件）は、この変更で完了できなくなることがあります",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let menu = seen.press("削除");
    assert_eq!(lines(&app, &cast, STATE), ["f f"]);
    let back = menu.press("元に戻す カット");
    assert_eq!(back.flash().unwrap(), "削除したものを元に戻しました");
    assert_eq!(
        lines(&app, &cast, STATE),
        ["f t"],
        "until somebody looked at it"
    );
    // Of what nobody can book and nobody has booked, nobody is asked.
    let gone = format!(
        "update bookings.bookings set status = 'cancelled', cancelled_by = 'customer' where id = '{}'",
        cast.booking.id
    );
    assert_eq!(app.execute(cast.salon.id, gone), 1);
    let menu = aoi.open(&format!("{MENU}/{}", cast.cut.id)).press("削除");
    assert!(menu.flash().unwrap().contains("削除しました"));
    let state = format!("menu/{}/state", cast.cut.id);
    assert_eq!(post(&aoi, &state, &[("to", "hide")]).status, 404);
}

#[test]
fn what_is_booked_or_changed_after_the_look_is_looked_at_again() {
    let (app, cast, aoi) = house();
    for (button, after, day) in [("非公開にする", "f t", 22), ("削除", "f f", 23)] {
        let seen = aoi.open(&format!("{MENU}/{}", cast.cut.id)).press(button);
        says(&seen, &["これからの予約（1件）"]);
        let booked = a_booking(&app, &cast.salon, &cast.cut)
            .named("山本", "花")
            .at(&format!("2026-11-{day} 15:00"))
            .on(cast.salon.staff[0])
            .build();
        let before = lines(&app, &cast, STATE);
        let again = seen.form().send(button);
        assert_eq!(again.status, 409, "{}", again.text());
        assert_eq!(again.heading(), "変更の確認");
        assert!(again.errors().concat().contains("もう一度押してください"));
        says(&again, &["これからの予約（2件）", "山本 花 様"]);
        assert_eq!(lines(&app, &cast, STATE), before, "nothing is done yet");
        // Somebody saves another price while that is read.
        let dearer = "update catalog.services set price_cents = price_cents + 100";
        assert_eq!(app.execute(cast.salon.id, dearer), 1);
        let third = again.form().send(button);
        assert_eq!(third.status, 409, "{}", third.text());
        assert_eq!(lines(&app, &cast, STATE), before);
        // Where nobody was first, it is done.
        third.press(button);
        assert_eq!(lines(&app, &cast, STATE), [after]);
        let gone = format!(
            "update bookings.bookings set status = 'cancelled', cancelled_by = 'customer' where id = '{}'",
            booked.id
        );
        assert_eq!(app.execute(cast.salon.id, gone), 1);
        let shown = "update catalog.services set is_active = true, deleted_at = null";
        assert_eq!(app.execute(cast.salon.id, shown), 1);
    }
    // No press counts that has not seen anything.
    let state = format!("menu/{}/state", cast.cut.id);
    let blind = post(&aoi, &state, &[("to", "hide"), ("press", "save")]);
    assert_eq!(blind.status, 409);
    assert_eq!(lines(&app, &cast, STATE), ["t t"]);
}
