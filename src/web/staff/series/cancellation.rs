//! Several bookings of a series are called off on behalf of the business: which, what that costs altogether, whether the guest is
//! told.

use super::{reach, reach_label, reach_word, several};
use crate::{
    base::{ids::BookingId, msg::Msg, text},
    domain::{
        bookings::series::{
            call_off::{self, CallOff, CallOffError},
            read::{Member, Reach, Series},
        },
        businesses::role::Right,
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{
            Errors, fields,
            typed::{Asked, Typed},
        },
        gate::member,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        staff::{
            booking::{self, Whole},
            new_fields::tick,
        },
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            choice_field::ChoiceField,
            error_summary::ErrorSummary,
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
            text_field::TextField,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use serde::Deserialize;

/// What whoever comes here needs.
const RIGHT: Right = Right::CancelBookings;

/// The page.
#[derive(Template)]
#[template(path = "staff/series/cancellation.html")]
pub struct CancellationPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    name: String,
    /// As many as are shown now, and the way to the others.
    reaches: Vec<LinkButton>,
    lines: Vec<Line>,
    fee: String,
    form: PostForm,
    reason: TextField,
    waive: Option<ChoiceField>,
    tell: Option<ChoiceField>,
    submit: Submit,
    back: LinkButton,
}

/// One that is called off.
struct Line {
    place: String,
    when: String,
    url: String,
    fee: Option<String>,
}

/// How far it is to reach.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ReachQuery {
    reach: String,
}

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct CancellationForm {
    csrf: String,
    reach: String,
    /// What was shown: keys and versions.
    seen: String,
    /// What all of them together were said to cost.
    fee: String,
    reason: String,
    waive: String,
    tell: String,
    /// `yes` when the other language was pressed, and not the button.
    switch: String,
}

/// What would be called off, each with what it costs.
type Costs = Vec<(Member, i64)>;

/// The question.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    query: Asked<ReachQuery>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), RIGHT).await?;
    let Some(series) = several(&whole) else {
        return overtaken(&ctx, &whole);
    };
    let form = CancellationForm {
        reach: reach_word(reach(&query.0.reach)).to_owned(),
        tell: "yes".to_owned(),
        ..CancellationForm::default()
    };
    let costs = foresee(&site, (&ctx, &signed_in), &whole, reach(&form.reach)).await?;
    let typed = (&form, &Errors::default());
    ctx.html(&page((&ctx, &signed_in), (&whole, series), &costs, typed))
}

