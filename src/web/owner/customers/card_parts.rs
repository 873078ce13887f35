//! The parts of a card: figures, notes, bookings, facts, tags, marks.

use super::{
    card::{Refused, Scene},
    words,
};
use crate::{
    base::{ids::BookingId, lang::Lang},
    domain::{
        bookings::card::Line,
        businesses::role::Right,
        customers::{
            card::Card,
            notes::{Kind, Note},
        },
    },
    web::{
        links,
        moments::Moments,
        page::PageCtx,
        statuses,
        ui::{
            buttons::{PostButton, Submit, Voice},
            choice_field::{Choice, ChoiceField},
            pager::{Page, Pager},
            post_form::PostForm,
            status_badge::StatusBadge,
            summary_list::{SummaryList, SummaryRow},
            text_area::TextArea,
            text_field::TextField,
        },
    },
};

/// So many words are offered at a press.
const OFFERED: usize = 8;

/// A note.
pub struct NoteLine {
    pub kind: String,
    pub words: String,
    pub facts: Vec<String>,
    pub act: Option<PostButton>,
}

/// A booking.
pub struct BookingRow {
    pub url: String,
    pub what: String,
    pub facts: Vec<String>,
    pub badge: StatusBadge,
}

/// The words on a card.
pub struct TagLine {
    pub tags: Vec<OneTag>,
    pub offered: Vec<PostButton>,
    pub form: Option<PostForm>,
    pub field: TextField,
    pub submit: Submit,
}

/// One of them.
pub struct OneTag {
    pub tag: String,
    pub url: String,
    pub remove: Option<PostButton>,
}

/// How a guest is marked, and can be.
pub struct Marks {
    pub vip: PostButton,
    pub unblock: Option<PostButton>,
    pub form: PostForm,
    pub is_open: bool,
    pub summary: String,
    pub reason: TextArea,
    pub submit: Submit,
}

/// What the visits come to.
pub(super) fn figures(ctx: &PageCtx, scene: &Scene, moments: &Moments) -> Vec<(String, String)> {
    let (t, figures) = (ctx.t, &scene.figures);
    let day = |date: Option<chrono::NaiveDate>| {
        date.map_or_else(|| t.customers_never(), |date| moments.day(date))
    };
    vec![
        (
            t.customers_visits(),
            t.customers_visit_count(figures.visits),
        ),
        (t.customers_spent(), t.yen(figures.spent)),
        (
            t.customers_no_shows(),
            t.customers_no_show_count(scene.card.no_show_count),
        ),
        (t.customers_first(), day(figures.first)),
        (t.customers_last(), day(figures.last)),
    ]
}

/// Notes, what does harm when it is overlooked first, and by day within a kind.
pub(super) fn notes(ctx: &PageCtx, scene: &Scene, notes: &[&Note]) -> Vec<NoteLine> {
    let t = ctx.t;
    let moments = Moments::new(t, scene.at.profile.zone, scene.now);
    let may = scene.card.erased_at.is_none() && scene.at.member.may(Right::WriteNotes);
    let line = |note: &&Note| {
        let (label, below, voice) = match note.deleted_at {
            None => (t.customers_note_remove(), "remove", Voice::DangerQuiet),
            Some(_) => (t.customers_restore(), "restore", Voice::Quiet),
        };
        let path = format!("/notes/{}/{below}", note.id);
        let action = words::card(ctx, &scene.at.profile.slug, scene.card.id, &path);
        NoteLine {
            kind: kind(ctx, note.kind),
            words: note.note.clone(),
            facts: [moments.moment(note.at)]
                .into_iter()
                .chain(note.by.clone())
                .collect(),
            act: may.then(|| PostButton {
                label,
                about: Some(kind(ctx, note.kind)),
                form: PostForm::keyed(&ctx.csrf, action, &[]),
                voice,
                small: true,
            }),
        }
    };
    Kind::ALL
        .iter()
        .flat_map(|kind| notes.iter().filter(move |note| note.kind == *kind))
        .map(line)
        .collect()
}

fn kind(ctx: &PageCtx, kind: Kind) -> String {
    ctx.t.of_family("customers-note", &kind.id())
}

/// Which kind of note.
pub(super) fn kinds(ctx: &PageCtx, refused: &Refused<'_>) -> ChoiceField {
    let options = Kind::ALL.into_iter().map(|one| Choice {
        value: one.label().to_owned(),
        label: kind(ctx, one),
        chosen: one.label() == refused.kind,
        ..Choice::default()
    });
    ChoiceField {
        name: "kind".to_owned(),
        legend: ctx.t.customers_note_kind(),
        options: options.collect(),
        side_by_side: true,
        complaint: refused.errors.of("kind", ctx.t),
        ..ChoiceField::default()
    }
}

/// Bookings, one line each.
pub(super) fn bookings(ctx: &PageCtx, scene: &Scene, lines: &[Line]) -> Vec<BookingRow> {
    let (t, profile) = (ctx.t, &scene.at.profile);
    let moments = Moments::new(t, profile.zone, scene.now);
    let row = |line: &Line| {
        let (what, with) = (line.service(), line.with());
        let with = Some(with.text(ctx.lang).to_owned()).filter(|with| !with.is_empty());
        BookingRow {
            url: links::desk_booking(ctx.lang, &profile.slug, line.id),
            what: what.text(ctx.lang).to_owned(),
            facts: [moments.when(line.date, line.start, line.end)]
                .into_iter()
                .chain(with)
                .chain([t.yen(line.price), line.number.clone()])
                .collect(),
            badge: StatusBadge {
                tone: statuses::tone(line.status),
                word: statuses::staff_word_of(t, profile.vertical, line.status, line.cancelled_by),
            },
        }
    };
    lines.iter().map(row).collect()
}

