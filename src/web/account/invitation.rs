//! A seat that is offered by letter, taken: with one button by whoever is signed in with the address it went to; with a
//! name and a password by who has no account yet. Having the letter proves the address.

use super::{
    admit::{Entrant, Proved, admit},
    sheet::{self, FormPage, SaidPage, Way},
};
use crate::{
    base::{
        ids::UserId,
        msg::Msg,
        text::{self, NAME_MAX},
        token::Token,
    },
    db::{self, Actor, PlatformTx, Scope, TenantTx},
    domain::{
        accounts::{
            person::{self, Person},
            sign_up::{self, NewPerson},
        },
        businesses::invitation::{self, InvitationError, Invited},
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, fields, typed::Typed},
        links,
        page::PageCtx,
        session::{SignedIn, Stage},
        site::Site,
        ui::text_field::{Entry, TextField},
    },
};
use actix_session::Session;
use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Data, Path},
};
use serde::Deserialize;

/// What is typed by somebody new.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct InvitationForm {
    csrf: String,
    name: String,
    new_password: String,
    switch: String,
}

/// Who has come with the letter.
enum Guest {
    /// Whom it was sent to, signed in.
    Invited(SignedIn, Person),
    /// Somebody else, signed in.
    Other(SignedIn, Person),
    /// Nobody is signed in, and the address has an account.
    Known,
    /// Nobody is signed in, and it has none.
    New,
}

/// Asks; changes nothing.
pub async fn show(
    site: Data<Site>,
    ctx: PageCtx,
    session: Session,
    path: Path<(String, String)>,
) -> Result {
    let Some((invited, guest)) = read(&site, &session, &path.1).await? else {
        return said(&ctx, ctx.t.team_invitation_gone());
    };
    let link = (path.1.as_str(), &invited);
    match guest {
        Guest::Invited(signed_in, _) => ctx.html(&accept_page(&ctx, link, &signed_in)),
        Guest::Other(signed_in, person) => others(ctx, &invited, (&signed_in, &person)),
        Guest::Known => known(&ctx, link),
        Guest::New => {
            let form = InvitationForm {
                name: invited.offer.name.clone(),
                ..InvitationForm::default()
            };
            ctx.html(&new_page(&ctx, link, &form, &Errors::default()))
        }
    }
}

/// Takes the seat.
pub async fn accept(
    site: Data<Site>,
    ctx: PageCtx,
    (request, session): (HttpRequest, Session),
    path: Path<(String, String)>,
    form: Typed<InvitationForm>,
) -> Result {
    let form = form.0;
    let Some((invited, guest)) = read(&site, &session, &path.1).await? else {
        return said(&ctx, ctx.t.team_invitation_gone());
    };
    let link = (path.1.as_str(), &invited);
    match guest {
        Guest::Other(signed_in, person) => others(ctx, &invited, (&signed_in, &person)),
        Guest::Known => known(&ctx, link),
        Guest::Invited(signed_in, person) => {
            signed_in.sent(&form.csrf)?;
            let user = person.id;
            match sit_down(&site, &ctx, link, move |_| Ok(Some(user))).await? {
                Ok(_) => Ok(flash::say(
                    ctx.see_other(&day(&ctx, &invited))?,
                    Said::Joined,
                )),
                Err(error) => refused(&ctx, error),
            }
        }
        Guest::New => {
            if form.switch == "yes" {
                return ctx.html(&new_page(&ctx, link, &form, &Errors::default()));
            }
            let mut errors = Errors::default();
            let Some(new) = parse(&site, &ctx, (&form, &invited), &mut errors).await? else {
                let page = new_page(&ctx, link, &form, &errors);
                return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page);
            };
            let (name, email) = (new.display_name.clone(), new.email.clone());
            let seated = sit_down(&site, &ctx, link, move |tx| {
                sign_up::with_proved_address(tx, &new)
            });
            let user = match seated.await? {
                Ok(user) => user,
                Err(error) => return refused(&ctx, error),
            };
            let proved = Proved::Once;
            let entrant = Entrant {
                user,
                name,
                email,
                proved,
            };
            let inside = admit(&site, &ctx, &request, entrant, &day(&ctx, &invited)).await?;
            Ok(flash::say(inside, Said::Joined))
        }
    }
}

