//! What may be more than a name is not taken for one.

use omotenashi::base::text::is_plain_name;

#[test]
fn names_of_people_are_names() {
    for name in [
        "山田 花子",
        "𠮟 髙﨑",
        "葛\u{E0100} ﾀﾛｳ",
        "佐々木 ゔぃくとりあ",
        "Grace O'Brien",
        "Martin L. King, Jr.",
        "María-José Ñáñez",
        "ジャン・リュック",
        "محمد",
        "か\u{3099}とう 花",
    ] {
        assert!(is_plain_name(name), "{name}");
    }
}

#[test]
fn what_may_be_a_link_a_number_or_a_message_is_none() {
    for name in [
        "",
        "\u{3164}",
        "https://evil.example",
        "evil.example",
        "www.evil",
        "evil．example",
        "evil。example",
        "a@b",
        "LINE ID zz99",
        "call 0120",
        "おめでとうございます!",
        "あなたは百万円に当選しましたすぐにご連絡ください",
        "Dear winner please call the number you know at once",
        "<b>",
    ] {
        assert!(!is_plain_name(name), "{name}");
    }
}
