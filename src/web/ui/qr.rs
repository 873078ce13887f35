//! An address as a drawing that a telephone reads.

use crate::media::squares;
use askama::{Template, filters::HtmlSafe};
use fast_qr::{ECL, QRBuilder};
use std::fmt::Write;

/// The white border that readers need, in squares.
const BORDER: usize = 2;

/// The drawing: one path of squares. It is described to those who do not see it by `label`.
#[derive(Clone, Debug, Template)]
#[template(path = "ui/qr.html")]
pub struct Qr {
    label: String,
    side: usize,
    squares: String,
    /// Each square, row by row without the border: whether it is black.
    dark: Vec<bool>,
}

impl HtmlSafe for Qr {}

/// The same as a file of its own: nothing around it says how it looks.
#[derive(Template)]
#[template(path = "ui/qr_file.html")]
struct QrFile<'a> {
    label: &'a str,
    side: usize,
    squares: &'a str,
}

impl Qr {
    /// The drawing as an SVG file.
    pub fn file(&self) -> Option<String> {
        let file = QrFile {
            label: &self.label,
            side: self.side,
            squares: &self.squares,
        };
        file.render().ok()
    }

    /// The drawing as a PNG, for programs that take no SVG.
    pub fn picture(&self) -> Option<Vec<u8>> {
        squares::picture(&self.dark, self.side - 2 * BORDER, BORDER)
    }

    /// Draws an address; `None` if it is too long for that.
    pub fn of(address: &str, label: String) -> Option<Self> {
        let code = QRBuilder::new(address).ecl(ECL::L).build().ok()?;
        let mut squares = String::new();
        let all = code.data.iter().take(code.size * code.size);
        let dark: Vec<bool> = all.map(|square| square.value()).collect();
        for (position, _) in dark.iter().enumerate().filter(|(_, is_dark)| **is_dark) {
            let (x, y) = (position % code.size, position / code.size);
            // A string takes whatever is written to it.
            let _ = write!(squares, "M{x} {y}h1v1h-1z");
        }
        Some(Self {
            label,
            side: code.size + 2 * BORDER,
            squares,
            dark,
        })
    }
}
