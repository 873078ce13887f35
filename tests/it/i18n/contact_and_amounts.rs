use super::{EN, JA};

#[test]
fn yen_are_whole_and_grouped() {
    let cases = [
        (0, "0円", "¥0"),
        (999, "999円", "¥999"),
        (1_000, "1,000円", "¥1,000"),
        (12_100, "12,100円", "¥12,100"),
        (-12_100, "-12,100円", "-¥12,100"),
        (123_456_789, "123,456,789円", "¥123,456,789"),
    ];
    for (yen, japanese, english) in cases {
        assert_eq!(JA.yen(yen), japanese);
        assert_eq!(EN.yen(yen), english);
    }
}

#[test]
fn a_price_says_that_tax_is_included_and_nothing_is_free() {
    assert_eq!(JA.price(12_100), "12,100円（税込）");
    assert_eq!(EN.price(12_100), "¥12,100 (tax incl.)");
    assert_eq!(JA.price(0), "無料");
    assert_eq!(EN.price(0), "Free");
}

#[test]
fn counts_have_their_unit_attached() {
    assert_eq!(JA.people(3), "3名");
    assert_eq!(EN.people(3), "3 people");
    assert_eq!(EN.people(1), "1 person");
    assert_eq!(JA.nights(2), "2泊");
    assert_eq!(JA.people(1_200), "1,200名");
    assert_eq!(EN.people(1_200), "1,200 people");
    assert_eq!(JA.number(-1_234_567), "-1,234,567");
}

#[test]
fn japanese_numbers_are_shown_as_dialled_at_home_and_with_the_country_abroad() {
    let cases = [
        ("+819012345678", "090-1234-5678", "+81 90 1234 5678"),
        ("+816012345678", "060-1234-5678", "+81 60 1234 5678"),
        ("+81312345678", "03-1234-5678", "+81 3 1234 5678"),
        ("+81751234567", "075-123-4567", "+81 75 123 4567"),
        ("+815012345678", "050-1234-5678", "+81 50 1234 5678"),
        ("+81120123456", "0120-123-456", "+81 120 123 456"),
    ];
    for (kept, japanese, english) in cases {
        assert_eq!(JA.phone(kept), japanese);
        assert_eq!(EN.phone(kept), english);
    }
}

#[test]
fn a_foreign_number_keeps_its_country() {
    assert_eq!(JA.phone("+12125550123"), "+1 212 555 0123");
    assert_eq!(EN.phone("+12125550123"), "+1 212 555 0123");
}

#[test]
fn what_is_no_number_is_shown_as_it_is() {
    assert_eq!(JA.phone("ask at the desk"), "ask at the desk");
    assert_eq!(JA.phone(""), "");
    assert_eq!(JA.postal_code("SW1A 1AA"), "SW1A 1AA");
    assert_eq!(JA.postal_code("東京都"), "東京都");
}

#[test]
fn postal_codes_have_their_hyphen() {
    assert_eq!(JA.postal_code("1500001"), "〒150-0001");
    assert_eq!(EN.postal_code("1500001"), "150-0001");
}
