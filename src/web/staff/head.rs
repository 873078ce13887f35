//! What stands above every face of the calendar: the faces themselves, and ways on.

use super::{limits, phone_page, sheet::Sheet};
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

/// Ways on from a day: back to the present one, a new booking, the sheet.
pub fn ways(ctx: &PageCtx, sheet: &Sheet, staff: Option<ResourceId>) -> Vec<LinkButton> {
    let t = ctx.t;
    let way = |label: String, url: String, icon: Option<Icon>| LinkButton {
        label,
        url,
        icon,
        voice: Voice::Quiet,
        small: true,
        ..LinkButton::default()
    };
    let prefill = Prefill {
        staff,
        date: Some(sheet.date),
        ..Prefill::default()
    };
    let new = links::new_booking(ctx.lang, sheet.slug(), &prefill);
    let print = links::day(ctx.lang, sheet.slug(), Some(sheet.date), "print");
    let mut ways = Vec::new();
    ways.extend(sheet.may(Right::CreateBookings).then(|| LinkButton {
        voice: Voice::Main,
        ..way(t.desk_new(), new, Some(Icon::Plus))
    }));
    let block = links::block(ctx.lang, sheet.slug(), "new", &prefill);
    ways.extend(
        sheet
            .may(Right::BlockTime)
            .then(|| way(t.desk_block_title(), block, None)),
    );
    ways.extend(sheet.may(limits::RIGHT).then(|| {
        let url = links::day(ctx.lang, sheet.slug(), Some(sheet.date), "limits");
        way(t.desk_limits_title(), url, None)
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
