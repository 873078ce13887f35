//! What is written in one form, whatever it is: read, drawn, judged, saved on top of what was opened, and shown beside what
//! somebody else has saved meanwhile. What differs from one thing to another is its [`Subject`].

use super::{
    answers::Answers,
    look::{self, Look, Looked, Press},
    parting::{self, Parting},
    sheet::{self, Part, Sheet, differences},
};
use crate::{
    base::{msg::Msg, time::LocalDate},
    db::{self, EditError, TenantTx},
    domain::businesses::role::Right,
    web::{
        desk::Room,
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
            buttons::{PostButton, Voice},
            newer::Newer,
        },
    },
};
use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use std::str::FromStr;

/// What one form is about, with all that its page is drawn from.
pub(super) trait Subject: Sized + Send + 'static {
    /// What somebody needs who reads or writes it.
    const RIGHT: Right;
    /// Where its page belongs.
    const ROOM: Room;
    /// What tells it from others of its kind.
    type Id: FromStr + Copy + Send + 'static;
    /// What a form comes to that has nothing to complain about.
    type Draft: Send + 'static;

    /// Reads it, or what a new one of its kind begins with. Nothing where there is no such thing.
    fn read(tx: &mut TenantTx<'_>, at: &AtWork, id: Option<Self::Id>) -> db::Result<Option<Self>>;
    /// Who asks, and where.
    fn at(&self) -> &AtWork;
    /// Tells what is kept from what somebody else makes of it; empty for something new.
    fn version(&self) -> String;
    /// The boxes as they are kept; those of something new may begin with what its address says.
    fn answers(&self, ctx: &PageCtx, asked: &Answers) -> Answers;
    /// The boxes, filled in and complained about.
    fn parts(&self, ctx: &PageCtx, form: (&Answers, &Errors)) -> Vec<Part>;
    /// What the boxes mean, or complaints.
    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<Self::Draft>;
    /// Writes it, and says where one is led.
    fn save(
        tx: &mut TenantTx<'_>,
        id: Option<Self::Id>,
        draft: &Self::Draft,
        version: &str,
    ) -> std::result::Result<Landing, EditError>;
    /// The rest of its page.
    fn sheet(&self, ctx: &PageCtx, typed: &Answers) -> Sheet;
    /// What a change is looked at for before it is made; nothing where it is made at once.
    fn look(&self, _: &Self::Draft) -> Option<Look> {
        None
    }
    /// From which business day on it is to hold; at once without one.
    fn holds_from(_: &Self::Draft) -> Option<LocalDate> {
        None
    }
    /// What is said at which box, where it is refused for what was typed there.
    fn complaint(_: &EditError) -> Option<(&'static str, Msg)> {
        None
    }
    /// Whether something stands in the way of what was asked for, beside what was typed.
    fn is_hindered(&self) -> bool {
        false
    }
}

/// What can be deleted and found again.
pub(super) trait Removable: Subject {
    /// The list that it stands in: a path below the back office.
    const LIST: &'static str;
    /// What is said where it cannot be had back because of the others that there are by now.
    const IN_THE_WAY: Option<Said> = None;

    /// Deletes it, or takes it back.
    fn remove(
        tx: &mut TenantTx<'_>,
        id: Self::Id,
        gone: bool,
    ) -> std::result::Result<(), EditError>;
    /// What that is looked at for before it is done; nothing where it is done at once.
    fn parting(_: &mut TenantTx<'_>, _: Self::Id, _gone: bool) -> db::Result<Option<Parting>> {
        Ok(None)
    }
}

/// The key of what a business has one of: there is none.
#[derive(Clone, Copy)]
pub(super) enum Sole {}

impl FromStr for Sole {
    type Err = ();

    fn from_str(_: &str) -> std::result::Result<Self, ()> {
        Err(())
    }
}

/// Where one is led afterwards: a path below the back office, and what is said there.
pub(super) struct Landing(pub String, pub Said);

