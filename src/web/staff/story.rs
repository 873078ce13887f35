//! The story of a booking in words: who did what, when and why; and the letters that went out about it.

use super::clock::WallClock;
use crate::{
    base::ids::ResourceId,
    domain::{
        bookings::{answers, history, lines_told::ToldLine, status::Status},
        businesses::vertical::Vertical,
        notifications::delivery::{DeliveryStatus, Letter},
        payments::payment::Way,
        scheduling::resource::Resource,
    },
    web::{letter_names, page::PageCtx, statuses},
};
use chrono::{DateTime, Utc};

/// One line of the story.
pub struct Line {
    /// When.
    pub when: String,
    /// Who.
    pub who: String,
    /// What.
    pub what: String,
    /// Why, in their own words.
    pub why: Option<String>,
}

/// One letter.
pub struct Sent {
    /// Which.
    pub what: String,
    /// To whom.
    pub to: String,
    /// What became of it.
    pub state: String,
}

/// What the words of a story need.
pub struct Told<'a> {
    /// The page.
    pub ctx: &'a PageCtx,
    /// The shop's clock.
    pub clock: WallClock,
    /// The kind of business.
    pub kind: Vertical,
    /// Its people, rooms and tables.
    pub resources: &'a [Resource],
    /// The services of a visit.
    pub lines: &'a [ToldLine],
}

