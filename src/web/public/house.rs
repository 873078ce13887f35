//! What the operator of the site tells by law: its terms, what becomes of what it is told, and whom to ask. Where no
//! operator is named there are no such pages.

use crate::{
    base::imprint::Imprint,
    web::{
        error::{Error, Result},
        page::PageCtx,
        site::Site,
        ui::summary_list::{SummaryList, SummaryRow},
    },
};
use actix_web::web::Data;
use askama::Template;

/// The sections of the terms and of the privacy policy, in order; each has a title and a text.
const TERMS: [&str; 10] = [
    "scope",
    "service",
    "booking",
    "account",
    "conduct",
    "shops",
    "changes",
    "liability",
    "amending",
    "law",
];
const PRIVACY: [&str; 9] = [
    "held", "purpose", "shops", "others", "safety", "kept", "requests", "cookies", "amending",
];

/// One of the pages.
#[derive(Template)]
#[template(path = "public/house.html")]
pub struct HousePage<'a> {
    ctx: &'a PageCtx,
    title: String,
    lead: String,
    sections: Vec<Section>,
    who_title: String,
    who: SummaryList,
    email: String,
}

/// A heading and what stands below it.
struct Section {
    title: String,
    text: String,
}

/// 利用規約.
pub async fn terms(site: Data<Site>, ctx: PageCtx) -> Result {
    let t = ctx.t;
    let sections = sections(&TERMS, |section| Section {
        title: t.of_family("legal-terms-title", section),
        text: t.of_family("legal-terms-text", section),
    });
    let operator = operator(&site)?;
    let lead = t.legal_terms_lead(operator.name.text(ctx.lang));
    draw(&ctx, operator, (t.legal_terms(), lead), sections)
}

/// プライバシーポリシー.
pub async fn privacy(site: Data<Site>, ctx: PageCtx) -> Result {
    let t = ctx.t;
    let sections = sections(&PRIVACY, |section| Section {
        title: t.of_family("legal-house-title", section),
        text: t.of_family("legal-house-text", section),
    });
    let operator = operator(&site)?;
    let lead = t.legal_house_lead(operator.name.text(ctx.lang));
    draw(&ctx, operator, (t.legal_privacy_title(), lead), sections)
}

/// お問い合わせ.
pub async fn contact(site: Data<Site>, ctx: PageCtx) -> Result {
    let t = ctx.t;
    let titles = (t.legal_contact(), t.legal_contact_lead());
    draw(&ctx, operator(&site)?, titles, Vec::new())
}

fn operator(site: &Site) -> std::result::Result<&Imprint, Error> {
    site.operator.as_ref().ok_or(Error::NotFound)
}

fn sections(names: &[&str], section: impl Fn(&str) -> Section) -> Vec<Section> {
    names.iter().map(|name| section(name)).collect()
}

fn draw(
    ctx: &PageCtx,
    operator: &Imprint,
    (title, lead): (String, String),
    sections: Vec<Section>,
) -> Result {
    let (t, lang) = (ctx.t, ctx.lang);
    let rows = [
        (t.legal_operator(), operator.name.text(lang)),
        (t.legal_representative(), operator.representative.text(lang)),
        (t.legal_item_address(), operator.address.text(lang)),
    ];
    let rows = rows
        .into_iter()
        .filter(|(_, answer)| !answer.is_empty())
        .map(|(question, answer)| SummaryRow {
            question,
            answer: answer.to_owned(),
            note: None,
            change: None,
        })
        .collect();
    ctx.html(&HousePage {
        ctx,
        title,
        lead,
        sections,
        who_title: t.legal_who(),
        who: SummaryList { rows },
        email: operator.email.clone(),
    })
}
