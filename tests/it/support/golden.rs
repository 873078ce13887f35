//! Expected text in files of `tests/it/golden`. `OC_GOLDEN=write` writes them anew; the difference is then read and
//! committed like any other change.

use std::{env, fs, path::Path};

/// Compares with the file of this name.
pub fn check(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/it/golden")
        .join(name);
    if env::var_os("OC_GOLDEN").is_some_and(|value| value == "write") {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let differs = expected
        .lines()
        .zip(text.lines())
        .position(|(old, new)| old != new)
        .unwrap_or_else(|| expected.lines().count().min(text.lines().count()));
    assert!(
        expected == text,
        "{name} differs from line {}:\n{}\n(OC_GOLDEN=write accepts this)",
        differs + 1,
        text.lines()
            .skip(differs)
            .take(5)
            .collect::<Vec<_>>()
            .join("\n")
    );
}
