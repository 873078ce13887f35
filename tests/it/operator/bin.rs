//! What shops have deleted, as operators see to it.

use super::{bin_import::an_import, scene::Platform};
use crate::support::browser::Browser;
use omotenashi::domain::bookings::bin::Kind;
use serde_json::json;
use uuid::Uuid;

pub(super) const GONE: &str = "2026-11-19T00:00:00Z";

fn bin(platform: &Platform, below: &str) -> String {
    let salon = platform.cast.salon.id;
    format!("/ja/operator/businesses/{salon}/bin{below}")
}

/// One of each kind, deleted, at Aoi's.
fn deleted(platform: &Platform) -> Vec<(Kind, Uuid, &'static str)> {
    let (app, salon) = (&platform.app, platform.cast.salon.id);
    let add = |table: &'static str, row: serde_json::Value| {
        let mut row = row;
        row["business_id"] = json!(salon);
        row["deleted_at"] = json!(GONE);
        app.insert(salon, table, row)
    };
    let group = add(
        "catalog.option_groups",
        json!({"name_ja": "旧グループ", "name_en": ""}),
    );
    let living = json!({"business_id": salon, "name_ja": "今のグループ", "name_en": ""});
    let living = app.insert(salon, "catalog.option_groups", living);
    let option =
        json!({"group_id": living, "name_ja": "旧オプション", "name_en": "", "price_cents": 100});
    let question = json!({"kind": "line", "name_ja": "旧質問"});
    let photo =
        json!({"picture": "cd".repeat(32), "ending": "jpg", "width": 640, "caption_ja": "旧写真"});
    vec![
        (
            Kind::Service,
            add(
                "catalog.services",
                json!({"name_ja": "旧メニュー", "name_en": "", "duration_minutes": 30, "price_cents": 1000}),
            ),
            "旧メニュー",
        ),
        (
            Kind::Category,
            add(
                "catalog.categories",
                json!({"name_ja": "旧カテゴリ", "name_en": ""}),
            ),
            "旧カテゴリ",
        ),
        (Kind::OptionGroup, group, "旧グループ"),
        (Kind::Option, add("catalog.options", option), "旧オプション"),
        (Kind::Question, add("catalog.questions", question), "旧質問"),
        (
            Kind::Policy,
            add(
                "catalog.cancellation_policies",
                json!({"name": "旧ポリシー", "hours_before": 24, "penalty_percent": 50}),
            ),
            "旧ポリシー",
        ),
        (
            Kind::Resource,
            add(
                "scheduling.resources",
                json!({"name": "旧スタッフ", "resource_type": "staff"}),
            ),
            "旧スタッフ",
        ),
        (
            Kind::Photo,
            add("businesses.business_media", photo),
            "旧写真",
        ),
        (
            Kind::Customer,
            add("customers.customers", json!({"name": "旧客"})),
            "旧客",
        ),
        a_visit(platform),
        an_import(platform),
    ]
}

/// A visit in the chart of Daichi's, likewise.
fn a_visit(platform: &Platform) -> (Kind, Uuid, &'static str) {
    let (salon, whose) = (platform.cast.salon.id, platform.cast.booking.customer);
    let row = json!({"business_id": salon, "customer_id": whose, "visited_on": "2026-11-18", "parts": [], "deleted_at": GONE});
    let id = platform.app.insert(salon, "bookings.chart_entries", row);
    (Kind::Chart, id, "2026-11-18 小川 大地")
}

fn purge(
    fumiko: &Browser,
    path: &str,
    (reason, name): (&str, &str),
) -> crate::support::browser::Page {
    let page = fumiko.open(path);
    assert_eq!(page.status, 200, "{}", page.text());
    page.fill("reason", reason)
        .fill("name", name)
        .send("完全に削除")
}

