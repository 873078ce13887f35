//! A shop with one of everything, and the ways into it: each is one transaction of the product, by whoever would do it.

use super::wish::{Claim, Kind, LESSONS, PEOPLE, PLACES, Thing, Wish};
use crate::support::{
    app::{TestApp, TestOptions},
    build::{Business, a_business, a_service},
    people::{a_person, lines},
    wait::wait_for,
};
use chrono::{DateTime, Utc};
use omotenashi::{
    base::{
        ids::{BookingId, ResourceId, ServiceId, UserId},
        lang::Lang,
        token::Token,
    },
    db::{Actor, DbError, Scope, TenantTx},
    domain::{
        bookings::{
            create::{self, Create},
            details::Details,
            promised::promised,
        },
        businesses::profile::{self, Profile},
        catalog::service::{self, Service},
        customers::register::{Contact, Name},
        scheduling::{
            hold::{self, Hold},
            hold_code,
            visit::Part,
        },
    },
    refusal,
};
use serde_json::json;
use std::fmt::Debug;

/// What the only coupon takes off.
pub const OFF: i64 = 1000;
/// Its code.
pub const CODE: &str = "SPRING";

/// Why a command did nothing.
#[derive(Debug, thiserror::Error)]
pub enum No {
    #[error("{0}")]
    Said(String),
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(No);

/// A refusal of the product, in its own words.
pub fn said(refusal: impl Debug) -> No {
    No::Said(format!("{refusal:?}"))
}

pub struct Shop {
    pub app: TestApp,
    pub business: Business,
    pub owner: UserId,
    pub room: ResourceId,
    pub studio: ResourceId,
    services: Vec<ServiceId>,
}

impl Shop {
    /// With everything on the menu of [`Kind`], a coupon for so many bookings, and a waiting list.
    pub fn new(coupons: i64) -> Self {
        Self::at(TestApp::start(TestOptions::default()), coupons)
    }

    /// The same at a site of somebody's own.
    pub fn at(app: TestApp, coupons: i64) -> Self {
        let owner = a_person(&app, "owner", "店主", "owner").user;
        let business = a_business(&app)
            .owner(owner)
            .staff(PEOPLE)
            .closed_on(3)
            .settings(json!({
                "holds_per_client": 100_000, "slot_step_minutes": 30, "notice_minutes": 60, "horizon_days": 60,
                "change_until_minutes": 0, "cancel_until_minutes": 0, "hold_minutes": 10,
            }))
            .build();
        let thing = |kind: &str, name: &str, capacity: u16| {
            let row = json!({"business_id": business.id, "resource_type": kind, "name": name, "capacity": capacity, "sort_order": 9});
            ResourceId(app.insert(business.id, "scheduling.resources", row))
        };
        let room = thing("room", "個室", 1);
        let studio = thing("equipment", "スタジオ", PLACES);
        let services: Vec<ServiceId> = Kind::ALL
            .iter()
            .map(|kind| {
                let (ja, en) = kind.name();
                let row = json!({"buffer_after": kind.tidying(), "party_max": PLACES});
                let making = a_service(&app, &business)
                    .named(ja, en)
                    .minutes(kind.minutes())
                    .price(kind.price())
                    .with(row);
                let made = match kind {
                    Kind::Yoga => making.seats_of(studio).build(),
                    Kind::Spa => making
                        .by(&[business.staff.as_slice(), &[room]].concat())
                        .build(),
                    Kind::Cut | Kind::Colour | Kind::Talk => making.build(),
                };
                made.id
            })
            .collect();
        let shop = Self {
            app,
            business,
            owner,
            room,
            studio,
            services,
        };
        shop.rules(coupons);
        shop
    }

