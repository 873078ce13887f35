//! `omotenashi mail test`: a letter that is sent at once, and what the mail server says to it, word for word but for passwords.

use super::{log, say};
use crate::{
    app,
    base::{clock::Clock, lang::Lang},
    config::Config,
    i18n::Words,
    mail::{Conversation, conversation::Trouble},
    work::mail_test,
};
use uuid::Uuid;

/// What is to be done.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum Step {
    /// Send a letter to an address, and show what is said with the mail server
    Test {
        /// To whom
        address: String,
    },
}

/// Does it. No database is asked.
pub fn run(config: &Config, step: &Step) -> Result<(), String> {
    log::start(config);
    let Step::Test { address } = step;
    let mailer = app::mailer(config).map_err(|error| error.to_string())?;
    let t = Words::of(Lang::En);
    let key = Uuid::new_v4().to_string();
    let letter = mail_test::letter(t, mailer.from_address(), (address, &key));
    let runtime = tokio::runtime::Runtime::new().map_err(|error| error.to_string())?;
    let held = runtime.block_on(mailer.try_out(&letter, Clock::default().now()));
    show(&held);
    match held.trouble {
        None => {
            say(&t.mailtest_gone());
            Ok(())
        }
        Some(trouble) => Err(advice(t, trouble)),
    }
}

fn show(held: &Conversation) {
    for step in &held.steps {
        if !step.said.is_empty() {
            say(&format!("> {}", step.said));
        }
        for line in &step.answered {
            say(&format!("< {line}"));
        }
    }
}

/// What was wrong, and what mends it.
fn advice(t: Words, trouble: Trouble) -> String {
    t.of_family("mailtest-trouble", trouble.name())
}
