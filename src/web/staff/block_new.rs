//! Time to be kept free of bookings: on whom, when, and why. Nothing is put over a booking.

use super::block::{RIGHT, back};
use crate::{
    base::{
        ids::ResourceId,
        msg::Msg,
        text,
        time::{LocalDate, WallTime, instant},
    },
    db,
    domain::{
        bookings::clash::{self, InTheWay},
        scheduling::{
            allocation::TakeError,
            block::{self, NewBlock},
            day_plan,
            resource::{self, Resource},
        },
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{
            Errors, fields,
            typed::{Asked, Typed},
        },
        gate::member::{self, AtWork},
        links::{self, Prefill},
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit},
            choice_field::Choice,
            error_summary::ErrorSummary,
            frame::{FrameLink, ShopFrame},
            mark::Mark,
            nav::Nav,
            post_form::PostForm,
            select_field::SelectField,
            text_field::{Entry, TextField},
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// The longest reason.
const LONGEST_REASON: usize = 80;
/// What a block lasts where nobody says otherwise, in minutes.
const USUAL: u16 = 60;

/// The form.
#[derive(Template)]
#[template(path = "staff/block_new.html")]
pub struct BlockForm<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    in_the_way: Vec<FrameLink>,
    back: LinkButton,
    form: PostForm,
    staff: SelectField,
    date: TextField,
    times: [TextField; 2],
    reason: TextField,
    save: Submit,
}

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typing {
    csrf: String,
    switch: String,
    staff: String,
    date: String,
    time: String,
    until: String,
    reason: String,
}

/// What the form is drawn from.
struct Scene {
    at: AtWork,
    resources: Vec<Resource>,
    today: LocalDate,
    now: DateTime<Utc>,
}

/// The form, filled as far as the gap that was pressed tells.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    query: Asked<Typing>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let scene = read(&site, &ctx, &signed_in, &path.1).await?;
    let mut form = query.0;
    if form.date.is_empty() {
        form.date = scene.today.to_string();
    }
    if form.until.is_empty() {
        let later = |from: WallTime| WallTime::new(from.minutes() + USUAL);
        let until = WallTime::hurried(&form.time).and_then(later);
        form.until = until.map(|until| until.to_string()).unwrap_or_default();
    }
    ctx.html(&page(
        &ctx,
        &signed_in,
        &scene,
        (&form, &Errors::default(), &[]),
    ))
}

/// Puts it there.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<Typing>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let scene = read(&site, &ctx, &signed_in, &slug).await?;
    let mut errors = Errors::default();
    ctx.stand_at(&links::block(ctx.lang, &slug, "new", &Prefill::default()));
    if form.switch == "yes" {
        return ctx.html(&page(&ctx, &signed_in, &scene, (&form, &errors, &[])));
    }
    let Some(meant) = meant(&form, &mut errors, (&scene, &signed_in)) else {
        let drawn = page(&ctx, &signed_in, &scene, (&form, &errors, &[]));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    let (new, wish) = (meant.clone(), (slug.as_str(), RIGHT));
    let put = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        block::put(tx, &new)
    });
    match put.await? {
        Ok(_) => {
            let day = links::day(ctx.lang, &slug, Some(meant.date), "day");
            Ok(flash::say(ctx.see_other(&day)?, Said::Blocked))
        }
        Err(TakeError::Db(error)) => Err(error.into()),
        Err(TakeError::Taken) => {
            let among = [(meant.resource.id, vec![(meant.start, meant.end)])];
            let found = member::look(&site, &ctx, &signed_in, wish, move |tx, _| {
                clash::between(tx, &among, None)
            });
            let in_the_way = found.await??;
            errors.add("", Msg::new("desk-block-taken"));
            let drawn = page(&ctx, &signed_in, &scene, (&form, &errors, &in_the_way));
            ctx.redraw(StatusCode::CONFLICT, &drawn)
        }
    }
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
) -> std::result::Result<Scene, Error> {
    let found = member::look(
        site,
        ctx,
        signed_in,
        (slug, RIGHT),
        |tx, at| -> db::Result<_> {
            Ok(Scene {
                at: at.clone(),
                resources: resource::all(tx)?,
                today: day_plan::today(tx, at.profile.zone)?,
                now: tx.now(),
            })
        },
    );
    Ok(found.await??)
}

