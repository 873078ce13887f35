//! The booking's home: number, time, place, what it costs, what can still be done.

use super::{
    Rights,
    offers::{self, WaitingPart},
    parts, series,
    ways::ways,
};
use crate::{
    base::lang::Lang,
    db::DbError,
    domain::{
        bookings::{
            self,
            answers::Answer,
            booking::{self, Booking},
            check_in, history,
            lines_told::{self, ToldLine},
            moving::{self, Moved},
            payment::is_payable,
            proposal,
            series::read::{Series, of as series_of},
            status::Status,
            waitlist::rule_rows,
        },
        businesses::profile::Profile,
        payments::receipt::{self, Receipt},
    },
    web::{
        answers,
        error::{Error, Result},
        gate::guest::{self, Opened},
        links,
        moments::Moments,
        page::PageCtx,
        parts::PartLine,
        public::{frame, moves, words},
        session::SignedIn,
        site::Site,
        statuses,
        ui::{
            answer_list::AnswerList,
            buttons::LinkButton,
            frame::ShopFrame,
            icon::Icon,
            ladder::Ladder,
            qr::Qr,
            status_badge::{StatusBadge, Tone},
            summary_list::{Bill, SummaryList, SummaryRow},
        },
    },
};
use actix_session::Session;
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Utc};

/// The page.
#[derive(Template)]
#[template(path = "public/bookings/show.html")]
pub struct ShowPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    title: String,
    badge: StatusBadge,
    number: String,
    facts: SummaryList,
    /// The services of a visit.
    parts: Vec<PartLine>,
    series: Option<series::Part>,
    answers: Option<AnswerList>,
    /// That they are not shown any more.
    answers_past: Option<String>,
    bill: Option<Bill>,
    cost: Option<String>,
    ladder: Option<Ladder>,
    moves: Option<moves::MovePart>,
    mail: Option<String>,
    carrier: Option<String>,
    qr: Option<Qr>,
    /// The same to be read aloud.
    code: Option<String>,
    when: String,
    waiting: Option<WaitingPart>,
    keeps: bool,
    ways: Vec<LinkButton>,
    change_until: Option<String>,
    too_late: Option<String>,
    /// That the shop asks something, and the way to answer.
    asked: Option<LinkButton>,
    /// All bookings of whoever is signed in.
    own: Option<String>,
}

/// Mail that carriers let through only when they are told to (UX 4.2).
const CARRIERS: [&str; 8] = [
    "docomo.ne.jp",
    "ezweb.ne.jp",
    "au.com",
    "softbank.ne.jp",
    "i.softbank.jp",
    "ymobile.ne.jp",
    "vodafone.ne.jp",
    "disney.ne.jp",
];

/// The booking of a link.
pub async fn show(
    site: Data<Site>,
    ctx: PageCtx,
    session: Session,
    path: Path<(String, String)>,
) -> Result {
    let token = path.into_inner().1;
    let shown = read(&site, &ctx, &token).await?;
    let mut page = page(&site, &ctx, &shown);
    page.own = SignedIn::known(&session).map(|_| links::own_bookings(ctx.lang, "coming", 0));
    ctx.html(&page)
}

/// A booking as its link shows it.
pub struct Shown {
    /// The business.
    pub profile: Profile,
    /// The booking.
    pub booking: Booking,
    /// The instant of the reading.
    pub now: DateTime<Utc>,
    /// The link's token.
    pub token: String,
    /// What calling it off costs, if that was done.
    pub fee: Option<i64>,
    /// What was answered beforehand.
    pub answers: Vec<Answer>,
    /// The receipt, once it is issued.
    pub receipt: Option<Receipt>,
    /// What is known of it while it waits for the shop.
    pub waiting: offers::Waiting,
    /// Whether the shop keeps a waiting list.
    pub has_waitlist: bool,
    /// Whether the shop asks whether another time or person suits them.
    pub is_asked: bool,
    /// The series that it belongs to.
    pub series: Option<Series>,
    /// The services of a visit, called-off ones too; none where there is one.
    pub lines: Vec<ToldLine>,
    /// How often it was moved by its guest, and what is owed for that.
    pub moved: Moved,
}

