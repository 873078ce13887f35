//! One booking, whole: what can be done with it, its facts, what was agreed, its story and its letters.

use super::{
    answers::{self, Part},
    booking_ways::{Messages, card, chart, messages, ways},
    capped,
    clock::WallClock,
    delay, entry, facts, lines, note, paid, part,
    progress::{self, Back, Subject},
    request,
    story::{Line, Sent, Told},
    turn, waiver,
};
use crate::{
    base::{ids::BookingId, time::LocalDate},
    db,
    domain::{
        bookings::{
            booking::{self, Booking, Source},
            history,
            import::made,
            lines_told::{self, ToldLine},
            over_caps,
            progress::recallable_until,
            series::read::{Series, of as series_of},
        },
        businesses::role::Right,
        catalog::{
            coupon as coupons,
            service::{self, Service},
        },
        notifications::delivery::{self, Letter},
        payments::{
            payment::{self as rows, Payment},
            receipt::{self, Receipt},
        },
        scheduling::{
            caps::Reached,
            day_plan,
            resource::{self, Resource},
            turns::{self, Turn},
        },
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        form::{Errors, typed::Asked},
        gate::member::{self, AtWork},
        links,
        moments::Moments,
        page::PageCtx,
        parts::PartLine,
        session::SignedIn,
        site::Site,
        statuses,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            error_summary::ErrorSummary,
            frame::{Phone, ShopFrame},
            icon::Icon,
            ladder::Ladder,
            nav::Nav,
            post_form::PostForm,
            status_badge::StatusBadge,
            summary_list::{Bill, SummaryList},
            text_area::TextArea,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "staff/booking.html")]
pub struct BookingPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    name: String,
    number: String,
    badge: StatusBadge,
    day: LinkButton,
    acts: Vec<PostButton>,
    undo: Option<PostButton>,
    ways: Vec<LinkButton>,
    visit: SummaryList,
    parts: Vec<PartLine>,
    customer: SummaryList,
    card: Option<LinkButton>,
    chart: Option<LinkButton>,
    call: Option<Phone>,
    delay: Option<delay::Part>,
    request: Option<request::Part>,
    series: Option<super::series::part::Part>,
    answers: Option<Part>,
    bill: Bill,
    paid: Option<paid::PaidPart>,
    ladder: Option<Ladder>,
    moves: Option<waiver::MovesPart>,
    capped: Vec<String>,
    note_form: Option<PostForm>,
    note: TextArea,
    save: Submit,
    newer_note: Option<String>,
    story: Vec<Line>,
    letters: Vec<Sent>,
    messages: Messages,
}

/// What was just done.
#[derive(Deserialize, Default)]
pub struct BookingQuery {
    #[serde(default)]
    done: String,
    /// Which payment was just taken.
    #[serde(default)]
    paid: String,
}

/// Everything about a booking, read.
pub struct Whole {
    /// Where, and who looks.
    pub at: AtWork,
    /// The booking.
    pub booking: Booking,
    /// Its services where it is a visit of several, called-off ones too.
    pub lines: Vec<ToldLine>,
    /// Whether the customer can be written to, whoever may see the address.
    pub has_email: bool,
    /// What it is called in the system that it came from.
    pub outside: Option<String>,
    /// What was answered beforehand, and what was not.
    pub answers: answers::Told,
    /// What is known of it while it waits for the shop.
    pub request: request::Told,
    /// The series that it belongs to.
    pub series: Option<Series>,
    /// Its story, oldest first.
    pub history: Vec<history::Entry>,
    /// Its letters, newest first.
    pub letters: Vec<Letter>,
    /// What was paid at the shop, mistakes too.
    pub payments: Vec<Payment>,
    /// The receipt for it.
    pub receipt: Option<Receipt>,
    /// Whether the shop has coupons.
    pub has_coupons: bool,
    /// Which limits of what guests book it has passed.
    pub passed: Vec<Reached>,
    /// The menu, where it is needed to name them.
    pub services: Vec<Service>,
    /// People, rooms and tables.
    pub resources: Vec<Resource>,
    /// What it takes of them, and why it was whose turn.
    pub turns: Vec<Turn>,
    /// The present business day.
    pub today: LocalDate,
    /// The instant of the page.
    pub now: DateTime<Utc>,
}

/// What was typed as a note and could not be saved.
pub struct Refused<'a> {
    /// As it was typed.
    pub note: &'a str,
    /// What was looked at when it was typed; `None` where somebody else was first, whose note is shown beside it.
    pub version: Option<i32>,
    /// Why.
    pub errors: &'a Errors,
}

/// A booking.
pub async fn show(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    query: Asked<BookingQuery>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let whole = read(&site, &ctx, &signed_in, (&slug, &id), Right::ReadBookings).await?;
    if query.0.done == id {
        progress::offer_undo(&mut ctx, &subject(&whole));
    }
    paid::offer_undo(&mut ctx, &whole, &query.0.paid);
    ctx.html(&page(&ctx, &signed_in, &whole, None))
}

