//! A pattern of squares as a picture.

use image::{ExtendedColorType, GrayImage, ImageEncoder, Luma, codecs::png::PngEncoder};

/// So many pixels a side has at least: enough for a poster.
const PIXELS: usize = 1024;

/// A PNG of so many squares a side, row by row, with a white border of so many.
pub fn picture(dark: &[bool], side: usize, border: usize) -> Option<Vec<u8>> {
    let whole = side + 2 * border;
    let scale = PIXELS.div_ceil(whole);
    let is_dark = |x: u32, y: u32| {
        let square = |pixel: u32| (pixel as usize / scale).checked_sub(border);
        let (x, y) = (square(x)?, square(y)?);
        let found = (x < side).then(|| dark.get(y * side + x));
        found.flatten().copied()
    };
    let pixels = u32::try_from(whole * scale).ok()?;
    let drawn = GrayImage::from_fn(pixels, pixels, |x, y| match is_dark(x, y) {
        Some(true) => Luma([0]),
        _ => Luma([255]),
    });
    let mut bytes = Vec::new();
    PngEncoder::new(&mut bytes)
        .write_image(&drawn, pixels, pixels, ExtendedColorType::L8)
        .ok()?;
    Some(bytes)
}