impl Shown {
    /// What the guest may still do.
    pub fn rights(&self) -> Rights {
        let row = &self.booking.row;
        let rights = Rights::of(&self.profile, row, self.now);
        Rights {
            change_until: rights
                .change_until
                .filter(|_| !moving::is_used_up(row, self.moved)),
            ..rights
        }
    }

    /// Instants as its pages say them.
    pub fn moments(&self, ctx: &PageCtx) -> Moments {
        Moments::new(ctx.t, self.profile.zone, self.now)
    }

    /// Whether it still lies ahead.
    pub fn is_ahead(&self) -> bool {
        self.booking.row.status.is_ahead() && self.now < self.booking.row.start_at
    }
}

/// What a link opens, read.
pub async fn read(site: &Site, ctx: &PageCtx, token: &str) -> std::result::Result<Shown, Error> {
    let text = token.to_owned();
    let found = guest::look(site, token, &ctx.request, move |tx, opened: &Opened| {
        let Some(booking) = booking::find(tx, opened.booking)? else {
            return Ok::<_, DbError>(None);
        };
        let is_off = booking.row.status == Status::Cancelled;
        Ok(Some(Shown {
            fee: match is_off {
                true => Some(history::cancellation_fee(tx, opened.booking)?),
                false => None,
            },
            answers: match booking.has_answers
                && bookings::answers::are_shown(booking.row.end_at, tx.now())
            {
                true => bookings::answers::of(tx, opened.booking)?,
                false => Vec::new(),
            },
            receipt: match is_payable(booking.row.status) {
                true => receipt::find(tx, opened.booking)?,
                false => None,
            },
            waiting: offers::read(tx, &booking.row)?,
            has_waitlist: rule_rows::of(tx)?.is_on,
            is_asked: tx.now() < booking.row.start_at && proposal::waits(tx, &booking.row)?,
            series: series_of(tx, opened.booking)?,
            lines: match booking.quote.is_of_visit() {
                true => lines_told::told(tx, &[opened.booking])?,
                false => Vec::new(),
            },
            moved: moving::moved(tx, &booking.row)?,
            profile: opened.profile.clone(),
            booking,
            now: tx.now(),
            token: text.clone(),
        }))
    });
    found.await??.ok_or(Error::NotFound)
}

fn page<'a>(site: &Site, ctx: &'a PageCtx, shown: &Shown) -> ShowPage<'a> {
    let Shown {
        profile,
        booking,
        fee,
        ..
    } = shown;
    let t = ctx.t;
    let row = &booking.row;
    let (moments, rights, ahead) = (shown.moments(ctx), shown.rights(), shown.is_ahead());
    let code = check_in::code(&site.secret, row.id, &row.number);
    let door = links::check_in(ctx.lang, &profile.slug, Some(&code));
    let address = format!("{}{door}", site.public_url);
    // Whoever is a little late still needs it; who waits for the shop has nothing to show yet.
    let waits = shown.waiting.is_some();
    let is_awaited = row.status.is_ahead() && !waits && shown.now <= row.end_at;
    let email = booking.customer.email.clone();
    let domain = email
        .as_deref()
        .and_then(|email| email.rsplit_once('@'))
        .map(|(_, domain)| domain.to_owned());
    let ladder = booking
        .policy
        .as_ref()
        .filter(|_| ahead && !waits)
        .and_then(|policy| {
            words::ladder(ctx, &moments, policy, row.limits_start(), row.price_cents)
        });
    ShowPage {
        shop: frame::frame(ctx, profile),
        title: title(ctx, row.status),
        badge: statuses::guest_badge(t, profile.vertical, row.status, row.cancelled_by),
        number: row.number.clone(),
        facts: facts(ctx, &moments, profile, booking),
        parts: parts::parts(ctx, shown),
        series: series::part(site, ctx, shown),
        answers: answers::list(ctx, &moments, &shown.answers, &|file| {
            Some(links::booking_file(ctx.lang, &shown.token, file))
        }),
        answers_past: (booking.has_answers && shown.answers.is_empty())
            .then(|| t.booking_answers_past()),
        // What was called off has no price any more, but it may have cost something.
        bill: fee.is_none().then(|| parts::bill(ctx, &booking.quote)),
        cost: fee.map(|fee| words::cancellation(ctx, fee)),
        ladder,
        moves: moves::of_booking(ctx, shown),
        mail: email
            .as_ref()
            .filter(|_| ahead)
            .map(|email| t.booking_done_mail(email)),
        carrier: domain
            .filter(|domain| ahead && CARRIERS.contains(&domain.as_str()))
            .map(|_| t.booking_done_carrier(&site.mail_domain)),
        code: is_awaited.then(|| t.booking_code(&code)),
        qr: Qr::of(&address, t.booking_qr()).filter(|_| is_awaited),
        change_until: rights
            .change_until
            .map(|until| t.booking_change_until(moments.moment(until))),
        asked: shown.is_asked.then(|| LinkButton {
            label: t.absence_guest_way(),
            url: links::booking_answer(ctx.lang, &shown.token),
            ..LinkButton::default()
        }),
        too_late: (ahead && rights.cancel_until.is_none() && !shown.is_asked)
            .then(|| t.errors_cancel_closed(t.phone(&profile.phone))),
        when: moments.when(row.business_date, row.start_at, row.end_at),
        waiting: offers::part(ctx, shown),
        keeps: ahead,
        own: None,
        ways: ways(ctx, shown),
        ctx,
    }
}

