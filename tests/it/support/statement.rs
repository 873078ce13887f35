//! What the statement of accessibility says was judged, held to what is.

use omotenashi::{base::clock::Clock, web::public::accessibility::Results};
use std::{collections::BTreeMap, fs, path::Path, sync::Mutex};

/// Where the results stand.
const FILE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/src/web/public/accessibility/results.json"
);

/// The fewest screens that each round of this run saw in a language.
static FEWEST: Mutex<BTreeMap<String, usize>> = Mutex::new(BTreeMap::new());

/// Fails unless the statement says of this round that it saw no more screens than it did, in this language. With `OC_RECORD`
/// set what was seen is written there instead, with the day of today.
pub fn holds(name: &str, screens: usize) {
    let mut all = FEWEST.lock().unwrap();
    let fewest = all.entry(name.to_owned()).or_insert(screens);
    *fewest = screens.min(*fewest);
    let mut results: Results = serde_json::from_str(&fs::read_to_string(FILE).unwrap()).unwrap();
    let said = results.screens.get(name).copied();
    if std::env::var_os("OC_RECORD").is_some() {
        if said == Some(*fewest) {
            return;
        }
        results.screens.insert(name.to_owned(), *fewest);
        results.on = Clock::default().now().date_naive();
        results.axe = axe();
        let text = serde_json::to_string_pretty(&results).unwrap();
        fs::write(Path::new(FILE), text + "\n").unwrap();
        return;
    }
    assert!(
        said.is_some_and(|said| said <= screens),
        "results.json says {said:?} of {name}, {screens} were seen: OC_RECORD=1 writes it there"
    );
}

/// The version of axe that judges.
pub fn axe() -> String {
    let package = concat!(env!("CARGO_MANIFEST_DIR"), "/tools/package.json");
    let package: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(package).unwrap()).unwrap();
    let version = package["devDependencies"]["axe-core"]
        .as_str()
        .or(package["dependencies"]["axe-core"].as_str());
    version.unwrap().to_owned()
}
