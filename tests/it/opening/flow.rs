//! The five screens: nothing is lost, everything is complained about at once, and one press makes it public.

use super::{NEW, Newcomer, OFFICE, named};
use crate::support::people::a_person;

#[test]
fn somebody_opens_a_shop_that_a_guest_finds_at_once() {
    let newcomer = Newcomer::new();
    let (browser, guest) = (newcomer.browser(), newcomer.app.browser());
    let kinds = browser.open("/ja/account/businesses/new");
    assert_eq!(kinds.heading(), "お店の業種");
    let name = kinds.follow("美容室・サロン");
    assert_eq!(name.heading(), "店舗の登録");
    let hours = named(&name);
    assert_eq!(hours.field("d2a_from").value, "10:00", "as a salon is open");
    let services = hours
        .fill("d1a_from", "11:00")
        .fill("d1a_until", "16:00")
        .press("次へ進む");
    assert_eq!(services.heading(), "メニューと担当", "{}", services.text());
    assert_eq!(services.field("s0_name").value, "カット");
    assert_eq!(
        services.field("r0_name").value,
        "佐藤 花",
        "whoever opens it serves"
    );
    let look = services
        .fill("s0_price", "６０００")
        .untick("s1_keep")
        .fill("s5_name", "ジェルネイル")
        .fill("s5_minutes", "90")
        .fill("s5_price", "7700")
        .press("次へ進む");
    assert_eq!(look.heading(), "公開前の確認", "{}", look.text());
    for said in ["花のネイル", "11:00", "ジェルネイル", "渋谷区神宮前1-2-3"] {
        assert!(look.text().contains(said), "{said}: {}", look.text());
    }
    assert!(!look.text().contains("前髪カット"), "it was not ticked");
    assert_eq!(
        guest.visit("/ja/b/hanas-nails").status,
        404,
        "nobody else sees it"
    );
    let done = look.press("公開する");
    assert_eq!(done.flash().as_deref(), Some("お店のページを公開しました"));
    assert_eq!(done.url, format!("{OFFICE}/share"));
    let page = guest.open("/ja/b/hanas-nails");
    assert_eq!(page.heading(), "花のネイル");
    for said in ["ジェルネイル", "6,000円", "シャンプーとブローを含みます。"]
    {
        assert!(page.text().contains(said), "{said}: {}", page.text());
    }
    assert!(
        page.document().links().contains(&"予約する".to_owned()),
        "{}",
        page.text()
    );
    // What is public is seen to in the back office.
    for screen in ["", "/hours", "/services", "/publish"] {
        let answer = browser.visit(&format!("{OFFICE}/opening{screen}"));
        assert_eq!(answer.location().as_deref(), Some(OFFICE), "{screen}");
    }
    assert_eq!(
        newcomer.lines("select concat_ws(' ', slot_step_minutes, notice_minutes, notices_ja <> '') as line from businesses.business_settings"),
        ["30 120 t"]
    );
    assert_eq!(
        newcomer.lines("select count(*)::text as line from businesses.businesses where name_kana = 'ハナノネイル' and status = 'approved'"),
        ["1"]
    );
}