fn facts(ctx: &PageCtx, moments: &Moments, profile: &Profile, booking: &Booking) -> SummaryList {
    let t = ctx.t;
    let row = &booking.row;
    let line = |question: String, answer: String, note: Option<String>| SummaryRow {
        question,
        answer,
        note,
        change: None,
    };
    let mut rows = vec![line(
        t.booking_when(),
        moments.when(row.business_date, row.start_at, row.end_at),
        None,
    )];
    // Each service of a visit has its own line, with whom and when.
    let is_of_visit = booking.quote.is_of_visit();
    if !is_of_visit {
        let menu = t.businesses_menu(profile.vertical.slug());
        rows.push(line(menu, service_name(ctx, booking), None));
    }
    if row.party_size > 1 {
        rows.push(line(
            t.booking_party(),
            t.people(i64::from(row.party_size)),
            None,
        ));
    }
    let person = booking.resource.as_ref();
    if let Some(person) = person.filter(|_| row.is_nominated && !is_of_visit) {
        rows.push(line(
            t.booking_staff(),
            person.text(ctx.lang).to_owned(),
            None,
        ));
    }
    rows.push(line(
        t.booking_place(),
        profile.name.text(ctx.lang).to_owned(),
        Some(frame::address(ctx, &profile.address)),
    ));
    let name = match ctx.lang {
        Lang::Ja => t.booking_name_polite(&booking.customer.name),
        Lang::En => booking.customer.name.clone(),
    };
    rows.push(line(t.booking_name(), name, None));
    if !row.customer_note.is_empty() {
        rows.push(line(t.booking_note(), row.customer_note.clone(), None));
    }
    SummaryList { rows }
}

/// The service, and what was chosen besides, as they were called when it was booked.
pub fn service_name(ctx: &PageCtx, booking: &Booking) -> String {
    booking.quote.booked_as().text(ctx.lang).to_owned()
}

fn title(ctx: &PageCtx, status: Status) -> String {
    match status {
        Status::Cancelled => ctx.t.booking_title_cancelled(),
        Status::Expired => ctx.t.requests_title_lapsed(),
        Status::Completed | Status::NoShow | Status::Arrived | Status::InService => {
            ctx.t.booking_title_past()
        }
        Status::Pending | Status::PendingPayment | Status::PendingDeposit => {
            ctx.t.booking_title_pending()
        }
        Status::Confirmed => ctx.t.booking_title_confirmed(),
    }
}

impl ShowPage<'_> {
    /// What stands above the title: done, still waiting, or no more.
    fn mark(&self) -> Icon {
        match self.badge.tone {
            Tone::Awaiting | Tone::Unpaid => Icon::Clock,
            Tone::Cancelled | Tone::NoShow => Icon::Cross,
            _ => Icon::Check,
        }
    }
}
