//! A booking by telephone or at the counter: one form, and a clash is told before it happens.

use super::{
    clash::{self, Clash, ClashBox},
    clock::WallClock,
    new_begin::{NewQuery, begin, of_a_card},
    new_fields::{Questions, questions},
    new_form::{Meant, NewForm, parse},
};
use crate::{
    base::{
        msg::Msg,
        time::{LocalDate, local},
    },
    db,
    domain::{
        bookings::take::{Take, TakeBookingError, take},
        businesses::role::Right,
        catalog::service::{self, Service},
        scheduling::{
            availability::Refusal,
            day_plan,
            load::{By, Own},
            resource::{self, Resource},
            seek::Sought,
        },
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{
            Errors,
            typed::{Asked, Typed},
        },
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use chrono::{DateTime, Utc};

/// What whoever comes here needs.
const RIGHT: Right = Right::CreateBookings;

/// The page.
#[derive(Template)]
#[template(path = "staff/new.html")]
pub struct NewPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    /// The same time, to be kept free instead.
    block: Option<LinkButton>,
    clash: Option<ClashBox>,
    anyway: Option<Submit>,
    blocked: Option<(String, Submit)>,
    form: PostForm,
    ask: Questions,
    submit: Submit,
    back: LinkButton,
}

/// What the form is drawn from.
struct Choices {
    at: AtWork,
    services: Vec<Service>,
    resources: Vec<Resource>,
    today: LocalDate,
    now: DateTime<Utc>,
}

/// What was typed, what is wrong with it, and what stands in its way.
struct Draft<'a> {
    form: &'a NewForm,
    errors: &'a Errors,
    clash: Option<&'a Clash>,
    /// Why the guest is blocked.
    blocked: Option<&'a str>,
}

impl<'a> Draft<'a> {
    /// With nothing in its way.
    fn of(form: &'a NewForm, errors: &'a Errors) -> Self {
        Self {
            form,
            errors,
            clash: None,
            blocked: None,
        }
    }
}

/// The form, filled as far as the gap that was pressed tells.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    query: Asked<NewQuery>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let choices = read(&site, &ctx, &signed_in, &path.1).await?;
    let from = (
        &clock(&ctx, &choices),
        choices.at.profile.settings.default_locale.as_str(),
    );
    let form = begin(&ctx, from, &query.0);
    let form = match query.0.customer.parse() {
        Ok(id) => of_a_card(&site, &ctx, &signed_in, (&path.1, id), form).await?,
        Err(_none) => form,
    };
    let sound = Errors::default();
    let draft = Draft::of(&form, &sound);
    ctx.html(&page(&ctx, &signed_in, &choices, &draft))
}

/// Takes the booking.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<NewForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    if form.key.len() < 8 || form.key.len() > 200 {
        return Err(Error::Unreadable);
    }
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let choices = read(&site, &ctx, &signed_in, &slug).await?;
    let mut errors = Errors::default();
    if form.switch == "yes" {
        let form = form.for_page(ctx.lang);
        let draft = Draft::of(&form, &errors);
        return ctx.html(&page(&ctx, &signed_in, &choices, &draft));
    }
    let zone = choices.at.profile.zone;
    let Some(meant) = parse(&form, &choices.services, (zone, ctx.lang), &mut errors) else {
        let draft = Draft::of(&form, &errors);
        let drawn = page(&ctx, &signed_in, &choices, &draft);
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    let over = form.anyway == "yes" || !meant.override_reason.is_empty();
    if over && !choices.at.member.may(Right::Overbook) {
        return Err(Error::Forbidden);
    }
    let mut answer = try_taking(&site, &ctx, &signed_in, &slug, (&meant, "")).await?;
    // Only what really clashes is written down as booked over another.
    if matches!(answer, Err(TakeBookingError::Clash(_))) && !meant.override_reason.is_empty() {
        let reason = meant.override_reason.as_str();
        answer = try_taking(&site, &ctx, &signed_in, &slug, (&meant, reason)).await?;
    }
    match answer {
        Ok(id) => {
            site.wake.notify_one();
            let booking = links::desk_booking(ctx.lang, &slug, id);
            Ok(flash::say(ctx.see_other(&booking)?, Said::Taken))
        }
        Err(TakeBookingError::Db(error)) => Err(error.into()),
        Err(TakeBookingError::Gone) => {
            errors.add("service", Msg::new("form-choice-gone"));
            let draft = Draft::of(&form, &errors);
            let drawn = page(&ctx, &signed_in, &choices, &draft);
            ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn)
        }
        Err(TakeBookingError::Blocked(reason)) => {
            let draft = Draft {
                blocked: Some(&reason),
                ..Draft::of(&form, &errors)
            };
            let drawn = page(&ctx, &signed_in, &choices, &draft);
            ctx.redraw(StatusCode::CONFLICT, &drawn)
        }
        Err(TakeBookingError::Clash(refusal)) => {
            if form.anyway == "yes" {
                errors.add("override_reason", Msg::new("desk-override-required"));
            }
            let clash = in_the_way(&site, &ctx, &signed_in, &slug, (&meant, refusal)).await?;
            let draft = Draft {
                clash: Some(&clash),
                ..Draft::of(&form, &errors)
            };
            let drawn = page(&ctx, &signed_in, &choices, &draft);
            ctx.redraw(StatusCode::CONFLICT, &drawn)
        }
    }
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
) -> std::result::Result<Choices, Error> {
    let found = member::look(
        site,
        ctx,
        signed_in,
        (slug, RIGHT),
        |tx, at| -> db::Result<_> {
            Ok(Choices {
                at: at.clone(),
                services: service::all(tx)?,
                resources: resource::all(tx)?,
                today: day_plan::today(tx, at.profile.zone)?,
                now: tx.now(),
            })
        },
    );
    Ok(found.await??)
}

