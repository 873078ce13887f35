//! Several services in one visit, taken at the counter: for whoever books, and for those who come along.

mod bad_days;
mod columns;
mod moving;
mod repeating;
mod rules;

use super::scene::{DESK, Friday};
use crate::support::{
    browser::{Browser, Page},
    build::a_service,
    people::lines,
};
use omotenashi::base::ids::ServiceId;

/// Aoi's salon with a colour of 45 minutes beside the cut of an hour.
pub struct Salon {
    pub friday: Friday,
    pub colour: ServiceId,
}

impl Salon {
    pub fn new() -> Self {
        let friday = Friday::new();
        let colour = a_service(&friday.app, &friday.cast.salon).named("カラー", "Colour");
        let colour = colour.minutes(45).price(7700).build().id;
        Self { friday, colour }
    }

    /// The form with a cut in it at that time, and room for one more service.
    pub fn form(&self, aoi: &Browser, (date, time): (&str, &str)) -> Page {
        aoi.open(&format!("{DESK}/bookings/new"))
            .fill("service", &self.friday.cast.cut.id.to_string())
            .fill("date", date)
            .fill("time", time)
            .fill("family", "山本")
            .press("メニューを追加")
    }

    /// The page of a booked cut with a colour after it, by those of these places.
    pub fn booked(&self, at: (&str, &str), (first, second): (usize, usize)) -> Page {
        let staff = |place: usize| self.friday.cast.salon.staff[place].to_string();
        let page = self
            .form(&self.friday.aoi(), at)
            .fill("staff", &staff(first))
            .fill("service-2", &self.colour.to_string())
            .fill("staff-2", &staff(second))
            .press("予約を追加");
        assert_eq!(page.status, 200, "{:?}", page.errors());
        page
    }

    /// Each line that there is: which, whose, by whom, from when until when.
    pub fn lines(&self) -> Vec<String> {
        self.sql(
            "select part || ' ' || guest || ' ' || array_position(array(select id from scheduling.resources order by sort_order, id), resource_id) \
             || ' ' || to_char(start_at at time zone 'Asia/Tokyo', 'HH24:MI') || '-' || to_char(end_at at time zone 'Asia/Tokyo', 'HH24:MI') as line \
             from bookings.booking_lines order by booking_id, part",
        )
    }

    /// What the visit takes: of whom, from when until when.
    pub fn taken(&self) -> Vec<String> {
        self.sql(
            "select array_position(array(select id from scheduling.resources order by sort_order, id), resource_id) \
             || ' ' || to_char(start_at at time zone 'Asia/Tokyo', 'HH24:MI') || '-' || to_char(end_at at time zone 'Asia/Tokyo', 'HH24:MI') as line \
             from scheduling.allocations where booking_id in (select booking_id from bookings.booking_lines) order by start_at, 1",
        )
    }

    pub fn sql(&self, query: &str) -> Vec<String> {
        lines(&self.friday.app, self.friday.cast.salon.id, query)
    }

    fn bookings(&self) -> i64 {
        let all = "select count(*) from bookings.bookings";
        self.friday.app.count(self.friday.cast.salon.id, all)
    }
}

const WEDNESDAY: &str = "2026-11-25";

