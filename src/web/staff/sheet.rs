//! One reading for the faces of a day: by time, by person, on paper, as one of a week.

use super::clock::WallClock;
use crate::base::ids::{ResourceId, ServiceId};
use crate::{
    base::time::{LocalDate, days_after, parse_date},
    db,
    domain::{
        bookings::{
            class_check,
            day_sheet::{self, Entry},
            proposal::{self, Asked},
            request,
            status::Status,
            waitlist::rule_rows,
        },
        businesses::role::Right,
        payments::payment::{self, Way},
        scheduling::{
            block::{self, Block},
            day_plan::{self, DayPlan},
            resource::{self, Resource},
            session,
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
    /// Each service of those that are visits of several and stand.
    pub pieces: Vec<Entry>,
    /// What was taken on it, by way; nothing for whoever may not see it.
    pub takings: Vec<(Way, i64)>,
    /// How many requests wait for the shop, whatever day they are for.
    pub requests: i64,
    /// Time kept free of bookings.
    pub blocks: Vec<Block>,
    /// Whom the shop asks, and who have not said that it suits them; on the sheet of the present day alone.
    pub asked: Vec<Asked>,
    /// People, rooms and tables in column order.
    pub resources: Vec<Resource>,
    /// The services that are held at set times.
    pub classes: Vec<ServiceId>,
    /// How many sessions of them wait for the shop to decide.
    pub undecided: i64,
    /// When the business is open and who works.
    pub plan: DayPlan,
    /// Whether the business keeps a waiting list.
    pub has_waitlist: bool,
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
    let one = move |today: LocalDate| (wanted.unwrap_or(today), 1);
    let days = span(site, ctx, signed_in, slug, one).await?;
    days.into_iter().next().ok_or(Error::NotFound)
}

/// Reads so many days from one on, as the present one says, with as many statements as one day costs.
pub async fn span(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
    days: impl Fn(LocalDate) -> (LocalDate, u16) + Send + 'static,
) -> Result<Vec<Sheet>, Error> {
    let found = member::look(
        site,
        ctx,
        signed_in,
        (slug, Right::ReadBookings),
        move |tx, at| -> db::Result<Vec<Sheet>> {
            let today = day_plan::today(tx, at.profile.zone)?;
            let (first, count) = days(today);
            let last = days_after(first, u32::from(count).saturating_sub(1));
            let resources = resource::all(tx)?;
            let mut entries = day_sheet::read(tx, (first, last))?;
            if !at.member.may(Right::ReadContacts) {
                entries.iter_mut().for_each(|entry| entry.phone = None);
            }
            let blocks = block::within(tx, (first, last))?;
            let takings = match at.member.may(Right::ReadTakings) {
                true => payment::by_way(tx, (first, last))?,
                false => Vec::new(),
            };
            let requests = request::count(tx)?;
            let classes = session::classes(tx, today)?;
            // A shop without classes has nothing read about them.
            let undecided = match classes.is_empty() {
                true => 0,
                false => class_check::waiting(tx, today)?,
            };
            let mut asked = match (first, count) == (today, 1) {
                true => proposal::open(tx)?,
                false => Vec::new(),
            };
            if !at.member.may(Right::ReadContacts) {
                asked.iter_mut().for_each(|one| one.customer.phone = None);
            }
            let plans = day_plan::read(tx, &resources, (first, count))?;
            let has_waitlist = rule_rows::of(tx)?.is_on;
            let day = |(date, plan): (LocalDate, DayPlan)| Sheet {
                at: at.clone(),
                pieces: pieces(&entries, date),
                entries: entries.extract_if(.., |one| one.date == date).collect(),
                takings: taken_on(&takings, date),
                requests,
                blocks: of_day(&blocks, date),
                asked: asked.clone(),
                resources: resources.clone(),
                classes: classes.clone(),
                undecided,
                now: tx.now(),
                has_waitlist,
                plan,
                date,
                today,
            };
            Ok(first.iter_days().zip(plans).map(day).collect())
        },
    );
    Ok(found.await??)
}

fn taken_on(takings: &[(LocalDate, Way, i64)], date: LocalDate) -> Vec<(Way, i64)> {
    let own = takings.iter().filter(|(on, ..)| *on == date);
    own.map(|(_, way, sum)| (*way, *sum)).collect()
}

fn pieces(entries: &[Entry], date: LocalDate) -> Vec<Entry> {
    let own = entries.iter().filter(|one| one.date == date && stands(one));
    own.flat_map(Entry::pieces).collect()
}

fn of_day(blocks: &[Block], date: LocalDate) -> Vec<Block> {
    let of = |block: &&Block| block.business_date == date;
    blocks.iter().filter(of).cloned().collect()
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

    /// What stands in columns: bookings of one service, and each service of a visit.
    pub fn in_columns(&self) -> impl Iterator<Item = &Entry> {
        let whole = self.standing().filter(|entry| entry.lines.is_empty());
        whole.chain(&self.pieces)
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
    /// Of one person it is with them that guests cannot book.
    pub fn closing(
        &self,
        ctx: &PageCtx,
        one: Option<ResourceId>,
    ) -> (Option<LinkButton>, Option<PostButton>) {
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
        let one = one.and_then(|id| self.resource(id));
        let accept = (may && self.date == self.today && !profile.is_stopped).then(|| match one {
            Some(one) => desk::accept_one(ctx, self.slug(), one),
            None => desk::accept(ctx, self.slug(), profile.settings.is_accepting, "today"),
        });
        (close, accept)
    }

    /// Whether anybody serves here, so that columns are people.
    pub fn has_people(&self) -> bool {
        has_people(&self.resources)
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

/// What somebody is called above their days, with what is said of who takes nothing online.
pub fn called(ctx: &PageCtx, one: &Resource) -> String {
    let name = one.name.text(ctx.lang).to_owned();
    match one.takes_online {
        true => name,
        false => ctx.t.desk_offline(name),
    }
}

/// Whether any of them is a person.
pub fn has_people(resources: &[Resource]) -> bool {
    resources.iter().any(|one| one.kind.is_person())
}

fn stands(entry: &Entry) -> bool {
    !matches!(entry.status, Status::Cancelled | Status::Expired)
}
