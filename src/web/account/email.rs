//! Another address for an account: wished for with the password, and agreed to at both ends.

use super::{
    owner::owner,
    sent,
    sheet::{self, FormPage, SaidPage, Way},
};
use crate::{
    base::{msg::Msg, text, token::Token},
    db,
    domain::{
        accounts::{
            email_change::{self, Change, ChangeError, Pending},
            person::{self, Person},
            sign_in,
        },
        notifications::personal::{self, Kind, Notice},
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, fields, typed::Typed},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            post_form::PostForm,
            text_field::{Entry, TextField},
        },
    },
};
use actix_session::Session;
use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Data, Path},
};
use serde::Deserialize;

/// What is typed.
#[derive(Deserialize, Default)]
pub struct EmailForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    new_email: String,
    #[serde(default)]
    password: String,
}

/// The key of the form alone.
#[derive(Deserialize)]
pub struct AgainForm {
    #[serde(default)]
    csrf: String,
}

/// The empty form.
pub async fn edit(site: Data<Site>, ctx: PageCtx, signed_in: SignedIn) -> Result {
    let user = signed_in.user;
    let found: db::Result<_> = site.db.platform(move |tx| person::find(tx, user)).await;
    let person = found?.ok_or(Error::NotFound)?;
    let form = EmailForm {
        csrf: signed_in.csrf,
        ..EmailForm::default()
    };
    ctx.html(&page(&ctx, &person.email, &form, &Errors::default()))
}

/// Writes to both addresses.
pub async fn update(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    signed_in: SignedIn,
    form: Typed<EmailForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let (person, asker) = owner(&site, &request, &signed_in).await?;
    let mut errors = Errors::default();
    let new_email = fields::required(
        &mut errors,
        "new_email",
        &form.new_email,
        text::email,
        Msg::new("form-email-required"),
    );
    if new_email
        .as_ref()
        .is_some_and(|new| new.eq_ignore_ascii_case(&person.email))
    {
        errors.add("new_email", Msg::new("accounts-email-same"));
    }
    sheet::check_password(&site, &mut errors, &form.password, &person).await?;
    let Some(new_email) = new_email.filter(|_| errors.is_empty()) else {
        return ctx.redraw(
            StatusCode::UNPROCESSABLE_ENTITY,
            &page(&ctx, &person.email, &form, &errors),
        );
    };
    let secret = site.secret.clone();
    let asked = site
        .db
        .platform(move |tx| {
            sign_in::forgive(tx, &person.email, &asker)?;
            ask(tx, &person, &new_email, &secret)
        })
        .await;
    match asked {
        Ok(()) => {}
        Err(ChangeError::TooOften(wait)) => return Err(Error::too_often(wait)),
        Err(ChangeError::Taken) => {}
        Err(ChangeError::Db(error)) => return Err(error.into()),
    }
    site.wake.notify_one();
    ctx.see_other(&links::sent(ctx.lang, "email"))
}

/// The letters once more, to whichever end has not agreed yet.
pub async fn again(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    form: Typed<AgainForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let user = signed_in.user;
    let asked = site
        .db
        .platform(move |tx| -> std::result::Result<Option<()>, ChangeError> {
            let Some(person) = person::find(tx, user)? else {
                return Ok(None);
            };
            let Some(pending) = email_change::again(tx, user)? else {
                return Ok(None);
            };
            tell(tx, &person, &pending)?;
            Ok(Some(()))
        })
        .await;
    match asked {
        Ok(Some(())) => {}
        Ok(None) => return ctx.see_other(&links::email(ctx.lang)),
        Err(ChangeError::TooOften(wait)) => return Err(Error::too_often(wait)),
        Err(ChangeError::Taken) => {}
        Err(ChangeError::Db(error)) => return Err(error.into()),
    }
    site.wake.notify_one();
    let there = ctx.see_other(&links::sent(ctx.lang, "email"))?;
    Ok(flash::say(there, Said::SentAgain))
}

/// Says that two letters are on their way.
pub async fn sent(site: Data<Site>, ctx: PageCtx, session: Session) -> Result {
    let again = match SignedIn::known(&session) {
        None => None,
        Some(known) => {
            let found: db::Result<_> = site
                .db
                .platform(move |tx| email_change::pending(tx, known.user))
                .await;
            found?.map(|pending| {
                let form = PostForm {
                    action: links::email_again(ctx.lang),
                    hidden: vec![("csrf".to_owned(), known.csrf)],
                };
                let both = ctx
                    .t
                    .accounts_sent_both(&pending.new_email, &pending.old_email);
                sent::again(&ctx, &both, form)
            })
        }
    };
    let way = Way::new(ctx.t.ui_back(), links::account(ctx.lang));
    let line = ctx.t.accounts_email_sent();
    ctx.html(&sent::page(&site, &ctx, line, again, way))
}

/// Asks one end; changes nothing.
pub async fn show(site: Data<Site>, ctx: PageCtx, path: Path<(String, String)>) -> Result {
    let token = Token::parse(&path.1).ok_or(Error::NotFound)?;
    let found: db::Result<_> = site
        .db
        .platform(move |tx| match email_change::find(tx, &token)? {
            Some(change) => Ok((Some(change), false)),
            None => Ok((None, email_change::has_agreed(tx, &token)?)),
        })
        .await;
    match found? {
        (Some(change), _) => ctx.html(&agree_page(&ctx, &path.1, &change)),
        (None, true) => said(&ctx, StatusCode::GONE, Answer::Already),
        (None, false) => said(&ctx, StatusCode::GONE, Answer::Gone),
    }
}

