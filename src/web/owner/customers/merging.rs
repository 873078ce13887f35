//! Two cards side by side: what is the same is said once, and of what differs one is chosen.

use super::words;
use crate::{
    base::{ids::CustomerId, lang::Lang, msg::Msg},
    db::{self, DbError},
    domain::{
        bookings::merge::merge,
        businesses::role::Right,
        customers::{
            card::{self, Card},
            merge::{Merge, MergeError},
            register::{Contact, Name},
        },
        reviews::own::pass_on,
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{
            Errors,
            typed::{Asked, Typed},
        },
        gate::member::{self, AtWork},
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            choice_field::{Choice, ChoiceField},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
            summary_list::{SummaryList, SummaryRow},
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
#[template(path = "owner/customers/merging.html")]
pub struct MergePage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    heading: String,
    lead: String,
    swap: LinkButton,
    form: PostForm,
    choices: Vec<ChoiceField>,
    same: SummaryList,
    submit: Submit,
    back: LinkButton,
}

/// Which two.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct MergeQuery {
    keep: String,
    other: String,
}

/// What was chosen: `keep` or `other`, for each thing that differs.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct MergeForm {
    csrf: String,
    keep: String,
    other: String,
    keep_version: String,
    other_version: String,
    name: String,
    kana: String,
    phone: String,
    email: String,
    language: String,
}

/// Both, and who looks.
struct Scene {
    at: AtWork,
    keep: Card,
    other: Card,
}

/// The page.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    query: Asked<MergeQuery>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let both = (words::key(&query.0.keep)?, words::key(&query.0.other)?);
    let scene = read(&site, &ctx, &signed_in, (&path.1, both)).await?;
    let nothing = (&MergeForm::default(), &Errors::default());
    ctx.html(&page(&ctx, &signed_in, &scene, nothing))
}

/// Makes them one.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<MergeForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let (keep, other) = (words::key(&form.keep)?, words::key(&form.other)?);
    let version = |typed: &str| typed.parse::<i32>().map_err(|_no| Error::Unreadable);
    let versions = (version(&form.keep_version)?, version(&form.other_version)?);
    let scene = read(&site, &ctx, &signed_in, (&slug, (keep, other))).await?;
    let command = Merge {
        keep: (keep, versions.0),
        other: (other, versions.1),
        contact: chosen(&scene, &form),
    };
    let wish = (slug.as_str(), RIGHT);
    let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        merge(tx, &command)?;
        Ok::<(), MergeError>(pass_on(tx, keep, other)?)
    });
    let complaint = match done.await? {
        Ok(()) => {
            let card = words::card(&ctx, &slug, keep, "");
            let said = Said::CustomersMerged;
            return Ok(flash::say(ctx.see_other(&card)?, said));
        }
        Err(MergeError::Unknown) => return Err(Error::NotFound),
        Err(MergeError::Db(error)) => return Err(error.into()),
        Err(MergeError::Stale) => Msg::new("form-stale"),
        Err(MergeError::TwoAccounts) => Msg::new("customers-merge-two-accounts"),
    };
    let mut errors = Errors::default();
    errors.add("", complaint);
    let scene = read(&site, &ctx, &signed_in, (&slug, (keep, other))).await?;
    let below = format!("/merge?keep={keep}&other={other}");
    ctx.stand_at(&words::list(&ctx, &slug, &below));
    let page = page(&ctx, &signed_in, &scene, (&form, &errors));
    ctx.redraw(StatusCode::CONFLICT, &page)
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, (keep, other)): (&str, (CustomerId, CustomerId)),
) -> std::result::Result<Scene, Error> {
    let found = member::look(site, ctx, signed_in, (slug, RIGHT), move |tx, at| {
        let mut living = |id: CustomerId| -> db::Result<Option<Card>> {
            let card = card::find(tx, id)?;
            Ok(card.filter(|card| card.deleted_at.is_none() && card.erased_at.is_none()))
        };
        let both = living(keep)?.zip(living(other)?);
        Ok::<_, DbError>(both.map(|(keep, other)| Scene {
            at: at.clone(),
            keep,
            other,
        }))
    });
    let found = found.await??;
    found
        .filter(|scene| scene.keep.id != scene.other.id)
        .ok_or(Error::NotFound)
}

