//! What is done to an account: closed, opened again, rid of a second factor that was lost, visited. Each with its reason.

use super::{
    act::{self, ActForm},
    office::{Office, Room},
    sheet::{self, ActPage, row},
};
use crate::{
    base::ids::{SessionId, UserId},
    db::{self, PlatformTx},
    domain::{
        accounts::{
            closure::{self, ActError},
            factor_reset,
            impersonation::{self, VisitError},
            people::{self, Known},
        },
        notifications::personal::{self, Kind, Notice},
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        gate::operator,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{Submit, Voice},
            post_form::PostForm,
            summary_list::SummaryList,
        },
        visit,
    },
};
use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Data, Path},
};
use uuid::Uuid;

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Deactivate,
    Reactivate,
    ResetFactors,
    Visit,
}

impl Act {
    fn word(self) -> &'static str {
        match self {
            Self::Deactivate => "deactivate",
            Self::Reactivate => "reactivate",
            Self::ResetFactors => "reset-factors",
            Self::Visit => "visit",
        }
    }

    /// What the next page says was done.
    fn said(self) -> Said {
        match self {
            Self::Deactivate => Said::AccountClosed,
            Self::ResetFactors => Said::FactorsReset,
            Self::Reactivate | Self::Visit => Said::AccountReopened,
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        [
            Self::Deactivate,
            Self::Reactivate,
            Self::ResetFactors,
            Self::Visit,
        ]
        .into_iter()
        .find(|act| act.word() == word)
    }
}

/// The question.
pub async fn new(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    let (id, act) = named(&path)?;
    let known = read(&site, &ctx, &signed_in, id).await?;
    signed_in.fresh(&site, &ctx.here())?;
    let (form, errors) = (ActForm::default(), Errors::default());
    ctx.html(&page(&ctx, &signed_in, &known, (act, &form, &errors)))
}

/// Does it.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    signed_in: SignedIn,
    (path, form): (Path<(String, String, String)>, Typed<ActForm>),
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let (id, act) = named(&path)?;
    let known = read(&site, &ctx, &signed_in, id).await?;
    signed_in.still_fresh(&site, &ctx.here())?;
    let mut errors = Errors::default();
    if form.switch == "yes" {
        return ctx.html(&page(&ctx, &signed_in, &known, (act, &form, &errors)));
    }
    let Some(reason) = act::reason(&mut errors, &form.reason, true) else {
        let drawn = page(&ctx, &signed_in, &known, (act, &form, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    if act == Act::Visit {
        return enter(&site, &ctx, &request, &signed_in, (id, reason)).await;
    }
    let done = operator::enter(&site, &ctx, &signed_in, move |tx, operator| {
        carry_out(tx, operator.user, (id, act), &reason)
    })
    .await?;
    site.wake.notify_one();
    let said = match done {
        Ok(()) => act.said(),
        Err(ActError::Overtaken) => Said::Overtaken,
        Err(ActError::Own) => return Err(Error::Forbidden),
        Err(ActError::Unknown) => return Err(Error::NotFound),
        Err(ActError::Db(error)) => return Err(error.into()),
    };
    let back = links::operator(ctx.lang, &format!("/people/{id}"));
    Ok(flash::say(ctx.see_other(&back)?, said))
}

/// Does what is no visit, and writes to whom it was done to.
fn carry_out(
    tx: &mut PlatformTx<'_>,
    by: UserId,
    (id, act): (UserId, Act),
    reason: &str,
) -> std::result::Result<(), ActError> {
    let (person, kind) = match act {
        Act::Deactivate => (closure::close(tx, by, id, reason)?, Kind::AccountClosed),
        Act::ResetFactors => {
            let person = factor_reset::reset(tx, by, id, reason)?;
            (Some(person), Kind::FactorsReset)
        }
        Act::Reactivate => (closure::reopen(tx, by, id, reason)?, Kind::AccountReopened),
        // Has a way of its own (`enter`), and does nothing to the account.
        Act::Visit => return Err(ActError::Unknown),
    };
    if let Some(person) = person {
        personal::send(tx, &Notice::to(&person, kind))?;
    }
    Ok(())
}

/// Goes into somebody's place. What is written down comes first: nobody is there without a trace.
async fn enter(
    site: &Site,
    ctx: &PageCtx,
    request: &HttpRequest,
    signed_in: &SignedIn,
    (id, reason): (UserId, String),
) -> Result {
    let session = SessionId(Uuid::new_v4());
    let begun = operator::enter(site, ctx, signed_in, move |tx, operator| {
        impersonation::begin(tx, operator.user, (id, session), &reason)
    })
    .await?;
    let (person, until) = match begun {
        Ok(begun) => begun,
        Err(VisitError::Operator) => return Err(Error::Forbidden),
        Err(VisitError::Unknown) => return Err(Error::NotFound),
        Err(VisitError::Db(error)) => return Err(error.into()),
    };
    let whose = (person.id, person.display_name.as_str(), session);
    visit::begin(request, signed_in, whose, until)?;
    Ok(visit::carry(
        site,
        request,
        ctx.see_other(&links::account(ctx.lang))?,
    ))
}

fn named(path: &(String, String, String)) -> std::result::Result<(UserId, Act), Error> {
    let id = path.1.parse().map_err(|_no_key| Error::NotFound)?;
    let act = Act::from_word(&path.2).ok_or(Error::NotFound)?;
    Ok((id, act))
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    id: UserId,
) -> std::result::Result<Known, Error> {
    let found: db::Result<_> =
        operator::look(site, ctx, signed_in, move |tx, _| people::find(tx, id)).await?;
    found?.ok_or(Error::NotFound)
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    known: &Known,
    (act, form, errors): (Act, &ActForm, &Errors),
) -> ActPage<'a> {
    let t = ctx.t;
    let office = Office::of(ctx, signed_in, Room::People);
    let here = links::operator(ctx.lang, &format!("/people/{}", known.id));
    ActPage {
        shop: office.shop,
        nav: office.nav,
        out: office.out,
        errors: errors.summary(t),
        title: t.of_family("operators-account-title", act.word()),
        lead: vec![t.of_family("operators-account-lead", act.word())],
        summary: SummaryList {
            rows: vec![
                row(t.operators_account_name(), &known.name),
                row(t.accounts_email(), &known.email),
            ],
        },
        form: PostForm {
            action: format!("{here}/{}", act.word()),
            hidden: vec![("csrf".to_owned(), signed_in.csrf.clone())],
        },
        fields: vec![act::reason_field(ctx, &form.reason, errors, true)],
        submit: Submit {
            label: t.of_family("operators-account-act", act.word()),
            voice: match act {
                Act::Deactivate | Act::ResetFactors => Voice::Danger,
                Act::Reactivate | Act::Visit => Voice::Main,
            },
            ..Submit::default()
        },
        back: sheet::quiet(t.ui_back(), here),
        ctx,
    }
}
