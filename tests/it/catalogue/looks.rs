//! The pages of the catalogue, looked at in the real browser in both languages.

use super::house;
use crate::support::{app::TestApp, build::a_service, chromium::Chromium, eye::Eye, people::Cast};
use serde_json::json;
use uuid::Uuid;

/// The words that a way through the pages needs.
struct Tongue {
    code: &'static str,
    office: &'static str,
    menu: &'static str,
    new: &'static str,
    save: &'static str,
    save_look: &'static str,
    check: &'static str,
    cut: &'static str,
    hide: &'static str,
    category: &'static str,
    edit: &'static str,
    resources: &'static str,
    resource: &'static str,
    sato: &'static str,
    delete: &'static str,
    policies: &'static str,
    policy: &'static str,
}

const TONGUES: [Tongue; 2] = [
    Tongue {
        code: "ja",
        office: "お店の管理",
        menu: "メニュー",
        new: "メニューを追加",
        save: "保存",
        save_look: "この内容で保存",
        check: "変更の確認",
        cut: "カット",
        hide: "非公開にする",
        category: "カテゴリを追加",
        edit: "カテゴリを変更",
        resources: "スタッフ・席・設備",
        resource: "スタッフ・席・設備を追加",
        sato: "佐藤",
        delete: "削除",
        policies: "キャンセルポリシー",
        policy: "ポリシーを追加",
    },
    Tongue {
        code: "en",
        office: "Manage your shop",
        menu: "Menu",
        new: "Add service",
        save: "Save",
        save_look: "Save",
        check: "Check the change",
        cut: "Haircut",
        hide: "Hide from guests",
        category: "Add category",
        edit: "Edit category",
        resources: "Staff, rooms and equipment",
        resource: "Add staff, room or equipment",
        sato: "Sato",
        delete: "Delete",
        policies: "Cancellation policies",
        policy: "Add policy",
    },
];

#[test]
fn every_page_of_the_catalogue_is_whole_in_each_size_and_light() {
    let (app, cast, aoi) = house();
    let hair = furnish(&app, &cast);
    let business = cast.salon.id;
    let Some(window) = Chromium::open(&app) else {
        return;
    };
    for tongue in &TONGUES {
        window.as_of(&aoi);
        let mut eye = Eye::new(&window, true);
        let path = |rest: &str| format!("/{}/owner/aoi-salon{rest}", tongue.code);
        eye.visit(&path(""), tongue.office);
        eye.visit(&path("/menu"), tongue.menu);
        window.execute("document.querySelector('details').open = true");
        eye.look("the menu, what was deleted unfolded");
        eye.visit(&path("/menu/new"), tongue.new);
        eye.press_in_vain(tongue.save, tongue.new);
        eye.visit(&path(&format!("/menu/{}", cast.cut.id)), tongue.cut);
        app.execute(
            business,
            "update catalog.services set price_cents = price_cents + 100 where name_ja = 'カット'",
        );
        eye.press_in_vain(tongue.save, tongue.cut);
        eye.visit(&path(&format!("/menu/{}", cast.cut.id)), tongue.cut);
        window.fill("minutes", "90").fill("buffer_after", "15");
        window.press(tongue.save);
        eye.arrives(tongue.check).look("a longer service");
        eye.visit(&path(&format!("/menu/{}", cast.cut.id)), tongue.cut);
        window.press(tongue.hide);
        eye.arrives(tongue.check)
            .look("a service about to be hidden");
        planned(&app, &cast, &mut eye, tongue);
        eye.visit(&path("/menu/categories/new"), tongue.category);
        eye.visit(&path(&format!("/menu/categories/{hair}")), tongue.edit);
        eye.visit(&path("/resources"), tongue.resources);
        eye.visit(&path("/resources/new"), tongue.resource);
        eye.press_in_vain(tongue.save, tongue.resource);
        eye.visit(
            &path(&format!("/resources/{}", cast.salon.staff[0])),
            tongue.sato,
        );
        eye.press_in_vain(tongue.delete, tongue.sato);
        eye.visit(
            &path(&format!("/resources/{}", cast.salon.staff[0])),
            tongue.sato,
        );
        window.execute("document.querySelector('[name=active]').checked = false");
        window.press(tongue.save);
        eye.arrives(tongue.check).look("somebody about to rest");
        eye.visit(&path("/policies"), tongue.policies);
        eye.visit(&path("/policies/new"), tongue.policy);
        eye.press_in_vain(tongue.save, tongue.policy);
        window
            .fill("name", &format!("{} 100", tongue.code))
            .fill("hours-1", "500")
            .fill("percent-1", "100");
        window.press(tongue.save);
        eye.arrives(tongue.policies).look("a harsh policy");
        window.as_of(&cast.ben.sign_in(&app));
        window.visit(&path("/menu"));
        eye.look("no right");
        eye.close("office/catalogue");
    }
}

