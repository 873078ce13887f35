//! What a guest agreed to, written down: what, in which words, how it came, when. It begins with words that the shop has asked in
//! before, or with those of the house.

use super::{
    WRITE,
    answers::Answers,
    ask::Ask,
    card, path,
    sheet::{Part, Sheet},
    subject::{Landing, Subject},
    words,
};
use crate::{
    base::{
        ids::CustomerId,
        msg::Msg,
        text,
        time::{LocalDate, local},
    },
    db::{self, EditError, TenantTx},
    domain::{
        bookings::{
            consent::{self, Draft, Kind, MOST, SIGNER, TOPIC, WORDING, Way},
            consents,
        },
        businesses::role::Right,
        customers::card::Card,
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
            mark::Mark,
            text_area::TextArea,
            text_field::{Entry, TextField},
        },
    },
};

/// What the page is drawn from.
pub(in crate::web::owner) struct Writing {
    at: AtWork,
    card: Card,
    today: LocalDate,
    /// The words in which the shop asked last.
    used: Vec<(Kind, String, String)>,
}

impl Writing {
    /// Words to begin with: those the shop used last, else those of the house; nothing for what has no usual ones.
    fn wording(&self, ctx: &PageCtx, kind: Kind, topic: &str) -> String {
        let mut used = self.used.iter();
        let known = used.find(|(other, of, _)| (*other, of.as_str()) == (kind, topic));
        match (known, kind) {
            (Some((_, _, wording)), _) => wording.clone(),
            (None, Kind::Other) => String::new(),
            (None, kind) => ctx.t.of_family("consents-usual", kind.word()),
        }
    }
}

/// One of a few, side by side.
fn choice(
    ctx: &PageCtx,
    (name, legend): (&'static str, String),
    options: Vec<(&str, String)>,
    (typed, errors): (&Answers, &Errors),
) -> Field {
    let t = ctx.t;
    let option = |(value, label): (&str, String)| Choice {
        value: value.to_owned(),
        label,
        chosen: value == typed.get(name),
        ..Choice::default()
    };
    Field::Choice(ChoiceField {
        name: name.to_owned(),
        legend,
        options: options.into_iter().map(option).collect(),
        side_by_side: true,
        mark: Mark::required(t.ui_required()),
        complaint: errors.of(name, t),
        ..ChoiceField::default()
    })
}

impl Subject for Writing {
    const RIGHT: Right = WRITE;
    const ROOM: Room = Room::Customers;
    type Id = CustomerId;
    type Draft = Draft;

    fn read(
        tx: &mut TenantTx<'_>,
        at: &AtWork,
        id: Option<CustomerId>,
    ) -> db::Result<Option<Self>> {
        let Some(customer) = id else { return Ok(None) };
        let Some(card) = card(tx, customer)? else {
            return Ok(None);
        };
        Ok(Some(Self {
            at: at.clone(),
            card,
            today: local(at.profile.zone, tx.now()).date(),
            used: consents::wordings(tx)?,
        }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        String::new()
    }

    fn answers(&self, ctx: &PageCtx, asked: &Answers) -> Answers {
        let mut answers = Answers::default();
        answers.put("date", self.today);
        if let Some(kind) = Kind::from_word(asked.get("kind")) {
            // Whatever else an address says is no topic of ours.
            let topic = text::line(asked.get("topic"), TOPIC).unwrap_or_default();
            answers.put("wording", self.wording(ctx, kind, &topic));
            answers.put("kind", kind.word());
            answers.put("topic", topic);
        }
        answers
    }

    fn parts(&self, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
        let t = ctx.t;
        let ask = Ask { t, typed, errors };
        let kinds = Kind::ALL.map(|kind| (kind.word(), t.of_family("consents-kind", kind.word())));
        let ways = Way::ALL.map(|way| (way.word(), t.of_family("consents-way", way.word())));
        let form = (typed, errors);
        vec![
            Part {
                heading: t.consents_part_what(),
                fields: vec![
                    choice(ctx, ("kind", t.consents_kind()), kinds.to_vec(), form),
                    Field::Line(TextField {
                        hint: Some(t.consents_topic_hint()),
                        ..ask.may("topic", t.consents_topic(), Entry::Text)
                    }),
                    Field::Area(TextArea {
                        mark: Mark::required(t.ui_required()),
                        hint: Some(t.consents_wording_hint()),
                        ..ask.area("wording", t.consents_wording())
                    }),
                ],
                ..Part::default()
            },
            Part {
                heading: t.consents_part_how(),
                fields: vec![
                    choice(ctx, ("way", t.consents_way()), ways.to_vec(), form),
                    Field::Line(ask.must("date", t.consents_date(), Entry::Date)),
                    Field::Line(TextField {
                        hint: Some(t.consents_signer_hint()),
                        ..ask.may("signer", t.consents_signer(), Entry::Text)
                    }),
                ],
                ..Part::default()
            },
        ]
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<Draft> {
        let kind = Kind::from_word(typed.get("kind"));
        if kind.is_none() {
            errors.add("kind", Msg::new("consents-kind-required"));
        }
        let line = |max: usize| move |typed: &str| text::short_line(typed, max);
        let topic = fields::optional(errors, "topic", typed.get("topic"), line(TOPIC));
        if kind == Some(Kind::Other) && topic.as_deref() == Some("") {
            errors.add("topic", Msg::new("consents-topic-required"));
        }
        let wording = fields::required(
            errors,
            "wording",
            typed.get("wording"),
            |typed| text::short_paragraph(typed, WORDING),
            Msg::new("consents-wording-required"),
        );
        let way = Way::from_word(typed.get("way"));
        if way.is_none() {
            errors.add("way", Msg::new("consents-way-required"));
        }
        let date = fields::date(errors, "date", typed.get("date"));
        if date.is_some_and(|date| date > self.today) {
            errors.add("date", Msg::new("consents-date-ahead"));
        }
        let signer = fields::optional(errors, "signer", typed.get("signer"), line(SIGNER));
        let draft = Draft {
            kind: kind?,
            topic: topic?,
            wording: wording?,
            way: way?,
            signer: signer?,
            date: date?,
        };
        errors.is_empty().then_some(draft)
    }

    fn save(
        tx: &mut TenantTx<'_>,
        id: Option<CustomerId>,
        draft: &Draft,
        _: &str,
    ) -> Result<Landing, EditError> {
        let customer = id.ok_or(EditError::Unknown)?;
        consent::add(tx, customer, draft)?;
        Ok(Landing(path(customer, ""), Said::ConsentWritten))
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        let guest = words::guest(ctx, &self.card.name);
        Sheet {
            heading: ctx.t.consents_new(guest),
            lead: Some(ctx.t.consents_new_lead()),
            at: path(self.card.id, "/new"),
            list: path(self.card.id, ""),
            ..Sheet::default()
        }
    }

    fn complaint(error: &EditError) -> Option<(&'static str, Msg)> {
        let is_full = matches!(error, EditError::InUse);
        is_full.then(|| {
            let msg = Msg::new("consents-too-many").with("most", MOST);
            ("kind", msg)
        })
    }
}
