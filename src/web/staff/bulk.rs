//! Several bookings of a day at once: the shop has to close, and they are called off or go to another day.

use super::{
    absence_form::{AbsenceForm, named, read_seen},
    absence_page, block, entry,
    sheet::{self, Sheet},
};
use crate::{
    base::{ids::BookingId, msg::Msg, text, time::LocalDate},
    domain::{
        bookings::{
            absence_decisions::WhyNot,
            bulk::{self, Act, Bulk, BulkError},
            day_sheet::Entry as Booked,
        },
        businesses::role::Right,
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{
            Errors, fields,
            typed::{Asked, Typed},
        },
        gate::member,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            choice_field::{Choice, ChoiceField},
            empty::Empty,
            error_summary::ErrorSummary,
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
            post_form::PostForm,
            text_field::{Entry, TextField},
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What it does to bookings.
pub const RIGHTS: [Right; 2] = [Right::MoveBookings, Right::CancelBookings];

/// The longest reason.
const LONGEST_REASON: usize = 200;

/// The page.
#[derive(Template)]
#[template(path = "staff/bulk.html")]
pub struct BulkPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    back: LinkButton,
    day: String,
    look: Look,
    form: PostForm,
    which: ChoiceField,
    picks: ChoiceField,
    act: ChoiceField,
    to: TextField,
    reason: TextField,
    submit: Option<Submit>,
    empty: Empty,
}

/// The bookings of another day: a form of its own.
struct Look {
    action: String,
    date: TextField,
    show: Submit,
}

/// Which day.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct BulkQuery {
    date: String,
}

/// What was typed, and is wrong.
struct Draft<'a> {
    form: &'a AbsenceForm,
    errors: &'a Errors,
    troubles: &'a [(BookingId, WhyNot)],
}

/// What is meant.
struct Meant {
    bookings: Vec<(BookingId, i32)>,
    /// Whether all of the day are.
    whole: bool,
    act: Act,
    reason: String,
}

/// The bookings of a day that can still be changed.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    query: Asked<BulkQuery>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let sheet = read(&site, &ctx, &signed_in, (&path.1, &query.0.date)).await?;
    let draft = Draft {
        form: &AbsenceForm::default(),
        errors: &Errors::default(),
        troubles: &[],
    };
    ctx.html(&page(&ctx, &signed_in, &sheet, &draft))
}

/// Does it.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<BTreeMap<String, String>>,
) -> Result {
    let form = AbsenceForm(form.0);
    signed_in.sent(form.get("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let sheet = read(&site, &ctx, &signed_in, (&slug, form.get("date"))).await?;
    ctx.stand_at(&links::day(ctx.lang, &slug, Some(sheet.date), "bulk"));
    let (mut errors, mut troubles) = (Errors::default(), Vec::new());
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if form.get("switch") == "yes" {
        status = StatusCode::OK;
    } else if let Some(meant) = meant(&form, sheet.date, &mut errors)? {
        let (wish, date) = ((slug.as_str(), &RIGHTS[..]), sheet.date);
        let done = member::enter_with(&site, &ctx, &signed_in, wish, move |tx, at| {
            let command = Bulk {
                profile: &at.profile,
                bookings: &meant.bookings,
                whole: meant.whole.then_some(date),
                act: meant.act,
                reason: &meant.reason,
            };
            bulk::carry_out(tx, &command)
        });
        match done.await? {
            Ok(_count) => {
                let day = links::day(ctx.lang, &slug, Some(sheet.date), "today");
                return Ok(flash::say(ctx.see_other(&day)?, Said::BulkDone));
            }
            Err(BulkError::NotSo(all)) => {
                errors.add("", Msg::new("bulk-not-so"));
                (status, troubles) = (StatusCode::CONFLICT, all);
            }
            Err(BulkError::Db(error)) => return Err(error.into()),
        }
    }
    let draft = Draft {
        form: &form,
        errors: &errors,
        troubles: &troubles,
    };
    ctx.redraw(status, &page(&ctx, &signed_in, &sheet, &draft))
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, date): (&str, &str),
) -> std::result::Result<Sheet, Error> {
    let sheet = sheet::read(site, ctx, signed_in, slug, date).await?;
    match RIGHTS.into_iter().all(|right| sheet.may(right)) {
        true => Ok(sheet),
        false => Err(Error::Forbidden),
    }
}

/// Those that can still be changed, by time.
fn ahead(sheet: &Sheet) -> impl Iterator<Item = &Booked> {
    let (entries, now) = (sheet.entries.iter(), sheet.now);
    entries.filter(move |entry| entry.status.is_ahead() && now < entry.end)
}

fn meant(
    form: &AbsenceForm,
    date: LocalDate,
    errors: &mut Errors,
) -> std::result::Result<Option<Meant>, Error> {
    let mut bookings = read_seen(form.get("seen")).ok_or(Error::Unreadable)?;
    match form.get("which") {
        "all" => {}
        "chosen" => {
            bookings.retain(|(id, _)| form.of("pick", *id) == Some("yes"));
            if bookings.is_empty() {
                errors.add("pick", Msg::new("bulk-chosen-required"));
            }
        }
        _ => errors.add("which", Msg::new("bulk-which-required")),
    }
    let act = match form.get("act") {
        "call-off" => Some(Act::CallOff),
        "move" => to(form, date, errors).map(Act::To),
        _ => {
            errors.add("act", Msg::new("bulk-do-required"));
            None
        }
    };
    let line = |typed: &str| text::line(typed, LONGEST_REASON);
    let reason = fields::optional(errors, "reason", form.get("reason"), line);
    let whole = form.get("which") == "all";
    let meant = act.zip(reason).map(|(act, reason)| Meant {
        bookings,
        whole,
        act,
        reason,
    });
    Ok(meant.filter(|_| errors.is_empty()))
}

/// To which day.
fn to(form: &AbsenceForm, date: LocalDate, errors: &mut Errors) -> Option<LocalDate> {
    if text::is_blank(form.get("to")) {
        errors.add("to", Msg::new("form-date-required"));
        return None;
    }
    let to = fields::date(errors, "to", form.get("to"))?;
    if to == date {
        errors.add("to", Msg::new("bulk-to-same"));
    }
    Some(to)
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    sheet: &Sheet,
    draft: &Draft<'_>,
) -> BulkPage<'a> {
    let (t, form, errors) = (ctx.t, draft.form, draft.errors);
    let desk = Desk::of(ctx, signed_in, &sheet.at, Room::Day);
    let shown: Vec<&Booked> = ahead(sheet).collect();
    let seen: Vec<String> = shown
        .iter()
        .map(|entry| format!("{}:{}", entry.id, entry.version))
        .collect();
    let field = |name: &str, label: String, entry: Entry| TextField {
        name: name.to_owned(),
        label,
        value: form.get(name).to_owned(),
        entry,
        complaint: errors.of(name, t),
        ..TextField::default()
    };
    let title = t.bulk_title();
    BulkPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: if errors.is_empty() {
            title
        } else {
            t.ui_error_page_title(title)
        },
        back: block::back(ctx, sheet.slug(), Some(sheet.date)),
        day: sheet.clock(ctx).day(sheet.date),
        look: look(ctx, sheet),
        form: PostForm::keyed(
            &ctx.csrf,
            links::day(ctx.lang, sheet.slug(), None, "bulk"),
            &[("date", &sheet.date.to_string()), ("seen", &seen.join(","))],
        ),
        which: one_of(
            ctx,
            draft,
            ("which", t.bulk_which()),
            [
                ("all", t.bulk_which_all()),
                ("chosen", t.bulk_which_chosen()),
            ],
        ),
        picks: picks(ctx, (sheet, &shown), draft),
        act: one_of(
            ctx,
            draft,
            ("act", t.bulk_do()),
            [
                ("call-off", t.bulk_do_call_off()),
                ("move", t.bulk_do_move()),
            ],
        ),
        to: field("to", t.bulk_to(), Entry::Date),
        reason: TextField {
            hint: Some(t.desk_reason_hint()),
            ..field("reason", t.desk_reason(), Entry::Text)
        },
        submit: (!shown.is_empty()).then(|| Submit {
            label: t.bulk_submit(),
            voice: Voice::Danger,
            ..Submit::default()
        }),
        empty: nothing(ctx),
        ctx,
    }
}

