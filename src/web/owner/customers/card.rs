//! A card, whole: who they are, what to mind, what comes, what was, and what can be done.

use super::{
    card_letters::{self, Letters},
    card_parts::{self, BookingRow, Marks, NoteLine, TagLine},
    card_records,
    chart::view::EntryView,
    consents::view::ConsentView,
    list, words,
};
use crate::{
    base::ids::BookingId,
    db,
    domain::{
        bookings::{
            answers::{self, Answer},
            card::{self as booked, Figures, Line, PAGE},
            chart::{self, Entry},
            consents::{self, Consent},
        },
        businesses::role::Right,
        customers::{
            card::{self, Card},
            notes::{self, Kind, Note},
            tags,
        },
        notifications::{
            unreached::{self, Unreached},
            wishes::{self, GuestWishes},
        },
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        form::{Errors, typed::Asked},
        gate::member::{self, AtWork},
        links::{self, Prefill},
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            answer_list::AnswerList,
            buttons::{LinkButton, PostButton, Submit, Voice},
            choice_field::ChoiceField,
            error_summary::ErrorSummary,
            frame::{Phone, ShopFrame},
            icon::Icon,
            nav::Nav,
            pager::Pager,
            post_form::PostForm,
            summary_list::SummaryList,
            text_area::TextArea,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;

/// So many words are offered on a card.
const OFFERED: i64 = 30;

/// So many visits of the chart stand on it.
const CHARTED: usize = 2;

/// The page.
#[derive(Template)]
#[template(path = "owner/customers/card.html")]
pub struct CardPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    heading: String,
    number: String,
    badges: Vec<String>,
    back: LinkButton,
    ways: Vec<LinkButton>,
    blocked: Option<String>,
    figures: Vec<(String, String)>,
    notes: Vec<NoteLine>,
    old_notes: Vec<NoteLine>,
    answers: Option<AnswerList>,
    note_form: Option<PostForm>,
    note_is_open: bool,
    kind: ChoiceField,
    note: TextArea,
    save: Submit,
    chart: Vec<EntryView>,
    chart_ways: Vec<LinkButton>,
    consents: Vec<ConsentView>,
    consent_ways: Vec<LinkButton>,
    ahead: Vec<BookingRow>,
    history: Vec<BookingRow>,
    pager: Option<Pager>,
    facts: SummaryList,
    call: Option<Phone>,
    tags: Option<TagLine>,
    marks: Option<Marks>,
    letters: Letters,
}

/// How far down the history.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct CardQuery {
    before: String,
}

/// Everything about a card, read.
pub(super) struct Scene {
    pub at: AtWork,
    pub card: Card,
    pub notes: Vec<Note>,
    /// What they answered last to each question, when and for which booking.
    pub answers: Vec<(Answer, NaiveDate, BookingId)>,
    pub tags: Vec<String>,
    pub used: Vec<(String, i64)>,
    pub figures: Figures,
    pub ahead: Vec<Line>,
    pub history: Vec<Line>,
    pub chart: Vec<Entry>,
    pub consents: Vec<Consent>,
    pub wishes: GuestWishes,
    pub unreached: Option<Unreached>,
    pub before: Option<BookingId>,
    pub now: DateTime<Utc>,
}

/// What was typed on the card and could not be taken.
#[derive(Default)]
pub(super) struct Refused<'a> {
    /// The kind of a note.
    pub kind: &'a str,
    /// The note.
    pub note: &'a str,
    /// A tag.
    pub tag: &'a str,
    /// Why somebody is blocked.
    pub reason: &'a str,
    /// What is wrong.
    pub errors: Errors,
}

/// The card. One that was merged leads to the one that is kept.
pub async fn show(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    query: Asked<CardQuery>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let before = query.0.before.parse().ok();
    let asked = (path.1.as_str(), path.2.as_str());
    let scene = read(&site, &ctx, &signed_in, asked, before).await?;
    if let Some(kept) = scene.card.merged_into {
        return ctx.see_other(&words::card(&ctx, &path.1, kept, ""));
    }
    if scene.card.deleted_at.is_some() {
        return Err(Error::NotFound);
    }
    ctx.html(&page(&ctx, &signed_in, &scene, &Refused::default()))
}

/// Reads a card of this business, whatever became of it.
pub(super) async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, id): (&str, &str),
    before: Option<BookingId>,
) -> std::result::Result<Scene, Error> {
    let id = words::key(id)?;
    let wish = (slug, Right::ReadCustomers);
    let found = member::look(site, ctx, signed_in, wish, move |tx, at| {
        let Some(mut card) = card::find(tx, id)? else {
            return Ok(None);
        };
        let unreached = match &card.email {
            Some(email) => unreached::find(tx, email)?,
            None => None,
        };
        if !at.member.may(Right::ReadContacts) {
            (card.email, card.phone) = (None, None);
        }
        db::Result::Ok(Some(Scene {
            at: at.clone(),
            notes: notes::of(tx, id)?,
            answers: answers::latest(tx, id)?,
            tags: tags::of(tx, id)?,
            used: tags::used(tx, OFFERED)?,
            figures: booked::figures(tx, id)?,
            ahead: booked::ahead(tx, id)?,
            history: booked::history(tx, id, before)?,
            chart: chart::of(tx, id, None, CHARTED)?.0,
            consents: consents::of(tx, id)?,
            wishes: wishes::of(tx, id)?,
            unreached,
            before,
            now: tx.now(),
            card,
        }))
    });
    found.await??.ok_or(Error::NotFound)
}