    fn rules(&self, coupons: i64) {
        let (id, app) = (self.business.id, &self.app);
        let (yoga, talk) = (self.service(Kind::Yoga), self.service(Kind::Talk));
        let class = json!({"business_id": id, "service_id": yoga, "least": 1, "decide_hours": 1, "calls_off_itself": false});
        app.insert(id, "scheduling.class_rules", class);
        for (day, minute) in (0..7).flat_map(|day| LESSONS.map(|minute| (day, minute))) {
            let row = json!({"business_id": id, "service_id": yoga, "day_of_week": day, "start_minute": minute});
            app.insert(id, "scheduling.timetable_entries", row);
        }
        let asks = json!({"business_id": id, "service_id": talk, "answer_hours": 24});
        app.insert(id, "catalog.service_approvals", asks);
        let coupon = json!({"business_id": id, "code": CODE, "name_ja": "春割", "amount_cents": OFF, "most_uses": coupons});
        app.insert(id, "catalog.coupons", coupon);
        let list = json!({"business_id": id, "is_on": true, "answer_hours": 24});
        app.insert(id, "bookings.waitlist_rules", list);
    }

    pub fn service(&self, kind: Kind) -> ServiceId {
        let place = Kind::ALL.iter().position(|one| *one == kind).unwrap();
        self.services[place]
    }

    pub fn staff(&self) -> Actor {
        Actor::Member {
            user: self.owner,
            owner: true,
        }
    }

    /// One command by somebody; what it said where it did nothing. A failure of the database is no answer.
    pub fn act<T: Send + 'static>(
        &self,
        actor: Actor,
        mut work: impl FnMut(&mut TenantTx<'_>, &Profile) -> Result<T, No> + Send + 'static,
    ) -> Result<T, String> {
        let (db, scope) = (self.app.db().clone(), Scope::new(self.business.id, actor));
        let done = wait_for(async move {
            db.tenant(scope, move |tx| {
                let profile = profile::own(tx)?.unwrap();
                work(tx, &profile)
            })
            .await
        });
        match done {
            Ok(done) => Ok(done),
            Err(No::Said(said)) if !said.starts_with("Db(") => Err(said),
            Err(other) => panic!("{other:?}"),
        }
    }

    /// Holds a wish for a form.
    pub fn hold(&self, form: &str, wish: &Wish, start: DateTime<Utc>) -> Result<(), String> {
        let parts = self.parts(wish);
        let token = token(form);
        self.act(Actor::Visitor, move |tx, profile| {
            hold_in(tx, (profile, &parts), &token, start)
        })
    }

    /// Whether a wish can be held; nothing of it stays.
    pub fn could_hold(&self, wish: &Wish, start: DateTime<Utc>) -> Result<(), String> {
        let parts = self.parts(wish);
        let token = token("trial");
        let done = self.act(Actor::Visitor, move |tx, profile| -> Result<(), No> {
            hold_in(tx, (profile, &parts), &token, start)?;
            Err(No::Said("held".to_owned()))
        });
        match done.unwrap_err() {
            said if said == "held" => Ok(()),
            said => Err(said),
        }
    }

    /// The services of a wish: whose, which, by whom, for how many.
    pub fn parts(&self, wish: &Wish) -> Vec<Wanted> {
        let each = wish.parts.iter();
        each.map(|part| Wanted {
            guest: part.guest,
            service: self.service(part.kind),
            person: part.person.map(|one| self.business.staff[one]),
            party: i16::try_from(wish.party).unwrap(),
        })
        .collect()
    }

    /// Makes the booking of a form's hold, as whoever has read the last page would.
    pub fn commit(&self, form: &str, has_coupon: bool, asks: bool) -> Result<BookingId, String> {
        let (token, details) = (token(form), somebody(form));
        let secret = self.app.secret().to_vec();
        self.act(Actor::Visitor, move |tx, profile| {
            let held = hold::find(tx, &token)?.ok_or_else(|| said("no hold"))?;
            hold::keep_details(tx, &token, &details.to_json())?;
            hold_code::keep_code(tx, &token, if has_coupon { CODE } else { "" })?;
            let quote = promised(tx, &held)?.unwrap().quote(profile, tx.now());
            let command = Create {
                profile,
                hold: &token,
                seen_total: quote.total() - if has_coupon { OFF } else { 0 },
                asks,
                lang: Lang::Ja,
                secret: &secret,
            };
            create::create(tx, &command)
                .map(|made| made.id)
                .map_err(said)
        })
    }

