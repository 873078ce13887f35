//! Another time or another person for a booking, typed: works without a script and beside any dragging. A clash is told
//! first; with a reason the booking may stand over another.

use super::{
    booking::{self, Whole},
    clash::{self, Clash, ClashBox},
    lines,
    new_fields::tick,
    progress,
    relocation_clash::{self, InTheWay, in_the_way},
    relocation_form::{Meant, RelocationForm, Wanted, parse},
};
use crate::{
    base::msg::Msg,
    db::DbError,
    domain::{
        bookings::{
            booking as bookings,
            reschedule::{Reschedule, RescheduleError, reschedule},
            visit_again::{self, Again},
        },
        businesses::role::Right,
        catalog::service,
        scheduling::resource::{self, Resource},
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{
            Errors,
            typed::{Asked, Typed},
        },
        gate::member,
        links,
        page::PageCtx,
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
            summary_list::SummaryList,
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
#[template(path = "staff/relocation.html")]
pub struct RelocationPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    clash: Option<ClashBox>,
    visit: SummaryList,
    form: PostForm,
    date: TextField,
    time: TextField,
    /// How long it takes; what is said of a visit instead, which goes as a whole.
    minutes: std::result::Result<TextField, String>,
    staff: Option<SelectField>,
    nominated: Option<ChoiceField>,
    reason: TextField,
    tell: Option<ChoiceField>,
    override_reason: TextField,
    anyway: Option<Submit>,
    submit: Submit,
    back: LinkButton,
}

/// What the page is drawn from: the booking, and who could serve it.
pub struct Scene {
    /// The booking.
    pub whole: Whole,
    able: Vec<Resource>,
    /// Its services, where it is a visit of several.
    pub visit: Option<Again>,
}

/// What was typed, what is wrong with it, and what stands in its way.
struct Draft<'a> {
    form: &'a RelocationForm,
    errors: &'a Errors,
    clash: Option<&'a Clash>,
}

/// The form, with the present time in it, or with the one that the booking was dragged to: then what stands in the way of
/// that is told at once.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    wanted: Asked<Wanted>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let scene = read(&site, &ctx, &signed_in, &slug, &id).await?;
    let (row, clock) = (&scene.whole.booking.row, scene.whole.clock(&ctx));
    if !row.status.is_ahead() {
        let back = links::desk_booking(ctx.lang, &slug, row.id);
        return Ok(flash::say(ctx.see_other(&back)?, Said::Overtaken));
    }
    let wanted = relocation_clash::dragged(&scene.whole, wanted.0);
    let or = |asked: &str, present: String| match asked {
        "" => present,
        asked => asked.to_owned(),
    };
    let form = RelocationForm {
        date: or(&wanted.date, row.business_date.to_string()),
        time: or(&wanted.time, clock.time(row.business_date, row.start_at)),
        minutes: match scene.visit {
            Some(_) => String::new(),
            None => or(&wanted.minutes, bookings::minutes(row).to_string()),
        },
        staff: wanted.staff.clone(),
        nominated: wanted.nominated(row),
        tell: "yes".to_owned(),
        version: row.version.to_string(),
        ..RelocationForm::default()
    };
    let mut errors = Errors::default();
    let clash = match parse(&form, (clock.zone, &scene.able), &mut errors)? {
        Some(meant) if !wanted.is_nothing() => {
            let way = InTheWay::Foreseen(&meant);
            in_the_way(&site, &ctx, &signed_in, &scene, way).await?
        }
        _ => None,
    };
    let draft = Draft {
        form: &form,
        errors: &errors,
        clash: clash.as_ref(),
    };
    ctx.html(&page(&ctx, &signed_in, &scene, &draft))
}

