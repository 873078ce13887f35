//! `omotenashi dkim`: the key that letters are signed with, and what belongs into DNS so that mailboxes believe them.

use super::say;
use crate::{
    config::Config,
    mail::dkim::{self, Settings, Signer},
};

/// Makes the key where there is none yet, and prints the records of it: the same ones every time.
pub fn run(config: &Config) -> Result<(), String> {
    let settings = config.dkim.as_ref().ok_or(
        "OC_DKIM_SELECTOR, OC_DKIM_DOMAIN and OC_DKIM_KEY_FILE must be set first (.env.example)",
    )?;
    let is_new = dkim::make(settings).map_err(|error| error.to_string())?;
    let path = settings.key_file.display();
    say(&match is_new {
        true => format!("# made {path}"),
        false => format!("# {path} was there already"),
    });
    for line in records(config, settings)? {
        say(&line);
    }
    Ok(())
}

/// The three records, each with a line above it that says what it does.
fn records(config: &Config, settings: &Settings) -> Result<Vec<String>, String> {
    let key = dkim::record(settings).map_err(|error| error.to_string())?;
    let from = from_domain(config);
    Ok(vec![
        "# DKIM: the key that letters are judged by".to_owned(),
        format!("{}. IN TXT {key}", settings.name()),
        "# SPF: who may send for the domain; in the place of relay.example the name that your mail server's keeper tells"
            .to_owned(),
        format!("{from}. IN TXT \"v=spf1 mx include:relay.example -all\""),
        "# DMARC: what becomes of letters that neither proves; p=none at first, p=quarantine once the reports are clean"
            .to_owned(),
        format!("_dmarc.{from}. IN TXT \"v=DMARC1; p=none; rua=mailto:{}\"", config.mail_from),
    ])
}

/// What `doctor` says: the key can be read, and speaks for the sender.
pub fn judged(config: &Config) -> Result<String, String> {
    let Some(settings) = &config.dkim else {
        return Ok("not set: letters are not signed".to_owned());
    };
    Signer::open(settings).map_err(|error| error.to_string())?;
    let from = from_domain(config);
    let is_own = from == settings.domain || from.ends_with(&format!(".{}", settings.domain));
    match is_own {
        true => Ok(format!("signs as {}", settings.name())),
        false => Err(format!(
            "signs for {}, and letters come from {from}: mailboxes want both to be the same (OC_MAIL_FROM)",
            settings.domain
        )),
    }
}

/// Where letters come from.
fn from_domain(config: &Config) -> String {
    let (_, domain) = config.mail_from.rsplit_once('@').unwrap_or_default();
    domain.to_lowercase()
}
