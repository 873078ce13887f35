//! Putting oneself on the list for a service: when one would come, a name and an address. A letter asks whether the address is
//! theirs; the page says the same to everybody, so that nobody learns who waits.

use super::boxes::{Reach, WishBoxes, WishForm};
use crate::{
    base::{
        ids::{OptionId, ResourceId, ServiceId},
        msg::Msg,
        text,
        time::{days_after, local},
    },
    db::{DbError, TenantTx},
    domain::{
        bookings::waitlist::{
            join::{self, Join, JoinError},
            rule_rows,
            wish::Wish as Waited,
        },
        businesses::profile::{self, Profile},
        catalog::service::{self, Service},
        customers::register::{Contact, Name},
        scheduling::resource::{self, Resource},
    },
    refusal,
    web::{
        crowd,
        error::{Error, Result},
        form::{
            Errors, fields,
            options::typed_options,
            typed::{Asked, Typed},
        },
        gate::business,
        links::{self, Times},
        page::PageCtx,
        public::{
            frame,
            wish::{self, TimesQuery, Wish},
        },
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
    service: Service,
    person: Option<Resource>,
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

/// What is waited for, as an address or a form carries it.
#[derive(Clone, Debug)]
struct What {
    service: ServiceId,
    staff: Option<ResourceId>,
    party: i16,
    options: Vec<OptionId>,
}

impl What {
    fn of(form: &WishForm) -> Option<Self> {
        Some(Self {
            service: form.value("service").parse().ok()?,
            staff: form.value("staff").parse().ok(),
            party: form.value("party").parse().unwrap_or(1),
            options: typed_options(form.value("options"), &HashMap::new()),
        })
    }

    fn times(&self) -> Times {
        Times {
            service: Some(self.service),
            staff: self.staff,
            party: Some(self.party),
            options: self.options.clone(),
            ..Times::default()
        }
    }
}

/// The form, for what an address asks for.
pub async fn new(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String)>,
    request: HttpRequest,
    query: Asked<TimesQuery>,
) -> Result {
    let Wish {
        service,
        staff,
        from,
        options,
        party,
        ..
    } = wish::wish(&ctx, &query.0).ok_or(Error::NotFound)?;
    let what = What {
        service,
        staff,
        party,
        options,
    };
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
            let (_, service, _) = found(tx, &wanted)?.ok_or(Refused::NotFound)?;
            join_it(tx, &service, &wanted, (wish, &contact))
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

fn join_it(
    tx: &mut TenantTx<'_>,
    service: &Service,
    what: &What,
    (wish, contact): (Waited, &Contact),
) -> std::result::Result<(), Refused> {
    let command = Join {
        service,
        wish,
        party: what.party,
        resource: what.staff,
        contact,
    };
    join::join(tx, &command)?;
    Ok(())
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
        let horizon = self.service.figures.horizon_days;
        Reach::of(
            local(self.profile.zone, self.now).date(),
            horizon.unwrap_or(self.profile.settings.horizon_days),
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
            let Some((profile, service, person)) = found(tx, &what)? else {
                return Ok(None);
            };
            Ok(Some(Scene {
                profile,
                service,
                person,
                now: tx.now(),
            }))
        },
    );
    read.await?.ok_or(Error::NotFound)
}

/// Where and for what, if the shop keeps a list and takes such parties.
fn found(
    tx: &mut TenantTx<'_>,
    what: &What,
) -> std::result::Result<Option<(Profile, Service, Option<Resource>)>, DbError> {
    let Some(profile) = profile::open_to_public(tx)? else {
        return Ok(None);
    };
    if !profile.settings.is_accepting || !rule_rows::of(tx)?.is_on {
        return Ok(None);
    }
    let Some(service) = service::find(tx, what.service)? else {
        return Ok(None);
    };
    let Ok(service) = service.with_options(&what.options) else {
        return Ok(None);
    };
    if !(service.figures.party_min..=service.figures.party_max).contains(&what.party) {
        return Ok(None);
    }
    let person = match what.staff {
        None => None,
        Some(id) => match resource::find(tx, id)? {
            Some(person) if person.is_nominable && person.takes_online => Some(person),
            _ => return Ok(None),
        },
    };
    Ok(Some((profile, service, person)))
}

fn page<'a>(
    ctx: &'a PageCtx,
    scene: &Scene,
    what: &What,
    (form, errors): (&WishForm, &Errors),
) -> JoinPage<'a> {
    let t = ctx.t;
    let slug = &scene.profile.slug;
    let name = scene.service.name.written(ctx.lang);
    let line = |name: &str, label: String, entry: Entry| TextField {
        name: name.to_owned(),
        label,
        value: form.value(name).to_owned(),
        entry,
        mark: Mark::required(t.ui_required()),
        complaint: errors.of(name, t),
        ..TextField::default()
    };
    let mut hidden = vec![
        ("service", what.service.to_string()),
        ("party", what.party.to_string()),
        ("options", links::listed(&what.options)),
    ];
    hidden.extend(what.staff.map(|id| ("staff", id.to_string())));
    JoinPage {
        shop: frame::frame(ctx, &scene.profile),
        errors: errors.summary(t),
        has_errors: !errors.is_empty(),
        service: name.text,
        service_lang: name.other_lang,
        with: scene
            .person
            .as_ref()
            .map(|person| person.name.text(ctx.lang).to_owned()),
        party: (what.party > 1).then(|| t.people(what.party.into())),
        wish: form.boxes(ctx, errors),
        name: line("full_name", t.booking_full_name(), Entry::FullName),
        email: TextField {
            hint: Some(t.waiting_email_hint()),
            ..line("email", t.booking_email(), Entry::Email)
        },
        trap: TextField::for_nobody(t.form_trap_label()),
        action: links::any_waitlist(ctx.lang, slug),
        hidden,
        privacy: links::privacy(ctx.lang, slug),
        back: links::times(ctx.lang, slug, &what.times()),
        ctx,
    }
}
