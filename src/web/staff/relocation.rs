//! Another time for a booking, typed: works without a script and beside any dragging.

use super::{
    booking::{self, Whole},
    clash::{self, Clash, ClashBox},
    desk::{Desk, Room},
    facts,
    new_fields::{parse_clock, tick},
};
use crate::{
    base::{
        msg::Msg,
        text,
        time::{WallTime, instant},
    },
    db::DbError,
    domain::{
        bookings::reschedule::{Reschedule, RescheduleError, reschedule},
        catalog::service,
        scheduling::{availability::Slot, load::Own, seek::Sought},
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
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            choice_field::ChoiceField,
            error_summary::ErrorSummary,
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
            summary_list::SummaryList,
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
    reason: TextField,
    tell: Option<ChoiceField>,
    submit: Submit,
    back: LinkButton,
}

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct RelocationForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    version: String,
    #[serde(default)]
    date: String,
    #[serde(default)]
    time: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    tell: String,
}

/// What is meant.
struct Meant {
    start: DateTime<Utc>,
    reason: String,
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
    let whole = booking::read(&site, &ctx, &signed_in, &slug, &id).await?;
    if !whole.booking.row.status.is_ahead() {
        let back = links::desk_booking(ctx.lang, &slug, whole.booking.row.id);
        return Ok(flash::say(ctx.see_other(&back)?, Said::Overtaken));
    }
    let (row, clock) = (&whole.booking.row, whole.clock(&ctx));
    let form = RelocationForm {
        date: row.business_date.to_string(),
        time: clock.time(row.business_date, row.start_at),
        tell: "yes".to_owned(),
        version: row.version.to_string(),
        ..RelocationForm::default()
    };
    ctx.html(&page(
        &ctx,
        &signed_in,
        &whole,
        (&form, &Errors::default(), None),
    ))
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
    let whole = booking::read(&site, &ctx, &signed_in, &slug, &id).await?;
    let mut errors = Errors::default();
    let Some(meant) = parse(&whole, &form, &mut errors) else {
        let drawn = page(&ctx, &signed_in, &whole, (&form, &errors, None));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    let version: i32 = form
        .version
        .parse()
        .map_err(|_no_number| Error::Unreadable)?;
    let (booking, start, tell) = (whole.booking.row.id, meant.start, form.tell == "yes");
    let moved = member::enter(&site, &ctx, &signed_in, &slug, move |tx, at| {
        reschedule(
            tx,
            &Reschedule {
                profile: &at.profile,
                booking,
                start,
                version,
                reason: &meant.reason,
                tell,
            },
        )
    })
    .await?;
    let back = links::desk_booking(ctx.lang, &slug, booking);
    match moved {
        Ok(()) => Ok(flash::say(ctx.see_other(&back)?, Said::GuestMoved)),
        Err(RescheduleError::Unknown) => Err(Error::NotFound),
        Err(RescheduleError::Db(error)) => Err(error.into()),
        Err(RescheduleError::TooLate | RescheduleError::Gone) => {
            Ok(flash::say(ctx.see_other(&back)?, Said::Overtaken))
        }
        Err(RescheduleError::Stale) => {
            errors.add("", Msg::new("form-stale"));
            // The next press is about what is shown now.
            let fresh = RelocationForm {
                version: whole.booking.row.version.to_string(),
                ..form
            };
            let drawn = page(&ctx, &signed_in, &whole, (&fresh, &errors, None));
            ctx.redraw(StatusCode::CONFLICT, &drawn)
        }
        Err(RescheduleError::Refused(refusal, slots)) => {
            let found = in_the_way(&site, &ctx, &signed_in, &whole, (start, refusal)).await?;
            let clash = Clash { slots, ..found };
            let drawn = page(&ctx, &signed_in, &whole, (&form, &errors, Some(&clash)));
            ctx.redraw(StatusCode::CONFLICT, &drawn)
        }
    }
}

async fn in_the_way(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    whole: &Whole,
    (start, refusal): (
        DateTime<Utc>,
        crate::domain::scheduling::availability::Refusal,
    ),
) -> std::result::Result<Clash, Error> {
    let row = whole.booking.row.clone();
    let slug = &whole.at.profile.slug;
    let found = member::look(
        site,
        ctx,
        signed_in,
        slug,
        move |tx, at| -> std::result::Result<_, DbError> {
            let Some(service) = row.service_id else {
                return Ok(None);
            };
            let Some(service) = service::find(tx, service)? else {
                return Ok(None);
            };
            let sought = Sought {
                profile: &at.profile,
                service: &service,
                party: row.party_size,
                nominated: row.resource_id.filter(|_| row.is_nominated),
                own: Own::Booking(row.id),
            };
            clash::read(tx, &sought, start, (refusal, Some(row.id))).map(Some)
        },
    );
    found.await??.ok_or(Error::NotFound)
}

fn parse(whole: &Whole, form: &RelocationForm, errors: &mut Errors) -> Option<Meant> {
    let date = fields::date(errors, "date", &form.date);
    let time: Option<WallTime> = parse_clock(errors, "time", &form.time);
    let line = |typed: &str| text::line(typed, 200);
    let reason = fields::optional(errors, "reason", &form.reason, line)?;
    let start = instant(whole.at.profile.zone, date?, time?);
    if start.is_none() {
        errors.add("time", Msg::new("desk-refusal-no-such-time"));
    }
    Some(Meant {
        start: start?,
        reason,
    })
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    whole: &Whole,
    (form, errors, clash): (&RelocationForm, &Errors, Option<&Clash>),
) -> RelocationPage<'a> {
    let (t, row, slug) = (ctx.t, &whole.booking.row, &whole.at.profile.slug);
    let desk = Desk::of(ctx, signed_in, &whole.at, Room::Booking);
    let clock = whole.clock(ctx);
    let action = links::desk_act(ctx.lang, slug, row.id, "move");
    let title = t.desk_move_title();
    let field = |name: &str, label: String, value: &str, entry: Entry| TextField {
        name: name.to_owned(),
        label,
        value: value.to_owned(),
        entry,
        complaint: errors.of(name, t),
        ..TextField::default()
    };
    let has_email = whole.booking.customer.email.is_some();
    RelocationPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: if errors.is_empty() && clash.is_none() {
            title
        } else {
            t.ui_error_page_title(title)
        },
        clash: clash.map(|clash| {
            clash.drawn(ctx, &clock, slug, |slot, label| {
                another(form, &action, slot, label)
            })
        }),
        visit: facts::visit(ctx, &clock, &whole.booking, &whole.with(ctx)),
        form: PostForm {
            action: action.clone(),
            hidden: vec![
                ("csrf".to_owned(), ctx.csrf.clone()),
                ("version".to_owned(), form.version.clone()),
            ],
        },
        date: field("date", t.desk_date(), &form.date, Entry::Date),
        time: TextField {
            hint: Some(t.desk_time_hint()),
            ..field("time", t.desk_time(), &form.time, Entry::Time)
        },
        reason: TextField {
            hint: Some(t.desk_reason_hint()),
            ..field("reason", t.desk_reason(), &form.reason, Entry::Text)
        },
        tell: has_email.then(|| tick("tell", t.desk_move_tell(), form.tell == "yes")),
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

/// The same form with another time in it, as one button.
fn another(form: &RelocationForm, action: &str, slot: &Slot, label: String) -> PostButton {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    PostButton {
        label,
        form: PostForm {
            action: action.to_owned(),
            hidden: vec![
                pair("csrf", &form.csrf),
                pair("version", &form.version),
                pair("date", &slot.date.to_string()),
                pair("time", &slot.minute.to_string()),
                pair("reason", &form.reason),
                pair("tell", &form.tell),
            ],
        },
        voice: Voice::Quiet,
        small: true,
        ..PostButton::default()
    }
}
