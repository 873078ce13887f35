//! What a shop says in its own words in its letters: kept as written, understood when it is saved and again when a letter is
//! drawn, because the shop or the house may be another by then.

use super::{
    occasion::Occasion,
    placeholder::{Fault, Template},
    tone::Tone,
};
use crate::{
    base::{fingerprint::fingerprint, lang::Lang},
    db::{
        self, EditError, TenantTx,
        statement::{bind, prepared, statement},
    },
    domain::businesses::vertical::Vertical,
    schema::notifications::letter_wordings,
};
use diesel::{prelude::*, sql_types::Text};

/// The longest subject, in characters.
pub const LONGEST_SUBJECT: usize = 60;
/// The longest text before or after what a letter tells.
pub const LONGEST_TEXT: usize = 1_000;

/// The words themselves; what is empty is said in the words of the house.
#[derive(Clone, Debug, Default, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = letter_wordings)]
pub struct Wording {
    /// One line.
    #[diesel(column_name = subject_line)]
    pub subject: String,
    /// Before what has happened.
    pub opening: String,
    /// Before the signature.
    pub closing: String,
}

/// The words of one letter in one language.
#[derive(Clone, Debug)]
pub struct Own {
    /// Which letter, by its name.
    pub occasion: String,
    /// The code of the language.
    pub locale: String,
    /// The words.
    pub wording: Wording,
}

/// How a shop wants its letters.
#[derive(Clone, Debug)]
pub struct Style {
    /// How they sound.
    pub tone: Tone,
    /// What it has written itself.
    pub own: Vec<Own>,
}

/// The words, understood.
#[derive(Clone, Debug)]
pub struct Templates {
    /// One line; empty is ours.
    pub subject: Option<Template>,
    /// Before what has happened.
    pub opening: Option<Template>,
    /// Before the signature.
    pub closing: Option<Template>,
}

/// Which part of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The subject.
    Subject,
    /// Before what has happened.
    Opening,
    /// Before the signature.
    Closing,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            tone: Tone::Polite,
            own: Vec::new(),
        }
    }
}

impl Style {
    /// What the shop has written for a letter in a language.
    pub fn wording(&self, occasion: Occasion, lang: Lang) -> Option<&Wording> {
        let own = self.own.iter();
        own.filter(|own| own.occasion == occasion.name() && own.locale == lang.code())
            .map(|own| &own.wording)
            .next()
    }

    /// Where the shop's words cannot be used as it is now, so that its guests read ours.
    pub fn unusable(&self, vertical: Vertical) -> Vec<(Occasion, Lang)> {
        let is_unusable = |(occasion, lang): &(Occasion, Lang)| {
            let own = self.wording(*occasion, *lang);
            own.is_some_and(|own| own.templates(*occasion, vertical).is_err())
        };
        let all = Occasion::ALL.into_iter();
        all.flat_map(|occasion| Lang::ALL.map(|lang| (occasion, lang)))
            .filter(is_unusable)
            .collect()
    }
}

impl Wording {
    /// Tells this from what somebody else has made of it.
    pub fn version(&self) -> String {
        fingerprint(self)
    }

    /// Whether all of it is said in the words of the house.
    pub fn is_ours(&self) -> bool {
        *self == Self::default()
    }

    /// Understands all of it, or says everything that is wrong.
    pub fn templates(
        &self,
        occasion: Occasion,
        vertical: Vertical,
    ) -> Result<Templates, Vec<(Place, Fault)>> {
        let mut faults = Vec::new();
        let mut parse = |place, text: &str, known| {
            let parsed = (!text.is_empty()).then(|| Template::parse(text, known))?;
            parsed.map_err(|fault| faults.push((place, fault))).ok()
        };
        let words = occasion.placeholders();
        let templates = Templates {
            subject: parse(
                Place::Subject,
                &self.subject,
                occasion.subject_placeholders(vertical),
            ),
            opening: parse(Place::Opening, &self.opening, words),
            closing: parse(Place::Closing, &self.closing, words),
        };
        match faults.is_empty() {
            true => Ok(templates),
            false => Err(faults),
        }
    }
}

/// How this business wants its letters.
pub fn style(tx: &mut TenantTx<'_>) -> db::Result<Style> {
    let tone = super::tone::of(tx)?;
    let rows: Vec<(String, String, Wording)> = letter_wordings::table
        .filter(letter_wordings::business_id.eq(tx.business()))
        .select((
            letter_wordings::occasion,
            letter_wordings::locale,
            Wording::as_select(),
        ))
        .load(tx.conn())?;
    let own = rows.into_iter().map(|(occasion, locale, wording)| Own {
        occasion,
        locale,
        wording,
    });
    Ok(Style {
        tone,
        own: own.collect(),
    })
}

/// Keeps what the shop has written, on top of the version that was seen; what is all empty is ours again.
pub fn set(
    tx: &mut TenantTx<'_>,
    (occasion, lang): (Occasion, Lang),
    wording: &Wording,
    version: &str,
) -> Result<(), EditError> {
    lock(tx)?;
    let found = style(tx)?.wording(occasion, lang).cloned();
    if found.unwrap_or_default().version() != version {
        return Err(EditError::Stale);
    }
    if wording.is_ours() {
        prepared(diesel::delete(
            letter_wordings::table.filter(
                letter_wordings::business_id
                    .eq(tx.business())
                    .and(letter_wordings::occasion.eq(occasion.name()))
                    .and(letter_wordings::locale.eq(lang.code())),
            ),
        ))
        .execute(tx.conn())?;
        return Ok(());
    }
    let values = || {
        (
            letter_wordings::subject_line.eq(&wording.subject),
            letter_wordings::opening.eq(&wording.opening),
            letter_wordings::closing.eq(&wording.closing),
        )
    };
    let insert = diesel::insert_into(letter_wordings::table)
        .values((
            letter_wordings::business_id.eq(tx.business()),
            letter_wordings::occasion.eq(occasion.name()),
            letter_wordings::locale.eq(lang.code()),
            values(),
        ))
        .on_conflict((
            letter_wordings::business_id,
            letter_wordings::occasion,
            letter_wordings::locale,
        ))
        .do_update()
        .set(values());
    prepared(insert).execute(tx.conn())?;
    Ok(())
}

/// Whoever writes them queues up here until the transaction ends: of two who looked at the same, the second is told.
pub(super) fn lock(tx: &mut TenantTx<'_>) -> db::Result<()> {
    let key = format!("letters of {}", tx.business());
    let _done: Vec<String> = statement::<Text, _>(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))::text",
        (bind::<Text, _>(key),),
    )
    .load(tx.conn())?;
    Ok(())
}