/// A photograph that only the thing shows.
fn shown(platform: &Platform, (table, id): (&str, Uuid), place: &str) -> Uuid {
    let salon = platform.cast.salon.id;
    let photo = json!({"business_id": salon, "picture": "ef".repeat(32), "ending": "jpg", "width": 96, "place": place});
    let photo = platform
        .app
        .insert(salon, "businesses.business_media", photo);
    let show = format!("update {table} set photo_id = '{photo}' where id = '{id}'");
    platform.app.execute(salon, show);
    photo
}

/// Deletes what was had back once more.
fn gone_again(platform: &Platform) {
    let salon = platform.cast.salon.id;
    let plain = "update business_media set is_featured = false";
    platform.app.execute(salon, plain);
    for table in [
        "services",
        "categories",
        "option_groups",
        "options",
        "questions",
        "cancellation_policies",
        "resources",
        "business_media",
        "customers",
    ] {
        let names = "('旧メニュー', '旧カテゴリ', '旧グループ', '旧オプション', '旧質問', '旧ポリシー', '旧スタッフ', '旧写真', '旧客')";
        let column = match table {
            "cancellation_policies" | "resources" | "customers" => "name",
            "business_media" => "caption_ja",
            _ => "name_ja",
        };
        platform.app.execute(
            salon,
            format!("update {table} set deleted_at = '{GONE}' where {column} in {names}"),
        );
    }
    let charts = format!("update chart_entries set deleted_at = '{GONE}'");
    platform.app.execute(salon, charts);
    let imports = format!("update booking_imports set state = 'undone', undone_at = '{GONE}'");
    platform.app.execute(salon, imports);
}

#[test]
fn each_kind_is_found_had_back_and_deleted_for_good() {
    let platform = Platform::new();
    let things = deleted(&platform);
    let fumiko = platform.fumiko.sign_in(&platform.app);
    let salon = platform.cast.salon.id;
    let list = fumiko
        .open(&format!("/ja/operator/businesses/{salon}"))
        .follow("削除したもの");
    for (kind, id, name) in &things {
        assert!(list.text().contains(name), "{}", list.text());
        let path = bin(&platform, &format!("/{}/{id}", kind.id()));
        let restore = fumiko.open(&bin(&platform, ""));
        let csrf = restore.field("csrf").value;
        let csrf = csrf.split(',').next().unwrap();
        let back = fumiko.post(&format!("{path}/restore"), &[("csrf", csrf)]);
        assert_eq!(back.status, 303, "{name}: {}", back.text());
        assert!(
            !fumiko.open(&bin(&platform, "")).text().contains(name),
            "{name} is back"
        );
        assert_eq!(
            fumiko.open(&path).status,
            404,
            "{name} stands, so it cannot be deleted for good"
        );
    }
    let restored = "select count(*) from purges where is_restored and done_by is not null";
    assert_eq!(platform.app.count(salon, restored), 11);
    gone_again(&platform);
    // Somebody who was merged into another goes with them.
    let (_, into, _) = things[8];
    let merged = json!({"name": "旧客の旧姓", "merged_into": into, "deleted_at": GONE, "business_id": salon});
    platform.app.insert(salon, "customers.customers", merged);
    let photos = [
        shown(&platform, ("services", things[0].1), "service"),
        shown(&platform, ("resources", things[6].1), "person"),
    ];
    for (kind, id, name) in &things {
        let path = bin(&platform, &format!("/{}/{id}", kind.id()));
        let done = purge(&fumiko, &path, ("本人の依頼", name));
        assert_eq!(done.status, 303, "{name}: {}", done.text());
        assert_eq!(fumiko.open(&path).status, 404);
    }
    assert!(
        fumiko
            .open(&bin(&platform, ""))
            .text()
            .contains("削除したものはありません")
    );
    let merged = "select count(*) from customers.customers where name = '旧客の旧姓'";
    assert_eq!(platform.app.count(salon, merged), 0);
    // Nobody may fetch the portrait of somebody who is gone for good.
    let [service, person] = photos;
    let left = format!("select count(*) from business_media where id in ('{service}', '{person}')");
    assert_eq!(platform.app.count(salon, left), 0);
    let purged = "select count(*) from purges where not is_restored and reason = '本人の依頼'";
    assert_eq!(platform.app.count(salon, purged), 11);
    let trail = platform.trail("purges");
    let known = trail.iter().filter(|line| line["role"] == "admin");
    let known = known.filter(|line| line["actor"] == json!(platform.fumiko.user));
    assert_eq!(known.count(), 22);
}

