//! What the site in this process writes down: shown to somebody who looks for it (`OC_LOG=debug cargo test …`), and kept
//! for tests that ask for the lines of one request.

use std::{
    io::{self, Write},
    sync::{Mutex, Once},
};
use tracing_subscriber::{EnvFilter, fmt::MakeWriter};

static KEPT: Mutex<String> = Mutex::new(String::new());

/// Begins to keep it.
pub fn keep() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let wanted = match std::env::var_os("OC_LOG") {
            Some(wanted) => wanted.to_string_lossy().into_owned(),
            None => "off,omotenashi=warn,alarm=warn".to_owned(),
        };
        tracing_subscriber::fmt()
            .with_env_filter(EnvFilter::new(wanted))
            .with_ansi(false)
            .with_writer(Keeper)
            .init();
    });
}

/// The lines that have this word: a request's number is in no other test's.
pub fn lines(word: &str) -> Vec<String> {
    let kept = KEPT.lock().unwrap();
    kept.lines()
        .filter(|line| line.contains(word))
        .map(str::to_owned)
        .collect()
}

struct Keeper;

impl<'a> MakeWriter<'a> for Keeper {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        Self
    }
}

impl Write for Keeper {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if std::env::var_os("OC_LOG").is_some() {
            io::stderr().write_all(bytes)?;
        }
        KEPT.lock()
            .unwrap()
            .push_str(&String::from_utf8_lossy(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
