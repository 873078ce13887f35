//! Step 4: the final check, with the six facts that the law wants on the screen whose button makes the contract
//! (UX 3.3); posting it commits.

use super::{
    coupon::{self, CouponBox},
    details::{Lapsed, lapsed},
    parts,
    read::{self, Checkout, Found},
    steps, told,
};
use crate::{
    base::{ids::BookingId, token::Token},
    db::DbError,
    domain::{
        bookings::{
            booking,
            create::{self, Create, CreateError, Made},
            details::Details,
            link,
        },
        businesses::profile,
    },
    refusal,
    web::{
        answers, crowd,
        error::{Error, Result},
        form::typed::{Asked, Typed},
        gate, links,
        page::PageCtx,
        public::{business, frame, moves, words},
        site::Site,
        ui::{
            answer_list::AnswerList,
            frame::ShopFrame,
            hold_notice::HoldNotice,
            icon::Icon,
            ladder::Ladder,
            steps::Steps,
            summary_list::{Bill, Change, SummaryList, SummaryRow},
        },
    },
};
use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "public/checkout/confirm.html")]
pub struct ConfirmPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    steps: Steps,
    notice: Option<HoldNotice>,
    lapsed: Option<Lapsed>,
    complaint: Option<String>,
    what: SummaryList,
    who_title: String,
    who: SummaryList,
    answers: Option<AnswerList>,
    bill: Bill,
    coupon: Option<CouponBox>,
    payment: SummaryList,
    ladder: Option<Ladder>,
    moves: Option<moves::MovePart>,
    cancel_how: String,
    important: String,
    /// Where what was told can be changed.
    details_url: String,
    total: String,
    seen_total: i64,
    action: String,
    hold: String,
    /// That the shop has its say first, and until when.
    asks: Option<String>,
    /// What the button does, and what it is called.
    button: (String, String),
}

/// Which hold.
#[derive(Deserialize)]
pub struct HoldQuery {
    #[serde(default)]
    hold: String,
}

/// The button, with what it was pressed upon.
#[derive(Deserialize)]
pub struct ConfirmForm {
    #[serde(default)]
    hold: String,
    #[serde(default)]
    total: String,
    /// `yes` where it was said that the shop has its say first.
    #[serde(default)]
    asks: String,
}

/// Why there is no booking, or that the business is not there.
#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error("not found")]
    NotFound,
    #[error(transparent)]
    Create(#[from] CreateError),
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(Refused);

/// The final check. A hold that has become a booking leads to it.
pub async fn new(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String)>,
    query: Asked<HoldQuery>,
) -> Result {
    let slug = path.into_inner().1;
    let Found::Checkout(checkout) = read::checkout(&site, &ctx, &slug, &query.0.hold).await? else {
        return business::refuse(&site, ctx, &slug, &query.0.hold, |t| t.booking_gone()).await;
    };
    if checkout.held.committed_at.is_some() {
        return made_before(&site, &ctx, &slug, &checkout).await;
    }
    match &checkout.details {
        Some(details) => ctx.html(&page(&ctx, &checkout, details, None)),
        None => ctx.see_other(&links::details(ctx.lang, &slug, &query.0.hold)),
    }
}

/// Makes the booking. Pressing twice, going back and reloading all end on the same one.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String)>,
    request: HttpRequest,
    form: Typed<ConfirmForm>,
) -> Result {
    let form = form.0;
    let slug = path.into_inner().1;
    let token = Token::parse(&form.hold).ok_or(Error::NotFound)?;
    let seen_total: i64 = form.total.parse().map_err(|_no_number| Error::Unreadable)?;
    crowd::book(&site, &request).await?;
    let scope = gate::business::visitor(&site, &ctx, &slug).await?;
    let (secret, lang) = (site.secret.clone(), ctx.lang);
    let asks = form.asks == "yes";
    let made = site
        .db
        .tenant(scope, move |tx| -> std::result::Result<Made, Refused> {
            let profile = profile::open_to_public(tx)?.ok_or(Refused::NotFound)?;
            Ok(create::create(
                tx,
                &Create {
                    profile: &profile,
                    hold: &token,
                    seen_total,
                    asks,
                    lang,
                    secret: &secret,
                },
            )?)
        });
    let refused = match made.await {
        Ok(made) => {
            if made.is_told {
                site.wake.notify_one();
            }
            return ctx.see_other(&links::booking(
                ctx.lang,
                &link::token(&site.secret, made.id).text(),
            ));
        }
        Err(Refused::NotFound | Refused::Create(CreateError::Unknown)) => {
            return Err(Error::NotFound);
        }
        Err(Refused::Db(error) | Refused::Create(CreateError::Db(error))) => {
            return Err(error.into());
        }
        Err(Refused::Create(CreateError::NoDetails)) => {
            return ctx.see_other(&links::details(ctx.lang, &slug, &form.hold));
        }
        Err(Refused::Create(refused)) => refused,
    };
    if let CreateError::Coupon(_) = refused {
        coupon::forget(&site, &ctx, &slug, &form.hold).await?;
    }
    let Found::Checkout(checkout) = read::checkout(&site, &ctx, &slug, &form.hold).await? else {
        return business::refuse(&site, ctx, &slug, &form.hold, |t| t.booking_gone()).await;
    };
    let Some(details) = checkout.details.clone() else {
        return ctx.see_other(&links::details(ctx.lang, &slug, &form.hold));
    };
    let words = why(&ctx, &refused);
    ctx.redraw(
        StatusCode::CONFLICT,
        &page(&ctx, &checkout, &details, words),
    )
}

