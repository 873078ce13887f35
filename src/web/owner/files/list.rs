//! All lists that somebody may take along as a file.

use crate::{
    db,
    domain::{
        bookings::lists::List,
        businesses::role::{Right, StaffRole},
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{buttons::PostButton, frame::ShopFrame, icon::Icon, nav::Nav},
    },
};
use actix_web::web::{Data, Path};
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "owner/files/list.html")]
pub struct FilesPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    parts: Vec<(String, Vec<Way>)>,
}

/// The way to one of them.
struct Way {
    icon: Icon,
    label: String,
    words: String,
    url: String,
}

/// Whether there is anything here for somebody.
pub fn is_for(at: &AtWork) -> bool {
    List::ALL
        .into_iter()
        .any(|list| list.is_by_itself() && at.member.may(list.right()))
}

/// The page.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let wish = (path.1.as_str(), Right::ReadBookings);
    let found = member::look(&site, &ctx, &signed_in, wish, |_, at| {
        db::Result::Ok(at.clone())
    });
    let at = found.await??;
    if !is_for(&at) {
        return Err(Error::Forbidden);
    }
    let desk = Desk::of(&ctx, &signed_in, &at, Room::Office);
    let parts = [
        (ctx.t.files_out(), out(&ctx, &at)),
        (ctx.t.files_in(), brought(&ctx, &at)),
    ];
    ctx.html(&FilesPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: ctx.t.files_title(),
        parts: parts
            .into_iter()
            .filter(|(_, ways)| !ways.is_empty())
            .collect(),
        ctx: &ctx,
    })
}

/// What is taken along.
fn out(ctx: &PageCtx, at: &AtWork) -> Vec<Way> {
    let (t, slug) = (ctx.t, at.profile.slug.as_str());
    let lists = List::ALL.into_iter();
    let lists = lists.filter(|list| list.is_by_itself() && at.member.may(list.right()));
    let mut ways: Vec<Way> = lists
        .map(|list| Way {
            icon: Icon::List,
            label: t.of_family("files-list", list.id()),
            words: t.of_family("files-about", list.id()),
            url: links::owner(ctx.lang, slug, &format!("files/{}", list.id())),
        })
        .collect();
    let guests = Way {
        icon: Icon::Person,
        label: t.customers_export(),
        words: t.files_about_guests(),
        url: links::owner(ctx.lang, slug, "customers/export"),
    };
    if at.member.role == StaffRole::Owner {
        ways.push(Way {
            icon: Icon::Lock,
            label: t.files_everything(),
            words: t.files_everything_home(),
            url: links::owner(ctx.lang, slug, "files/everything"),
        });
    }
    if at.member.may(Right::MoveCustomers) {
        ways.insert(ways.len().min(1), guests);
    }
    ways
}

/// What is brought in.
fn brought(ctx: &PageCtx, at: &AtWork) -> Vec<Way> {
    let (t, slug) = (ctx.t, at.profile.slug.as_str());
    let guests = Way {
        icon: Icon::Person,
        label: t.customers_import(),
        words: t.files_import_guests(),
        url: links::owner(ctx.lang, slug, "customers/import"),
    };
    let bookings = Way {
        icon: Icon::Calendar,
        label: t.imports_title(),
        words: t.imports_files(),
        url: links::owner(ctx.lang, slug, "imports"),
    };
    let may = at.member.may(Right::MoveCustomers);
    let also = may && at.member.may(Right::CreateBookings);
    let guests = may.then_some(guests);
    guests.into_iter().chain(also.then_some(bookings)).collect()
}
