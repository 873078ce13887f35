//! A booking becomes a series: by which rule, what would come of it day by day, then one press.

use super::{
    repetition_form::RepetitionForm,
    repetition_page::{Draft, page},
};
use crate::{
    base::{ids::SeriesId, msg::Msg, time::LocalDate},
    domain::{
        bookings::series::{
            is_repeatable,
            make::{self, Make, MakeError, Repeat},
            plan::{Line, Pick},
            rule::Rule,
        },
        businesses::role::Right,
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        gate::member,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        staff::booking::{self, Whole},
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};

/// What whoever comes here needs.
const RIGHT: Right = Right::CreateBookings;

/// Who asks, on which page.
type By<'a> = (&'a PageCtx, &'a SignedIn);
/// Where, and about which booking.
type Scene<'a> = (&'a Site, &'a Whole);

/// What was meant: the rule, and what was said of its days.
struct Meant {
    rule: Rule,
    picks: Vec<(LocalDate, Pick)>,
}

/// The form.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), RIGHT).await?;
    if !can_be(&whole) {
        return overtaken(&ctx, &whole);
    }
    let form = RepetitionForm::begin(whole.booking.row.business_date);
    let draft = Draft {
        form: &form,
        errors: &Errors::default(),
        lines: None,
    };
    ctx.html(&page(&ctx, &signed_in, &whole, &draft))
}

/// Makes it; or draws the form anew, with what would come of it.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<RepetitionForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    if form.key.len() < 8 || form.key.len() > 200 {
        return Err(Error::Unreadable);
    }
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), RIGHT).await?;
    let is_pressed = form.act == "book" && form.switch != "yes";
    if !can_be(&whole) && !is_pressed {
        return overtaken(&ctx, &whole);
    }
    let mut errors = Errors::default();
    let (first, zone) = (whole.booking.row.business_date, whole.at.profile.zone);
    let meant = form.rule(first, &mut errors).map(|rule| Meant {
        picks: form.picks((&rule, first), zone, &mut errors),
        rule,
    });
    if form.switch == "yes" {
        errors = Errors::default();
    }
    let by: By<'_> = (&ctx, &signed_in);
    let scene: Scene<'_> = (&site, &whole);
    let Some(meant) = meant else {
        let status = match errors.is_empty() {
            true => StatusCode::OK,
            false => StatusCode::UNPROCESSABLE_ENTITY,
        };
        return redraw(by, &whole, (&form, &errors), (status, None));
    };
    if !is_pressed || !errors.is_empty() {
        return look(by, scene, (&form, &errors), &meant).await;
    }
    let made = try_making(by, scene, &form, &meant).await?;
    answer(by, scene, &form, (made, &meant)).await
}

/// What would come of it, drawn.
async fn look(
    by: By<'_>,
    scene: Scene<'_>,
    (form, errors): (&RepetitionForm, &Errors),
    meant: &Meant,
) -> Result {
    let status = match errors.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    match foresee(by, scene, meant).await? {
        Ok(lines) => redraw(by, scene.1, (form, errors), (status, Some(lines))),
        Err(refused) => gone(by.0, scene.1, refused),
    }
}

/// What is answered to the press.
async fn answer(
    by: By<'_>,
    (site, whole): Scene<'_>,
    form: &RepetitionForm,
    (made, meant): (std::result::Result<SeriesId, MakeError>, &Meant),
) -> Result {
    let (ctx, slug) = (by.0, whole.at.profile.slug.as_str());
    let (status, why) = match made {
        Ok(_series) => {
            site.wake.notify_one();
            let page = links::desk_booking(ctx.lang, slug, whole.booking.row.id);
            let page = format!("{page}#series");
            return Ok(flash::say(ctx.see_other(&page)?, Said::SeriesMade));
        }
        Err(MakeError::NotSo) => (StatusCode::CONFLICT, Msg::new("series-not-so")),
        Err(MakeError::Nothing) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            Msg::new("series-nothing-chosen"),
        ),
        Err(refused) => return gone(ctx, whole, refused),
    };
    let mut errors = Errors::default();
    errors.add("", why);
    match foresee(by, (site, whole), meant).await? {
        Ok(lines) => redraw(by, whole, (form, &errors), (status, Some(lines))),
        Err(refused) => gone(ctx, whole, refused),
    }
}

/// Where there is nothing to repeat any more.
fn gone(ctx: &PageCtx, whole: &Whole, refused: MakeError) -> Result {
    match refused {
        MakeError::Unknown => Err(Error::NotFound),
        MakeError::Db(error) => Err(error.into()),
        MakeError::NotRepeatable | MakeError::Gone | MakeError::NotSo | MakeError::Nothing => {
            overtaken(ctx, whole)
        }
    }
}

fn overtaken(ctx: &PageCtx, whole: &Whole) -> Result {
    let back = links::desk_booking(ctx.lang, &whole.at.profile.slug, whole.booking.row.id);
    Ok(flash::say(ctx.see_other(&back)?, Said::Overtaken))
}

/// Whether a booking can be repeated: it stands, and belongs to no series yet.
pub fn can_be(whole: &Whole) -> bool {
    whole.series.is_none() && is_repeatable(&whole.booking.row)
}

type Foreseen = std::result::Result<Vec<Line>, MakeError>;

async fn foresee(
    (ctx, signed_in): By<'_>,
    (site, whole): Scene<'_>,
    meant: &Meant,
) -> std::result::Result<Foreseen, Error> {
    let (booking, rule, picks) = (
        whole.booking.row.id,
        meant.rule.clone(),
        meant.picks.clone(),
    );
    let wish = (whole.at.profile.slug.as_str(), RIGHT);
    member::look(site, ctx, signed_in, wish, move |tx, at| {
        make::foresee(
            tx,
            &Repeat {
                profile: &at.profile,
                booking,
                rule: &rule,
                picks: &picks,
            },
        )
    })
    .await
}

async fn try_making(
    (ctx, signed_in): By<'_>,
    (site, whole): Scene<'_>,
    form: &RepetitionForm,
    meant: &Meant,
) -> std::result::Result<std::result::Result<SeriesId, MakeError>, Error> {
    let (booking, rule, picks) = (
        whole.booking.row.id,
        meant.rule.clone(),
        meant.picks.clone(),
    );
    let (form, secret) = (form.clone(), site.secret.clone());
    let wish = (whole.at.profile.slug.as_str(), RIGHT);
    member::enter(site, ctx, signed_in, wish, move |tx, at| {
        make::make(
            tx,
            &Make {
                repeat: Repeat {
                    profile: &at.profile,
                    booking,
                    rule: &rule,
                    picks: &picks,
                },
                seen: &form.seen,
                tell: form.tell == "yes",
                key: &form.key,
                secret: &secret,
            },
        )
    })
    .await
}

fn redraw(
    (ctx, signed_in): By<'_>,
    whole: &Whole,
    (form, errors): (&RepetitionForm, &Errors),
    (status, lines): (StatusCode, Option<Vec<Line>>),
) -> Result {
    let draft = Draft {
        form,
        errors,
        lines: lines.as_deref(),
    };
    ctx.redraw(status, &page(ctx, signed_in, whole, &draft))
}
