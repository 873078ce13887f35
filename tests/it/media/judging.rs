//! What a file is its bytes say, and its name has to say the same.

use super::pictures::{calm, flood, jpeg, moving, png, webp};
use omotenashi::media::{
    Format, Kind, Refused,
    judge::{LARGEST, format},
    made::make,
};
use std::time::{Duration, Instant};

#[test]
fn three_kinds_are_read_whatever_case_their_names_are_in() {
    let picture = calm(40, 40);
    for (name, bytes, kind) in [
        ("hana.jpg", jpeg(&picture), Format::Jpeg),
        ("IMG_0001.JPEG", jpeg(&picture), Format::Jpeg),
        ("店内 2.Png", png(&picture), Format::Png),
        ("a.webp", webp(&picture), Format::WebP),
        ("blob", jpeg(&picture), Format::Jpeg),
    ] {
        assert_eq!(format(name, &bytes), Ok(kind), "{name}");
        assert!(make(Kind::Photo, name, &bytes).is_ok(), "{name}");
    }
}

#[test]
fn what_is_not_what_its_name_says_is_refused() {
    let photo = jpeg(&calm(40, 40));
    for name in [
        "a.png",
        "a.webp",
        "shell.php",
        "a.jpg.html",
        "a.jpg%00.php",
        "a.svg",
    ] {
        let found = format(name, &photo);
        assert_eq!(found, Err(Refused::Misnamed(Format::Jpeg)), "{name}");
    }
    let wrong: [(&str, &[u8], Refused); 9] = [
        ("a.jpg", b"", Refused::Empty),
        (
            "a.jpg",
            b"<html><script>alert(1)</script>",
            Refused::Unknown,
        ),
        ("a.jpg", b"<?php system($_GET['c']);", Refused::Unknown),
        (
            "a.svg",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            Refused::Unknown,
        ),
        ("a.jpg", b"GIF89a/*\x01\0*/=1;alert(1)//", Refused::Unknown),
        ("a.jpg", b"MZ\x90\0\x03\0\0\0", Refused::Unknown),
        ("a.jpg", b"%PDF-1.7\n%%EOF", Refused::Unknown),
        (
            "a.heic",
            b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
            Refused::Heic,
        ),
        (
            "a.avif",
            b"\0\0\0\x18ftypavif\0\0\0\0avif",
            Refused::Unknown,
        ),
    ];
    for (name, bytes, why) in wrong {
        assert_eq!(format(name, bytes), Err(why), "{name} {bytes:?}");
    }
    let large = [photo, vec![0; LARGEST]].concat();
    assert_eq!(format("a.jpg", &large), Err(Refused::TooLarge));
}

#[test]
fn a_few_bytes_that_say_they_are_a_billion_pixels_are_refused_before_they_are_unpacked() {
    let begun = Instant::now();
    for (width, height) in [(30_000, 30_000), (6_400, 6_300), (20_000, 40)] {
        let found = make(Kind::Photo, "a.png", &flood(width, height));
        assert_eq!(found, Err(Refused::TooManyPixels), "{width} x {height}");
    }
    assert!(begun.elapsed() < Duration::from_secs(2));
    let small = png(&calm(31, 400));
    assert_eq!(make(Kind::Photo, "a.png", &small), Err(Refused::TooSmall));
}

#[test]
fn what_moves_and_what_is_broken_is_refused() {
    let picture = calm(64, 64);
    let still = png(&picture);
    assert_eq!(
        make(Kind::Photo, "a.png", &moving(&still)),
        Err(Refused::Moving)
    );
    for (name, whole) in [
        ("a.png", still),
        ("a.webp", webp(&picture)),
        ("a.jpg", jpeg(&picture)),
    ] {
        let cut = &whole[..40];
        assert_eq!(make(Kind::Photo, name, cut), Err(Refused::Broken), "{name}");
    }
}
