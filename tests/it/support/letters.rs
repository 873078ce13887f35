//! What the night shift has to send, done at once and read.

use super::{
    app::TestApp,
    wait::{begin, wait_for},
};
use omotenashi::{
    mail::{Letter, Mailer, Tray},
    work::{Shift, run, run_due},
};
use std::{
    sync::{Arc, Mutex, mpsc},
    time::Duration,
};
use tokio::sync::{Notify, oneshot};

impl TestApp {
    /// Does everything that is due and gives the letters of it, the oldest first.
    pub fn letters(&self) -> Vec<Letter> {
        self.letters_under(self.secret())
    }

    /// The same by a program that has this secret.
    pub fn letters_under(&self, secret: &[u8]) -> Vec<Letter> {
        let tray = Tray::new("yoyaku@booking.example.jp".parse().unwrap());
        self.work_with(Mailer::Tray(tray.clone()), secret);
        let kept = tray.letters().into_iter().rev();
        let letters: Vec<Letter> = kept.map(|kept| kept.letter).collect();
        for letter in &letters {
            assert!(!letter.text.contains("\n\n\n"), "a gap in {}", letter.text);
        }
        letters
    }

    /// Does everything that is due, with letters going this way.
    pub fn work_with(&self, mailer: Mailer, secret: &[u8]) {
        let shift = self.shift(mailer, secret);
        wait_for(async move { run_due(&shift).await }).unwrap();
    }

    /// The night shift itself, at work beside whatever a test does until it is dropped: several hands, its clock and its timetable.
    pub fn night(&self) -> Night {
        let tray = Tray::new("yoyaku@booking.example.jp".parse().unwrap());
        let shift = self.shift(Mailer::Tray(tray.clone()), self.secret());
        let (stop, stopped) = oneshot::channel::<()>();
        let (done, end) = mpsc::sync_channel(1);
        begin(async move {
            run(shift, async move { drop(stopped.await) }).await;
            done.send(()).ok();
        });
        Night {
            tray,
            stop: Some(stop),
            end: Mutex::new(end),
        }
    }

    /// What the night shift works with, with letters going this way.
    fn shift(&self, mailer: Mailer, secret: &[u8]) -> Shift {
        Shift {
            db: self.db().clone(),
            mailer,
            secret: secret.into(),
            public_url: self.url("").into(),
            former_secret: None,
            contact: self.contact.as_deref().map(Into::into),
            store: omotenashi::media::Store::default(),
            outside: omotenashi::outside::Outside::with_loopback(),
            wake: Arc::new(Notify::new()),
        }
    }

    /// The only letter that is due.
    pub fn letter(&self) -> Letter {
        let mut letters = self.letters();
        assert_eq!(letters.len(), 1, "{letters:#?}");
        letters.remove(0)
    }
}

/// A night shift at work.
pub struct Night {
    tray: Tray,
    stop: Option<oneshot::Sender<()>>,
    end: Mutex<mpsc::Receiver<()>>,
}

impl Night {
    /// The letters that it has sent last, the newest first.
    pub fn letters(&self) -> Vec<Letter> {
        let kept = self.tray.letters().into_iter();
        kept.map(|kept| kept.letter).collect()
    }
}

impl Drop for Night {
    /// It ends what it has begun.
    fn drop(&mut self) {
        drop(self.stop.take());
        let ended = self
            .end
            .lock()
            .map(|end| end.recv_timeout(Duration::from_secs(60)));
        assert!(
            matches!(ended, Ok(Ok(()))) || std::thread::panicking(),
            "the night shift does not end"
        );
    }
}

/// The path of the link that a letter carries, the same in its text and in its HTML.
pub fn link(letter: &Letter) -> String {
    let line = letter.text.lines().find(|line| line.starts_with("http"));
    let url = line.unwrap_or_else(|| panic!("no link in {}", letter.text));
    assert!(letter.html.contains(&format!("href=\"{url}\"")));
    let (_, rest) = url.split_once("://").unwrap();
    rest[rest.find('/').unwrap()..].to_owned()
}
