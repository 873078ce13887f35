//! What a business still lacks when it is let in: its page would be public, and nothing on it could be booked.

use crate::{
    base::ids::BusinessId,
    db::{self, Actor, Scope, TenantTx},
    domain::{businesses::profile, catalog::service},
    web::{error::Error, page::PageCtx, site::Site, ui::summary_list::SummaryRow},
};

/// Reads it, for an operator whom the gate has let pass.
pub async fn missing(
    site: &Site,
    ctx: &PageCtx,
    business: BusinessId,
) -> Result<Vec<&'static str>, Error> {
    let scope = Scope {
        request: ctx.request.clone(),
        ..Scope::new(business, Actor::House)
    };
    let found: db::Result<_> = site.db.read(scope, read).await;
    Ok(found?)
}

fn read(tx: &mut TenantTx<'_>) -> db::Result<Vec<&'static str>> {
    let menu = service::all(tx)?.is_empty().then_some("menu");
    let week = profile::own(tx)?.is_none_or(|profile| profile.week.is_empty());
    Ok(menu.into_iter().chain(week.then_some("hours")).collect())
}

/// What is said of it on the page that asks whether to let the business in.
pub fn said(ctx: &PageCtx, missing: &[&str]) -> Option<(String, SummaryRow)> {
    let t = ctx.t;
    let each: Vec<String> = missing
        .iter()
        .map(|what| t.of_family("operators-missing", what))
        .collect();
    (!each.is_empty()).then(|| {
        let row = SummaryRow {
            question: t.operators_lacks(),
            answer: each.join(&t.businesses_list_comma()),
            ..SummaryRow::default()
        };
        (t.operators_lacks_lead(), row)
    })
}
