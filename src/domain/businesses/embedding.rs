//! In whose pages the pages for guests of a business may stand.

use crate::{
    base::fingerprint::fingerprint,
    db::{self, EditError, TenantTx, statement::prepared},
    schema::businesses::{businesses, embeddings},
};
use diesel::prelude::*;

/// So many at most.
pub const MOST: usize = 10;

/// The sites, each as `https://www.example.jp`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Embedding(pub Vec<String>);

impl Embedding {
    /// As it is kept and as browsers are told.
    pub fn written(&self) -> String {
        self.0.join(" ")
    }

    /// Reads what is kept.
    pub fn of(kept: &str) -> Self {
        Self(kept.split_whitespace().map(str::to_owned).collect())
    }

    /// Tells it apart from what somebody else makes of it.
    pub fn version(&self) -> String {
        fingerprint(self)
    }
}

/// A site out of the name of its host: only letters, digits, dots and strokes, since browsers read it as a rule.
pub fn site(host: &str) -> Option<String> {
    let is_plain =
        |one: u8| one.is_ascii_lowercase() || one.is_ascii_digit() || b".-".contains(&one);
    let is_name = !host.is_empty() && host.len() <= 180 && host.contains('.');
    (is_name && host.bytes().all(is_plain)).then(|| format!("https://{host}"))
}

/// The sites of the business of this transaction.
pub fn read(tx: &mut TenantTx<'_>) -> db::Result<Embedding> {
    let kept: Option<String> = embeddings::table
        .filter(embeddings::business_id.eq(tx.business()))
        .select(embeddings::hosts)
        .first(tx.conn())
        .optional()?;
    Ok(Embedding::of(&kept.unwrap_or_default()))
}

/// Writes them anew, if they are still what `version` was made of.
pub fn save(tx: &mut TenantTx<'_>, draft: &Embedding, version: &str) -> Result<(), EditError> {
    let business = tx.business();
    // There may be no row yet, so whoever saves waits for the business's own.
    let _locked: uuid::Uuid = businesses::table
        .filter(businesses::id.eq(business))
        .select(businesses::id)
        .for_update()
        .first(tx.conn())?;
    let before = read(tx)?;
    if before.version() != version {
        return Err(EditError::Stale);
    }
    let hosts = draft.written();
    prepared(
        diesel::insert_into(embeddings::table)
            .values((
                embeddings::business_id.eq(business),
                embeddings::hosts.eq(&hosts),
            ))
            .on_conflict(embeddings::business_id)
            .do_update()
            .set(embeddings::hosts.eq(&hosts)),
    )
    .execute(tx.conn())?;
    tx.rules_changed()?;
    Ok(())
}
