//! What is said of one line of the day.

use super::sheet::Sheet;
use crate::{
    base::ids::ResourceId,
    domain::{
        bookings::{day_sheet::Entry, payment::is_payable, sheet_lines::SheetLine, status::Status},
        scheduling::resource::Resource,
    },
    web::{page::PageCtx, ui::frame::Phone},
};

/// So much of a remark is shown in a list, in characters.
const REMARK: usize = 60;

/// The customer as staff call them.
pub fn guest(ctx: &PageCtx, entry: &Entry) -> String {
    named(ctx, &entry.customer)
}

/// A customer as staff call them; who ended their account has no name any more.
pub fn named(ctx: &PageCtx, name: &str) -> String {
    if name.is_empty() {
        ctx.t.desk_guest_erased()
    } else {
        ctx.t.desk_guest(name)
    }
}

/// Everything a booking takes, people first; its column when the taken time has been cleared away.
pub fn taken<'a>(sheet: &'a Sheet, entry: &Entry) -> Vec<&'a Resource> {
    let mut ids: Vec<ResourceId> = entry.takes.clone();
    ids.extend(entry.column.filter(|column| !entry.takes.contains(column)));
    let mut found: Vec<&Resource> = ids.iter().filter_map(|id| sheet.resource(*id)).collect();
    found.sort_by_key(|resource| (!resource.kind.is_person(), resource.sort_order));
    found
}

/// With whom and where, one name after the other; empty when nobody is assigned.
pub fn names(ctx: &PageCtx, sheet: &Sheet, entry: &Entry) -> Vec<String> {
    taken(sheet, entry)
        .iter()
        .map(|resource| resource.name.text(ctx.lang).to_owned())
        .collect()
}

/// Menu, people, number of guests, in one line.
pub fn facts(ctx: &PageCtx, sheet: &Sheet, entry: &Entry) -> String {
    let who = names(ctx, sheet, entry).join(" · ");
    let who = if who.is_empty() {
        ctx.t.desk_unassigned()
    } else {
        who
    };
    if !entry.lines.is_empty() {
        return lines(ctx, sheet, entry).join(" → ");
    }
    let mut parts = vec![entry.service.text(ctx.lang).to_owned(), who];
    parts.extend((entry.party > 1).then(|| ctx.t.people(i64::from(entry.party))));
    parts.join(" · ")
}

/// The services of a visit one after the other: when, what, by whom, and whose where it is not that of whoever booked.
pub fn lines(ctx: &PageCtx, sheet: &Sheet, entry: &Entry) -> Vec<String> {
    let (t, clock) = (ctx.t, sheet.clock(ctx));
    let one = |line: &SheetLine| {
        let with = line.column.and_then(|id| sheet.resource(id));
        let with = with.map_or_else(
            || t.desk_unassigned(),
            |one| one.name.text(ctx.lang).to_owned(),
        );
        let what = line.service.text(ctx.lang);
        let what = match line.guest {
            0 => what.to_owned(),
            _ => t.desk_several_with(what),
        };
        t.desk_several_line(what, clock.time(sheet.date, line.start), with)
    };
    entry.lines.iter().map(one).collect()
}

/// Words beside the name: chosen person, first visit, how often they did not come, whether it is paid.
pub fn tags(ctx: &PageCtx, entry: &Entry) -> Vec<String> {
    let t = ctx.t;
    let mut tags = Vec::new();
    tags.extend(entry.is_nominated.then(|| t.desk_tag_nominated()));
    tags.extend(entry.is_first.then(|| t.desk_tag_first()));
    tags.extend(entry.has_answers.then(|| t.desk_tag_answers()));
    let is_awaited = entry.lacks_answers && entry.status.is_ahead();
    tags.extend(is_awaited.then(|| t.desk_tag_no_answers()));
    tags.extend((entry.no_shows > 0).then(|| t.desk_tag_no_shows(entry.no_shows)));
    tags.extend(paid(ctx, entry.status, (entry.price, entry.paid)));
    tags
}

/// Whether it is paid, in a word: once somebody has paid, or is there to.
pub fn paid(ctx: &PageCtx, status: Status, (price, paid): (i64, i64)) -> Option<String> {
    let t = ctx.t;
    match price.saturating_sub(paid) {
        _ if price <= 0 => None,
        ..=0 => Some(t.payments_tag_paid()),
        rest if paid > 0 => Some(t.payments_tag_rest(t.yen(rest))),
        _ => is_payable(status).then(|| t.payments_tag_open()),
    }
}

/// The same in single letters, for small places, with a mark where there is something to read.
pub fn flags(ctx: &PageCtx, entry: &Entry) -> String {
    let t = ctx.t;
    let mut flags = Vec::new();
    flags.extend(entry.is_nominated.then(|| t.desk_flag_nominated()));
    flags.extend(entry.is_first.then(|| t.desk_flag_first()));
    flags.extend(remark(entry).map(|_| t.desk_flag_remark()));
    flags.join(" ")
}

/// What staff and customer wrote, staff first.
pub fn remark(entry: &Entry) -> Option<String> {
    let written: Vec<&str> = [entry.staff_note.trim(), entry.customer_note.trim()]
        .into_iter()
        .filter(|note| !note.is_empty())
        .collect();
    (!written.is_empty()).then(|| written.join(" / ").replace('\n', " "))
}

/// The beginning of it.
pub fn short_remark(entry: &Entry) -> Option<String> {
    remark(entry).map(|remark| {
        if remark.chars().count() <= REMARK {
            return remark;
        }
        let begun: String = remark.chars().take(REMARK).collect();
        format!("{begun}…")
    })
}

/// The number, and the address that calls it.
pub fn call(ctx: &PageCtx, phone: Option<&str>) -> Option<Phone> {
    let number = phone.filter(|number| !number.is_empty())?;
    Some(Phone {
        shown: ctx.t.phone(number),
        url: format!("tel:{number}"),
    })
}
