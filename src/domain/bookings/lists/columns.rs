//! Which columns each list has, in their order: what [`super::sql`] gives comes in the same.

use super::List;
use crate::base::column::{Column, flag, label, phone, plain};

pub(super) const fn of(list: List) -> &'static [Column] {
    match list {
        List::Bookings => &BOOKINGS,
        List::History => &HISTORY,
        List::Answers => &ANSWERS,
        List::Customers => &CUSTOMERS,
        List::Notes => &NOTES,
        List::Consents => &CONSENTS,
        List::Charts => &CHARTS,
        List::Services => &SERVICES,
        List::Options => &OPTIONS,
        List::Categories => &CATEGORIES,
        List::Resources => &RESOURCES,
        List::Policies => &POLICIES,
        List::PriceRules => &PRICE_RULES,
        List::Coupons => &COUPONS,
        List::Hours => &HOURS,
        List::Dates => &DATES,
        List::Shifts => &SHIFTS,
        List::ShiftDates => &SHIFT_DATES,
        List::Blocks => &BLOCKS,
        List::Team => &TEAM,
        List::Photos => &PHOTOS,
    }
}

const BOOKINGS: [Column; 17] = [
    plain("number"),
    plain("date"),
    plain("start"),
    plain("end"),
    label("status", "status"),
    plain("service"),
    plain("staff"),
    flag("nominated"),
    plain("party"),
    plain("price"),
    plain("currency"),
    plain("guest"),
    phone("phone"),
    plain("email"),
    label("source", "source"),
    plain("guest-note"),
    plain("made-at"),
];
const HISTORY: [Column; 7] = [
    plain("number"),
    plain("at"),
    label("by", "actor"),
    plain("field"),
    plain("before"),
    plain("after"),
    plain("reason"),
];
const ANSWERS: [Column; 8] = [
    plain("number"),
    plain("date"),
    plain("guest"),
    plain("question"),
    plain("answer"),
    plain("signed"),
    plain("signed-at"),
    plain("file"),
];
/// As `customers::incoming::Column::ALL`, so that such a file can be brought in again.
const CUSTOMERS: [Column; 13] = [
    plain("number"),
    plain("family"),
    plain("given"),
    plain("name"),
    plain("family-kana"),
    plain("given-kana"),
    phone("phone"),
    plain("email"),
    plain("language"),
    flag("vip"),
    plain("no-shows"),
    plain("tags"),
    plain("since"),
];
const NOTES: [Column; 5] = [
    plain("guest-number"),
    plain("guest"),
    label("kind", "note"),
    plain("note"),
    plain("at"),
];
const CONSENTS: [Column; 12] = [
    plain("guest-number"),
    plain("guest"),
    label("kind", "consent"),
    plain("about"),
    plain("wording"),
    plain("agreed-on"),
    label("way", "way"),
    plain("signed"),
    plain("written-by"),
    plain("number"),
    plain("withdrawn-on"),
    plain("withdrawal-note"),
];
/// A line a heading, and one a photograph.
const CHARTS: [Column; 9] = [
    plain("guest-number"),
    plain("guest"),
    plain("date"),
    plain("heading"),
    plain("note"),
    label("stage", "stage"),
    plain("file"),
    plain("written-by"),
    plain("at"),
];
const SERVICES: [Column; 18] = [
    plain("category"),
    plain("name-ja"),
    plain("name-en"),
    plain("minutes"),
    plain("price"),
    plain("tax"),
    plain("buffer-before"),
    plain("buffer-after"),
    plain("processing-after"),
    plain("processing-minutes"),
    plain("party-min"),
    plain("party-max"),
    label("audience", "audience"),
    plain("deposit"),
    plain("policy"),
    flag("shown"),
    plain("about-ja"),
    plain("about-en"),
];
const OPTIONS: [Column; 9] = [
    plain("group-ja"),
    plain("group-en"),
    flag("single"),
    flag("required"),
    plain("name-ja"),
    plain("name-en"),
    plain("price"),
    plain("minutes"),
    plain("services"),
];
const CATEGORIES: [Column; 3] = [plain("name-ja"), plain("name-en"), plain("services")];
const RESOURCES: [Column; 12] = [
    label("kind", "resource"),
    plain("name-ja"),
    plain("name-en"),
    plain("kana"),
    plain("capacity"),
    plain("party-max"),
    flag("nominable"),
    plain("nomination-fee"),
    flag("shown"),
    plain("about-ja"),
    plain("about-en"),
    flag("online"),
];
const POLICIES: [Column; 6] = [
    plain("name"),
    flag("default"),
    plain("steps"),
    plain("no-show"),
    plain("basis-ja"),
    plain("basis-en"),
];
const PRICE_RULES: [Column; 17] = [
    plain("turn"),
    plain("name-ja"),
    plain("name-en"),
    plain("percent"),
    plain("amount"),
    label("weekdays", "weekday"),
    plain("begins-from"),
    plain("begins-before"),
    plain("first-date"),
    plain("last-date"),
    plain("staff"),
    plain("party-min"),
    plain("party-max"),
    plain("ahead-min"),
    plain("ahead-max"),
    flag("all-services"),
    plain("services"),
];
const COUPONS: [Column; 14] = [
    plain("code"),
    plain("name-ja"),
    plain("name-en"),
    plain("percent"),
    plain("amount"),
    plain("least"),
    plain("first-date"),
    plain("last-date"),
    plain("most-uses"),
    plain("most-each"),
    flag("for-new"),
    plain("used"),
    flag("all-services"),
    plain("services"),
];
const HOURS: [Column; 6] = [
    plain("valid-from"),
    label("weekday", "weekday"),
    plain("week-of-month"),
    plain("opens"),
    plain("closes"),
    flag("closed"),
];
const DATES: [Column; 5] = [
    plain("date"),
    plain("opens"),
    plain("closes"),
    plain("reason"),
    plain("reason-en"),
];
const SHIFTS: [Column; 5] = [
    plain("staff"),
    plain("valid-from"),
    label("weekday", "weekday"),
    plain("start"),
    plain("end"),
];
const SHIFT_DATES: [Column; 6] = [
    plain("staff"),
    plain("date"),
    flag("working"),
    plain("start"),
    plain("end"),
    plain("note"),
];
const BLOCKS: [Column; 5] = [
    plain("staff"),
    plain("date"),
    plain("start"),
    plain("end"),
    plain("reason"),
];
const TEAM: [Column; 5] = [
    plain("person"),
    label("role", "role"),
    plain("calendar"),
    plain("joined"),
    plain("left"),
];
const PHOTOS: [Column; 5] = [
    plain("file"),
    label("place", "photo"),
    plain("caption-ja"),
    plain("caption-en"),
    flag("featured"),
];
