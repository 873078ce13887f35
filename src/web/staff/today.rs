//! The day by time: what a telephone shows, and what the counter works from.

use super::{
    absence_answers, block, entry,
    head::{Ways, views, ways},
    kept,
    live::{self, LiveNotice},
    payment,
    progress::{self, Back, Subject},
    sheet::{self, Sheet},
    whose::Whose,
};
use crate::{
    base::ids::{BookingId, ResourceId},
    domain::{
        bookings::{day_sheet::Entry, status::Status},
        businesses::role::Right,
        scheduling::block::Block,
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
            buttons::{LinkButton, PostButton, Voice},
            day_list::{DayList, DayListRow, RowAct},
            empty::Empty,
            frame::ShopFrame,
            icon::Icon,
            kept::Kept,
            nav::Nav,
            pager::{Pager, Tab, Tabs},
            post_form::PostForm,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "staff/today.html")]
pub struct TodayPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    date: String,
    kept_staff: Option<String>,
    views: Tabs,
    people: Option<Tabs>,
    pager: Pager,
    ways: Ways,
    kept: Option<Kept>,
    live: Option<LiveNotice>,
    figures: Vec<(String, String)>,
    /// Whom the shop asks whether another time or person suits them.
    asked: Vec<absence_answers::Line>,
    /// What is over of the present day, and needs nothing any more: folded away.
    over: Option<(String, DayList)>,
    list: DayList,
    called_off: Option<(String, DayList)>,
    /// Time kept free of bookings: when and on whom, why, and the way there.
    blocks: Vec<(String, String, String)>,
    /// What was taken on this day, by way, and in all; for whoever may see that.
    takings: Vec<(String, String)>,
    nothing: Option<Empty>,
    closing: (Option<LinkButton>, Option<PostButton>),
}

/// Which day, whose, and what was just done.
#[derive(Deserialize, Default)]
pub struct TodayQuery {
    #[serde(default)]
    date: String,
    #[serde(default)]
    staff: String,
    #[serde(default)]
    done: String,
}

/// The business's own address leads to the present day.
pub async fn home(ctx: PageCtx, path: Path<(String, String)>) -> Result {
    ctx.see_other(&links::day(ctx.lang, &path.1, None, "today"))
}

/// The list.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    query: Asked<TodayQuery>,
) -> Result {
    let query = query.0;
    ctx.csrf.clone_from(&signed_in.csrf);
    let sheet = sheet::read(&site, &ctx, &signed_in, &path.1, &query.date).await?;
    let whose = Whose::of(&sheet, &signed_in, &query.staff);
    let done: Option<BookingId> = query.done.parse().ok();
    if let Some(entry) = sheet.entries.iter().find(|entry| Some(entry.id) == done) {
        // Whether it still can be is found out when it is pressed; here it has just been done.
        let subject = Subject {
            recallable_until: Some(sheet.now),
            ..subject(&sheet, entry, whose, &entry.customer)
        };
        progress::offer_undo(&mut ctx, &subject);
    }
    let desk = Desk::of(&ctx, &signed_in, &sheet.at, Room::Today);
    let answer = ctx.html(&page(&ctx, (&signed_in, desk), &sheet, whose))?;
    kept::may(answer, &signed_in, (&ctx, &sheet))
}

fn page<'a>(
    ctx: &'a PageCtx,
    (signed_in, desk): (&SignedIn, Desk),
    sheet: &Sheet,
    whose: Whose,
) -> TodayPage<'a> {
    let (t, staff) = (ctx.t, whose.one());
    let mine = |entry: &&Entry| staff.is_none_or(|id| has(sheet, entry, id));
    let standing: Vec<&Entry> = sheet.standing().filter(mine).collect();
    let (over, left): (Vec<&Entry>, Vec<&Entry>) =
        standing.iter().partition(|entry| is_over(sheet, entry));
    let called_off: Vec<&Entry> = sheet.called_off().filter(mine).collect();
    let count = called_off.len();
    TodayPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: sheet.heading(ctx),
        date: sheet.date.to_string(),
        kept_staff: Some(whose.word()),
        views: views(ctx, sheet, "today"),
        people: people(ctx, sheet, whose),
        pager: whose.kept(sheet.pager(ctx, "today")),
        ways: ways(ctx, sheet, staff),
        kept: kept::notice(ctx, signed_in, sheet),
        live: live::notice(ctx, std::slice::from_ref(sheet)),
        figures: figures(ctx, sheet, &standing),
        asked: absence_answers::of_today(ctx, sheet),
        nothing: standing.is_empty().then(|| nothing(ctx, sheet)),
        list: list(ctx, sheet, &left, whose),
        over: (!over.is_empty()).then(|| {
            let list = list(ctx, sheet, &over, whose);
            (t.desk_over(over.len()), DayList { now: None, ..list })
        }),
        called_off: (count > 0).then(|| {
            let list = list(ctx, sheet, &called_off, whose);
            let unmarked = DayList { now: None, ..list };
            (t.desk_called_off(count), unmarked)
        }),
        blocks: blocks(ctx, sheet, staff),
        takings: takings(ctx, sheet),
        closing: sheet.closing(ctx, staff),
        ctx,
    }
}

