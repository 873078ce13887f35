//! The shop's own words in one letter, in one language. What a letter tells is ours and stays in it.

use super::{
    LIST, RIGHT,
    answers::Answers,
    preview::{self, Scene},
    sample::{self, Sample},
    sheet::{self, Part, Sheet},
    subject::{Landing, Subject},
    wording_form::{self, EXAMPLE, SHOWN_BY},
    words::{self, Place},
};
use crate::{
    db::{self, EditError, TenantTx},
    domain::{
        businesses::role::Right,
        notifications::wording::{self, Own, Style, Wording},
    },
    i18n::Words,
    web::{
        desk::Room,
        flash::Said,
        form::Errors,
        gate::member::AtWork,
        links,
        page::PageCtx,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            fillings::{Filling, Fillings},
            letter_view::LetterView,
        },
    },
};
use chrono::{DateTime, Utc};

/// What the page is drawn from.
pub(in crate::web::owner) struct OwnWording {
    at: AtWork,
    place: Place,
    known: Wording,
    style: Style,
    sample: Option<Sample>,
    now: DateTime<Utc>,
}

impl Subject for OwnWording {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Office;
    type Id = Place;
    type Draft = Wording;

    fn read(tx: &mut TenantTx<'_>, at: &AtWork, id: Option<Place>) -> db::Result<Option<Self>> {
        let Some(place @ Place(occasion, lang)) = id else {
            return Ok(None);
        };
        let style = wording::style(tx)?;
        Ok(Some(Self {
            at: at.clone(),
            place,
            known: style.wording(occasion, lang).cloned().unwrap_or_default(),
            style,
            sample: sample::read(tx, at)?,
            now: tx.now(),
        }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        self.known.version()
    }

    fn answers(&self, _: &PageCtx, _: &Answers) -> Answers {
        wording_form::answers(&self.known)
    }

    fn parts(&self, ctx: &PageCtx, form: (&Answers, &Errors)) -> Vec<Part> {
        let ours = self.shown(ctx, form.0, &Wording::default());
        let ours = ours.map_or_else(String::new, |shown| shown.subject);
        let mut parts = vec![wording_form::part(ctx, form, ours)];
        if let Some(sample) = &self.sample {
            let number = &sample.booking.row.number;
            parts.push(wording_form::shown_by(ctx, form, number));
        }
        parts
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<Wording> {
        let letter = (self.place.0, self.at.profile.vertical);
        wording_form::parse(typed, letter, errors)
    }

    fn save(
        tx: &mut TenantTx<'_>,
        id: Option<Place>,
        draft: &Wording,
        version: &str,
    ) -> Result<Landing, EditError> {
        let Place(occasion, lang) = id.ok_or(EditError::Unknown)?;
        wording::set(tx, (occasion, lang), draft, version)?;
        Ok(Landing(LIST.to_owned(), Said::LettersSaved))
    }

    fn sheet(&self, ctx: &PageCtx, typed: &Answers) -> Sheet {
        let t = ctx.t;
        let Place(occasion, lang) = self.place;
        let drafted = self.parse(typed, &mut Errors::default());
        Sheet {
            heading: t.wordings_title(lang.code(), words::called(t, occasion)),
            lead: Some(t.wordings_occasion_when(occasion.name())),
            at: self.place.path(),
            list: LIST.to_owned(),
            fillings: Some(self.fillings(ctx, typed)),
            letter: drafted.and_then(|wording| self.letter(ctx, typed, &wording)),
            also: Some(Submit {
                label: t.wordings_preview_submit(),
                voice: Voice::Quiet,
                answer: Some(("preview".to_owned(), "yes".to_owned())),
                ..Submit::default()
            }),
            ways: vec![self.other(ctx)],
            acts: self.restore(ctx).into_iter().collect(),
            ..Sheet::default()
        }
    }
}

impl OwnWording {
    /// The same letter in the other language.
    fn other(&self, ctx: &PageCtx) -> LinkButton {
        let Place(occasion, lang) = self.place;
        let other = Place(occasion, lang.other());
        LinkButton {
            label: ctx.t.wordings_other(other.1.code()),
            url: links::owner(ctx.lang, &self.at.profile.slug, &other.path()),
            voice: Voice::Quiet,
            small: true,
            ..LinkButton::default()
        }
    }

    /// Gives up the shop's words; nothing where there are none.
    fn restore(&self, ctx: &PageCtx) -> Option<PostButton> {
        let url = format!("{}/restore", self.place.path());
        let url = links::owner(ctx.lang, &self.at.profile.slug, &url);
        let version = self.known.version();
        let carried = (Voice::Quiet, &[("version", version.as_str())][..]);
        let said = (ctx.t.wordings_restore(), None);
        (!self.known.is_ours()).then(|| sheet::act(ctx, url, said, carried))
    }

    /// What it is shown by, and how that is said.
    fn shown_by(&self, t: Words, typed: &Answers) -> (Sample, String) {
        let real = self.sample.clone();
        match real.filter(|_| typed.get(SHOWN_BY) != EXAMPLE) {
            Some(sample) => {
                let note = t.wordings_preview_real(&sample.booking.row.number);
                (sample, note)
            }
            None => {
                let own = Words::of(self.place.1);
                let example = sample::example(own, self.at.profile.zone, self.now);
                (example, t.wordings_preview_example())
            }
        }
    }

    fn scene(&self) -> Scene<'_> {
        Scene {
            profile: &self.at.profile,
            occasion: self.place.0,
            lang: self.place.1,
            now: self.now,
        }
    }

    /// The letter with these words, in the shop's tone.
    fn shown(&self, ctx: &PageCtx, typed: &Answers, own: &Wording) -> Option<preview::Shown> {
        let (sample, _) = self.shown_by(ctx.t, typed);
        let Place(occasion, lang) = self.place;
        let style = Style {
            tone: self.style.tone,
            own: vec![Own {
                occasion: occasion.name().to_owned(),
                locale: lang.code().to_owned(),
                wording: own.clone(),
            }],
        };
        preview::shown(ctx, self.scene(), sample, style)
    }

    fn letter(&self, ctx: &PageCtx, typed: &Answers, own: &Wording) -> Option<LetterView> {
        let shown = self.shown(ctx, typed, own)?;
        let (_, note) = self.shown_by(ctx.t, typed);
        Some(LetterView {
            heading: ctx
                .t
                .wordings_preview_title(words::called(ctx.t, self.place.0)),
            note,
            lang: self.place.1.code(),
            subject: shown.subject,
            text: shown.text,
            is_asked: typed.has("preview"),
        })
    }

    fn fillings(&self, ctx: &PageCtx, typed: &Answers) -> Fillings {
        let t = ctx.t;
        let (sample, _) = self.shown_by(t, typed);
        let vertical = self.at.profile.vertical;
        let in_subject = self.place.0.subject_placeholders(vertical);
        let values = preview::values(ctx, self.scene(), sample).into_iter();
        let line = |(of, example): (_, String)| Filling {
            name: crate::domain::notifications::placeholder::Placeholder::written(of),
            words: match in_subject.contains(&of) {
                true => t.wordings_filling(of.name()),
                false => t.wordings_filling_not_in_subject(t.wordings_filling(of.name())),
            },
            example,
            lang: self.place.1.code(),
        };
        Fillings {
            heading: t.wordings_fillings(),
            note: t.wordings_fillings_note(),
            lines: values.map(line).collect(),
        }
    }
}
