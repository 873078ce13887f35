//! Free times as a table, a list and a month.

use crate::{
    base::time::{BusinessDay, LocalDate, WallTime, days_after},
    domain::{
        businesses::{profile::Profile, vertical::Vertical},
        scheduling::availability::{self, Input, Refusal, Slot},
    },
    web::{
        links::Times,
        moments::{Moments, to_field},
        page::PageCtx,
        ui::{
            month::{Month, MonthDay},
            post_form::PostForm,
            slot_list::{SlotGroup, SlotList, SlotTime, StripDay},
            slot_table::{SlotCell, SlotDay, SlotRow, SlotTable, SlotWords},
        },
    },
};
use chrono::{DateTime, Datelike};

/// Makes the address of the same page with something changed.
pub type Address<'a> = &'a dyn Fn(&dyn Fn(&mut Times)) -> String;

/// What is drawn from: free times of some days, and the words to say them.
pub struct Drawing<'a> {
    /// The page's surroundings.
    pub ctx: &'a PageCtx,
    /// Instants as the business says them.
    pub moments: &'a Moments,
    /// The question that was asked.
    pub input: &'a Input,
    /// Its starts, the full ones among them, by business day and minute.
    pub slots: &'a [Slot],
    /// Where one waits for a full start of a day, if the shop keeps a list.
    pub waits: Option<&'a dyn Fn(LocalDate) -> String>,
}

/// Seven days across, starts down.
pub fn table(drawing: &Drawing<'_>, profile: &Profile, form: PostForm) -> SlotTable {
    let Drawing {
        ctx,
        moments,
        input,
        slots,
        ..
    } = *drawing;
    let t = ctx.t;
    let dates: Vec<LocalDate> = dates(input).collect();
    let mut minutes: Vec<WallTime> = slots.iter().map(|slot| slot.minute).collect();
    minutes.sort_unstable();
    minutes.dedup();
    let mut anchors = Anchors::default();
    let rows = minutes
        .iter()
        .map(|minute| SlotRow {
            time: t.late_wall_time(u32::from(minute.minutes())),
            full_hour: minute.minutes() % 60 == 0,
            anchor: anchors.next(*minute),
            cells: dates
                .iter()
                .map(|date| cell(profile, drawing, *date, *minute))
                .collect(),
        })
        .collect();
    let days = dates
        .iter()
        .map(|date| SlotDay {
            number: date.day().to_string(),
            weekday: moments.weekday(*date),
            long: moments.day(*date),
            tone: Moments::tone(*date),
            today: *date == moments.today(),
        })
        .collect();
    let last = dates.last().copied().unwrap_or(input.from);
    SlotTable {
        caption: t.booking_table_caption(t.days(input.from, last, moments.today())),
        corner: t.ui_time_column(),
        days,
        rows,
        words: words(ctx, profile.vertical),
        form,
        call_url: (!profile.phone.is_empty()).then(|| format!("tel:{}", profile.phone)),
    }
}

/// A strip of days, and the times of the first of them that has any, or of the one asked for.
pub fn list(drawing: &Drawing<'_>, form: PostForm, at: Address<'_>) -> SlotList {
    let Drawing {
        ctx,
        moments,
        input,
        slots,
        ..
    } = *drawing;
    let t = ctx.t;
    let free = |date: LocalDate| {
        slots
            .iter()
            .filter(move |slot| slot.date == date && slot.left > 0)
    };
    let current = dates(input)
        .find(|date| free(*date).next().is_some())
        .unwrap_or(input.from);
    let days = dates(input)
        .map(|date| {
            let count = free(date).count();
            StripDay {
                url: at(&|times| times.from = Some(date)),
                weekday: moments.weekday(date),
                number: date.day().to_string(),
                words: t.booking_day_left(count, moments.day(date)),
                left: if count == 0 {
                    "×".to_owned()
                } else {
                    count.to_string()
                },
                tone: Moments::tone(date),
                current: date == current,
                none: count == 0,
            }
        })
        .collect();
    let mut groups: Vec<SlotGroup> = Vec::new();
    for slot in free(current) {
        let heading = match slot.minute.minutes() {
            0..720 => t.ui_morning(),
            720..1020 => t.ui_afternoon(),
            1020..1440 => t.ui_evening(),
            _ => t.ui_late_night(),
        };
        let time = SlotTime {
            start: to_field(slot.start),
            time: t.late_wall_time(u32::from(slot.minute.minutes())),
            note: (slot.capacity > 1 && is_seats(input) && is_few(slot))
                .then(|| t.ui_slot_left(slot.left)),
        };
        match groups.last_mut().filter(|group| group.heading == heading) {
            Some(group) => group.times.push(time),
            None => groups.push(SlotGroup {
                heading,
                times: vec![time],
            }),
        }
    }
    SlotList {
        label: t.ui_choose_day(),
        days,
        heading: moments.day(current),
        groups,
        form,
        nothing: None,
    }
}