fn meant(
    form: &Typing,
    errors: &mut Errors,
    (scene, signed_in): (&Scene, &SignedIn),
) -> Option<NewBlock> {
    let id: Option<ResourceId> = form.staff.parse().ok();
    let resource = scene.resources.iter().find(|one| Some(one.id) == id);
    if resource.is_none() {
        errors.add("staff", Msg::new("desk-block-staff-required"));
    }
    let date = match text::is_blank(&form.date) {
        true => {
            errors.add("date", Msg::new("form-date-required"));
            None
        }
        false => fields::date(errors, "date", &form.date),
    };
    let mut clock = |field: &'static str, typed: &str| {
        let wall = WallTime::hurried(typed);
        if wall.is_none() {
            errors.add(field, Msg::new("form-span-form"));
        }
        wall
    };
    let (from, until) = (clock("time", &form.time), clock("until", &form.until));
    if from.zip(until).is_some_and(|(from, until)| until <= from) {
        errors.add("until", Msg::new("form-span-order"));
    }
    let line = |typed: &str| text::line(typed, LONGEST_REASON);
    let reason = fields::optional(errors, "reason", &form.reason, line);
    let zone = scene.at.profile.zone;
    let (start, end) = (instant(zone, date?, from?), instant(zone, date?, until?));
    if errors.is_empty() && (start.is_none() || end.is_none() || end <= Some(scene.now)) {
        errors.add("date", Msg::new("desk-block-past"));
    }
    errors.is_empty().then_some(())?;
    Some(NewBlock {
        resource: resource?.clone(),
        date: date?,
        start: start?,
        end: end?,
        reason: reason?,
        by: signed_in.user,
    })
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (form, errors, in_the_way): (&Typing, &Errors, &[InTheWay]),
) -> BlockForm<'a> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Day);
    let moments = Moments::new(t, scene.at.profile.zone, scene.now);
    let field = |name: &str, label: String, value: &str, entry: Entry| TextField {
        name: name.to_owned(),
        label,
        value: value.to_owned(),
        entry,
        complaint: errors.of(name, t),
        ..TextField::default()
    };
    let booking = |one: &InTheWay| FrameLink {
        label: t.desk_in_the_way(
            t.desk_guest(&one.customer),
            one.name.text(ctx.lang),
            t.format_time_range(moments.clock(one.start), moments.clock(one.end)),
        ),
        url: links::desk_booking(ctx.lang, slug, one.booking),
    };
    let title = t.desk_block_title();
    BlockForm {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        // The two times say the same, so each says which it is.
        errors: errors.summary(t).naming(
            t,
            [
                ("time", t.desk_block_from().as_str()),
                ("until", t.desk_block_until().as_str()),
            ],
        ),
        title: if errors.is_empty() {
            title
        } else {
            t.ui_error_page_title(title)
        },
        in_the_way: in_the_way.iter().map(booking).collect(),
        back: back(ctx, slug, form.date.parse().ok()),
        form: PostForm {
            action: links::block(ctx.lang, slug, "new", &Prefill::default()),
            hidden: vec![("csrf".to_owned(), ctx.csrf.clone())],
        },
        staff: SelectField {
            name: "staff".to_owned(),
            label: t.desk_block_staff(),
            options: staff(ctx, scene, &form.staff),
            mark: Mark::required(t.ui_required()),
            complaint: errors.of("staff", t),
            ..SelectField::default()
        },
        date: field("date", t.desk_block_date(), &form.date, Entry::Date),
        times: [
            field("time", t.desk_block_from(), &form.time, Entry::Time),
            field("until", t.desk_block_until(), &form.until, Entry::Time),
        ],
        reason: TextField {
            mark: Mark::optional(t.ui_optional()),
            hint: Some(t.desk_block_reason_hint()),
            ..field("reason", t.desk_block_reason(), &form.reason, Entry::Text)
        },
        save: Submit {
            label: t.desk_block_save(),
            ..Submit::default()
        },
        ctx,
    }
}

fn staff(ctx: &PageCtx, scene: &Scene, chosen: &str) -> Vec<Choice> {
    let none = Choice {
        label: ctx.t.desk_block_choose(),
        ..Choice::default()
    };
    let each = scene.resources.iter().map(|one| Choice {
        value: one.id.to_string(),
        label: one.name.text(ctx.lang).to_owned(),
        chosen: one.id.to_string() == chosen,
        ..Choice::default()
    });
    std::iter::once(none).chain(each).collect()
}
