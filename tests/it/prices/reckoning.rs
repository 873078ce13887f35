//! The reckoning itself: which rules hold when, in what order, and what they leave.

use chrono::{NaiveDate, TimeDelta};
use omotenashi::{
    base::{
        bilingual::Bilingual,
        ids::{PricingRuleId, ResourceId},
        time::{LocalDate, WallSpan, WallTime},
    },
    domain::catalog::{
        price::{Line, LineKind},
        rules::{self, Days, EVE, HOLIDAY, Occasion, PriceChange, PriceRule, Reach},
    },
};
use uuid::Uuid;

fn day(text: &str) -> LocalDate {
    text.parse().unwrap()
}

fn wall(text: &str) -> WallTime {
    WallTime::parse(text).unwrap()
}

fn span(from: &str, until: &str) -> Option<WallSpan> {
    WallSpan::new(wall(from), wall(until))
}

fn plain(change: PriceChange) -> PriceRule {
    PriceRule {
        id: PricingRuleId(Uuid::new_v4()),
        name: Bilingual::new("割引", "Offer"),
        days: Days::default(),
        span: None,
        dates: (None, None),
        resource: None,
        party: (None, None),
        ahead: (None, None),
        change,
        priority: 2,
    }
}

/// A Friday afternoon, alone, booked a day ahead.
fn friday() -> Occasion {
    Occasion {
        date: day("2026-11-20"),
        wall: Some(wall("14:00")),
        resource: None,
        party: 1,
        ahead: TimeDelta::hours(24),
    }
}

fn service(amount: i64) -> Line {
    Line {
        kind: LineKind::Service,
        name_ja: "カット".to_owned(),
        name_en: "Cut".to_owned(),
        quantity: 1,
        amount,
        tax_rate_percent: 10,
        option: None,
        part: None,
    }
}

fn amounts(rules: &[PriceRule], on: &Occasion, price: i64) -> Vec<i64> {
    let lines = rules::lines(rules, on, &service(price));
    lines.iter().map(|line| line.amount).collect()
}

#[test]
fn a_rule_holds_where_everything_it_asks_is_so() {
    let ten = PriceChange::Percent(-10);
    let person = ResourceId(Uuid::new_v4());
    let holds = |rule: PriceRule, on: Occasion| rule.holds(&on);
    let of = |change: &dyn Fn(&mut PriceRule)| {
        let mut rule = plain(ten);
        change(&mut rule);
        rule
    };
    let on = |change: &dyn Fn(&mut Occasion)| {
        let mut occasion = friday();
        change(&mut occasion);
        occasion
    };
    assert!(holds(plain(ten), friday()));
    let weekdays = of(&|rule| rule.days = Days::of(1..=5));
    assert!(holds(weekdays.clone(), friday()));
    assert!(!holds(
        weekdays.clone(),
        on(&|one| one.date = day("2026-11-21"))
    ));
    // 2026-11-23 is a Monday and a public holiday, 2026-11-22 a Sunday and the day before it.
    assert!(!holds(weekdays, on(&|one| one.date = day("2026-11-23"))));
    let feast = of(&|rule| rule.days = Days::of([HOLIDAY, EVE]));
    assert!(holds(
        feast.clone(),
        on(&|one| one.date = day("2026-11-23"))
    ));
    assert!(holds(
        feast.clone(),
        on(&|one| one.date = day("2026-11-22"))
    ));
    assert!(!holds(feast, friday()));
    let noon = of(&|rule| rule.span = span("10:00", "14:00"));
    assert!(!holds(noon.clone(), friday()), "the end is outside");
    assert!(holds(
        noon.clone(),
        on(&|one| one.wall = Some(wall("10:00")))
    ));
    assert!(!holds(noon, on(&|one| one.wall = None)));
    let dated = of(&|rule| rule.dates = (Some(day("2026-11-20")), Some(day("2026-11-20"))));
    assert!(holds(dated.clone(), friday()), "the last day is inside");
    assert!(!holds(dated, on(&|one| one.date = day("2026-11-21"))));
    let hers = of(&|rule| rule.resource = Some(person));
    assert!(!holds(hers.clone(), friday()));
    assert!(holds(hers, on(&|one| one.resource = Some(person))));
    let groups = of(&|rule| rule.party = (Some(4), Some(6)));
    assert!(!holds(groups.clone(), friday()));
    assert!(holds(groups.clone(), on(&|one| one.party = 6)));
    assert!(!holds(groups, on(&|one| one.party = 7)));
    let early = of(&|rule| rule.ahead = (Some(24), None));
    assert!(holds(early.clone(), friday()), "24 hours are 24 hours");
    assert!(!holds(
        early,
        on(&|one| one.ahead = TimeDelta::minutes(24 * 60 - 1))
    ));
    let late = of(&|rule| rule.ahead = (None, Some(24)));
    assert!(!holds(late.clone(), friday()), "and no less");
    assert!(holds(
        late.clone(),
        on(&|one| one.ahead = TimeDelta::minutes(24 * 60 - 1))
    ));
    assert!(holds(late, on(&|one| one.ahead = TimeDelta::hours(-1))));
}

