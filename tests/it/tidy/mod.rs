//! The house keeps its own rules: these tests read the tree, not the program.

mod asvs;
mod classes;
mod doors;
mod floors;
mod jobs;
mod languages;
mod migrations;
mod paths;
mod rust_uses;
mod sizes;
mod tables;
mod templates;
mod versions;
mod wcag;
mod words;

use std::{fs, path::Path};

/// Path and text of every file under a folder whose name ends in `.extension` (any, if it is
/// empty). A folder that does not exist has none.
pub fn files(folder: impl AsRef<Path>, extension: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.as_ref().to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if extension.is_empty() || path.extension().is_some_and(|end| end == extension) {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path.display().to_string(), text));
            }
        }
    }
    found.sort();
    found
}

/// Says all that is wrong at once.
fn nothing_wrong(complaints: &[String]) {
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}