/// What a link offers, and who has come with it; `None` when it offers nothing any more.
async fn read(
    site: &Site,
    session: &Session,
    token: &str,
) -> std::result::Result<Option<(Invited, Guest)>, Error> {
    let token = Token::parse(token).ok_or(Error::NotFound)?;
    // Who is not all the way in is nobody yet.
    let signed_in = SignedIn::of(session).filter(|one| one.stage == Stage::Inside);
    let user = signed_in.as_ref().map(|signed_in| signed_in.user);
    let found = site
        .db
        .platform(move |tx| -> db::Result<_> {
            let Some(invited) = invitation::find(tx, &token)? else {
                return Ok(None);
            };
            let here = match user {
                Some(user) => person::find(tx, user)?,
                None => None,
            };
            let has_account = person::with_proved_address(tx, &invited.offer.email)?;
            Ok(Some((invited, here, has_account)))
        })
        .await?;
    Ok(found.map(|(invited, here, has_account)| {
        let guest = match signed_in.zip(here) {
            Some((signed_in, person))
                if person.email.eq_ignore_ascii_case(&invited.offer.email) =>
            {
                Guest::Invited(signed_in, person)
            }
            Some((signed_in, person)) => Guest::Other(signed_in, person),
            None if has_account => Guest::Known,
            None => Guest::New,
        };
        (invited, guest)
    }))
}

/// Finds out who sits down (`who`), and gives them the seat, in one transaction.
async fn sit_down(
    site: &Site,
    ctx: &PageCtx,
    (token, _): (&str, &Invited),
    mut who: impl FnMut(&mut PlatformTx<'_>) -> db::Result<Option<UserId>> + Send + 'static,
) -> std::result::Result<std::result::Result<UserId, InvitationError>, Error> {
    let token = Token::parse(token).ok_or(Error::NotFound)?;
    let request = ctx.request.clone();
    let done = site
        .db
        .enter(
            db::Access::Write,
            move |tx| -> std::result::Result<_, InvitationError> {
                let invited = invitation::find(tx, &token)?.ok_or(InvitationError::Gone)?;
                let user = who(tx)?.ok_or(InvitationError::Gone)?;
                invitation::welcome(tx, &invited, user)?;
                let actor = Actor::Member { user, owner: false };
                let scope = Scope {
                    request: request.clone(),
                    ..Scope::new(invited.business, actor)
                };
                Ok(Some((scope, (invited, user))))
            },
            |tx: &mut TenantTx<'_>, (invited, user)| {
                invitation::accept(tx, invited, *user).map(|()| *user)
            },
        )
        .await;
    Ok(done.and_then(|user| user.ok_or(InvitationError::Gone)))
}

async fn parse(
    site: &Site,
    ctx: &PageCtx,
    (form, invited): (&InvitationForm, &Invited),
    errors: &mut Errors,
) -> std::result::Result<Option<NewPerson>, Error> {
    let email = &invited.offer.email;
    let name = fields::required(
        errors,
        "name",
        &form.name,
        |typed| text::line(typed, NAME_MAX),
        Msg::new("form-name-required"),
    );
    sheet::check_new_password(errors, &form.new_password, &[&form.name, email]);
    let Some(display_name) = name.filter(|_| errors.is_empty()) else {
        return Ok(None);
    };
    Ok(Some(NewPerson {
        email: email.clone(),
        password_hash: sheet::hash(site, &form.new_password).await?,
        display_name,
        locale: ctx.lang.code().to_owned(),
    }))
}

/// Where they work from now on.
fn day(ctx: &PageCtx, invited: &Invited) -> String {
    links::day(ctx.lang, &invited.slug, None, "today")
}

