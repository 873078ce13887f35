//! The cast. Aoi owns a salon; Ben works there with few rights; Chika owns another business and must never see anything
//! of Aoi's; Daichi is Aoi's customer; Emi is a passer-by. Every page is asked by all five.

use super::{
    app::{CHEAP, TestApp, TestOptions},
    browser::Browser,
    build::{Business, Service, a_booking, a_business, a_service, booking::Booked},
    sql,
};
use omotenashi::{
    base::ids::{BusinessId, UserId},
    domain::accounts::password,
};
use serde_json::json;
use std::sync::LazyLock;
use uuid::Uuid;

/// Everybody's password.
pub const PASSWORD: &str = "correct horse battery";

static HASH: LazyLock<String> = LazyLock::new(|| password::hash(PASSWORD, CHEAP).unwrap());

/// Somebody with an account.
#[derive(Clone, Debug)]
pub struct Person {
    pub user: UserId,
    pub email: String,
    pub name: String,
}

/// The five and what is theirs.
pub struct Cast {
    pub aoi: Person,
    pub ben: Person,
    pub chika: Person,
    pub daichi: Person,
    /// Aoi's: `aoi-salon`, two who serve (Aoi's own column first, then Ben's), every day 10:00 to 19:00.
    pub salon: Business,
    /// Ben's seat there.
    pub ben_seat: Uuid,
    /// Aoi's cut of an hour.
    pub cut: Service,
    /// Daichi's with Aoi, tomorrow at 14:00.
    pub booking: Booked,
    /// Chika's: `chika-clinic`, one who serves.
    pub clinic: Business,
    /// Chika's consultation of half an hour.
    pub consultation: Service,
}

impl Cast {
    /// Everybody moves in.
    pub fn of(app: &TestApp) -> Self {
        let aoi = a_person(app, "aoi", "田中 葵", "owner");
        let ben = a_person(app, "ben", "Ben Clark", "staff");
        let chika = a_person(app, "chika", "森 千佳", "owner");
        let daichi = a_person(app, "daichi", "小川 大地", "customer");
        let salon = a_business(app)
            .slug("aoi-salon")
            .owner(aoi.user)
            .staff(2)
            .build();
        let ben_seat = a_seat(app, &salon, &ben, "service_provider", 1);
        let cut = a_service(app, &salon).build();
        let booking = a_booking(app, &salon, &cut)
            .named("小川", "大地")
            .of(daichi.user)
            .build();
        let clinic = a_business(app)
            .slug("chika-clinic")
            .named("ちか歯科", "Chika Dental")
            .vertical("clinic")
            .owner(chika.user)
            .staff(1)
            .build();
        let consultation = a_service(app, &clinic)
            .named("診察", "Consultation")
            .minutes(30)
            .price(0)
            .build();
        Self {
            aoi,
            ben,
            chika,
            daichi,
            salon,
            ben_seat,
            cut,
            booking,
            clinic,
            consultation,
        }
    }
}

impl Person {
    /// Their browser, signed in through the page that everybody uses.
    pub fn sign_in(&self, app: &TestApp) -> Browser {
        self.sign_in_at(app.browser())
    }

    /// The same in a browser of another instance of the site.
    pub fn sign_in_at(&self, browser: Browser) -> Browser {
        let page = browser.visit("/ja/account/sign-in");
        let answer = page
            .fill("email", &self.email)
            .fill("password", PASSWORD)
            .send("ログインする");
        assert_eq!(
            answer.status,
            303,
            "{} could not sign in: {}",
            self.name,
            answer.text()
        );
        browser
    }
}

/// An account: `aoi` becomes `aoi@example.com`; `role` is a label of `user_role`.
pub fn a_person(app: &TestApp, word: &str, name: &str, role: &str) -> Person {
    let email = format!("{word}@example.com");
    let row = json!({"email": email, "display_name": name, "role": role, "password_hash": *HASH,
        "email_verified_at": "2026-01-01T00:00:00Z"});
    Person {
        user: UserId(app.insert_outside("accounts.users", row)),
        email,
        name: name.to_owned(),
    }
}

/// A seat in a business, in the column of the `place`-th who serves there.
pub fn a_seat(
    app: &TestApp,
    business: &Business,
    person: &Person,
    role: &str,
    place: usize,
) -> Uuid {
    let row = json!({
        "business_id": business.id, "user_id": person.user, "role": role, "resource_id": business.staff.get(place),
    });
    app.insert(business.id, "businesses.staff_assignments", row)
}

#[test]
fn everybody_with_an_account_can_sign_in_and_a_wrong_password_cannot() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    for person in [&cast.aoi, &cast.ben, &cast.chika, &cast.daichi] {
        assert!(person.sign_in(&app).cookie("oc").is_some());
    }
    let page = app.browser().visit("/ja/account/sign-in");
    let answer = page
        .fill("email", &cast.aoi.email)
        .fill("password", "correct horse")
        .press("ログインする");
    assert_eq!(answer.status, 422);
    assert_eq!(answer.errors().len(), 1);
    assert_eq!(answer.field("email").value, cast.aoi.email);
    assert!(answer.browser.cookie("oc").is_none());
}

#[test]
fn the_salon_is_found_and_daichis_booking_takes_its_time() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let home = app.browser().open("/");
    assert_eq!(home.url, "/ja");
    assert_eq!(home.link("サロン あおい"), "/ja/b/aoi-salon");
    let taken =
        "select count(*) from scheduling.allocations where start_at = '2026-11-21 05:00+00'";
    assert_eq!(app.count(cast.salon.id, taken), 1);
    assert_eq!(app.count(cast.clinic.id, taken), 0);
}

/// The site, its people, and Aoi at her browser.
pub fn house() -> (TestApp, Cast, Browser) {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let aoi = cast.aoi.sign_in(&app);
    (app, cast, aoi)
}

/// The lines that a statement finds in a business.
pub fn lines(app: &TestApp, business: BusinessId, query: &str) -> Vec<String> {
    let query = query.to_owned();
    app.tenant(business, move |tx| Ok(sql::lines(tx.conn(), &query)))
}