#[test]
fn whoever_leaves_and_comes_back_goes_on_where_they_were() {
    let newcomer = Newcomer::new();
    let browser = newcomer.browser();
    newcomer.named(&browser);
    let account = browser.open("/ja/account");
    assert_eq!(account.heading(), "営業時間", "{}", account.url);
    let services = account.fill("d3a_from", "12:00").press("次へ進む");
    assert_eq!(services.heading(), "メニューと担当");
    assert_eq!(browser.open("/ja/account").heading(), "メニューと担当");
    // Back and forth: what was written stays.
    let hours = browser.open(&format!("{OFFICE}/opening/hours"));
    assert_eq!(hours.field("d3a_from").value, "12:00");
    let look = hours
        .press("次へ進む")
        .form()
        .untick("s4_keep")
        .press("次へ進む");
    assert_eq!(look.heading(), "公開前の確認", "{}", look.text());
    let again = browser.open(&format!("{OFFICE}/opening/services"));
    assert_eq!(again.field("s0_keep").value, "yes");
    let rows = again
        .document()
        .all(".opening-row input[name$=_keep][checked]")
        .len();
    assert_eq!(rows, 5, "four services and one who serves");
    let fewer = again.form().untick("s0_keep").press("次へ進む");
    let standing = "select count(*) from catalog.services where deleted_at is null";
    assert_eq!(newcomer.count(standing), 3);
    let cuts = format!("{standing} and name_ja = 'カット'");
    assert_eq!(newcomer.count(&cuts), 0, "{}", fewer.text());
    let name = fewer.follow("店名と住所");
    assert_eq!(name.field("name_ja").value, "花のネイル");
    assert_eq!(name.field("kana").value, "ハナノネイル");
    assert_eq!(
        name.fill("name_ja", "花の爪").press("保存する").heading(),
        "営業時間"
    );
    assert_eq!(
        browser
            .open("/ja/account")
            .press("公開する")
            .flash()
            .as_deref(),
        Some("お店のページを公開しました")
    );
    let offered = newcomer.app.browser().open("/ja/b/hanas-nails").text();
    assert!(offered.contains("カット+カラー"), "{offered}");
    assert!(!offered.contains("トリートメント"), "{offered}");
}

#[test]
fn every_screen_complains_about_everything_at_once_in_the_readers_language() {
    let newcomer = Newcomer::new();
    let browser = newcomer.browser();
    let name = browser
        .open(&NEW.replace("/ja/", "/en/"))
        .fill("phone", "12")
        .fill("postal_code", "1")
        .press("Continue");
    assert_eq!(name.status, 422);
    assert_eq!(name.errors().len(), 7, "{:?}", name.errors());
    assert_eq!(name.field("phone").value, "12");
    newcomer.named(&browser);
    let hours = browser.open(&format!("{OFFICE}/opening/hours"));
    let wrong = hours
        .fill("d2a_from", "19:00")
        .fill("d3a_until", "")
        .press("次へ進む");
    assert_eq!(
        (wrong.status, wrong.errors().len()),
        (422, 2),
        "{:?}",
        wrong.errors()
    );
    assert_eq!(wrong.field("d2a_from").value, "19:00");
    let services = hours.press("次へ進む");
    let wrong = services
        .fill("s0_name", "")
        .fill("s1_minutes", "x")
        .fill("s2_price", "-1")
        .fill("s5_name", "パーマ")
        .press("次へ進む");
    assert_eq!(wrong.status, 422);
    let errors = wrong.errors();
    assert_eq!(errors.len(), 5, "{errors:?}");
    assert!(
        errors
            .iter()
            .any(|said| said.contains("前髪カット: 所要時間")),
        "{errors:?}"
    );
    assert_eq!(wrong.field("s2_price").value, "-1");
    let mut form = services.form();
    for row in 0..5 {
        form = form.untick(&format!("s{row}_keep"));
    }
    let none = form.press("次へ進む");
    assert_eq!(
        none.error("s0_keep").as_deref(),
        Some("メニューを1つ以上選んでください")
    );
    let other = services.fill("s0_name", "カット（60分）").press("English");
    assert_eq!(other.heading(), "Services and who provides them");
    assert_eq!(other.field("s0_name").value, "カット（60分）");
    assert_eq!(newcomer.count("select count(*) from catalog.services"), 0);
}

#[test]
fn nobody_else_is_told_of_a_shop_that_is_not_open() {
    let newcomer = Newcomer::new();
    let browser = newcomer.browser();
    let look = newcomer.filled(&browser);
    let stranger = a_person(&newcomer.app, "iku", "井上 育", "customer").sign_in(&newcomer.app);
    for screen in ["", "/hours", "/services", "/publish"] {
        assert_eq!(
            stranger.visit(&format!("{OFFICE}/opening{screen}")).status,
            404,
            "{screen}"
        );
    }
    let preview = look.link("公開前のページを見る");
    let shown = newcomer.app.browser().open(&preview);
    assert_eq!(
        (shown.status, shown.heading().as_str()),
        (200, "花のネイル")
    );
    assert!(
        shown.text().contains("公開前の見本です"),
        "{}",
        shown.text()
    );
    assert!(!shown.document().links().contains(&"予約する".to_owned()));
    let forged = format!("{}x", preview);
    assert_eq!(newcomer.app.browser().visit(&forged).status, 404);
    newcomer
        .app
        .clock()
        .set(newcomer.app.clock().now() + chrono::TimeDelta::hours(7));
    assert_eq!(
        newcomer.app.browser().visit(&preview).status,
        404,
        "for a few hours"
    );
}