type Taken = std::result::Result<crate::base::ids::BookingId, TakeBookingError>;

async fn try_taking(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
    (meant, reason): (&Meant, &str),
) -> std::result::Result<Taken, Error> {
    let (meant, reason, secret) = (meant.clone(), reason.to_owned(), site.secret.clone());
    member::enter(site, ctx, signed_in, (slug, RIGHT), move |tx, at| {
        take(
            tx,
            &Take {
                profile: &at.profile,
                service: meant.service.id,
                options: &meant.service.chosen(),
                resource: meant.resource,
                is_nominated: meant.is_nominated,
                start: meant.start,
                party: meant.party,
                source: meant.source,
                details: &meant.details,
                customer: meant.customer,
                despite_block: meant.despite_block,
                override_reason: &reason,
                key: &meant.key,
                secret: &secret,
            },
        )
    })
    .await
}

async fn in_the_way(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
    (meant, refusal): (&Meant, Refusal),
) -> std::result::Result<Clash, Error> {
    let meant = meant.clone();
    let found = member::look(
        site,
        ctx,
        signed_in,
        (slug, RIGHT),
        move |tx, at| -> db::Result<_> {
            let date = local(at.profile.zone, meant.start).date();
            let service = meant.service.clone().on(date);
            let terms = resource::roster(tx)?.terms(&service, meant.resource);
            let service = service.done_by(terms);
            let sought = Sought {
                profile: &at.profile,
                service: &service,
                party: meant.party,
                nominated: meant.resource,
                by: By::Hand,
                own: Own::None,
            };
            clash::read(tx, &sought, meant.start, (refusal, None))
        },
    );
    Ok(found.await??)
}

fn clock(ctx: &PageCtx, choices: &Choices) -> WallClock {
    WallClock {
        t: ctx.t,
        zone: choices.at.profile.zone,
        now: choices.now,
        today: choices.today,
    }
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    choices: &Choices,
    draft: &Draft<'_>,
) -> NewPage<'a> {
    let (t, slug, form) = (ctx.t, &choices.at.profile.slug, draft.form);
    let desk = Desk::of(ctx, signed_in, &choices.at, Room::New);
    let action = links::new_booking(ctx.lang, slug, &links::Prefill::default());
    let title = t.desk_new();
    let sound = draft.errors.is_empty() && draft.clash.is_none() && draft.blocked.is_none();
    let date = crate::base::time::parse_date(&form.date);
    NewPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: draft.errors.summary(t),
        title: if sound {
            title
        } else {
            t.ui_error_page_title(title)
        },
        block: block(ctx, choices, form),
        clash: draft.clash.map(|clash| {
            clash.drawn(ctx, &clock(ctx, choices), slug, |slot, label| {
                form.at(&action, slot, label)
            })
        }),
        anyway: (draft.clash.is_some() && choices.at.member.may(Right::Overbook)).then(|| Submit {
            label: t.desk_override_submit(),
            voice: Voice::DangerQuiet,
            answer: Some(("anyway".to_owned(), "yes".to_owned())),
            ..Submit::default()
        }),
        blocked: draft.blocked.map(|reason| {
            let despite = Submit {
                label: t.desk_blocked_submit(),
                voice: Voice::DangerQuiet,
                answer: Some(("despite".to_owned(), "yes".to_owned())),
                ..Submit::default()
            };
            (t.desk_blocked_reason(reason), despite)
        }),
        ask: questions(
            ctx,
            form,
            draft.errors,
            (&choices.services, &choices.resources),
        ),
        form: PostForm {
            action,
            hidden: [("csrf", &ctx.csrf), ("key", &form.key)]
                .map(|(name, value)| (name.to_owned(), value.clone()))
                .into_iter()
                .chain(form.carried(ctx.lang))
                .collect(),
        },
        submit: Submit {
            label: t.desk_new_submit(),
            ..Submit::default()
        },
        back: LinkButton {
            label: t.ui_back(),
            url: links::day(ctx.lang, slug, date, "today"),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        ctx,
    }
}

/// The way to keep the time free that the form is about.
fn block(ctx: &PageCtx, choices: &Choices, form: &NewForm) -> Option<LinkButton> {
    let prefill = links::Prefill {
        staff: form.staff.parse().ok(),
        date: form.date.parse().ok(),
        time: Some(form.time.clone()).filter(|time| !time.is_empty()),
        ..links::Prefill::default()
    };
    let slug = &choices.at.profile.slug;
    choices.at.member.may(Right::BlockTime).then(|| LinkButton {
        label: ctx.t.desk_block_way(),
        url: links::block(ctx.lang, slug, "new", &prefill),
        voice: Voice::Text,
        ..LinkButton::default()
    })
}
