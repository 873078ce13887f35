//! A booking by telephone or at the counter: one form, and a clash is told before it happens.

use super::{
    clash::{self, Clash},
    coupon,
    new_begin::NewQuery,
    new_form::{Act, NewForm},
    new_meant::{Meant, parse},
    new_page::{Draft, page},
    new_read::{Choices, RIGHT, Source, read},
    several_meant,
};
use crate::{
    base::{ids::BookingId, msg::Msg, time::local},
    db,
    domain::{
        bookings::{
            series::letter,
            take::{Take, TakeBookingError, take},
            take_visit::{Next, take_visit},
        },
        businesses::role::Right,
        scheduling::{
            availability::Refusal,
            largest,
            load::{By, Own},
            resource,
            seek::Sought,
            visit::{self, Part},
        },
    },
    web::{
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
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};

/// The form, filled as far as the gap that was pressed tells.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    query: Asked<NewQuery>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let source = Source::Asked(query.0);
    let (choices, form) = read(&site, &ctx, &signed_in, &path.1, source).await?;
    let sound = Errors::default();
    let draft = Draft::of(&form, &sound);
    ctx.html(&page(&ctx, &signed_in, &choices, &draft))
}

/// Takes the booking; or draws the form anew, with what was looked for.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<NewForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    if form.0.key.len() < 8 || form.0.key.len() > 200 {
        return Err(Error::Unreadable);
    }
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let (act, form) = form.0.pressed();
    let source = Source::Typed(Box::new(form.for_page(ctx.lang)), act == Act::Find);
    let (choices, form) = read(&site, &ctx, &signed_in, &slug, source).await?;
    let mut errors = Errors::default();
    if act != Act::Book {
        let draft = Draft::of(&form, &errors);
        return ctx.html(&page(&ctx, &signed_in, &choices, &draft));
    }
    let (zone, who) = (choices.at.profile.zone, choices.card());
    let from = (choices.services.as_slice(), who);
    let Some(meant) = parse(&form, from, (zone, ctx.lang), &mut errors) else {
        let draft = Draft::of(&form, &errors);
        let drawn = page(&ctx, &signed_in, &choices, &draft);
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    let over = form.anyway == "yes" || !meant.override_reason.is_empty();
    if over && !choices.at.member.may(Right::Overbook) {
        return Err(Error::Forbidden);
    }
    // What is repeated is one service.
    let repeats = form.repeat == "yes" && meant.more.is_empty();
    let mut answer = try_taking(&site, &ctx, &signed_in, &slug, (&meant, "", repeats)).await?;
    // Only what really clashes is written down as booked over another.
    if matches!(answer, Err(TakeBookingError::Clash(_))) && !meant.override_reason.is_empty() {
        let reason = meant.override_reason.as_str();
        let again = (&meant, reason, repeats);
        match try_taking(&site, &ctx, &signed_in, &slug, again).await? {
            Err(TakeBookingError::Overbooked(most)) => clash::enough(&mut errors, most),
            again => answer = again,
        }
    }
    let refused = match answer {
        Ok(id) => {
            site.wake.notify_one();
            let booking = match repeats {
                true => links::desk_act(ctx.lang, &slug, id, "series"),
                false => links::desk_booking(ctx.lang, &slug, id),
            };
            return Ok(flash::say(ctx.see_other(&booking)?, Said::Taken));
        }
        Err(refused) => refused,
    };
    let clash = match &refused {
        TakeBookingError::Clash(refusal) => {
            Some(in_the_way(&site, &ctx, &signed_in, &slug, (&meant, *refusal)).await?)
        }
        _ => None,
    };
    let typed = (&form, errors);
    refusal(&ctx, &signed_in, &choices, typed, (refused, clash))
}

/// The form with why it was not taken.
fn refusal(
    ctx: &PageCtx,
    signed_in: &SignedIn,
    choices: &Choices,
    (form, mut errors): (&NewForm, Errors),
    (refused, clash): (TakeBookingError, Option<(Clash, Option<i16>)>),
) -> Result {
    let (clash, most) = clash.unzip();
    if let Some(most) = most.flatten() {
        errors.add("party", Msg::new("desk-party-most").with("most", most));
    }
    let mut blocked = None;
    let status = match refused {
        TakeBookingError::Db(error) => return Err(error.into()),
        TakeBookingError::Gone => {
            errors.add("service", Msg::new("form-choice-gone"));
            StatusCode::UNPROCESSABLE_ENTITY
        }
        TakeBookingError::Coupon(why) => {
            errors.add(coupon::FIELD, coupon::refused(ctx.t, why));
            StatusCode::UNPROCESSABLE_ENTITY
        }
        TakeBookingError::Blocked(reason) => {
            blocked = Some(reason);
            StatusCode::CONFLICT
        }
        TakeBookingError::Clash(_) | TakeBookingError::Overbooked(_) => {
            if form.anyway == "yes" && !errors.has(clash::REASON) {
                errors.add("override_reason", Msg::new("desk-override-required"));
            }
            StatusCode::CONFLICT
        }
    };
    let draft = Draft {
        clash: clash.as_ref(),
        blocked: blocked.as_deref(),
        ..Draft::of(form, &errors)
    };
    ctx.redraw(status, &page(ctx, signed_in, choices, &draft))
}

type Taken = std::result::Result<BookingId, TakeBookingError>;

async fn try_taking(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
    (meant, reason, repeats): (&Meant, &str, bool),
) -> std::result::Result<Taken, Error> {
    let (meant, reason, secret) = (meant.clone(), reason.to_owned(), site.secret.clone());
    member::enter(
        site,
        ctx,
        signed_in,
        (slug, RIGHT),
        move |tx, at| -> Taken {
            let command = Take {
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
                coupon: &meant.coupon,
                key: &meant.key,
                secret: &secret,
            };
            let more: Vec<Next> = meant.more.iter().map(several_meant::Meant::next).collect();
            let id = match more.is_empty() {
                true => take(tx, &command)?,
                false => take_visit(tx, &command, &more)?,
            };
            if repeats {
                // One letter tells of all of them, once it is known which.
                letter::wait(tx, id)?;
            }
            Ok(id)
        },
    )
    .await
}

async fn in_the_way(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
    (meant, refusal): (&Meant, Refusal),
) -> std::result::Result<(Clash, Option<i16>), Error> {
    let meant = meant.clone();
    let found = member::look(
        site,
        ctx,
        signed_in,
        (slug, RIGHT),
        move |tx, at| -> db::Result<_> {
            if !meant.more.is_empty() {
                let all = meant.all();
                let parts: Vec<Part<'_>> = all.iter().map(several_meant::Meant::part).collect();
                let sought = visit::Sought {
                    profile: &at.profile,
                    parts: &parts,
                    by: By::Hand,
                    own: Own::None,
                };
                let clash = clash::read_visit(tx, &sought, meant.start, (refusal, None))?;
                return Ok((clash, None));
            }
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
            let most = match refusal {
                Refusal::PartyTooLarge => Some(largest::of(tx, &service, By::Hand)?),
                _ => None,
            };
            let clash = clash::read(tx, &sought, meant.start, (refusal, None))?;
            Ok((clash, most))
        },
    );
    Ok(found.await??)
}
