//! What is written down of a panic.

use crate::support::log;
use omotenashi::cli::log::panicked;
use std::panic;

#[test]
fn of_a_panic_the_place_is_written_down_and_not_what_it_quotes() {
    const WORDS: &str = "山田花子のメモ";
    log::keep();
    let others = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        // Beside this one, other tests fail in their own words.
        match panic
            .location()
            .is_some_and(|place| place.file() == file!())
        {
            true => panicked(panic),
            false => others(panic),
        }
    }));
    let end = WORDS.len() - 1;
    let caught = panic::catch_unwind(|| WORDS[..end].to_owned());
    assert!(caught.is_err());
    let lines = log::lines(file!());
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].contains("ERROR") && lines[0].contains("panicked"));
    assert!(log::lines(WORDS).is_empty());
}
