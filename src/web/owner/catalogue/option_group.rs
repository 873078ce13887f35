//! One group of options: what is asked, how many may be had of it, and with which services.

use super::{
    RIGHT,
    answers::Answers,
    ask::Ask,
    look::{Least, Look},
    parting::{Parting, Turn},
    sheet::{Part, Sheet},
    subject::{Landing, Removable, Subject, delete},
};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{OptionGroupId, ServiceId},
        msg::Msg,
        text,
    },
    db::{self, EditError, TenantTx},
    domain::{
        businesses::role::Right,
        catalog::{
            option_card::{self, GroupCard, GroupSetup, OwnGroup},
            service_card::{self, OwnService},
        },
    },
    web::{
        desk::Room,
        flash::Said,
        form::{Errors, fields},
        gate::member::AtWork,
        page::PageCtx,
        ui::{
            choice_field::{Choice, ChoiceField},
            field::Field,
            text_field::Entry,
        },
    },
};

/// The longest name.
const NAME: usize = 80;
/// The answer of who lets guests have as many as they like.
const SEVERAL: &str = "several";

/// What the page is drawn from.
pub(in crate::web::owner) struct Own {
    at: AtWork,
    known: Option<OwnGroup>,
    services: Vec<OwnService>,
    /// The least that is had of it; nothing where it is empty.
    least: Option<Least>,
}

impl Subject for Own {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Menu;
    type Id = OptionGroupId;
    type Draft = GroupSetup;

