//! The shop's whiteboard: one line of words becomes an input, answers become one line of words.
//!
//! Parts are divided by `·` or commas. Without further words a part is about every day, and about
//! 20 November 2026, a Friday, in Tokyo, seen from the day before.
//!
//! `open 10-13 15-19` · `Tue closed` · `2nd Tue open 10-12` · `hol open 10-17` · `eve open 10-22` ·
//! `2026-11-20 closed` · `lunch 13-14` · `60 min` · `every 30` · `buffers 10+15` · `processing 30+20` · `notice 120` ·
//! `horizon 30` · `party 2` · `now 2026-11-20 12:00` · `on 2026-11-21` · `days 2` · `zone Asia/Tokyo` ·
//! `starts 10:00 18:00` · `Fri starts 25:00` · `staff Aki 10-15` · `Sat staff Aki 10-15` ·
//! `table T seats 4` · `class Yoga seats 10` · `2026-11-20 Aki off` · `rank Aki 2` ·
//! `Aki needs 90` · `joined T1+T2 5-8` · `taken Aki 11-12` · `taken Yoga#3 11-12` · `2026-11-21 taken Aki 11-12`

use chrono::{DateTime, NaiveDate, TimeDelta, TimeZone, Utc};
use omotenashi::{
    base::{
        ids::ResourceId,
        time::{WallSpan, WallTime, Weekday, parse_date},
    },
    domain::scheduling::availability::{
        Candidate, DayKind, Group, Input, Limits, Need, Opening, OpeningException, Processing,
        Resource, ServiceRules, ShiftException, Starts, Take, Taken, WeeklyRule, WeeklyShift,
        explain, free_slots, place, start_at,
    },
};
use uuid::Uuid;

const KINDS: [&str; 6] = ["staff", "assistant", "chair", "room", "table", "class"];
const DAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

pub struct Board {
    pub input: Input,
    kinds: Vec<String>,
    names: Vec<String>,
}

/// The free starts of each day, days divided by `|`.
pub fn check(line: &str, expected: &str) {
    assert_eq!(Board::read(line).listed(), expected, "{line}");
}

/// The free starts with what is left of what could be: `10:00=2/3`.
pub fn check_left(line: &str, expected: &str) {
    let slots = free_slots(&Board::read(line).input);
    let words = slots
        .iter()
        .map(|slot| format!("{}={}/{}", slot.minute, slot.left, slot.capacity));
    assert_eq!(words.collect::<Vec<_>>().join(" "), expected, "{line}");
}

/// Who or what is chosen at a time, and which seats where there are several: `Aki + Yoga#0#1`.
pub fn check_chosen(line: &str, time: &str, expected: &str) {
    assert_eq!(Board::read(line).chosen(time), expected, "{line} at {time}");
}

/// Why a time is refused; `free` if it is not.
pub fn check_reason(line: &str, time: &str, expected: &str) {
    let board = Board::read(line);
    let refusal = start_at(board.input.zone, board.input.from, wall(time))
        .map_or_else(Some, |start| explain(&board.input, start));
    let said = refusal.map_or("free", |refusal| refusal.id());
    assert_eq!(said, expected, "{line} at {time}");
}

impl Board {
    pub fn read(line: &str) -> Self {
        let mut board = Self::blank();
        let parts: Vec<Vec<&str>> = line
            .split(['·', ','])
            .map(|part| part.split_whitespace().collect())
            .collect();
        // what the other parts refer to comes first
        let (first, rest): (Vec<_>, Vec<_>) = parts
            .iter()
            .partition(|part| ["zone", "on", "days"].contains(&part[0]));
        let (things, rest): (Vec<_>, Vec<_>) = rest
            .into_iter()
            .partition(|part| part.iter().any(|word| KINDS.contains(word)));
        for part in first.into_iter().chain(things) {
            board.part(part);
        }
        if board.input.resources.is_empty() {
            board.thing(None, &["staff", "One"]);
        }
        for part in rest {
            board.part(part);
        }
        board
    }

