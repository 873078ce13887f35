//! That a guest took back what they had agreed to: when, and how they said so. It can be mended, and taken back itself.

use super::{
    WRITE,
    answers::Answers,
    ask::Ask,
    at as consents_at, card, path,
    sheet::{Part, Sheet},
    subject::{Landing, Subject},
    view::Reading,
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
            consent::{self, Key, NOTE, Withdrawal},
            consents::{self, Consent},
        },
        businesses::role::Right,
    },
    web::{
        desk::Room,
        error::{Error, Result as Page},
        flash::{self, Said},
        form::{Errors, fields, typed::Typed},
        gate::member::{self, AtWork},
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            field::Field,
            text_field::{Entry, TextField},
        },
    },
};
use actix_web::web::{Data, Path};
use chrono::{DateTime, Utc};
use std::str::FromStr;

/// Whose, and which.
#[derive(Clone, Copy)]
pub(in crate::web::owner) struct Place(CustomerId, Key);

impl FromStr for Place {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let (customer, key) = text.split_once('/').ok_or(Error::NotFound)?;
        let key = key.parse().map_err(|_no_key| Error::NotFound)?;
        Ok(Self(words::key(customer)?, key))
    }
}

/// What the page is drawn from.
pub(in crate::web::owner) struct Own {
    at: AtWork,
    customer: CustomerId,
    consent: Consent,
    now: DateTime<Utc>,
}

impl Own {
    fn today(&self) -> LocalDate {
        local(self.at.profile.zone, self.now).date()
    }
}

impl Subject for Own {
    const RIGHT: Right = WRITE;
    const ROOM: Room = Room::Customers;
    type Id = Place;
    type Draft = Withdrawal;

    fn read(tx: &mut TenantTx<'_>, at: &AtWork, id: Option<Place>) -> db::Result<Option<Self>> {
        let Some(Place(customer, key)) = id else {
            return Ok(None);
        };
        if card(tx, customer)?.is_none() {
            return Ok(None);
        }
        let found = consents::find(tx, customer, key)?;
        Ok(found.map(|consent| Self {
            at: at.clone(),
            customer,
            consent,
            now: tx.now(),
        }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        self.consent.version()
    }

    fn answers(&self, _: &PageCtx, _: &Answers) -> Answers {
        let mut answers = Answers::default();
        let known = self.consent.withdrawn.as_ref().map(|one| &one.withdrawal);
        answers.put("date", known.map_or(self.today(), |one| one.date));
        answers.put("note", known.map_or("", |one| one.note.as_str()));
        answers
    }

    fn parts(&self, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
        let t = ctx.t;
        let ask = Ask { t, typed, errors };
        vec![Part {
            heading: t.consents_part_withdrawal(),
            fields: vec![
                Field::Line(ask.must("date", t.consents_withdrawal_date(), Entry::Date)),
                Field::Line(TextField {
                    hint: Some(t.consents_withdrawal_note_hint()),
                    ..ask.may("note", t.consents_withdrawal_note(), Entry::Text)
                }),
            ],
            ..Part::default()
        }]
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<Withdrawal> {
        let date = fields::date(errors, "date", typed.get("date"));
        match date {
            Some(date) if date > self.today() => {
                errors.add("date", Msg::new("consents-date-ahead"));
            }
            Some(date) if date < self.consent.date => {
                let msg = Msg::new("consents-withdrawal-before").with("day", self.consent.date);
                errors.add("date", msg);
            }
            _ => {}
        }
        let line = |typed: &str| text::short_line(typed, NOTE);
        let note = fields::optional(errors, "note", typed.get("note"), line);
        let withdrawal = Withdrawal {
            date: date?,
            note: note?,
        };
        errors.is_empty().then_some(withdrawal)
    }

    fn save(
        tx: &mut TenantTx<'_>,
        id: Option<Place>,
        draft: &Withdrawal,
        version: &str,
    ) -> Result<Landing, EditError> {
        let Place(customer, key) = id.ok_or(EditError::Unknown)?;
        consent::withdraw(tx, (customer, key), draft, version)?;
        Ok(Landing(path(customer, ""), Said::ConsentWithdrawn))
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        let moments = Moments::new(ctx.t, self.at.profile.zone, self.now);
        let reading = Reading {
            ctx,
            at: &self.at,
            customer: self.customer,
            moments: &moments,
        };
        let name = reading.title(&self.consent.what);
        let below = format!("/{}/withdrawal", self.consent.key);
        Sheet {
            heading: ctx.t.consents_withdrawal(),
            lead: Some(
                ctx.t
                    .consents_withdrawal_lead(ctx.t.date(self.consent.date), name),
            ),
            at: path(self.customer, &below),
            list: path(self.customer, ""),
            ..Sheet::default()
        }
    }
}

/// Takes back what was written down by mistake.
pub async fn restore(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String, String)>,
    form: Typed<Answers>,
) -> Page {
    signed_in.sent(form.0.get("csrf"))?;
    let customer = words::key(&path.2)?;
    let key: Key = path.3.parse().map_err(|_no_key| Error::NotFound)?;
    let wish = (path.1.as_str(), WRITE);
    let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        consent::restore(tx, (customer, key))
    });
    done.await??;
    let there = consents_at(&ctx, &path.1, customer, "");
    Ok(flash::say(ctx.see_other(&there)?, Said::ConsentRestored))
}
