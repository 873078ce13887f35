//! One of those somebody books for, told of or told otherwise.

use super::names::{NameBoxes, NameForm, Whose};
use crate::{
    base::{ids::FamilyMemberId, msg::Msg, text, year},
    db,
    domain::accounts::family::{self, AddError, Facts, FamilyMember, MOST, Relation},
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            choice_field::Choice,
            error_summary::ErrorSummary,
            mark::Mark,
            select_field::SelectField,
            text_field::{Entry, TextField},
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use chrono::Datelike;
use serde::Deserialize;

/// Nobody alive was born before.
const FIRST_YEAR: i16 = 1900;

/// The page.
#[derive(Template)]
#[template(path = "account/family_form.html")]
pub struct FamilyFormPage<'a> {
    ctx: &'a PageCtx,
    title: String,
    errors: ErrorSummary,
    action: String,
    back: String,
    csrf: String,
    names: NameBoxes,
    relation: SelectField,
    birth_year: TextField,
}

impl FamilyFormPage<'_> {
    fn complaints(&self) -> ErrorSummary {
        let others = [self.relation.called(), self.birth_year.called()];
        self.errors
            .clone()
            .naming(self.ctx.t, self.names.called().chain(others))
    }
}

/// What is typed.
#[derive(Clone, Deserialize, Default)]
pub struct FamilyForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    switch: String,
    #[serde(flatten)]
    names: NameForm,
    #[serde(default)]
    relation: String,
    #[serde(default)]
    birth_year: String,
}

/// The empty form.
pub async fn new(ctx: PageCtx, signed_in: SignedIn) -> Result {
    let form = FamilyForm {
        csrf: signed_in.csrf,
        ..FamilyForm::default()
    };
    ctx.html(&page(&ctx, None, &form, &Errors::default()))
}

/// One more; or, where that was pressed, the page in the other language.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    form: Typed<FamilyForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    if form.switch == "yes" {
        return ctx.html(&page(&ctx, None, &form, &Errors::default()));
    }
    let mut errors = Errors::default();
    let Some(facts) = form.parse(&site, &ctx, &mut errors) else {
        return refuse(&ctx, None, &form, &errors);
    };
    let user = signed_in.user;
    match site
        .db
        .platform(move |tx| family::add(tx, user, &facts))
        .await
    {
        Ok(()) => saved(&ctx),
        Err(AddError::Full) => {
            errors.add("", Msg::new("accounts-family-full").with("most", MOST));
            refuse(&ctx, None, &form, &errors)
        }
        Err(AddError::Db(error)) => Err(error.into()),
    }
}

/// The form, as things stand.
pub async fn edit(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    let id: FamilyMemberId = path.1.parse().map_err(|_no_key| Error::NotFound)?;
    let user = signed_in.user;
    let found: db::Result<_> = site.db.platform(move |tx| family::find(tx, user, id)).await;
    let facts = found?.ok_or(Error::NotFound)?.facts;
    let year = facts.birth_year.map(|year| year.to_string());
    let form = FamilyForm {
        csrf: signed_in.csrf,
        switch: String::new(),
        names: NameForm::of(&facts.names),
        relation: facts.relation.label().to_owned(),
        birth_year: year.unwrap_or_default(),
    };
    ctx.html(&page(&ctx, Some(id), &form, &Errors::default()))
}

/// Told otherwise.
pub async fn update(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<FamilyForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let id: FamilyMemberId = path.1.parse().map_err(|_no_key| Error::NotFound)?;
    if form.switch == "yes" {
        return ctx.html(&page(&ctx, Some(id), &form, &Errors::default()));
    }
    let mut errors = Errors::default();
    let Some(facts) = form.parse(&site, &ctx, &mut errors) else {
        return refuse(&ctx, Some(id), &form, &errors);
    };
    let (user, member) = (signed_in.user, FamilyMember { id, facts });
    let done: db::Result<bool> = site
        .db
        .platform(move |tx| family::save(tx, user, &member))
        .await;
    if done? {
        saved(&ctx)
    } else {
        Err(Error::NotFound)
    }
}

impl FamilyForm {
    fn parse(&self, site: &Site, ctx: &PageCtx, errors: &mut Errors) -> Option<Facts> {
        let names = self.names.parse(ctx.lang, errors);
        let relation = Relation::from_label(&self.relation);
        if relation.is_none() {
            errors.add("relation", Msg::new("accounts-family-relation-required"));
        }
        let this_year = i16::try_from(site.db.clock().now().year()).unwrap_or(i16::MAX);
        let birth_year = if text::is_blank(&self.birth_year) {
            Some(None)
        } else {
            let year = year::parse(&self.birth_year);
            let year = year.filter(|year| (FIRST_YEAR..=this_year).contains(year));
            if year.is_none() {
                errors.add("birth_year", Msg::new("accounts-family-birth-year-form"));
            }
            year.map(Some)
        };
        let facts = Facts {
            names: names?,
            relation: relation?,
            birth_year: birth_year?,
        };
        errors.is_empty().then_some(facts)
    }
}

fn saved(ctx: &PageCtx) -> Result {
    Ok(flash::say(
        ctx.see_other(&links::own(ctx.lang, "family"))?,
        Said::FamilySaved,
    ))
}

fn refuse(ctx: &PageCtx, id: Option<FamilyMemberId>, form: &FamilyForm, errors: &Errors) -> Result {
    ctx.redraw(
        StatusCode::UNPROCESSABLE_ENTITY,
        &page(ctx, id, form, errors),
    )
}

fn page<'a>(
    ctx: &'a PageCtx,
    id: Option<FamilyMemberId>,
    form: &FamilyForm,
    errors: &Errors,
) -> FamilyFormPage<'a> {
    let t = ctx.t;
    let choice = |relation: Relation| Choice {
        value: relation.label().to_owned(),
        label: t.of_family("accounts-family-relation", relation.label()),
        chosen: form.relation == relation.label(),
        ..Choice::default()
    };
    // Nobody is taken for a child because that stands first.
    let nothing = Choice {
        label: t.accounts_family_relation_choose(),
        ..Choice::default()
    };
    let (title, action) = match id {
        None => (t.accounts_family_add(), "family/new".to_owned()),
        Some(id) => (t.accounts_family_edit_title(), format!("family/{id}")),
    };
    FamilyFormPage {
        title,
        errors: errors.summary(t),
        action: links::own(ctx.lang, &action),
        back: links::own(ctx.lang, "family"),
        csrf: form.csrf.clone(),
        names: form.names.boxes(ctx, Whose::Another, errors),
        relation: SelectField {
            name: "relation".to_owned(),
            label: t.accounts_family_relation(),
            options: [nothing]
                .into_iter()
                .chain(Relation::ALL.map(choice))
                .collect(),
            complaint: errors.of("relation", t),
            ..SelectField::default()
        },
        birth_year: TextField {
            name: "birth_year".to_owned(),
            label: t.accounts_family_birth_year(),
            value: form.birth_year.clone(),
            entry: Entry::WrittenYear,
            hint: Some(t.accounts_family_birth_year_hint()),
            mark: Mark::optional(t.ui_optional()),
            complaint: errors.of("birth_year", t),
            ..TextField::default()
        },
        ctx,
    }
}