/// A month on the wall, Sunday first, with what is left of each day.
pub fn month(drawing: &Drawing<'_>, at: Address<'_>) -> Month {
    let Drawing {
        ctx,
        moments,
        input,
        slots,
        ..
    } = *drawing;
    let t = ctx.t;
    let first = input.from.with_day(1).unwrap_or(input.from);
    let last = days_after(input.from, u32::from(input.days).saturating_sub(1));
    let days = first
        .iter_days()
        .take_while(|date| *date <= last)
        .map(|date| {
            let count = slots
                .iter()
                .filter(|slot| slot.date == date && slot.left > 0)
                .count();
            let (note, url) = match count {
                0 if date < input.from => (String::new(), None),
                0 if !availability::is_open(input, date) => (t.booking_closed_short(), None),
                0 => ("×".to_owned(), None),
                count => {
                    let url = at(&|times| {
                        times.from = Some(date);
                        times.view = Some("list");
                    });
                    (t.booking_left_short(count), Some(url))
                }
            };
            MonthDay {
                number: date.day().to_string(),
                words: t.booking_day_left(count, moments.day(date)),
                note,
                tone: Moments::tone(date),
                url,
                current: date == moments.today(),
                ..MonthDay::default()
            }
        });
    Month::on_the_wall(t, first, days)
}

fn dates(input: &Input) -> impl Iterator<Item = LocalDate> {
    let from = input.from;
    (0..u32::from(input.days)).map(move |offset| days_after(from, offset))
}

fn cell(profile: &Profile, drawing: &Drawing<'_>, date: LocalDate, minute: WallTime) -> SlotCell {
    let Drawing {
        input,
        slots,
        waits,
        ..
    } = *drawing;
    let position = slots
        .binary_search_by(|slot| (slot.date, slot.minute).cmp(&(date, minute)))
        .ok();
    if let Some(slot) = position.and_then(|position| slots.get(position)) {
        return match slot.left {
            0 => waits.map_or(SlotCell::Full, |waits| SlotCell::Waitlist(waits(date))),
            _ if slot.capacity > 1 && is_seats(input) && is_few(slot) => {
                SlotCell::Few(to_field(slot.start))
            }
            _ => SlotCell::Free(to_field(slot.start)),
        };
    }
    if !availability::is_open(input, date) {
        return SlotCell::Closed;
    }
    let start = BusinessDay::new(input.zone, date)
        .at(minute)
        .and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    let soon = start.is_some_and(|start| {
        start > input.now && availability::explain(input, start) == Some(Refusal::TooSoon)
    });
    if soon && !profile.phone.is_empty() {
        SlotCell::Call
    } else {
        SlotCell::Outside
    }
}

/// Whether what is taken are seats, so that "few left" means something (never for one-to-one services, UX 1.3).
fn is_seats(input: &Input) -> bool {
    input
        .needs
        .iter()
        .flat_map(|need| &need.candidates)
        .any(|one| one.take == availability::Take::Seats)
}

fn is_few(slot: &Slot) -> bool {
    slot.left <= (slot.capacity / 5).max(1)
}

fn words(ctx: &PageCtx, vertical: Vertical) -> SlotWords {
    let t = ctx.t;
    SlotWords {
        free: t.ui_slot_free(),
        few: t.ui_slot_few(),
        full: t.of_family("booking-full", vertical.slug()),
        call: t.ui_slot_call(),
        call_short: t.ui_slot_call_short(),
        closed: t.ui_slot_closed(),
        closed_short: t.ui_slot_closed_short(),
        outside: t.ui_slot_outside(),
        waitlist: t.ui_slot_waitlist(),
        waitlist_short: t.ui_slot_waitlist_short(),
    }
}

/// The first row of the morning, the afternoon and the evening, for the jumps.
#[derive(Default)]
struct Anchors {
    last: Option<&'static str>,
}

impl Anchors {
    fn next(&mut self, minute: WallTime) -> Option<&'static str> {
        let part = match minute.minutes() {
            0..720 => "morning",
            720..1020 => "afternoon",
            _ => "evening",
        };
        let new = self.last != Some(part);
        self.last = Some(part);
        new.then_some(part)
    }
}
