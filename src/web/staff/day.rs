//! The day by person: columns of people (or tables), hours down, gaps to press.

use super::{
    block,
    columns::{self, free, gaps, hours, lanes},
    entry,
    head::{Ways, views, ways},
    legend::Legend,
    live::{self, LiveNotice},
    sheet::{self, Sheet},
};
use crate::{
    base::{
        ids::ResourceId,
        time::{WallSpan, WallTime},
    },
    domain::{
        bookings::day_sheet::Entry,
        businesses::role::Right,
        scheduling::{block::Block as KeptFree, resource::Resource},
    },
    web::{
        desk::{Desk, Room},
        error::Result,
        form::typed::Asked,
        links::{self, Prefill},
        page::PageCtx,
        session::SignedIn,
        site::Site,
        statuses,
        ui::{
            avatar::Avatar,
            buttons::{LinkButton, PostButton},
            day_grid::{Block, DayColumn, DayGrid, Place},
            frame::ShopFrame,
            nav::Nav,
            pager::{Pager, Tabs},
            post_form::PostForm,
            status_badge::Tone,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "staff/day.html")]
pub struct DayPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    date: String,
    kept_staff: Option<String>,
    views: Tabs,
    pager: Pager,
    ways: Ways,
    closed: Option<String>,
    called_off: Option<String>,
    legend: Legend,
    live: Option<LiveNotice>,
    grid: DayGrid,
    closing: (Option<LinkButton>, Option<PostButton>),
}

/// Which day.
#[derive(Deserialize, Default)]
pub struct DayQuery {
    #[serde(default)]
    date: String,
}

/// The columns.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    query: Asked<DayQuery>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let sheet = sheet::read(&site, &ctx, &signed_in, &path.1, &query.0.date).await?;
    let desk = Desk::of(&ctx, &signed_in, &sheet.at, Room::Day);
    let off = sheet.called_off().count();
    ctx.html(&DayPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: sheet.heading(&ctx),
        date: sheet.date.to_string(),
        kept_staff: None,
        views: views(&ctx, &sheet, "day"),
        pager: sheet.pager(&ctx, "day"),
        ways: ways(&ctx, &sheet, None),
        closed: sheet
            .plan
            .opening
            .is_empty()
            .then(|| ctx.t.desk_closed_day()),
        called_off: (off > 0).then(|| ctx.t.desk_called_off_in_list(off)),
        legend: Legend::of(&ctx, std::slice::from_ref(&sheet)),
        live: live::notice(&ctx, std::slice::from_ref(&sheet)),
        grid: grid(&ctx, &sheet),
        closing: sheet.closing(&ctx, None),
        ctx: &ctx,
    })
}

fn grid(ctx: &PageCtx, sheet: &Sheet) -> DayGrid {
    let clock = sheet.clock(ctx);
    let all: Vec<Place> = sheet.standing().map(|one| place(ctx, sheet, one)).collect();
    let (from, until) = hours(&sheet.plan.opening, &all);
    let shown = columns::columns(sheet);
    let unassigned = columns::within(sheet, None, &shown);
    let mut drawn = Vec::with_capacity(shown.len() + 1);
    if !unassigned.is_empty() {
        drawn.push(DayColumn {
            name: ctx.t.desk_unassigned(),
            ..nobodys(ctx, sheet, &unassigned)
        });
    }
    let one_of = |one: &&Resource| match ctx.folded.has(one.id) {
        true => folded(ctx, sheet, one),
        false => DayColumn {
            turn: Some(ctx.t.desk_fold(one.name.text(ctx.lang))),
            note: Some(note(ctx, sheet, one)),
            ..column(ctx, sheet, one, (from * 60, until * 60))
        },
    };
    drawn.extend(shown.iter().map(one_of));
    let minute = clock.minute(sheet.date, sheet.now);
    let is_now = sheet.date == sheet.today && (from * 60..until * 60).contains(&minute);
    DayGrid {
        label: ctx.t.desk_grid(clock.day(sheet.date)),
        from,
        until,
        columns: drawn,
        fold: Some(PostForm {
            action: links::day(ctx.lang, sheet.slug(), None, "day/fold"),
            hidden: vec![
                ("csrf".to_owned(), ctx.csrf.clone()),
                ("date".to_owned(), sheet.date.to_string()),
            ],
        }),
        now: is_now.then(|| (minute, ctx.t.ui_now(clock.time(sheet.date, sheet.now)))),
    }
}

