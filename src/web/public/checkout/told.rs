//! What the final check says of whoever books, and of when they pay.

use crate::{
    base::lang::Lang,
    domain::bookings::details::Details,
    web::{
        page::PageCtx,
        public::words,
        ui::summary_list::{Change, SummaryList, SummaryRow},
    },
};

/// Who it is for, each line with the way to change it.
pub fn who(ctx: &PageCtx, details: &Details, url: &str) -> SummaryList {
    let t = ctx.t;
    let contact = &details.contact;
    let kana = format!("{} {}", contact.name.family_kana, contact.name.given_kana)
        .trim()
        .to_owned();
    let row = |question: String, answer: String, note: Option<String>| SummaryRow {
        change: Some(Change {
            label: t.ui_change(),
            about: question.clone(),
            url: url.to_owned(),
        }),
        question,
        answer,
        note,
    };
    let name = match ctx.lang {
        Lang::Ja => t.booking_name_polite(&contact.name.display),
        Lang::En => contact.name.display.clone(),
    };
    let mut rows = vec![row(
        t.booking_name(),
        name,
        (!kana.is_empty()).then_some(kana),
    )];
    if let Some(phone) = &contact.phone {
        rows.push(row(t.booking_phone(), t.phone(phone), None));
    }
    if let Some(email) = &contact.email {
        rows.push(row(t.booking_email(), email.clone(), None));
    }
    if !details.note.is_empty() {
        rows.push(row(t.booking_note(), details.note.clone(), None));
    }
    SummaryList { rows }
}

/// Three lines always: the whole, what is paid now, what is paid on the day (UX 1.7).
pub fn payment(ctx: &PageCtx, total: i64) -> SummaryList {
    let t = ctx.t;
    let row = |question: String, answer: String, note: Option<String>| SummaryRow {
        question,
        answer,
        note,
        change: None,
    };
    SummaryList {
        rows: vec![
            row(t.booking_pay_now(), t.yen(0), None),
            row(
                t.booking_pay_on_day(),
                words::amount(ctx, total),
                Some(t.booking_pay_on_site()),
            ),
        ],
    }
}
