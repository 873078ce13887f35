//! Whose card it is, case by case: what stands on the card, what was told, and what speaks for their being one.

use super::{a_card, house};
use omotenashi::{
    base::lang::Lang,
    domain::customers::{
        import,
        incoming::Incoming,
        likeness::{Known, Likeness, best, likeness},
        register::{Contact, Name, register},
    },
};
use serde_json::json;

/// `name reading / address / number`, any of which may be left out.
fn known(line: &str) -> Known<'_> {
    let mut parts = line.split('/').map(str::trim);
    let key = parts.next().unwrap();
    let mut way = || parts.next().filter(|text| !text.is_empty());
    Known {
        key,
        email: way(),
        phone: way(),
    }
}

#[test]
fn a_name_and_a_way_to_reach_them_agree_and_no_address_says_otherwise() {
    use Likeness::{Address, Claim, Namesake, None, Number};
    for (card, told, expected) in [
        // By the address, whatever the number: people change theirs.
        ("山田花 / a@x / 1", "山田花 / a@x / 1", Address),
        ("山田花 / a@x / 1", "山田花 / a@x / 2", Address),
        ("山田花 / a@x", "山田花 / a@x / 1", Address),
        ("山田花 / a@x / 1", "山田花 / a@x", Address),
        // By the number, as long as no two addresses differ.
        ("山田花 / / 1", "山田花 / / 1", Number),
        ("山田花 / a@x / 1", "山田花 / / 1", Number),
        ("山田花 / a@x / 1", "山田花 / b@x / 1", None),
        // An address that the card has not is a claim.
        ("山田花 / / 1", "山田花 / a@x / 1", Claim),
        // A household shares both, and nobody its name.
        ("山田花 / a@x / 1", "山田太郎 / a@x / 1", None),
        // A reading that one of them lacks does not count, and neither does another reading.
        ("山田花 ヤマダハナ / a@x", "山田花 / a@x", Address),
        (
            "山田花 ヤマダハナ / a@x",
            "山田花 サンダハナ / a@x",
            Address,
        ),
        // By name and reading alone, as long as nothing differs.
        ("山田花 ヤマダハナ", "山田花 ヤマダハナ", Namesake),
        ("山田花 ヤマダハナ / a@x / 1", "山田花 ヤマダハナ", Namesake),
        (
            "山田花 ヤマダハナ / / 1",
            "山田花 ヤマダハナ / a@x",
            Namesake,
        ),
        ("山田花 ヤマダハナ / a@x", "山田花 ヤマダハナ / b@x", None),
        ("山田花 ヤマダハナ / / 1", "山田花 ヤマダハナ / / 2", None),
        ("山田花", "山田花", None),
        ("山田花 ヤマダハナ", "山田花 ヤマダカ", None),
        ("山田花 / / 1", "山田花 / a@x / 2", None),
    ] {
        let found = likeness(known(card), known(told));
        assert_eq!(found, expected, "{card} ← {told}");
    }
}

#[test]
fn of_several_cards_the_one_for_which_most_speaks_is_meant_and_of_equals_the_first() {
    let all = [
        "山田花 / / 1",
        "山田花 / a@x / 2",
        "山田花 / a@x / 1",
        "山田太郎 / a@x / 1",
    ];
    let whose = |told: &str, enough: Likeness| {
        let cards = all.iter().map(|line| known(line)).enumerate();
        best(cards, known(told), enough)
    };
    assert_eq!(whose("山田花 / a@x / 1", Likeness::Number), Some(1));
    assert_eq!(whose("山田花 / / 1", Likeness::Number), Some(0));
    assert_eq!(whose("山田花 / b@x / 1", Likeness::Number), None);
    assert_eq!(
        whose("山田花 / b@x / 1", Likeness::Claim),
        Some(0),
        "the shop's own file"
    );
    assert_eq!(whose("山田太郎 / / 1", Likeness::Number), Some(3));
    assert_eq!(whose("山田花", Likeness::Claim), None);
}

#[test]
fn a_booking_and_a_file_find_the_same_card_and_only_a_file_believes_a_new_address() {
    let (app, cast) = house();
    let phone = |last: u8| format!("+81901111222{last}");
    let hanako = a_card(&app, &cast, ("山田 花子", ""), json!({"phone": phone(1)}));
    let more = json!({"phone": phone(1), "email": "taro@example.com"});
    let taro = a_card(&app, &cast, ("山田 太郎", ""), more);
    for (name, email, number, booked, filed) in [
        ("山田 花子", None, 1, Some(hanako), true),
        ("山田 花子", Some("hana@example.com"), 1, None, true),
        ("山田 花子", None, 2, None, false),
        ("山田 太郎", Some("taro@example.com"), 9, Some(taro), true),
        ("山田 太郎", None, 1, Some(taro), true),
        ("山田 太郎", Some("other@example.com"), 1, None, false),
        ("山田 次郎", Some("taro@example.com"), 1, None, false),
    ] {
        let contact = Contact {
            name: Name {
                display: name.to_owned(),
                ..Name::default()
            },
            email: email.map(str::to_owned),
            phone: Some(phone(number)),
            lang: Lang::Ja,
        };
        let line = Incoming {
            line: 2,
            contact: contact.clone(),
            is_vip: false,
            tags: Vec::new(),
        };
        let (found, plan) = app.tenant(cast.salon.id, move |tx| {
            let card = register(tx, &contact)?;
            let found = card.new.is_none().then_some(card.id);
            let (_, plan) = import::stage(tx, std::slice::from_ref(&line), false)?;
            Ok((found, plan))
        });
        assert_eq!(found, booked, "{name} {email:?} {number}");
        assert_eq!(
            (plan.known == 1, plan.new == 0),
            (filed, filed),
            "{name} {email:?} {number}"
        );
    }
}
