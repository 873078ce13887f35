//! Another time or another person for one service of a visit, typed: on the same day, between the guest's other services.

use super::{
    booking::{self, Whole},
    clash::ClashBox,
    new_fields::tick,
    part::{act, drawn, open_line, overtaken},
    progress,
    relocation_form::{Meant, RelocationForm, parse},
};
use crate::{
    base::msg::Msg,
    domain::{
        bookings::{
            lines_told::ToldLine,
            part::{self, PartError, Shift},
        },
        businesses::role::Right,
        catalog::service,
        scheduling::{
            availability::Slot,
            resource::{self, Resource},
        },
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        gate::member,
        links,
        page::PageCtx,
        parts::PartLine,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            choice_field::ChoiceField,
            error_summary::ErrorSummary,
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
            select_field::SelectField,
            text_field::TextField,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "staff/part_move.html")]
pub struct PartMovePage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    name: String,
    clash: Option<ClashBox>,
    part: PartLine,
    room: Option<String>,
    form: PostForm,
    time: TextField,
    staff: Option<SelectField>,
    nominated: Option<ChoiceField>,
    reason: TextField,
    tell: Option<ChoiceField>,
    submit: Submit,
    back: LinkButton,
}

/// What the page is drawn from: the booking, the service, and who could do it.
struct Scene {
    whole: Whole,
    line: ToldLine,
    able: Vec<Resource>,
}

/// What was typed, what is wrong with it, and when else it could be.
struct Draft<'a> {
    form: &'a RelocationForm,
    errors: &'a Errors,
    refused: Option<(String, Vec<Slot>)>,
}

/// The form, with the present time in it.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String, i16)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id, part) = path.into_inner();
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), Right::MoveBookings).await?;
    let Some(line) = open_line(&whole, part) else {
        return overtaken(&ctx, &whole);
    };
    let scene = read(&site, &ctx, &signed_in, (whole, line)).await?;
    let (row, line) = (&scene.whole.booking.row, &scene.line);
    let clock = scene.whole.clock(&ctx);
    let form = RelocationForm {
        date: row.business_date.to_string(),
        time: clock.time(row.business_date, line.start),
        tell: "yes".to_owned(),
        version: row.version.to_string(),
        ..RelocationForm::default()
    };
    let draft = Draft {
        form: &form,
        errors: &Errors::default(),
        refused: None,
    };
    ctx.html(&page(&ctx, &signed_in, &scene, draft))
}

/// Moves it.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String, i16)>,
    form: Typed<RelocationForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id, part) = path.into_inner();
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), Right::MoveBookings).await?;
    let Some(line) = open_line(&whole, part) else {
        return overtaken(&ctx, &whole);
    };
    let scene = read(&site, &ctx, &signed_in, (whole, line)).await?;
    let mut errors = Errors::default();
    let zone = scene.whole.at.profile.zone;
    let draw = |form: &RelocationForm, errors: &Errors, status: StatusCode| {
        let draft = Draft {
            form,
            errors,
            refused: None,
        };
        ctx.redraw(status, &page(&ctx, &signed_in, &scene, draft))
    };
    if form.switch == "yes" {
        return draw(&form, &errors, StatusCode::OK);
    }
    let Some(meant) = parse(&form, (zone, &scene.able), &mut errors)? else {
        return draw(&form, &errors, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let booking = scene.whole.booking.row.id;
    let refused = match try_moving(&site, &ctx, &signed_in, (&slug, &scene), &meant).await? {
        Ok(()) => {
            let done = progress::done(&ctx, &slug, booking);
            return Ok(flash::say(ctx.see_other(&done)?, Said::PartMoved));
        }
        Err(PartError::Unknown) => return Err(Error::NotFound),
        Err(PartError::Db(error)) => return Err(error.into()),
        Err(PartError::Stale) => {
            errors.add("", Msg::new("form-stale"));
            // The next press is about what is shown now.
            let version = scene.whole.booking.row.version.to_string();
            let form = RelocationForm { version, ..form };
            return draw(&form, &errors, StatusCode::CONFLICT);
        }
        Err(PartError::OutOfOrder(slots)) => (ctx.t.parts_out_of_order(), slots),
        Err(PartError::Refused(refusal, slots)) => {
            (ctx.t.of_family("desk-refusal", refusal.id()), slots)
        }
        Err(_) => return overtaken(&ctx, &scene.whole),
    };
    let draft = Draft {
        form: &form,
        errors: &errors,
        refused: Some(refused),
    };
    let drawn = page(&ctx, &signed_in, &scene, draft);
    ctx.redraw(StatusCode::CONFLICT, &drawn)
}

async fn try_moving(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, scene): (&str, &Scene),
    meant: &Meant,
) -> Result<std::result::Result<(), PartError>> {
    let (meant, part) = (meant.clone(), scene.line.part);
    let booking = scene.whole.booking.row.id;
    let wish = (slug, Right::MoveBookings);
    member::enter(site, ctx, signed_in, wish, move |tx, at| {
        let command = Shift {
            profile: &at.profile,
            booking,
            part,
            start: meant.start,
            version: meant.version,
            person: meant.person,
            reason: &meant.reason,
            tell: meant.tell,
            seen_fee: None,
        };
        part::shift(tx, &command)
    })
    .await
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (whole, line): (Whole, ToldLine),
) -> std::result::Result<Scene, Error> {
    let (id, date) = (line.service, whole.booking.row.business_date);
    let wish = (whole.at.profile.slug.as_str(), Right::MoveBookings);
    let linked = member::look(site, ctx, signed_in, wish, move |tx, _| {
        let known = id.map(|id| service::find(tx, id)).transpose()?.flatten();
        known.map_or(Ok(Vec::new()), |one| resource::linked(tx, &one.on(date)))
    });
    let able = linked.await??.into_iter().map(|(one, _)| one).collect();
    Ok(Scene { whole, line, able })
}