/// The form with what is kept, or the empty one.
pub(super) async fn open<S: Subject>(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<Vec<String>>,
    asked: Asked<Answers>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let subject = read::<S>(&site, &ctx, &signed_in, place::<S>(&path)?).await?;
    let typed = subject.answers(&ctx, &asked.0);
    page(&ctx, &signed_in, &subject, (&typed, &Errors::default()))
}

/// Writes it; where somebody else was first, both are shown.
pub(super) async fn write<S: Subject>(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<Vec<String>>,
    form: Typed<Answers>,
) -> Result {
    let typed = form.0;
    signed_in.sent(typed.get("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let place = place::<S>(&path)?;
    let (slug, id) = place;
    let subject = read::<S>(&site, &ctx, &signed_in, place).await?;
    let mut errors = Errors::default();
    let press = Press::of(&typed);
    if press == Press::Mend {
        return page(&ctx, &signed_in, &subject, (&typed, &errors));
    }
    let draft = subject.parse(&typed, &mut errors);
    let Some(draft) = draft.filter(|_| !typed.has("preview")) else {
        return page(&ctx, &signed_in, &subject, (&typed, &errors));
    };
    let looked_for = subject.look(&draft).filter(|_| press == Press::Look);
    let saved = match looked_for {
        Some(look) => {
            let who = (&**site, &ctx, &signed_in);
            match look::draw(who, place, (&subject, look), (draft, &typed)).await? {
                Looked::Drawn(page) => return Ok(page),
                Looked::Refused(error) => Err(error),
            }
        }
        None => {
            let version = typed.get("version").to_owned();
            let wish = (slug, S::RIGHT);
            let saved = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
                S::save(tx, id, &draft, &version)
            });
            saved.await?
        }
    };
    match saved {
        Ok(Landing(path, said)) => {
            let there = links::owner(ctx.lang, slug, &path);
            Ok(flash::say(ctx.see_other(&there)?, said))
        }
        Err(EditError::Db(error)) => Err(error.into()),
        Err(EditError::Stale) => {
            errors.add("", Msg::new("form-stale"));
            let newest = read::<S>(&site, &ctx, &signed_in, place).await?;
            page(&ctx, &signed_in, &newest, (&typed, &errors))
        }
        Err(error) => {
            let (name, msg) = S::complaint(&error).ok_or(Error::NotFound)?;
            errors.add(name, msg);
            page(&ctx, &signed_in, &subject, (&typed, &errors))
        }
    }
}

/// Deletes it, or takes it back.
pub(super) async fn settle<S: Removable>(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<Vec<String>>,
    form: Typed<Answers>,
) -> Result {
    let typed = form.0;
    signed_in.sent(typed.get("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (slug, id) = place::<S>(&path)?;
    let id = id.ok_or(Error::NotFound)?;
    let (gone, said) = match typed.get("to") {
        "delete" => (true, Said::CatalogRemoved),
        "restore" => (false, Said::CatalogRestored),
        _ => return Err(Error::Unreadable),
    };
    let (who, press) = ((&**site, &ctx, &signed_in), Press::of(&typed));
    if press == Press::Look
        && let Some(page) = part::<S>(who, (slug, id), gone, (&typed, false)).await?
    {
        return Ok(page);
    }
    let seen = (press == Press::Save).then(|| typed.get(parting::SEEN).to_owned());
    let wish = (slug, S::RIGHT);
    let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        if let Some(seen) = &seen {
            let parting = S::parting(tx, id, gone)?;
            parting::is_as_seen(tx, parting, seen)?;
        }
        S::remove(tx, id, gone)
    });
    let list = links::owner(ctx.lang, slug, S::LIST);
    match done.await? {
        Err(EditError::Stale) => part::<S>(who, (slug, id), gone, (&typed, true))
            .await?
            .ok_or(Error::NotFound),
        Ok(()) => Ok(flash::say(ctx.see_other(&list)?, said)),
        // Another one has its name by now; two of one name would be told apart by nobody.
        Err(EditError::Taken) => Ok(flash::say(ctx.see_other(&list)?, Said::CatalogNameTaken)),
        Err(EditError::InUse) if !gone && S::IN_THE_WAY.is_some() => {
            let said = S::IN_THE_WAY.unwrap_or(Said::CatalogNameTaken);
            Ok(flash::say(ctx.see_other(&list)?, said))
        }
        Err(error) => Err(error.into()),
    }
}