    pub fn instant(&self, date: NaiveDate, time: &str) -> DateTime<Utc> {
        let naive = date.and_hms_opt(0, 0, 0).unwrap()
            + TimeDelta::minutes(i64::from(wall(time).minutes()));
        let local = self.input.zone.from_local_datetime(&naive);
        local.earliest().unwrap().to_utc()
    }

    pub fn listed(&self) -> String {
        let slots = free_slots(&self.input);
        let days = self.input.from.iter_days();
        let of = |date| {
            let today = slots.iter().filter(|slot| slot.date == date);
            let words = today.map(|slot| slot.minute.to_string());
            words.collect::<Vec<_>>().join(" ")
        };
        let days = days.take(usize::from(self.input.days)).map(of);
        days.collect::<Vec<_>>().join(" | ")
    }

    pub fn chosen(&self, time: &str) -> String {
        let placed = place(&self.input, self.instant(self.input.from, time));
        let takes = placed.unwrap().takes.into_iter().map(|taken| {
            let mut resources = self.input.resources.iter();
            let index = resources.position(|one| one.id == taken.resource);
            let numbers = taken.seats.iter().map(|seat| format!("#{seat}"));
            match self.input.resources[index.unwrap()].capacity {
                1 => self.names[index.unwrap()].clone(),
                _ => self.names[index.unwrap()].clone() + &numbers.collect::<String>(),
            }
        });
        takes.collect::<Vec<_>>().join(" + ")
    }

    fn blank() -> Self {
        let from = parse_date("2026-11-20").unwrap();
        Self {
            input: Input {
                zone: chrono_tz::Asia::Tokyo,
                now: DateTime::UNIX_EPOCH,
                from,
                days: 1,
                opening: Opening::default(),
                service: ServiceRules {
                    minutes: 60,
                    before: 0,
                    after: 0,
                    processing: None,
                    step: 60,
                    notice_minutes: 0,
                    horizon_days: 100_000,
                    party: 1,
                    starts: Starts::Grid,
                },
                needs: Vec::new(),
                later: None,
                resources: Vec::new(),
                limits: Limits::default(),
            },
            kinds: Vec::new(),
            names: Vec::new(),
        }
    }

    fn part(&mut self, words: &[&str]) {
        let service = &mut self.input.service;
        match words {
            ["zone", zone] => self.input.zone = zone.parse().unwrap(),
            ["on", date] => self.input.from = parse_date(date).unwrap(),
            ["days", days] => self.input.days = days.parse().unwrap(),
            ["now", date, time] => self.input.now = self.instant(parse_date(date).unwrap(), time),
            ["holidays"] => self.input.opening.holidays = true,
            [minutes, "min"] => service.minutes = minutes.parse().unwrap(),
            ["every", minutes] => service.step = minutes.parse().unwrap(),
            ["notice", minutes] => service.notice_minutes = minutes.parse().unwrap(),
            ["horizon", days] => service.horizon_days = days.parse().unwrap(),
            ["party", people] => service.party = people.parse().unwrap(),
            ["buffers", both] => {
                let (before, after) = both.split_once('+').unwrap();
                service.before = before.parse().unwrap();
                service.after = after.parse().unwrap();
            }
            ["processing", both] => {
                let (after, minutes) = both.split_once('+').unwrap();
                service.processing = Some(Processing {
                    after: after.parse().unwrap(),
                    minutes: minutes.parse().unwrap(),
                });
            }
            ["joined", names, party] => self.joined(names, party),
            ["rank", name, rank] => self.named(name).seniority = rank.parse().unwrap(),
            ["lunch", hours] => self.lunch(span(hours)),
            [name, "needs", minutes] => self.own_length(name, minutes.parse().unwrap()),
            [.., "closed"] => self.opening(&words[..words.len() - 1], &[None]),
            _ if words.contains(&"open") => {
                let at = words.iter().position(|word| *word == "open").unwrap();
                self.opening(&words[..at], &spans(&words[at + 1..]));
            }
            ["starts", times @ ..] => self.timetable(&DAYS, times),
            [day, "starts", times @ ..] => self.timetable(&[*day], times),
            ["taken", rest @ ..] => self.taken(self.input.from, rest),
            [date, "taken", rest @ ..] => self.taken(parse_date(date).unwrap(), rest),
            [kind, ..] if KINDS.contains(kind) => self.thing(None, words),
            [day, kind, ..] if KINDS.contains(kind) => self.thing(Some(*day), &words[1..]),
            [date, name, rest @ ..] => {
                let date = parse_date(date).unwrap_or_else(|| panic!("not a part: {words:?}"));
                let off = *rest == ["off"];
                let said = if off { vec![None] } else { spans(rest) };
                let said = said.into_iter().map(|span| ShiftException { date, span });
                self.named(name).exceptions.extend(said);
            }
            _ => panic!("not a part: {words:?}"),
        }
    }

