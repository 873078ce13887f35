//! One decision about a business: what it is about, why, and the button. The owner is told by letter.

use super::{
    business,
    office::{Office, Room},
    readiness,
    sheet::{self, ActPage},
};
use crate::{
    base::{
        ids::{BusinessId, ProofId},
        msg::Msg,
        text,
    },
    db::{self, DbError, PlatformTx},
    domain::{
        accounts::person,
        businesses::{
            review::{self, Act, DecideError, Decision},
            review_list::{self, Reviewed},
        },
        notifications::personal::{self, Kind, Notice},
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, fields, typed::Typed},
        gate::operator,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{Submit, Voice},
            field::Field,
            post_form::PostForm,
            text_area::TextArea,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use serde::Deserialize;

/// The longest reason.
pub const LONGEST_REASON: usize = 1000;

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct ActForm {
    #[serde(default)]
    pub csrf: String,
    /// The question that was read, where there is one.
    #[serde(default)]
    pub seen: String,
    #[serde(default)]
    pub reason: String,
    /// Whether another language was chosen, and nothing is meant yet.
    #[serde(default)]
    pub switch: String,
}

/// What is decided about.
struct Found {
    reviewed: Reviewed,
    /// What it lacks, where that matters.
    missing: Vec<&'static str>,
}

/// The question.
pub async fn new(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    let (id, act) = named(&path)?;
    let found = read(&site, &ctx, &signed_in, (id, act)).await?;
    signed_in.fresh(&site, &ctx.here())?;
    let form = ActForm {
        seen: found
            .reviewed
            .open_question()
            .map(|question| question.id.to_string())
            .unwrap_or_default(),
        ..ActForm::default()
    };
    let errors = Errors::default();
    ctx.html(&page(&ctx, &signed_in, &found, (act, &form, &errors)))
}

/// Decides, unless somebody else was first.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<ActForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let (id, act) = named(&path)?;
    let found = read(&site, &ctx, &signed_in, (id, act)).await?;
    signed_in.still_fresh(&site, &ctx.here())?;
    let mut errors = Errors::default();
    if form.switch == "yes" {
        return ctx.html(&page(&ctx, &signed_in, &found, (act, &form, &errors)));
    }
    let Some(reason) = reason(&mut errors, &form.reason, act.needs_reason()) else {
        let drawn = page(&ctx, &signed_in, &found, (act, &form, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    let decision = Decision {
        business: id,
        act,
        reason,
        seen: form.seen.parse().ok(),
    };
    let decided = operator::enter(&site, &ctx, &signed_in, move |tx, operator| {
        let owner = review::decide(tx, operator.user, &decision)?;
        if let Some(owner) = owner {
            tell(tx, owner, letter(decision.act), decision.business)?;
        }
        Ok::<_, DecideError>(())
    })
    .await?;
    let back = links::operator(ctx.lang, &format!("/businesses/{id}"));
    match decided {
        Ok(()) => {
            site.wake.notify_one();
            Ok(flash::say(ctx.see_other(&back)?, said(act)))
        }
        Err(DecideError::Overtaken) => Ok(flash::say(ctx.see_other(&back)?, Said::Overtaken)),
        Err(DecideError::Own) => Err(Error::Forbidden),
        Err(DecideError::Unknown) => Err(Error::NotFound),
        Err(DecideError::Db(error)) => Err(error.into()),
    }
}

/// Why something is done; `None` when it must be said and is not.
pub fn reason(errors: &mut Errors, typed: &str, needed: bool) -> Option<String> {
    let parse = |typed: &str| text::short_paragraph(typed, LONGEST_REASON);
    if needed {
        let missing = Msg::new("operators-reason-required");
        fields::required(errors, "reason", typed, parse, missing)
    } else {
        fields::optional(errors, "reason", typed, parse)
    }
}

fn named(path: &(String, String, String)) -> std::result::Result<(BusinessId, Act), Error> {
    let id = path.1.parse().map_err(|_no_key| Error::NotFound)?;
    let act = Act::from_word(&path.2).ok_or(Error::NotFound)?;
    Ok((id, act))
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (id, act): (BusinessId, Act),
) -> std::result::Result<Found, Error> {
    let found: db::Result<_> =
        operator::look(site, ctx, signed_in, move |tx, _| review_list::find(tx, id)).await?;
    Ok(Found {
        reviewed: found?.ok_or(Error::NotFound)?,
        missing: match act {
            Act::Approve => readiness::missing(site, ctx, id).await?,
            Act::Reject | Act::Suspend | Act::Lift | Act::Stop | Act::Resume => Vec::new(),
        },
    })
}

/// Which letter the owner gets.
fn letter(act: Act) -> Kind {
    match act {
        Act::Approve => Kind::BusinessApproved,
        Act::Reject => Kind::BusinessRejected,
        Act::Suspend => Kind::BusinessSuspended,
        Act::Lift => Kind::BusinessReopened,
        Act::Stop => Kind::BookingsStopped,
        Act::Resume => Kind::BookingsResumed,
    }
}

/// What the next page says was done.
fn said(act: Act) -> Said {
    match act {
        Act::Approve => Said::Approved,
        Act::Reject => Said::SentBack,
        Act::Suspend => Said::Suspended,
        Act::Lift => Said::Lifted,
        Act::Stop => Said::BookingsStopped,
        Act::Resume => Said::BookingsResumed,
    }
}

fn tell(
    tx: &mut PlatformTx<'_>,
    owner: crate::base::ids::UserId,
    kind: Kind,
    business: BusinessId,
) -> std::result::Result<(), DbError> {
    let Some(owner) = person::find(tx, owner)? else {
        return Ok(());
    };
    personal::send(
        tx,
        &Notice {
            kind,
            user: owner.id,
            to_email: owner.email,
            locale: owner.locale,
            about: Some(ProofId(business.0)),
        },
    )
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    found: &Found,
    (act, form, errors): (Act, &ActForm, &Errors),
) -> ActPage<'a> {
    let t = ctx.t;
    let office = Office::of(ctx, signed_in, Room::Businesses);
    let here = links::operator(ctx.lang, &format!("/businesses/{}", found.reviewed.id));
    let mut lead = vec![t.of_family("operators-act-lead", act.word())];
    let mut summary = business::facts(ctx, &found.reviewed);
    if let Some((words, row)) = readiness::said(ctx, &found.missing) {
        lead.push(words);
        summary.rows.push(row);
    }
    ActPage {
        shop: office.shop,
        nav: office.nav,
        out: office.out,
        errors: errors.summary(t),
        title: t.of_family("operators-act-title", act.word()),
        lead,
        summary,
        form: PostForm {
            action: format!("{here}/{}", act.word()),
            hidden: vec![
                ("csrf".to_owned(), signed_in.csrf.clone()),
                ("seen".to_owned(), form.seen.clone()),
            ],
        },
        fields: vec![reason_field(ctx, &form.reason, errors, act.needs_reason())],
        submit: Submit {
            label: t.of_family("operators-act", act.word()),
            voice: match act {
                Act::Approve | Act::Lift | Act::Resume => Voice::Main,
                Act::Reject | Act::Suspend | Act::Stop => Voice::Danger,
            },
            ..Submit::default()
        },
        back: sheet::quiet(t.ui_back(), here),
        ctx,
    }
}

/// The box for a reason.
pub fn reason_field(ctx: &PageCtx, typed: &str, errors: &Errors, needed: bool) -> Field {
    let t = ctx.t;
    Field::Area(TextArea {
        name: "reason".to_owned(),
        label: if needed {
            t.operators_reason()
        } else {
            t.operators_reason_optional()
        },
        value: typed.to_owned(),
        complaint: errors.of("reason", t),
        ..TextArea::default()
    })
}
