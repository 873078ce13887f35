//! Once a shop is public: how guests find it, and what its owner still has to do.

use super::{Newcomer, OFFICE};

#[test]
fn guests_find_the_shop_by_link_drawing_card_and_button() {
    let newcomer = Newcomer::new();
    let browser = newcomer.browser();
    let share = newcomer.opened(&browser);
    let whole = newcomer.app.url("/ja/b/hanas-nails");
    assert_eq!(share.heading(), "予約ページの案内");
    assert!(share.link(&whole).ends_with("/ja/b/hanas-nails"));
    assert_eq!(share.document().all("svg.qr[role=img]").len(), 1);
    let code = share.document().words("textarea").unwrap_or_default();
    assert!(code.starts_with(&format!("<a href=\"{whole}\"")), "{code}");
    assert!(code.ends_with(">ネット予約</a>"), "{code}");
    let file = browser.visit(&format!("{OFFICE}/share/qr.svg"));
    assert_eq!(
        file.header("content-type"),
        Some("image/svg+xml; charset=utf-8")
    );
    assert!(
        file.html.starts_with("<svg xmlns=")
            && file
                .html
                .contains("<title>花のネイルの予約ページのQRコード")
    );
    let styles = std::fs::read_to_string("static/css/accents.css").unwrap();
    let accent = newcomer.lines("select accent as line from businesses.business_settings");
    let own = styles
        .split(&format!("[data-accent=\"{}\"] {{ --day: ", accent[0]))
        .nth(1);
    let colour = own.map_or("#00428c", |rest| &rest[..7]);
    assert!(code.contains(&format!("background:{colour}")), "{code}");
    let picture = browser.visit(&format!("{OFFICE}/share/qr.png"));
    assert_eq!(picture.status, 200);
    assert_eq!(picture.header("content-type"), Some("image/png"));
    let cards = share.follow("店頭カードを印刷");
    for said in [
        "花のネイル",
        "Hana's Nails",
        "ネット予約はこちらから",
        "Book online",
        "03-1234-5678",
    ] {
        assert!(cards.text().contains(said), "{said}: {}", cards.text());
    }
    assert_eq!(cards.document().all(".paper-card .qr").len(), 10);
    let office = browser.open(OFFICE);
    assert_eq!(
        office.follow("予約ページの案内").url,
        format!("{OFFICE}/share"),
        "later, too"
    );
}

#[test]
fn the_list_of_what_is_left_goes_by_what_is_there_and_can_be_put_away() {
    let newcomer = Newcomer::new();
    let browser = newcomer.browser();
    newcomer.filled(&browser);
    let draft = browser.open(OFFICE);
    assert!(
        draft.text().contains("まだ公開していません"),
        "{}",
        draft.text()
    );
    assert_eq!(draft.follow("続きから始める").heading(), "公開前の確認");
    assert_eq!(draft.follow("公開前の確認").heading(), "公開前の確認");
    browser
        .open(&format!("{OFFICE}/opening/publish"))
        .press("公開する");
    let office = browser.open(OFFICE);
    assert!(office.text().contains("1/9 完了"), "{}", office.text());
    for (label, heading) in [
        ("お店の写真を載せる", "写真とロゴ"),
        ("特定商取引法に基づく表記を書く", "特定商取引法に基づく表記"),
    ] {
        assert_eq!(office.follow(label).heading(), heading);
    }
    let policy = office.part("li", "キャンセル料を決める");
    assert!(policy.text().contains("済み"), "{}", policy.text());
    let text = office.part("li", "お店の紹介文を書く");
    assert!(text.text().contains("未完了"), "{}", text.text());
    office
        .follow("お店の紹介文を書く")
        .fill("about_ja", "駅から3分のネイルサロンです。")
        .fill("about_en", "A nail salon, three minutes from the station.")
        .press("保存");
    let office = browser.open(OFFICE);
    assert!(office.text().contains("3/9 完了"), "{}", office.text());
    let away = office.press("この一覧をしまう");
    assert_eq!(away.flash().as_deref(), Some("一覧をしまいました"));
    assert!(!away.text().contains("お店の紹介文を書く"));
    let back = away.press("一覧を表示");
    assert!(back.text().contains("3/9 完了"), "{}", back.text());
}