#[test]
fn all_that_hold_add_up_rounded_down_and_nothing_costs_less_than_nothing() {
    let percent = |percent: i16| plain(PriceChange::Percent(percent));
    let amount = |amount: i64| plain(PriceChange::Amount(amount));
    assert_eq!(amounts(&[percent(-10)], &friday(), 1985), [-198]);
    assert_eq!(amounts(&[percent(10)], &friday(), 1985), [198]);
    // Each is a share of the price on the menu, not of what others left of it.
    assert_eq!(
        amounts(&[percent(-10), percent(-10)], &friday(), 1000),
        [-100, -100]
    );
    assert_eq!(
        amounts(&[amount(-700), amount(-700), amount(200)], &friday(), 1000),
        [-700, -300, 200]
    );
    assert_eq!(amounts(&[percent(-100)], &friday(), 0), [0; 0]);
    let four = Occasion {
        party: 4,
        ..friday()
    };
    assert_eq!(amounts(&[amount(-500)], &four, 8000), [-2000], "for each");
}

#[test]
fn the_lowest_and_the_highest_are_of_rules_that_can_meet() {
    let from = day("2026-11-20");
    let reach = Reach {
        from,
        days: 60,
        party: (1, 1),
        who: &[None],
    };
    let mut morning = plain(PriceChange::Percent(-30));
    morning.span = span("9:00", "12:00");
    let mut evening = plain(PriceChange::Percent(-20));
    evening.span = span("17:00", "20:00");
    let mut weekend = plain(PriceChange::Amount(500));
    weekend.days = Days::of([0, 6]);
    let mut over = plain(PriceChange::Percent(-90));
    over.dates = (None, NaiveDate::from_ymd_opt(2026, 11, 19));
    let mut groups = plain(PriceChange::Percent(-90));
    groups.party = (Some(2), None);
    let all = [morning, evening, weekend, over, groups];
    assert_eq!(rules::range(&all, 1000, &reach), (700, 1500));
    assert_eq!(rules::range(&[], 1000, &reach), (1000, 1000));
    let pairs = Reach {
        party: (1, 2),
        ..reach
    };
    assert_eq!(rules::range(&all, 1000, &pairs).0, 0);
}

#[test]
fn what_is_left_for_a_rule_is_what_others_leave_where_it_holds() {
    let reach = Reach {
        from: day("2026-11-20"),
        days: 60,
        party: (1, 4),
        who: &[None],
    };
    let mut monday = plain(PriceChange::Percent(-60));
    monday.days = Days::of([1]);
    let mut tuesday = plain(PriceChange::Percent(-60));
    tuesday.days = Days::of([2]);
    let always = plain(PriceChange::Percent(-10));
    let id = always.id;
    let all = [monday.clone(), tuesday.clone(), always];
    let left = rules::room(&all, id, 1000, &reach);
    assert_eq!(left, Some(400), "Monday and Tuesday never meet");
    assert_eq!(rules::room(&all, monday.id, 1000, &reach), Some(900));
    let mut never = plain(PriceChange::Percent(-10));
    never.party = (Some(5), None);
    let id = never.id;
    assert_eq!(rules::room(&[never], id, 1000, &reach), None);
}
