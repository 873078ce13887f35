//! An address as a drawing that a telephone reads.

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

    /// Draws an address; `None` if it is too long for that.
    pub fn of(address: &str, label: String) -> Option<Self> {
        let code = QRBuilder::new(address).ecl(ECL::L).build().ok()?;
        let mut squares = String::new();
        let all = code.data.iter().take(code.size * code.size);
        for (position, _) in all.enumerate().filter(|(_, square)| square.value()) {
            let (x, y) = (position % code.size, position / code.size);
            // A string takes whatever is written to it.
            let _ = write!(squares, "M{x} {y}h1v1h-1z");
        }
        Some(Self {
            label,
            side: code.size + 2 * BORDER,
            squares,
        })
    }
}
