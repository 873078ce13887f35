//! Tables that are put together: whiteboards, then every way there is tried.

use super::{
    board::{Board, check, check_chosen, check_left, check_reason},
    properties::{input, taken},
    reference::{Begin, Reference},
};
use omotenashi::{
    base::ids::ResourceId,
    domain::scheduling::availability::{
        Candidate, Chosen, Group, Input, Need, Placement, Refusal, Take, explain, free_slots, place,
    },
};
use proptest::{prelude::*, sample::select, strategy::ValueTree, test_runner::TestRunner};
use uuid::Uuid;

const FOURS: &str = "open 10-12 · table A seats 4 · table B seats 4 · table C seats 2";

#[test]
fn one_table_is_taken_where_one_fits() {
    let hall = format!("{FOURS} · joined A+B 3-8");
    check_chosen(&format!("{hall} · party 4"), "10", "A#0#1#2#3");
    check_chosen(&format!("{hall} · party 2"), "10", "C#0#1");
    // Both fours are taken: nothing is put beside a table that is enough by itself.
    let full = format!("{hall} · joined B+C 3-6 · party 3 · taken A 10-12");
    check_chosen(&full, "10", "B#0#1#2#3");
    check(&format!("{full} · taken B 10-12"), "");
}

#[test]
fn all_members_are_taken_or_none() {
    let hall = format!("{FOURS} · joined A+B 5-8 · party 6");
    check(&hall, "10:00 11:00");
    check_chosen(&hall, "10", "A#0#1#2#3 + B#0#1#2#3");
    check(&format!("{hall} · taken B 10:30-11"), "11:00");
    check(&format!("{hall} · taken C 10-12"), "10:00 11:00");
    check_left(&hall, "10:00=1/1 11:00=1/1");
}

#[test]
fn a_party_is_too_large_where_nothing_together_seats_it() {
    let hall = format!("{FOURS} · joined A+B 5-7");
    check_reason(&format!("{hall} · party 7"), "10", "free");
    check_reason(&format!("{hall} · party 8"), "10", "party-too-large");
    // The owner says ten, and there are eight seats.
    let more = format!("{FOURS} · joined A+B 5-10");
    check_reason(&format!("{more} · party 8"), "10", "free");
    check_reason(&format!("{more} · party 9"), "10", "party-too-large");
    check_reason(&format!("{more} · party 6 · taken A 10-11"), "10", "taken");
    let late = "open 10-12 · table A seats 4 · table B seats 4 11-12 · joined A+B 5-8 · party 6";
    check_reason(late, "10", "nobody-working");
    check_reason(late, "11", "free");
}

#[test]
fn the_fewest_tables_then_the_fewest_seats_then_the_owners_order() {
    let hall = "open 10-12 · table A seats 2 · table B seats 2 · table C seats 2 · table D seats 4 · table E seats 4";
    let few = format!("{hall} · joined A+B+C 5-6 · joined D+E 5-8 · party 5");
    check_chosen(&few, "10", "D#0#1#2#3 + E#0#1#2#3");
    let small = format!("{hall} · joined D+E 5-8 · joined C+D 5-6 · party 5");
    check_chosen(&small, "10", "C#0#1 + D#0#1#2#3");
    let order = format!("{hall} · joined B+E 5-6 · joined A+D 5-6 · party 5");
    check_chosen(&order, "10", "B#0#1 + E#0#1#2#3");
    let why = |line: &str| {
        let board = Board::read(line);
        let start = board.instant(board.input.from, "10");
        place(&board.input, start).unwrap().takes[0].chosen
    };
    let fewest = Chosen::FewestTables { own: 2, next: 3 };
    assert_eq!(why(&few), Some(fewest));
    assert_eq!(why(&small), Some(Chosen::Smallest { own: 6, next: 8 }));
    assert_eq!(why(&order), Some(Chosen::OwnersOrder));
}

#[test]
fn what_is_left_counts_parties_that_could_sit_one_after_another() {
    let hall = "open 10-11 · table A seats 4 · table B seats 4 · table C seats 4 · table D seats 4";
    let chain = format!("{hall} · joined A+B 5-8 · joined B+C 5-8 · joined C+D 5-8 · party 6");
    check_left(&chain, "10:00=2/2");
    check_left(&format!("{chain} · taken A 10-11"), "10:00=1/2");
}

/// Shops with one kind of thing, of which some go together, and parties that need that.
fn shops() -> impl Strategy<Value = Input> {
    let members = prop::collection::btree_set(0..5_u128, 2..4);
    let group = (members, 1..5_u32, 2..12_u32).prop_map(|(members, least, most)| Group {
        members: members.into_iter().map(id).collect(),
        least,
        most,
    });
    let alone = prop::collection::btree_set(0..5_u128, 1..6);
    let groups = prop::collection::vec(group, 1..5);
    (input(), alone, groups, select(vec![1, 2, 3, 4, 5, 6, 8])).prop_map(
        |(mut input, alone, groups, party)| {
            let candidate = |index| Candidate {
                resource: id(index),
                take: Take::Exclusive,
                minutes: None,
            };
            input.needs = vec![Need {
                candidates: alone.into_iter().map(candidate).collect(),
                leaves: false,
                groups,
            }];
            input.service.party = party;
            input
        },
    )
}

fn id(index: u128) -> ResourceId {
    ResourceId(Uuid::from_u128(index + 1))
}