/// Whose column is folded, and how many bookings are in it.
fn folded(ctx: &PageCtx, sheet: &Sheet, resource: &Resource) -> DayColumn {
    let name = resource.name.text(ctx.lang).to_owned();
    DayColumn {
        turn: Some(ctx.t.desk_unfold(&name)),
        note: Some(note(ctx, sheet, resource)),
        date: sheet.date.to_string(),
        staff: Some(resource.id.to_string()),
        is_folded: true,
        name,
        ..DayColumn::default()
    }
}

/// How many bookings a column has, and whether guests can book none by themselves.
fn note(ctx: &PageCtx, sheet: &Sheet, resource: &Resource) -> String {
    let count = columns::count(&columns::within(sheet, Some(resource.id), &[]));
    let bookings = ctx.t.desk_bookings(count);
    match resource.takes_online {
        true => bookings,
        false => ctx.t.desk_offline(bookings),
    }
}

/// The column of one person, table or room.
pub fn column(
    ctx: &PageCtx,
    sheet: &Sheet,
    resource: &Resource,
    (from, until): (u16, u16),
) -> DayColumn {
    let bookable = WallSpan::merged(sheet.plan.bookable(resource.id));
    let entries = columns::within(sheet, Some(resource.id), &[]);
    let kept = sheet
        .blocks
        .iter()
        .filter(|one| one.resource_id == resource.id);
    let kept = kept.map(|one| kept_free(ctx, sheet, one));
    let blocks = blocks(ctx, sheet, (&entries, Some(resource.id)), kept);
    let places: Vec<Place> = blocks.iter().flat_map(Block::stretches).collect();
    let name = resource.name.text(ctx.lang).to_owned();
    let is_off = bookable.is_empty() && !sheet.plan.opening.is_empty();
    let off = if is_off {
        ctx.t.desk_off_day()
    } else {
        String::new()
    };
    let step = u16::try_from(sheet.at.profile.settings.slot_step_minutes).unwrap_or(30);
    let person = resource.kind.is_person();
    let list = links::day(ctx.lang, sheet.slug(), Some(sheet.date), "today");
    DayColumn {
        note: Some(ctx.t.desk_bookings(columns::count(&entries))),
        url: person.then(|| format!("{list}&staff={}", resource.id)),
        avatar: person.then(|| Avatar::of(&name)),
        shut: gaps(&bookable, from, until)
            .into_iter()
            .map(|gap| (gap, off.clone()))
            .collect(),
        free: free(&bookable, &places, step)
            .into_iter()
            .filter(|_| sheet.may(Right::CreateBookings))
            .map(|gap| add(ctx, sheet, resource.id, gap))
            .collect(),
        date: sheet.date.to_string(),
        staff: Some(resource.id.to_string()),
        blocks,
        name,
        ..DayColumn::default()
    }
}

/// The column of what nobody has yet.
pub fn nobodys(ctx: &PageCtx, sheet: &Sheet, entries: &[&Entry]) -> DayColumn {
    DayColumn {
        blocks: blocks(ctx, sheet, (entries, None), std::iter::empty()),
        note: Some(ctx.t.desk_bookings(columns::count(entries))),
        date: sheet.date.to_string(),
        ..DayColumn::default()
    }
}

fn add(ctx: &PageCtx, sheet: &Sheet, resource: ResourceId, gap: Place) -> (Place, String, String) {
    let time = ctx.t.wall_time(u32::from(gap.start));
    let prefill = Prefill {
        staff: Some(resource),
        date: Some(sheet.date),
        time: Some(time.clone()),
        ..Prefill::default()
    };
    let url = links::new_booking(ctx.lang, sheet.slug(), &prefill);
    (gap, url, ctx.t.desk_add_at(time))
}

fn blocks(
    ctx: &PageCtx,
    sheet: &Sheet,
    (entries, column): (&[&Entry], Option<ResourceId>),
    kept: impl Iterator<Item = Block>,
) -> Vec<Block> {
    let groups = columns::together(sheet, entries);
    let mut drawn: Vec<Block> = groups
        .iter()
        .filter_map(|group| {
            let first = group.first()?;
            let block = block(ctx, sheet, (first, column));
            Some(match group.len() {
                1 => block,
                count => lesson(ctx, sheet, group, count, block),
            })
        })
        .collect();
    drawn.extend(kept);
    drawn.sort_by_key(|block| block.place.start);
    let stretches: Vec<Vec<Place>> = drawn.iter().map(Block::stretches).collect();
    for (block, (lane, lanes)) in drawn.iter_mut().zip(lanes(&stretches)) {
        (block.lane, block.lanes) = (lane, lanes);
    }
    drawn
}

