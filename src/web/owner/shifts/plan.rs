//! What the pages of shifts share: the people, the words for hours, the way back.

use crate::{
    base::time::{LocalDate, WallSpan, Weekday, parse_date},
    domain::scheduling::resource::Resource,
    i18n::Words,
    web::{
        links,
        page::PageCtx,
        ui::{
            buttons::{LinkButton, Voice},
            icon::Icon,
        },
    },
};

/// Those who work: people, whether by shifts or whenever the shop is open.
pub fn people(resources: Vec<Resource>) -> Vec<Resource> {
    resources
        .into_iter()
        .filter(|one| one.kind.is_person())
        .collect()
}

/// The Monday of the week that a page is about.
pub fn monday(typed: &str, today: LocalDate) -> LocalDate {
    let date = parse_date(typed).unwrap_or(today);
    Weekday::from_number(1).map_or(date, |monday| monday.week_from(date))
}

/// `10:00〜13:00`, one line a span; without any, off.
pub fn said(t: Words, spans: &[WallSpan]) -> Vec<String> {
    if spans.is_empty() {
        return vec![t.schedule_off()];
    }
    let wall = |minutes: u16| t.wall_time(u32::from(minutes));
    let each = spans.iter().map(|span| {
        t.businesses_hours_span(wall(span.from().minutes()), wall(span.until().minutes()))
    });
    each.collect()
}

/// Back to the week.
pub fn back(ctx: &PageCtx, slug: &str, week: LocalDate) -> LinkButton {
    LinkButton {
        label: ctx.t.schedule_shifts_title(),
        url: of_week(ctx, slug, week),
        voice: Voice::Text,
        small: true,
        icon: Some(Icon::Back),
        ..LinkButton::default()
    }
}

/// The week of a date.
pub fn of_week(ctx: &PageCtx, slug: &str, date: LocalDate) -> String {
    links::owner(ctx.lang, slug, &format!("shifts?week={date}"))
}
