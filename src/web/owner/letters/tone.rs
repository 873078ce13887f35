//! How the letters of a shop sound, each tone to be looked at before it is chosen.

use super::{
    LIST, RIGHT,
    answers::Answers,
    ask::Ask,
    preview::{self, Scene},
    sample::{self, Sample},
    sheet::{Part, Sheet},
    subject::{Landing, Sole, Subject},
    words,
};
use crate::{
    base::msg::Msg,
    db::{self, EditError, TenantTx},
    domain::{
        businesses::role::Right,
        notifications::{
            occasion::Occasion,
            tone::{self, Tone},
            wording::Style,
        },
    },
    web::{
        desk::Room,
        flash::Said,
        form::Errors,
        gate::member::AtWork,
        page::PageCtx,
        ui::{
            buttons::{Submit, Voice},
            choice_field::{Choice, ChoiceField},
            field::Field,
            letter_view::LetterView,
        },
    },
};
use chrono::{DateTime, Utc};

/// What the page is drawn from.
pub(in crate::web::owner) struct OwnTone {
    at: AtWork,
    own: Tone,
    sample: Option<Sample>,
    now: DateTime<Utc>,
}

impl Subject for OwnTone {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Office;
    type Id = Sole;
    type Draft = Tone;

    fn read(tx: &mut TenantTx<'_>, at: &AtWork, _: Option<Sole>) -> db::Result<Option<Self>> {
        Ok(Some(Self {
            at: at.clone(),
            own: tone::of(tx)?,
            sample: sample::read(tx, at)?,
            now: tx.now(),
        }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        self.own.version()
    }

    fn answers(&self, _: &PageCtx, _: &Answers) -> Answers {
        let mut answers = Answers::default();
        answers.put("tone", self.own.label());
        answers.put("occasion", Occasion::Confirmed.name());
        answers
    }

    fn parts(&self, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
        let t = ctx.t;
        let ask = Ask { t, typed, errors };
        let choice = |tone: Tone| Choice {
            value: tone.label().to_owned(),
            label: t.wordings_tone(tone.label()),
            note: Some(t.letters_confirmed_opening(tone.label())),
            chosen: typed.get("tone") == tone.label(),
            ..Choice::default()
        };
        let tones = Field::Choice(ChoiceField {
            name: "tone".to_owned(),
            legend: t.wordings_tone_title(),
            options: Tone::ALL.map(choice).to_vec(),
            complaint: errors.of("tone", t),
            ..ChoiceField::default()
        });
        let occasions = Occasion::ALL.into_iter();
        let occasions = occasions.map(|one| (one.name().to_owned(), words::called(t, one)));
        vec![
            Part {
                heading: t.wordings_tone_choose(),
                fields: vec![tones],
                ..Part::default()
            },
            Part {
                heading: t.wordings_preview(),
                fields: vec![Field::Select(ask.select(
                    "occasion",
                    t.wordings_preview_of(),
                    occasions,
                ))],
                ..Part::default()
            },
        ]
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<Tone> {
        let tone = Tone::from_label(typed.get("tone"));
        if tone.is_none() {
            errors.add("tone", Msg::new("form-choice-gone"));
        }
        tone
    }

    fn save(
        tx: &mut TenantTx<'_>,
        _: Option<Sole>,
        draft: &Tone,
        version: &str,
    ) -> Result<Landing, EditError> {
        tone::set(tx, version, *draft)?;
        Ok(Landing(LIST.to_owned(), Said::LettersSaved))
    }

    fn sheet(&self, ctx: &PageCtx, typed: &Answers) -> Sheet {
        let t = ctx.t;
        Sheet {
            heading: t.wordings_tone_title(),
            lead: Some(t.wordings_tone_lead()),
            at: format!("{LIST}/tone"),
            list: LIST.to_owned(),
            letter: self.letter(ctx, typed),
            also: Some(Submit {
                label: t.wordings_preview_submit(),
                voice: Voice::Quiet,
                answer: Some(("preview".to_owned(), "yes".to_owned())),
                ..Submit::default()
            }),
            ..Sheet::default()
        }
    }
}

impl OwnTone {
    /// A letter in the tone that is chosen on the page, in our words.
    fn letter(&self, ctx: &PageCtx, typed: &Answers) -> Option<LetterView> {
        let t = ctx.t;
        let profile = &self.at.profile;
        let scene = Scene {
            profile,
            occasion: Occasion::from_name(typed.get("occasion")).unwrap_or(Occasion::Confirmed),
            lang: ctx.lang,
            now: self.now,
        };
        let (sample, note) = match self.sample.clone() {
            Some(sample) => {
                let note = t.wordings_preview_real(&sample.booking.row.number);
                (sample, note)
            }
            None => (
                sample::example(t, profile.zone, self.now),
                t.wordings_preview_example(),
            ),
        };
        let style = Style {
            tone: Tone::from_label(typed.get("tone")).unwrap_or(self.own),
            own: Vec::new(),
        };
        let shown = preview::shown(ctx, scene, sample, style)?;
        Some(LetterView {
            heading: t.wordings_preview_title(words::called(t, scene.occasion)),
            note,
            lang: scene.lang.code(),
            subject: shown.subject,
            text: shown.text,
            is_asked: typed.has("preview"),
        })
    }
}
