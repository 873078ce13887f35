//! One question that guests are asked beforehand: what it asks, how it is answered, of whom and for what. A new one may begin
//! as one of a few examples.

use super::{
    RIGHT,
    answers::Answers,
    question_form,
    sheet::{Part, Sheet},
    subject::{Landing, Removable, Subject, delete},
};
use crate::{
    base::{ids::QuestionId, lang::Lang},
    db::{self, EditError, TenantTx},
    domain::{
        businesses::{role::Right, vertical::Vertical},
        catalog::{
            question::{Choice, Kind},
            question_card::{self, OwnQuestion, QuestionSetup},
            service_card::{self, OwnService},
        },
    },
    i18n::Words,
    web::{desk::Room, flash::Said, form::Errors, gate::member::AtWork, page::PageCtx},
};

/// What the page is drawn from.
pub(in crate::web::owner) struct Own {
    at: AtWork,
    /// Those that stand, in order.
    pub(super) all: Vec<OwnQuestion>,
    pub(super) known: Option<OwnQuestion>,
    pub(super) services: Vec<OwnService>,
    /// The highest key of its choices that another question goes by, deleted ones too: nothing new has it.
    pub(super) highest: i16,
}

/// A question to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Example {
    /// What somebody must not eat.
    Allergy,
    /// What a doctor asks first.
    Symptoms,
    /// What was done to somebody's hair before.
    Hair,
    /// How much somebody knows of what is taught.
    Experience,
    /// What a teacher has to spare somebody.
    Body,
    /// How somebody comes to the inn.
    Arrival,
}

impl Example {
    const ALL: [Self; 6] = [
        Self::Allergy,
        Self::Symptoms,
        Self::Hair,
        Self::Experience,
        Self::Body,
        Self::Arrival,
    ];

    /// Those that fit the kind of business, what it asks most often first.
    pub fn for_a(vertical: Vertical) -> [Self; 3] {
        match vertical {
            Vertical::Restaurant => [Self::Allergy, Self::Symptoms, Self::Hair],
            Vertical::Stay => [Self::Arrival, Self::Allergy, Self::Body],
            Vertical::Class => [Self::Experience, Self::Body, Self::Allergy],
            Vertical::Clinic => [Self::Symptoms, Self::Allergy, Self::Hair],
            Vertical::Salon | Vertical::HomeVisit => [Self::Hair, Self::Allergy, Self::Symptoms],
        }
    }

    /// The word in the address.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Allergy => "allergy",
            Self::Symptoms => "symptoms",
            Self::Hair => "hair",
            Self::Experience => "experience",
            Self::Body => "body",
            Self::Arrival => "arrival",
        }
    }

    fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.slug() == slug)
    }

    /// What its boxes hold in a language: what is asked, a hint, and the choices, one a line.
    pub fn said(self, t: Words) -> [String; 3] {
        match self {
            Self::Allergy => [
                t.questions_example_allergy(),
                t.questions_example_allergy_hint(),
                t.questions_example_allergy_choices(),
            ],
            Self::Symptoms => [
                t.questions_example_symptoms(),
                t.questions_example_symptoms_hint(),
                String::new(),
            ],
            Self::Hair => [
                t.questions_example_hair(),
                t.questions_example_hair_hint(),
                t.questions_example_hair_choices(),
            ],
            Self::Experience => [
                t.questions_example_experience(),
                t.questions_example_experience_hint(),
                t.questions_example_experience_choices(),
            ],
            Self::Body => [
                t.questions_example_body(),
                t.questions_example_body_hint(),
                String::new(),
            ],
            Self::Arrival => [
                t.questions_example_arrival(),
                t.questions_example_arrival_hint(),
                t.questions_example_arrival_choices(),
            ],
        }
    }

    fn kind(self) -> Kind {
        match self {
            Self::Allergy | Self::Hair => Kind::Several,
            Self::Experience | Self::Arrival => Kind::One,
            Self::Symptoms | Self::Body => Kind::Lines,
        }
    }

    /// Whether its answer is about health.
    fn is_health(self) -> bool {
        matches!(self, Self::Allergy | Self::Symptoms | Self::Body)
    }
}

impl Subject for Own {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Menu;
    type Id = QuestionId;
    type Draft = QuestionSetup;

