//! A shop with two services, and whoever wants to have them in one visit.

use crate::support::{
    app::TestApp,
    build::{Business, a_business, a_service},
    people::lines,
    wait::wait_for,
};
use chrono::{DateTime, Utc};
use omotenashi::{
    base::{
        ids::{BookingId, BusinessId, ResourceId, ServiceId},
        lang::Lang,
        token::Token,
    },
    db::{DbError, TenantTx, run::house},
    domain::{
        bookings::{
            create::{self, Create},
            details::Details,
            promised::promised,
        },
        businesses::profile,
        catalog::service,
        customers::register::{Contact, Name},
        scheduling::{
            availability::Refusal,
            hold::{self, Held, Hold, HoldError},
            visit::Part,
        },
    },
    refusal,
};

/// What is wished for: whose each service is, which, and who is to do it.
pub type Wish = Vec<(i16, ServiceId, Option<ResourceId>)>;

/// How a trial ended, where nothing of it is to stay.
#[derive(Debug, thiserror::Error)]
pub enum Ended {
    #[error("held")]
    Held,
    #[error("refused: {0:?}")]
    Refused(Refusal),
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(Ended);

/// A shop with a cut of an hour and a colour of 45 minutes by the same people.
pub struct Shop {
    pub app: TestApp,
    pub business: Business,
    pub cut: ServiceId,
    pub colour: ServiceId,
}

impl Shop {
    pub fn of(staff: usize) -> Self {
        let app = TestApp::start(Default::default());
        let business = a_business(&app).staff(staff).build();
        let cut = a_service(&app, &business).build().id;
        let colour = a_service(&app, &business).named("カラー", "Colour");
        let colour = colour.minutes(45).price(7700).build().id;
        Self {
            app,
            business,
            cut,
            colour,
        }
    }

    pub fn hold(
        &self,
        key: &'static str,
        wish: &Wish,
        start: DateTime<Utc>,
    ) -> Result<Held, Refusal> {
        let wish = wish.clone();
        self.app.tenant(self.business.id, move |tx| {
            match hold_in(tx, key, &wish, start) {
                Ok(held) => Ok(Ok(held)),
                Err(HoldError::Refused(refusal, _)) => Ok(Err(refusal)),
                Err(HoldError::Db(error)) => Err(error),
                Err(other) => panic!("{other}"),
            }
        })
    }

    pub fn book(&self, key: &'static str) -> BookingId {
        self.app.tenant(self.business.id, move |tx| {
            let profile = profile::own(tx)?.unwrap();
            let held = hold::find(tx, &token(key))?.unwrap();
            hold::keep_details(tx, &token(key), &somebody().to_json())?;
            let quote = promised(tx, &held)?.unwrap().quote(&profile, tx.now());
            let command = Create {
                profile: &profile,
                hold: &token(key),
                seen_total: quote.total(),
                asks: false,
                lang: Lang::Ja,
                secret: b"secret",
            };
            Ok(create::create(tx, &command).unwrap().id)
        })
    }

    /// What is taken: of whom, from when until when, each stretch once.
    pub fn taken(&self) -> Vec<String> {
        lines(
            &self.app,
            self.business.id,
            "select array_position(array(select id from scheduling.resources order by sort_order, id), resource_id) || ' ' \
             || to_char(start_at at time zone 'Asia/Tokyo', 'HH24:MI') || '-' || to_char(end_at at time zone 'Asia/Tokyo', 'HH24:MI') as line \
             from scheduling.allocations order by resource_id, start_at",
        )
    }
}

fn token(key: &str) -> Token {
    Token::parse(&format!("{key:A<43}")).unwrap()
}

fn somebody() -> Details {
    let name = Name {
        display: "山田 花子".to_owned(),
        ..Name::default()
    };
    let contact = Contact {
        name,
        email: None,
        phone: Some("+819012345678".to_owned()),
        lang: Lang::Ja,
    };
    Details {
        contact,
        note: String::new(),
        answers: Vec::new(),
    }
}

fn hold_in(
    tx: &mut TenantTx<'_>,
    key: &str,
    wish: &Wish,
    start: DateTime<Utc>,
) -> Result<Held, HoldError> {
    let profile = profile::own(tx)?.unwrap();
    let mut services = Vec::new();
    for (guest, id, person) in wish {
        services.push((*guest, service::find(tx, *id)?.unwrap(), *person));
    }
    let parts: Vec<Part<'_>> = services
        .iter()
        .map(|(guest, service, nominated)| Part {
            guest: *guest,
            service,
            party: 1,
            nominated: *nominated,
            wait: 0,
        })
        .collect();
    let (first, more) = parts.split_first().unwrap();
    let text = token(key).text();
    let hold = Hold {
        profile: &profile,
        service: first.service,
        party: 1,
        nominated: first.nominated,
        more,
        start,
        key: &text,
        token: token(key),
        client: b"somebody",
        lang: Lang::Ja,
    };
    hold::hold(tx, &hold)
}

/// Whether a start can be held; nothing of it stays.
pub fn trial(app: &TestApp, business: BusinessId, wish: Wish, start: DateTime<Utc>) -> Ended {
    let db = app.db().clone();
    let undone = wait_for(async move {
        db.tenant(house(business), move |tx| -> Result<(), Ended> {
            Err(match hold_in(tx, "trial", &wish, start) {
                Ok(_) => Ended::Held,
                Err(HoldError::Refused(refusal, _)) => Ended::Refused(refusal),
                Err(HoldError::Db(error)) => Ended::Db(error),
                Err(other) => panic!("{other}"),
            })
        })
        .await
    });
    undone.unwrap_err()
}