/// The card again, with what was typed and could not be taken.
pub(super) async fn redraw(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    asked: (&str, &str),
    refused: &Refused<'_>,
) -> Result {
    let scene = read(site, ctx, signed_in, asked, None).await?;
    if scene.card.deleted_at.is_some() {
        return Err(Error::NotFound);
    }
    let page = page(ctx, signed_in, &scene, refused);
    ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    refused: &Refused<'_>,
) -> CardPage<'a> {
    let (t, card, at) = (ctx.t, &scene.card, &scene.at);
    let slug = &at.profile.slug;
    let desk = Desk::of(ctx, signed_in, at, Room::Customers);
    let living = card.erased_at.is_none();
    let may = |right: Right| living && at.member.may(right);
    let heading = words::guest(ctx, &card.name);
    let (old, new): (Vec<_>, Vec<_>) = scene
        .notes
        .iter()
        .partition(|note| note.deleted_at.is_some());
    let moments = Moments::new(t, at.profile.zone, scene.now);
    let more = scene.history.len() > PAGE;
    let history = scene.history.get(..PAGE).unwrap_or(&scene.history);
    CardPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: refused.errors.summary(t),
        title: match refused.errors.is_empty() {
            true => heading.clone(),
            false => t.ui_error_page_title(heading.clone()),
        },
        heading,
        number: t.customers_number(card.number),
        badges: list::badges(ctx, (card.is_vip, card.blocked_at.is_some())),
        back: LinkButton::back(t.customers_title(), words::list(ctx, slug, "")),
        ways: ways(ctx, scene, living),
        blocked: card.blocked_at.map(|since| {
            let day = moments.day(moments.wall(since).date());
            t.customers_blocked_since(day, &card.blocked_reason)
        }),
        figures: card_parts::figures(ctx, scene, &moments),
        notes: card_parts::notes(ctx, scene, &new),
        old_notes: card_parts::notes(ctx, scene, &old),
        answers: crate::web::answers::latest(ctx, &moments, &scene.answers, slug),
        note_form: may(Right::WriteNotes)
            .then(|| PostForm::keyed(&ctx.csrf, words::card(ctx, slug, card.id, "/notes"), &[])),
        note_is_open: refused.errors.of("note", t).is_some()
            || refused.errors.of("kind", t).is_some(),
        kind: card_parts::kinds(ctx, refused),
        note: TextArea {
            name: "note".to_owned(),
            label: t.customers_note(),
            value: refused.note.to_owned(),
            hint: Some(t.customers_note_hint()),
            complaint: refused.errors.of("note", t),
            ..TextArea::default()
        },
        save: Submit {
            label: t.customers_note_save(),
            voice: Voice::Quiet,
            ..Submit::default()
        },
        chart: card_records::chart(ctx, scene, &moments),
        chart_ways: card_records::chart_ways(ctx, scene, living),
        consents: card_records::consents(ctx, scene, &moments),
        consent_ways: card_records::consent_ways(ctx, scene, &moments, living),
        ahead: card_parts::bookings(ctx, scene, &scene.ahead),
        history: card_parts::bookings(ctx, scene, history),
        pager: card_parts::pager(ctx, scene, history.last().filter(|_| more)),
        facts: card_parts::facts(ctx, card, &moments),
        call: card.phone.as_deref().map(|number| Phone {
            shown: t.phone(number),
            url: format!("tel:{number}"),
        }),
        tags: card_parts::tags(ctx, scene, may(Right::WriteCustomers), refused),
        marks: may(Right::WriteCustomers).then(|| card_parts::marks(ctx, scene, refused)),
        letters: card_letters::part(ctx, scene, &moments),
        ctx,
    }
}

fn ways(ctx: &PageCtx, scene: &Scene, living: bool) -> Vec<LinkButton> {
    let (t, slug, id) = (ctx.t, scene.at.profile.slug.as_str(), scene.card.id);
    let may = |right: Right| living && scene.at.member.may(right);
    let book = may(Right::CreateBookings).then(|| {
        let prefill = Prefill {
            customer: Some(id),
            ..Prefill::default()
        };
        LinkButton {
            label: t.customers_book(),
            url: links::new_booking(ctx.lang, slug, &prefill),
            icon: Some(Icon::Plus),
            small: true,
            ..LinkButton::default()
        }
    });
    let edit = may(Right::WriteCustomers).then(|| LinkButton {
        label: t.customers_edit(),
        url: words::card(ctx, slug, id, "/edit"),
        voice: Voice::Quiet,
        icon: Some(Icon::Edit),
        small: true,
        ..LinkButton::default()
    });
    book.into_iter().chain(edit).collect()
}

/// The kind of a note that was chosen.
pub(super) fn kind_of(typed: &str) -> Option<Kind> {
    Kind::from_label(typed)
}
