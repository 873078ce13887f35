//! Several bookings of a series are moved by as many days and to the same time: what would come of it, then one press.

use super::{
    days, reach, reach_word,
    relocation_page::{Draft, RelocationForm, page},
    several,
};
use crate::{
    base::{
        ids::{BookingId, ResourceId},
        msg::Msg,
        text,
        time::{WallTime, wall_on},
    },
    domain::{
        bookings::series::{
            plan::Pick,
            read::{Reach, Series},
            shift::{Moved, Shift, ShiftError, shift},
        },
        businesses::role::Right,
        catalog::service,
        scheduling::resource::{self, Resource},
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, fields, typed::Typed},
        gate::member,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        staff::{
            booking::{self, Whole},
            new_fields::parse_clock,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};

/// What whoever comes here needs.
const RIGHT: Right = Right::MoveBookings;

/// Who asks, on which page.
type By<'a> = (&'a PageCtx, &'a SignedIn);
/// Where, and about which booking.
type Scene<'a> = (&'a Site, &'a Whole);

/// What was meant.
#[derive(Clone)]
struct Meant {
    reach: Reach,
    days: i64,
    wall: WallTime,
    person: Option<ResourceId>,
    picks: Vec<(BookingId, Pick)>,
    reason: String,
    tell: bool,
}

/// The form, with the present time in it.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), RIGHT).await?;
    let Some(series) = several(&whole) else {
        return overtaken(&ctx, &whole);
    };
    let able = able((&ctx, &signed_in), (&site, &whole)).await?;
    let (row, clock) = (&whole.booking.row, whole.clock(&ctx));
    let form = RelocationForm {
        date: row.business_date.to_string(),
        time: clock.time(row.business_date, row.start_at),
        reach: reach_word(Reach::Following).to_owned(),
        tell: "yes".to_owned(),
        ..RelocationForm::default()
    };
    let draft = Draft {
        form: &form,
        errors: &Errors::default(),
        able: &able,
        moves: None,
    };
    ctx.html(&page((&ctx, &signed_in), (&whole, series), &draft))
}

/// Moves them; or draws the form anew, with what would come of it.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<RelocationForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), RIGHT).await?;
    let Some(series) = several(&whole) else {
        return overtaken(&ctx, &whole);
    };
    let by: By<'_> = (&ctx, &signed_in);
    let scene: Scene<'_> = (&site, &whole);
    let able = able(by, scene).await?;
    let mut errors = Errors::default();
    let meant = parse(&form, (&whole, series, &able), &mut errors);
    let is_switched = form.switch == "yes";
    if is_switched {
        errors = Errors::default();
    }
    let about = (&whole, series, able.as_slice());
    let Some(meant) = meant else {
        let status = match errors.is_empty() {
            true => StatusCode::OK,
            false => StatusCode::UNPROCESSABLE_ENTITY,
        };
        return redraw(by, about, (&form, &errors), (status, None));
    };
    let is_pressed = form.act == "book" && !is_switched && errors.is_empty();
    let seen = is_pressed.then(|| form.seen.clone());
    let moved = try_moving(by, scene, (&meant, seen)).await?;
    let (status, moves) = match moved {
        Ok(_count) => {
            let page = links::desk_booking(ctx.lang, &slug, whole.booking.row.id);
            let page = format!("{page}#series");
            return Ok(flash::say(ctx.see_other(&page)?, Said::SeriesMoved));
        }
        Err(ShiftError::Foreseen(moves)) if errors.is_empty() => (StatusCode::OK, moves),
        Err(ShiftError::Foreseen(moves)) => (StatusCode::UNPROCESSABLE_ENTITY, moves),
        Err(ShiftError::NotSo(moves)) => {
            errors.add("", Msg::new("series-not-so"));
            (StatusCode::CONFLICT, moves)
        }
        Err(ShiftError::Unknown) => return Err(Error::NotFound),
        Err(ShiftError::Db(error)) => return Err(error.into()),
        Err(ShiftError::Nothing) => return overtaken(&ctx, &whole),
    };
    let drawn = (status, Some(moves).filter(|moves| !moves.is_empty()));
    redraw(by, about, (&form, &errors), drawn)
}