    fn read(
        tx: &mut TenantTx<'_>,
        at: &AtWork,
        id: Option<QuestionId>,
    ) -> db::Result<Option<Self>> {
        let mut all = question_card::all(tx)?;
        let by_this = all.iter().map(|one| &one.setup.card);
        let by_this = by_this.filter(|card| card.only_if.is_some() && card.only_if == id);
        let highest = by_this.filter_map(|card| card.only_if_choice).max();
        all.retain(|one| !one.is_deleted);
        let known = all.iter().find(|one| Some(one.id) == id).cloned();
        let mut services = service_card::all(tx)?;
        services.retain(|one| !one.is_deleted);
        let found = known.is_some() == id.is_some();
        let at = at.clone();
        Ok(found.then_some(Self {
            at,
            all,
            known,
            services,
            highest: highest.unwrap_or(0),
        }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        let known = self.known.as_ref();
        known.map_or_else(String::new, |one| one.setup.version())
    }

    fn answers(&self, _: &PageCtx, asked: &Answers) -> Answers {
        match &self.known {
            Some(one) => kept(one),
            None => self.begun(Example::from_slug(asked.get("example"))),
        }
    }

    fn parts(&self, ctx: &PageCtx, form: (&Answers, &Errors)) -> Vec<Part> {
        question_form::parts(self, ctx, form)
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<QuestionSetup> {
        question_form::parse(self, typed, errors)
    }

    fn save(
        tx: &mut TenantTx<'_>,
        id: Option<QuestionId>,
        draft: &QuestionSetup,
        version: &str,
    ) -> Result<Landing, EditError> {
        match id {
            None => question_card::add(tx, draft).map(|_id| ())?,
            Some(id) => question_card::save(tx, id, draft, version)?,
        }
        Ok(Landing("questions".to_owned(), Said::CatalogSaved))
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        let t = ctx.t;
        let sheet = Sheet {
            heading: t.questions_new(),
            at: "questions/new".to_owned(),
            list: "questions".to_owned(),
            ..Sheet::default()
        };
        let Some(one) = &self.known else {
            return sheet;
        };
        let at = format!("questions/{}", one.id);
        let delete = delete(ctx, &self.at, &at);
        Sheet {
            heading: t.questions_edit(),
            lead: Some(t.questions_edit_lead()),
            at,
            acts: vec![delete],
            ..sheet
        }
    }
}

impl Removable for Own {
    const LIST: &'static str = "questions";

    fn remove(tx: &mut TenantTx<'_>, id: QuestionId, gone: bool) -> Result<(), EditError> {
        question_card::delete(tx, id, gone)
    }
}

impl Own {
    /// The boxes of something new: asked for every service, until somebody says otherwise.
    fn begun(&self, example: Option<Example>) -> Answers {
        let mut answers = Answers::default();
        answers.put("kind", example.map_or(Kind::Line, Example::kind).label());
        for service in &self.services {
            answers.tick(format!("s-{}", service.id), true);
        }
        let Some(example) = example else {
            return answers;
        };
        for (lang, code) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
            let [name, hint, choices] = example.said(Words::of(lang));
            answers.put(format!("name_{code}"), name);
            answers.put(format!("description_{code}"), hint);
            answers.put(format!("choices_{code}"), choices);
        }
        answers.tick("is_health", example.is_health());
        answers
    }
}

/// The boxes as they are kept.
fn kept(one: &OwnQuestion) -> Answers {
    let (mut answers, card) = (Answers::default(), &one.setup.card);
    let choices = card.choices();
    let lines = |word: &dyn Fn(&Choice) -> String| {
        let lines: Vec<String> = choices.iter().map(word).collect();
        lines.join("\n").trim_end().to_owned()
    };
    answers.put("kind", card.kind.label());
    answers.put("name_ja", &card.name_ja);
    answers.put("name_en", &card.name_en);
    answers.put("description_ja", &card.description_ja);
    answers.put("description_en", &card.description_en);
    answers.put("wording_ja", &card.wording_ja);
    answers.put("wording_en", &card.wording_en);
    answers.put("choices_ja", lines(&|one| one.ja.clone()));
    answers.put("choices_en", lines(&|one| one.en.clone()));
    answers.tick("is_required", card.is_required);
    answers.tick("is_health", card.is_health);
    if let Some((question, choice)) = card.only_if.zip(card.only_if_choice) {
        answers.put("only_if", question_form::condition(question, choice));
    }
    for service in &one.setup.services {
        answers.tick(format!("s-{service}"), true);
    }
    answers
}
