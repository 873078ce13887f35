//! Time kept free of bookings: seen, and taken off again.

use crate::{
    base::{ids::BlockId, time::LocalDate},
    db::{self, DbError},
    domain::{
        businesses::role::Right,
        scheduling::{
            block::{self, Block},
            resource::{self, Resource},
        },
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::typed::Typed,
        gate::member::{self, AtWork},
        links::{self, Prefill},
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
            post_form::PostForm,
            summary_list::{SummaryList, SummaryRow},
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

/// What putting and removing need; whoever sees the day sees what stands in it.
pub const RIGHT: Right = Right::BlockTime;

/// One block.
#[derive(Template)]
#[template(path = "staff/block.html")]
pub struct BlockPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    back: LinkButton,
    facts: SummaryList,
    remove: Option<PostButton>,
}

/// What the button sends.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct RemoveForm {
    csrf: String,
}

/// One of them, for whoever sees the day.
pub async fn show(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let id: BlockId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let found = member::look(
        &site,
        &ctx,
        &signed_in,
        (&slug, Right::ReadBookings),
        move |tx, at| {
            let Some(block) = block::find(tx, id)? else {
                return Ok::<_, DbError>(None);
            };
            let resource = resource::find(tx, block.resource_id)?;
            Ok(Some((at.clone(), block, resource, tx.now())))
        },
    );
    let (at, block, resource, now) = found.await??.ok_or(Error::NotFound)?;
    let moments = Moments::new(ctx.t, at.profile.zone, now);
    ctx.html(&shown(
        &ctx,
        &signed_in,
        &at,
        (&block, resource.as_ref(), &moments),
    ))
}

/// Takes it off.
pub async fn remove(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<RemoveForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let (_, slug, id) = path.into_inner();
    let id: BlockId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let wish = (slug.as_str(), RIGHT);
    let removed = member::enter(
        &site,
        &ctx,
        &signed_in,
        wish,
        move |tx, _| -> db::Result<_> {
            let block = block::find(tx, id)?;
            block::remove(tx, id)?;
            Ok(block.map(|block| block.business_date))
        },
    );
    let date = removed.await??.ok_or(Error::NotFound)?;
    let day = links::day(ctx.lang, &slug, Some(date), "day");
    Ok(flash::say(ctx.see_other(&day)?, Said::Unblocked))
}

/// Why it is there: as somebody wrote, or because a calendar elsewhere has it.
pub fn reason(ctx: &PageCtx, block: &Block) -> String {
    match block.outside_id {
        Some(_) => ctx.t.calendars_block(),
        None => block.reason.clone(),
    }
}

/// The way back to its day.
pub fn back(ctx: &PageCtx, slug: &str, date: Option<LocalDate>) -> LinkButton {
    LinkButton {
        label: ctx.t.desk_nav_day(),
        url: links::day(ctx.lang, slug, date, "day"),
        voice: Voice::Text,
        small: true,
        icon: Some(Icon::Back),
        ..LinkButton::default()
    }
}

fn shown<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    at: &AtWork,
    (block, resource, moments): (&Block, Option<&Resource>, &Moments),
) -> BlockPage<'a> {
    let (t, slug) = (ctx.t, at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, at, Room::Booking);
    let row = |question: String, answer: String| SummaryRow {
        question,
        answer,
        ..SummaryRow::default()
    };
    let mut rows = vec![
        row(
            t.desk_block_when(),
            moments.when(block.business_date, block.start_at, block.end_at),
        ),
        row(
            t.desk_block_staff(),
            resource
                .map(|one| one.name.text(ctx.lang).to_owned())
                .unwrap_or_default(),
        ),
    ];
    let reason = reason(ctx, block);
    if !reason.is_empty() {
        rows.push(row(t.desk_block_reason(), reason));
    }
    BlockPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.desk_block(),
        back: back(ctx, slug, Some(block.business_date)),
        facts: SummaryList { rows },
        // What a calendar elsewhere has goes when it goes there.
        remove: (at.member.may(RIGHT) && block.outside_id.is_none()).then(|| PostButton {
            label: t.desk_block_remove(),
            form: PostForm {
                action: links::block(
                    ctx.lang,
                    slug,
                    &format!("{}/remove", block.id),
                    &Prefill::default(),
                ),
                hidden: vec![("csrf".to_owned(), ctx.csrf.clone())],
            },
            voice: Voice::DangerQuiet,
            ..PostButton::default()
        }),
        ctx,
    }
}