fn refused(ctx: &PageCtx, error: InvitationError) -> Result {
    match error {
        InvitationError::Db(error) => Err(error.into()),
        InvitationError::Seated => said(ctx, ctx.t.team_invitation_seated()),
        _ => said(ctx, ctx.t.team_invitation_gone()),
    }
}

/// The link offers nothing any more.
fn said(ctx: &PageCtx, line: String) -> Result {
    let page = SaidPage {
        ctx,
        title: ctx.t.accounts_link_gone_title(),
        lines: vec![line],
        ways: vec![sheet::to_sign_in(ctx)],
    };
    ctx.redraw(StatusCode::GONE, &page)
}

fn known(ctx: &PageCtx, (token, invited): (&str, &Invited)) -> Result {
    let t = ctx.t;
    let here = links::invitation(ctx.lang, token);
    ctx.html(&SaidPage {
        ctx,
        title: title(ctx, invited),
        lines: vec![
            offered(ctx, invited),
            t.team_invitation_sign_in(&invited.offer.email),
        ],
        ways: vec![Way::new(
            t.accounts_sign_in_way(),
            links::sign_in(ctx.lang, Some(&here)),
        )],
    })
}

/// Whom it was not sent to is told for whom it is, which they can read in the letter that they have.
fn others(
    mut ctx: PageCtx,
    invited: &Invited,
    (signed_in, person): (&SignedIn, &Person),
) -> Result {
    // The way out is what this page is for.
    ctx.sign_out = None;
    let (t, ctx) = (ctx.t, &ctx);
    let page = FormPage {
        ctx,
        title: title(ctx, invited),
        lead: vec![t.team_invitation_other(&invited.offer.email, &person.display_name)],
        errors: Errors::default().summary(t),
        action: links::sign_out(ctx.lang),
        hidden: vec![("csrf", signed_in.csrf.clone())],
        fields: Vec::new(),
        button: t.accounts_sign_out(),
        ways: vec![Way::new(t.ui_back(), links::account(ctx.lang))],
        others: Vec::new(),
        keeps_typed: false,
    };
    ctx.redraw(StatusCode::FORBIDDEN, &page)
}

fn accept_page<'a>(
    ctx: &'a PageCtx,
    (token, invited): (&str, &Invited),
    signed_in: &SignedIn,
) -> FormPage<'a> {
    FormPage {
        ctx,
        title: title(ctx, invited),
        lead: vec![offered(ctx, invited)],
        errors: Errors::default().summary(ctx.t),
        action: links::invitation(ctx.lang, token),
        hidden: vec![("csrf", signed_in.csrf.clone())],
        fields: Vec::new(),
        button: ctx.t.team_invitation_accept(),
        ways: Vec::new(),
        others: Vec::new(),
        keeps_typed: false,
    }
}

fn new_page<'a>(
    ctx: &'a PageCtx,
    (token, invited): (&str, &Invited),
    form: &InvitationForm,
    errors: &Errors,
) -> FormPage<'a> {
    let t = ctx.t;
    let name = TextField {
        name: "name".to_owned(),
        label: t.accounts_name(),
        value: form.name.clone(),
        entry: Entry::FullName,
        complaint: errors.of("name", t),
        ..TextField::default()
    };
    FormPage {
        ctx,
        title: title(ctx, invited),
        lead: vec![
            offered(ctx, invited),
            t.team_invitation_new(&invited.offer.email),
        ],
        errors: errors.summary(t),
        action: links::invitation(ctx.lang, token),
        hidden: Vec::new(),
        fields: vec![name, sheet::new_password_field(ctx, errors)],
        button: t.team_invitation_new_submit(),
        ways: Vec::new(),
        others: Vec::new(),
        keeps_typed: true,
    }
}

fn title(ctx: &PageCtx, invited: &Invited) -> String {
    ctx.t.team_invitation_title(invited.place.text(ctx.lang))
}

fn offered(ctx: &PageCtx, invited: &Invited) -> String {
    let role = ctx.t.of_family("accounts-role", &invited.offer.role.id());
    ctx.t
        .team_invitation_lead(invited.place.text(ctx.lang), role)
}