/// Whether nothing is left to do about a booking of the present day. One that should have begun and has not is not over:
/// somebody has to say whether they came.
fn is_over(sheet: &Sheet, entry: &Entry) -> bool {
    sheet.date == sheet.today && matches!(entry.status, Status::Completed | Status::NoShow)
}

fn blocks(
    ctx: &PageCtx,
    sheet: &Sheet,
    staff: Option<ResourceId>,
) -> Vec<(String, String, String)> {
    let clock = sheet.clock(ctx);
    let of = |block: &&Block| staff.is_none_or(|id| block.resource_id == id);
    let line = |block: &Block| {
        let whose = sheet
            .resource(block.resource_id)
            .map(|one| one.name.text(ctx.lang).to_owned());
        let when = clock.range(sheet.date, block.start_at, block.end_at);
        let path = block.id.to_string();
        (
            ctx.t.desk_block_line(when, whose.unwrap_or_default()),
            block::reason(ctx, block),
            links::block(ctx.lang, sheet.slug(), &path, &Prefill::default()),
        )
    };
    sheet.blocks.iter().filter(of).map(line).collect()
}

fn people(ctx: &PageCtx, sheet: &Sheet, whose: Whose) -> Option<Tabs> {
    let url = |whose: Whose| {
        let day = links::day(ctx.lang, sheet.slug(), Some(sheet.date), "today");
        format!("{day}&staff={}", whose.word())
    };
    let everyone = Tab {
        picture: None,
        key: None,
        label: ctx.t.desk_everyone(),
        url: url(Whose::All),
        count: Some(sheet.standing().count().to_string()),
        current: whose == Whose::All,
    };
    let persons: Vec<Tab> = sheet
        .resources
        .iter()
        .filter(|resource| resource.kind.is_person())
        .map(|person| Tab {
            picture: None,
            key: None,
            label: sheet::called(ctx, person),
            url: url(Whose::One(person.id)),
            count: Some(
                sheet
                    .standing()
                    .filter(|entry| has(sheet, entry, person.id))
                    .count()
                    .to_string(),
            ),
            current: whose == Whose::One(person.id),
        })
        .collect();
    (persons.len() > 1).then(|| Tabs {
        label: ctx.t.desk_people(),
        items: std::iter::once(everyone).chain(persons).collect(),
    })
}

fn figures(ctx: &PageCtx, sheet: &Sheet, standing: &[&Entry]) -> Vec<(String, String)> {
    let t = ctx.t;
    let ahead = standing
        .iter()
        .filter(|entry| entry.status.is_ahead())
        .count();
    let guests: i64 = standing.iter().map(|entry| i64::from(entry.party)).sum();
    let mut figures = vec![
        (
            t.desk_figure_bookings(),
            t.desk_figure_count(standing.len()),
        ),
        (t.desk_figure_expected(), t.desk_figure_count(ahead)),
        (t.desk_figure_guests(), t.people(guests)),
    ];
    if sheet.may(Right::ReadTakings) {
        let takings = standing
            .iter()
            .filter(|entry| entry.status.takes_time())
            .map(|entry| entry.price)
            .sum();
        figures.push((t.desk_figure_takings(), t.yen(takings)));
    }
    figures
}

