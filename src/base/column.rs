//! The columns of a list that is taken along as a file: which there are, and how what stands in them is to be written.

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// As the words of the house have it.
    pub id: &'static str,
    /// What stands in it.
    pub kind: Kind,
}

/// What stands in a column, as the database gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words and figures, which are written as they are.
    Plain,
    /// Yes, or nothing.
    Flag,
    /// A number to dial, in the form of the world.
    Phone,
    /// One of a few labels of this family, which each language has a word for; or several, with a stroke between them.
    Label(&'static str),
}

/// Words and figures.
pub const fn plain(id: &'static str) -> Column {
    Column {
        id,
        kind: Kind::Plain,
    }
}

/// Yes, or nothing.
pub const fn flag(id: &'static str) -> Column {
    Column {
        id,
        kind: Kind::Flag,
    }
}

/// A number to dial.
pub const fn phone(id: &'static str) -> Column {
    Column {
        id,
        kind: Kind::Phone,
    }
}

/// One of a few labels.
pub const fn label(id: &'static str, family: &'static str) -> Column {
    Column {
        id,
        kind: Kind::Label(family),
    }
}
