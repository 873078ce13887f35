//! What a business has deleted: found, had back or deleted for good. Nobody but an operator deletes for good.

use super::{
    act, bin_restore,
    office::{Office, Room},
    sheet::{self, ActPage, row},
};
use crate::{
    base::{ids::BusinessId, msg::Msg},
    db::{self, Access, TenantTx},
    domain::{
        bookings::{
            bin::{self, BinError, Files, Kind, LISTED, Needed, Thing},
            import::restore::Obstacle,
        },
        businesses::profile,
    },
    media::sizes,
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        gate::operator,
        links, media,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            empty::Empty,
            error_summary::ErrorSummary,
            field::Field,
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
            post_form::PostForm,
            summary_list::SummaryList,
            text_field::TextField,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::Deserialize;
use uuid::Uuid;

/// The list.
#[derive(Template)]
#[template(path = "operator/bin.html")]
struct BinPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    back: LinkButton,
    lines: Vec<Line>,
    empty: Empty,
    is_cut: bool,
}

/// One thing.
struct Line {
    name: String,
    facts: Vec<String>,
    restore: PostButton,
    purge: LinkButton,
}

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct PurgeForm {
    csrf: String,
    reason: String,
    name: String,
    switch: String,
}

/// What a page is drawn from.
struct Scene<T> {
    shop: String,
    zone: Tz,
    now: DateTime<Utc>,
    found: T,
}

async fn read<T: Send + 'static>(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    business: BusinessId,
    mut look: impl FnMut(&mut TenantTx<'_>) -> db::Result<Option<T>> + Send + 'static,
) -> std::result::Result<Scene<T>, Error> {
    let lang = ctx.lang;
    let wish = (Access::Read, business);
    let read = operator::within(site, ctx, signed_in, wish, move |tx| -> db::Result<_> {
        let (Some(profile), Some(found)) = (profile::own(tx)?, look(tx)?) else {
            return Ok(None);
        };
        Ok(Some(Scene {
            shop: profile.name.text(lang).to_owned(),
            zone: profile.zone,
            now: tx.now(),
            found,
        }))
    });
    read.await??.ok_or(Error::NotFound)
}

/// What was deleted.
pub async fn index(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    let id: BusinessId = path.1.parse().map_err(|_no_key| Error::NotFound)?;
    draw(&site, ctx, &signed_in, (id, None)).await
}

/// The list, and above it what is in the way of having something back.
pub(super) async fn draw(
    site: &Site,
    mut ctx: PageCtx,
    signed_in: &SignedIn,
    (id, obstacle): (BusinessId, Option<&Obstacle>),
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let look = |tx: &mut TenantTx<'_>| Ok(Some(bin::all(tx)?));
    let scene = read(site, &ctx, signed_in, id, look).await?;
    let office = Office::of(&ctx, signed_in, Room::Businesses);
    let moments = Moments::new(ctx.t, scene.zone, scene.now);
    let mut errors = Errors::default();
    if let Some(obstacle) = obstacle {
        errors.add("", bin_restore::why(&moments, obstacle));
        ctx.stand_at(&links::operator(ctx.lang, &format!("/businesses/{id}/bin")));
    }
    let lines = scene.found.iter();
    let page = BinPage {
        shop: office.shop,
        nav: office.nav,
        out: office.out,
        errors: errors.summary(ctx.t),
        title: ctx.t.bin_title(&scene.shop),
        back: sheet::back(
            &ctx,
            links::operator(ctx.lang, &format!("/businesses/{id}")),
        ),
        lines: lines.map(|one| line(&ctx, &moments, id, one)).collect(),
        empty: Empty {
            icon: Icon::Trash,
            words: ctx.t.bin_empty(),
            ways: Vec::new(),
        },
        is_cut: scene.found.len() == LISTED,
        ctx: &ctx,
    };
    match obstacle {
        None => ctx.html(&page),
        Some(_) => ctx.redraw(StatusCode::CONFLICT, &page),
    }
}

/// Where a thing is seen to.
fn place(ctx: &PageCtx, business: BusinessId, (kind, id): (Kind, Uuid), act: &str) -> String {
    let path = format!("/businesses/{business}/bin/{}/{id}{act}", kind.id());
    links::operator(ctx.lang, &path)
}

/// What it is called; what has no name is called by its kind.
fn name(ctx: &PageCtx, thing: &Thing) -> String {
    match thing.name.as_str() {
        "" => ctx.t.of_family("bin-kind", thing.kind.id()),
        name => name.to_owned(),
    }
}

fn line(ctx: &PageCtx, moments: &Moments, business: BusinessId, thing: &Thing) -> Line {
    let (t, key) = (ctx.t, (thing.kind, thing.id));
    let name = name(ctx, thing);
    Line {
        facts: vec![
            t.of_family("bin-kind", thing.kind.id()),
            t.bin_deleted(moments.moment(thing.deleted_at)),
        ],
        restore: PostButton {
            label: t.bin_restore(),
            about: Some(name.clone()),
            form: PostForm {
                action: place(ctx, business, key, "/restore"),
                hidden: vec![("csrf".to_owned(), ctx.csrf.clone())],
            },
            voice: Voice::Quiet,
            small: true,
        },
        purge: LinkButton {
            label: t.bin_purge(),
            url: place(ctx, business, key, ""),
            voice: Voice::DangerQuiet,
            small: true,
            about: Some(name.clone()),
            ..LinkButton::default()
        },
        name,
    }
}

