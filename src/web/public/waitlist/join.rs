//! Putting oneself on the list for a service, or for a visit of several: when one would come, a name and an address. A letter asks whether the address is
//! theirs; the page says the same to everybody, so that nobody learns who waits.

use super::{
    boxes::{Reach, WishBoxes, WishForm},
    sought::{JoinQuery, What, asked, found},
};
use crate::{
    base::{
        msg::Msg,
        text,
        time::{days_after, local},
    },
    db::DbError,
    domain::{
        bookings::waitlist::{
            join::{self, Join, JoinError},
            what::What as Awaits,
        },
        businesses::profile::{self, Profile},
        customers::register::{Contact, Name},
        scheduling::resource::Resource,
    },
    refusal,
    web::{
        crowd,
        error::{Error, Result},
        form::{
            Errors, fields,
            typed::{Asked, Typed},
        },
        gate::business,
        links,
        page::PageCtx,
        public::frame,
        site::Site,
        ui::{
            error_summary::ErrorSummary,
            frame::ShopFrame,
            mark::Mark,
            text_field::{Entry, TextField},
        },
    },
};
use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use chrono::{DateTime, Utc};
use std::collections::HashMap;

/// So many days a wish spans before anybody changes it: the week that was looked at.
const WEEK: u32 = 6;

/// The form.
#[derive(Template)]
#[template(path = "public/waitlist/join.html")]
pub struct JoinPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    errors: ErrorSummary,
    has_errors: bool,
    service: String,
    service_lang: Option<&'static str>,
    with: Option<String>,
    party: Option<String>,
    wish: WishBoxes,
    name: TextField,
    email: TextField,
    trap: TextField,
    action: String,
    hidden: Vec<(&'static str, String)>,
    privacy: String,
    back: String,
}

/// That a letter is on its way.
#[derive(Template)]
#[template(path = "public/waitlist/sent.html")]
pub struct SentPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    menu: String,
}

/// What is waited for, as the page reads it.
struct Scene {
    profile: Profile,
    what: Awaits,
    /// Who was asked for.
    people: Vec<Resource>,
    now: DateTime<Utc>,
}

/// Why nobody was put on the list.
#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error("the business has no list, or the service is not there")]
    NotFound,
    #[error(transparent)]
    Join(#[from] JoinError),
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(Refused);

/// The form, for what an address asks for.
pub async fn new(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String)>,
    request: HttpRequest,
    query: Asked<JoinQuery>,
) -> Result {
    let (what, from) = asked(&ctx, &query.0).ok_or(Error::NotFound)?;
    crowd::search(&site, &request).await?;
    let scene = read(&site, &ctx, &path.1, &what).await?;
    let reach = scene.reach();
    let from = from.unwrap_or(reach.from).clamp(reach.from, reach.until);
    let form = WishForm::of(from, days_after(from, WEEK).min(reach.until));
    ctx.html(&page(&ctx, &scene, &what, (&form, &Errors::default())))
}

