//! One option: where it stands, what it is called, what it costs and how much longer it takes.

use super::{
    RIGHT,
    answers::Answers,
    ask::Ask,
    figures::{whole, yen},
    look::Look,
    option_group,
    parting::Parting,
    sheet::{Part, Sheet},
    subject::{Landing, Removable, Subject, delete},
};
use crate::{
    base::{bilingual::Bilingual, ids::OptionId, msg::Msg, text},
    db::{self, EditError, TenantTx},
    domain::{
        businesses::role::Right,
        catalog::option_card::{self, OptionCard, OwnGroup, OwnOption},
    },
    web::{
        desk::Room,
        flash::Said,
        form::{Errors, fields},
        gate::member::AtWork,
        page::PageCtx,
        ui::{
            field::Field,
            text_field::{Entry, TextField},
        },
    },
};

/// The longest name.
const NAME: usize = 80;
/// The most minutes that one adds.
const LONGEST: i64 = 480;

/// What the page is drawn from.
pub(in crate::web::owner) struct Own {
    at: AtWork,
    groups: Vec<OwnGroup>,
    known: Option<OwnOption>,
}

impl Subject for Own {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Menu;
    type Id = OptionId;
    type Draft = OptionCard;

    fn read(tx: &mut TenantTx<'_>, at: &AtWork, id: Option<OptionId>) -> db::Result<Option<Self>> {
        let mut groups = option_card::groups(tx)?;
        groups.retain(|one| !one.is_deleted);
        let stands = |one: &OwnOption| groups.iter().any(|group| group.id == one.card.group_id);
        let mut all = option_card::all(tx)?.into_iter();
        let known = all.find(|one| Some(one.id) == id && !one.is_deleted && stands(one));
        let found = known.is_some() == id.is_some() && !groups.is_empty();
        let at = at.clone();
        Ok(found.then_some(Self { at, groups, known }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        let known = self.known.as_ref();
        known.map_or_else(String::new, |one| one.card.version())
    }

    fn answers(&self, _: &PageCtx, asked: &Answers) -> Answers {
        let mut answers = Answers::default();
        answers.put("group", asked.get("group"));
        answers.put("price", 0);
        answers.put("minutes", 0);
        if let Some(one) = &self.known {
            answers.put("name_ja", &one.card.name_ja);
            answers.put("name_en", &one.card.name_en);
            answers.put("group", one.card.group_id);
            answers.put("price", one.card.price_cents);
            answers.put("minutes", one.card.minutes);
        }
        answers
    }

    fn parts(&self, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
        let t = ctx.t;
        let ask = Ask { t, typed, errors };
        let groups = self.groups.iter().map(|one| {
            let card = &one.setup.card;
            let name = Bilingual::new(&card.name_ja, &card.name_en);
            (one.id.to_string(), name.text(ctx.lang).to_owned())
        });
        vec![Part {
            heading: t.catalog_part_basics(),
            fields: vec![
                Field::Select(ask.select("group", t.options_kind_group(), groups)),
                Field::Line(ask.must("name_ja", t.catalog_name_ja(), Entry::Text)),
                Field::Line(ask.may("name_en", t.catalog_name_en(), Entry::Text)),
                Field::Line(TextField {
                    unit: Some(t.catalog_unit_yen()),
                    ..ask.must("price", t.options_price(), Entry::Amount)
                }),
                Field::Line(TextField {
                    unit: Some(t.catalog_unit_minutes()),
                    ..ask.must("minutes", t.options_minutes(), Entry::Number)
                }),
            ],
            ..Part::default()
        }]
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<OptionCard> {
        let line = |typed: &str| text::short_line(typed, NAME);
        let missing = Msg::new("catalog-name-required");
        let name_ja = fields::required(errors, "name_ja", typed.get("name_ja"), line, missing);
        let name_en = fields::optional(errors, "name_en", typed.get("name_en"), line);
        let price = yen(errors, "price", typed);
        let minutes = whole(errors, "minutes", typed, (0, LONGEST));
        if minutes.is_some_and(|minutes| minutes % 5 != 0) {
            errors.add("minutes", Msg::new("catalog-minutes-five"));
        }
        let mut groups = self.groups.iter().map(|one| one.id);
        let group = groups.find(|id| id.to_string() == typed.get("group"));
        if group.is_none() {
            errors.add("group", Msg::new("form-choice-gone"));
        }
        let card = OptionCard {
            group_id: group?,
            name_ja: name_ja?,
            name_en: name_en?,
            price_cents: price?,
            minutes: minutes?,
        };
        errors.is_empty().then_some(card)
    }

    fn save(
        tx: &mut TenantTx<'_>,
        id: Option<OptionId>,
        draft: &OptionCard,
        version: &str,
    ) -> Result<Landing, EditError> {
        match id {
            None => option_card::add(tx, draft).map(|_id| ())?,
            Some(id) => option_card::save(tx, id, draft, version)?,
        }
        Ok(Landing("options".to_owned(), Said::CatalogSaved))
    }

    fn look(&self, draft: &OptionCard) -> Option<Look> {
        let (id, own) = self.known.as_ref().map(|one| (one.id, &one.card))?;
        let had = |id| {
            let groups = self.groups.iter().filter(move |one| one.id == id);
            groups.flat_map(|one| one.setup.services.iter().copied())
        };
        let is_same = (own.minutes, own.group_id) == (draft.minutes, draft.group_id);
        let mut services: Vec<_> = had(own.group_id).chain(had(draft.group_id)).collect();
        services.sort_unstable();
        services.dedup();
        (!is_same && !services.is_empty()).then_some(Look::Option(id, services))
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        let t = ctx.t;
        let sheet = Sheet {
            heading: t.options_new(),
            at: "options/choices/new".to_owned(),
            list: "options".to_owned(),
            ..Sheet::default()
        };
        let Some(one) = &self.known else {
            return sheet;
        };
        let at = format!("options/choices/{}", one.id);
        let delete = delete(ctx, &self.at, &at);
        Sheet {
            heading: t.options_edit(),
            lead: Some(t.options_edit_lead()),
            at,
            acts: vec![delete],
            ..sheet
        }
    }
}

impl Removable for Own {
    const LIST: &'static str = "options";

    fn remove(tx: &mut TenantTx<'_>, id: OptionId, gone: bool) -> Result<(), EditError> {
        option_card::delete(tx, id, gone)
    }

    fn parting(tx: &mut TenantTx<'_>, id: OptionId, gone: bool) -> db::Result<Option<Parting>> {
        let mut all = option_card::all(tx)?.into_iter();
        let Some(card) = all.find(|one| one.id == id).map(|one| one.card) else {
            return Ok(None);
        };
        let mut groups = option_card::groups(tx)?.into_iter();
        let group = groups.find(|one| one.id == card.group_id && !one.is_deleted);
        let services = group.map_or_else(Vec::new, |one| one.setup.services);
        let name = Bilingual::new(&card.name_ja, &card.name_en);
        let at = format!("options/choices/{id}");
        let version = card.version();
        Ok(option_group::parting((services, name), (at, version), gone))
    }
}
