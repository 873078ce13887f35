//! One heading of the menu: a new one, or one that is renamed or deleted.

use super::{
    RIGHT,
    answers::Answers,
    ask::Ask,
    sheet::{Part, Sheet},
    subject::{Landing, Removable, Subject, delete},
};
use crate::{
    base::{ids::CategoryId, msg::Msg, text},
    db::{self, EditError, TenantTx},
    domain::{
        businesses::role::Right,
        catalog::category::{self, Category, CategoryCard},
    },
    web::{
        desk::Room,
        flash::Said,
        form::{Errors, fields},
        gate::member::AtWork,
        page::PageCtx,
        ui::{field::Field, text_field::Entry},
    },
};

/// The longest name.
const NAME: usize = 60;

/// What the page is drawn from.
pub(in crate::web::owner) struct Heading {
    at: AtWork,
    known: Option<Category>,
}

impl Subject for Heading {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Menu;
    type Id = CategoryId;
    type Draft = CategoryCard;

    fn read(
        tx: &mut TenantTx<'_>,
        at: &AtWork,
        id: Option<CategoryId>,
    ) -> db::Result<Option<Self>> {
        let mut all = category::all(tx)?.into_iter();
        let known = all.find(|one| Some(one.id) == id && !one.is_deleted);
        let at = at.clone();
        Ok((known.is_some() == id.is_some()).then_some(Self { at, known }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        let known = self.known.as_ref();
        known.map_or_else(String::new, |one| one.card.version())
    }

    fn answers(&self, _: &PageCtx, _: &Answers) -> Answers {
        let mut answers = Answers::default();
        if let Some(one) = &self.known {
            answers.put("name_ja", &one.card.name_ja);
            answers.put("name_en", &one.card.name_en);
        }
        answers
    }

    fn parts(&self, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
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

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<CategoryCard> {
        let line = |typed: &str| text::line(typed, NAME);
        let missing = Msg::new("catalog-name-required");
        let name_ja = fields::required(errors, "name_ja", typed.get("name_ja"), line, missing);
        let name_en = fields::optional(errors, "name_en", typed.get("name_en"), line);
        Some(CategoryCard {
            name_ja: name_ja?,
            name_en: name_en?,
        })
    }

    fn save(
        tx: &mut TenantTx<'_>,
        id: Option<CategoryId>,
        draft: &CategoryCard,
        version: &str,
    ) -> Result<Landing, EditError> {
        match id {
            None => category::add(tx, draft).map(|_id| ())?,
            Some(id) => category::save(tx, id, draft, version)?,
        }
        Ok(Landing("menu".to_owned(), Said::CatalogSaved))
    }

    fn complaint(error: &EditError) -> Option<(&'static str, Msg)> {
        let is_taken = matches!(error, EditError::Taken);
        is_taken.then(|| ("name_ja", Msg::new("catalog-name-taken")))
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        let t = ctx.t;
        let sheet = Sheet {
            heading: t.catalog_category_new(),
            at: "menu/categories/new".to_owned(),
            list: "menu".to_owned(),
            ..Sheet::default()
        };
        let Some(one) = &self.known else {
            return sheet;
        };
        let at = format!("menu/categories/{}", one.id);
        let delete = delete(ctx, &self.at, &at);
        Sheet {
            heading: t.catalog_category_edit(),
            lead: Some(t.catalog_category_lead()),
            at,
            acts: vec![delete],
            ..sheet
        }
    }
}

impl Removable for Heading {
    const LIST: &'static str = "menu";

    fn remove(tx: &mut TenantTx<'_>, id: CategoryId, gone: bool) -> Result<(), EditError> {
        category::delete(tx, id, gone)
    }
}