/// Puts whoever asks on the list, as far as a letter does that.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String)>,
    request: HttpRequest,
    form: Typed<HashMap<String, String>>,
) -> Result {
    let (form, slug) = (WishForm(form.0), path.into_inner().1);
    let what = What::of(&form).ok_or(Error::NotFound)?;
    let scene = read(&site, &ctx, &slug, &what).await?;
    let mut errors = Errors::default();
    if form.value("switch") == "yes" {
        return ctx.html(&page(&ctx, &scene, &what, (&form, &errors)));
    }
    fields::trap(&mut errors, form.value("website"));
    let wish = form.read(&mut errors, scene.reach());
    let contact = contact(&ctx, &form, &mut errors);
    let (Some(wish), Some(contact), true) = (wish, contact, errors.is_empty()) else {
        let drawn = page(&ctx, &scene, &what, (&form, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    crowd::book(&site, &request).await?;
    let scope = business::visitor(&site, &ctx, &slug).await?;
    let wanted = what.clone();
    let done = site
        .db
        .tenant(scope, move |tx| -> std::result::Result<(), Refused> {
            let (_, what, _) = found(tx, &wanted)?.ok_or(Refused::NotFound)?;
            let command = Join {
                what: &what,
                wish,
                contact: &contact,
            };
            join::join(tx, &command)?;
            Ok(())
        });
    match done.await {
        Ok(()) => {
            site.wake.notify_one();
            ctx.see_other(&links::waitlist_sent(ctx.lang, &slug))
        }
        Err(Refused::Join(JoinError::Blocked)) => {
            errors.add("", Msg::new("booking-blocked"));
            let drawn = page(&ctx, &scene, &what, (&form, &errors));
            ctx.redraw(StatusCode::CONFLICT, &drawn)
        }
        Err(Refused::Join(JoinError::TooMany)) => {
            errors.add("", Msg::new("waiting-too-many"));
            let drawn = page(&ctx, &scene, &what, (&form, &errors));
            ctx.redraw(StatusCode::CONFLICT, &drawn)
        }
        Err(Refused::NotFound | Refused::Join(JoinError::Unreachable | JoinError::Waits)) => {
            Err(Error::NotFound)
        }
        Err(Refused::Db(error) | Refused::Join(JoinError::Db(error))) => Err(error.into()),
    }
}

/// That a letter is on its way, to whom it may.
pub async fn sent(site: Data<Site>, ctx: PageCtx, path: Path<(String, String)>) -> Result {
    let scope = business::visitor(&site, &ctx, &path.1).await?;
    let profile = site.db.read(scope, profile::open_to_public);
    let profile = profile.await?.ok_or(Error::NotFound)?;
    ctx.html(&SentPage {
        shop: frame::frame(&ctx, &profile),
        menu: links::menu(ctx.lang, &path.1),
        ctx: &ctx,
    })
}

/// A name and an address: a letter is all that is needed here.
fn contact(ctx: &PageCtx, form: &WishForm, errors: &mut Errors) -> Option<Contact> {
    let name = fields::required(
        errors,
        "full_name",
        form.value("full_name"),
        |typed| text::line(typed, text::NAME_MAX * 2),
        Msg::new("form-name-required"),
    );
    let email = fields::required(
        errors,
        "email",
        form.value("email"),
        text::email,
        Msg::new("waiting-email-required"),
    );
    Some(Contact {
        name: Name {
            display: name?,
            ..Name::default()
        },
        email: Some(email?),
        phone: None,
        lang: ctx.lang,
    })
}

impl Scene {
    fn reach(&self) -> Reach {
        Reach::of(
            local(self.profile.zone, self.now).date(),
            self.what.horizon(&self.profile.settings),
        )
    }
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    slug: &str,
    what: &What,
) -> std::result::Result<Scene, Error> {
    let scope = business::visitor(site, ctx, slug).await?;
    let what = what.clone();
    let read = site.db.read(
        scope,
        move |tx| -> std::result::Result<Option<Scene>, DbError> {
            let Some((profile, what, people)) = found(tx, &what)? else {
                return Ok(None);
            };
            Ok(Some(Scene {
                profile,
                what,
                people,
                now: tx.now(),
            }))
        },
    );
    read.await?.ok_or(Error::NotFound)
}

fn page<'a>(
    ctx: &'a PageCtx,
    scene: &Scene,
    what: &What,
    (form, errors): (&WishForm, &Errors),
) -> JoinPage<'a> {
    let t = ctx.t;
    let slug = &scene.profile.slug;
    let name = scene.what.name();
    let name = name.written(ctx.lang);
    let people = scene.people.iter();
    let people: Vec<&str> = people.map(|one| one.name.text(ctx.lang)).collect();
    let party = scene.what.guests();
    let line = |name: &str, label: String, entry: Entry| TextField {
        name: name.to_owned(),
        label,
        value: form.value(name).to_owned(),
        entry,
        mark: Mark::required(t.ui_required()),
        complaint: errors.of(name, t),
        ..TextField::default()
    };
    JoinPage {
        shop: frame::frame(ctx, &scene.profile),
        errors: errors.summary(t),
        has_errors: !errors.is_empty(),
        service: name.text,
        service_lang: name.other_lang,
        with: (!people.is_empty()).then(|| people.join(&t.businesses_list_comma())),
        party: (party > 1).then(|| t.people(party.into())),
        wish: form.boxes(ctx, errors),
        name: line("full_name", t.booking_full_name(), Entry::FullName),
        email: TextField {
            hint: Some(t.waiting_email_hint()),
            ..line("email", t.booking_email(), Entry::Email)
        },
        trap: TextField::for_nobody(t.form_trap_label()),
        action: links::any_waitlist(ctx.lang, slug),
        hidden: what.hidden(),
        privacy: links::privacy(ctx.lang, slug),
        back: what.url(ctx, slug),
        ctx,
    }
}
