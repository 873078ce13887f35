//! What each role may do, on one page: the table by which everybody is let in, in words.

use super::words::{self, RIGHT};
use crate::{
    db,
    domain::businesses::role::{Right, StaffRole},
    web::{
        desk::{Desk, Room},
        error::Result,
        gate::member,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;

/// The table.
#[derive(Template)]
#[template(path = "staff/team/rights.html")]
pub struct RightsPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    back: LinkButton,
    roles: Vec<String>,
    rows: Vec<Row>,
}

/// One right, and for each role whether it has it.
struct Row {
    right: String,
    cells: Vec<Cell>,
}

struct Cell {
    words: String,
    has: bool,
}

/// The page, for those who give roles.
pub async fn show(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    let wish = (path.1.as_str(), RIGHT);
    let found = member::look(&site, &ctx, &signed_in, wish, |_, at| -> db::Result<_> {
        Ok(at.clone())
    });
    let at = found.await??;
    let (t, desk) = (ctx.t, Desk::of(&ctx, &signed_in, &at, Room::Team));
    let cell = |role: StaffRole, right: Right| Cell {
        has: role.may(right),
        words: if role.may(right) {
            t.team_table_yes()
        } else {
            t.team_table_no()
        },
    };
    let rows = Right::ALL.into_iter().map(|right| Row {
        right: t.of_family("team-right", &right.id()),
        cells: StaffRole::ALL.map(|role| cell(role, right)).into(),
    });
    ctx.html(&RightsPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.team_table_title(),
        back: LinkButton {
            label: t.team_title(),
            url: links::team(ctx.lang, &at.profile.slug, ""),
            voice: Voice::Text,
            small: true,
            icon: Some(Icon::Back),
            ..LinkButton::default()
        },
        roles: StaffRole::ALL.map(|role| words::role(&ctx, role)).into(),
        rows: rows.collect(),
        ctx: &ctx,
    })
}
