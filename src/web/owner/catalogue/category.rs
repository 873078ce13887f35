//! One heading of the menu: a new one, or one that is renamed or deleted.

use super::{
    RIGHT,
    answers::Answers,
    ask::Ask,
    sheet::{self, Part, Sheet, act, differences},
};
use crate::{
    base::{ids::CategoryId, msg::Msg, text},
    db,
    domain::catalog::category::{self, Category, CategoryCard, CategoryError},
    web::{
        desk::Room,
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, fields, typed::Typed},
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{buttons::Voice, field::Field, text_field::Entry},
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};

/// The longest name.
const NAME: usize = 60;

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    known: Option<Category>,
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
    let nothing = (&Answers::default(), &Errors::default());
    page(&ctx, &signed_in, &scene, nothing)
}

/// A new heading.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<Answers>,
) -> Result {
    let typed = form.0;
    signed_in.sent(typed.get("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    save(&site, &ctx, &signed_in, (&slug, None), &typed).await
}

/// The form of one that is there.
pub async fn edit(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let id = key(&path.2)?;
    let scene = read(&site, &ctx, &signed_in, (&path.1, Some(id))).await?;
    let typed = scene.known.as_ref().map(|one| answers(&one.card));
    let typed = typed.unwrap_or_default();
    page(&ctx, &signed_in, &scene, (&typed, &Errors::default()))
}

/// Renames it; where somebody else was first, both are shown.
pub async fn update(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<Answers>,
) -> Result {
    let typed = form.0;
    signed_in.sent(typed.get("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let id = key(&id)?;
    save(&site, &ctx, &signed_in, (&slug, Some(id)), &typed).await
}

async fn save(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, id): (&str, Option<CategoryId>),
    typed: &Answers,
) -> Result {
    let scene = read(site, ctx, signed_in, (slug, id)).await?;
    let mut errors = Errors::default();
    if typed.has("switch") {
        return page(ctx, signed_in, &scene, (typed, &errors));
    }
    let Some(card) = parse(typed, &mut errors) else {
        return page(ctx, signed_in, &scene, (typed, &errors));
    };
    let version = typed.get("version").to_owned();
    let wish = (slug, RIGHT);
    let saved = member::enter(site, ctx, signed_in, wish, move |tx, _| match id {
        None => category::add(tx, &card).map(|_id| ()),
        Some(id) => category::save(tx, id, &card, &version),
    });
    match saved.await? {
        Ok(()) => {
            let menu = links::owner(ctx.lang, slug, "menu");
            Ok(flash::say(ctx.see_other(&menu)?, Said::CatalogSaved))
        }
        Err(CategoryError::Unknown) => Err(Error::NotFound),
        Err(CategoryError::Db(error)) => Err(error.into()),
        Err(CategoryError::NameTaken) => {
            errors.add("name_ja", Msg::new("catalog-name-taken"));
            page(ctx, signed_in, &scene, (typed, &errors))
        }
        Err(CategoryError::Stale) => {
            errors.add("", Msg::new("form-stale"));
            let newest = read(site, ctx, signed_in, (slug, id)).await?;
            page(ctx, signed_in, &newest, (typed, &errors))
        }
    }
}

/// Deletes it, or takes it back.
pub async fn settle(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<Answers>,
) -> Result {
    let typed = form.0;
    signed_in.sent(typed.get("csrf"))?;
    let (_, slug, id) = path.into_inner();
    let id = key(&id)?;
    let (gone, said) = match typed.get("to") {
        "delete" => (true, Said::CatalogRemoved),
        "restore" => (false, Said::CatalogRestored),
        _ => return Err(Error::Unreadable),
    };
    let wish = (slug.as_str(), RIGHT);
    let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        category::delete(tx, id, gone)
    });
    let menu = links::owner(ctx.lang, &slug, "menu");
    match done.await? {
        Ok(()) => Ok(flash::say(ctx.see_other(&menu)?, said)),
        // Another one has its name by now; two of one name would be told apart by nobody.
        Err(CategoryError::NameTaken) => {
            Ok(flash::say(ctx.see_other(&menu)?, Said::CatalogNameTaken))
        }
        Err(CategoryError::Unknown | CategoryError::Stale) => Err(Error::NotFound),
        Err(CategoryError::Db(error)) => Err(error.into()),
    }
}

fn key(word: &str) -> std::result::Result<CategoryId, Error> {
    word.parse().map_err(|_no_key| Error::NotFound)
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, id): (&str, Option<CategoryId>),
) -> std::result::Result<Scene, Error> {
    let wish = (slug, RIGHT);
    let found = member::look(site, ctx, signed_in, wish, move |tx, at| -> db::Result<_> {
        let mut all = category::all(tx)?.into_iter();
        let known = all.find(|one| Some(one.id) == id && !one.is_deleted);
        let at = at.clone();
        Ok((known.is_some() == id.is_some()).then_some(Scene { at, known }))
    });
    found.await??.ok_or(Error::NotFound)
}

