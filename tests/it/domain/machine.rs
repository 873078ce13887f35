//! The states of a booking: who may move it where, by the machine of seed 000; and that each move is one line of its story.

use crate::{
    support::{
        app::{TestApp, TestOptions, tokyo},
        build::{Business, a_booking, a_business, a_service, booking::Booked},
        people::{Person, a_person, a_seat},
        wait::wait_for,
    },
    tidy::files,
};
use chrono::{Days, NaiveDate};
use omotenashi::{
    db::{Actor, DbError, Scope, TenantTx},
    domain::{
        bookings::{
            cancel::{self, Cancel, CancelError},
            lapse,
            progress::{self, ProgressError},
            status::{
                Mover::{self, Guest, House, Staff},
                Status::{
                    self, Arrived, Cancelled, Completed, Confirmed, Expired, InService, NoShow,
                    Pending, PendingDeposit, PendingPayment,
                },
            },
        },
        businesses::profile,
    },
};
use serde_json::json;

/// What seed 000 allows (SEEDS 1.2: bookings 4, 6 and 7), with the two states that a day needs between a promise and its end.
const SEED: [(Status, &[Status]); 10] = [
    (
        Pending,
        &[
            PendingPayment,
            PendingDeposit,
            Confirmed,
            Cancelled,
            Expired,
        ],
    ),
    (
        PendingDeposit,
        &[PendingPayment, Confirmed, Cancelled, Expired],
    ),
    (PendingPayment, &[Confirmed, Cancelled, Expired]),
    (
        Confirmed,
        &[Arrived, InService, Completed, Cancelled, NoShow],
    ),
    (Arrived, &[InService, Completed, Cancelled]),
    (InService, &[Completed]),
    (Completed, &[]),
    (Cancelled, &[]),
    (NoShow, &[]),
    (Expired, &[]),
];

#[test]
fn every_pair_of_states_is_as_the_seed_has_it() {
    for (from, after) in SEED {
        for to in Status::ALL {
            assert_eq!(
                from.may_become(to),
                after.contains(&to),
                "{from:?} to {to:?}"
            );
        }
    }
}

#[test]
fn each_mover_makes_their_own_moves_and_no_others() {
    for from in Status::ALL {
        for to in Status::ALL {
            let may = |by: Mover| from.may_be_moved(to, by);
            // A guest calls off what is ahead, and takes what the shop proposes for a request.
            let guest = (from.is_ahead() && to == Cancelled) || (from, to) == (Pending, Confirmed);
            assert_eq!(may(Guest), guest, "{from:?} to {to:?} by a guest");
            // Only the clock lets something lapse, and the clock does nothing that somebody must decide; a shop that has a
            // session called off by itself has decided that.
            if to == Expired {
                assert!(!may(Staff), "{from:?} lapses by itself");
            }
            if from == Pending {
                let alone = matches!(to, Expired | Cancelled);
                assert_eq!(may(House), alone, "{from:?} to {to:?} by itself");
            }
            if to == Cancelled {
                assert_eq!(may(House), may(Staff), "{from:?} by itself");
            }
            if matches!(to, Arrived | InService | Completed | NoShow) {
                assert!(!may(House), "{from:?} to {to:?} by itself");
            }
        }
    }
}

/// A way in which somebody moves a booking.
#[derive(Clone, Copy, Debug)]
enum Act {
    Approve,
    Advance(Status),
    CallOff,
    GuestCallsOff,
    Lapse,
}

const ACTS: [Act; 8] = [
    Act::Approve,
    Act::Advance(Arrived),
    Act::Advance(InService),
    Act::Advance(Completed),
    Act::Advance(NoShow),
    Act::CallOff,
    Act::GuestCallsOff,
    Act::Lapse,
];

impl Act {
    /// Where it leads.
    fn to(self) -> Status {
        match self {
            Self::Approve => Confirmed,
            Self::Advance(to) => to,
            Self::CallOff | Self::GuestCallsOff => Cancelled,
            Self::Lapse => Expired,
        }
    }

    /// Whether it moves a booking that stands there.
    fn moves(self, from: Status) -> bool {
        match self {
            Self::Approve => from == Pending,
            Self::Advance(to) => from.may_be_moved(to, Staff),
            Self::CallOff => from.may_be_moved(Cancelled, Staff),
            Self::GuestCallsOff => from.is_ahead(),
            // Nothing waits for money yet.
            Self::Lapse => from == Pending,
        }
    }

    /// Who does it.
    fn actor(self, owner: &Person, booked: &Booked) -> Actor {
        match self {
            Self::GuestCallsOff => Actor::Guest(booked.id),
            Self::Lapse => Actor::House,
            _ => Actor::Member {
                user: owner.user,
                owner: true,
            },
        }
    }

