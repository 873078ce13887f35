//! The photographs of a shop and its mark: sent by the owner, seen by guests.

mod captions;
mod fetching;
mod looks;
mod sending;
mod shown;
mod small;

use crate::{
    media::pictures,
    staff::scene::Friday,
    support::browser::{Browser, Page},
};

/// Where they are seen to.
pub const PHOTOS: &str = "/ja/owner/aoi-salon/photos";

/// Sends files from the page of photographs, as a browser does that has no script.
pub fn send(browser: &Browser, path: &str, files: &[(&str, Vec<u8>)]) -> Page {
    let key = browser.open(PHOTOS).field("csrf").value;
    let key = key.split(',').next().unwrap_or_default().to_owned();
    post(browser, path, &key, files)
}

/// Sends files with a key of one's own.
fn post(browser: &Browser, path: &str, key: &str, files: &[(&str, Vec<u8>)]) -> Page {
    let mut body =
        format!("--edge\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{key}\r\n")
            .into_bytes();
    for (name, bytes) in files {
        let part = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"{name}\"\r\nContent-Type: image/jpeg\r\n\r\n"
        );
        body.extend(part.into_bytes());
        body.extend(bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--edge--\r\n");
    let form = browser.with_header("content-type", "multipart/form-data; boundary=edge");
    let mut page = form.send(reqwest::Method::POST, path, Some(body));
    page.browser = browser.clone();
    page.settled()
}

/// A photograph of so many pixels; each width is another photograph.
fn photo(width: u32) -> Vec<u8> {
    pictures::jpeg(&pictures::calm(width, width * 3 / 4))
}

/// Three photographs at Aoi's, in the order of their widths: 400, 500, 600.
fn three(friday: &Friday) -> Page {
    let files = [400, 500, 600].map(|width| ("photo.jpg", photo(width)));
    send(&friday.aoi(), PHOTOS, &files)
}

/// The widths of the photographs on a page, by their widest files.
fn widths(page: &Page, place: &str) -> Vec<String> {
    let document = page.document();
    let images = document.all(&format!("{place} img"));
    images
        .iter()
        .map(|image| image.attr("width").unwrap_or_default().to_owned())
        .collect()
}
