//! The photographs of a shop besides the one above its page.

use crate::{
    domain::businesses::photo::Photo,
    web::{media, page::PageCtx, ui::image::Image},
};

/// How wide each stands: two in a row, or three.
const OTHERS: &str = "(min-width: 66rem) 14rem, (min-width: 48rem) 20vw, 48vw";

/// Each with the way to its largest file.
pub(super) fn photos(ctx: &PageCtx, photos: &[Photo]) -> Vec<(Image, String)> {
    let others = photos.iter().filter(|photo| !photo.is_featured);
    let each = others.enumerate().map(|(place, photo)| {
        let mut image = Image {
            is_later: true,
            ..media::image(ctx, &photo.picture, OTHERS)
        };
        // It is a way to the large one, and a way needs a name.
        if image.alt.is_empty() {
            image.alt = ctx.t.businesses_photo(place + 2);
        }
        (image, media::largest(&photo.picture))
    });
    each.collect()
}