#[test]
fn operators_may_want_to_look_first() {
    let newcomer = Newcomer::new();
    newcomer
        .run("update platform.feature_flags set is_enabled = true where name = 'business-review'");
    let browser = newcomer.browser();
    let look = newcomer.filled(&browser);
    assert!(look.text().contains("運営が審査します"), "{}", look.text());
    assert!(!look.html.contains("公開する</button>"));
    let papers = look.follow("審査の申し込みへ");
    assert_eq!(
        (papers.heading().as_str(), papers.url.as_str()),
        ("花のネイル", "/ja/account/businesses/hanas-nails")
    );
    // Not even by a form of one's own.
    let key = papers
        .field("csrf")
        .value
        .split(',')
        .next()
        .unwrap()
        .to_owned();
    browser.post(&format!("{OFFICE}/opening/publish"), &[("csrf", &key)]);
    assert_eq!(
        newcomer.app.browser().visit("/ja/b/hanas-nails").status,
        404
    );
}

#[test]
fn what_is_not_whole_is_not_published() {
    let newcomer = Newcomer::new();
    let browser = newcomer.browser();
    let hours = newcomer.named(&browser);
    let early = browser.open(&format!("{OFFICE}/opening/publish"));
    assert!(
        early.text().contains("公開までに必要なこと"),
        "{}",
        early.text()
    );
    assert!(!early.html.contains("公開する</button>"));
    let key = hours.field("csrf").value;
    let answer = browser.post(&format!("{OFFICE}/opening/publish"), &[("csrf", &key)]);
    assert_eq!(
        answer.location().as_deref(),
        Some(&*format!("{OFFICE}/opening/publish"))
    );
    assert_eq!(
        newcomer.lines("select status::text as line from businesses.businesses"),
        ["pending_review"]
    );
}

#[test]
fn of_two_windows_the_second_is_shown_what_the_first_has_written() {
    let newcomer = Newcomer::new();
    let browser = newcomer.browser();
    let hours = newcomer.named(&browser);
    let other = browser.open(&format!("{OFFICE}/opening/hours"));
    let services = other.press("次へ進む");
    let late = hours.fill("d2a_from", "8:00").press("次へ進む");
    assert_eq!(
        (late.status, late.field("d2a_from").value.as_str()),
        (409, "8:00")
    );
    assert_eq!(late.press("次へ進む").heading(), "メニューと担当");
    let first = services.form().untick("s0_keep").press("次へ進む");
    assert_eq!(first.heading(), "公開前の確認", "{}", first.text());
    let late = services.fill("s1_price", "999").press("次へ進む");
    assert_eq!(late.status, 409, "{}", late.text());
    assert!(late.text().contains("現在登録されているメニュー"));
    let standing = "select count(*) from catalog.services where deleted_at is null";
    assert_eq!(newcomer.count(standing), 4, "nothing twice");
}

#[test]
fn whoever_opens_a_shop_alone_has_the_only_column_and_keeps_the_one_they_have() {
    let newcomer = Newcomer::new();
    let browser = newcomer.browser();
    let services = newcomer.named(&browser).press("次へ進む");
    // Not their name, but nobody else's column either.
    let look = services.fill("r0_name", "はなちゃん").press("次へ進む");
    for said in [
        "5,500円",
        "60分",
        "担当者",
        "はなちゃん",
        "無断キャンセル100%",
    ] {
        assert!(look.text().contains(said), "{said}: {}", look.text());
    }
    let tied = |name: &str| {
        let query = "select count(*) from businesses.staff_assignments s join scheduling.resources r on r.id = s.resource_id";
        newcomer.count(&format!("{query} where r.name = '{name}'"))
    };
    assert_eq!(tied("はなちゃん"), 1);
    let again = browser.open(&format!("{OFFICE}/opening/services"));
    again.fill("r0_name", "花").press("次へ進む");
    assert_eq!(tied("花"), 1, "renamed, and still theirs");
}