#[test]
fn a_chart_goes_with_its_photographs_and_comes_back_to_whoever_it_is_about() {
    let platform = Platform::new();
    let (app, cast) = (&platform.app, &platform.cast);
    let salon = cast.salon.id;
    let entry = |date: &str| {
        let row = json!({"business_id": salon, "customer_id": cast.booking.customer, "visited_on": date, "parts": [], "deleted_at": GONE});
        app.insert(salon, "bookings.chart_entries", row)
    };
    let (gone, other) = (entry("2026-11-17"), entry("2026-11-18"));
    let files: Vec<_> = [("a", gone), ("b", gone), ("b", other)]
        .map(|(letter, entry)| {
            let key = letter.repeat(64);
            let photo = json!({"business_id": salon, "entry_id": entry, "picture": key, "ending": "jpg", "width": 640, "height": 480});
            app.insert(salon, "bookings.chart_photos", photo);
            let folder = app.media.path().join(salon.to_string()).join("private").join(&key);
            std::fs::create_dir_all(&folder).unwrap();
            let file = folder.join("640.jpg");
            std::fs::write(&file, b"x").unwrap();
            file
        })
        .into();
    let fumiko = platform.fumiko.sign_in(app);
    let path = bin(&platform, &format!("/chart/{gone}"));
    let done = purge(&fumiko, &path, ("本人の依頼", "2026-11-17 小川 大地"));
    assert_eq!(done.status, 303, "{}", done.text());
    assert!(!files[0].exists(), "nothing names it any more");
    assert!(files[1].exists(), "another visit has the same photograph");
    // Of somebody whose card is deleted as well, the card comes back first.
    let card = format!(
        "update customers set deleted_at = '{GONE}' where id = '{}'",
        cast.booking.customer
    );
    app.execute(salon, card);
    let path = bin(&platform, &format!("/chart/{other}"));
    assert_eq!(fumiko.open(&path).status, 404);
    let list = fumiko.open(&bin(&platform, ""));
    assert!(!list.text().contains("2026-11-18"), "{}", list.text());
    let list = list.press("元に戻す 小川 大地");
    assert!(list.text().contains("2026-11-18 小川 大地"));
    list.press("元に戻す 2026-11-18 小川 大地");
    let stands =
        format!("select count(*) from chart_entries where id = '{other}' and deleted_at is null");
    assert_eq!(app.count(salon, stands), 1);
}