/// What is planned for a date: the look, and where it stands; of a service, of a policy, and of what cannot be read.
fn planned(app: &TestApp, cast: &Cast, eye: &mut Eye<'_>, tongue: &Tongue) {
    let (salon, window) = (cast.salon.id, eye.window);
    let approvals = match tongue.code {
        "ja" => "承認制のメニュー",
        _ => "Services on request",
    };
    let page = format!("/{}/owner/aoi-salon/menu/approval", tongue.code);
    eye.visit(&page, approvals);
    let cut = format!("/{}/owner/aoi-salon/menu/{}", tongue.code, cast.cut.id);
    window.visit(&cut);
    eye.arrives(tongue.cut);
    window.fill("minutes", "90").fill("price", "7000");
    window.fill("valid_from", "2026-11-30").press(tongue.save);
    eye.arrives(tongue.check).look("a change for a date");
    window.press(tongue.save_look);
    eye.arrives(tongue.cut).look("a service with a plan");
    let row = json!({"business_id": salon, "name": tongue.code, "hours_before": 24, "penalty_percent": 50});
    let policy = app.insert(salon, "catalog.cancellation_policies", row);
    let policy = format!("/{}/owner/aoi-salon/policies/{policy}", tongue.code);
    window.visit(&policy);
    eye.arrives(tongue.code);
    window
        .fill("percent-1", "80")
        .fill("valid_from", "2026-11-30");
    window.press(tongue.save);
    window.until("document.querySelector('#plan')");
    eye.look("a policy with a plan");
    let strange = "update catalog.service_changes set setup_json = '{}'";
    assert_eq!(app.execute(salon, strange), 1);
    eye.visit(&cut, tongue.cut);
    let gone = "delete from catalog.service_changes";
    assert_eq!(app.execute(salon, gone), 1);
}

/// A menu with headings, long names, hidden things and deleted ones; returns the key of a heading.
fn furnish(app: &TestApp, cast: &Cast) -> Uuid {
    let business = cast.salon.id;
    let own = |mut row: serde_json::Value| {
        row["business_id"] = json!(business);
        row
    };
    let hair = app.insert(
        business,
        "catalog.categories",
        own(json!({"name_ja": "ヘアメニュー", "name_en": "Hair"})),
    );
    app.insert(
        business,
        "catalog.categories",
        own(json!({"name_ja": "空のカテゴリ", "sort_order": 1})),
    );
    app.insert(
        business,
        "scheduling.resources",
        own(json!({"name": "個室", "resource_type": "room", "capacity": 4})),
    );
    let stop = "update scheduling.resources set takes_online = false where name = '鈴木'";
    assert_eq!(app.execute(business, stop), 1);
    for name in [
        "とても長い名前のメニュー（縮毛矯正とトリートメントとヘッドスパ）",
        "カラー",
    ] {
        a_service(app, &cast.salon)
            .named(name, "")
            .with(json!({"category": hair, "is_active": false}))
            .build();
    }
    a_service(app, &cast.salon)
        .named("昔のメニュー", "")
        .with(json!({"deleted_at": "2026-11-01"}))
        .build();
    hair
}