fn parse(typed: &Answers, errors: &mut Errors) -> Option<CategoryCard> {
    let line = |typed: &str| text::line(typed, NAME);
    let missing = Msg::new("catalog-name-required");
    let name_ja = fields::required(errors, "name_ja", typed.get("name_ja"), line, missing);
    let name_en = fields::optional(errors, "name_en", typed.get("name_en"), line);
    Some(CategoryCard {
        name_ja: name_ja?,
        name_en: name_en?,
    })
}

fn answers(card: &CategoryCard) -> Answers {
    let mut answers = Answers::default();
    answers.put("name_ja", &card.name_ja);
    answers.put("name_en", &card.name_en);
    answers
}

fn parts(ctx: &PageCtx, typed: &Answers, errors: &Errors) -> Vec<Part> {
    let t = ctx.t;
    let ask = Ask { t, typed, errors };
    vec![Part {
        heading: t.catalog_part_basics(),
        fields: vec![
            Field::Line(ask.must("name_ja", t.catalog_name_ja(), Entry::Text)),
            Field::Line(ask.may("name_en", t.catalog_name_en(), Entry::Text)),
        ],
        ..Part::default()
    }]
}

fn page(
    ctx: &PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (typed, errors): (&Answers, &Errors),
) -> Result {
    let t = ctx.t;
    let parts = parts(ctx, typed, errors);
    let is_stale = errors.of("", t).is_some();
    let status = match (is_stale, errors.is_empty()) {
        (true, _) => StatusCode::CONFLICT,
        (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (false, true) => StatusCode::OK,
    };
    let sheet = match &scene.known {
        None => Sheet {
            heading: t.catalog_category_new(),
            at: "menu/categories/new".to_owned(),
            ..Sheet::default()
        },
        Some(one) => {
            let theirs = self::parts(ctx, &answers(&one.card), &Errors::default());
            let state = format!("menu/categories/{}/state", one.id);
            let url = links::owner(ctx.lang, &scene.at.profile.slug, &state);
            let said = (t.catalog_delete(), None);
            let delete = act(ctx, url, said, (Voice::DangerQuiet, &[("to", "delete")]));
            Sheet {
                heading: t.catalog_category_edit(),
                lead: Some(t.catalog_category_lead()),
                at: format!("menu/categories/{}", one.id),
                version: match typed.get("version") {
                    opened if !opened.is_empty() && !is_stale => opened.to_owned(),
                    _ => one.card.version(),
                },
                newer: is_stale.then(|| differences(ctx, &parts, &theirs)),
                acts: vec![delete],
                ..Sheet::default()
            }
        }
    };
    let sheet = Sheet {
        list: "menu".to_owned(),
        parts,
        ..sheet
    };
    sheet::draw(
        ctx,
        (signed_in, &scene.at, Room::Menu),
        status,
        (sheet, errors),
    )
}
