//! What search engines read: the business in schema.org's words. A data attribute would not be read by them, and a
//! `<script>` of data is no script: the content policy does not concern it.

use super::frame;
use crate::{
    domain::businesses::{profile::Profile, vertical::Vertical},
    web::{links, page::PageCtx},
};
use serde_json::json;

/// JSON-LD of a business, safe inside a `<script type="application/ld+json">`.
pub fn business(public_url: &str, ctx: &PageCtx, profile: &Profile) -> String {
    let kind = match profile.vertical {
        Vertical::Salon => "HairSalon",
        Vertical::Clinic => "MedicalClinic",
        Vertical::Restaurant => "Restaurant",
        Vertical::Class => "SportsActivityLocation",
        Vertical::HomeVisit => "HomeAndConstructionBusiness",
        Vertical::Stay => "LodgingBusiness",
    };
    let about = json!({
        "@context": "https://schema.org",
        "@type": kind,
        "name": profile.name.text(ctx.lang),
        "description": profile.about.text(ctx.lang),
        "url": format!("{public_url}{}", links::business(ctx.lang, &profile.slug)),
        "telephone": profile.phone,
        "address": frame::address(ctx, &profile.address),
    });
    // Nothing that could end the element may stand inside it.
    about.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}
