//! The engine against the slow reference, over shops that nobody would think of.

use super::{
    board::need,
    reference::{Begin, Reference},
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use omotenashi::{
    base::{
        ids::ResourceId,
        time::{WallSpan, WallTime, Weekday},
    },
    domain::scheduling::availability::{
        Candidate, DayKind, Input, Limits, Need, Opening, OpeningException, Placement, Processing,
        Refusal, Resource, ServiceRules, ShiftException, Slot, Starts, Take, Taken, Weekly,
        WeeklyRule, WeeklyShift, explain, free_slots, nearest, next_free, place,
    },
};
use proptest::{prelude::*, sample::select, strategy::ValueTree, test_runner::TestRunner};
use uuid::Uuid;

/// Days with something in them: a clock change, or Japanese holidays in a row.
const PLACES: [(Tz, &str); 8] = [
    (chrono_tz::Asia::Tokyo, "2026-05-02"),
    (chrono_tz::Asia::Tokyo, "2026-09-21"),
    (chrono_tz::America::New_York, "2026-03-07"),
    (chrono_tz::America::New_York, "2026-10-31"),
    (chrono_tz::Australia::Lord_Howe, "2026-04-04"),
    (chrono_tz::Australia::Lord_Howe, "2026-10-03"),
    (chrono_tz::America::Santiago, "2026-09-05"),
    (chrono_tz::Asia::Kathmandu, "2026-12-31"),
];

fn span() -> impl Strategy<Value = WallSpan> {
    (0..116_u16, 1..60_u16).prop_map(|(from, length)| {
        let wall = |quarter: u16| WallTime::new(quarter.min(120) * 15).unwrap();
        WallSpan::new(wall(from), wall(from + length)).unwrap()
    })
}

fn perhaps_closed() -> impl Strategy<Value = Option<WallSpan>> {
    prop::option::weighted(0.92, span())
}

fn weekday() -> impl Strategy<Value = Weekday> {
    select(Weekday::ALL.to_vec())
}

fn date(from: NaiveDate) -> impl Strategy<Value = NaiveDate> {
    (-1..4_i64).prop_map(move |days| from + TimeDelta::days(days))
}

fn opening(from: NaiveDate) -> impl Strategy<Value = Opening> {
    let kind = prop_oneof![
        8 => weekday().prop_map(DayKind::Weekday),
        1 => Just(DayKind::Holiday),
        1 => Just(DayKind::DayBeforeHoliday),
    ];
    let week = prop::option::weighted(0.2, 1..=5_u8);
    let rule = (kind, week, perhaps_closed())
        .prop_map(|(day, week_of_month, span)| WeeklyRule {
            day,
            week_of_month,
            span,
        })
        .boxed();
    let exception = (date(from), perhaps_closed());
    let exception = exception.prop_map(|(date, span)| OpeningException { date, span });
    let always = prop::collection::vec(span(), 1..3);
    (
        prop::collection::vec(rule.clone(), 0..8),
        later(from, rule),
        prop::collection::vec(exception, 0..2),
        always,
        any::<bool>(),
    )
        .prop_map(|(mut weekly, later, exceptions, always, holidays)| {
            for span in always {
                weekly.extend(Weekday::ALL.map(|day| WeeklyRule {
                    day: DayKind::Weekday(day),
                    week_of_month: None,
                    span: Some(span),
                }));
            }
            let mut weekly = Weekly::from(weekly);
            if let Some((since, rules)) = later {
                weekly.replace(since, rules);
            }
            Opening {
                weekly,
                exceptions,
                holidays,
            }
        })
}

/// Perhaps another week from one of the days on.
fn later<T: std::fmt::Debug>(
    from: NaiveDate,
    rule: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Option<(NaiveDate, Vec<T>)>> {
    prop::option::weighted(0.3, (date(from), prop::collection::vec(rule, 0..20)))
}

pub(super) fn service() -> impl Strategy<Value = ServiceRules> {
    let lessons = prop::collection::vec((weekday(), 0..120_u16), 0..30).prop_map(|lessons| {
        let lessons = lessons.into_iter();
        let lessons = lessons.map(|(day, quarter)| (day, WallTime::new(quarter * 15).unwrap()));
        Starts::Timetable(lessons.collect())
    });
    (
        select(vec![15, 30, 30, 45, 45, 60, 60, 100, 1500]),
        select(vec![0, 0, 5, 15, 40]),
        select(vec![0, 0, 10, 30, 60]),
        select(vec![7, 15, 20, 30, 45, 60, 90]),
        select(vec![0, 0, 60, 500]),
        select(vec![0, 1, 2, 9, 9, 9]),
        select(vec![1, 1, 1, 1, 2, 3]),
        prop::option::weighted(0.3, processing()),
        prop_oneof![4 => Just(Starts::Grid), 1 => lessons],
    )
        .prop_map(
            |(
                minutes,
                before,
                after,
                step,
                notice_minutes,
                horizon_days,
                party,
                processing,
                starts,
            )| {
                ServiceRules {
                    minutes,
                    before,
                    after,
                    processing,
                    step,
                    notice_minutes,
                    horizon_days,
                    party,
                    starts,
                }
            },
        )
}

/// Some of them begin at once, at the end or later, and some reach beyond it.
fn processing() -> impl Strategy<Value = Processing> {
    let figures = select(vec![0, 5, 10, 15, 30, 45, 60]);
    (figures, select(vec![0, 5, 15, 30, 55]))
        .prop_map(|(after, minutes)| Processing { after, minutes })
}

fn resource(from: NaiveDate) -> impl Strategy<Value = Resource> {
    let midnight = from.and_hms_opt(0, 0, 0).unwrap().and_utc();
    let taken = (0..5_u16, -100..500_i64, 1..12_i64).prop_map(move |(seat, begin, length)| {
        let start = midnight + TimeDelta::minutes(begin * 10);
        let end = start + TimeDelta::minutes(length * 10);
        Taken { seat, start, end }
    });
    let shift = (weekday(), span())
        .prop_map(|(day, span)| WeeklyShift { day, span })
        .boxed();
    let exception = (date(from), perhaps_closed());
    let exception = exception.prop_map(|(date, span)| ShiftException { date, span });
    (
        select(vec![1, 2, 4, 6]),
        select(vec![2, 3, 3, 4]),
        prop::option::of(prop::collection::vec(shift.clone(), 8..30)),
        later(from, shift),
        prop::collection::vec(exception, 0..2),
        prop::collection::vec(taken, 0..20),
        0..3_u32,
    )
        .prop_map(
            |(capacity, party_max, shifts, later, exceptions, taken, seniority)| Resource {
                id: ResourceId(Uuid::nil()),
                capacity,
                party_max,
                shifts: shifts.map(|shifts| {
                    let mut shifts = Weekly::from(shifts);
                    if let Some((since, later)) = later {
                        shifts.replace(since, later);
                    }
                    shifts
                }),
                exceptions,
                taken,
                seniority,
            },
        )
}

/// Which resources each need may take, and how.
pub(super) fn needs() -> impl Strategy<Value = Vec<Need>> {
    let take = select(vec![Take::Exclusive, Take::Exclusive, Take::Seats]);
    let candidate = (0..5_u128, take).prop_map(|(index, take)| Candidate {
        resource: ResourceId(Uuid::from_u128(index + 1)),
        take,
        minutes: None,
    });
    let need = (prop::collection::vec(candidate, 1..5), any::<bool>()).prop_map(need);
    prop::collection::vec(need, 1..4)
}

pub(super) fn input() -> impl Strategy<Value = Input> {
    select(PLACES.to_vec()).prop_flat_map(|(zone, from)| {
        let from: NaiveDate = from.parse().unwrap();
        let midnight = from.and_hms_opt(0, 0, 0).unwrap().and_utc();
        (
            (-3000..500_i64).prop_map(move |ago| midnight + TimeDelta::minutes(ago)),
            1..3_u16,
            opening(from),
            service(),
            needs(),
            prop::collection::vec(resource(from), 5),
        )
            .prop_map(move |(now, days, opening, service, needs, mut resources)| {
                for (index, resource) in resources.iter_mut().enumerate() {
                    resource.id = ResourceId(Uuid::from_u128(index as u128 + 1));
                }
                Input {
                    zone,
                    now,
                    from,
                    days,
                    opening,
                    service,
                    needs,
                    later: None,
                    resources,
                    limits: Limits::default(),
                }
            })
    })
}

pub(super) fn as_begin(slot: &Slot) -> (DateTime<Utc>, NaiveDate, u16, u32, u32) {
    let wall = slot.minute.minutes();
    (slot.start, slot.date, wall, slot.left, slot.capacity)
}

pub(super) fn bookable(begins: &[Begin]) -> Vec<(DateTime<Utc>, NaiveDate, u16, u32, u32)> {
    let free = begins.iter().filter(|begin| begin.refusal.is_none());
    free.map(|begin| (begin.at, begin.date, begin.wall, begin.left, begin.full))
        .collect()
}

pub(super) fn spread(slots: &[Slot]) -> impl Iterator<Item = &Slot> {
    slots.iter().step_by(slots.len() / 5 + 1)
}

pub(super) fn taken(input: &Input, placed: &Placement) -> Input {
    let mut input = input.clone();
    for (id, seat, start, end) in placed.seats() {
        let mut resources = input.resources.iter_mut();
        let resource = resources.find(|one| one.id == id).unwrap();
        resource.taken.push(Taken { seat, start, end });
    }
    input
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_list_is_the_references_list(input in input()) {
        let begins = Reference::new(&input).begins();
        let listed: Vec<_> = free_slots(&input).iter().map(as_begin).collect();
        prop_assert_eq!(listed, bookable(&begins));
    }

    #[test]
    fn every_start_is_explained_as_the_reference_does(input in input()) {
        for begin in Reference::new(&input).begins() {
            prop_assert_eq!(explain(&input, begin.at), begin.refusal, "{}", begin.at);
        }
    }

    #[test]
    fn listed_is_what_can_be_placed_and_nothing_else(input in input(), odd in 1..19_i64) {
        let slots = free_slots(&input);
        let first = input.from.and_hms_opt(0, 0, 0).unwrap().and_utc() - TimeDelta::hours(20);
        let minutes = (0..4200).step_by(25).map(|minute| first + TimeDelta::minutes(minute + odd));
        for start in minutes.chain(slots.iter().map(|slot| slot.start)) {
            let placed = place(&input, start);
            let listed = slots.iter().any(|slot| slot.start == start);
            prop_assert_eq!(placed.is_ok(), listed, "{}: {:?}", start, placed);
            prop_assert_eq!(placed.err(), explain(&input, start));
        }
    }

    #[test]
    fn a_placement_takes_what_is_free_for_each_need(input in input()) {
        let slots = free_slots(&input);
        for slot in spread(&slots) {
            let placed = place(&input, slot.start).unwrap();
            prop_assert_eq!((placed.start, placed.end), (slot.start, slot.end));
            let mut used = Vec::new();
            for (need, taken) in input.needs.iter().zip(&placed.takes) {
                let (id, seats) = (&taken.resource, &taken.seats);
                let first = taken.spans.first().unwrap().0;
                let last = taken.spans.last().unwrap().1;
                let whole = (placed.occupied_from, placed.occupied_until);
                match need.leaves {
                    true => prop_assert!(whole.0 == first && last <= whole.1),
                    false => prop_assert_eq!(&taken.spans, &vec![whole]),
                }
                let take = need.candidates.iter().find(|one| one.resource == *id).unwrap().take;
                let resource = input.resources.iter().find(|one| one.id == *id).unwrap();
                let count = match take {
                    Take::Exclusive => usize::from(resource.capacity),
                    Take::Seats => input.service.party as usize,
                };
                prop_assert_eq!(seats.len(), count);
                prop_assert!(seats.is_sorted_by(|one, next| one < next));
                prop_assert!(seats.iter().all(|seat| *seat < resource.capacity));
                for other in &resource.taken {
                    let mut own = taken.spans.iter();
                    let apart = own.all(|(from, until)| other.end <= *from || *until <= other.start);
                    prop_assert!(apart || !seats.contains(&other.seat));
                }
                used.push(*id);
            }
            prop_assert_eq!(used.len(), input.needs.len());
            used.sort_unstable();
            used.dedup();
            prop_assert_eq!(used.len(), input.needs.len());
        }
    }

    #[test]
    fn booking_lowers_what_it_overlaps_and_nothing_else(input in input()) {
        let slots = free_slots(&input);
        let buffers = input.service.before + input.service.after;
        let reach = i64::from(input.service.minutes + buffers);
        for slot in spread(&slots) {
            let after = free_slots(&taken(&input, &place(&input, slot.start).unwrap()));
            for before in &slots {
                let now = after.iter().find(|other| other.start == before.start);
                let left = now.map_or(0, |other| other.left);
                let apart = (before.start - slot.start).abs() >= TimeDelta::minutes(reach);
                prop_assert!(left <= before.left);
                prop_assert!(!apart || left == before.left);
                prop_assert!(before.start != slot.start || left < before.left);
            }
            prop_assert!(after.len() <= slots.len());
        }
    }

    #[test]
    fn the_searches_agree_with_the_list(input in input(), wanted in -1000..4000_i64) {
        let slots = free_slots(&input);
        prop_assert_eq!(next_free(&input), slots.first().cloned());
        let wanted = input.from.and_hms_opt(0, 0, 0).unwrap().and_utc() + TimeDelta::minutes(wanted);
        let near = nearest(&input, wanted, 3);
        prop_assert_eq!(near.len(), slots.len().min(3));
        prop_assert!(near.is_sorted_by_key(|slot| slot.start));
        let farthest = near.iter().map(|slot| (slot.start - wanted).abs()).max();
        for slot in slots.iter().filter(|slot| !near.contains(slot)) {
            prop_assert!(Some((slot.start - wanted).abs()) >= farthest);
        }
    }
}

/// The properties prove nothing where nothing is offered, or nothing is ever in the way.
#[test]
fn the_shops_that_are_tried_are_worth_trying() {
    let mut runner = TestRunner::deterministic();
    let tried: Vec<Vec<Begin>> = (0..200)
        .map(|_| input().new_tree(&mut runner).unwrap().current())
        .map(|input| Reference::new(&input).begins())
        .collect();
    let offering = tried.iter().filter(|begins| !bookable(begins).is_empty());
    let offering = offering.count();
    assert!(offering >= 70, "{offering} of 200 offer anything");
    let begins: Vec<&Begin> = tried.iter().flatten().collect();
    for reason in [
        Refusal::PartyTooLarge,
        Refusal::Past,
        Refusal::TooSoon,
        Refusal::TooFar,
        Refusal::OutsideHours,
        Refusal::NobodyWorking,
        Refusal::Taken,
    ] {
        let refused = begins.iter().filter(|begin| begin.refusal == Some(reason));
        assert!(refused.count() >= 20, "{reason:?}");
    }
    // each need has somebody, but it is the same somebody
    let same = |begin: &&&Begin| begin.left > 0 && begin.refusal == Some(Refusal::Taken);
    assert!(begins.iter().filter(same).count() >= 20);
}