/// Between when it can lie: after the guest's service before it, and before the next one.
fn room(ctx: &PageCtx, scene: &Scene) -> Option<String> {
    let (t, clock, line) = (ctx.t, scene.whole.clock(ctx), &scene.line);
    let date = scene.whole.booking.row.business_date;
    let same = scene.whole.lines.iter();
    let same = same.filter(|one| one.stands() && one.guest == line.guest);
    let (mut from, mut until) = (None, None);
    for one in same {
        match one.part.cmp(&line.part) {
            std::cmp::Ordering::Less => from = from.max(Some(one.end)),
            std::cmp::Ordering::Greater => until = until.or(Some(one.start)),
            std::cmp::Ordering::Equal => {}
        }
    }
    let (from, until) = (
        from.map(|at| clock.time(date, at)),
        until.map(|at| clock.time(date, at)),
    );
    match (from, until) {
        (Some(from), Some(until)) => Some(t.parts_desk_move_room(from, until)),
        (Some(from), None) => Some(t.parts_desk_move_after(from)),
        (None, Some(until)) => Some(t.parts_desk_move_before(until)),
        (None, None) => None,
    }
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    draft: Draft<'_>,
) -> PartMovePage<'a> {
    let (whole, form, errors) = (&scene.whole, draft.form, draft.errors);
    let (t, row, slug) = (ctx.t, &whole.booking.row, &whole.at.profile.slug);
    let desk = Desk::of(ctx, signed_in, &whole.at, Room::Booking);
    let action = act(ctx, whole, (scene.line.part, "move"));
    let title = t.parts_desk_move_title();
    let is_wrong = !errors.is_empty() || draft.refused.is_some();
    let hidden = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    PartMovePage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: match is_wrong {
            true => t.ui_error_page_title(title),
            false => title,
        },
        name: t.desk_guest(&whole.booking.customer.name),
        clash: draft
            .refused
            .map(|refused| clash(ctx, whole, (form, &action), refused)),
        part: drawn(ctx, whole, &scene.line),
        room: room(ctx, scene),
        time: TextField {
            hint: Some(t.parts_desk_move_hint()),
            ..form.time(ctx, errors)
        },
        staff: form.staff(ctx, errors, (&scene.able, !scene.line.is_nominated)),
        nominated: form.nominated(ctx, &scene.able),
        reason: form.reason(ctx, errors),
        form: PostForm {
            hidden: vec![
                hidden("csrf", &ctx.csrf),
                hidden("version", &form.version),
                hidden("date", &form.date),
            ],
            action,
        },
        tell: whole
            .has_email
            .then(|| tick("tell", t.desk_move_tell(), form.tell == "yes")),
        submit: Submit {
            label: t.desk_move_submit(),
            ..Submit::default()
        },
        back: LinkButton {
            label: t.ui_back(),
            url: links::desk_booking(ctx.lang, slug, row.id),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        ctx,
    }
}

/// Why it does not go, with the nearest times that do, each a form of its own.
fn clash(
    ctx: &PageCtx,
    whole: &Whole,
    (form, action): (&RelocationForm, &str),
    (words, slots): (String, Vec<Slot>),
) -> ClashBox {
    let clock = whole.clock(ctx);
    let ways = slots.iter().map(|slot| {
        let wall = ctx.t.wall_time(u32::from(slot.minute.minutes()));
        form.at(action, slot, ctx.t.format_at(clock.day(slot.date), wall))
    });
    ClashBox {
        words,
        bookings: Vec::new(),
        nearest: ctx.t.desk_nearest(),
        ways: ways.collect(),
    }
}
