//! Tables that may be put together: which, for how many, and by what name the shop knows them.

use super::{
    RIGHT,
    answers::Answers,
    ask::Ask,
    figures::whole,
    sheet::{Part, Sheet},
    subject::{Landing, Removable, Subject, delete},
};
use crate::{
    base::{
        ids::{ResourceId, TableGroupId},
        msg::Msg,
        text,
    },
    db::{self, EditError, TenantTx},
    domain::{
        businesses::role::Right,
        scheduling::{
            resource_card::OwnResource,
            table_group::{self, GroupCard, GroupSetup, OwnTables},
        },
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
const NAME: usize = 60;
/// So large a party is the largest.
const PARTY: i64 = 500;

/// What the page is drawn from.
pub(in crate::web::owner) struct Own {
    at: AtWork,
    known: Option<OwnTables>,
    others: Vec<OwnTables>,
    tables: Vec<OwnResource>,
}

impl Subject for Own {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Menu;
    type Id = TableGroupId;
    type Draft = GroupSetup;

    fn read(
        tx: &mut TenantTx<'_>,
        at: &AtWork,
        id: Option<TableGroupId>,
    ) -> db::Result<Option<Self>> {
        let mut others = table_group::all(tx)?;
        others.retain(|one| !one.is_deleted);
        let place = others.iter().position(|one| Some(one.id) == id);
        let known = place.map(|place| others.remove(place));
        let tables = table_group::joinable(tx)?;
        let found = known.is_some() == id.is_some();
        Ok(found.then(|| Self {
            at: at.clone(),
            known,
            others,
            tables,
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
        let Some(one) = &self.known else {
            return answers;
        };
        let card = &one.setup.card;
        answers.put("name", &card.name);
        answers.put("least", card.least);
        answers.put("most", card.most);
        for member in &one.setup.members {
            answers.tick(word(*member), true);
        }
        answers
    }

    fn parts(&self, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
        let t = ctx.t;
        let ask = Ask { t, typed, errors };
        let people = |name: &str, label: String| {
            Field::Line(TextField {
                unit: Some(t.catalog_unit_people()),
                ..ask.must(name, label, Entry::Number)
            })
        };
        let name = TextField {
            hint: Some(t.tables_name_hint()),
            ..ask.must("name", t.tables_name(), Entry::Text)
        };
        let boxes = self.tables.iter().map(|one| {
            let name = one.card.name().text(ctx.lang).to_owned();
            let seats = one.card.capacity.min(one.card.party_max);
            let note = match one.card.is_active {
                true => t.catalog_seats_of(seats),
                false => t.catalog_resting(),
            };
            ask.tick(&word(one.id), name, Some(note))
        });
        vec![
            Part {
                heading: t.tables_part_members(),
                note: Some(t.tables_members_note()),
                boxes: boxes.collect(),
                ..Part::default()
            },
            Part {
                heading: t.tables_part_party(),
                fields: vec![
                    people("least", t.tables_least()),
                    people("most", t.tables_most()),
                ],
                paired: true,
                ..Part::default()
            },
            Part {
                heading: t.catalog_part_basics(),
                fields: vec![Field::Line(name)],
                ..Part::default()
            },
        ]
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<GroupSetup> {
        let line = |typed: &str| text::line(typed, NAME);
        let missing = Msg::new("catalog-name-required");
        let name = fields::required(errors, "name", typed.get("name"), line, missing);
        let members = self.members(typed, errors);
        let least = whole(errors, "least", typed, (1, PARTY));
        let most = whole(errors, "most", typed, (1, PARTY));
        let setup = GroupSetup {
            card: GroupCard {
                name: name?,
                least: least?,
                most: most?,
            },
            members: members?,
        };
        if setup.card.least > setup.card.most {
            errors.add("most", Msg::new("catalog-party-order"));
        }
        let seats = setup.seats(&self.tables);
        if i64::from(setup.card.most) > seats {
            errors.add("most", Msg::new("tables-too-many").with("seats", seats));
        }
        errors.is_empty().then_some(setup)
    }

    fn save(
        tx: &mut TenantTx<'_>,
        id: Option<TableGroupId>,
        draft: &GroupSetup,
        version: &str,
    ) -> Result<Landing, EditError> {
        match id {
            None => table_group::add(tx, draft).map(|_id| ())?,
            Some(id) => table_group::save(tx, id, draft, version)?,
        }
        Ok(Landing(Self::LIST.to_owned(), Said::CatalogSaved))
    }

    fn complaint(error: &EditError) -> Option<(&'static str, Msg)> {
        let is_taken = matches!(error, EditError::Taken);
        is_taken.then(|| ("name", Msg::new("catalog-name-taken")))
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        let t = ctx.t;
        let sheet = Sheet {
            heading: t.tables_new(),
            lead: Some(t.tables_edit_lead()),
            at: format!("{}/new", Self::LIST),
            list: Self::LIST.to_owned(),
            ..Sheet::default()
        };
        let Some(one) = &self.known else {
            return sheet;
        };
        let at = format!("{}/{}", Self::LIST, one.id);
        let delete = delete(ctx, &self.at, &at);
        Sheet {
            heading: t.tables_edit(),
            at,
            acts: vec![delete],
            ..sheet
        }
    }
}

impl Removable for Own {
    const LIST: &'static str = "tables";

    fn remove(tx: &mut TenantTx<'_>, id: TableGroupId, gone: bool) -> Result<(), EditError> {
        table_group::delete(tx, id, gone)
    }
}

impl Own {
    /// The tables that were ticked: two at least, of one kind, and not the same as of others.
    fn members(&self, typed: &Answers, errors: &mut Errors) -> Option<Vec<ResourceId>> {
        let ticked = |one: &&OwnResource| typed.has(&word(one.id));
        let chosen: Vec<&OwnResource> = self.tables.iter().filter(ticked).collect();
        let kind = chosen.first().map(|one| one.card.resource_type);
        let mut members: Vec<ResourceId> = chosen.iter().map(|one| one.id).collect();
        members.sort_unstable();
        let is_same = |other: &&OwnTables| other.setup.members == members;
        let complaint = if members.len() < 2 {
            Msg::new("tables-two")
        } else if chosen
            .iter()
            .any(|one| Some(one.card.resource_type) != kind)
        {
            Msg::new("tables-one-kind")
        } else if let Some(other) = self.others.iter().find(is_same) {
            Msg::new("tables-twice").with("name", other.setup.card.name.clone())
        } else {
            return Some(members);
        };
        // At the first box of the list, where one begins to tick.
        let first = self.tables.first().map(|one| word(one.id));
        errors.add(first.unwrap_or_default(), complaint);
        None
    }
}

/// The box of a table.
fn word(id: ResourceId) -> String {
    format!("r-{id}")
}
