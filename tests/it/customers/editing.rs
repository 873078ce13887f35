//! New cards, other names and contacts, two at once, deleting and bringing back.

use super::{CARDS, a_card, house, names};
use serde_json::json;

#[test]
fn a_new_card_keeps_the_name_as_typed_and_contacts_in_one_form() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    let form = aoi.open(&format!("{CARDS}/new"));
    let empty = form.press("保存");
    assert_eq!(empty.status, 422);
    assert_eq!(
        empty.error("family").as_deref(),
        Some("お名前を入力してください")
    );
    let wrong = form
        .fill("family", "髙橋")
        .fill("family_kana", "山田")
        .fill("phone", "12")
        .fill("email", "nobody")
        .press("保存");
    assert_eq!(wrong.errors().len(), 3);
    assert_eq!(wrong.field("email").value, "nobody");
    let added = form
        .fill("family", "髙橋")
        .fill("given", "一郎")
        .fill("family_kana", "たかはし")
        .fill("given_kana", "ｲﾁﾛｳ")
        .fill("phone", "０９０ー１２３４ー５６７８")
        .fill("email", "ｉｃｈｉｒｏ＠ｅｘａｍｐｌｅ．ｃｏｍ")
        .press("保存");
    assert_eq!(added.flash().as_deref(), Some("お客様を登録しました"));
    let kept = "select count(*) from customers where name = '髙橋 一郎' and family_name_kana = 'タカハシ' \
        and given_name_kana = 'イチロウ' and phone = '+819012345678' and email = 'ichiro@example.com' \
        and search_key = '高橋一郎 たかはしいちろう'";
    assert_eq!(app.count(cast.salon.id, kept), 1);
}

#[test]
fn the_other_language_keeps_what_was_typed_and_the_parts_of_a_name() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    let card = format!("/owner/aoi-salon/customers/{}", cast.booking.customer);
    let form = aoi.open(&format!("/ja{card}/edit"));
    let english = form.fill("given", "海").press("English");
    assert_eq!(english.url, format!("/en{card}/edit"));
    assert_eq!(english.field("full_name").value, "小川 海");
    let saved = aoi
        .open(&format!("/en{card}/edit"))
        .fill("phone", "080 1111 2222")
        .press("Save");
    assert_eq!(saved.flash().as_deref(), Some("Customer saved"));
    let parts = "select count(*) from customers where family_name = '小川' and given_name = '大地' and phone = '+818011112222'";
    assert_eq!(app.count(cast.salon.id, parts), 1);
    aoi.open(&format!("/en{card}/edit"))
        .fill("full_name", "Dan Ogawa")
        .press("Save");
    let whole = "select count(*) from customers where name = 'Dan Ogawa' and family_name = '' and given_name = ''";
    assert_eq!(app.count(cast.salon.id, whole), 1);
    assert_eq!(
        aoi.open(&format!("/ja{card}/edit")).field("family").value,
        "Dan Ogawa"
    );
}

#[test]
fn of_two_who_edit_at_once_the_second_sees_both_and_decides() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    let path = format!("{CARDS}/{}/edit", cast.booking.customer);
    let (one, other) = (aoi.open(&path), aoi.open(&path));
    one.fill("given", "海").press("保存");
    let stale = other.fill("given", "空").press("保存");
    assert_eq!(stale.status, 409);
    let both = stale.part("#newer", "").text();
    for said in ["名", "海", "空", "ほかの人が先に保存しました"] {
        assert!(both.contains(said), "{said} in {both}");
    }
    assert!(
        !both.contains("セイ"),
        "what is the same is not compared: {both}"
    );
    let name = |given: &str| {
        app.count(
            cast.salon.id,
            format!("select count(*) from customers where given_name = '{given}'"),
        )
    };
    assert_eq!((name("海"), name("空")), (1, 0));
    assert_eq!(
        stale
            .follow("保存されている内容を残す")
            .field("given")
            .value,
        "海"
    );
    let over = stale.press("入力した内容で上書き");
    assert_eq!(over.flash().as_deref(), Some("お客様情報を保存しました"));
    assert_eq!((name("海"), name("空")), (0, 1));
}

#[test]
fn a_deleted_card_is_found_again_and_one_that_is_expected_stays() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    let stays = aoi
        .open(&format!("{CARDS}/{}/edit", cast.booking.customer))
        .press("名簿から削除");
    assert_eq!(
        stays.flash().as_deref(),
        Some("これからの予約があるため削除できません。先に予約をキャンセルしてください")
    );
    let card = a_card(&app, &cast, ("阿部 花", "アベ ハナ"), json!({}));
    let gone = aoi
        .open(&format!("{CARDS}/{card}/edit"))
        .press("名簿から削除");
    assert_eq!(gone.heading(), "削除したお客様");
    assert_eq!(aoi.open(&format!("{CARDS}/{card}")).status, 404);
    assert_eq!(names(&aoi.open(CARDS)), ["小川 大地 様"]);
    let back = gone.press("元に戻す");
    assert_eq!(back.heading(), "阿部 花 様");
    assert_eq!(back.flash().as_deref(), Some("お客様を名簿に戻しました"));
}

#[test]
fn who_only_reads_cards_changes_none() {
    let (app, cast) = house();
    let ben = cast.ben.sign_in(&app);
    let page = ben.open(&format!("{CARDS}/{}", cast.booking.customer));
    assert_eq!(page.status, 200);
    for way in ["編集", "VIPにする", "タグを付ける", "ネット予約を制限"] {
        assert!(!page.text().contains(way), "{way}");
    }
    let csrf = page.field("csrf").value;
    let csrf = csrf.split(',').next().unwrap();
    for act in [
        "edit",
        "remove",
        "restore",
        "tags",
        "tags/remove",
        "vip",
        "block",
        "unblock",
    ] {
        let path = format!("{CARDS}/{}/{act}", cast.booking.customer);
        let pairs = [
            ("csrf", csrf),
            ("version", "1"),
            ("family", "x"),
            ("tag", "x"),
            ("vip", "yes"),
            ("reason", "x"),
        ];
        assert_eq!(ben.post(&path, &pairs).status, 403, "{act}");
    }
    let untouched = "select count(*) from customers where name = '小川 大地' and not is_vip and blocked_at is null";
    assert_eq!(app.count(cast.salon.id, untouched), 1);
}

#[test]
fn another_shops_card_is_nowhere() {
    let (app, cast) = house();
    let chika = cast.chika.sign_in(&app);
    let csrf = chika
        .open("/ja/staff/chika-clinic/today")
        .field("csrf")
        .value;
    let csrf = csrf.split(',').next().unwrap().to_owned();
    let theirs = format!("/ja/owner/chika-clinic/customers/{}", cast.booking.customer);
    assert_eq!(chika.open(&theirs).status, 404);
    assert_eq!(chika.open(&format!("{theirs}/edit")).status, 404);
    for act in [
        "edit", "remove", "restore", "notes", "tags", "vip", "block", "unblock",
    ] {
        let pairs = [
            ("csrf", csrf.as_str()),
            ("version", "1"),
            ("family", "x"),
            ("tag", "x"),
            ("vip", "yes"),
            ("reason", "x"),
            ("kind", "allergy"),
            ("note", "x"),
        ];
        assert_eq!(
            chika.post(&format!("{theirs}/{act}"), &pairs).status,
            404,
            "{act}"
        );
    }
}
