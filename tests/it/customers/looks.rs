//! The pages about guests, looked at in the real browser.

use super::{CARDS, a_card, house};
use crate::support::{app::TestApp, build::a_booking, chromium::Chromium, eye::Eye, people::Cast};
use omotenashi::base::ids::CustomerId;
use serde_json::json;

/// The words that a way through the pages needs.
struct Tongue {
    code: &'static str,
    list: &'static str,
    search: &'static str,
    narrow: &'static str,
    new: &'static str,
    save: &'static str,
    guest: &'static str,
    edit: &'static str,
    note: &'static str,
    block: &'static str,
    deleted: &'static str,
    duplicates: &'static str,
    merge: &'static str,
    export: &'static str,
    import: &'static str,
    check: &'static str,
    take: &'static str,
}

const TONGUES: [Tongue; 2] = [
    Tongue {
        code: "ja",
        list: "お客様",
        search: "検索",
        narrow: "絞り込み",
        new: "お客様を登録",
        save: "保存",
        guest: "小川 大地 様",
        edit: "小川 大地 様の編集",
        note: "メモを保存",
        block: "制限する",
        deleted: "削除したお客様",
        duplicates: "重複の確認",
        merge: "お客様の統合",
        export: "名簿の書き出し",
        import: "名簿の取り込み",
        check: "内容を確認",
        take: "予約を追加",
    },
    Tongue {
        code: "en",
        list: "Customers",
        search: "Search",
        narrow: "Filter",
        new: "Add customer",
        save: "Save",
        guest: "小川 大地",
        edit: "Edit 小川 大地",
        note: "Save note",
        block: "Block",
        deleted: "Deleted customers",
        duplicates: "Find duplicates",
        merge: "Merge customers",
        export: "Export customers",
        import: "Import customers",
        check: "Check file",
        take: "Add booking",
    },
];

/// Everything that can stand on a card and in the list; gives the key of a second card of the same person.
fn furnish(app: &TestApp, cast: &Cast) -> CustomerId {
    let (salon, card) = (cast.salon.id, cast.booking.customer);
    for place in 0..31 {
        let name = format!("勅使河原 小百合之助{place}");
        let more = json!({"phone": format!("+8190000000{place:02}"), "no_show_count": 2, "is_vip": place % 2 == 0});
        a_card(app, cast, (&name, "テシガワラ サユリノスケ"), more);
    }
    let gone = json!({"deleted_at": "2026-11-12T00:00:00Z"});
    a_card(app, cast, ("阿部 花", "アベ ハナ"), gone);
    for (table, row) in [
        (
            "customers.customer_notes",
            json!({"note": "ジアミンにアレルギーがあり、カラーは必ずパッチテストをする", "note_type": "allergy"}),
        ),
        (
            "customers.customer_notes",
            json!({"note": "前のメモ", "deleted_at": "2026-11-12T00:00:00Z"}),
        ),
        (
            "customers.customer_tags",
            json!({"tag": "三十文字の長い長いとても長いタグをつけてみるとどうなるかの例"}),
        ),
        ("customers.customer_tags", json!({"tag": "常連"})),
    ] {
        let mut row = row;
        row["business_id"] = json!(salon);
        row["customer_id"] = json!(card);
        app.insert(salon, table, row);
    }
    let was = a_booking(app, &cast.salon, &cast.cut)
        .at("2026-11-01 10:00")
        .status("completed")
        .build();
    let theirs = format!(
        "update bookings.bookings set customer_id = '{card}' where id = '{}'",
        was.id
    );
    app.execute(salon, theirs);
    a_card(
        app,
        cast,
        ("小川 大地", "オガワ ダイチ"),
        json!({"phone": "+819012345678"}),
    );
    let more = json!({"email": "ogawa.daichi.no.nagai.address@example.com"});
    a_card(app, cast, ("小川 大地", "オガワ ダイチ"), more)
}

