//! The words of one language.

use super::{Arg, load};
use crate::base::{
    lang::Lang,
    msg::{Msg, MsgArg},
};
use fluent::FluentArgs;

/// Everything the house can say, in one language: a method per message of `locales/`, written by
/// the build (arguments in alphabetical order), and the formats of `i18n::format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    lang: Lang,
}

impl Words {
    /// The words of a language.
    pub const fn of(lang: Lang) -> Self {
        Self { lang }
    }

    /// The language these words are of.
    pub const fn lang(self) -> Lang {
        self.lang
    }

    /// Says what a rule or a refusal wants said.
    pub fn msg(self, msg: &Msg) -> String {
        let args: Vec<(&str, Arg<'_>)> = msg
            .args
            .iter()
            .map(|(name, value)| {
                let value = match value {
                    MsgArg::Text(text) => Arg::from(text),
                    MsgArg::Number(number) => Arg::Number(*number),
                    MsgArg::Date(date) => Arg::from(self.date(*date)),
                    MsgArg::Named(name) => Arg::from(name.text(self.lang).to_owned()),
                };
                (*name, value)
            })
            .collect();
        self.say(msg.id, None, &args)
    }

    /// Says one of a family of messages that differ in their last words, such as the names of
    /// holidays: `of_family("format-holiday", "mountain")` is `format-holiday-mountain`. The
    /// family is written as a literal at the call: a tidy test reads it there.
    pub fn of_family(self, family: &'static str, member: &str) -> String {
        self.say(&format!("{family}-{member}"), None, &[])
    }

    /// Whether a family has this member: where what is named comes from outside the house.
    pub fn knows(self, family: &'static str, member: &str) -> bool {
        load::bundle(self.lang).has_message(&format!("{family}-{member}"))
    }

    /// Looks a message up and fills it in. The build has checked what the methods ask for; what a
    /// `Msg` asks for is checked by a tidy test, and if it is wrong all the same, the page still
    /// comes, with the id in the sentence's place, and the log says so.
    fn say(self, id: &str, attribute: Option<&str>, args: &[(&str, Arg<'_>)]) -> String {
        let bundle = load::bundle(self.lang);
        let pattern = bundle.get_message(id).and_then(|message| match attribute {
            Some(name) => message.get_attribute(name).map(|found| found.value()),
            None => message.value(),
        });
        let Some(pattern) = pattern else {
            tracing::error!(id, attribute, "no such message");
            return id.to_owned();
        };
        let filled: FluentArgs<'_> = args
            .iter()
            .map(|(name, value)| (*name, value.value()))
            .collect();
        let mut errors = Vec::new();
        let said = bundle.format_pattern(pattern, Some(&filled), &mut errors);
        if !errors.is_empty() {
            tracing::error!(id, attribute, ?errors, "a message could not be filled in");
        }
        said.into_owned()
    }
}

// by `build/`, from `locales/`: the texts of the files (`JA`, `EN`) and a method per message
include!(concat!(env!("OUT_DIR"), "/words.rs"));