/// Moves it.
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
    let scene = read(&site, &ctx, &signed_in, &slug, &id).await?;
    let row = &scene.whole.booking.row;
    let mut errors = Errors::default();
    let zone = scene.whole.at.profile.zone;
    if form.switch == "yes" {
        let draft = Draft {
            form: &form,
            errors: &errors,
            clash: None,
        };
        return ctx.html(&page(&ctx, &signed_in, &scene, &draft));
    }
    let Some(meant) = parse(&form, (zone, &scene.able), &mut errors)? else {
        let draft = Draft {
            form: &form,
            errors: &errors,
            clash: None,
        };
        let drawn = page(&ctx, &signed_in, &scene, &draft);
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    let over = form.anyway == "yes" || !meant.override_reason.is_empty();
    if over && !scene.whole.may(Right::Overbook) {
        return Err(Error::Forbidden);
    }
    let mut moved = try_moving(&site, &ctx, &signed_in, &scene, (&meant, "")).await?;
    // Only what really clashes is written down as standing over another.
    if matches!(moved, Err(RescheduleError::Refused(..))) && !meant.override_reason.is_empty() {
        let reason = meant.override_reason.as_str();
        match try_moving(&site, &ctx, &signed_in, &scene, (&meant, reason)).await? {
            Err(RescheduleError::Overbooked(most)) => clash::enough(&mut errors, most),
            again => moved = again,
        }
    }
    let back = links::desk_booking(ctx.lang, &slug, row.id);
    let (form, clash) = match moved {
        Ok(()) => {
            let done = progress::done(&ctx, &slug, row.id);
            return Ok(flash::say(ctx.see_other(&done)?, Said::GuestMoved));
        }
        Err(RescheduleError::Unknown) => return Err(Error::NotFound),
        Err(RescheduleError::Db(error)) => return Err(error.into()),
        Err(RescheduleError::Stale) => {
            errors.add("", Msg::new("form-stale"));
            // The next press is about what is shown now.
            let version = row.version.to_string();
            (RelocationForm { version, ..form }, None)
        }
        Err(RescheduleError::Refused(refusal, slots)) => {
            if form.anyway == "yes" && !errors.has(clash::REASON) {
                errors.add("override_reason", Msg::new("desk-override-required"));
            }
            let way = InTheWay::Told(&meant, refusal);
            let found = in_the_way(&site, &ctx, &signed_in, &scene, way).await?;
            let found = found.ok_or(Error::NotFound)?;
            (form, Some(Clash { slots, ..found }))
        }
        Err(_) => return Ok(flash::say(ctx.see_other(&back)?, Said::Overtaken)),
    };
    let draft = Draft {
        form: &form,
        errors: &errors,
        clash: clash.as_ref(),
    };
    let drawn = page(&ctx, &signed_in, &scene, &draft);
    ctx.redraw(StatusCode::CONFLICT, &drawn)
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
    id: &str,
) -> std::result::Result<Scene, Error> {
    let whole = booking::read(site, ctx, signed_in, (slug, id), Right::MoveBookings).await?;
    let (id, date) = whole.booking.row.what_and_when();
    let wish = (slug, Right::MoveBookings);
    let booking = whole.booking.row.id;
    let linked = member::look(
        site,
        ctx,
        signed_in,
        wish,
        move |tx, _| -> std::result::Result<_, DbError> {
            if let Some(visit) = visit_again::read(tx, booking)? {
                return Ok((Some(visit), Vec::new()));
            }
            let known = id.map(|id| service::find(tx, id)).transpose()?.flatten();
            let linked = known.map_or(Ok(Vec::new()), |one| resource::linked(tx, &one.on(date)))?;
            Ok((None, linked))
        },
    );
    let (visit, linked) = linked.await??;
    let able = linked.into_iter().map(|(one, _)| one).collect();
    Ok(Scene { whole, able, visit })
}

async fn try_moving(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (meant, reason): (&Meant, &str),
) -> std::result::Result<std::result::Result<(), RescheduleError>, Error> {
    let (meant, override_reason) = (meant.clone(), reason.to_owned());
    let booking = scene.whole.booking.row.id;
    let slug = &scene.whole.at.profile.slug;
    let wish = (slug.as_str(), Right::MoveBookings);
    member::enter(site, ctx, signed_in, wish, move |tx, at| {
        reschedule(
            tx,
            &Reschedule {
                profile: &at.profile,
                booking,
                start: meant.start,
                minutes: meant.minutes,
                version: meant.version,
                reason: &meant.reason,
                tell: meant.tell,
                person: meant.person,
                override_reason: &override_reason,
                seen_fee: None,
            },
        )
    })
    .await
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    draft: &Draft<'_>,
) -> RelocationPage<'a> {
    let whole = &scene.whole;
    let (t, row, slug) = (ctx.t, &whole.booking.row, &whole.at.profile.slug);
    let (form, errors) = (draft.form, draft.errors);
    let desk = Desk::of(ctx, signed_in, &whole.at, Room::Booking);
    let clock = whole.clock(ctx);
    let action = links::desk_act(ctx.lang, slug, row.id, "move");
    let title = t.desk_move_title();
    RelocationPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: if errors.is_empty() && draft.clash.is_none() {
            title
        } else {
            t.ui_error_page_title(title)
        },
        clash: draft.clash.map(|clash| {
            clash.drawn(ctx, &clock, slug, |slot, label| {
                form.at(&action, slot, label)
            })
        }),
        visit: lines::visit(ctx, whole),
        date: form.date(ctx, errors),
        time: form.time(ctx, errors),
        minutes: match scene.visit {
            Some(_) => Err(t.desk_several_moves()),
            None => Ok(form.minutes(ctx, errors)),
        },
        staff: form.staff(ctx, errors, (&scene.able, !row.is_nominated)),
        nominated: form.nominated(ctx, &scene.able),
        reason: form.reason(ctx, errors),
        override_reason: form.override_reason(ctx, errors),
        form: PostForm {
            action,
            hidden: vec![
                ("csrf".to_owned(), ctx.csrf.clone()),
                ("version".to_owned(), form.version.clone()),
            ],
        },
        tell: whole
            .has_email
            .then(|| tick("tell", t.desk_move_tell(), form.tell == "yes")),
        anyway: over(draft, scene).then(|| Submit {
            label: t.desk_move_anyway(),
            voice: Voice::DangerQuiet,
            answer: Some(("anyway".to_owned(), "yes".to_owned())),
            ..Submit::default()
        }),
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

/// Whether it may be put over others; a visit is not.
fn over(draft: &Draft<'_>, scene: &Scene) -> bool {
    draft.clash.is_some() && scene.visit.is_none() && scene.whole.may(Right::Overbook)
}