/// Every way in which a party may sit, best first: the tables it takes. Of single tables all that are as large as the smallest
/// are as good.
fn ways(input: &Input) -> Vec<(usize, u32, usize, Vec<ResourceId>)> {
    let (need, party) = (&input.needs[0], input.service.party);
    let table = |id: &ResourceId| input.resources.iter().find(|one| one.id == *id).unwrap();
    let alone: Vec<ResourceId> = need.candidates.iter().map(|one| one.resource).collect();
    let alone: Vec<_> = alone
        .into_iter()
        .filter(|id| u32::from(table(id).party_max) >= party)
        .collect();
    let mut ways: Vec<_> = alone
        .iter()
        .map(|id| (1, u32::from(table(id).capacity), 0, vec![*id]))
        .collect();
    for (place, group) in need.groups.iter().enumerate() {
        let members = &group.members;
        let seats: u32 = members
            .iter()
            .map(|id| u32::from(table(id).party_max))
            .sum();
        let is_large = group.least <= party && party <= group.most && party <= seats;
        if is_large && !members.iter().any(|id| alone.contains(id)) {
            let size = members.iter().map(|id| u32::from(table(id).capacity)).sum();
            ways.push((members.len(), size, place + 1, members.clone()));
        }
    }
    ways.sort();
    ways
}

/// Each start of the calendar, and the same shop asked by one guest alone, so that only what is taken and who works decides.
fn starts(input: &Input) -> (Input, Vec<Begin>) {
    let mut one = input.clone();
    one.service.party = 1;
    one.needs = vec![Need {
        candidates: Vec::new(),
        leaves: false,
        groups: Vec::new(),
    }];
    for index in 0..5 {
        one.needs[0].candidates.push(Candidate {
            resource: id(index),
            take: Take::Exclusive,
            minutes: None,
        });
    }
    let begins = Reference::new(&one).begins();
    let is_open = |begin: &Begin| {
        matches!(
            begin.refusal,
            None | Some(Refusal::NobodyWorking | Refusal::Taken)
        )
    };
    let begins = begins.into_iter().filter(is_open).collect();
    (one, begins)
}

fn free<'w>(
    (one, begin): (&Input, &Begin),
    ways: &'w [(usize, u32, usize, Vec<ResourceId>)],
) -> Vec<&'w (usize, u32, usize, Vec<ResourceId>)> {
    let reference = Reference::new(one);
    let is_free = |id: &ResourceId| {
        let candidate = Candidate {
            resource: *id,
            take: Take::Exclusive,
            minutes: None,
        };
        reference.could(candidate, false, begin.at)
    };
    let all = ways.iter();
    all.filter(|(.., tables)| tables.iter().all(is_free))
        .collect()
}

fn tables(placed: &Placement) -> Vec<ResourceId> {
    placed.resources()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_best_way_that_is_free_is_taken_and_nothing_else_is_listed(input in shops()) {
        let (one, begins) = starts(&input);
        let ways = ways(&input);
        let slots = free_slots(&input);
        let mut known = 0;
        for begin in begins.iter().step_by(begins.len() / 12 + 1) {
            let free = free((&one, begin), &ways);
            let placed = place(&input, begin.at);
            let listed = slots.iter().find(|slot| slot.start == begin.at);
            prop_assert_eq!(placed.is_ok(), !free.is_empty(), "{}: {:?}", begin.at, placed);
            prop_assert_eq!(listed.is_some(), placed.is_ok());
            prop_assert_eq!(explain(&input, begin.at), placed.as_ref().err().copied());
            let (Ok(placed), Some(best)) = (placed, free.first()) else { continue };
            known += 1;
            match best.0 {
                1 => prop_assert!(free.iter().any(|way| (way.0, way.1) == (1, best.1) && way.3 == tables(&placed))),
                _ => prop_assert_eq!(tables(&placed), best.3.clone()),
            }
            for (id, seat, ..) in placed.seats() {
                let table = input.resources.iter().find(|one| one.id == id).unwrap();
                prop_assert!(seat < table.capacity);
            }
        }
        prop_assert!(known <= slots.len());
    }

    #[test]
    fn as_many_as_are_left_sit_down_one_after_another(input in shops()) {
        let slots = free_slots(&input);
        for slot in slots.iter().step_by(slots.len() / 3 + 1) {
            let mut now = input.clone();
            for _ in 0..slot.left {
                let placed = place(&now, slot.start);
                prop_assert!(placed.is_ok(), "{}: {:?}", slot.start, placed);
                now = taken(&now, &placed.unwrap());
            }
            prop_assert_eq!(place(&now, slot.start), Err(Refusal::Taken));
        }
    }
}

/// The properties prove nothing where nothing is ever put together, or where nothing is in the way of that.
#[test]
fn the_shops_that_are_tried_are_worth_trying() {
    let mut runner = TestRunner::deterministic();
    let tried = (0..300).map(|_| shops().new_tree(&mut runner).unwrap().current());
    let (mut together, mut several, mut full) = (0, 0, 0);
    for input in tried {
        let joined = ways(&input).into_iter().filter(|way| way.0 > 1).count();
        let slots = free_slots(&input);
        let is_joined = |start| place(&input, start).is_ok_and(|placed| placed.takes.len() > 1);
        let uses = slots.iter().any(|slot| is_joined(slot.start));
        together += usize::from(uses);
        several += usize::from(uses && joined > 1);
        let (_, begins) = starts(&input);
        full += usize::from(uses && begins.len() > slots.len());
    }
    assert!(
        together >= 25 && several >= 8 && full >= 10,
        "{together}, {several}, {full}"
    );
}