impl Told<'_> {
    /// The story, newest first.
    pub fn story(&self, entries: &[history::Entry]) -> Vec<Line> {
        entries.iter().rev().map(|entry| self.line(entry)).collect()
    }

    /// The letters, as they come.
    pub fn letters(&self, letters: &[Letter]) -> Vec<Sent> {
        let t = self.ctx.t;
        letters
            .iter()
            .map(|letter| Sent {
                what: letter_names::letter(t, &letter.kind),
                to: letter.to_email.clone().unwrap_or_default(),
                state: match (letter.delivery_status, letter.sent_at) {
                    (DeliveryStatus::Queued, _) => t.desk_letter_queued(),
                    (DeliveryStatus::Sent | DeliveryStatus::Delivered, Some(at)) => {
                        t.desk_letter_sent_at(self.clock.moment(at))
                    }
                    (DeliveryStatus::Sent | DeliveryStatus::Delivered, None) => {
                        t.desk_letter_sent()
                    }
                    (DeliveryStatus::Failed, _) => t.desk_letter_failed(),
                    (DeliveryStatus::Bounced, _) => t.desk_letter_bounced(),
                },
            })
            .collect()
    }

    fn line(&self, entry: &history::Entry) -> Line {
        let is_undo = entry.reason == history::UNDO && entry.actor == "member";
        let why = Some(entry.reason.clone()).filter(|why| !why.is_empty() && !is_undo);
        Line {
            when: self.clock.moment(entry.at),
            who: self.who(entry),
            what: self.what(entry, is_undo),
            why,
        }
    }

    fn who(&self, entry: &history::Entry) -> String {
        let t = self.ctx.t;
        match (entry.actor.as_str(), entry.who.as_deref()) {
            ("member", Some(name)) if !name.is_empty() => name.to_owned(),
            ("member", _) => t.desk_who_staff(),
            ("customer", _) => t.desk_who_customer(),
            _ => t.desk_who_house(),
        }
    }

    fn what(&self, entry: &history::Entry, is_undo: bool) -> String {
        let t = self.ctx.t;
        let (old, new) = (
            entry.old.as_deref().unwrap_or_default(),
            entry.new.as_deref().unwrap_or_default(),
        );
        match entry.field.as_str() {
            "status" if old.is_empty() => t.desk_story_made(),
            "status" if is_undo => t.desk_story_undone(self.status(new), self.status(old)),
            "status" => t.desk_story_status(self.status(new), self.status(old)),
            "start_at" if is_undo => t.desk_story_moved_back(self.instant(new), self.instant(old)),
            history::MINUTES if is_undo => {
                t.desk_story_length_back(self.minutes(new), self.minutes(old))
            }
            "resource_id" if is_undo => {
                t.desk_story_staff_back(self.resource(new), self.resource(old))
            }
            history::MINUTES => t.desk_story_length(self.minutes(new), self.minutes(old)),
            "start_at" => t.desk_story_moved(self.instant(new), self.instant(old)),
            "resource_id" => t.desk_story_staff(self.resource(new), self.resource(old)),
            "is_nominated" if new == "yes" => t.desk_story_nominated(),
            "is_nominated" => t.desk_story_not_nominated(),
            "price_cents" => t.desk_story_price(self.yen(new), self.yen(old)),
            "cancellation_fee" if new.is_empty() => t.desk_story_fee_undone(self.yen(old)),
            "cancellation_fee" => t.desk_story_fee(self.yen(new)),
            history::MOVE_FEE if new.is_empty() => t.moves_story_waived(self.yen(old)),
            history::MOVE_FEE => t.moves_story_fee(self.yen(new)),
            history::COUPON if new.is_empty() => t.desk_story_coupon_off(old),
            history::COUPON => t.desk_story_coupon(new),
            "overbooked" => t.desk_story_overbooked(),
            "staff_note" => t.desk_story_note(),
            history::IMPORT if new == "undone" => t.desk_story_import_undone(),
            history::IMPORT => t.desk_story_import_restored(),
            history::DELAY => t.desk_story_delay(self.minutes(new)),
            history::PAYMENT if new.is_empty() => {
                self.money(old, |way, yen| t.payments_story_cancelled(way, yen))
            }
            history::PAYMENT => self.money(new, |way, yen| t.payments_story_taken(way, yen)),
            history::PROPOSAL if new == "accepted" => t.absence_story_accepted(),
            history::PROPOSAL if new == "other" => t.absence_story_other(),
            history::PROPOSAL => t.absence_story_asked(),
            history::RECEIPT => t.payments_story_receipt(new),
            history::OFFERS if new.is_empty() => t.requests_story_declined(),
            history::OFFERS => t.requests_story_proposed(new.parse::<i64>().unwrap_or(0)),
            history::SERIES => self.series(new),
            history::LINE_OFF => self.line_off(old, new),
            history::LINE_MOVED => self.line_moved((old, new), is_undo),
            answers::STORY => t.desk_story_answers(),
            _ => t.desk_story_other(),
        }
    }

    fn status(&self, label: &str) -> String {
        Status::from_label(label).map_or_else(String::new, |status| {
            statuses::staff_word(self.ctx.t, self.kind, status)
        })
    }

    /// What was done to several at once, as the story keeps it.
    fn series(&self, text: &str) -> String {
        let t = self.ctx.t;
        let mut words = text.split(' ');
        let act = words.next().unwrap_or_default();
        let mut number = || -> u32 { words.next().and_then(|word| word.parse().ok()).unwrap_or(0) };
        match act {
            "moved" => t.series_story_moved(number()),
            "cancelled" => t.series_story_cancelled(number()),
            _ => {
                let (place, last) = (number(), number());
                t.series_story_made(last, place)
            }
        }
    }

    /// One service of a visit is off, and what that costs; or stands again.
    fn line_off(&self, old: &str, new: &str) -> String {
        let t = self.ctx.t;
        let (part, fee) = new.split_once(' ').unwrap_or((new, ""));
        match fee {
            _ if new.is_empty() => t.parts_story_off_back(self.service(old)),
            "0" | "" => t.parts_story_off(self.service(part)),
            fee => t.parts_story_off_fee(self.yen(fee), self.service(part)),
        }
    }

    /// One service of a visit is elsewhere.
    fn line_moved(&self, (old, new): (&str, &str), is_undo: bool) -> String {
        let place = |text: &str| {
            let mut words = text.split(' ').skip(1);
            let start = self.instant(words.next().unwrap_or_default());
            format!(
                "{start} {}",
                self.resource(words.next().unwrap_or_default())
            )
        };
        let (t, service) = (self.ctx.t, self.service(new));
        match is_undo {
            true => t.parts_story_moved_back(place(new), place(old), service),
            false => t.parts_story_moved(place(new), place(old), service),
        }
    }

    /// A service of a visit by its number, which a text begins with.
    fn service(&self, text: &str) -> String {
        let part = text.split(' ').next().and_then(|part| part.parse().ok());
        let known = self.lines.iter().find(|line| Some(line.part) == part);
        known.map_or_else(String::new, |line| line.name.text(self.ctx.lang).to_owned())
    }

    fn minutes(&self, text: &str) -> String {
        self.ctx.t.length(text.parse().unwrap_or(0))
    }

    fn yen(&self, text: &str) -> String {
        self.ctx.t.yen(text.parse().unwrap_or(0))
    }

    /// An amount and how it was paid, as the story keeps them, said by `say`.
    fn money(&self, text: &str, say: impl Fn(String, String) -> String) -> String {
        let (amount, way) = text.split_once(' ').unwrap_or((text, ""));
        let way = Way::from_label(way).unwrap_or(Way::Other);
        let way = self.ctx.t.of_family("payments-way", way.label());
        say(way, self.yen(amount))
    }

    fn instant(&self, text: &str) -> String {
        DateTime::parse_from_rfc3339(text).map_or_else(
            |_no_instant| text.to_owned(),
            |at| self.clock.moment(at.with_timezone(&Utc)),
        )
    }

    fn resource(&self, text: &str) -> String {
        let id = text.parse::<ResourceId>().ok();
        let known = self.resources.iter().find(|known| Some(known.id) == id);
        known.map_or_else(
            || self.ctx.t.desk_unassigned(),
            |known| known.name.text(self.ctx.lang).to_owned(),
        )
    }
}
