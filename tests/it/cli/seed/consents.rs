//! What guests of the demo town agreed to.

use super::TOWN;

#[test]
fn a_salon_and_a_clinic_know_what_was_agreed_to_and_what_was_taken_back() {
    let known = TOWN.each_business(
        "select concat_ws(' ', b.slug, string_agg(distinct k.kind, ',' order by k.kind), count(k.withdrawn_on))
         from bookings.consents k join businesses.businesses b on b.id = k.business_id group by b.slug",
    );
    assert_eq!(
        known,
        [
            "aoba-dental health,other,photos 1",
            "salon-hana marketing,photos 1"
        ]
    );
    // Whoever signs in as the guest of the town has agreed to something as well.
    let own = TOWN.count(
        "select count(*) from bookings.consents k join customers.customers c on c.id = k.customer_id where c.user_id is not null",
    );
    assert!(own >= 2, "{own}");
}

#[test]
fn nobody_agreed_before_they_had_been_there_or_in_a_language_that_is_not_theirs() {
    for wrong in [
        "select count(*) from bookings.consents k where not exists (select from bookings.bookings b
             where b.customer_id = k.customer_id and b.business_date = k.agreed_on and b.status = 'completed')",
        "select count(*) from bookings.consents k where k.withdrawn_on > '2026-11-20'
             or (k.withdrawn_on is null) <> (k.withdrawal_note = '')",
        "select count(*) from bookings.consents k join customers.customers c on c.id = k.customer_id
             where (c.locale = 'en') <> (k.wording !~ '[ぁ-ん]')",
        "select count(*) from bookings.consents k where k.written_by is null",
    ] {
        assert_eq!(TOWN.count(wrong), 0, "{wrong}");
    }
}
