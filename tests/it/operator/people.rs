use super::scene::Platform;
use crate::{
    account::{self, second_factor},
    support::people::PASSWORD,
};
use serde_json::json;

#[test]
fn an_account_that_is_closed_is_out_at_once_and_comes_back_when_it_is_opened() {
    let platform = Platform::new();
    let app = &platform.app;
    let ben = platform.cast.ben.sign_in(app);
    let fumiko = platform.fumiko.sign_in(app);
    let list = fumiko
        .open("/en/operator/people")
        .fill("q", "BEN@")
        .press("Search");
    let record = list.follow("ben@example.com");
    for told in ["Ben Clark", "Staff", "aoi-salon", "Devices signed in 1"] {
        assert!(record.text().contains(told), "{told}: {}", record.text());
    }
    let act = record.follow("Deactivate this account");
    assert_eq!(
        act.press("Deactivate this account")
            .error("reason")
            .as_deref(),
        Some("Enter a reason")
    );
    let done = act
        .fill("reason", "Left the salon")
        .press("Deactivate this account");
    assert_eq!(
        done.flash().as_deref(),
        Some("The account of Ben Clark was deactivated")
    );
    for told in ["Deactivated", "Left the salon", "Devices signed in 0"] {
        assert!(done.text().contains(told), "{told}: {}", done.text());
    }
    assert_eq!(
        ben.visit("/ja/staff/aoi-salon/today").status,
        303,
        "out at once"
    );
    assert_eq!(closed_at_aois(&platform), ["Ben Clark 停止中（運営）"]);
    let again = app.browser().visit("/ja/account/sign-in");
    let refused = again
        .fill("email", "ben@example.com")
        .fill("password", PASSWORD)
        .send("ログイン");
    assert_eq!(refused.status, 422);
    let late = act
        .fill("reason", "me too")
        .press("Deactivate this account");
    assert!(late.flash().unwrap().contains("Someone else"));
    let back = done
        .follow("Reactivate")
        .fill("reason", "A mistake")
        .press("Reactivate");
    assert!(
        back.text().contains("A mistake") && back.text().contains("Reactivated"),
        "{}",
        back.text()
    );
    assert!(closed_at_aois(&platform).is_empty());
    assert_eq!(
        ben.visit("/ja/staff/aoi-salon/today").status,
        303,
        "the old session stays ended"
    );
    platform.cast.ben.sign_in(app);
    let trail = platform.trail("account_closures");
    assert_eq!(trail.len(), 2);
    assert!(
        trail
            .iter()
            .all(|row| row["actor"] == json!(platform.fumiko.user))
    );
}

/// Whom Aoi's team shows as closed by the operators.
fn closed_at_aois(platform: &Platform) -> Vec<String> {
    let aoi = platform.cast.aoi.sign_in(&platform.app);
    let team = aoi.open("/ja/staff/aoi-salon/team");
    let names = team.document().texts(".offer-name").into_iter();
    names.filter(|name| name.contains("停止中")).collect()
}

#[test]
fn nobody_closes_their_own_account_and_unknown_ones_are_not_found() {
    let platform = Platform::new();
    let fumiko = platform.fumiko.sign_in(&platform.app);
    let own = format!("/ja/operator/people/{}", platform.fumiko.user);
    let page = fumiko.open(&own);
    assert!(
        !page.text().contains("アカウントを停止する"),
        "{}",
        page.text()
    );
    let form = fumiko.open(&format!("{own}/deactivate"));
    assert_eq!(
        form.fill("reason", "x")
            .press("アカウントを停止する")
            .status,
        403
    );
    for path in ["x", "00000000-0000-0000-0000-000000000000", "x/visit"] {
        assert_eq!(
            fumiko.visit(&format!("/ja/operator/people/{path}")).status,
            404,
            "{path}"
        );
    }
    let none = fumiko.open("/ja/operator/people?q=%25%25");
    assert!(
        none.text().contains("該当する利用者はいません"),
        "a percent sign is a percent sign"
    );
}

#[test]
fn people_are_found_by_part_of_a_name_however_it_is_spaced() {
    let platform = Platform::new();
    let app = &platform.app;
    crate::support::people::a_person(app, "guest07", "勅使河原　ふみ", "customer");
    let reading = "update accounts.users set family_name_kana = 'テシガワラ' where email = 'guest07@example.com'";
    app.platform(move |tx| {
        crate::support::sql::run(tx.conn(), reading);
        Ok(())
    });
    let fumiko = platform.fumiko.sign_in(app);
    let found = |part: &str| -> Vec<String> {
        let list = fumiko.open("/ja/operator/people");
        let page = list.fill("q", part).press("検索");
        let html = page.document();
        let names = html.all(".offer-name").into_iter();
        names
            .map(|name| name.text().collect::<String>().trim().to_owned())
            .collect()
    };
    for part in [
        "勅使河原ふみ",
        "勅使河原 ふ",
        "河原　ふみ",
        "ふみ",
        "シガワ",
        "GUEST07",
    ] {
        assert_eq!(found(part), ["guest07@example.com"], "{part}");
    }
    assert_eq!(found("clark"), ["ben@example.com"]);
    assert_eq!(found("cl"), ["ben@example.com"]);
    for part in ["勅使川原", "c_ark", "%a%", "\\"] {
        assert!(found(part).is_empty(), "{part}");
    }
}