fn look(ctx: &PageCtx, sheet: &Sheet) -> Look {
    Look {
        action: links::day(ctx.lang, sheet.slug(), None, "bulk"),
        date: TextField {
            name: "date".to_owned(),
            label: ctx.t.bulk_date(),
            value: sheet.date.to_string(),
            entry: Entry::Date,
            ..TextField::default()
        },
        show: Submit {
            label: ctx.t.bulk_show(),
            voice: Voice::Quiet,
            ..Submit::default()
        },
    }
}

fn nothing(ctx: &PageCtx) -> Empty {
    Empty {
        icon: Icon::Calendar,
        words: ctx.t.bulk_none(),
        ways: Vec::new(),
    }
}

/// A question with two answers, of which none is given yet.
fn one_of(
    ctx: &PageCtx,
    draft: &Draft<'_>,
    (name, legend): (&str, String),
    answers: [(&str, String); 2],
) -> ChoiceField {
    let options = answers.map(|(value, label)| Choice {
        chosen: draft.form.get(name) == value,
        value: value.to_owned(),
        label,
        ..Choice::default()
    });
    ChoiceField {
        name: name.to_owned(),
        legend,
        options: options.into(),
        complaint: draft.errors.of(name, ctx.t),
        ..ChoiceField::default()
    }
}

fn picks(ctx: &PageCtx, (sheet, shown): (&Sheet, &[&Booked]), draft: &Draft<'_>) -> ChoiceField {
    let clock = sheet.clock(ctx);
    let options = shown.iter().map(|entry| Choice {
        name: Some(named("pick", entry.id)),
        value: "yes".to_owned(),
        label: said(ctx, &clock.range(sheet.date, entry.start, entry.end), entry),
        note: Some(entry::facts(ctx, sheet, entry)),
        wrong: trouble(ctx, entry, draft),
        chosen: draft.form.of("pick", entry.id) == Some("yes"),
        ..Choice::default()
    });
    ChoiceField {
        name: "pick".to_owned(),
        several: true,
        options: options.collect(),
        complaint: draft.errors.of("pick", ctx.t),
        ..ChoiceField::default()
    }
}

fn said(ctx: &PageCtx, when: &str, entry: &Booked) -> String {
    format!("{when} {}", entry::guest(ctx, entry))
}

/// Why one of them cannot be changed.
fn trouble(ctx: &PageCtx, entry: &Booked, draft: &Draft<'_>) -> Option<String> {
    let mut troubles = draft.troubles.iter();
    let (_, why) = troubles.find(|(id, _)| *id == entry.id)?;
    Some(absence_page::why_not(ctx, *why))
}
