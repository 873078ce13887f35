//! What a form of many boxes carries: names and values, as typed or as they are kept.

use serde::Deserialize;
use std::collections::HashMap;

/// Values by the names of their boxes.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Answers(HashMap<String, String>);

impl Answers {
    /// What a box holds; empty where there was none.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// All that is filled in, by name.
    pub fn filled(&self) -> Vec<(String, String)> {
        let filled = self.0.iter().filter(|(_, value)| !value.is_empty());
        let mut all: Vec<_> = filled
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        all.sort();
        all
    }

    /// Whether the form had such a box.
    pub fn knows(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Whether a box is ticked.
    pub fn has(&self, name: &str) -> bool {
        self.get(name) == "yes"
    }

    /// Fills a box.
    pub fn put(&mut self, name: impl Into<String>, value: impl ToString) {
        self.0.insert(name.into(), value.to_string());
    }

    /// Ticks a box, or takes the tick away.
    pub fn tick(&mut self, name: impl Into<String>, ticked: bool) {
        self.put(name, if ticked { "yes" } else { "" });
    }
}