/// What is looked at before something is deleted or had back, if there is anything to see.
async fn part<S: Removable>(
    (site, ctx, signed_in): (&Site, &PageCtx, &SignedIn),
    (slug, id): (&str, S::Id),
    gone: bool,
    typed: (&Answers, bool),
) -> std::result::Result<Option<HttpResponse>, Error> {
    let wish = (slug, S::RIGHT);
    let parting = member::look(site, ctx, signed_in, wish, move |tx, _| {
        S::parting(tx, id, gone)
    });
    let Some(parting) = parting.await?? else {
        return Ok(None);
    };
    let change = move |tx: &mut TenantTx<'_>| S::remove(tx, id, gone);
    parting::draw::<S>((site, ctx, signed_in), (slug, &parting), typed, change).await
}

/// The button that deletes what stands at this path.
pub(super) fn delete(ctx: &PageCtx, at: &AtWork, path: &str) -> PostButton {
    let url = links::owner(ctx.lang, &at.profile.slug, &format!("{path}/state"));
    let said = (ctx.t.catalog_delete(), None);
    sheet::act(ctx, url, said, (Voice::DangerQuiet, &[("to", "delete")]))
}

/// The business and the thing that an address names.
fn place<S: Subject>(path: &[String]) -> std::result::Result<(&str, Option<S::Id>), Error> {
    match path {
        [_lang, slug] => Ok((slug, None)),
        // What hangs on something else has the keys of both.
        [_lang, slug, keys @ ..] => {
            let id = keys.join("/").parse().map_err(|_no_key| Error::NotFound)?;
            Ok((slug, Some(id)))
        }
        _ => Err(Error::NotFound),
    }
}

/// What the page is drawn from.
pub(super) async fn read<S: Subject>(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, id): (&str, Option<S::Id>),
) -> std::result::Result<S, Error> {
    let wish = (slug, S::RIGHT);
    let found = member::look(site, ctx, signed_in, wish, move |tx, at| {
        S::read(tx, at, id)
    });
    found.await??.ok_or(Error::NotFound)
}

/// The page of its form.
pub(super) fn page<S: Subject>(
    ctx: &PageCtx,
    signed_in: &SignedIn,
    subject: &S,
    (typed, errors): (&Answers, &Errors),
) -> Result {
    let parts = subject.parts(ctx, (typed, errors));
    let is_stale = errors.of("", ctx.t).is_some();
    let status = match (is_stale || subject.is_hindered(), errors.is_empty()) {
        (true, _) => StatusCode::CONFLICT,
        (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (false, true) => StatusCode::OK,
    };
    let sheet = subject.sheet(ctx, typed);
    let newer = is_stale.then(|| {
        let kept = subject.answers(ctx, &Answers::default());
        let theirs = subject.parts(ctx, (&kept, &Errors::default()));
        let url = links::owner(ctx.lang, &subject.at().profile.slug, &sheet.at);
        Newer::of(ctx.t, differences(&parts, &theirs), url)
    });
    let sheet = Sheet {
        // Somebody else was first: the next press is meant for what stands there now.
        version: match typed.get("version") {
            opened if !opened.is_empty() && !is_stale => opened.to_owned(),
            _ => subject.version(),
        },
        newer,
        parts,
        ..sheet
    };
    let scene = (signed_in, subject.at(), S::ROOM);
    sheet::draw(ctx, scene, status, (sheet, errors))
}
