//! A mark as a telephone wants it among others: a square of paper with the mark in its middle. What the telephone cuts round
//! keeps all of the mark.

use super::{
    judge::{self, Refused},
    made::{opaque, png, read},
    sizes::LOGO,
};
use image::{DynamicImage, Rgb, RgbImage, imageops, imageops::FilterType};

/// How many dots it has along a side, as browsers ask for it.
pub const SIDES: [u32; 2] = [192, 512];
/// What begins the name of one that stays square.
pub const SQUARE: &str = "icon";
/// And of one that may be cut round.
pub const ROUND: &str = "round";

/// Which one: how it is cut, how large it is, and out of which file it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Icon {
    is_round: bool,
    side: u32,
    /// The file of the mark.
    pub source: String,
}

impl Icon {
    /// The icon of a name such as `round-512-288.png`; `None` for every other name.
    pub fn of(name: &str) -> Option<Self> {
        let mut parts = name.splitn(3, '-');
        let (cut, side, source) = (parts.next()?, parts.next()?, parts.next()?);
        let side = SIDES.into_iter().find(|known| known.to_string() == side)?;
        let (width, _) = source.split_once('.')?;
        // Nothing but a mark: a photograph is no icon, and would take long.
        width.parse().ok().filter(|width: &u32| *width <= LOGO.0)?;
        let is_round = match cut {
            SQUARE => false,
            ROUND => true,
            _ => return None,
        };
        Some(Self {
            is_round,
            side,
            source: source.to_owned(),
        })
    }

    /// Draws it.
    pub fn draw(&self, bytes: &[u8]) -> Result<Vec<u8>, Refused> {
        let mark = read(judge::format(&self.source, bytes)?, bytes)?;
        let (width, height) = self.inside((mark.width(), mark.height()));
        let mark = mark.resize_exact(width, height, FilterType::CatmullRom);
        let mut paper = RgbImage::from_pixel(self.side, self.side, Rgb([255; 3]));
        let (left, top) = ((self.side - width) / 2, (self.side - height) / 2);
        imageops::overlay(&mut paper, &opaque(&mark), left.into(), top.into());
        png(&DynamicImage::ImageRgb8(paper))
    }

    /// How large the mark is on it. A circle of four fifths of the side is never cut (W3C, Web Application Manifest), and the
    /// corners of the mark stay inside that.
    fn inside(&self, (width, height): (u32, u32)) -> (u32, u32) {
        let (width, height, side) = (u64::from(width), u64::from(height), u64::from(self.side));
        let (longest, share) = match self.is_round {
            true => ((width * width + height * height).isqrt(), 78),
            false => (width.max(height), 90),
        };
        let dots = |length: u64| {
            let dots = length * side * share / 100 / longest.max(1);
            u32::try_from(dots).map_or(self.side, |dots| dots.clamp(1, self.side))
        };
        (dots(width), dots(height))
    }
}
