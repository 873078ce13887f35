//! The counter without a network: today's list stays, what is pressed waits and is sent once, and nobody else finds it.

use super::scene::{DESK, Friday};
use crate::support::{build::booking::Booked, chromium::Chromium, wire::Wire};
use serde_json::{Value, json};

/// A browser in which Aoi's day is kept, behind a wire.
struct Counter {
    friday: Friday,
    wire: Wire,
    window: Chromium,
}

const AT_WORK: &str = "navigator.serviceWorker.controller";
const OFF: &str = "document.querySelector('[data-kept]:not([hidden])')";

impl Counter {
    fn open() -> Option<Self> {
        let friday = Friday::new();
        let wire = Wire::to(&friday.app);
        let window = Chromium::open_at(&wire.base)?;
        window.as_of(&friday.aoi());
        let counter = Self {
            friday,
            wire,
            window,
        };
        counter.today();
        Some(counter)
    }

    /// Opens the day, and waits until it is kept.
    fn today(&self) {
        self.window.visit(&format!("{DESK}/today")).until(AT_WORK);
        self.until_kept(1);
    }

    /// What the browser answers to a question that takes a while.
    fn ask(&self, question: &str) -> Value {
        let script = format!(
            "window.told = undefined; ({question}).then((told) => {{ window.told = told; }})"
        );
        self.window.execute(&script);
        self.window.until("window.told !== undefined");
        self.window.execute("return window.told")
    }

    /// How many pages are kept.
    fn kept(&self) -> u64 {
        let all = "caches.open('counter').then((one) => one.keys()).then((all) => all.filter((one) => one.url.includes('/today')).length)";
        self.ask(all).as_u64().unwrap()
    }

