//! Hours off: what is left of a day, and what comes back when they are not off after all.

use super::{
    OFFICE,
    time_off::{APPROVE, OWN, ben, count, done, line, shifts},
};
use crate::staff::scene::Friday;

#[test]
fn hours_are_taken_out_of_what_somebody_works() {
    let friday = Friday::new();
    let asked = ben(&friday)
        .open(OWN)
        .fill("kind", "sick")
        .fill("first", "2026-11-24")
        .fill("from", "1000")
        .fill("until", "13")
        .press("申請する");
    assert_eq!(asked.status, 200, "{}", asked.text());
    let page = shifts(&friday.aoi()).press(APPROVE);
    let week = line(&page, "鈴木");
    assert!(week[1].starts_with("13:00〜19:00"), "{week:?}");
    friday
        .app
        .clock()
        .set(crate::support::app::tokyo("2026-11-20 13:00"));
    let revoked = shifts(&friday.aoi()).press("承認を取り消す");
    done(&revoked, "休みの承認を取り消しました");
    assert!(!line(&revoked, "鈴木")[1].starts_with("13:00"));
}

#[test]
fn several_hours_of_one_day_are_taken_back_in_any_order() {
    for first in [0, 1] {
        let friday = Friday::new();
        let staff = friday.cast.salon.staff[1];
        friday
            .aoi()
            .open(&format!("{OFFICE}/shifts/{staff}/day?date=2026-11-24"))
            .fill("hoursa_from", "11:00")
            .fill("hoursa_until", "18:00")
            .press("保存");
        for (from, until) in [("12:00", "13:00"), ("15:00", "16:00")] {
            let asked = ben(&friday)
                .open(OWN)
                .fill("kind", "rest")
                .fill("first", "2026-11-24")
                .fill("from", from)
                .fill("until", until)
                .press("申請する");
            assert_eq!(asked.status, 200, "{}", asked.text());
            done(&shifts(&friday.aoi()).press(APPROVE), "休みを承認しました");
        }
        let day = || line(&shifts(&friday.aoi()), "鈴木")[1].clone();
        let both = day();
        for span in ["11:00〜12:00", "13:00〜15:00", "16:00〜18:00"] {
            assert!(both.contains(span), "{both}");
        }
        friday
            .app
            .clock()
            .set(crate::support::app::tokyo("2026-11-20 13:00"));
        let hours = ["12:00〜13:00", "15:00〜16:00"];
        let revoke = |hours: &str| {
            let page = shifts(&friday.aoi()).part(".requests li, li", hours);
            done(&page.press("承認を取り消す"), "休みの承認を取り消しました");
        };
        revoke(hours[first]);
        let one = day();
        let left = [
            ["11:00〜15:00", "16:00〜18:00"],
            ["11:00〜12:00", "13:00〜18:00"],
        ][first];
        assert!(left.iter().all(|span| one.contains(span)), "{one}");
        revoke(hours[1 - first]);
        assert!(day().starts_with("11:00〜18:00"), "{}", day());
        let off = "select count(*) from scheduling.staff_exceptions where time_off_id is not null";
        assert_eq!(count(&friday, off), 0);
    }
}