fn block(ctx: &PageCtx, sheet: &Sheet, (entry, column): (&Entry, Option<ResourceId>)) -> Block {
    // The chair next door is taken all the time.
    let processing = entry.processing.filter(|_| column == entry.column);
    let clock = sheet.clock(ctx);
    let mut note = entry.service.text(ctx.lang).to_owned();
    if entry.party > 1 {
        note = format!("{note} · {}", ctx.t.people(i64::from(entry.party)));
    }
    let (mut name, mut part) = (entry::guest(ctx, entry), None);
    if let Some(piece) = entry.piece {
        note = piece.marked(&note);
        part = Some(piece.part.to_string());
        if piece.guest > 0 {
            name = ctx.t.desk_several_with(name);
        }
    }
    Block {
        place: place(ctx, sheet, entry),
        processing: processing.map(|gap| (between(ctx, sheet, gap), ctx.t.desk_processing())),
        tone: statuses::tone(entry.status),
        status: statuses::staff_word(ctx.t, sheet.at.profile.vertical, entry.status),
        time: clock.time(sheet.date, entry.start),
        name,
        note,
        part,
        flags: entry::flags(ctx, entry),
        url: links::desk_booking(ctx.lang, sheet.slug(), entry.id),
        moves: entry.status.is_ahead() && sheet.may(Right::MoveBookings),
        ..Block::default()
    }
}

/// Many bookings of one lesson: what it is, and how many come. It leads to its page, or to the list where it is no class.
fn lesson(ctx: &PageCtx, sheet: &Sheet, group: &[&Entry], count: usize, first: Block) -> Block {
    let guests: i64 = group.iter().map(|entry| i64::from(entry.party)).sum();
    let service = group.first().map(|entry| entry.service.text(ctx.lang));
    let list = links::day(ctx.lang, sheet.slug(), Some(sheet.date), "today");
    let anchor = group.first().map(|entry| super::progress::anchor(entry.id));
    let page = group.first().and_then(|entry| session(ctx, sheet, entry));
    Block {
        name: service.unwrap_or_default().to_owned(),
        note: ctx.t.desk_lesson(count, ctx.t.people(guests)),
        flags: String::new(),
        processing: None,
        moves: false,
        url: page.unwrap_or_else(|| format!("{list}#{}", anchor.unwrap_or_default())),
        ..first
    }
}

/// The page of the session that a booking is of.
fn session(ctx: &PageCtx, sheet: &Sheet, entry: &Entry) -> Option<String> {
    let service = entry.service_id.filter(|id| sheet.classes.contains(id))?;
    let wall = WallTime::new(sheet.clock(ctx).minute(sheet.date, entry.start))?;
    Some(links::session(
        ctx.lang,
        sheet.slug(),
        (service, sheet.date, wall),
        "",
    ))
}

/// Time kept free of bookings, as a block of the column.
fn kept_free(ctx: &PageCtx, sheet: &Sheet, block: &KeptFree) -> Block {
    let clock = sheet.clock(ctx);
    Block {
        place: place_of(ctx, sheet, (block.start_at, block.end_at)),
        tone: Tone::Completed,
        status: ctx.t.desk_block(),
        time: clock.time(sheet.date, block.start_at),
        name: ctx.t.desk_block(),
        note: block::reason(ctx, block),
        url: links::block(
            ctx.lang,
            sheet.slug(),
            &block.id.to_string(),
            &Prefill::default(),
        ),
        time_off: true,
        ..Block::default()
    }
}

/// Where a booking stands.
pub fn place(ctx: &PageCtx, sheet: &Sheet, entry: &Entry) -> Place {
    place_of(ctx, sheet, (entry.start, entry.end))
}

/// Never lower than what can be pressed.
fn place_of(ctx: &PageCtx, sheet: &Sheet, times: (DateTime<Utc>, DateTime<Utc>)) -> Place {
    let place = between(ctx, sheet, times);
    Place {
        minutes: place.minutes.max(15),
        ..place
    }
}

fn between(ctx: &PageCtx, sheet: &Sheet, (start, end): (DateTime<Utc>, DateTime<Utc>)) -> Place {
    let clock = sheet.clock(ctx);
    let start = clock.minute(sheet.date, start);
    let end = clock.minute(sheet.date, end);
    Place {
        start,
        minutes: end.saturating_sub(start),
    }
}