/// Reads everything about a booking of this business for somebody who may do what they are about to; what is none of its
/// is not found.
pub async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, id): (&str, &str),
    right: Right,
) -> std::result::Result<Whole, Error> {
    let id: BookingId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let found = member::look(
        site,
        ctx,
        signed_in,
        (slug, right),
        move |tx, at| -> db::Result<_> {
            let Some(mut booking) = booking::find(tx, id)? else {
                return Ok(None);
            };
            let has_email = booking.customer.email.is_some();
            let mut letters = delivery::about(tx, id)?;
            if !at.member.may(Right::ReadContacts) {
                (booking.customer.email, booking.customer.phone) = (None, None);
                letters.iter_mut().for_each(|letter| letter.to_email = None);
            }
            let outside = match booking.row.source {
                Source::Import => made::outside_number(tx, id)?,
                _ => None,
            };
            let passed = over_caps::passed(tx, at.profile.zone, &booking.row)?;
            Ok(Some(Whole {
                outside,
                answers: answers::Told::read(tx, at, &booking)?,
                request: request::Told::read(tx, &booking.row)?,
                at: at.clone(),
                series: series_of(tx, id)?,
                lines: match booking.quote.is_of_visit() {
                    true => lines_told::told(tx, &[id])?,
                    false => Vec::new(),
                },
                history: history::read(tx, id)?,
                has_email,
                letters,
                payments: rows::of(tx, id)?,
                receipt: receipt::find(tx, id)?,
                has_coupons: !coupons::living(tx)?.is_empty(),
                services: match passed.is_empty() {
                    true => Vec::new(),
                    false => service::all(tx)?,
                },
                passed,
                resources: resource::all(tx)?,
                turns: turns::of(tx, id)?,
                today: day_plan::today(tx, at.profile.zone)?,
                now: tx.now(),
                booking,
            }))
        },
    );
    found.await??.ok_or(Error::NotFound)
}

fn visit(ctx: &PageCtx, clock: &WallClock, whole: &Whole) -> SummaryList {
    let visit = lines::visit(ctx, whole);
    let visit = facts::chosen(visit, turn::row(ctx, clock, whole));
    facts::called(ctx, visit, whole.outside.clone())
}

impl Whole {
    /// The clock of its business.
    pub fn clock(&self, ctx: &PageCtx) -> WallClock {
        WallClock {
            t: ctx.t,
            zone: self.at.profile.zone,
            now: self.now,
            today: self.today,
        }
    }

    /// Instants as the shop's words say them.
    fn moments(&self, ctx: &PageCtx) -> Moments {
        Moments::new(ctx.t, self.at.profile.zone, self.now)
    }

    /// Whether the one who looks may.
    pub fn may(&self, right: Right) -> bool {
        self.at.member.may(right)
    }

    /// Whose column it stands in; of tables that are put together, all.
    pub fn with(&self, ctx: &PageCtx) -> String {
        if let Some(joined) = turn::joined(ctx, self) {
            return joined;
        }
        let name = self.booking.resource.as_ref();
        name.map(|name| name.text(ctx.lang).to_owned())
            .unwrap_or_default()
    }
}

/// The page, perhaps with a note that could not be saved.
pub fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    whole: &Whole,
    refused: Option<&Refused<'_>>,
) -> BookingPage<'a> {
    let (t, row, profile) = (ctx.t, &whole.booking.row, &whole.at.profile);
    let (clock, subject) = (whole.clock(ctx), subject(whole));
    let desk = Desk::of(ctx, signed_in, &whole.at, Room::Booking);
    let told = Told {
        ctx,
        clock,
        kind: profile.vertical,
        resources: &whole.resources,
        lines: &whole.lines,
    };
    let errors = refused
        .map(|refused| refused.errors)
        .filter(|errors| !errors.is_empty());
    let title = t.desk_booking_title(&row.number);
    BookingPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.map(|errors| errors.summary(t)).unwrap_or_default(),
        title: if errors.is_some() {
            t.ui_error_page_title(title)
        } else {
            title
        },
        name: entry::named(ctx, &whole.booking.customer.name),
        number: row.number.clone(),
        badge: StatusBadge {
            tone: statuses::tone(row.status),
            word: statuses::staff_word_of(t, profile.vertical, row.status, row.cancelled_by),
        },
        day: LinkButton {
            label: clock.day(row.business_date),
            url: links::day(ctx.lang, &profile.slug, Some(row.business_date), "today"),
            voice: Voice::Text,
            small: true,
            icon: Some(Icon::Back),
            ..LinkButton::default()
        },
        acts: progress::acts(ctx, &subject),
        undo: progress::undo_button(ctx, &subject),
        ways: ways(ctx, whole),
        visit: visit(ctx, &clock, whole),
        parts: part::parts(ctx, whole),
        customer: facts::customer(ctx, &whole.booking),
        card: card(ctx, whole),
        chart: chart(ctx, whole),
        call: facts::call(ctx, &whole.booking),
        delay: delay::part(ctx, whole),
        request: request::part(ctx, whole),
        series: super::series::part::part(ctx, whole),
        answers: whole
            .answers
            .part(ctx, &whole.moments(ctx), (&profile.slug, &whole.history)),
        bill: whole.bill(ctx),
        paid: paid::part(ctx, whole),
        ladder: facts::ladder(ctx, &clock, &whole.booking),
        moves: waiver::part(ctx, whole),
        capped: capped::lines(ctx, whole),
        note_form: note::form(ctx, whole, refused),
        note: note::field(ctx, whole, refused),
        save: note::save(ctx),
        newer_note: refused
            .filter(|refused| refused.version.is_none())
            .map(|_| row.staff_note.clone())
            .filter(|newer| !newer.is_empty()),
        story: told.story(&whole.history),
        letters: told.letters(&whole.letters),
        messages: messages(ctx, whole),
        ctx,
    }
}

fn subject(whole: &Whole) -> Subject<'_> {
    let row = &whole.booking.row;
    Subject {
        slug: &whole.at.profile.slug,
        kind: whole.at.profile.vertical,
        id: row.id,
        name: &whole.booking.customer.name,
        status: row.status,
        recallable_until: recallable_until(row, &whole.history),
        start: row.start_at,
        now: whole.now,
        has_come: row.business_date <= whole.today,
        rights: whole.at.member.rights,
        back: Back::Booking,
    }
}
