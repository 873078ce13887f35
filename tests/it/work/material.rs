//! What letters are written from, without a database.

use chrono::{DateTime, Utc};
use omotenashi::{
    base::{
        bilingual::Bilingual,
        ids::{BookingId, BusinessId, CustomerId, NoticeId, ServiceId},
        lang::Lang,
    },
    domain::{
        bookings::{
            booking::{Booking, Customer, Row, Source},
            status::Status,
        },
        businesses::{
            hours::WeeklyHours,
            profile::{Address, Halts, KanaRule, Profile, Settings},
            vertical::Vertical,
        },
        catalog::{
            policy::Policy,
            price::{Line, LineKind, Quote},
        },
        notifications::{
            delivery::{DeliveryStatus, Letter},
            wording::Style,
        },
    },
    work::letters::{Desk, Material},
};
use serde_json::json;
use uuid::Uuid;

/// What a customer wrote; no letter may carry it.
pub const REMARK: &str = "ひどい腰痛です see http://evil.example";

pub const SECRET: &[u8] = b"a secret of thirty-two characters";

pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// A desk on Tuesday morning, three days before the booking.
pub fn desk() -> Desk<'static> {
    Desk {
        public_url: "https://booking.example.jp",
        from_address: "yoyaku@booking.example.jp",
        secret: SECRET,
        contact: None,
        now: at("2026-11-17T01:00:00Z"),
    }
}

/// Cut and colour at a salon, on Friday at 14:30, with a person who was chosen.
pub fn material(lang: Lang) -> Material {
    Material {
        letter: letter(lang),
        booking: booking(lang),
        profile: profile(),
        is_by_shop: false,
        series: Vec::new(),
        lines: Vec::new(),
        style: Style::default(),
    }
}

fn letter(lang: Lang) -> Letter {
    Letter {
        recipient_id: None,
        id: NoticeId(Uuid::from_u128(1)),
        business_id: Some(BusinessId(Uuid::from_u128(2))),
        booking_id: Some(BookingId(Uuid::from_u128(3))),
        kind: String::new(),
        to_email: Some("hanako@example.com".to_owned()),
        locale: lang.code().to_owned(),
        data_json: json!({}),
        attempts: 0,
        delivery_status: DeliveryStatus::Queued,
        sent_at: None,
    }
}

fn booking(lang: Lang) -> Booking {
    let name = match lang {
        Lang::Ja => "髙橋 花子",
        Lang::En => "Hanako Takahashi",
    };
    Booking {
        has_answers: false,
        row: row(lang),
        customer: Customer {
            name: name.to_owned(),
            family_name_kana: String::new(),
            given_name_kana: String::new(),
            email: Some("hanako@example.com".to_owned()),
            phone: None,
            no_show_count: 0,
        },
        resource: Some(Bilingual::new("佐藤", "Sato")),
        quote: Quote {
            currency: "JPY".to_owned(),
            lines: vec![
                line(LineKind::Service, ("カット+カラー", "Cut & colour"), 12_100),
                line(LineKind::Nomination, ("佐藤", "Sato"), 550),
            ],
            duration_minutes: 120,
        },
        policy: Some(Policy {
            name: "標準".to_owned(),
            hours_before: 44,
            penalty_percent: 50,
            steps_json: json!([]),
            no_show_percent: 100,
            moves_json: json!({}),
        }),
    }
}

fn row(lang: Lang) -> Row {
    Row {
        id: BookingId(Uuid::from_u128(3)),
        number: "K7P-3MWX".to_owned(),
        customer_id: CustomerId(Uuid::from_u128(4)),
        service_id: Some(ServiceId(Uuid::from_u128(5))),
        resource_id: None,
        status: Status::Confirmed,
        cancelled_by: None,
        source: Source::Web,
        start_at: at("2026-11-20T05:30:00Z"),
        end_at: at("2026-11-20T07:30:00Z"),
        business_date: "2026-11-20".parse().unwrap(),
        party_size: 1,
        is_nominated: true,
        locale: lang.code().to_owned(),
        price_cents: 12_650,
        currency: "JPY".to_owned(),
        price_snapshot_json: json!({}),
        policy_snapshot_json: json!(null),
        customer_note: REMARK.to_owned(),
        staff_note: "常連".to_owned(),
        version: 1,
        created_at: at("2026-11-17T01:00:00Z"),
        limits_from: None,
        limits_while: None,
    }
}

pub fn line(kind: LineKind, (ja, en): (&str, &str), amount: i64) -> Line {
    Line {
        kind,
        name_ja: ja.to_owned(),
        name_en: en.to_owned(),
        quantity: 1,
        amount,
        tax_rate_percent: 10,
        option: None,
        part: None,
    }
}

fn profile() -> Profile {
    Profile {
        id: BusinessId(Uuid::from_u128(2)),
        slug: "hana".to_owned(),
        vertical: Vertical::Salon,
        name: Bilingual::new("ヘアサロン花", "Hair Salon Hana"),
        about: Bilingual::default(),
        address: Address {
            postal_code: "1500001".to_owned(),
            prefecture: "東京都".to_owned(),
            city: "渋谷区".to_owned(),
            street: "神宮前1-2-3".to_owned(),
            building: "花ビル2F".to_owned(),
            english: "Hana Bldg. 2F, 1-2-3 Jingumae, Shibuya-ku, Tokyo 150-0001".to_owned(),
        },
        phone: "+81312345678".to_owned(),
        email: Some("hana@example.jp".to_owned()),
        zone: chrono_tz::Asia::Tokyo,
        picture: None,
        logo: None,
        framers: String::new(),
        is_stopped: false,
        halts: Halts::default(),
        settings: settings(),
        week: closed_on_tuesdays().into(),
        is_open: true,
    }
}

fn settings() -> Settings {
    Settings {
        accent: "ai".to_owned(),
        default_locale: "ja".to_owned(),
        currency: "JPY".to_owned(),
        slot_step_minutes: 30,
        notice_minutes: 60,
        horizon_days: 60,
        change_until_minutes: 1_440,
        cancel_until_minutes: 0,
        most_ahead: 5,
        most_a_day: None,
        most_starts_a_day: None,
        most_starts_a_week: None,
        moves_while_free: false,
        hold_minutes: 10,
        holds_per_client: 10,
        kana_rule: KanaRule::Optional,
        is_accepting: true,
        notices_ja: String::new(),
        notices_en: String::new(),
        legal_json: json!({}),
    }
}

/// 10:00 to 19:00 on every day but Tuesday.
pub fn closed_on_tuesdays() -> Vec<WeeklyHours> {
    (0..7)
        .map(|day| WeeklyHours {
            valid_from: chrono::NaiveDate::MIN,
            day_of_week: day,
            week_of_month: None,
            open_minute: (day != 2).then_some(600),
            close_minute: (day != 2).then_some(1_140),
        })
        .collect()
}