    fn until_kept(&self, count: u64) {
        for _ in 0..100 {
            if self.kept() == count {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        panic!("never {count} pages kept");
    }

    /// How many presses wait, or wait to be read.
    fn taps(&self) -> u64 {
        let all = "new Promise((done) => { const ask = indexedDB.open('counter', 1); ask.onupgradeneeded = () => ask.result.createObjectStore('taps', { keyPath: 'id', autoIncrement: true }); ask.onsuccess = () => { const all = ask.result.transaction('taps').objectStore('taps').getAll(); all.onsuccess = () => { ask.result.close(); done(all.result.length); }; }; })";
        self.ask(all).as_u64().unwrap()
    }

    fn press(&self, booked: &Booked, to: &str) {
        let button = format!("#booking-{} [value={to}]", booked.id);
        self.window
            .until(&format!("document.querySelector('{button}')"));
        self.window
            .execute(&format!("document.querySelector('{button}').click()"));
    }

    fn until_waits(&self, booked: &Booked, words: &str) {
        let place = format!("#booking-{} .day-list-waits", booked.id);
        self.window.until(&format!(
            "document.querySelector('{place}')?.textContent === '送信待ち: {words}'"
        ));
    }

    fn until_status(&self, booked: &Booked, label: &str) {
        for _ in 0..200 {
            if self.friday.status(booked, label) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        panic!("never {label}");
    }

    /// How often a booking came to a state.
    fn times(&self, booked: &Booked, label: &str) -> i64 {
        let sql = format!(
            "select count(*) from bookings.booking_history where booking_id = '{}' and new_value = '{label}'",
            booked.id
        );
        self.friday.app.count(self.friday.cast.salon.id, sql)
    }
}

#[test]
fn without_a_network_todays_list_is_there_and_says_as_of_when() {
    let Some(counter) = Counter::open() else {
        return;
    };
    let window = &counter.window;
    counter.wire.cut();
    window.visit(&format!("{DESK}/today")).until(OFF);
    let page = window.document();
    assert!(
        page.text().contains("接続がありません。12:15時点の予約"),
        "{}",
        page.text()
    );
    assert!(page.text().contains("﨑本"));
    let style = "return getComputedStyle(document.querySelector('.day-list > li')).display";
    assert_eq!(window.execute(style), "grid", "its styles are kept, too");
    assert_eq!(
        window.execute("return document.querySelectorAll('.icon').length > 3"),
        true
    );
    // Whatever else is asked for leads to what there is.
    window.visit(&format!("{DESK}/day")).until(OFF);
    assert_eq!(window.path(), format!("{DESK}/today"));
    assert!(!window.is_too_wide());
    counter.wire.mend();
    window.until(&format!("!{OFF}"));
    assert_eq!(
        window.path(),
        format!("{DESK}/today"),
        "it came back by itself"
    );
}

#[test]
fn what_is_pressed_without_a_network_waits_and_is_sent_once_in_its_order() {
    let Some(counter) = Counter::open() else {
        return;
    };
    let (friday, window) = (&counter.friday, &counter.window);
    counter.wire.cut();
    counter.press(&friday.late, "arrived");
    counter.until_waits(&friday.late, "来店");
    window.until(OFF);
    counter.press(&friday.late, "in_service");
    counter.until_waits(&friday.late, "施術開始");
    counter.press(&friday.serving, "completed");
    counter.until_waits(&friday.serving, "完了");
    assert_eq!(counter.taps(), 3);
    assert!(friday.status(&friday.late, "confirmed"));
    // Another tab of the same counter sends nothing twice.
    let tab = format!("window.open('{DESK}/today')");
    window.execute(&tab);
    let before = counter.wire.posts();
    counter.wire.mend();
    counter.until_status(&friday.late, "in_service");
    counter.until_status(&friday.serving, "completed");
    window.until("document.querySelectorAll('.day-list > .is-serving').length === 1");
    assert_eq!(counter.taps(), 0);
    assert_eq!(counter.wire.posts() - before, 3);
    for (booked, label) in [
        (&friday.late, "arrived"),
        (&friday.late, "in_service"),
        (&friday.serving, "completed"),
    ] {
        assert_eq!(counter.times(booked, label), 1, "{label}");
    }
    window.until("!document.querySelector('.day-list-waits')");
}

#[test]
fn a_press_whose_answer_was_lost_is_sent_again_and_changes_nothing_more() {
    let Some(counter) = Counter::open() else {
        return;
    };
    let friday = &counter.friday;
    counter.wire.lose_answers();
    counter.press(&friday.late, "arrived");
    counter.until_status(&friday.late, "arrived");
    counter.until_waits(&friday.late, "来店");
    // A colleague takes it back meanwhile: what was done already must not be done again.
    let page = friday.aoi().open(&Friday::page_of(&friday.late));
    page.press("元に戻す");
    assert!(friday.status(&friday.late, "confirmed"));
    counter.wire.mend();
    counter
        .window
        .until("!document.querySelector('.day-list-waits')");
    assert_eq!(counter.taps(), 0);
    assert!(friday.status(&friday.late, "confirmed"));
    assert_eq!(counter.times(&friday.late, "arrived"), 1);
}

#[test]
fn a_press_that_comes_from_no_page_of_theirs_waits_nowhere() {
    let Some(counter) = Counter::open() else {
        return;
    };
    counter.wire.cut();
    let act = Friday::page_of(&counter.friday.late) + "/progress";
    counter.window.execute(&format!(
        "const form = document.createElement('form'); form.method = 'post'; form.action = '{act}';
         for (const [name, value] of [['csrf', 'x'], ['to', 'no_show']]) form.append(Object.assign(document.createElement('input'), {{ name, value }}));
         document.body.append(form); form.submit(); return 0"
    ));
    std::thread::sleep(std::time::Duration::from_millis(500));
    counter.window.visit(&format!("{DESK}/today")).until(OFF);
    assert_eq!(counter.taps(), 0, "nobody's press is kept as theirs");
}

#[test]
fn of_one_form_each_row_is_pressed_once_and_every_row_can_be() {
    let Some(counter) = Counter::open() else {
        return;
    };
    let rows = [
        &counter.friday.late,
        &counter.friday.coming,
        &counter.friday.late,
    ]
    .map(|booked| format!("'#booking-{} [value=arrived]'", booked.id));
    let refused = counter.window.execute(&format!(
        "const refused = [];
         addEventListener('submit', (event) => {{ refused.push(event.defaultPrevented); event.preventDefault(); }});
         for (const row of [{}]) document.querySelector(row).click();
         return refused",
        rows.join(", ")
    ));
    assert_eq!(refused, serde_json::json!([false, false, true]));
}

#[test]
fn what_is_refused_by_then_is_listed_with_its_reason_until_it_is_read() {
    let Some(counter) = Counter::open() else {
        return;
    };
    let (friday, window) = (&counter.friday, &counter.window);
    counter.wire.cut();
    counter.press(&friday.late, "arrived");
    counter.until_waits(&friday.late, "来店");
    let sql = format!(
        "update bookings.bookings set status = 'cancelled', cancelled_by = 'customer', version = version + 1 where id = '{}'",
        friday.late.id
    );
    friday.app.execute(friday.cast.salon.id, sql);
    counter.wire.mend();
    let list = "document.querySelector('[data-refused]:not([hidden])')";
    window.until(list);
    window.until(
        "(() => { const list = document.querySelector('[data-refused]:not([hidden])'); const way = list?.querySelector('a');
         if (way) window.refusal = [list.textContent, way.getAttribute('href')]; return Boolean(way); })()",
    );
    let refusal = window.execute("return window.refusal");
    let said = refusal[0].as_str().unwrap();
    assert!(
        said.contains("来店") && said.contains("ほかの人が先に変更しました"),
        "{said}"
    );
    let way = refusal[1].as_str().unwrap();
    assert!(way.ends_with(&Friday::page_of(&friday.late)), "{way}");
    // It stays until somebody has read it.
    window.visit(&format!("{DESK}/today")).until(list);
    window.press("確認しました").until(&format!("!{list}"));
    assert_eq!(counter.taps(), 0);
    assert!(friday.status(&friday.late, "cancelled"));
}

#[test]
fn what_was_pressed_by_somebody_who_is_signed_out_is_listed_and_the_day_is_gone() {
    let Some(counter) = Counter::open() else {
        return;
    };
    let (friday, window) = (&counter.friday, &counter.window);
    counter.wire.cut();
    counter.press(&friday.late, "arrived");
    counter.until_waits(&friday.late, "来店");
    friday.app.platform(|tx| {
        use diesel::RunQueryDsl;
        diesel::sql_query("update accounts.user_sessions set revoked_at = now()")
            .execute(tx.conn())?;
        Ok(())
    });
    counter.wire.mend();
    window.until("document.querySelector('[data-refused]:not([hidden])')?.textContent.includes('ログインが切れていました')");
    assert_eq!(counter.kept(), 0);
    assert!(friday.status(&friday.late, "confirmed"));
    counter.wire.cut();
    assert!(
        !window.comes(&format!("{DESK}/today")),
        "nothing is shown any more"
    );
}

#[test]
fn who_signs_out_leaves_nothing_and_who_comes_after_finds_nothing() {
    let Some(counter) = Counter::open() else {
        return;
    };
    let window = &counter.window;
    counter.wire.cut();
    counter.press(&counter.friday.late, "arrived");
    counter.until_waits(&counter.friday.late, "来店");
    counter.wire.mend();
    // What waits is sent before anybody leaves.
    window
        .press("ログアウト")
        .until("location.pathname.endsWith('/sign-in')");
    assert!(counter.friday.status(&counter.friday.late, "arrived"));
    assert_eq!((counter.kept(), counter.taps()), (0, 0));
    counter.wire.cut();
    assert!(!window.comes(&format!("{DESK}/today")));
    counter.wire.mend();
    window.as_of(&counter.friday.aoi());
    counter.today();
    // Without leaving: another session in the same browser.
    window.forget();
    window.as_of(&counter.friday.cast.ben.sign_in(&counter.friday.app));
    window.visit("/ja/staff/aoi-salon/day");
    counter.until_kept(0);
}

#[test]
fn the_page_is_kept_as_long_as_its_day_and_no_longer() {
    use crate::support::app::tokyo;
    let Some(counter) = Counter::open() else {
        return;
    };
    let (friday, window) = (&counter.friday, &counter.window);
    let line = |path: &str| {
        let page = friday.aoi().open(path);
        page.header("oc-kept").map(str::to_owned)
    };
    let today = format!("{DESK}/today");
    let told = line(&today).unwrap();
    let [_, lasts, unused] = told.split(' ').collect::<Vec<_>>()[..] else {
        panic!("{told}");
    };
    assert_eq!((lasts, unused), ("42300", "0"), "from 12:15 to midnight");
    assert_eq!(line(&format!("{today}?date=2026-11-21")), None);
    assert_eq!(line(&format!("{DESK}/day")), None);
    assert_eq!(line("/ja/b/aoi-salon"), None);
    // As if the day had ended: its seconds have passed on the device.
    counter.ask("caches.open('counter').then((one) => one.match(location.pathname).then(async (page) => { const headers = new Headers(page.headers); headers.set('since', Date.now() - 42301 * 1000); await one.put(location.pathname, new Response(await page.text(), { headers })); return 1; }))");
    counter.wire.cut();
    assert!(!window.comes(&today));
    assert_eq!(friday.app.clock().now(), tokyo("2026-11-20 12:15"));
}

#[test]
fn no_guest_has_a_worker_and_no_other_cache_keeps_the_day() {
    let Some(counter) = Counter::open() else {
        return;
    };
    let window = &counter.window;
    window.visit("/ja/b/aoi-salon");
    assert_eq!(window.execute(&format!("return Boolean({AT_WORK})")), false);
    let page = counter.friday.aoi().open(&format!("{DESK}/today"));
    assert_eq!(page.header("cache-control"), Some("no-store"));
    assert_eq!(
        counter.ask("caches.keys()"),
        json!(["counter"]),
        "and in no other place"
    );
    let all = counter.ask("caches.open('counter').then((one) => one.keys()).then((all) => all.map((one) => new URL(one.url).pathname))");
    let all: Vec<&str> = all
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    for path in all {
        let may = ["/static/", "/media/", "/kept/whose"];
        let is_today = path == format!("{DESK}/today");
        assert!(
            is_today || may.iter().any(|one| path.starts_with(one)),
            "{path}"
        );
    }
}
