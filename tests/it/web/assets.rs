//! Styles, scripts and pictures: named by content, packed, light, and nothing else is given away.

use actix_web::{App, http::StatusCode, test as actix};
use flate2::read::GzDecoder;
pub use omotenashi::web::assets::url;
use omotenashi::web::{
    assets::{self, BUNDLES, slim_css, slim_js, weight},
    ui::icon::Icon,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::Read,
    path::Path,
};

async fn get(
    path: &str,
    headers: &[(&str, &str)],
) -> (StatusCode, BTreeMap<String, String>, Vec<u8>) {
    let site = actix::init_service(App::new().configure(assets::configure)).await;
    let mut request = actix::TestRequest::get().uri(path);
    for (name, value) in headers {
        request = request.insert_header((*name, *value));
    }
    let answer = actix::call_service(&site, request.to_request()).await;
    let status = answer.status();
    let headers = answer
        .headers()
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .collect();
    (status, headers, actix::read_body(answer).await.to_vec())
}

fn files(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.display().to_string());
            }
        }
    }
    found
}

#[actix_web::test]
async fn a_bundle_is_kept_for_ever_under_the_name_of_its_content() {
    let (status, headers, body) = get(url("site.css"), &[]).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(headers["content-type"], "text/css; charset=utf-8");
    assert_eq!(
        headers["cache-control"],
        "public, max-age=31536000, immutable"
    );
    assert!(headers.contains_key("etag"));
    assert!(!headers.contains_key("content-encoding"));
    assert!(String::from_utf8(body).unwrap().starts_with("@layer"));
}

#[actix_web::test]
async fn it_comes_packed_to_whom_takes_it_packed_and_the_content_is_the_same() {
    let plain = get(url("site.css"), &[]).await.2;
    let (_, headers, packed) = get(url("site.css"), &[("accept-encoding", "gzip, br")]).await;
    assert_eq!(headers["content-encoding"], "gzip");
    assert_eq!(headers["vary"], "accept-encoding");
    let mut unpacked = Vec::new();
    GzDecoder::new(packed.as_slice())
        .read_to_end(&mut unpacked)
        .unwrap();
    assert_eq!(unpacked, plain);

    for refusal in ["identity", "gzip;q=0", "br"] {
        let (_, headers, _) = get(url("site.css"), &[("accept-encoding", refusal)]).await;
        assert!(!headers.contains_key("content-encoding"), "{refusal}");
    }
}

#[actix_web::test]
async fn who_has_it_already_is_told_so() {
    let (_, headers, _) = get(url("site.js"), &[]).await;
    let tag = headers["etag"].clone();
    let (status, headers, body) = get(url("site.js"), &[("if-none-match", &tag)]).await;
    assert_eq!(status, StatusCode::NOT_MODIFIED);
    assert_eq!(headers["etag"], tag);
    assert!(headers.contains_key("cache-control") && headers.contains_key("vary"));
    assert!(body.is_empty());
    let (status, _, _) = get(url("site.js"), &[("if-none-match", "W/\"other\"")]).await;
    assert_eq!(status, StatusCode::OK);
}

#[actix_web::test]
async fn an_unknown_name_or_hash_is_not_found() {
    let right = url("site.css");
    for wrong in [
        "/static/0000000000000000/site.css".to_owned(),
        right.replace("site.css", "other.css"),
        right.replace("site.css", "../Cargo.toml"),
        right.replace("site.css", "css/tokens.css"),
        url("no such thing").to_owned(),
    ] {
        assert_eq!(get(&wrong, &[]).await.0, StatusCode::NOT_FOUND, "{wrong}");
    }
}

#[actix_web::test]
async fn a_picture_says_what_it_is() {
    let (status, headers, _) = get(url("img/demo/salon.svg"), &[]).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(headers["content-type"], "image/svg+xml");
}

#[test]
fn comments_and_indentation_go_and_what_is_in_quotation_marks_stays() {
    assert_eq!(
        slim_css("/* why */\na {\n  content: \"/* no */  \\\" \";\n\n  top: 0; /* x */\n}\n"),
        "a {\ncontent: \"/* no */  \\\" \";\ntop: 0; \n}\n"
    );
    assert_eq!(
        slim_js("// why\nconst a = 1;\n\n  f(\"// no\");\n"),
        "const a = 1;\nf(\"// no\");\n"
    );
}

#[test]
fn everything_keeps_within_its_weight() {
    for (name, most) in [
        ("site.css", 8 * 1024),
        ("site.js", 3 * 1024),
        // Behind the counter a page may weigh 150 KB, and no guest ever loads it (UX 10.3).
        ("desk.css", 8 * 1024),
        ("desk.js", 6 * 1024),
        ("worker.js", 3 * 1024),
        ("icons/sprite.svg", 2 * 1024),
    ] {
        let (_, packed) = weight(name).unwrap();
        assert!(packed <= most, "{name} weighs {packed}, {most} is the most");
    }
    let (plain, _) = weight("icons/sprite.svg").unwrap();
    assert!(plain <= 4 * 1024, "the sprite is {plain}");
    for picture in ["salon", "dental", "kappo", "yoga", "cleaning"] {
        let (plain, _) = weight(&format!("img/demo/{picture}.svg")).unwrap();
        assert!(plain <= 6 * 1024, "{picture} is {plain}");
    }
}

#[test]
fn every_style_and_script_is_in_a_bundle_and_every_part_of_a_bundle_exists() {
    let bundled: BTreeSet<&str> = BUNDLES
        .iter()
        .flat_map(|(_, parts)| parts.iter().copied())
        .collect();
    let root = format!("{}/static/", env!("CARGO_MANIFEST_DIR"));
    let there: BTreeSet<String> = files("static/css")
        .into_iter()
        .chain(files("static/js"))
        .map(|path| path.replace(&root, ""))
        .collect();
    let there: BTreeSet<&str> = there.iter().map(String::as_str).collect();
    assert_eq!(bundled, there);
}

#[test]
fn every_name_asked_for_in_a_template_exists() {
    let mut asked = 0;
    for path in files("templates") {
        let text = fs::read_to_string(&path).unwrap();
        for part in text.split("assets::url(\"").skip(1) {
            let name = part.split('"').next().unwrap();
            assert!(weight(name).is_some(), "{path} asks for {name}");
            asked += 1;
        }
    }
    assert!(asked > 5);
}

#[test]
fn the_sprite_and_the_list_of_icons_agree() {
    let sprite = fs::read_to_string(format!(
        "{}/static/icons/sprite.svg",
        env!("CARGO_MANIFEST_DIR")
    ))
    .unwrap();
    let drawn: BTreeSet<&str> = sprite
        .split("<symbol id=\"")
        .skip(1)
        .map(|part| part.split('"').next().unwrap())
        .collect();
    let listed: BTreeSet<&str> = Icon::ALL.iter().map(|icon| icon.id()).collect();
    assert_eq!(drawn, listed);
}

#[test]
fn scripts_put_no_markup_into_pages_and_carry_no_text_of_several_lines() {
    for path in files("static/js") {
        let text = fs::read_to_string(&path).unwrap();
        for never in ["innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "`"] {
            assert!(!text.contains(never), "{path} has {never}");
        }
        assert!(text.lines().count() < 100, "{path} is long");
    }
}
