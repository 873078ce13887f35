//! Reads `locales/` before the crate is compiled: refuses what is missing, doubled or different
//! between the languages, and writes one method per message, so that a wrong message id or a
//! missing argument in a page does not compile. `tests/it/i18n/catalogue.rs` tries each refusal.

mod check;
mod gather;
mod sentence;
mod write;

pub use check::check;
pub use sentence::{Sentences, Source};
pub use write::method;

use std::{
    env, fs,
    io::{self, Write as _},
    path::Path,
    process::ExitCode,
};

/// The language that is written first; the others are held against it.
const ORIGINAL: &str = "ja";

fn main() -> io::Result<ExitCode> {
    let root = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let root = Path::new(&root);
    let mut cargo = io::stdout();
    for watched in ["locales", "migrations"] {
        // a folder that does not exist would make cargo run this script every time
        if root.join(watched).exists() {
            writeln!(cargo, "cargo::rerun-if-changed={watched}")?;
        }
    }
    let sources = read(&root.join("locales"))?;
    match check(&sources) {
        Ok(languages) => {
            let target = env::var_os("OUT_DIR").unwrap_or_default();
            let rust = write::words(&sources, &languages);
            fs::write(Path::new(&target).join("words.rs"), rust)?;
            Ok(ExitCode::SUCCESS)
        }
        Err(complaints) => {
            for complaint in complaints {
                writeln!(cargo, "cargo::error={complaint}")?;
            }
            Ok(ExitCode::FAILURE)
        }
    }
}

/// Reads `<folder>/<language>/<file>.ftl`, in the order of their names.
pub fn read(folder: &Path) -> io::Result<Vec<Source>> {
    let mut sources = Vec::new();
    for language in fs::read_dir(folder)? {
        let language = language?;
        if !language.file_type()?.is_dir() {
            continue;
        }
        for file in fs::read_dir(language.path())? {
            let path = file?.path();
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            if path.extension().is_some_and(|extension| extension == "ftl") {
                sources.push(Source {
                    language: language.file_name().to_string_lossy().into_owned(),
                    file: name.into_owned(),
                    text: fs::read_to_string(&path)?,
                });
            }
        }
    }
    sources.sort_by(|a, b| (&a.language, &a.file).cmp(&(&b.language, &b.file)));
    Ok(sources)
}
