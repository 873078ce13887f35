//! Every piece on pages like the real ones, in both languages: they are drawn, looked through for
//! what no page may have, and, when `OC_GALLERY` names a folder, put there to be looked at
//! (`python3 -m http.server --bind 127.0.0.1` in that folder shows them).

mod customer;
mod desk;
mod words;

use crate::web::assets::url;
use actix_web::{App, test as actix};
use omotenashi::web::assets::{self, BUNDLES};
use scraper::{Html, Selector};
use std::{collections::BTreeSet, env, fs, path::Path};
use words::{Ctx, Lang};

fn pages() -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for lang in [Lang::Ja, Lang::En] {
        for (name, html) in customer::pages(lang).into_iter().chain(desk::pages(lang)) {
            pages.push((format!("{name}.{}.html", lang.code()), html));
        }
    }
    pages
}

fn all<'a>(page: &'a Html, selector: &str, attribute: &str) -> Vec<&'a str> {
    page.select(&Selector::parse(selector).unwrap())
        .filter_map(|element| element.value().attr(attribute))
        .collect()
}

fn count(page: &Html, selector: &str) -> usize {
    page.select(&Selector::parse(selector).unwrap()).count()
}

#[test]
fn no_page_has_a_style_or_a_script_of_its_own() {
    for (name, html) in pages() {
        let page = Html::parse_document(&html);
        assert_eq!(count(&page, "[style], style"), 0, "{name}");
        assert_eq!(count(&page, "script:not([src])"), 0, "{name}");
        for handler in ["onclick", "onchange", "onsubmit", "onload"] {
            assert_eq!(count(&page, &format!("[{handler}]")), 0, "{name}");
        }
    }
}

#[test]
fn every_id_is_once_on_its_page_and_every_reference_leads_somewhere() {
    for (name, html) in pages() {
        let page = Html::parse_document(&html);
        let ids = all(&page, "[id]", "id");
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(
            ids.len(),
            known.len(),
            "{name}: an id stands twice: {ids:?}"
        );
        let mut wanted = all(&page, "label[for]", "for");
        wanted.extend(all(&page, "[aria-labelledby]", "aria-labelledby"));
        for list in all(&page, "[aria-describedby]", "aria-describedby") {
            wanted.extend(list.split(' '));
        }
        wanted.extend(
            all(&page, "a[href^='#']", "href")
                .iter()
                .map(|link| &link[1..]),
        );
        for id in wanted {
            assert!(known.contains(id), "{name}: nothing has the id {id}");
        }
    }
}

#[test]
fn no_form_stands_in_another() {
    for (name, html) in pages() {
        let written = html.matches("<form").count();
        let page = Html::parse_document(&html);
        assert_eq!(
            count(&page, "form"),
            written,
            "{name}: a browser drops the inner form"
        );
    }
}

#[test]
fn every_page_has_one_heading_one_main_and_a_language() {
    for (name, html) in pages() {
        let page = Html::parse_document(&html);
        assert_eq!(count(&page, "h1"), 1, "{name}");
        assert_eq!(count(&page, "main"), 1, "{name}");
        assert_eq!(
            all(&page, "html", "lang"),
            [&name[name.len() - 7..name.len() - 5]]
        );
        assert!(
            !all(&page, "a[lang]", "lang").is_empty() || name.starts_with("paper"),
            "{name}"
        );
    }
}

#[test]
fn the_heaviest_customer_page_is_light() {
    for (name, html) in customer::pages(Lang::Ja) {
        assert!(html.len() < 40 * 1024, "{name} weighs {}", html.len());
    }
}

#[test]
fn what_people_write_stays_text() {
    let typed = "<b>\"&'";
    let field = omotenashi::web::ui::text_field::TextField {
        name: "name".into(),
        value: typed.into(),
        complaint: Some(typed.into()),
        ..Default::default()
    };
    let drawn = field.to_string();
    assert!(!drawn.contains("<b>"), "{drawn}");
    let page = Html::parse_fragment(&drawn);
    assert_eq!(all(&page, "input", "value"), [typed]);
}

#[actix_web::test]
async fn they_are_put_where_they_can_be_looked_at() {
    let kept = env::var_os("OC_GALLERY");
    let temporary = tempfile::tempdir().unwrap();
    let folder = kept.as_ref().map_or(temporary.path(), Path::new);
    fs::create_dir_all(folder).unwrap();
    let pages = pages();
    assert!(pages.len() >= 20);
    let mut names: BTreeSet<String> = BUNDLES.iter().map(|(name, _)| url(name).into()).collect();
    for (name, html) in &pages {
        fs::write(folder.join(name), html).unwrap();
        for part in html.split("/static/").skip(1) {
            let end = part.find(['"', '#']).unwrap();
            names.insert(format!("/static/{}", &part[..end]));
        }
    }
    let site = actix::init_service(App::new().configure(assets::configure)).await;
    for name in names {
        let request = actix::TestRequest::get().uri(&name).to_request();
        let answer = actix::call_service(&site, request).await;
        assert!(answer.status().is_success(), "{name}");
        let file = folder.join(&name[1..]);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, actix::read_body(answer).await).unwrap();
    }
}
