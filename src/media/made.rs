//! A photograph made anew: upright, without what a camera or a program has noted in it (the place above all), in the sizes
//! that pages need.
//!
//! JPEG alone is written. Measured in November 2026 with `image` 0.25.10: seven photographs, drawn 320 and 640 pixels wide; what
//! each encoder needs for the DSSIM that our JPEG of quality 82 has; what it adds to a build from nothing (user time of the crate
//! alone, as in `Cargo.toml` and for release); and how long a picture of 1600 pixels takes it, released, on a busy core.
//!
//! | encoder | bytes at 320 | at 640 | build | 1600 pixels |
//! |---|---|---|---|---|
//! | `image`, JPEG | 100 % | 100 % | 0 s | 0.4 s |
//! | `image`, WebP, which is lossless | 554 % | 619 % | 0 s | 0.2 s |
//! | `jpeg-encoder` 0.7, its own tables | 100 % | 100 % | 1 s | 0.4 s |
//! | `mozjpeg` 0.10, C | 88 % | 90 % | 22 s, 14 s | 1.9 s |
//! | `webp` 0.3 on libwebp, C | 83 % | 88 % | 33 s, 24 s | 1.1 s |
//! | `ravif` 0.13 without assembler | 72 % (five of them) | | 143 s, 65 s | 9 to 41 s |
//!
//! A second format would have to save a quarter to be worth its files, its sources in every page and its build. WebP saves half of
//! that at sizes where a telephone fetches it, by a library in C whose binding lags behind it; AVIF saves enough, and keeps a
//! picture for ten seconds where a second is borne. `image` has a lossy WebP of its own in the making (image-rs/image issue 2748): once
//! that is released it costs nothing to build, and this is to be measured again.

use super::{
    judge::{self, Refused},
    sizes::{self, LOGO, LOGO_BYTES},
};
use image::{
    DynamicImage, ImageDecoder, ImageEncoder, Rgb, RgbImage,
    codecs::{
        jpeg::JpegEncoder,
        png::{CompressionType, FilterType as PngFilter, PngEncoder},
    },
    imageops::FilterType,
};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// What it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// To be looked at.
    Photo,
    /// To stand small beside a name.
    Small,
    /// The mark of a business.
    Logo,
}

/// One file of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name beside the others.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A photograph with all its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// What tells it apart from every other: a hash of what is kept of it.
    pub key: String,
    /// How wide the widest file is.
    pub width: u32,
    /// How high that one is.
    pub height: u32,
    /// How its files end.
    pub ending: &'static str,
    /// The smallest first.
    pub files: Vec<File>,
}

/// The first try and the last, and the way between them.
const QUALITIES: [u8; 5] = [82, 72, 60, 48, 36];
/// How much softer it is drawn where even the last try is too heavy, and how well: the last is light whatever it shows.
const SOFTER: [(u32, u8); 3] = [(2, 48), (4, 36), (8, 24)];

/// Makes it. The bytes are judged again: nothing is made of what was not.
pub fn make(kind: Kind, name: &str, bytes: &[u8]) -> Result<Made, Refused> {
    let upright = read(judge::format(name, bytes)?, bytes)?;
    let mut files = match kind {
        Kind::Photo => photo(upright, sizes::ladder)?,
        Kind::Small => photo(upright, sizes::small_ladder)?,
        Kind::Logo => vec![logo(&upright)?],
    };
    // Whoever makes the same of the same gets the same name; whatever differs has another.
    let Some(widest) = files.last_mut() else {
        return Err(Refused::Broken);
    };
    let mut key = String::with_capacity(64);
    for byte in Sha256::digest(&widest.bytes) {
        // Writing to a String cannot fail.
        write!(key, "{byte:02x}").ok();
    }
    Ok(Made {
        key,
        width: widest.width,
        height: widest.height,
        ending: widest.ending,
        files: files
            .into_iter()
            .map(|drawn| File {
                name: format!("{}.{}", drawn.width, drawn.ending),
                bytes: drawn.bytes,
            })
            .collect(),
    })
}

struct Drawn {
    width: u32,
    height: u32,
    ending: &'static str,
    bytes: Vec<u8>,
}

