//! What a shop takes along as files, and what it brings in.

mod leaving;
mod lists;
mod looks;

use crate::support::{browser::Page, people::house};

/// Where Aoi's files are.
const FILES: &str = "/ja/owner/aoi-salon/files";

/// The rows of a file in UTF-8.
fn rows(file: &Page) -> Vec<Vec<String>> {
    assert_eq!(file.status, 200, "{}", file.text());
    let text = file.html.trim_start_matches('\u{FEFF}');
    let read = omotenashi::domain::customers::sheet::read(text).unwrap();
    read.into_iter().map(|(_, cells)| cells).collect()
}
