use super::scene::Platform;
use omotenashi::{
    base::ids::{BusinessId, UserId},
    domain::platform::flag::{Flag, Subject, place},
};
use uuid::Uuid;

fn flag(percent: i16) -> Flag {
    Flag {
        name: "new-calendar".to_owned(),
        description: String::new(),
        is_enabled: true,
        percent,
        users: Vec::new(),
        businesses: Vec::new(),
    }
}

fn person(number: u128) -> Subject {
    Subject {
        user: Some(UserId(Uuid::from_u128(number))),
        business: None,
    }
}

/// Keys as they really are: random, but the same in each run.
fn people() -> impl Iterator<Item = Subject> {
    (0..20_000_u128).map(|n| person(n.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835)))
}

#[test]
fn everything_must_pass_and_an_empty_list_passes_everybody() {
    let (one, other) = (person(1), person(2));
    let shop = BusinessId(Uuid::from_u128(9));
    let at_shop = Subject {
        business: Some(shop),
        ..one
    };
    assert!(flag(100).is_on(one) && flag(100).is_on(Subject::default()));
    assert!(
        !Flag {
            is_enabled: false,
            ..flag(100)
        }
        .is_on(one)
    );
    let listed = Flag {
        users: vec![Uuid::from_u128(1)],
        ..flag(100)
    };
    assert!(listed.is_on(one) && !listed.is_on(other) && !listed.is_on(Subject::default()));
    let both = Flag {
        businesses: vec![shop.0],
        ..listed.clone()
    };
    assert!(both.is_on(at_shop), "both lists");
    assert!(!both.is_on(one), "not at that shop");
    assert!(
        !Flag { percent: 0, ..both }.is_on(at_shop),
        "nobody is in a share of nothing"
    );
    assert!(
        !flag(50).is_on(Subject::default()),
        "nobody in particular is in no share"
    );
}

#[test]
fn a_share_is_as_large_as_it_says() {
    for percent in [1, 10, 33, 50, 90, 99] {
        let on = people().filter(|who| flag(percent).is_on(*who)).count();
        let share = on as f64 / 200.0;
        assert!(
            (share - f64::from(percent)).abs() < 1.0,
            "{percent} % became {share} %"
        );
    }
}

#[test]
fn whoever_is_in_stays_in_while_the_share_grows_and_each_feature_draws_anew() {
    for who in people().take(2_000) {
        for (small, large) in [(5, 6), (10, 50), (50, 99)] {
            assert!(!flag(small).is_on(who) || flag(large).is_on(who), "{who:?}");
        }
    }
    let other = Flag {
        name: "new-letters".to_owned(),
        ..flag(50)
    };
    let both = people()
        .filter(|who| flag(50).is_on(*who) && other.is_on(*who))
        .count();
    assert!(
        (4_700..5_300).contains(&both),
        "{both} of 20000 are in both halves"
    );
}

#[test]
fn the_place_of_somebody_never_changes() {
    // Whoever changes how it is reckoned throws everybody out of every half-open feature.
    let who = Uuid::from_u128(0x1234_5678_9abc_def0_1234_5678_9abc_def0);
    assert_eq!(
        (place("new-calendar", who), place("new-letters", who)),
        PLACES
    );
}

const PLACES: (u64, u64) = (4_968, 4_062);

#[test]
fn an_operator_makes_and_changes_a_flag_and_is_named_in_the_trail() {
    let platform = Platform::new();
    let fumiko = platform.fumiko.sign_in(&platform.app);
    let form = fumiko.open("/en/operator/flags").follow("Add a feature");
    let wrong = form
        .fill("name", "New Calendar")
        .fill("percent", "101")
        .fill("users", "nobody")
        .press("Save");
    assert_eq!(
        (wrong.status, wrong.errors().len()),
        (422, 3),
        "{:?}",
        wrong.errors()
    );
    assert_eq!(wrong.field("users").value, "nobody");
    let made = wrong
        .fill("name", "new-calendar")
        .fill("percent", "10")
        .fill(
            "users",
            &format!("{}\n{}", platform.cast.aoi.user, platform.cast.ben.user),
        )
        .tick("enabled", "yes")
        .press("Save");
    assert_eq!(
        made.flash().as_deref(),
        Some("The feature was saved"),
        "{}",
        made.text()
    );
    assert!(
        made.text().contains("10% share") && made.text().contains("2 people"),
        "{}",
        made.text()
    );
    let again = form.fill("name", "new-calendar").press("Save");
    assert_eq!(
        again.error("name").as_deref(),
        Some("There is already a feature of this name")
    );
    let (first, second) = (made.follow("new-calendar"), made.follow("new-calendar"));
    assert!(
        first
            .fill("percent", "50")
            .press("Save")
            .text()
            .contains("50% share")
    );
    let late = second.fill("percent", "20").press("Save");
    assert!(
        late.flash().unwrap().contains("Someone else"),
        "{}",
        late.text()
    );
    let trail = platform.trail("feature_flags");
    let change = trail.iter().find(|row| row["action"] == "update").unwrap();
    assert_eq!(
        (
            &change["before"]["rollout_percent"],
            &change["after"]["rollout_percent"]
        ),
        (&10.into(), &50.into())
    );
    assert_eq!(change["actor"], serde_json::json!(platform.fumiko.user));
}