/// What was taken on this day by the whole shop: what the drawer and the terminal are counted against.
fn takings(ctx: &PageCtx, sheet: &Sheet) -> Vec<(String, String)> {
    let t = ctx.t;
    let ways = sheet.takings.iter().map(|(way, sum)| {
        let name = t.of_family("payments-way", way.label());
        (name, t.yen(*sum))
    });
    let whole: i64 = sheet.takings.iter().map(|(_, sum)| sum).sum();
    let whole = (!sheet.takings.is_empty()).then(|| (t.payments_takings_whole(), t.yen(whole)));
    ways.chain(whole).collect()
}

fn list(ctx: &PageCtx, sheet: &Sheet, entries: &[&Entry], whose: Whose) -> DayList {
    let clock = sheet.clock(ctx);
    let coming = entries.iter().position(|entry| entry.start > sheet.now);
    let now = coming
        .filter(|_| sheet.date == sheet.today)
        .map(|position| {
            let time = clock.time(sheet.date, sheet.now);
            (position, ctx.t.ui_now(time))
        });
    let rows = entries
        .iter()
        .map(|entry| row(ctx, sheet, entry, whose))
        .collect();
    let back = Back::List(sheet.date, whose);
    let carried = PostForm {
        hidden: progress::carried(ctx, &back),
        ..PostForm::default()
    };
    DayList { rows, now, carried }
}

fn row(ctx: &PageCtx, sheet: &Sheet, entry: &Entry, whose: Whose) -> DayListRow {
    let (clock, kind) = (sheet.clock(ctx), sheet.at.profile.vertical);
    let name = entry::guest(ctx, entry);
    DayListRow {
        time: clock.time(sheet.date, entry.start),
        until: ctx.t.desk_until(clock.time(sheet.date, entry.end)),
        kana: entry.kana.clone(),
        url: links::desk_booking(ctx.lang, sheet.slug(), entry.id),
        facts: entry::facts(ctx, sheet, entry),
        call: entry::call(ctx, entry.phone.as_deref()),
        note: entry::short_remark(entry),
        anchor: Some(progress::anchor(entry.id)),
        tags: entry::tags(ctx, entry),
        badge: statuses::staff_badge(ctx.t, kind, entry.status),
        acts: progress::acts(ctx, &subject(sheet, entry, whose, &name))
            .into_iter()
            .map(RowAct::from)
            .collect(),
        pay: payment::way(
            ctx,
            (sheet.slug(), entry.id, &name),
            (entry.status, entry.price.saturating_sub(entry.paid)),
            sheet.at.member.rights,
        ),
        name,
    }
}

fn subject<'a>(sheet: &'a Sheet, entry: &Entry, whose: Whose, name: &'a str) -> Subject<'a> {
    Subject {
        slug: sheet.slug(),
        kind: sheet.at.profile.vertical,
        id: entry.id,
        name,
        status: entry.status,
        recallable_until: None,
        start: entry.start,
        now: sheet.now,
        has_come: sheet.date <= sheet.today,
        rights: sheet.at.member.rights,
        back: Back::List(sheet.date, whose),
    }
}

fn nothing(ctx: &PageCtx, sheet: &Sheet) -> Empty {
    let t = ctx.t;
    let words = match (sheet.plan.opening.is_empty(), sheet.date == sheet.today) {
        (true, _) => t.desk_nothing_closed(),
        (false, true) => t.desk_nothing_today(),
        (false, false) => t.desk_nothing(),
    };
    let prefill = Prefill {
        date: Some(sheet.date),
        ..Prefill::default()
    };
    let may = sheet.may(Right::CreateBookings);
    let by_phone = may.then(|| LinkButton {
        label: t.desk_new_by_phone(),
        url: links::new_booking(ctx.lang, sheet.slug(), &prefill),
        voice: Voice::Quiet,
        ..LinkButton::default()
    });
    let along = (may && sheet.may(Right::MoveCustomers)).then(|| LinkButton {
        label: t.imports_title(),
        url: links::owner(ctx.lang, sheet.slug(), "imports"),
        voice: Voice::Text,
        ..LinkButton::default()
    });
    Empty {
        icon: Icon::Calendar,
        words,
        ways: [by_phone, along].into_iter().flatten().collect(),
    }
}

fn has(sheet: &Sheet, entry: &Entry, id: ResourceId) -> bool {
    entry::taken(sheet, entry)
        .iter()
        .any(|resource| resource.id == id)
}