fn overtaken(ctx: &PageCtx, whole: &Whole) -> Result {
    let back = links::desk_booking(ctx.lang, &whole.at.profile.slug, whole.booking.row.id);
    Ok(flash::say(ctx.see_other(&back)?, Said::Overtaken))
}

/// Reads the form, or complains about all of it at once.
fn parse(
    form: &RelocationForm,
    (whole, series, able): (&Whole, &Series, &[Resource]),
    errors: &mut Errors,
) -> Option<Meant> {
    let (row, zone) = (&whole.booking.row, whole.at.profile.zone);
    let date = fields::date(errors, "date", &form.date);
    let wall = parse_clock(errors, "time", &form.time);
    let line = |typed: &str| text::line(typed, 200);
    let reason = fields::optional(errors, "reason", &form.reason, line);
    let person = form.person(able);
    if person.is_none() && !form.staff.is_empty() {
        errors.add("staff", Msg::new("form-choice-gone"));
        return None;
    }
    let (date, wall, reason) = (date?, wall?, reason?);
    let days = (date - row.business_date).num_days();
    let is_same = wall_on(zone, row.business_date, row.start_at) == Some(wall);
    if days == 0 && is_same && person.is_none() {
        errors.add("time", Msg::new("series-move-same"));
        return None;
    }
    let reach = reach(&form.reach);
    let mut picks = Vec::new();
    for one in series.ahead(row.id, reach, whole.now) {
        let key = one.id.to_string();
        let said = days::pick((&form.boxes, &form.shown), (&key, zone), errors);
        picks.extend(said.map(|pick| (one.id, pick)));
    }
    Some(Meant {
        reach,
        days,
        wall,
        person,
        picks,
        reason,
        tell: form.tell == "yes",
    })
}

/// Who could serve; of a visit of several services nobody is asked: each stays with whoever was asked for.
async fn able(
    (ctx, signed_in): By<'_>,
    (site, whole): Scene<'_>,
) -> std::result::Result<Vec<Resource>, Error> {
    if !whole.lines.is_empty() {
        return Ok(Vec::new());
    }
    let (id, date) = whole.booking.row.what_and_when();
    let wish = (whole.at.profile.slug.as_str(), RIGHT);
    let linked = member::look(site, ctx, signed_in, wish, move |tx, _| {
        let known = id.map(|id| service::find(tx, id)).transpose()?.flatten();
        known.map_or(Ok(Vec::new()), |one| resource::linked(tx, &one.on(date)))
    });
    let linked = linked.await??.into_iter();
    Ok(linked.map(|(one, _)| one).collect())
}

type Shifted = std::result::Result<usize, ShiftError>;

async fn try_moving(
    (ctx, signed_in): By<'_>,
    (site, whole): Scene<'_>,
    (meant, seen): (&Meant, Option<String>),
) -> std::result::Result<Shifted, Error> {
    let (meant, booking) = (meant.clone(), whole.booking.row.id);
    let wish = (whole.at.profile.slug.as_str(), RIGHT);
    member::enter(site, ctx, signed_in, wish, move |tx, at| {
        shift(
            tx,
            &Shift {
                profile: &at.profile,
                booking,
                reach: meant.reach,
                days: meant.days,
                wall: meant.wall,
                person: meant.person,
                picks: &meant.picks,
                seen: seen.as_deref(),
                reason: &meant.reason,
                tell: meant.tell,
            },
        )
    })
    .await
}

fn redraw(
    by: By<'_>,
    (whole, series, able): (&Whole, &Series, &[Resource]),
    (form, errors): (&RelocationForm, &Errors),
    (status, moves): (StatusCode, Option<Vec<Moved>>),
) -> Result {
    let draft = Draft {
        form,
        errors,
        able,
        moves: moves.as_deref(),
    };
    by.0.redraw(status, &page(by, (whole, series), &draft))
}