/// Further back, and to the newest again.
pub(super) fn pager(ctx: &PageCtx, scene: &Scene, last: Option<&Line>) -> Option<Pager> {
    let t = ctx.t;
    let at = |before: Option<BookingId>| {
        let query = before.map(|id| format!("?before={id}")).unwrap_or_default();
        let slug = &scene.at.profile.slug;
        Some(words::card(ctx, slug, scene.card.id, &query))
    };
    let earlier = scene.before.map(|_| Page {
        label: t.customers_history_newest(),
        url: at(None),
    });
    let later = last.map(|last| Page {
        label: t.customers_history_older(),
        url: at(Some(last.id)),
    });
    (earlier.is_some() || later.is_some()).then(|| Pager {
        label: t.customers_history(),
        earlier,
        later,
    })
}

/// Reading, ways to reach them, language, since when.
pub(super) fn facts(ctx: &PageCtx, card: &Card, moments: &Moments) -> SummaryList {
    let t = ctx.t;
    let row = |question: String, answer: String| SummaryRow {
        question,
        answer,
        ..SummaryRow::default()
    };
    let kana = Some(card.kana()).filter(|kana| !kana.is_empty());
    let lang = Lang::from_code(&card.locale).unwrap_or_default();
    let rows = kana
        .map(|kana| row(t.customers_kana(), kana))
        .into_iter()
        .chain(card.email.clone().map(|email| row(t.desk_email(), email)))
        .chain([
            row(t.customers_language(), lang.own_name().to_owned()),
            row(
                t.customers_since(),
                moments.day(moments.wall(card.created_at).date()),
            ),
        ]);
    SummaryList {
        rows: rows.collect(),
    }
}

/// The words on a card, and those that may be put on it; nothing where there are none and none can be added.
pub(super) fn tags(
    ctx: &PageCtx,
    scene: &Scene,
    may: bool,
    refused: &Refused<'_>,
) -> Option<TagLine> {
    let (t, slug, id) = (ctx.t, scene.at.profile.slug.as_str(), scene.card.id);
    let to = |path: &str| words::card(ctx, slug, id, path);
    let one = |tag: &String| {
        let query = serde_urlencoded::to_string([("tag", tag)]).unwrap_or_default();
        OneTag {
            tag: tag.clone(),
            url: words::list(ctx, slug, &format!("?{query}")),
            remove: may.then(|| PostButton {
                label: t.customers_tag_remove(),
                about: Some(tag.clone()),
                form: PostForm::keyed(&ctx.csrf, to("/tags/remove"), &[("tag", tag)]),
                voice: Voice::DangerQuiet,
                small: true,
            }),
        }
    };
    let offered = scene
        .used
        .iter()
        .filter(|(tag, _)| may && !scene.tags.contains(tag))
        .take(OFFERED)
        .map(|(tag, _)| PostButton {
            label: t.customers_tag_offer(tag),
            about: None,
            form: PostForm::keyed(&ctx.csrf, to("/tags"), &[("tag", tag)]),
            voice: Voice::Quiet,
            small: true,
        });
    (may || !scene.tags.is_empty()).then(|| TagLine {
        tags: scene.tags.iter().map(one).collect(),
        offered: offered.collect(),
        form: may.then(|| PostForm::keyed(&ctx.csrf, to("/tags"), &[])),
        field: TextField {
            name: "tag".to_owned(),
            label: t.customers_tag_new(),
            value: refused.tag.to_owned(),
            complaint: refused.errors.of("tag", t),
            ..TextField::default()
        },
        submit: Submit {
            label: t.customers_tag_add(),
            voice: Voice::Quiet,
            ..Submit::default()
        },
    })
}

/// VIP or not, blocked or not.
pub(super) fn marks(ctx: &PageCtx, scene: &Scene, refused: &Refused<'_>) -> Marks {
    let (t, card) = (ctx.t, &scene.card);
    let to = |path: &str| words::card(ctx, &scene.at.profile.slug, card.id, path);
    let (label, wish) = match card.is_vip {
        false => (t.customers_vip_on(), "yes"),
        true => (t.customers_vip_off(), "no"),
    };
    let typed = if refused.reason.is_empty() && refused.errors.of("reason", t).is_none() {
        card.blocked_reason.as_str()
    } else {
        refused.reason
    };
    let is_blocked = card.blocked_at.is_some();
    Marks {
        vip: PostButton {
            label,
            about: None,
            form: PostForm::keyed(&ctx.csrf, to("/vip"), &[("vip", wish)]),
            voice: Voice::Quiet,
            small: true,
        },
        unblock: is_blocked.then(|| PostButton {
            label: t.customers_unblock(),
            about: None,
            form: PostForm::keyed(&ctx.csrf, to("/unblock"), &[]),
            voice: Voice::Quiet,
            small: true,
        }),
        form: PostForm::keyed(&ctx.csrf, to("/block"), &[]),
        is_open: refused.errors.of("reason", t).is_some(),
        summary: match is_blocked {
            false => t.customers_block(),
            true => t.customers_block_again(),
        },
        reason: TextArea {
            name: "reason".to_owned(),
            label: t.customers_block_reason(),
            value: typed.to_owned(),
            hint: Some(t.customers_block_hint()),
            complaint: refused.errors.of("reason", t),
            ..TextArea::default()
        },
        submit: Submit {
            label: t.customers_block_submit(),
            voice: Voice::DangerQuiet,
            ..Submit::default()
        },
    }
}
