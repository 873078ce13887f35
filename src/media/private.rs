//! Files that somebody sends for few to see: photographs, made anew like all others, and papers, kept as they came. They get
//! no address; whoever keeps them says who is given them.

use super::{
    judge::Refused,
    made::{self, Kind},
};

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A JPEG of ours.
    Photograph,
    /// A PDF of theirs.
    Paper,
}

/// A file to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Private {
    /// What it is.
    pub sort: Sort,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// As a photograph it cannot be read.
    #[error(transparent)]
    Photograph(#[from] Refused),
    /// A paper of more bytes than may be.
    #[error("too large a paper")]
    LargePaper,
    /// A paper whose name says something else.
    #[error("a paper under another name")]
    MisnamedPaper,
    /// A paper that is cut off.
    #[error("a broken paper")]
    BrokenPaper,
}

/// Judges it by its bytes, and makes it. `most` is for papers: photographs become small.
pub fn make(name: &str, bytes: Vec<u8>, most: usize) -> Result<Private, Unfit> {
    if bytes.starts_with(b"%PDF-") {
        return paper(name, bytes, most);
    }
    let widest = made::make(Kind::Photo, name, &bytes)?.files.pop();
    let widest = widest.ok_or(Refused::Broken)?;
    Ok(Private {
        sort: Sort::Photograph,
        bytes: widest.bytes,
    })
}

fn paper(name: &str, bytes: Vec<u8>, most: usize) -> Result<Private, Unfit> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    if ending.is_some_and(|ending| !ending.eq_ignore_ascii_case("pdf")) {
        return Err(Unfit::MisnamedPaper);
    }
    if bytes.len() > most {
        return Err(Unfit::LargePaper);
    }
    let tail = bytes.get(bytes.len().saturating_sub(1024)..);
    let ends = tail.is_some_and(|tail| tail.windows(5).any(|five| five == b"%%EOF"));
    if !ends {
        return Err(Unfit::BrokenPaper);
    }
    Ok(Private {
        sort: Sort::Paper,
        bytes,
    })
}
