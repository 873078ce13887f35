//! What a file is, whatever its name says, and whether it is one that we read.

use image::{
    ImageDecoder, Limits,
    codecs::{jpeg::JpegDecoder, png::PngDecoder, webp::WebPDecoder},
};
use std::io::Cursor;

/// The largest file.
pub const LARGEST: usize = 10 * 1024 * 1024;
/// So many pixels are read at most: more than telephones have, less than hurts.
pub const MOST_PIXELS: u64 = 40_000_000;
/// The longest side.
const LONGEST_SIDE: u32 = 16_384;
/// The shortest side that can be shown.
pub const SHORTEST_SIDE: u32 = 32;
/// What a decoder may take: forty million pixels of four bytes.
const MEMORY: u64 = 4 * MOST_PIXELS + 16 * 1024 * 1024;

/// What we read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A photograph.
    Jpeg,
    /// A drawing, or a picture of a screen.
    Png,
    /// Either.
    WebP,
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Nothing in it.
    #[error("empty")]
    Empty,
    /// Too many bytes.
    #[error("too large")]
    TooLarge,
    /// What a telephone of Apple makes, and few others read.
    #[error("HEIC")]
    Heic,
    /// Nothing that we read.
    #[error("no photograph")]
    Unknown,
    /// A picture, and not the kind that its name says.
    #[error("named otherwise than it is")]
    Misnamed(Format),
    /// Several pictures in one.
    #[error("moving")]
    Moving,
    /// Too many pixels.
    #[error("too many pixels")]
    TooManyPixels,
    /// Too few.
    #[error("too small")]
    TooSmall,
    /// Cut off, or broken otherwise.
    #[error("broken")]
    Broken,
}

impl Format {
    /// Judged by the first bytes.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
            return Some(Self::Jpeg);
        }
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Some(Self::Png);
        }
        let is_webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP".as_slice());
        is_webp.then_some(Self::WebP)
    }

    /// As people call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::WebP => "WebP",
        }
    }

    /// What a name says; `None` where it says nothing that we know.
    fn named(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "jpg" | "jpeg" | "jpe" | "jfif" => Some(Self::Jpeg),
            "png" => Some(Self::Png),
            "webp" => Some(Self::WebP),
            _ => None,
        }
    }
}

/// What it is, if its name says the same.
pub fn format(name: &str, bytes: &[u8]) -> Result<Format, Refused> {
    if bytes.is_empty() {
        return Err(Refused::Empty);
    }
    if bytes.len() > LARGEST {
        return Err(Refused::TooLarge);
    }
    let Some(format) = Format::of(bytes) else {
        return Err(match is_heic(bytes) {
            true => Refused::Heic,
            false => Refused::Unknown,
        });
    };
    // A name of another kind, or of none that is a picture: `menu.pdf`, `shell.php`.
    let says = name.contains('.').then(|| Format::named(name));
    match says {
        Some(said) if said != Some(format) => Err(Refused::Misnamed(format)),
        _ => Ok(format),
    }
}

/// A box of the family of MP4 that calls itself a picture.
fn is_heic(bytes: &[u8]) -> bool {
    const BRANDS: [&[u8]; 8] = [
        b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"heif",
    ];
    bytes.get(4..8) == Some(b"ftyp".as_slice())
        && bytes
            .get(8..12)
            .is_some_and(|brand| BRANDS.contains(&brand))
}

/// What reads it, and nothing has been unpacked yet: its sides are known and within bounds, and so will its memory be.
pub fn decoder<'a>(format: Format, bytes: &'a [u8]) -> Result<Box<dyn ImageDecoder + 'a>, Refused> {
    let broken = |_error: image::ImageError| Refused::Broken;
    let file = Cursor::new(bytes);
    let mut decoder: Box<dyn ImageDecoder + 'a> = match format {
        Format::Jpeg => Box::new(JpegDecoder::new(file).map_err(broken)?),
        Format::Png => {
            let decoder = PngDecoder::with_limits(file, limits()).map_err(broken)?;
            if decoder.is_apng().map_err(broken)? {
                return Err(Refused::Moving);
            }
            Box::new(decoder)
        }
        Format::WebP => {
            let decoder = WebPDecoder::new(file).map_err(broken)?;
            if decoder.has_animation() {
                return Err(Refused::Moving);
            }
            Box::new(decoder)
        }
    };
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MOST_PIXELS || width.max(height) > LONGEST_SIDE {
        return Err(Refused::TooManyPixels);
    }
    if width.min(height) < SHORTEST_SIDE {
        return Err(Refused::TooSmall);
    }
    decoder.set_limits(limits()).map_err(broken)?;
    Ok(decoder)
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    limits
}
