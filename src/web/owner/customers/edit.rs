//! A new card by hand, and another name or other contacts on one. Whoever was not first sees both and decides.

use super::{
    form::{Boxes, CardForm},
    notes::refused,
    words,
};
use crate::{
    base::ids::CustomerId,
    db,
    domain::{
        bookings::card::{RemoveError, remove as take_off},
        businesses::role::Right,
        customers::{
            card::{self, Card, CardError},
            register::Contact,
        },
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        gate::member::{self, AtWork},
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            nav::Nav,
            newer::{Newer, Pair},
            post_form::PostForm,
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
const RIGHT: Right = Right::WriteCustomers;

/// The page.
#[derive(Template)]
#[template(path = "owner/customers/edit.html")]
pub struct EditPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    heading: String,
    newer: Option<Newer>,
    form: PostForm,
    boxes: Boxes,
    sees_contacts: bool,
    submit: Submit,
    back: LinkButton,
    remove: Option<PostButton>,
}

impl EditPage<'_> {
    /// The complaints, each with the label of its box.
    fn complaints(&self) -> ErrorSummary {
        self.errors.clone().naming(self.ctx.t, self.boxes.called())
    }
}

/// What the page is drawn from; a card that is new is not there yet.
struct Scene {
    at: AtWork,
    card: Option<Card>,
}

/// The empty form.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let scene = read(&site, &ctx, &signed_in, (&path.1, None)).await?;
    let form = CardForm {
        language: scene.at.profile.settings.default_locale.clone(),
        ..CardForm::default()
    };
    let asked = (&form, &Errors::default());
    ctx.html(&page(&ctx, &signed_in, &scene, asked, None))
}

/// Makes a card.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<CardForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let scene = read(&site, &ctx, &signed_in, (&slug, None)).await?;
    let Some(contact) = typed(&ctx, &form) else {
        return refuse(&ctx, &signed_in, &scene, &form);
    };
    let wish = (slug.as_str(), RIGHT);
    let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        card::add(tx, &contact)
    });
    let id = done.await??;
    let card = words::card(&ctx, &slug, id, "");
    Ok(flash::say(ctx.see_other(&card)?, Said::CustomerAdded))
}

/// The form with what is known.
pub async fn edit(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let id = words::key(&path.2)?;
    let scene = read(&site, &ctx, &signed_in, (&path.1, Some(id))).await?;
    let form = as_it_is(&ctx, &scene);
    let asked = (&form, &Errors::default());
    ctx.html(&page(&ctx, &signed_in, &scene, asked, None))
}

/// Saves it.
pub async fn update(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<CardForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let id = words::key(&id)?;
    let version: i32 = form.version.parse().map_err(|_no| Error::Unreadable)?;
    let scene = read(&site, &ctx, &signed_in, (&slug, Some(id))).await?;
    let Some(mut contact) = typed(&ctx, &form) else {
        return refuse(&ctx, &signed_in, &scene, &form);
    };
    let wish = (slug.as_str(), RIGHT);
    let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, at| {
        if !at.member.may(Right::ReadContacts) {
            // Who does not see them does not change them.
            let known = card::living(tx, id)?;
            (contact.email, contact.phone) = (known.email, known.phone);
        }
        card::edit(tx, (id, version), &contact)
    });
    match done.await? {
        Ok(()) => {
            let card = words::card(&ctx, &slug, id, "");
            Ok(flash::say(ctx.see_other(&card)?, Said::CustomerSaved))
        }
        Err(CardError::Stale) => {
            let scene = read(&site, &ctx, &signed_in, (&slug, Some(id))).await?;
            let errors = Errors::default();
            let newer = newer(&ctx, &scene, &form);
            let drawn = page(&ctx, &signed_in, &scene, (&form, &errors), newer);
            ctx.redraw(StatusCode::CONFLICT, &drawn)
        }
        Err(error) => Err(refused(error)),
    }
}

/// What a button says.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct RemoveForm {
    csrf: String,
}

/// Takes the card off the list; it is found again among the deleted ones.
pub async fn remove(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<RemoveForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let (_, slug, id) = path.into_inner();
    let id = words::key(&id)?;
    let wish = (slug.as_str(), RIGHT);
    let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| take_off(tx, id));
    let (next, said) = match done.await? {
        Ok(()) => (words::list(&ctx, &slug, "/deleted"), Said::CustomerRemoved),
        Err(RemoveError::Ahead) => (words::card(&ctx, &slug, id, ""), Said::CustomerExpected),
        Err(RemoveError::Unknown) => return Err(Error::NotFound),
        Err(RemoveError::Db(error)) => return Err(error.into()),
    };
    Ok(flash::say(ctx.see_other(&next)?, said))
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, id): (&str, Option<CustomerId>),
) -> std::result::Result<Scene, Error> {
    let found = member::look(site, ctx, signed_in, (slug, RIGHT), move |tx, at| {
        let card = match id {
            Some(id) => card::find(tx, id)?,
            None => None,
        };
        db::Result::Ok(Scene {
            at: at.clone(),
            card: card.filter(|card| card.deleted_at.is_none() && card.erased_at.is_none()),
        })
    });
    let mut scene = found.await??;
    if id.is_some() && scene.card.is_none() {
        return Err(Error::NotFound);
    }
    let may = scene.at.member.may(Right::ReadContacts);
    if let Some(card) = scene.card.as_mut().filter(|_| !may) {
        (card.email, card.phone) = (None, None);
    }
    Ok(scene)
}

