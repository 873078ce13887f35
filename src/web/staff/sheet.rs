//! One reading for the three faces of a day: by time, by person, on paper.

use super::clock::WallClock;
use crate::base::ids::ResourceId;
use crate::{
    base::time::{LocalDate, parse_date},
    db,
    domain::{
        bookings::{
            day_sheet::{self, Entry},
            status::Status,
        },
        businesses::role::Right,
        scheduling::{
            block::{self, Block},
            day_plan::{self, DayPlan},
            resource::{self, Resource},
        },
    },
    web::{
        desk,
        error::Error,
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            pager::{Page, Pager},
        },
    },
};
use chrono::{DateTime, Utc};

/// A day, read.
pub struct Sheet {
    /// Where, and who looks.
    pub at: AtWork,
    /// Which business day.
    pub date: LocalDate,
    /// Which one it is now.
    pub today: LocalDate,
    /// The instant of the page.
    pub now: DateTime<Utc>,
    /// Its bookings by time, cancelled ones too.
    pub entries: Vec<Entry>,
    /// Time kept free of bookings.
    pub blocks: Vec<Block>,
    /// People, rooms and tables in column order.
    pub resources: Vec<Resource>,
    /// When the business is open and who works.
    pub plan: DayPlan,
}

/// Reads a day; without a date that can be one, the present one.
pub async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
    date: &str,
) -> Result<Sheet, Error> {
    let wanted = parse_date(date);
    let found = member::look(
        site,
        ctx,
        signed_in,
        (slug, Right::ReadBookings),
        move |tx, at| -> db::Result<Sheet> {
            let today = day_plan::today(tx, at.profile.zone)?;
            let date = wanted.unwrap_or(today);
            let resources = resource::all(tx)?;
            let mut entries = day_sheet::read(tx, date)?;
            if !at.member.may(Right::ReadContacts) {
                entries.iter_mut().for_each(|entry| entry.phone = None);
            }
            Ok(Sheet {
                at: at.clone(),
                entries,
                blocks: block::on(tx, date)?,
                plan: day_plan::read(tx, &resources, date)?,
                date,
                today,
                now: tx.now(),
                resources,
            })
        },
    );
    Ok(found.await??)
}

impl Sheet {
    /// The clock of its business.
    pub fn clock(&self, ctx: &PageCtx) -> WallClock {
        WallClock {
            t: ctx.t,
            zone: self.at.profile.zone,
            now: self.now,
            today: self.today,
        }
    }

    /// The word in its business's addresses.
    pub fn slug(&self) -> &str {
        &self.at.profile.slug
    }

    /// Those that stand, or stood until nobody came.
    pub fn standing(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| stands(entry))
    }

    /// Those that were called off.
    pub fn called_off(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| !stands(entry))
    }

    /// The heading: the date and, near it, how far off it is.
    pub fn heading(&self, ctx: &PageCtx) -> String {
        let day = self.clock(ctx).day(self.date);
        let far = (self.date - self.today).num_days().abs();
        if far > 1 {
            return day;
        }
        ctx.t
            .desk_day_near(day, ctx.t.relative(self.date, self.today))
    }

    /// The days before and after.
    pub fn pager(&self, ctx: &PageCtx, view: &str) -> Pager {
        let page = |date: Option<LocalDate>, label: String| {
            date.map(|date| Page {
                label,
                url: Some(links::day(ctx.lang, self.slug(), Some(date), view)),
            })
        };
        Pager {
            label: ctx.t.desk_days(),
            earlier: page(self.date.pred_opt(), ctx.t.desk_day_before()),
            later: page(self.date.succ_opt(), ctx.t.desk_day_after()),
        }
    }

    /// The way to keep the shop closed on this day, and the press that stops guests from booking online, for whoever may.
    pub fn closing(&self, ctx: &PageCtx) -> (Option<LinkButton>, Option<PostButton>) {
        let profile = &self.at.profile;
        let may = self.may(Right::ManageSchedule);
        let close = (may && self.date >= self.today).then(|| LinkButton {
            label: ctx.t.schedule_close_day(),
            url: links::owner(
                ctx.lang,
                self.slug(),
                &format!("hours/dates?date={}", self.date),
            ),
            voice: Voice::Text,
            ..LinkButton::default()
        });
        let accept = (may && self.date == self.today && !profile.is_stopped)
            .then(|| desk::accept(ctx, self.slug(), profile.settings.is_accepting, "today"));
        (close, accept)
    }

    /// Whether the one who looks may.
    pub fn may(&self, right: Right) -> bool {
        self.at.member.may(right)
    }

    /// The resource of a key.
    pub fn resource(&self, id: ResourceId) -> Option<&Resource> {
        self.resources.iter().find(|resource| resource.id == id)
    }
}

fn stands(entry: &Entry) -> bool {
    !matches!(entry.status, Status::Cancelled | Status::Expired)
}
