//! The papers of an application: what the bytes really are, who may add and remove them, and the papers themselves.

use super::{open::being_prepared, review::VerificationStatus};
use crate::{
    base::ids::{BusinessId, DocumentId, UserId},
    db::{
        self, DbError, PlatformTx,
        statement::{prepared, together},
    },
    refusal,
    schema::businesses::{business_documents, businesses, document_contents},
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use uuid::Uuid;

/// The largest paper: a photograph by a telephone fits.
pub const LARGEST: usize = 5 * 1024 * 1024;
/// So many papers one business keeps here.
pub const MOST: i64 = 8;
/// The longest name that is kept, in characters.
const LONGEST_NAME: usize = 100;

/// What a paper is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentKind {
    /// The register of companies, or the notice that a trade was begun.
    Registration,
    /// The permission that the trade needs.
    Licence,
    /// Who the owner is.
    Identity,
    /// Anything else.
    Other,
}

impl DocumentKind {
    /// All of them, as people are shown them.
    pub const ALL: [Self; 4] = [
        Self::Registration,
        Self::Licence,
        Self::Identity,
        Self::Other,
    ];

    /// The word in the row and in forms.
    pub fn word(self) -> &'static str {
        match self {
            Self::Registration => "registration",
            Self::Licence => "licence",
            Self::Identity => "identity",
            Self::Other => "other",
        }
    }

    /// The kind of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// What bytes are, whatever their name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A document.
    Pdf,
    /// A photograph.
    Jpeg,
    /// A picture of a screen.
    Png,
}

impl Format {
    /// Judged by the bytes alone; `None` for everything that is not one of the three, or is cut off.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"%PDF-") {
            let tail = bytes.get(bytes.len().saturating_sub(1024)..)?;
            return tail
                .windows(5)
                .any(|five| five == b"%%EOF")
                .then_some(Self::Pdf);
        }
        if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
            return bytes
                .windows(2)
                .any(|two| two == [0xff, 0xd9])
                .then_some(Self::Jpeg);
        }
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            let head = bytes.get(12..16) == Some(b"IHDR".as_slice());
            let end = bytes.ends_with(b"IEND\xae\x42\x60\x82");
            return (head && end).then_some(Self::Png);
        }
        None
    }

    /// As it is named on the line.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }

    fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }
}

