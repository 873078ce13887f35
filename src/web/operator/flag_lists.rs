//! For whom a feature is on, as operators write it: people by address, businesses by their word in addresses, one a line.
//! What is kept are keys. Who is gone meanwhile stands there as a key and may stay: a list that became empty by itself would
//! let everybody in.

use crate::{
    base::{
        ids::{BusinessId, UserId},
        msg::Msg,
        text,
    },
    db::{self, PlatformTx},
    domain::{accounts::people, businesses::directory, platform::flag::Flag},
    web::{
        error::Error, form::Errors, gate::operator, page::PageCtx, session::SignedIn, site::Site,
    },
};
use std::collections::HashMap;
use uuid::Uuid;

/// The longest list of people or businesses.
const LONGEST_LIST: usize = 200;

/// Both lists: as keys, or as they are written.
#[derive(Clone, Debug, Default)]
pub struct Lists<T> {
    pub users: T,
    pub businesses: T,
}

/// The lists of a flag, as they are written.
pub fn written(tx: &mut PlatformTx<'_>, flag: &Flag) -> db::Result<Lists<String>> {
    let users: Vec<UserId> = flag.users.iter().copied().map(UserId).collect();
    let users = people::addresses(tx, &users)?;
    let businesses: Vec<BusinessId> = flag.businesses.iter().copied().map(BusinessId).collect();
    let businesses = directory::slugs(tx, &businesses)?;
    let lines = |keys: &[Uuid], words: HashMap<Uuid, String>| {
        let word = |key: &Uuid| words.get(key).cloned().unwrap_or_else(|| key.to_string());
        let lines: Vec<String> = keys.iter().map(word).collect();
        lines.join("\n")
    };
    Ok(Lists {
        users: lines(
            &flag.users,
            of_keys(users.into_iter().map(|(id, word)| (id.0, word))),
        ),
        businesses: lines(
            &flag.businesses,
            of_keys(businesses.into_iter().map(|(id, word)| (id.0, word))),
        ),
    })
}

/// The keys of what was typed, or the complaints about what nobody is called. `known` may stay, whoever they are.
pub async fn parsed(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (typed, known): (&Lists<&str>, Option<&Flag>),
    errors: &mut Errors,
) -> Result<Option<Lists<Vec<Uuid>>>, Error> {
    let (users, businesses) = (words(typed.users), words(typed.businesses));
    let mut is_short = true;
    for (field, list) in [("users", &users), ("businesses", &businesses)] {
        if list.len() > LONGEST_LIST {
            errors.add(
                field,
                Msg::new("operators-flag-list-long").with("max", LONGEST_LIST),
            );
            is_short = false;
        }
    }
    if !is_short {
        return Ok(None);
    }
    let sought = (users.clone(), businesses.clone());
    let found: db::Result<_> = operator::look(site, ctx, signed_in, move |tx, _| {
        Ok((
            people::of_addresses(tx, &sought.0)?,
            directory::of_slugs(tx, &sought.1)?,
        ))
    })
    .await?;
    let (people, shops) = found?;
    let people = of_words(people.into_iter().map(|(id, word)| (id.0, word)));
    let shops = of_words(shops.into_iter().map(|(id, word)| (id.0, word)));
    let users = keys(&users, &people, known.map(|flag| flag.users.as_slice()));
    let businesses = keys(
        &businesses,
        &shops,
        known.map(|flag| flag.businesses.as_slice()),
    );
    match (users, businesses) {
        (Ok(users), Ok(businesses)) => Ok(Some(Lists { users, businesses })),
        (users, businesses) => {
            if let Err(unknown) = users {
                errors.add(
                    "users",
                    Msg::new("operators-flag-users-unknown").with("who", unknown),
                );
            }
            if let Err(unknown) = businesses {
                errors.add(
                    "businesses",
                    Msg::new("operators-flag-businesses-unknown").with("which", unknown),
                );
            }
            Ok(None)
        }
    }
}

/// The key of each word, each once; or the words that nobody is called.
fn keys(
    words: &[String],
    found: &HashMap<String, Uuid>,
    known: Option<&[Uuid]>,
) -> Result<Vec<Uuid>, String> {
    let (mut keys, mut unknown) = (Vec::new(), Vec::new());
    for word in words {
        let stays = |key: &Uuid| known.is_some_and(|known| known.contains(key));
        let key = found.get(word).copied();
        match key.or_else(|| word.parse().ok().filter(stays)) {
            Some(key) if keys.contains(&key) => {}
            Some(key) => keys.push(key),
            None => unknown.push(word.as_str()),
        }
    }
    if unknown.is_empty() {
        Ok(keys)
    } else {
        Err(unknown.join(", "))
    }
}

/// One a line, or with commas between them, in any width and case.
fn words(typed: &str) -> Vec<String> {
    text::ascii(typed)
        .split([',', '\n', '\r', ' ', '\t', '、', '，'])
        .map(|word| word.trim().to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}

fn of_keys(pairs: impl Iterator<Item = (Uuid, String)>) -> HashMap<Uuid, String> {
    pairs.collect()
}

fn of_words(pairs: impl Iterator<Item = (Uuid, String)>) -> HashMap<String, Uuid> {
    pairs
        .map(|(key, word)| (word.to_lowercase(), key))
        .collect()
}
