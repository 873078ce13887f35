//! The attendance list of a session on paper: A4, a box to tick, and no numbers or addresses that nobody needs there.

use super::{
    entry,
    session::SessionPath,
    session_scene::{Scene, key, read},
};
use crate::{
    domain::{bookings::session::Guest, businesses::role::Right},
    web::{
        error::Result,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::buttons::{LinkButton, Voice},
    },
};
use actix_web::web::Data;
use askama::Template;

/// The sheet.
#[derive(Template)]
#[template(path = "staff/session_print.html")]
pub struct PrintPage<'a> {
    ctx: &'a PageCtx,
    title: String,
    place: String,
    when: String,
    teacher: Option<String>,
    counts: String,
    printed: String,
    back: LinkButton,
    rows: Vec<Row>,
}

/// One line.
struct Row {
    name: String,
    kana: String,
    people: i16,
    remark: String,
}

/// The list of a session.
pub async fn show(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: SessionPath,
) -> Result {
    let (_, slug, service, date, minute) = path.into_inner();
    let wish = (slug.as_str(), key(&service, &date, &minute)?);
    let scene = read(&site, &ctx, &signed_in, wish, Right::ReadBookings).await?;
    ctx.html(&page(&ctx, &scene))
}

fn page<'a>(ctx: &'a PageCtx, scene: &Scene) -> PrintPage<'a> {
    let t = ctx.t;
    let count = scene.standing().count();
    PrintPage {
        title: t.classes_sheet_title(scene.name(ctx)),
        place: scene.at.profile.name.text(ctx.lang).to_owned(),
        when: scene.when(ctx),
        teacher: scene.teacher(ctx),
        counts: t.desk_sheet_counts(t.desk_bookings(count), t.people(scene.people())),
        printed: t.desk_sheet_printed(scene.clock(ctx).moment(scene.now)),
        back: LinkButton {
            label: t.ui_back(),
            url: scene.url(ctx, ""),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        rows: scene.standing().map(|guest| row(ctx, guest)).collect(),
        ctx,
    }
}

fn row(ctx: &PageCtx, guest: &Guest) -> Row {
    let row = &guest.row;
    let notes = [row.staff_note.trim(), row.customer_note.trim()];
    let notes: Vec<&str> = notes.into_iter().filter(|note| !note.is_empty()).collect();
    Row {
        name: entry::named(ctx, &guest.customer.name),
        kana: guest.customer.kana(),
        people: row.party_size,
        remark: notes.join(" / ").replace('\n', " "),
    }
}