/// What was chosen of both; what was not asked for is the kept card's or, where that has none, the other's.
fn chosen(scene: &Scene, form: &MergeForm) -> Contact {
    let (keep, other) = (scene.keep.contact(), scene.other.contact());
    let of = |wish: &str| match wish {
        "other" => &other,
        _ => &keep,
    };
    let (name, kana) = (&of(&form.name).name, &of(&form.kana).name);
    let kana = match form.kana.is_empty() && scene.keep.kana().is_empty() {
        true => &other.name,
        false => kana,
    };
    Contact {
        name: Name {
            family_kana: kana.family_kana.clone(),
            given_kana: kana.given_kana.clone(),
            ..name.clone()
        },
        phone: match form.phone.as_str() {
            "" => keep.phone.clone().or(other.phone.clone()),
            wish => of(wish).phone.clone(),
        },
        email: match form.email.as_str() {
            "" => keep.email.clone().or(other.email.clone()),
            wish => of(wish).email.clone(),
        },
        lang: of(&form.language).lang,
    }
}

/// One thing of both: its name in the form, its question, and the two answers.
struct Question<'a> {
    name: &'static str,
    label: String,
    answers: [String; 2],
    typed: &'a str,
}

fn questions<'a>(ctx: &PageCtx, scene: &Scene, form: &'a MergeForm) -> Vec<Question<'a>> {
    let t = ctx.t;
    let of = |name, label, answer: &dyn Fn(&Card) -> String, typed| Question {
        name,
        label,
        answers: [answer(&scene.keep), answer(&scene.other)],
        typed,
    };
    let mut all = vec![
        of(
            "name",
            t.desk_name(),
            &|card| card.name.clone(),
            form.name.as_str(),
        ),
        of("kana", t.customers_kana(), &Card::kana, &form.kana),
        of(
            "language",
            t.customers_language(),
            &|card| {
                Lang::from_code(&card.locale)
                    .unwrap_or_default()
                    .own_name()
                    .to_owned()
            },
            &form.language,
        ),
    ];
    if scene.at.member.may(Right::ReadContacts) {
        let phone = |card: &Card| {
            card.phone
                .as_deref()
                .map(|phone| t.phone(phone))
                .unwrap_or_default()
        };
        let email = |card: &Card| card.email.clone().unwrap_or_default();
        all.push(of("phone", t.desk_phone(), &phone, &form.phone));
        all.push(of("email", t.desk_email(), &email, &form.email));
    }
    all
}

fn choice(ctx: &PageCtx, question: &Question<'_>) -> ChoiceField {
    let [keep, other] = &question.answers;
    // What says something is chosen before what says nothing.
    let takes_other = match question.typed {
        "" => keep.is_empty(),
        wish => wish == "other",
    };
    let one = |value: &str, answer: &String, chosen: bool| Choice {
        value: value.to_owned(),
        label: match answer.as_str() {
            "" => ctx.t.customers_merge_empty(),
            answer => answer.to_owned(),
        },
        chosen,
        ..Choice::default()
    };
    ChoiceField {
        name: question.name.to_owned(),
        legend: question.label.clone(),
        options: vec![
            one("keep", keep, !takes_other),
            one("other", other, takes_other),
        ],
        ..ChoiceField::default()
    }
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (form, errors): (&MergeForm, &Errors),
) -> MergePage<'a> {
    let (t, slug) = (ctx.t, &scene.at.profile.slug);
    let (keep, other) = (&scene.keep, &scene.other);
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Customers);
    let (same, differing): (Vec<_>, Vec<_>) = questions(ctx, scene, form)
        .into_iter()
        .partition(|question| question.answers[0] == question.answers[1]);
    let rows = same
        .into_iter()
        .filter(|question| !question.answers[0].is_empty())
        .map(|question| {
            let [answer, _] = question.answers;
            SummaryRow {
                question: question.label,
                answer,
                ..SummaryRow::default()
            }
        });
    let hidden = [
        ("keep", keep.id.to_string()),
        ("other", other.id.to_string()),
        ("keep_version", keep.version.to_string()),
        ("other_version", other.version.to_string()),
    ];
    let hidden: Vec<_> = hidden
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let swapped = format!("/merge?keep={}&other={}", other.id, keep.id);
    let heading = t.customers_merge();
    MergePage {
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
        lead: t.customers_merge_lead(keep.number, other.number),
        swap: LinkButton {
            label: t.customers_merge_swap(other.number),
            url: words::list(ctx, slug, &swapped),
            voice: Voice::Text,
            small: true,
            ..LinkButton::default()
        },
        form: PostForm::keyed(&ctx.csrf, words::list(ctx, slug, "/merge"), &hidden),
        choices: differing.iter().map(|one| choice(ctx, one)).collect(),
        same: SummaryList {
            rows: rows.collect(),
        },
        submit: Submit {
            label: t.customers_merge_submit(),
            ..Submit::default()
        },
        back: LinkButton {
            label: t.ui_back(),
            url: words::list(ctx, slug, "/duplicates"),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        ctx,
    }
}
