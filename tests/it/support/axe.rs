//! What axe says of a page in the real browser.

use super::chromium::{Chromium, PROJECT, missing};
use serde_json::{Value, json};
use std::{fs, path::Path};

impl Chromium {
    /// What axe finds against WCAG 2.2 AA and its best practices: one line a violation, with where it is.
    pub fn violations(&self) -> Vec<String> {
        self.axe(json!([
            "wcag2a",
            "wcag2aa",
            "wcag21a",
            "wcag21aa",
            "wcag22aa",
            "best-practice",
        ]))
    }

    /// What axe finds that depends on colours alone: enough where the same page has been judged in others.
    pub fn hard_to_read(&self) -> Vec<String> {
        let rules = ["color-contrast", "link-in-text-block"];
        self.axe(json!({"type": "rule", "values": rules}))
    }

    /// What axe finds that depends on sizes alone.
    pub fn hard_to_hit(&self) -> Vec<String> {
        let rules = ["target-size", "scrollable-region-focusable"];
        self.axe(json!({"type": "rule", "values": rules}))
    }

    fn axe(&self, only: Value) -> Vec<String> {
        let path = Path::new(PROJECT).join("tools/node_modules/axe-core/axe.min.js");
        let Ok(axe) = fs::read_to_string(path) else {
            missing("axe-core (make tools/node_modules/.package-lock.json)");
            return Vec::new();
        };
        let run = r#"const done = arguments[arguments.length - 1];
            axe.run(document, {runOnly: arguments[0], resultTypes: ["violations"], preload: false}).then((found) => done(found.violations), (why) => done(String(why)))"#;
        let found = self.ask(move |client| async move {
            let there = client.execute("return Boolean(window.axe)", Vec::new());
            if there.await? != true {
                client.execute(&axe, Vec::new()).await?;
            }
            client.execute_async(run, vec![only]).await
        });
        let found = found
            .as_array()
            .unwrap_or_else(|| panic!("axe did not run: {found}"));
        let line =
            |one: &Value| format!("{}: {} {}", one["id"], one["help"], one["nodes"][0]["html"]);
        found.iter().map(line).collect()
    }
}
