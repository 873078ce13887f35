//! Pictures to send: drawn here, so that no file of somebody's lies in the tree.

use flate2::Crc;
use image::{DynamicImage, ExtendedColorType, ImageEncoder, Rgb, RgbImage, Rgba, RgbaImage};
use std::io::Cursor;

/// A field of colours without any noise: light in every format.
pub fn calm(width: u32, height: u32) -> DynamicImage {
    let shade = |part: u32, whole: u32| u8::try_from(255 * part / whole.max(1)).unwrap_or(255);
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| {
        Rgb([shade(x, width), shade(y, height), 90])
    }))
}

/// Sand: the heaviest that a photograph can be.
pub fn sand(width: u32, height: u32) -> DynamicImage {
    let mut grain = 0x2545_f491_u32;
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |_, _| {
        grain ^= grain << 13;
        grain ^= grain >> 17;
        grain ^= grain << 5;
        let [a, b, c, _] = grain.to_le_bytes();
        Rgb([a, b, c])
    }))
}

/// A red disc on nothing.
pub fn disc(side: u32) -> DynamicImage {
    let middle = i64::from(side) / 2;
    DynamicImage::ImageRgba8(RgbaImage::from_fn(side, side, |x, y| {
        let (x, y) = (i64::from(x) - middle, i64::from(y) - middle);
        match x * x + y * y < middle * middle {
            true => Rgba([200, 0, 30, 255]),
            false => Rgba([0, 0, 0, 0]),
        }
    }))
}

/// As a camera would write it.
pub fn jpeg(picture: &DynamicImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture
        .write_with_encoder(image::codecs::jpeg::JpegEncoder::new_with_quality(
            &mut bytes, 95,
        ))
        .unwrap();
    bytes
}

/// As a drawing program would.
pub fn png(picture: &DynamicImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

/// As a browser would keep it.
pub fn webp(picture: &DynamicImage) -> Vec<u8> {
    let (mut bytes, drawn) = (Vec::new(), picture.to_rgb8());
    image::codecs::webp::WebPEncoder::new_lossless(&mut bytes)
        .write_image(
            &drawn,
            drawn.width(),
            drawn.height(),
            ExtendedColorType::Rgb8,
        )
        .unwrap();
    bytes
}

/// Where it was taken, as a camera notes it.
pub const PLACE: &str = "35.6595N 139.7005E";

/// The same photograph with what a camera notes: how it was held, and where (a description stands for the rest).
pub fn noted(jpeg: &[u8], held: u8) -> Vec<u8> {
    let text = PLACE.as_bytes();
    let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
    // ImageDescription, letters, so many, and where they stand.
    tiff.extend(*b"\x0e\x01\x02\0");
    tiff.extend(u32::try_from(text.len()).unwrap().to_le_bytes());
    tiff.extend(38_u32.to_le_bytes());
    // Orientation, a short number.
    tiff.extend(*b"\x12\x01\x03\0\x01\0\0\0");
    tiff.extend([held, 0, 0, 0]);
    tiff.extend([0; 4]);
    tiff.extend(text);
    let mut segment = b"Exif\0\0".to_vec();
    segment.extend(tiff);
    let length = u16::try_from(segment.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, &segment, &jpeg[2..]].concat()
}

/// A chunk of PNG.
fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut sum = Crc::new();
    sum.update(kind);
    sum.update(data);
    let length = u32::try_from(data.len()).unwrap().to_be_bytes();
    [&length, kind.as_slice(), data, &sum.sum().to_be_bytes()].concat()
}

/// A few bytes that say they are so many pixels.
pub fn flood(width: u32, height: u32) -> Vec<u8> {
    let head = [
        width.to_be_bytes().as_slice(),
        &height.to_be_bytes(),
        &[8, 2, 0, 0, 0],
    ]
    .concat();
    [
        b"\x89PNG\r\n\x1a\n".as_slice(),
        &chunk(b"IHDR", &head),
        &chunk(b"IDAT", b"\x78\x9c\x03\0\0\0\0\x01"),
        &chunk(b"IEND", b""),
    ]
    .concat()
}

/// A PNG that moves: the note that it does stands after its head.
pub fn moving(png: &[u8]) -> Vec<u8> {
    let control = [2_u32.to_be_bytes(), 0_u32.to_be_bytes()].concat();
    let frame = [
        [0; 4].as_slice(),
        &png[16..24],
        &[0; 8],
        &[0, 1, 0, 10, 0, 0],
    ]
    .concat();
    [
        &png[..33],
        &chunk(b"acTL", &control),
        &chunk(b"fcTL", &frame),
        &png[33..],
    ]
    .concat()
}