/// A file's own name without its folders, without what no name may hold, and with the ending that its bytes have.
pub fn tidy_name(typed: &str, format: Format) -> String {
    let last = typed.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last
        .chars()
        .filter(|c| !c.is_control() && !"\"<>:|?*%;".contains(*c))
        .filter(|c| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'))
        .take(LONGEST_NAME)
        .collect();
    let stem = kept
        .rsplit_once('.')
        .map_or(kept.as_str(), |(stem, _)| stem);
    let stem = stem.trim_matches(['.', ' ']);
    let stem = if stem.is_empty() { "document" } else { stem };
    format!("{stem}.{}", format.ending())
}

/// A paper in a list.
#[derive(Clone, Debug, Queryable)]
pub struct Document {
    /// Its key.
    pub id: DocumentId,
    /// Whose.
    pub business: BusinessId,
    /// What it is about.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub content_type: String,
    /// How large.
    pub bytes: i32,
    /// Since when it is here.
    pub added_at: DateTime<Utc>,
}

/// Why a paper was not taken.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// There is no such application of theirs, or it cannot be changed any more.
    #[error("no application that can be changed")]
    Unknown,
    /// Nothing in it.
    #[error("empty")]
    Empty,
    /// Too large.
    #[error("too large")]
    TooLarge,
    /// Neither a PDF nor a picture.
    #[error("no paper")]
    NoPaper,
    /// There are enough.
    #[error("too many")]
    TooMany,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(DocumentError);

/// A paper as it came.
#[derive(Clone, Debug)]
pub struct NewDocument {
    /// What it is about.
    pub kind: DocumentKind,
    /// The name it came with.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Puts a paper to an application that nobody is looking at.
pub fn add(
    tx: &mut PlatformTx<'_>,
    owner: UserId,
    business: BusinessId,
    new: &NewDocument,
) -> Result<(), DocumentError> {
    let format = match new.bytes.len() {
        0 => return Err(DocumentError::Empty),
        size if size > LARGEST => return Err(DocumentError::TooLarge),
        _ => Format::of(&new.bytes).ok_or(DocumentError::NoPaper)?,
    };
    lock(tx, owner, business)?;
    let there: i64 = business_documents::table
        .filter(business_documents::business_id.eq(business))
        .count()
        .get_result(tx.conn())?;
    if there >= MOST {
        return Err(DocumentError::TooMany);
    }
    let (id, now) = (DocumentId(Uuid::new_v4()), tx.now());
    let size = i32::try_from(new.bytes.len()).unwrap_or(i32::MAX);
    let row = diesel::insert_into(business_documents::table).values((
        business_documents::id.eq(id),
        business_documents::business_id.eq(business),
        business_documents::document_type.eq(new.kind.word()),
        business_documents::uploaded_by.eq(owner),
        business_documents::file_name.eq(tidy_name(&new.name, format)),
        business_documents::content_type.eq(format.content_type()),
        business_documents::size_bytes.eq(size),
        business_documents::created_at.eq(now),
    ));
    let contents = diesel::insert_into(document_contents::table).values((
        document_contents::business_id.eq(business),
        document_contents::document_id.eq(id),
        document_contents::bytes.eq(&new.bytes),
    ));
    together(vec![Box::new(row), Box::new(contents)]).execute(tx.conn())?;
    Ok(())
}

/// Takes a paper back.
pub fn remove(
    tx: &mut PlatformTx<'_>,
    owner: UserId,
    business: BusinessId,
    document: DocumentId,
) -> Result<(), DocumentError> {
    lock(tx, owner, business)?;
    let gone = prepared(diesel::delete(
        business_documents::table
            .filter(business_documents::business_id.eq(business))
            .filter(business_documents::id.eq(document)),
    ))
    .execute(tx.conn())?;
    match gone {
        0 => Err(DocumentError::Unknown),
        _ => Ok(()),
    }
}

/// Nobody sends an application while a paper of it comes or goes, and papers come one after another.
fn lock(tx: &mut PlatformTx<'_>, owner: UserId, business: BusinessId) -> Result<(), DocumentError> {
    let found: Option<BusinessId> = being_prepared(owner, business)
        .select(businesses::id)
        .for_update()
        .first(tx.conn())
        .optional()?;
    found.map(|_| ()).ok_or(DocumentError::Unknown)
}

/// The papers of a business, the oldest first.
pub fn list(tx: &mut PlatformTx<'_>, business: BusinessId) -> db::Result<Vec<Document>> {
    let found = business_documents::table
        .filter(business_documents::business_id.eq(business))
        .order((business_documents::created_at, business_documents::id))
        .select(columns())
        .load(tx.conn())?;
    Ok(found)
}

/// A paper with what is in it; of this owner, or, for operators, of anybody (`None`).
pub fn read(
    tx: &mut PlatformTx<'_>,
    owner: Option<UserId>,
    document: DocumentId,
) -> db::Result<Option<(Document, Vec<u8>)>> {
    let mut query = business_documents::table
        .inner_join(businesses::table)
        .inner_join(
            document_contents::table.on(document_contents::document_id
                .eq(business_documents::id)
                .and(document_contents::business_id.eq(business_documents::business_id))),
        )
        .filter(business_documents::id.eq(document))
        .filter(businesses::deleted_at.is_null())
        .select((columns(), document_contents::bytes))
        .into_boxed();
    if let Some(owner) = owner {
        query = query.filter(businesses::owner_id.eq(owner));
    }
    Ok(query.first(tx.conn()).optional()?)
}

#[diesel::dsl::auto_type]
fn columns() -> _ {
    (
        business_documents::id,
        business_documents::business_id,
        business_documents::document_type,
        business_documents::file_name,
        business_documents::content_type,
        business_documents::size_bytes,
        business_documents::created_at,
    )
}

/// Says of the papers of a business what was found: they were good, or they were not.
pub(super) fn judge(
    tx: &mut PlatformTx<'_>,
    business: BusinessId,
    by: UserId,
    found: VerificationStatus,
) -> db::Result<()> {
    let now = tx.now();
    prepared(
        diesel::update(
            business_documents::table
                .filter(business_documents::business_id.eq(business))
                .filter(business_documents::status.ne(VerificationStatus::Approved)),
        )
        .set((
            business_documents::status.eq(found),
            business_documents::verified_by.eq(by),
            business_documents::verified_at.eq(now),
        )),
    )
    .execute(tx.conn())?;
    Ok(())
}
