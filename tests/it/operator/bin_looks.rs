//! The pages of what shops have deleted, looked at in the real browser.

use super::{
    bin::GONE,
    bin_import::{NAME, in_the_way},
    scene::Platform,
};
use crate::support::{chromium::Chromium, eye::Eye};
use serde_json::json;

#[test]
fn its_pages_are_whole_in_each_size_and_light() {
    let platform = Platform::new();
    let Some(window) = Chromium::open(&platform.app) else {
        return;
    };
    let fumiko = platform.fumiko.sign_in(&platform.app);
    let salon = platform.cast.salon.id;
    for (code, title, purge) in [
        ("ja", "サロン あおいで削除されたもの", "完全な削除"),
        ("en", "Deleted at Salon Aoi", "Delete for good"),
    ] {
        let act = ["完全に削除", "Delete for good"][usize::from(code == "en")];
        let names = "update categories set deleted_at = now()";
        platform.app.execute(salon, names);
        window.as_of(&fumiko);
        let mut eye = Eye::new(&window, true);
        let path = format!("/{code}/operator/businesses/{salon}/bin");
        eye.visit(&path, title);
        let row = json!({"business_id": salon, "name_ja": format!("旧カテゴリ{code}"), "name_en": "", "deleted_at": GONE});
        let id = platform.app.insert(salon, "catalog.categories", row);
        eye.visit(&path, title);
        eye.visit(&format!("{path}/category/{id}"), purge);
        eye.press_in_vain(act, purge);
        if code == "ja" {
            in_the_way(&platform);
        }
        window.visit(&path);
        eye.arrives(title).press_in_vain(NAME, title);
        eye.close("operators/bin");
    }
}