    fn read(
        tx: &mut TenantTx<'_>,
        at: &AtWork,
        id: Option<OptionGroupId>,
    ) -> db::Result<Option<Self>> {
        let mut all = option_card::groups(tx)?.into_iter();
        let known = all.find(|one| Some(one.id) == id && !one.is_deleted);
        let mut services = service_card::all(tx)?;
        services.retain(|one| !one.is_deleted);
        let found = known.is_some() == id.is_some();
        let at = at.clone();
        let mut options = option_card::all(tx)?;
        options.retain(|one| Some(one.card.group_id) == id && !one.is_deleted);
        let price = options.iter().map(|one| one.card.price_cents).min();
        let minutes = options.iter().map(|one| one.card.minutes).min();
        let least = price.zip(minutes);
        Ok(found.then_some(Self {
            at,
            known,
            services,
            least: least.map(|(price, minutes)| Least { price, minutes }),
        }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        let known = self.known.as_ref();
        known.map_or_else(String::new, |one| one.setup.version())
    }

    fn answers(&self, _: &PageCtx, _: &Answers) -> Answers {
        let mut answers = Answers::default();
        if let Some(one) = &self.known {
            let card = &one.setup.card;
            answers.put("name_ja", &card.name_ja);
            answers.put("name_en", &card.name_en);
            answers.put("choice", if card.is_single { "one" } else { SEVERAL });
            answers.tick("is_required", card.is_required);
            for service in &one.setup.services {
                answers.tick(format!("s-{service}"), true);
            }
        }
        answers
    }

    fn parts(&self, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
        let t = ctx.t;
        let ask = Ask { t, typed, errors };
        let basics = Part {
            heading: t.catalog_part_basics(),
            fields: vec![
                Field::Line(ask.must("name_ja", t.catalog_name_ja(), Entry::Text)),
                Field::Line(ask.may("name_en", t.catalog_name_en(), Entry::Text)),
                Field::Choice(choice(ask)),
                Field::Choice(ask.tick("is_required", t.options_required(), None)),
            ],
            ..Part::default()
        };
        let boxes = self.services.iter().map(|one| {
            let name = one.card.name().text(ctx.lang).to_owned();
            ask.tick(&format!("s-{}", one.id), name, None)
        });
        let services = Part {
            heading: t.options_services(),
            note: Some(t.options_services_lead()),
            boxes: boxes.collect(),
            ..Part::default()
        };
        vec![basics, services]
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<GroupSetup> {
        let line = |typed: &str| text::short_line(typed, NAME);
        let missing = Msg::new("catalog-name-required");
        let name_ja = fields::required(errors, "name_ja", typed.get("name_ja"), line, missing);
        let name_en = fields::optional(errors, "name_en", typed.get("name_en"), line);
        let ticked = |one: &&OwnService| typed.has(&format!("s-{}", one.id));
        let services = self.services.iter().filter(ticked);
        let mut services: Vec<_> = services.map(|one| one.id).collect();
        services.sort_unstable();
        let card = GroupCard {
            name_ja: name_ja?,
            name_en: name_en?,
            is_single: typed.get("choice") != SEVERAL,
            is_required: typed.has("is_required"),
        };
        Some(GroupSetup { card, services })
    }

    fn save(
        tx: &mut TenantTx<'_>,
        id: Option<OptionGroupId>,
        draft: &GroupSetup,
        version: &str,
    ) -> Result<Landing, EditError> {
        match id {
            None => option_card::add_group(tx, draft).map(|_id| ())?,
            Some(id) => option_card::save_group(tx, id, draft, version)?,
        }
        Ok(Landing("options".to_owned(), Said::CatalogSaved))
    }

    fn look(&self, draft: &GroupSetup) -> Option<Look> {
        let (own, least) = self.known.as_ref().map(|one| &one.setup).zip(self.least)?;
        let rules = |setup: &GroupSetup| (setup.card.is_single, setup.card.is_required);
        let is_new = |id: &&ServiceId| !own.services.contains(id);
        let has_kept = |id: &&ServiceId| draft.services.contains(id);
        let (rules_differ, is_required) = (rules(own) != rules(draft), draft.card.is_required);
        // Where nothing of it must be had, it changes nothing for a service that has it from now on.
        let kept = own
            .services
            .iter()
            .filter(|id| rules_differ || !has_kept(id));
        let new = draft.services.iter().filter(is_new).filter(|_| is_required);
        let services: Vec<_> = kept.chain(new.clone()).copied().collect();
        let is_more = is_required && (!own.card.is_required || new.count() > 0);
        (!services.is_empty()).then(|| Look::Group(services, is_more.then_some(least)))
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        let t = ctx.t;
        let sheet = Sheet {
            heading: t.options_group_new(),
            at: "options/new".to_owned(),
            list: "options".to_owned(),
            ..Sheet::default()
        };
        let Some(one) = &self.known else {
            return sheet;
        };
        let at = format!("options/{}", one.id);
        let delete = delete(ctx, &self.at, &at);
        Sheet {
            heading: t.options_group_edit(),
            at,
            acts: vec![delete],
            ..sheet
        }
    }
}

/// One or several.
fn choice(ask: Ask<'_>) -> ChoiceField {
    let several = ask.typed.get("choice") == SEVERAL;
    let one = |value: &str, label: String, chosen: bool| Choice {
        value: value.to_owned(),
        label,
        chosen,
        ..Choice::default()
    };
    ChoiceField {
        name: "choice".to_owned(),
        legend: ask.t.options_choice(),
        options: vec![
            one("one", ask.t.options_choice_one(), !several),
            one(SEVERAL, ask.t.options_choice_several(), several),
        ],
        ..ChoiceField::default()
    }
}

impl Removable for Own {
    const LIST: &'static str = "options";

    fn remove(tx: &mut TenantTx<'_>, id: OptionGroupId, gone: bool) -> Result<(), EditError> {
        option_card::delete_group(tx, id, gone)
    }

    fn parting(
        tx: &mut TenantTx<'_>,
        id: OptionGroupId,
        gone: bool,
    ) -> db::Result<Option<Parting>> {
        let mut groups = option_card::groups(tx)?.into_iter();
        let Some(setup) = groups.find(|one| one.id == id).map(|one| one.setup) else {
            return Ok(None);
        };
        let name = Bilingual::new(&setup.card.name_ja, &setup.card.name_en);
        let at = format!("options/{id}");
        let version = setup.version();
        Ok(parting((setup.services, name), (at, version), gone))
    }
}

/// What is looked at before something that can be had besides these services is deleted, or had back.
pub(super) fn parting(
    (services, name): (Vec<ServiceId>, Bilingual),
    (at, version): (String, String),
    gone: bool,
) -> Option<Parting> {
    let (turn, back) = match gone {
        true => (Turn::ChoiceDeleted, at.clone()),
        // What is deleted has no page.
        false => (Turn::ChoiceRestored, Own::LIST.to_owned()),
    };
    (!services.is_empty()).then_some(Parting {
        look: Look::Group(services, None),
        name,
        turn,
        at,
        back,
        version,
    })
}
