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
        .fill("users", "Aoi@example.com\nｂｅｎ＠example.com")
        .tick("enabled", "yes")
        .press("Save");
    assert_eq!(
        made.flash().as_deref(),
        Some("The feature was saved"),
        "{}",
        made.text()
    );
    assert!(
        made.text().contains("10% rollout") && made.text().contains("2 people"),
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
            .contains("50% rollout")
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

#[test]
fn for_whom_a_feature_is_on_is_written_by_address_and_word_and_kept_by_key() {
    let platform = Platform::new();
    let (app, cast) = (&platform.app, &platform.cast);
    let fumiko = platform.fumiko.sign_in(app);
    let form = fumiko.open("/ja/operator/flags/new");
    let unknown = form
        .fill("name", "new-calendar")
        .fill("users", "aoi@example.com\nnobody@example.com, x")
        .fill("businesses", "aoi-salon\nno-salon")
        .press("保存する");
    assert_eq!(unknown.status, 422);
    assert_eq!(
        unknown.error("users").as_deref(),
        Some("該当する利用者がいません: nobody@example.com, x")
    );
    assert_eq!(
        unknown.error("businesses").as_deref(),
        Some("該当する店舗がありません: no-salon")
    );
    let typed = "aoi@example.com\nnobody@example.com, x";
    assert_eq!(unknown.field("users").value, typed);
    assert_eq!(unknown.field("businesses").value, "aoi-salon\nno-salon");
    let own_key = cast.ben.user.to_string();
    let by_key = unknown.fill("users", &own_key).fill("businesses", "");
    let refused = by_key.press("保存する").error("users");
    let told = format!("該当する利用者がいません: {own_key}");
    assert_eq!(refused, Some(told), "a key is not what people are called");
    let saved = unknown
        .fill("users", "Aoi@Example.com\nben@example.com\naoi@example.com")
        .fill("businesses", "chika-clinic aoi-salon")
        .press("保存する");
    assert_eq!(saved.status, 200, "{}", saved.text());
    let kept = "select target_user_ids::text || target_business_ids::text as line \
                from platform.feature_flags where name = 'new-calendar'";
    let (aoi, ben) = (cast.aoi.user, cast.ben.user);
    let shops = (platform.business("chika-clinic"), cast.salon.id);
    assert_eq!(
        platform.lines(kept.to_owned()),
        [format!("{{{aoi},{ben}}}{{{},{}}}", shops.0, shops.1)]
    );
    let again = saved.follow("new-calendar");
    assert_eq!(
        again.field("users").value,
        "aoi@example.com\nben@example.com"
    );
    assert_eq!(again.field("businesses").value, "chika-clinic\naoi-salon");
    // Who has gone stands there as a key and stays, unless an operator takes it away.
    app.platform(move |tx| {
        let gone = format!("update accounts.users set deleted_at = now() where id = '{ben}'");
        crate::support::sql::run(tx.conn(), &gone);
        Ok(())
    });
    let gone = saved.follow("new-calendar");
    assert_eq!(gone.field("users").value, format!("aoi@example.com\n{ben}"));
    assert_eq!(gone.press("保存する").status, 200);
    assert!(platform.lines(kept.to_owned())[0].contains(&own_key));
}

#[test]
fn who_was_in_too_long_proves_themselves_before_switching_anything() {
    let platform = Platform::new();
    let app = &platform.app;
    let fumiko = platform.fumiko.sign_in(app);
    let made = fumiko
        .open("/ja/operator/flags/new")
        .fill("name", "new-calendar")
        .press("保存する");
    let flag = made.follow("new-calendar");
    let switch = fumiko.open("/ja/operator/bookings");
    let csrf = super::scene::csrf(&switch);
    let later = |minutes| {
        app.clock()
            .set(app.clock().now() + chrono::TimeDelta::minutes(minutes));
    };
    let doors = ["/ja/operator/flags/new", "/ja/operator/bookings", &flag.url];
    later(11);
    for door in doors {
        let there = fumiko.visit(door);
        let there = there.location().unwrap_or_default();
        assert!(
            there.starts_with("/ja/account/confirm?next="),
            "{door}: {there}"
        );
    }
    let done = switch
        .fill("reason", "二重予約の調査")
        .press("全店舗の予約受付を止める");
    assert!(
        done.url.starts_with("/ja/account/confirm"),
        "done, and shown after the password"
    );
    later(20);
    for door in doors {
        let pairs = [
            ("csrf", csrf.as_str()),
            ("version", "2"),
            ("reason", "x"),
            ("name", "late"),
        ];
        let there = fumiko.post(door, &pairs);
        let there = there.location().unwrap_or_default();
        assert!(
            there.starts_with("/ja/account/confirm?next="),
            "{door}: {there}"
        );
    }
    let stopped = "select is_stopped::text as line from platform.switches";
    assert_eq!(platform.lines(stopped.to_owned()), ["true"]);
    let flags = "select name as line from platform.feature_flags where name = 'late'";
    assert!(platform.lines(flags.to_owned()).is_empty());
}