fn as_it_is(ctx: &PageCtx, scene: &Scene) -> CardForm {
    let known = scene
        .card
        .as_ref()
        .map(|card| (card.contact(), card.version));
    known
        .map(|(contact, version)| CardForm::of(ctx, &contact, version))
        .unwrap_or_default()
}

/// What was typed, if it can be taken and the other language was not what was pressed.
fn typed(ctx: &PageCtx, form: &CardForm) -> Option<Contact> {
    if form.switch == "yes" {
        return None;
    }
    form.parse(ctx.lang, &mut Errors::default())
}

/// The form again: in the other language, or with what has to be mended.
fn refuse(ctx: &PageCtx, signed_in: &SignedIn, scene: &Scene, form: &CardForm) -> Result {
    let mut errors = Errors::default();
    if form.switch == "yes" {
        let form = form.clone().for_page(ctx.lang);
        return ctx.html(&page(ctx, signed_in, scene, (&form, &errors), None));
    }
    form.parse(ctx.lang, &mut errors);
    let drawn = page(ctx, signed_in, scene, (form, &errors), None);
    ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn)
}

/// What somebody else has saved meanwhile, beside what was typed.
fn newer(ctx: &PageCtx, scene: &Scene, form: &CardForm) -> Option<Newer> {
    let card = scene.card.as_ref()?;
    let theirs = CardForm::of(ctx, &card.contact(), card.version);
    let boxes = (
        Boxes::of(ctx, form, &Errors::default()),
        Boxes::of(ctx, &theirs, &Errors::default()),
    );
    let all = |boxes: Boxes| {
        let Boxes {
            names,
            kana,
            phone,
            email,
            ..
        } = boxes;
        names.into_iter().chain(kana).chain([phone, email])
    };
    let pairs = all(boxes.0).zip(all(boxes.1)).map(|(mine, theirs)| Pair {
        label: mine.label,
        typed: mine.value,
        saved: theirs.value,
    });
    let url = words::card(ctx, &scene.at.profile.slug, card.id, "/edit");
    Some(Newer::of(ctx.t, pairs.collect(), url))
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (form, errors): (&CardForm, &Errors),
    newer: Option<Newer>,
) -> EditPage<'a> {
    let (t, slug) = (ctx.t, &scene.at.profile.slug);
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Customers);
    let card = scene.card.as_ref();
    let heading = card.map_or_else(|| t.customers_new(), |card| t.customers_edit_of(&card.name));
    // After somebody else was first, what is saved next is saved on what they have written.
    let seen = match (&newer, card) {
        (Some(_), Some(card)) => card.version.to_string(),
        _ => form.version.clone(),
    };
    let (action, back) = match card {
        None => (words::list(ctx, slug, "/new"), words::list(ctx, slug, "")),
        Some(card) => (
            words::card(ctx, slug, card.id, "/edit"),
            words::card(ctx, slug, card.id, ""),
        ),
    };
    let carried = form.carried(ctx.lang);
    let hidden: Vec<_> = [("version", seen.as_str())]
        .into_iter()
        .chain(carried)
        .collect();
    EditPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: if errors.is_empty() {
            heading.clone()
        } else {
            t.ui_error_page_title(heading.clone())
        },
        heading,
        form: PostForm::keyed(&ctx.csrf, action, &hidden),
        boxes: Boxes::of(ctx, form, errors),
        sees_contacts: scene.at.member.may(Right::ReadContacts),
        submit: Submit {
            label: match newer {
                Some(_) => t.ui_newer_overwrite(),
                None => t.customers_save(),
            },
            ..Submit::default()
        },
        back: LinkButton {
            label: t.ui_back(),
            url: back,
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        remove: card.map(|card| PostButton {
            label: t.customers_remove(),
            about: Some(card.name.clone()),
            form: PostForm::keyed(&ctx.csrf, words::card(ctx, slug, card.id, "/remove"), &[]),
            voice: Voice::DangerQuiet,
            small: true,
        }),
        newer,
        ctx,
    }
}