/// The picture as it is looked at: what the camera says of how it was held is done and forgotten.
pub(super) fn read(format: judge::Format, bytes: &[u8]) -> Result<DynamicImage, Refused> {
    let mut decoder = judge::decoder(format, bytes)?;
    // What is noted there may be broken without the picture being so.
    let held = decoder.orientation().ok();
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_broken| Refused::Broken)?;
    if let Some(held) = held {
        picture.apply_orientation(held);
    }
    Ok(picture)
}

/// On white: what nothing is drawn on is black otherwise.
pub(super) fn opaque(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let drawn = picture.to_rgba8();
    let mut paper = RgbImage::new(drawn.width(), drawn.height());
    for (below, above) in paper.pixels_mut().zip(drawn.pixels()) {
        let [red, green, blue, cover] = above.0;
        let over = |ink: u8| {
            let mixed = u16::from(ink) * u16::from(cover) + 255 * u16::from(255 - cover);
            u8::try_from(mixed / 255).unwrap_or(u8::MAX)
        };
        *below = Rgb([over(red), over(green), over(blue)]);
    }
    paper
}

fn photo(
    picture: DynamicImage,
    ladder: fn(u32) -> Vec<(u32, usize)>,
) -> Result<Vec<Drawn>, Refused> {
    let ladder = ladder(picture.width());
    let own = (picture.width(), picture.height());
    let (widest, _) = ladder.last().copied().ok_or(Refused::Broken)?;
    // Once from the large one, quickly; the others from what is left of it.
    let base = match widest < own.0 {
        true => picture.thumbnail_exact(widest, sizes::height_at(widest, own)),
        false => picture,
    };
    let base = DynamicImage::ImageRgb8(opaque(&base));
    let draw = |(width, most): (u32, usize)| {
        let height = sizes::height_at(width, own);
        let scaled;
        let drawn = match width == base.width() {
            true => &base,
            false => {
                scaled = base.resize_exact(width, height, FilterType::CatmullRom);
                &scaled
            }
        };
        Ok(Drawn {
            width,
            height: drawn.height(),
            ending: "jpg",
            bytes: jpeg(drawn, most)?,
        })
    };
    ladder.into_iter().map(draw).collect()
}

/// A mark keeps what shows through it, while it is light enough.
fn logo(picture: &DynamicImage) -> Result<Drawn, Refused> {
    let (width, height) = LOGO;
    let small = match picture.width() > width || picture.height() > height {
        true => picture.resize(width, height, FilterType::CatmullRom),
        false => picture.clone(),
    };
    let (width, height) = (small.width(), small.height());
    let drawn = |ending, bytes| Drawn {
        width,
        height,
        ending,
        bytes,
    };
    let packed = png(&small)?;
    if packed.len() <= LOGO_BYTES {
        return Ok(drawn("png", packed));
    }
    let flat = DynamicImage::ImageRgb8(opaque(&small));
    Ok(drawn("jpg", jpeg(&flat, LOGO_BYTES)?))
}

pub(super) fn png(picture: &DynamicImage) -> Result<Vec<u8>, Refused> {
    let mut bytes = Vec::new();
    let drawn = picture.to_rgba8();
    PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, PngFilter::Adaptive)
        .write_image(
            &drawn,
            drawn.width(),
            drawn.height(),
            image::ExtendedColorType::Rgba8,
        )
        .map_err(|_broken| Refused::Broken)?;
    Ok(bytes)
}

/// As good as its weight allows. What is nothing but grain is drawn softer before it is drawn worse.
fn jpeg(picture: &DynamicImage, most: usize) -> Result<Vec<u8>, Refused> {
    let mut bytes = Vec::new();
    for quality in QUALITIES {
        bytes = encoded(picture, quality)?;
        if bytes.len() <= most {
            return Ok(bytes);
        }
    }
    let (width, height) = (picture.width(), picture.height());
    for (part, quality) in SOFTER {
        let small = picture.thumbnail_exact((width / part).max(1), (height / part).max(1));
        let soft = small.resize_exact(width, height, FilterType::Triangle);
        bytes = encoded(&soft, quality)?;
        if bytes.len() <= most {
            break;
        }
    }
    Ok(bytes)
}

fn encoded(picture: &DynamicImage, quality: u8) -> Result<Vec<u8>, Refused> {
    let mut bytes = Vec::new();
    picture
        .write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, quality))
        .map_err(|_broken| Refused::Broken)?;
    Ok(bytes)
}