    /// What is taken where a condition holds: `booking_id = '…'`.
    pub fn claims(&self, condition: &str) -> Vec<Claim> {
        let query = format!(
            "select resource_id || ' ' || count(*) || ' ' || extract(epoch from start_at)::bigint || ' ' || extract(epoch from end_at)::bigint \
             as line from scheduling.allocations where {condition} group by resource_id, start_at, end_at"
        );
        let found = lines(&self.app, self.business.id, &query);
        found.iter().map(|line| self.claim(line)).collect()
    }

    fn claim(&self, line: &str) -> Claim {
        let words: Vec<&str> = line.split(' ').collect();
        let resource: ResourceId = words[0].parse().unwrap();
        let at = |word: &str| DateTime::from_timestamp(word.parse().unwrap(), 0).unwrap();
        Claim {
            thing: match resource {
                id if id == self.room => Thing::Room,
                id if id == self.studio => Thing::Studio,
                id => Thing::Person(
                    self.business
                        .staff
                        .iter()
                        .position(|one| *one == id)
                        .unwrap(),
                ),
            },
            seats: words[1].parse().unwrap(),
            from: at(words[2]),
            until: at(words[3]),
        }
    }

    pub fn claims_of(&self, booking: BookingId) -> Vec<Claim> {
        self.claims(&format!("booking_id = '{booking}'"))
    }
}

/// A service that is wished for, by its key.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    pub guest: i16,
    pub service: ServiceId,
    pub person: Option<ResourceId>,
    pub party: i16,
}

/// The token of a form.
pub fn token(form: &str) -> Token {
    Token::derived(b"forms", &[form.as_bytes()])
}

/// Whoever fills in a form: of each form somebody else.
pub fn somebody(form: &str) -> Details {
    let name = Name {
        display: "山田 花子".to_owned(),
        ..Name::default()
    };
    Details {
        contact: Contact {
            name,
            email: Some(format!("{form}@example.com")),
            phone: None,
            lang: Lang::Ja,
        },
        note: String::new(),
        answers: Vec::new(),
    }
}

/// The services of a wish, read.
pub fn services(tx: &mut TenantTx<'_>, wanted: &[Wanted]) -> Result<Vec<Service>, No> {
    let mut services = Vec::with_capacity(wanted.len());
    for one in wanted {
        services.push(service::find(tx, one.service)?.unwrap());
    }
    Ok(services)
}

/// The same as the engine is asked.
pub fn asked<'a>(wanted: &[Wanted], services: &'a [Service]) -> Vec<Part<'a>> {
    let both = wanted.iter().zip(services);
    both.map(|(one, service)| Part {
        guest: one.guest,
        service,
        party: one.party,
        nominated: one.person,
        wait: 0,
    })
    .collect()
}

fn hold_in(
    tx: &mut TenantTx<'_>,
    (profile, wanted): (&Profile, &[Wanted]),
    token: &Token,
    start: DateTime<Utc>,
) -> Result<(), No> {
    let services = services(tx, wanted)?;
    let parts = asked(wanted, &services);
    let (first, more) = parts.split_first().unwrap();
    let text = token.text();
    let wanted = Hold {
        profile,
        service: first.service,
        party: first.party,
        nominated: first.nominated,
        more,
        start,
        key: &text,
        token: token.clone(),
        client: b"somebody",
        lang: Lang::Ja,
    };
    hold::hold(tx, &wanted).map(|_held| ()).map_err(said)
}
