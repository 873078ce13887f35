//! A Friday at Aoi's salon, a quarter past twelve: who came, who is there, who is still to come.

use crate::support::{
    app::{TestApp, TestOptions, tokyo},
    browser::Browser,
    build::{a_booking, booking::Booked},
    people::Cast,
};
use serde_json::json;

/// The site, the people, and today's bookings at Aoi's.
pub struct Friday {
    pub app: TestApp,
    pub cast: Cast,
    /// 11:30 with Ben's column, sitting in the chair.
    pub serving: Booked,
    /// 12:00 with Aoi's column: should be there by now.
    pub late: Booked,
    /// 14:00 with Ben's column, still to come, asked for him.
    pub coming: Booked,
}

impl Friday {
    pub fn new() -> Self {
        let app = TestApp::start(TestOptions {
            now: tokyo("2026-11-20 12:15"),
            ..TestOptions::default()
        });
        let cast = Cast::of(&app);
        let (salon, cut) = (&cast.salon, &cast.cut);
        let (aoi, ben) = (salon.staff[0], salon.staff[1]);
        let booking = |wall: &str| a_booking(&app, salon, cut).at(wall);
        booking("2026-11-20 10:00")
            .named("髙橋", "一郎")
            .status("completed")
            .build();
        let serving = booking("2026-11-20 11:30")
            .named("田中", "さくら")
            .on(ben)
            .status("in_service")
            .build();
        let late = booking("2026-11-20 12:00")
            .named("﨑本", "恵")
            .on(aoi)
            .with(json!({"customer_note": "前髪は短めで"}))
            .build();
        let coming = booking("2026-11-20 14:00")
            .named("Nguyen", "Linh")
            .on(ben)
            .with(json!({"is_nominated": true}))
            .policy(json!({
                "name": "標準", "hours_before": 24, "penalty_percent": 50, "steps_json": [], "no_show_percent": 100,
            }))
            .build();
        booking("2026-11-20 16:00")
            .named("伊藤", "蓮")
            .status("cancelled")
            .build();
        Self {
            app,
            cast,
            serving,
            late,
            coming,
        }
    }

    /// Aoi at the counter.
    pub fn aoi(&self) -> Browser {
        self.cast.aoi.sign_in(&self.app)
    }

    /// The address of a booking behind the counter.
    pub fn page_of(booked: &Booked) -> String {
        format!("/ja/staff/aoi-salon/bookings/{}", booked.id)
    }

    /// The label of a booking's state.
    pub fn status(&self, booked: &Booked, label: &str) -> bool {
        let sql = format!(
            "select count(*) from bookings.bookings where id = '{}' and status = '{label}'",
            booked.id
        );
        self.app.count(self.cast.salon.id, sql) == 1
    }
}

/// Where the counter is.
pub const DESK: &str = "/ja/staff/aoi-salon";