#[test]
fn what_bookings_need_stays() {
    let platform = Platform::new();
    let (app, cast) = (&platform.app, &platform.cast);
    let salon = cast.salon.id;
    let fumiko = platform.fumiko.sign_in(app);
    let staff = cast.salon.staff[0];
    let column = app.count(
        salon,
        format!("select count(*) from resources where id = '{staff}'"),
    );
    assert_eq!(column, 1);
    for (kind, id, table, name) in [
        (Kind::Service, cast.cut.id.0, "services", "name_ja"),
        (Kind::Resource, staff.0, "resources", "name"),
        (Kind::Customer, cast.booking.customer.0, "customers", "name"),
    ] {
        app.execute(
            salon,
            format!("update {table} set deleted_at = '{GONE}' where id = '{id}'"),
        );
        let path = bin(&platform, &format!("/{}/{id}", kind.id()));
        let page = fumiko.open(&path);
        assert!(
            page.text().contains("1件の予約で使われている"),
            "{}",
            page.text()
        );
        let name = app.tenant(salon, move |tx| {
            let sql = format!("select {name} as line from {table} where id = '{id}'");
            crate::support::sql::know_every_schema(tx.conn())?;
            Ok(crate::support::sql::lines(tx.conn(), &sql).remove(0))
        });
        let refused = purge(&fumiko, &path, ("整理", &name));
        assert_eq!(refused.status, 409, "{}", refused.text());
        assert_eq!(
            app.count(
                salon,
                format!("select count(*) from {table} where id = '{id}'")
            ),
            1
        );
    }
    // A booking that hangs on a card which was merged into this one is one of this person's.
    let card = json!({"business_id": salon, "name": "小川 だい", "deleted_at": GONE});
    let card = app.insert(salon, "customers.customers", card);
    let led = cast.booking.customer;
    app.execute(
        salon,
        format!("update customers set merged_into = '{card}' where id = '{led}'"),
    );
    let path = bin(&platform, &format!("/customer/{card}"));
    assert!(
        fumiko
            .open(&path)
            .text()
            .contains("1件の予約で使われている")
    );
    let refused = purge(&fumiko, &path, ("整理", "小川 だい"));
    assert_eq!(refused.status, 409, "{}", refused.text());
    assert_eq!(app.count(salon, "select count(*) from purges"), 0);
}

#[test]
fn what_another_question_needs_stays_and_nothing_goes_without_a_reason_and_its_name() {
    let platform = Platform::new();
    let (app, salon) = (&platform.app, platform.cast.salon.id);
    let fumiko = platform.fumiko.sign_in(app);
    let choices = json!([{"key": 1, "ja": "はい", "en": ""}]);
    let cause = json!({"business_id": salon, "kind": "one", "name_ja": "旧質問", "choices": choices, "deleted_at": GONE});
    let cause = app.insert(salon, "catalog.questions", cause);
    let then = json!({"business_id": salon, "kind": "line", "name_ja": "続き", "only_if": cause, "only_if_choice": 1});
    app.insert(salon, "catalog.questions", then);
    let path = bin(&platform, &format!("/question/{cause}"));
    let refused = purge(&fumiko, &path, ("整理", "旧質問"));
    assert_eq!(refused.status, 409, "another question depends on it");
    let row =
        json!({"business_id": salon, "name_ja": "旧カテゴリ", "name_en": "", "deleted_at": GONE});
    let id = app.insert(salon, "catalog.categories", row);
    let path = bin(&platform, &format!("/category/{id}"));
    for (reason, name, wrong) in [("", "旧カテゴリ", "reason"), ("整理", "別の名前", "name")]
    {
        let refused = purge(&fumiko, &path, (reason, name));
        assert_eq!(refused.status, 422);
        assert!(refused.error(wrong).is_some(), "{}", refused.text());
        assert_eq!(refused.field("name").value, name);
    }
    assert_eq!(app.count(salon, "select count(*) from purges"), 0);
}

#[test]
fn nobody_but_an_operator_sees_it_and_only_that_business() {
    let platform = Platform::new();
    let things = deleted(&platform);
    let (kind, id, _) = things[0];
    let cast = &platform.cast;
    for browser in [&cast.aoi, &cast.chika].map(|one| one.sign_in(&platform.app)) {
        assert_eq!(browser.open(&bin(&platform, "")).status, 404);
        let path = bin(&platform, &format!("/{}/{id}", kind.id()));
        assert_eq!(browser.open(&path).status, 404);
    }
    let fumiko = platform.fumiko.sign_in(&platform.app);
    let clinic = format!("/ja/operator/businesses/{}/bin", cast.clinic.id);
    assert!(!fumiko.open(&clinic).text().contains("旧"));
    let elsewhere = format!("{clinic}/{}/{id}", kind.id());
    assert_eq!(fumiko.open(&elsewhere).status, 404);
}
