//! The columns of a file of cards: what they are called in both languages, so that whatever was written is read again.

use crate::{
    base::{lang::Lang, text::search_key},
    domain::customers::incoming::Column,
    i18n::Words,
    web::page::PageCtx,
};

/// What a column is called.
pub fn name(t: Words, column: Column) -> String {
    t.of_family("customers-column", column.id())
}

/// What they are called in the language of the page.
pub fn names(ctx: &PageCtx) -> Vec<String> {
    Column::ALL.iter().map(|one| name(ctx.t, *one)).collect()
}

/// Those that are brought in.
pub fn names_read(ctx: &PageCtx) -> Vec<String> {
    let read = Column::ALL.iter().filter(|one| one.is_read());
    read.map(|one| name(ctx.t, *one)).collect()
}

/// The column of a name in either language, in any width.
pub fn of_name(written: &str) -> Option<Column> {
    let wanted = search_key(written);
    Column::ALL.into_iter().find(|column| {
        Lang::ALL
            .into_iter()
            .any(|lang| search_key(&name(Words::of(lang), *column)) == wanted)
    })
}