/// Opens whatever is folded.
const UNFOLD: &str =
    "for (const one of document.querySelectorAll('details')) one.open = true; return 0;";

fn path(tongue: &Tongue, rest: &str) -> String {
    format!("{CARDS}{rest}").replacen("/ja/", &format!("/{}/", tongue.code), 1)
}

#[test]
fn every_page_about_guests_is_whole_in_each_size_and_light() {
    let (app, cast) = house();
    let (salon, card) = (cast.salon.id, cast.booking.customer);
    furnish(&app, &cast);
    let Some(window) = Chromium::open(&app) else {
        return;
    };
    for tongue in &TONGUES {
        let mut eye = Eye::new(&window, true);
        window.as_of(&cast.aoi.sign_in(&app));
        let mark = |column: &str| {
            app.execute(
                salon,
                format!("update customers set {column} where id = '{card}'"),
            );
        };
        mark("blocked_at = null, blocked_reason = ''");
        let count = app.count(
            salon,
            "select count(*) from customers where deleted_at is null",
        );
        let people = if tongue.code == "ja" {
            "名"
        } else {
            " people"
        };
        let list = format!("{} {count}{people}", tongue.list);
        eye.visit(&path(tongue, ""), &list);
        eye.visit(
            &path(tongue, "?away=90&order=recent&part=ta"),
            &format!("{} 0{people}", tongue.list),
        );
        window.visit(&path(tongue, ""));
        window.execute(UNFOLD);
        window.fill("away", "x").press(tongue.narrow);
        window.until("document.querySelector('#errors')");
        eye.look("a number that is none");
        window.visit(&path(tongue, ""));
        window.fill("q", "誰も").press(tongue.search);
        window.until("document.querySelector('.empty')");
        eye.look("nobody found");
        eye.visit(&path(tongue, "/new"), tongue.new);
        eye.press_in_vain(tongue.save, tongue.new);
        let one = path(tongue, &format!("/{card}"));
        eye.visit(&one, tongue.guest);
        window.execute(UNFOLD);
        eye.look("all opened");
        eye.press_in_vain(tongue.note, tongue.guest);
        window.visit(&one);
        window.execute(UNFOLD);
        eye.press_in_vain(tongue.block, tongue.guest);
        mark("blocked_at = now(), blocked_reason = '料金の未払い'");
        eye.visit(&one, tongue.guest);
        eye.visit(&format!("{one}/edit"), tongue.edit);
        mark("given_name_kana = given_name_kana || 'ア', version = version + 1");
        window.fill("given_kana", "ダイチ").press(tongue.save);
        window.until("document.querySelector('#newer')");
        eye.look("two at once");
        let staff = format!(
            "/{}/staff/aoi-salon/bookings/new?customer={card}",
            tongue.code
        );
        window.visit(&staff);
        window.fill("service", &cast.cut.id.to_string());
        window.fill("date", "2026-11-24").fill("time", "14:30");
        window.press(tongue.take);
        window.until("document.querySelector('#blocked')");
        eye.look("a blocked guest at the counter");
        eye.close("office/guests");
    }
}

#[test]
fn every_page_of_what_is_done_now_and_then_is_whole() {
    let (app, cast) = house();
    let double = furnish(&app, &cast);
    let Some(window) = Chromium::open(&app) else {
        return;
    };
    for tongue in &TONGUES {
        let mut eye = Eye::new(&window, true);
        window.as_of(&cast.aoi.sign_in(&app));
        eye.visit(&path(tongue, "/deleted"), tongue.deleted);
        eye.visit(&path(tongue, "/duplicates"), tongue.duplicates);
        let pair = format!("/merge?keep={}&other={double}", cast.booking.customer);
        eye.visit(&path(tongue, &pair), tongue.merge);
        eye.visit(&path(tongue, "/export"), tongue.export);
        eye.visit(&path(tongue, "/import"), tongue.import);
        eye.press_in_vain(tongue.check, tongue.import);
        eye.close("office/guests-now-and-then");
    }
}