/// One end agrees.
pub async fn agree(site: Data<Site>, ctx: PageCtx, path: Path<(String, String)>) -> Result {
    let token = Token::parse(&path.1).ok_or(Error::NotFound)?;
    let agreed = site
        .db
        .platform(move |tx| -> std::result::Result<_, ChangeError> {
            let Some((change, is_done)) = email_change::agree(tx, &token)? else {
                return Ok(None);
            };
            if is_done && let Some(person) = person::find(tx, change.user)? {
                let notice = Notice {
                    kind: Kind::EmailChanged,
                    user: person.id,
                    to_email: change.old_email.clone(),
                    locale: person.locale,
                    about: None,
                };
                personal::send(tx, &notice)?;
            }
            Ok(Some((change, is_done)))
        })
        .await;
    match agreed {
        Ok(Some((change, true))) => {
            site.wake.notify_one();
            said(&ctx, StatusCode::OK, Answer::Done(change.new_email))
        }
        Ok(Some((_, false))) => said(&ctx, StatusCode::OK, Answer::Half),
        Ok(None) => said(&ctx, StatusCode::GONE, Answer::Gone),
        Err(ChangeError::Taken) => said(&ctx, StatusCode::CONFLICT, Answer::Taken),
        Err(ChangeError::TooOften(wait)) => Err(Error::too_often(wait)),
        Err(ChangeError::Db(error)) => Err(error.into()),
    }
}

fn ask(
    tx: &mut db::PlatformTx<'_>,
    person: &Person,
    new_email: &str,
    secret: &[u8],
) -> std::result::Result<(), ChangeError> {
    let addresses = (person.email.as_str(), new_email);
    let pending = email_change::ask(tx, person.id, addresses, secret)?;
    tell(tx, person, &pending)
}

/// Writes to each end that has not agreed yet and may be written to.
fn tell(
    tx: &mut db::PlatformTx<'_>,
    person: &Person,
    pending: &Pending,
) -> std::result::Result<(), ChangeError> {
    let ends = [
        (Kind::EmailChangeOld, &pending.old_email, pending.asks_old),
        (Kind::EmailChangeNew, &pending.new_email, pending.asks_new),
    ];
    let letters = ends.into_iter().filter(|(.., asks)| *asks);
    for (kind, to_email, _) in letters {
        let notice = Notice {
            kind,
            user: person.id,
            to_email: to_email.clone(),
            locale: person.locale.clone(),
            about: Some(pending.id),
        };
        personal::send(tx, &notice)?;
    }
    Ok(())
}

/// What came of a link.
enum Answer {
    Half,
    Already,
    Done(String),
    Gone,
    Taken,
}

fn said(ctx: &PageCtx, status: StatusCode, answer: Answer) -> Result {
    let t = ctx.t;
    let onward = match &answer {
        Answer::Half | Answer::Already | Answer::Done(_) => {
            Way::new(t.accounts_profile_title(), links::own(ctx.lang, "profile"))
        }
        Answer::Gone | Answer::Taken => Way::new(t.accounts_email_title(), links::email(ctx.lang)),
    };
    let (title, line) = match answer {
        Answer::Already => (t.accounts_email_half_title(), t.accounts_email_already()),
        Answer::Half => (t.accounts_email_half_title(), t.accounts_email_half()),
        Answer::Done(email) => (t.accounts_email_done_title(), t.accounts_email_done(email)),
        Answer::Gone => (t.accounts_link_gone_title(), t.accounts_email_gone()),
        Answer::Taken => (t.accounts_link_gone_title(), t.accounts_email_taken()),
    };
    let page = SaidPage {
        ctx,
        title,
        lines: vec![line],
        ways: vec![onward],
    };
    ctx.redraw(status, &page)
}

fn page<'a>(ctx: &'a PageCtx, now: &str, form: &EmailForm, errors: &Errors) -> FormPage<'a> {
    let t = ctx.t;
    let new_email = TextField {
        name: "new_email".to_owned(),
        label: t.accounts_new_email(),
        value: form.new_email.clone(),
        entry: Entry::Email,
        complaint: errors.of("new_email", t),
        ..TextField::default()
    };
    FormPage {
        ctx,
        title: t.accounts_email_title(),
        lead: vec![t.accounts_email_lead(now)],
        errors: errors.summary(t),
        action: links::email(ctx.lang),
        hidden: vec![("csrf", form.csrf.clone())],
        fields: vec![new_email, sheet::password_field(ctx, errors)],
        button: t.accounts_email_change(),
        ways: vec![Way::new(t.ui_back(), links::account(ctx.lang))],
        others: Vec::new(),
        keeps_typed: false,
    }
}

fn agree_page<'a>(ctx: &'a PageCtx, token: &str, change: &Change) -> FormPage<'a> {
    let t = ctx.t;
    FormPage {
        ctx,
        title: t.accounts_email_agree_title(),
        lead: vec![t.accounts_email_agree_lead(&change.new_email, &change.old_email)],
        errors: Errors::default().summary(t),
        action: links::email_by(ctx.lang, token),
        hidden: Vec::new(),
        fields: Vec::new(),
        button: t.accounts_email_agree(),
        ways: Vec::new(),
        others: Vec::new(),
        keeps_typed: false,
    }
}
