//! What stands above every face of the calendar: the faces themselves, and ways on.

use super::{absence, bulk, limits, phone_page, sheet::Sheet, why};
use crate::{
    base::{ids::ResourceId, time::LocalDate},
    domain::businesses::role::Right,
    web::{
        links::{self, Prefill},
        page::PageCtx,
        ui::{
            buttons::{LinkButton, Voice},
            icon::Icon,
            pager::{Tab, Tabs},
        },
    },
};

/// The faces of the calendar about this day.
pub fn views(ctx: &PageCtx, sheet: &Sheet, current: &str) -> Tabs {
    views_of(
        ctx,
        (sheet.slug(), sheet.has_people()),
        (sheet.date, current),
    )
}

/// By time, by person, the week of one, the month.
pub fn views_of(
    ctx: &PageCtx,
    (slug, has_people): (&str, bool),
    (date, current): (LocalDate, &str),
) -> Tabs {
    let tab = |view: &str, label: String, key: Option<&'static str>| Tab {
        picture: None,
        key,
        label,
        url: links::day(ctx.lang, slug, Some(date), view),
        count: None,
        current: view == current,
    };
    let columns = if has_people {
        ctx.t.desk_view_columns()
    } else {
        ctx.t.desk_view_places()
    };
    Tabs {
        label: ctx.t.ui_views(),
        items: vec![
            tab("today", ctx.t.desk_view_list(), Some("3")),
            tab("day", columns, Some("1")),
            tab("week", ctx.t.desk_view_week(), Some("2")),
            tab("month", ctx.t.desk_view_month(), None),
        ],
    }
}

/// Ways on from a day. The first of the frequent ones stands alone on a telephone.
#[derive(Default)]
pub struct Ways {
    /// In a row, where there is room.
    pub frequent: Vec<LinkButton>,
    /// Behind one word, wherever it is looked at.
    pub seldom: Vec<LinkButton>,
}

/// Back to the present one, a new booking, the sheet; and what a day needs once in a while.
pub fn ways(ctx: &PageCtx, sheet: &Sheet, staff: Option<ResourceId>) -> Ways {
    let prefill = Prefill {
        staff,
        date: Some(sheet.date),
        ..Prefill::default()
    };
    Ways {
        frequent: frequent(ctx, sheet, &prefill),
        seldom: seldom(ctx, sheet),
    }
}

fn way(label: String, url: String, icon: Option<Icon>) -> LinkButton {
    LinkButton {
        label,
        url,
        icon,
        voice: Voice::Quiet,
        small: true,
        ..LinkButton::default()
    }
}

fn frequent(ctx: &PageCtx, sheet: &Sheet, prefill: &Prefill) -> Vec<LinkButton> {
    let t = ctx.t;
    let new = links::new_booking(ctx.lang, sheet.slug(), prefill);
    let print = links::day(ctx.lang, sheet.slug(), Some(sheet.date), "print");
    let mut ways = Vec::new();
    ways.extend(sheet.may(Right::CreateBookings).then(|| LinkButton {
        voice: Voice::Main,
        ..way(t.desk_new(), new, Some(Icon::Plus))
    }));
    ways.extend((sheet.requests > 0).then(|| {
        let url = links::day(ctx.lang, sheet.slug(), None, "requests");
        way(t.requests_list_way(sheet.requests), url, Some(Icon::Clock))
    }));
    ways.extend((!sheet.classes.is_empty()).then(|| {
        let url = links::day(ctx.lang, sheet.slug(), Some(sheet.date), "sessions");
        let label = match sheet.undecided {
            0 => t.classes_title(),
            asked => t.classes_title_waiting(asked),
        };
        way(label, url, None)
    }));
    // What is done with two presses from here (UX 10.2) stands in the row.
    let block = links::block(ctx.lang, sheet.slug(), "new", prefill);
    ways.extend(
        sheet
            .may(Right::BlockTime)
            .then(|| way(t.desk_block_title(), block, None)),
    );
    ways.extend(sheet.may(limits::RIGHT).then(|| {
        way(
            t.desk_limits_title(),
            links::day(ctx.lang, sheet.slug(), Some(sheet.date), "limits"),
            None,
        )
    }));
    ways.extend(phone_page::way(ctx, (sheet.slug(), &sheet.at)));
    let is_today = sheet.date == sheet.today && sheet.may(Right::Progress);
    ways.extend(is_today.then(|| {
        let url = links::check_in(ctx.lang, sheet.slug(), None);
        way(t.desk_check_in_way(), url, None)
    }));
    ways.push(way(t.desk_print(), print, Some(Icon::Print)));
    if sheet.date != sheet.today {
        let today = links::day(ctx.lang, sheet.slug(), None, "today");
        ways.push(way(t.desk_back_to_today(), today, None));
    }
    ways
}

fn seldom(ctx: &PageCtx, sheet: &Sheet) -> Vec<LinkButton> {
    let t = ctx.t;
    let of_the_day = |page: &str| links::day(ctx.lang, sheet.slug(), Some(sheet.date), page);
    let is_ahead = sheet.date >= sheet.today;
    let mut ways = Vec::new();
    let waits = sheet.has_waitlist && sheet.may(Right::MoveBookings);
    ways.extend(waits.then(|| {
        let url = links::owner(ctx.lang, sheet.slug(), "waitlist");
        way(t.waiting_list_title(), url, None)
    }));
    let may_be_off = is_ahead && sheet.has_people() && absence::may(&sheet.at);
    ways.extend(may_be_off.then(|| {
        let url = links::absence(ctx.lang, sheet.slug(), (None, Some(sheet.date), ""));
        way(t.absence_title(), url, None)
    }));
    let may_all = bulk::RIGHTS.into_iter().all(|right| sheet.may(right));
    ways.extend((is_ahead && may_all).then(|| way(t.bulk_title(), of_the_day("bulk"), None)));
    ways.extend(
        sheet
            .may(why::RIGHT)
            .then(|| way(t.why_title(), of_the_day("why"), None)),
    );
    ways
}
