//! Whoever edits a thing that others edit, too, does it on top of what they looked at: its form carries a version, and of two the
//! second is told.

use super::{files, nothing_wrong};

/// What of a thing is overwritten by a form that was opened before, as its page calls it.
const ACTS: [&str; 3] = [
    "pub async fn update(",
    "pub async fn change(",
    "pub async fn adjust(",
];

/// How a page carries what was looked at.
const CARRIED: [&str; 3] = ["version", "fingerprint", "seen"];

/// Pages that overwrite without it, and why nobody is overtaken there.
const ALONE: [(&str, &str); 19] = [
    ("src/web/account/business/edit.rs", "one's own application"),
    ("src/web/account/display.rs", "one's own"),
    ("src/web/account/email.rs", "proved by letters"),
    ("src/web/account/family_form.rs", "one's own"),
    ("src/web/account/messages.rs", "one's own"),
    ("src/web/account/password.rs", "one's own"),
    ("src/web/account/profile_edit.rs", "one's own"),
    ("src/web/account/reset.rs", "one's own"),
    (
        "src/web/owner/catalogue/order.rs",
        "one place, from where it stands",
    ),
    ("src/web/owner/customers/duplicates.rs", "a verdict"),
    ("src/web/owner/first_steps.rs", "a list is put away"),
    (
        "src/web/owner/imports/columns.rs",
        "counted when it is brought in",
    ),
    (
        "src/web/owner/imports/names.rs",
        "counted when it is brought in",
    ),
    (
        "src/web/owner/photos/acts.rs",
        "one press on one photograph",
    ),
    ("src/web/public/checkout/coupon.rs", "one's own hold"),
    ("src/web/staff/fold.rs", "one's own screen"),
    (
        "src/web/staff/limits.rs",
        "one more or one less of what stands",
    ),
    ("src/web/staff/pin.rs", "one's own"),
    ("src/web/staff/team/second_factor.rs", "on or off"),
];

/// What is done to something that stands, by a form of its own.
const BESIDES: [&str; 14] = [
    "src/web/operator/act.rs",
    "src/web/owner/customers/merging.rs",
    "src/web/owner/imports/write.rs",
    "src/web/owner/shifts/copy.rs",
    "src/web/owner/subject.rs",
    "src/web/public/bookings/offers.rs",
    "src/web/public/bookings/reschedule.rs",
    "src/web/staff/answering.rs",
    "src/web/staff/coupon.rs",
    "src/web/staff/coupon_off.rs",
    "src/web/staff/late.rs",
    "src/web/staff/note.rs",
    "src/web/staff/propose.rs",
    "src/web/staff/waiver.rs",
];

#[test]
fn every_form_by_which_somebody_edits_carries_a_version() {
    let mut wrong = Vec::new();
    for (file, text) in files("src/web", "rs") {
        let edits = ACTS.iter().any(|act| text.contains(act)) || BESIDES.contains(&file.as_str());
        let carries = CARRIED.iter().any(|word| text.contains(word));
        let is_alone = ALONE.iter().any(|(known, _)| *known == file);
        match (edits, carries, is_alone) {
            (true, false, false) => wrong.push(format!("{file} overwrites whatever stands there")),
            (true, true, true) => wrong.push(format!("{file} carries one; take it off the list")),
            (false, _, true) => wrong.push(format!("{file} edits nothing; take it off the list")),
            _ => {}
        }
    }
    nothing_wrong(&wrong);
}
