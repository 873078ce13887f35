//! The files as browsers get them.

use super::{PHOTOS, photo, send};
use crate::{staff::scene::Friday, support::browser::Browser};

/// The address of the one photograph of Aoi's.
fn address(friday: &Friday) -> String {
    let page = send(&friday.aoi(), PHOTOS, &[("photo.jpg", photo(400))]);
    let document = page.document();
    document.attribute("ol.photos img", "src").unwrap()
}

#[test]
fn a_photograph_is_kept_for_ever_typed_by_us_and_fetched_by_anybody() {
    let friday = Friday::new();
    let address = address(&friday);
    assert!(
        address.starts_with("/media/") && address.ends_with("/400.jpg"),
        "{address}"
    );
    let stranger = friday.app.browser();
    let fetched = stranger.visit(&address);
    assert_eq!(fetched.status, 200);
    for (name, value) in [
        ("content-type", "image/jpeg"),
        ("cache-control", "public, max-age=31536000, immutable"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(fetched.header(name), Some(value), "{name}");
    }
    assert!(fetched.header("set-cookie").is_none());
    let policy = fetched.header("content-security-policy").unwrap();
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    let tag = fetched.header("etag").unwrap().to_owned();
    let again = stranger.with_header("if-none-match", &tag).visit(&address);
    assert_eq!((again.status, again.html.len()), (304, 0));
}

#[test]
fn no_other_name_opens_anything() {
    let friday = Friday::new();
    let address = address(&friday);
    let (folder, file) = address.rsplit_once('/').unwrap();
    let stranger: Browser = friday.app.browser();
    let other = address.replace(
        &friday.cast.salon.id.to_string(),
        &friday.cast.clinic.id.to_string(),
    );
    for wrong in [
        other,
        format!("{folder}/401.jpg"),
        format!("{folder}/400.png"),
        format!("{folder}/400.jpg.html"),
        format!("{folder}/%2e%2e%2f{file}"),
        format!("{folder}/..%2F..%2F{file}"),
        format!("{folder}/"),
        address.to_uppercase().replacen("/MEDIA", "/media", 1),
        format!("/media/{}/{}/400.jpg", friday.cast.salon.id, "0".repeat(64)),
        "/media/x/y/400.jpg".to_owned(),
    ] {
        assert_eq!(stranger.visit(&wrong).status, 404, "{wrong}");
    }
}