/// The business and the thing that an address names.
pub(super) fn named(path: &[String]) -> std::result::Result<(BusinessId, (Kind, Uuid)), Error> {
    let [_lang, business, kind, id] = path else {
        return Err(Error::NotFound);
    };
    let business = business.parse().map_err(|_no_key| Error::NotFound)?;
    let kind = Kind::from_id(kind).ok_or(Error::NotFound)?;
    let id = id.parse().map_err(|_no_key| Error::NotFound)?;
    Ok((business, (kind, id)))
}

/// The question.
pub async fn new(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<Vec<String>>,
) -> Result {
    let (business, (kind, id)) = named(&path)?;
    let look = move |tx: &mut TenantTx<'_>| bin::find(tx, kind, id);
    let scene = read(&site, &ctx, &signed_in, business, look).await?;
    signed_in.fresh(&site, &ctx.here())?;
    let form = PurgeForm::default();
    let errors = Errors::default();
    ctx.html(&page(
        &ctx,
        &signed_in,
        (business, &scene),
        (&form, &errors),
    ))
}

/// Deletes it for good, with a reason and its name typed.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<Vec<String>>,
    form: Typed<PurgeForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let (business, key) = named(&path)?;
    let look = move |tx: &mut TenantTx<'_>| bin::find(tx, key.0, key.1);
    let scene = read(&site, &ctx, &signed_in, business, look).await?;
    signed_in.still_fresh(&site, &ctx.here())?;
    let mut errors = Errors::default();
    if form.switch == "yes" {
        return ctx.html(&page(
            &ctx,
            &signed_in,
            (business, &scene),
            (&form, &errors),
        ));
    }
    let reason = act::reason(&mut errors, &form.reason, true);
    if form.name.trim() != name(&ctx, &scene.found.0).trim() {
        errors.add("name", Msg::new("bin-name-wrong"));
    }
    let Some(reason) = reason.filter(|_| errors.is_empty()) else {
        let page = page(&ctx, &signed_in, (business, &scene), (&form, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let wish = (Access::Write, business);
    let done = operator::within(&site, &ctx, &signed_in, wish, move |tx| {
        bin::purge(tx, key, &reason)
    });
    match done.await? {
        Ok(files) => {
            throw_away(&site, business, files).await;
            let list = links::operator(ctx.lang, &format!("/businesses/{business}/bin"));
            Ok(flash::say(ctx.see_other(&list)?, Said::BinPurged))
        }
        Err(BinError::Needed(needed)) => {
            errors.add("", needs(needed));
            let page = page(&ctx, &signed_in, (business, &scene), (&form, &errors));
            ctx.redraw(StatusCode::CONFLICT, &page)
        }
        Err(BinError::Unknown | BinError::NoRoom | BinError::InTheWay(_)) => Err(Error::NotFound),
        Err(BinError::Db(error)) => Err(error.into()),
    }
}

/// What needs it.
fn needs(needed: Needed) -> Msg {
    match needed.bookings {
        0 => Msg::new("bin-needed-otherwise").with("count", needed.others),
        count => Msg::new("bin-needed-by-bookings").with("count", count),
    }
}

/// The files of photographs go after their rows: one that stays behind harms nobody, a row without files would.
async fn throw_away(site: &Site, business: BusinessId, all: Vec<Files>) {
    for files in all {
        let width = u32::try_from(files.width).unwrap_or(1);
        // Whichever it was made in; of what is not there nothing is taken away.
        let widths = sizes::ladder(width).into_iter();
        for (width, _) in widths.chain(sizes::small_ladder(width)) {
            let file = format!("{width}.{}", files.ending);
            let name = match files.is_private {
                true => media::private_name(business, &files.picture, &file),
                false => media::name(business, &files.picture, &file),
            };
            if let Err(error) = site.store.delete(&name).await {
                tracing::warn!(%error, name, "a file of a photograph was left behind");
            }
        }
    }
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    (business, scene): (BusinessId, &Scene<(Thing, Needed)>),
    (form, errors): (&PurgeForm, &Errors),
) -> ActPage<'a> {
    let t = ctx.t;
    let (thing, needed) = &scene.found;
    let office = Office::of(ctx, signed_in, Room::Businesses);
    let moments = Moments::new(t, scene.zone, scene.now);
    let name = name(ctx, thing);
    let needs = (*needed != Needed::default()).then(|| t.msg(&needs(*needed)));
    let fields = vec![
        act::reason_field(ctx, &form.reason, errors, true),
        Field::Line(TextField {
            name: "name".to_owned(),
            label: t.bin_name(),
            value: form.name.clone(),
            hint: Some(t.bin_name_hint(&name)),
            complaint: errors.of("name", t),
            ..TextField::default()
        }),
    ];
    ActPage {
        shop: office.shop,
        nav: office.nav,
        out: office.out,
        errors: errors
            .summary(t)
            .naming(t, fields.iter().map(Field::called)),
        title: t.bin_purge_title(),
        lead: std::iter::once(t.bin_purge_lead()).chain(needs).collect(),
        summary: SummaryList {
            rows: vec![
                row(t.operators_businesses(), &scene.shop),
                row(t.of_family("bin-kind", thing.kind.id()), &name),
                row(t.bin_since(), moments.moment(thing.deleted_at)),
            ],
        },
        form: PostForm {
            action: place(ctx, business, (thing.kind, thing.id), ""),
            hidden: vec![("csrf".to_owned(), signed_in.csrf.clone())],
        },
        fields,
        submit: Submit {
            label: t.bin_purge(),
            voice: Voice::Danger,
            ..Submit::default()
        },
        back: sheet::quiet(
            t.ui_back(),
            links::operator(ctx.lang, &format!("/businesses/{business}/bin")),
        ),
        ctx,
    }
}
