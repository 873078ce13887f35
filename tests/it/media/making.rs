//! What becomes of a photograph.

use super::pictures::{PLACE, calm, disc, jpeg, noted, png, sand, webp};
use image::{DynamicImage, GenericImageView};
use omotenashi::media::{
    Kind,
    made::{Made, make},
    sizes::{self, LOGO_BYTES},
};

fn photo(bytes: &[u8]) -> Made {
    make(Kind::Photo, "photo", bytes).unwrap()
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|part| part == what)
}

#[test]
fn nothing_that_a_camera_noted_is_in_what_is_kept() {
    let taken = noted(&jpeg(&calm(400, 300)), 1);
    assert!(holds(&taken, PLACE.as_bytes()) && holds(&taken, b"Exif"));
    for kind in [Kind::Photo, Kind::Logo] {
        let made = make(kind, "a.jpg", &taken).unwrap();
        for file in &made.files {
            assert!(!holds(&file.bytes, PLACE.as_bytes()), "{}", file.name);
            assert!(!holds(&file.bytes, b"Exif"), "{}", file.name);
        }
    }
}

#[test]
fn a_photograph_stands_upright_however_the_camera_was_held() {
    let picture = calm(400, 300);
    let lying = photo(&noted(&jpeg(&picture), 1));
    assert_eq!((lying.width, lying.height), (400, 300));
    let upright = photo(&noted(&jpeg(&picture), 6));
    assert_eq!((upright.width, upright.height), (300, 400));
    // Turned by a quarter to the right: what was at the left is above.
    let drawn = image::load_from_memory(&upright.files.last().unwrap().bytes).unwrap();
    let red = |x: u32, y: u32| drawn.get_pixel(x, y).0[0];
    assert!(
        red(150, 10) < 40 && red(150, 390) > 215,
        "{} {}",
        red(150, 10),
        red(150, 390)
    );
}

#[test]
fn every_size_is_as_wide_as_its_name_and_no_heavier_than_it_may_be() {
    // Sand is the heaviest there is; it takes long to draw, so the largest is calm.
    let (calm, sand) = (
        calm as fn(u32, u32) -> DynamicImage,
        sand as fn(u32, u32) -> DynamicImage,
    );
    for (draw, width, height, widths) in [
        (calm, 2_000, 1_500, vec![320, 640, 960, 1600]),
        (sand, 900, 1_200, vec![320, 640, 900]),
        (sand, 640, 480, vec![320, 640]),
        (sand, 100, 80, vec![100]),
    ] {
        let made = photo(&jpeg(&draw(width, height)));
        let ladder = sizes::ladder(width);
        assert_eq!(
            ladder.iter().map(|(width, _)| *width).collect::<Vec<_>>(),
            widths
        );
        assert_eq!(made.files.len(), widths.len());
        for (file, (width, most)) in made.files.iter().zip(ladder) {
            assert_eq!(file.name, format!("{width}.jpg"));
            let drawn = image::load_from_memory(&file.bytes).unwrap();
            let expected = sizes::height_at(width, (made.width, made.height));
            assert_eq!(drawn.width(), width);
            assert!(
                drawn.height().abs_diff(expected) <= 1,
                "{} {expected}",
                drawn.height()
            );
            assert!(
                file.bytes.len() <= most,
                "{}: {} bytes",
                file.name,
                file.bytes.len()
            );
        }
    }
}

#[test]
fn the_same_photograph_has_the_same_name_and_another_has_another() {
    let (one, other) = (jpeg(&calm(400, 300)), jpeg(&calm(401, 300)));
    assert_eq!(photo(&one).key, photo(&noted(&one, 1)).key);
    assert_ne!(photo(&one).key, photo(&other).key);
    assert_eq!(photo(&one).key.len(), 64);
}

#[test]
fn what_nothing_is_drawn_on_is_paper_in_a_photograph_and_stays_nothing_in_a_mark() {
    let mark = png(&disc(300));
    let paper = photo(&mark);
    let drawn = image::load_from_memory(&paper.files.last().unwrap().bytes).unwrap();
    assert!(drawn.get_pixel(2, 2).0[..3].iter().all(|ink| *ink > 250));
    let logo = make(Kind::Logo, "logo.png", &mark).unwrap();
    let [file] = logo.files.as_slice() else {
        panic!("{} files", logo.files.len());
    };
    assert_eq!((file.name.as_str(), logo.ending), ("108.png", "png"));
    let drawn = image::load_from_memory(&file.bytes).unwrap();
    assert_eq!(drawn.get_pixel(2, 2).0[3], 0);
    assert_eq!(drawn.get_pixel(54, 54).0, [200, 0, 30, 255]);
}

#[test]
fn a_mark_is_light_whatever_it_is_made_of() {
    let wide = make(Kind::Logo, "logo.webp", &webp(&sand(900, 300))).unwrap();
    assert_eq!((wide.width, wide.height, wide.ending), (288, 96, "jpg"));
    assert!(wide.files[0].bytes.len() <= LOGO_BYTES);
    let small = make(Kind::Logo, "logo.png", &png(&calm(60, 40))).unwrap();
    assert_eq!((small.width, small.height), (60, 40), "it is not blown up");
}