#[test]
fn a_cut_and_a_colour_are_one_booking_one_after_the_other() {
    let salon = Salon::new();
    let before = salon.bookings();
    let page = salon.booked((WEDNESDAY, "1003"), (0, 1));
    assert_eq!(page.heading(), "山本 様");
    assert_eq!(salon.bookings(), before + 1);
    assert_eq!(salon.lines(), ["0 0 1 10:03-11:03", "1 0 2 11:03-11:48"]);
    assert_eq!(salon.taken(), ["1 10:03-11:03", "2 11:03-11:48"]);
    let text = page.text();
    for said in [
        "11月25日(水) 10:03〜11:48",
        "10:03〜11:03 カット（佐藤）",
        "11:03〜11:48 カラー（鈴木）",
        "5,500円",
        "7,700円",
        "13,200円",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
}

#[test]
fn who_comes_along_is_served_beside_whoever_books() {
    let salon = Salon::new();
    let page = salon
        .form(&salon.friday.aoi(), (WEDNESDAY, "10:00"))
        .fill("service-2", &salon.colour.to_string())
        .fill("guest-2", "1")
        .press("予約を追加");
    assert_eq!(page.status, 200, "{:?}", page.errors());
    let lines = salon.lines();
    assert!(lines[0].starts_with("0 0 ") && lines[0].ends_with("10:00-11:00"));
    assert!(lines[1].starts_with("1 1 ") && lines[1].ends_with("10:00-10:45"));
    assert_ne!(lines[0][4..5], lines[1][4..5], "{lines:?}");
    assert_eq!(
        salon.sql("select party_size::text as line from bookings.bookings where id in (select booking_id from bookings.booking_lines)"),
        ["2"]
    );
    assert!(
        page.text().contains("カラー（お連れ様）"),
        "{}",
        page.text()
    );
}

#[test]
fn what_is_wrong_is_said_at_its_service_and_everything_typed_is_kept() {
    let salon = Salon::new();
    let before = salon.bookings();
    let ben = salon.friday.cast.salon.staff[1].to_string();
    let page = salon
        .form(&salon.friday.aoi(), (WEDNESDAY, "10:00"))
        .fill("staff-2", &ben)
        .fill("guest-2", "2")
        .fill("phone", "090-1111-2222")
        .press("予約を追加");
    assert_eq!(page.status, 422);
    assert_eq!(page.error("service-2").unwrap(), "メニューを選んでください");
    assert_eq!(page.errors().len(), 1, "{:?}", page.errors());
    for (field, typed) in [
        ("service", salon.friday.cast.cut.id.to_string().as_str()),
        ("staff-2", ben.as_str()),
        ("guest-2", "2"),
        ("time", "10:00"),
        ("phone", "090-1111-2222"),
    ] {
        assert_eq!(page.field(field).value, typed, "{field}");
    }
    assert_eq!(salon.bookings(), before);
    // Without the second it is the booking that it would have been without it.
    let alone = page.press("2つ目のメニューを外す");
    assert!(!alone.html.contains("service-2"));
    assert_eq!(alone.field("phone").value, "090-1111-2222");
    let booked = alone.press("予約を追加");
    assert_eq!(booked.status, 200, "{:?}", booked.errors());
    assert!(salon.lines().is_empty());
    assert_eq!(salon.bookings(), before + 1);
}

#[test]
fn a_service_in_front_can_go_and_the_others_keep_their_order() {
    let salon = Salon::new();
    let (cut, colour) = (
        salon.friday.cast.cut.id.to_string(),
        salon.colour.to_string(),
    );
    let page = salon
        .form(&salon.friday.aoi(), (WEDNESDAY, "10:00"))
        .fill("service-2", &colour)
        .press("メニューを追加")
        .fill("service-3", &cut)
        .press("1つ目のメニューを外す");
    assert_eq!(page.field("service").value, colour);
    assert_eq!(page.field("service-2").value, cut);
    assert!(!page.html.contains("service-3"));
    let booked = page.press("予約を追加");
    assert_eq!(booked.status, 200, "{:?}", booked.errors());
    let services = "select part || ' ' || (service_id = '{}')::text as line from bookings.booking_lines order by part";
    assert_eq!(
        salon.sql(&services.replace("{}", &colour)),
        ["0 true", "1 false"]
    );
}

#[test]
fn the_times_and_the_sum_are_those_of_the_whole_visit() {
    let salon = Salon::new();
    let times = |page: &Page| page.document().texts("#times button");
    let aoi = salon.friday.aoi();
    let page = salon.form(&aoi, (WEDNESDAY, "10:00"));
    let alone = times(&page.press("空き時間を見る"));
    let page = page
        .fill("service-2", &salon.colour.to_string())
        .press("空き時間を見る");
    let whole = times(&page);
    // Until seven there is an hour left at six, and not the three quarters after it.
    assert!(alone.contains(&"18:00".to_owned()), "{alone:?}");
    assert!(whole.contains(&"17:00".to_owned()), "{whole:?}");
    assert!(!whole.contains(&"18:00".to_owned()), "{whole:?}");
    let sum = page.document().words(".new-sum").unwrap();
    assert!(
        sum.contains("10:00〜11:45") && sum.contains("105分") && sum.contains("13,200円"),
        "{sum}"
    );
    // One press on a time takes all of it.
    let booked = page.press("17:00");
    assert_eq!(booked.status, 200, "{:?}", booked.errors());
    let lines = salon.lines();
    assert!(
        lines[0].ends_with("17:00-18:00") && lines[1].ends_with("18:00-18:45"),
        "{lines:?}"
    );
}

#[test]
fn what_stands_in_the_way_of_any_service_is_told_and_the_nearest_time_takes_all() {
    let salon = Salon::new();
    let before = salon.bookings();
    let ben = salon.friday.cast.salon.staff[1].to_string();
    // Ben has the next guest at two: the colour after this cut would run into that.
    let page = salon
        .form(&salon.friday.aoi(), ("2026-11-20", "12:30"))
        .fill("staff", &ben)
        .fill("service-2", &salon.colour.to_string())
        .fill("staff-2", &ben)
        .press("予約を追加");
    assert_eq!(page.status, 409);
    let clash = page.part(".clash", "重なって");
    assert!(
        clash.text().contains("14:00〜15:00 Nguyen Linh 様"),
        "{}",
        clash.text()
    );
    assert_eq!(salon.bookings(), before);
    let nearest = clash.document().texts("button");
    let booked = clash.press(nearest[0].trim());
    assert_eq!(booked.status, 200, "{:?}", booked.errors());
    assert_eq!(salon.lines().len(), 2);
    assert_eq!(salon.bookings(), before + 1);
}

#[test]
fn over_others_goes_what_one_guest_has_and_nothing_side_by_side() {
    let salon = Salon::new();
    let ben = salon.friday.cast.salon.staff[1].to_string();
    let clash = |guest: &str| {
        salon
            .form(&salon.friday.aoi(), ("2026-11-20", "14:00"))
            .fill("staff", &ben)
            .fill("service-2", &salon.colour.to_string())
            .fill("staff-2", &ben)
            .fill("guest-2", guest)
            .press("予約を追加")
    };
    let side_by_side = clash("1");
    assert_eq!(side_by_side.status, 409);
    assert!(!side_by_side.text().contains("重なったまま予約する"));
    let with = clash("0")
        .fill("override_reason", "常連のお客様")
        .press("重なったまま予約する");
    assert_eq!(with.status, 200, "{:?}", with.errors());
    assert_eq!(salon.lines(), ["0 0 2 14:00-15:00", "1 0 2 15:00-15:45"]);
    assert!(with.text().contains("重なりを承知で予約"));
}

#[test]
fn a_visit_sent_twice_is_one_booking() {
    let salon = Salon::new();
    let before = salon.bookings();
    let page = salon.form(&salon.friday.aoi(), (WEDNESDAY, "10:00"));
    let filled = page.fill("service-2", &salon.colour.to_string());
    let (first, second) = (filled.send("予約を追加"), filled.send("予約を追加"));
    assert_eq!((first.status, second.status), (303, 303));
    assert_eq!(first.location(), second.location());
    assert_eq!(salon.bookings(), before + 1);
}

#[test]
fn there_are_at_most_five_and_english_says_it_too() {
    let salon = Salon::new();
    let mut page = salon.friday.aoi().open("/en/staff/aoi-salon/bookings/new");
    for _ in 0..4 {
        page = page.press("Add a service");
    }
    assert_eq!(page.document().texts("fieldset.several > legend").len(), 4);
    assert!(!page.text().contains("Add a service"), "{}", page.text());
    assert!(page.text().contains("Remove service 5"));
}
