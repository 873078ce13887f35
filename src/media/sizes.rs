//! In which widths a photograph is kept, and how heavy each may be. What there is follows from its own width, so that nobody
//! has to write it down.

/// Width in pixels, and the most bytes that a file of it may have (UX 10.3: 120 KB of photographs on the first screen).
const RUNGS: [(u32, usize); 4] = [
    (320, 28 * 1024),
    (640, 60 * 1024),
    (960, 96 * 1024),
    (1600, 280 * 1024),
];
/// The same for what stands small beside a name: twice the width that it has there on a usual screen, and more for looking closely.
const SMALL_RUNGS: [(u32, usize); 4] = [
    (120, 8 * 1024),
    (240, 16 * 1024),
    (480, 40 * 1024),
    (960, 96 * 1024),
];
/// The box that a logo is made for: it stands 36 pixels high, and screens have up to three dots to a pixel.
pub const LOGO: (u32, u32) = (288, 108);
/// The heaviest that a logo may be.
pub const LOGO_BYTES: usize = 20 * 1024;
/// As wide as a photograph is shown where it stands in a page; wider ones are for looking at it alone.
pub const IN_A_PAGE: u32 = 960;

/// The widths of a photograph of this width, the smallest first, each with the most bytes.
pub fn ladder(width: u32) -> Vec<(u32, usize)> {
    climb(RUNGS, width)
}

/// The same for one that stands small beside a name.
pub fn small_ladder(width: u32) -> Vec<(u32, usize)> {
    climb(SMALL_RUNGS, width)
}

fn climb(rungs: [(u32, usize); 4], width: u32) -> Vec<(u32, usize)> {
    let mut ladder: Vec<_> = rungs
        .into_iter()
        .filter(|(rung, _)| *rung < width)
        .collect();
    let own = rungs.into_iter().find(|(rung, _)| *rung >= width);
    // What is smaller than a rung stays as it is, and weighs no more than the rung.
    ladder.extend(own.map(|(_, bytes)| (width, bytes)));
    ladder
}

/// The height that goes with a width.
pub fn height_at(width: u32, (own_width, own_height): (u32, u32)) -> u32 {
    let height = u64::from(own_height) * u64::from(width) / u64::from(own_width.max(1));
    u32::try_from(height).unwrap_or(u32::MAX).max(1)
}