#[test]
fn a_long_list_of_people_goes_on_page_by_page() {
    let platform = Platform::new();
    for number in 0..25 {
        let word = format!("guest{number:02}");
        crate::support::people::a_person(&platform.app, &word, "客", "customer");
    }
    let fumiko = platform.fumiko.sign_in(&platform.app);
    let first = fumiko.open("/ja/operator/people?q=guest");
    assert_eq!(first.document().all(".offer").len(), 20);
    let second = first.follow("次のページ");
    assert_eq!(second.document().all(".offer").len(), 5);
    assert!(second.text().contains("guest20@example.com") && !second.text().contains("次のページ"));
}

#[test]
fn who_has_lost_every_second_factor_gets_in_again_after_an_operator_has_made_sure_who_it_is() {
    let platform = Platform::new();
    let (app, aoi) = (&platform.app, &platform.cast.aoi);
    let inside = aoi.sign_in(app);
    second_factor::set_up(app, &inside);
    app.letters();
    let fumiko = platform.fumiko.sign_in(app);
    let record = format!("/en/operator/people/{}", aoi.user);
    let act = fumiko.open(&record).follow("Reset two-step verification");
    let refused = act.press("Reset two-step verification");
    assert_eq!(refused.error("reason").as_deref(), Some("Enter a reason"));
    let asked = refused.fill("reason", "Seen on a video call with the licence");
    let done = asked.press("Reset two-step verification");
    for told in ["Not set up", "Seen on a video call", "Devices signed in 0"] {
        assert!(done.text().contains(told), "{told}: {}", done.text());
    }
    assert_eq!(
        inside.visit("/ja/staff/aoi-salon/today").status,
        303,
        "out at once"
    );
    let letter = app.letter();
    assert!(
        letter.subject.contains("2段階認証をリセットしました"),
        "{}",
        letter.subject
    );
    assert!(
        !letter.text.contains("video call"),
        "the reason is for the house"
    );
    // The password alone, as the grace is not over yet.
    let again = account::sign_in(app, &aoi.email, PASSWORD);
    assert_eq!(again.url, "/en/staff/aoi-salon/today", "{}", again.text());
    let late = asked.press("Reset two-step verification");
    assert!(
        late.flash().unwrap().contains("Someone else"),
        "there is nothing left to take away"
    );
    let trail = platform.trail("factor_resets");
    assert_eq!(trail.len(), 1);
    assert_eq!(trail[0]["actor"], json!(platform.fumiko.user));
    assert!(!trail[0]["after"].to_string().contains("video call"));
}

#[test]
fn nobody_resets_their_own_or_what_is_not_there() {
    let platform = Platform::new();
    let app = &platform.app;
    let fumiko = platform.fumiko.sign_in(app);
    second_factor::set_up(app, &fumiko);
    let own = format!("/en/operator/people/{}", platform.fumiko.user);
    assert!(!fumiko.open(&own).text().contains("Reset two-step"));
    let form = fumiko.open(&format!("{own}/reset-factors"));
    let refused = form
        .fill("reason", "x")
        .press("Reset two-step verification");
    assert_eq!(refused.status, 403);
    let daichi = format!("/en/operator/people/{}", platform.cast.daichi.user);
    assert!(
        !fumiko
            .open(&daichi)
            .text()
            .contains("Reset two-step verification")
    );
    let form = fumiko.open(&format!("{daichi}/reset-factors"));
    let nothing = form
        .fill("reason", "x")
        .press("Reset two-step verification");
    assert!(nothing.flash().unwrap().contains("Someone else"));
    assert!(platform.trail("factor_resets").is_empty());
}

#[test]
fn whose_account_is_closed_or_opened_is_written_to() {
    let platform = Platform::new();
    let app = &platform.app;
    let fumiko = platform.fumiko.sign_in(app);
    let record = format!("/ja/operator/people/{}", platform.cast.ben.user);
    let closed = fumiko
        .open(&format!("{record}/deactivate"))
        .fill("reason", "通報があったため")
        .press("アカウントを停止する");
    let letter = app.letter();
    assert_eq!(letter.to, "ben@example.com");
    assert!(
        letter.subject.contains("アカウントを停止しました"),
        "{}",
        letter.subject
    );
    assert!(!letter.text.contains("通報"), "the reason is for the house");
    closed
        .follow("アカウントの停止を解除する")
        .fill("reason", "誤り")
        .press("アカウントの停止を解除する");
    assert!(app.letter().subject.contains("停止を解除しました"));
}