/// Calls them off.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<CancellationForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), RIGHT).await?;
    if form.waive == "yes" && !whole.may(Right::WaiveFees) {
        return Err(Error::Forbidden);
    }
    let Some(series) = several(&whole) else {
        return overtaken(&ctx, &whole);
    };
    let costs = foresee(&site, (&ctx, &signed_in), &whole, reach(&form.reach)).await?;
    let about = (&whole, series);
    let mut errors = Errors::default();
    if form.switch == "yes" {
        let drawn = page((&ctx, &signed_in), about, &costs, (&form, &errors));
        return ctx.html(&drawn);
    }
    let seen = read_seen(&form.seen)?;
    let fee: i64 = form.fee.parse().map_err(|_no_number| Error::Unreadable)?;
    let line = |typed: &str| text::line(typed, 200);
    let reason = fields::optional(&mut errors, "reason", &form.reason, line);
    let Some(reason) = reason else {
        let drawn = page((&ctx, &signed_in), about, &costs, (&form, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    let (booking, tell, reach) = (whole.booking.row.id, form.tell == "yes", reach(&form.reach));
    let seen_fee = (form.waive != "yes").then_some(fee);
    let wish = (slug.as_str(), RIGHT);
    let answer = member::enter(&site, &ctx, &signed_in, wish, move |tx, at| {
        call_off::call_off(
            tx,
            &CallOff {
                profile: &at.profile,
                booking,
                reach,
                seen: &seen,
                seen_fee,
                reason: &reason,
                tell,
            },
        )
    })
    .await?;
    match answer {
        Ok(_count) => {
            let page = links::desk_booking(ctx.lang, &slug, booking);
            let page = format!("{page}#series");
            Ok(flash::say(ctx.see_other(&page)?, Said::SeriesCancelled))
        }
        Err(CallOffError::Unknown) => Err(Error::NotFound),
        Err(CallOffError::Db(error)) => Err(error.into()),
        Err(CallOffError::NotSo) => {
            errors.add("", Msg::new("series-cancel-not-so"));
            let drawn = page((&ctx, &signed_in), about, &costs, (&form, &errors));
            ctx.redraw(StatusCode::CONFLICT, &drawn)
        }
    }
}

fn overtaken(ctx: &PageCtx, whole: &Whole) -> Result {
    let back = links::desk_booking(ctx.lang, &whole.at.profile.slug, whole.booking.row.id);
    Ok(flash::say(ctx.see_other(&back)?, Said::Overtaken))
}

async fn foresee(
    site: &Site,
    (ctx, signed_in): (&PageCtx, &SignedIn),
    whole: &Whole,
    reach: Reach,
) -> std::result::Result<Costs, Error> {
    let booking = whole.booking.row.id;
    let wish = (whole.at.profile.slug.as_str(), RIGHT);
    let found = member::look(site, ctx, signed_in, wish, move |tx, _| {
        call_off::foresee(tx, booking, reach)
    });
    Ok(found.await??)
}

/// Keys and versions as the form carries them: `key:version`, one after the other.
fn written_seen(costs: &[(Member, i64)]) -> String {
    let words = costs
        .iter()
        .map(|(one, _)| format!("{}:{}", one.id, one.version));
    words.collect::<Vec<_>>().join(",")
}

fn read_seen(typed: &str) -> std::result::Result<Vec<(BookingId, i32)>, Error> {
    let one = |word: &str| {
        let (id, version) = word.split_once(':')?;
        Some((id.parse().ok()?, version.parse().ok()?))
    };
    let seen: Option<Vec<_>> = typed.split(',').map(one).collect();
    seen.ok_or(Error::Unreadable)
}

/// The address of the question, as far as it reaches.
fn question(ctx: &PageCtx, whole: &Whole, reach: Reach) -> String {
    let (slug, id) = (&whole.at.profile.slug, whole.booking.row.id);
    let page = links::desk_act(ctx.lang, slug, id, "series/cancel");
    format!("{page}?reach={}", reach_word(reach))
}

fn page<'a>(
    (ctx, signed_in): (&'a PageCtx, &SignedIn),
    (whole, series): (&Whole, &Series),
    costs: &[(Member, i64)],
    (form, errors): (&CancellationForm, &Errors),
) -> CancellationPage<'a> {
    let (t, row, slug) = (ctx.t, &whole.booking.row, &whole.at.profile.slug);
    let desk = Desk::of(ctx, signed_in, &whole.at, Room::Booking);
    let fee: i64 = costs.iter().map(|(_, fee)| fee).sum();
    let chosen = reach(&form.reach);
    let way = |reach: Reach| LinkButton {
        label: reach_label(ctx, (whole, series), reach),
        url: question(ctx, whole, reach),
        voice: match reach == chosen {
            true => Voice::Main,
            false => Voice::Quiet,
        },
        small: true,
        ..LinkButton::default()
    };
    let hidden = |name: &str, value: String| (name.to_owned(), value);
    let title = t.series_cancel_title();
    CancellationPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: if errors.is_empty() {
            title
        } else {
            t.ui_error_page_title(title)
        },
        name: t.desk_guest(&whole.booking.customer.name),
        reaches: vec![way(Reach::Following), way(Reach::All)],
        lines: costs.iter().map(|cost| line(ctx, whole, cost)).collect(),
        fee: match fee {
            0 => t.series_cancel_free(),
            fee => t.series_cancel_fee(t.yen(fee)),
        },
        form: PostForm {
            action: question(ctx, whole, chosen),
            hidden: vec![
                hidden("csrf", ctx.csrf.clone()),
                hidden("reach", reach_word(chosen).to_owned()),
                hidden("seen", written_seen(costs)),
                hidden("fee", fee.to_string()),
            ],
        },
        reason: TextField {
            name: "reason".to_owned(),
            label: t.desk_reason(),
            value: form.reason.clone(),
            hint: Some(t.desk_reason_hint()),
            complaint: errors.of("reason", t),
            ..TextField::default()
        },
        waive: (fee > 0 && whole.may(Right::WaiveFees))
            .then(|| tick("waive", t.desk_cancel_waive(), form.waive == "yes")),
        tell: whole
            .has_email
            .then(|| tick("tell", t.series_cancel_tell(), form.tell == "yes")),
        submit: Submit {
            label: t.series_cancel_submit(costs.len()),
            voice: Voice::Danger,
            ..Submit::default()
        },
        back: LinkButton {
            label: t.desk_cancel_keep(),
            url: links::desk_booking(ctx.lang, slug, row.id),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        ctx,
    }
}

fn line(ctx: &PageCtx, whole: &Whole, (one, fee): &(Member, i64)) -> Line {
    let (t, clock) = (ctx.t, whole.clock(ctx));
    Line {
        place: t.series_place(one.place),
        when: clock.when(one.date, one.start, one.end),
        url: links::desk_booking(ctx.lang, &whole.at.profile.slug, one.id),
        fee: (*fee > 0).then(|| t.series_cancel_line_fee(t.yen(*fee))),
    }
}