    fn opening(&mut self, days: &[&str], spans: &[Option<WallSpan>]) {
        let opening = &mut self.input.opening;
        let (week_of_month, days) = match days {
            [nth, day] => (Some(nth[..1].parse().unwrap()), vec![*day]),
            [] => (None, DAYS.to_vec()),
            days => (None, days.to_vec()),
        };
        for (day, span) in days
            .into_iter()
            .flat_map(|day| spans.iter().map(move |span| (day, *span)))
        {
            if let Some(date) = parse_date(day) {
                opening.exceptions.push(OpeningException { date, span });
                continue;
            }
            let day = match day {
                "hol" => DayKind::Holiday,
                "eve" => DayKind::DayBeforeHoliday,
                day => DayKind::Weekday(weekday(day)),
            };
            opening.holidays |= !matches!(day, DayKind::Weekday(_));
            let rule = WeeklyRule {
                day,
                week_of_month,
                span,
            };
            opening.weekly.add(NaiveDate::MIN, [rule]);
        }
    }

    fn lunch(&mut self, lunch: WallSpan) {
        let rules = std::mem::take(&mut self.input.opening.weekly);
        for rule in rules.on(NaiveDate::MIN).iter().copied() {
            let open = rule.span.unwrap();
            let parts = [(open.from(), lunch.from()), (lunch.until(), open.until())];
            let parts = parts.map(|(from, until)| WallSpan::new(from, until));
            let rules = parts.into_iter().flatten().map(|part| WeeklyRule {
                span: Some(part),
                ..rule
            });
            self.input.opening.weekly.add(NaiveDate::MIN, rules);
        }
    }

    fn timetable(&mut self, days: &[&str], times: &[&str]) {
        let mut lessons = match &self.input.service.starts {
            Starts::Grid | Starts::Sessions(_) => Vec::new(),
            Starts::Timetable(lessons) => lessons.clone(),
        };
        for day in days {
            lessons.extend(times.iter().map(|time| (weekday(day), wall(time))));
        }
        self.input.service.starts = Starts::Timetable(lessons);
    }

    fn thing(&mut self, day: Option<&str>, words: &[&str]) {
        let [kind, name, rest @ ..] = words else {
            panic!("not a thing: {words:?}");
        };
        let (capacity, hours) = match rest {
            ["seats", seats, hours @ ..] => (seats.parse().unwrap(), hours),
            hours => (1, hours),
        };
        if !self.names.iter().any(|known| known == name) {
            let id = ResourceId(Uuid::from_u128(self.names.len() as u128 + 1));
            self.names.push((*name).to_owned());
            self.input.resources.push(Resource {
                id,
                capacity,
                party_max: capacity,
                shifts: None,
                exceptions: Vec::new(),
                taken: Vec::new(),
                seniority: 0,
            });
        }
        let resource = self.named(name);
        let days = day.map_or(DAYS.to_vec(), |day| vec![day]);
        if !hours.is_empty() {
            let shifts = resource.shifts.get_or_insert_default();
            for span in spans(hours).into_iter().flatten() {
                let on = |day: &&str| WeeklyShift {
                    day: weekday(day),
                    span,
                };
                shifts.add(NaiveDate::MIN, days.iter().map(on));
            }
        }
        let resource = resource.id;
        let take = match *kind {
            "class" => Take::Seats,
            _ => Take::Exclusive,
        };
        let need = self.kinds.iter().position(|known| known == kind);
        let need = need.unwrap_or_else(|| {
            self.kinds.push((*kind).to_owned());
            let candidates = Vec::new();
            let leaves = ["staff", "assistant"].contains(kind);
            self.input.needs.push(Need {
                candidates,
                leaves,
                groups: Vec::new(),
            });
            self.kinds.len() - 1
        });
        let candidates = &mut self.input.needs[need].candidates;
        candidates.push(Candidate {
            resource,
            take,
            minutes: None,
        });
    }