/// What is said of it; a hold that has lapsed says so itself.
fn why(ctx: &PageCtx, refused: &CreateError) -> Option<String> {
    let t = ctx.t;
    Some(match refused {
        CreateError::Expired => return None,
        CreateError::NotAccepting => t.businesses_not_accepting(),
        CreateError::TooMany(reached) => words::too_many(ctx, *reached),
        CreateError::Coupon(why) => coupon::said(ctx, *why),
        CreateError::Blocked => t.booking_blocked(),
        CreateError::PriceChanged => t.booking_price_changed(),
        CreateError::TakenOtherwise => t.requests_otherwise(),
        _ => t.booking_gone(),
    })
}

async fn made_before(site: &Site, ctx: &PageCtx, slug: &str, checkout: &Checkout) -> Result {
    let scope = gate::business::visitor(site, ctx, slug).await?;
    let hold = checkout.held.id;
    let found = site.db.read(
        scope,
        move |tx| -> std::result::Result<Option<BookingId>, DbError> { booking::of_hold(tx, hold) },
    );
    let id = found.await?.ok_or(Error::NotFound)?;
    ctx.see_other(&links::booking(
        ctx.lang,
        &link::token(&site.secret, id).text(),
    ))
}

pub(super) fn page<'a>(
    ctx: &'a PageCtx,
    checkout: &Checkout,
    details: &Details,
    complaint: Option<String>,
) -> ConfirmPage<'a> {
    let t = ctx.t;
    let slug = &checkout.profile.slug;
    let details_url = links::details(ctx.lang, slug, &checkout.token);
    let (_, start, _) = checkout.slot();
    let moments = checkout.moments(ctx);
    let total = checkout.quote.total();
    let ladder = checkout
        .service
        .policy
        .as_ref()
        .and_then(|policy| words::ladder(ctx, &moments, policy, start, total));
    let until = crate::domain::bookings::rules::change_until(
        start,
        checkout.profile.settings.cancel_until_minutes,
    );
    ConfirmPage {
        shop: frame::frame(ctx, &checkout.profile),
        steps: steps(
            ctx,
            checkout.profile.vertical,
            3,
            [
                Some(checkout.menu_url(ctx)),
                Some(checkout.times_url(ctx)),
                Some(details_url.clone()),
            ],
        ),
        notice: checkout.notice(ctx, "confirm"),
        lapsed: lapsed(ctx, checkout),
        complaint,
        what: what(ctx, checkout),
        who_title: t.booking_details_title(checkout.profile.vertical.slug()),
        who: told::who(ctx, details, &details_url),
        answers: answers::list(ctx, &moments, &details.answers, &|_| None),
        details_url,
        bill: words::bill(ctx, &checkout.quote),
        coupon: coupon::draw(ctx, checkout),
        payment: told::payment(ctx, total),
        ladder,
        moves: moves::terms(
            ctx,
            &moments,
            checkout.service.policy.as_ref(),
            (start, total),
        ),
        cancel_how: t.booking_cancel_how(moments.moment(until)),
        important: checkout.service.important.text(ctx.lang).to_owned(),
        total: words::amount(ctx, total),
        seen_total: total,
        action: links::confirm(ctx.lang, slug, &checkout.token),
        hold: checkout.token.clone(),
        asks: checkout
            .asked
            .map(|asked| t.requests_confirm(moments.moment(asked.until))),
        button: match checkout.asked {
            Some(_) => (t.requests_button_note(), t.requests_button()),
            None => (t.booking_button_note(), t.booking_confirm_button()),
        },
        ctx,
    }
}

fn what(ctx: &PageCtx, checkout: &Checkout) -> SummaryList {
    let (t, vertical) = (ctx.t, checkout.profile.vertical.slug());
    let (date, start, end) = checkout.slot();
    let change = |about: String, url: String| {
        Some(Change {
            label: t.ui_change(),
            about,
            url,
        })
    };
    let menu = checkout.menu_url(ctx);
    let mut rows = vec![
        SummaryRow {
            question: t.businesses_menu(vertical),
            answer: checkout.service_name().text(ctx.lang).to_owned(),
            note: None,
            change: change(t.businesses_menu(vertical), menu.clone()),
        },
        SummaryRow {
            question: t.booking_when(),
            answer: checkout.moments(ctx).when(date, start, end),
            note: None,
            change: change(t.booking_when(), checkout.times_url(ctx)),
        },
    ];
    if checkout.parts.len() > 1 {
        rows.splice(..1, parts::rows(ctx, checkout, &menu));
    } else if !checkout.service.extras.is_empty() {
        let names = checkout.service.extras.iter();
        let names: Vec<&str> = names.map(|extra| extra.name.text(ctx.lang)).collect();
        rows.insert(
            1,
            SummaryRow {
                question: t.booking_options(),
                answer: names.join(" · "),
                note: None,
                change: change(t.booking_options(), checkout.times_url(ctx)),
            },
        );
    }
    // The quantity is one of the six facts even where there is nothing to choose; then it has no link.
    let several = checkout.service.figures.party_max > 1;
    rows.push(SummaryRow {
        question: t.booking_party(),
        answer: t.people(i64::from(checkout.held.party_size)),
        note: None,
        change: change(t.booking_party(), checkout.times_url(ctx)).filter(|_| several),
    });
    if let Some(people) = parts::people(ctx, checkout) {
        rows.push(SummaryRow {
            question: t.booking_staff(),
            answer: people,
            note: None,
            change: change(t.booking_staff(), checkout.times_url(ctx)),
        });
    }
    rows.push(SummaryRow {
        question: t.booking_place(),
        answer: checkout.profile.name.text(ctx.lang).to_owned(),
        note: Some(frame::address(ctx, &checkout.profile.address)),
        change: None,
    });
    SummaryList { rows }
}