    fn make(self, tx: &mut TenantTx<'_>, booked: &Booked) -> Result<(), DbError> {
        let profile = profile::own(tx)?.unwrap();
        let refused = match self {
            Self::Approve => failed(progress::approve(tx, &profile, booked.id)),
            Self::Advance(to) => failed(progress::advance(tx, booked.id, to)),
            Self::Lapse => lapse::tend(tx, &profile, booked.id).err(),
            Self::CallOff | Self::GuestCallsOff => {
                let command = Cancel {
                    profile: &profile,
                    booking: booked.id,
                    reason: "",
                    seen_fee: None,
                    tell: false,
                };
                match cancel::cancel(tx, &command) {
                    Err(CancelError::Db(error)) => Some(error),
                    _ => None,
                }
            }
        };
        refused.map_or(Ok(()), Err)
    }
}

/// Only what failed below the rules: a refusal is an answer.
fn failed(answer: Result<(), ProgressError>) -> Option<DbError> {
    match answer {
        Err(ProgressError::Db(error)) => Some(error),
        _ => None,
    }
}

#[test]
fn every_act_on_every_state_is_one_line_of_the_story_or_none() {
    let app = TestApp::start(TestOptions::default());
    let owner = a_person(&app, "aoi", "田中 葵", "owner");
    let shop = a_business(&app).owner(owner.user).staff(1).build();
    let cut = a_service(&app, &shop).build();
    let mut place = 0;
    for act in ACTS {
        for from in Status::ALL {
            place += 1;
            let booked = a_booking(&app, &shop, &cut)
                .at(&when(act, place))
                .status(from.label())
                .build();
            asked_long_ago(&app, &shop, &booked);
            let what = format!("{act:?} of {from:?}");
            let scope = Scope::new(shop.id, act.actor(&owner, &booked));
            let (db, one) = (app.db().clone(), booked.clone());
            let done: Result<(), DbError> =
                wait_for(async move { db.tenant(scope, move |tx| act.make(tx, &one)).await });
            done.unwrap();
            let is_moved = act.moves(from);
            let now = if is_moved { act.to() } else { from };
            assert_eq!(state(&app, &shop, &booked), now.label(), "{what}");
            assert_eq!(lines(&app, &shop, &booked), i64::from(is_moved), "{what}");
            let version = format!(
                "select version from bookings.bookings where id = '{}'",
                booked.id
            );
            let raised = app.count(shop.id, version) - 1;
            assert_eq!(raised, i64::from(is_moved), "{what}");
        }
    }
}

/// A time of its own for each: over, where somebody must have been awaited, and else ahead.
fn when(act: Act, place: u64) -> String {
    let today = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    let date = match act {
        Act::Advance(_) => today - Days::new(place),
        _ => today + Days::new(place),
    };
    format!("{date} 14:00")
}

/// It was asked for, and the shop's time for an answer is over.
fn asked_long_ago(app: &TestApp, shop: &Business, booked: &Booked) {
    let row = json!({
        "business_id": shop.id, "booking_id": booked.id, "answer_hours": 24, "answer_until": tokyo("2026-11-19 12:00"),
        "remind_at": tokyo("2026-11-18 12:00"),
    });
    app.insert(shop.id, "bookings.booking_requests", row);
}

fn state(app: &TestApp, shop: &Business, booked: &Booked) -> String {
    let sql = format!(
        "select status::text as line from bookings.bookings where id = '{}'",
        booked.id
    );
    crate::support::people::lines(app, shop.id, &sql).join(" ")
}

/// So many lines of its story tell of a move.
fn lines(app: &TestApp, shop: &Business, booked: &Booked) -> i64 {
    let sql = format!(
        "select count(*) from bookings.booking_history where booking_id = '{}' and field_changed = 'status' and old_value is not null",
        booked.id
    );
    app.count(shop.id, sql)
}

#[test]
fn a_state_is_changed_in_one_file_only() {
    let mut writers: Vec<String> = Vec::new();
    for (file, text) in files("src/domain", "rs") {
        // A new booking is no move, and the seed of a demonstration writes none.
        let sets = text.contains("bookings::status.eq(") && text.contains("diesel::update(");
        let by_hand = text.contains("update bookings.bookings set status");
        if (sets || by_hand) && file.starts_with("src/domain/bookings/") {
            writers.push(file);
        }
    }
    assert_eq!(writers, ["src/domain/bookings/state.rs"]);
}

#[test]
fn a_seat_is_changed_on_top_of_what_was_looked_at() {
    let app = TestApp::start(TestOptions::default());
    let cast = crate::support::people::Cast::of(&app);
    let other = a_person(&app, "otto", "大谷 音", "owner");
    a_seat(&app, &cast.salon, &other, "owner", 0);
    let path = format!("/ja/staff/aoi-salon/team/{}", cast.ben_seat);
    let (aoi, otto) = (cast.aoi.sign_in(&app), other.sign_in(&app));
    let mine = aoi.open(&path);
    otto.open(&path)
        .fill("role", "receptionist")
        .press("役割を保存");
    let told = mine.fill("role", "manager").press("役割を保存");
    assert!(told.flash().unwrap().contains("ほかの人が先に変更しました"));
    let role = format!(
        "select role::text as line from businesses.staff_assignments where id = '{}'",
        cast.ben_seat
    );
    let role = crate::support::people::lines(&app, cast.salon.id, &role);
    assert_eq!(role, ["receptionist"]);
}