    /// Tables that go together, for so many guests; those of the first need that has the first of them.
    fn joined(&mut self, names: &str, party: &str) {
        let members: Vec<ResourceId> = names.split('+').map(|name| self.named(name).id).collect();
        let (least, most) = party.split_once('-').unwrap();
        let mut needs = self.input.needs.iter_mut();
        let has = |need: &&mut Need| need.candidates.iter().any(|one| one.resource == members[0]);
        let need = needs.find(has).unwrap();
        need.groups.push(Group {
            least: least.parse().unwrap(),
            most: most.parse().unwrap(),
            members,
        });
    }

    fn own_length(&mut self, name: &str, minutes: u32) {
        let id = self.named(name).id;
        let needs = self.input.needs.iter_mut();
        let mut all = needs.flat_map(|need| &mut need.candidates);
        let candidate = all.find(|one| one.resource == id).unwrap();
        candidate.minutes = Some(minutes);
    }

    fn taken(&mut self, date: NaiveDate, words: &[&str]) {
        let (who, hours) = match words {
            [hours] => (self.names[0].clone(), hours),
            [who, hours] => ((*who).to_owned(), hours),
            _ => panic!("not taken: {words:?}"),
        };
        let (from, until) = hours.split_once('-').unwrap();
        let (start, end) = (self.instant(date, from), self.instant(date, until));
        let (name, seat) = match who.split_once('#') {
            Some((name, seat)) => (name, Some(seat.parse().unwrap())),
            None => (who.as_str(), None),
        };
        let resource = self.named(name);
        let seats = seat.map_or((0..resource.capacity).collect(), |seat: u16| vec![seat]);
        let taken = seats.into_iter().map(|seat| Taken { seat, start, end });
        resource.taken.extend(taken);
    }

    fn named(&mut self, name: &str) -> &mut Resource {
        let index = self.names.iter().position(|known| known == name);
        &mut self.input.resources[index.unwrap_or_else(|| panic!("nobody is called {name}"))]
    }
}

/// `9` or `9:30`.
pub fn wall(text: &str) -> WallTime {
    let whole = format!("{text}:00");
    let text = if text.contains(':') { text } else { &whole };
    WallTime::parse(text).unwrap_or_else(|| panic!("not a time: {text}"))
}

fn span(text: &str) -> WallSpan {
    let (from, until) = text
        .split_once('-')
        .unwrap_or_else(|| panic!("not hours: {text}"));
    WallSpan::new(wall(from), wall(until)).unwrap_or_else(|| panic!("not hours: {text}"))
}

fn spans(words: &[&str]) -> Vec<Option<WallSpan>> {
    words.iter().map(|word| Some(span(word))).collect()
}

fn weekday(name: &str) -> Weekday {
    let index = DAYS.iter().position(|day| *day == name);
    Weekday::ALL[index.unwrap_or_else(|| panic!("not a weekday: {name}"))]
}

/// Each candidate once, as a loader would give them.
pub fn need((mut candidates, leaves): (Vec<Candidate>, bool)) -> Need {
    candidates.sort_by_key(|candidate| candidate.resource);
    candidates.dedup_by_key(|candidate| candidate.resource);
    Need {
        candidates,
        leaves,
        groups: Vec::new(),
    }
}
