//! What would a visit cost on that day, at that time, booked so long ahead? The same reckoning as for guests, on the page of the
//! rules of prices.

use super::{answers::Answers, ask::Ask, figures::chosen, price_rules::Scene};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::ResourceId,
        msg::Msg,
        time::{LocalDate, WallTime, days_after, instant, local},
    },
    domain::{
        bookings::quote::{occasion, priced},
        catalog::{
            price::{LineKind, Quote},
            service::Service,
        },
    },
    web::{
        form::{Errors, fields},
        links,
        moments::Moments,
        page::PageCtx,
        prices,
        ui::{
            buttons::Submit,
            field::Field,
            summary_list::Bill,
            text_field::{Entry, TextField},
        },
    },
};
use chrono::{DateTime, TimeDelta, Utc};

/// The example is a week ahead, at two in the afternoon.
const WEEK: u32 = 7;
const AFTERNOON: &str = "14:00";
/// How long ahead it may be booked, in hours; nothing is now.
const AHEAD: [i64; 8] = [1, 3, 24, 72, 168, 336, 720, 2160];

/// The form, and what it comes to.
pub(super) struct Trial {
    pub action: String,
    pub fields: Vec<Field>,
    pub submit: Submit,
    /// What is reckoned, and what it costs.
    pub bill: Option<(String, Bill)>,
}

/// A visit that was asked about.
struct Asked {
    service: Service,
    start: DateTime<Utc>,
    date: LocalDate,
    party: i16,
    staff: Option<ResourceId>,
    booked: DateTime<Utc>,
}

/// Draws it; nothing where nothing is on the menu.
pub(super) fn draw(
    ctx: &PageCtx,
    scene: &Scene,
    asked: &Answers,
    errors: &mut Errors,
) -> Option<Trial> {
    let (t, first) = (ctx.t, scene.menu.first()?);
    let typed = match asked.knows("service") {
        true => asked.clone(),
        false => blank(scene, first),
    };
    let meant = asked.knows("service").then(|| parse(scene, &typed, errors));
    let bill = meant.flatten().map(|asked| {
        let moments = Moments::new(t, scene.at.profile.zone, scene.now);
        let when = moments.at(asked.date, asked.start);
        let name = asked.service.name.text(ctx.lang).to_owned();
        (
            t.prices_trial_result(name, when),
            bill(ctx, &reckoned(scene, asked)),
        )
    });
    Some(Trial {
        // What it comes to stands in sight, below however many rules.
        action: format!(
            "{}#trial",
            links::owner(ctx.lang, &scene.at.profile.slug, "prices")
        ),
        fields: boxes(ctx, scene, (&typed, &*errors)),
        submit: Submit {
            label: t.prices_trial_submit(),
            ..Submit::default()
        },
        bill,
    })
}

fn blank(scene: &Scene, first: &Service) -> Answers {
    let today = local(scene.at.profile.zone, scene.now).date();
    let mut answers = Answers::default();
    answers.put("service", first.id);
    answers.put("date", days_after(today, WEEK));
    answers.put("time", AFTERNOON);
    answers.put("party", first.figures.party_min);
    answers
}

fn boxes(ctx: &PageCtx, scene: &Scene, (typed, errors): (&Answers, &Errors)) -> Vec<Field> {
    let t = ctx.t;
    let ask = Ask { t, typed, errors };
    let services = scene.menu.iter().map(|one| {
        let name = one.name.text(ctx.lang).to_owned();
        (one.id.to_string(), name)
    });
    let people = scene.roster.resources.iter();
    let people = people.filter(|one| one.kind.is_person());
    let people = people.map(|one| (one.id.to_string(), one.name.text(ctx.lang).to_owned()));
    let anybody = [(String::new(), t.prices_anybody())];
    let now = [(String::new(), t.prices_trial_now())];
    let ahead = AHEAD.map(|hours| {
        let ahead = prices::ahead(t, hours);
        (hours.to_string(), t.prices_trial_ahead(ahead))
    });
    vec![
        Field::Select(ask.select("service", t.prices_trial_service(), services)),
        Field::Line(ask.line("date", t.prices_trial_date(), Entry::Date)),
        Field::Line(ask.line("time", t.prices_trial_time(), Entry::Time)),
        Field::Line(TextField {
            unit: Some(t.catalog_unit_people()),
            ..ask.line("party", t.prices_trial_party(), Entry::Number)
        }),
        Field::Select(ask.select("staff", t.prices_staff(), anybody.into_iter().chain(people))),
        Field::Select(ask.select(
            "ahead",
            t.prices_trial_booked(),
            now.into_iter().chain(ahead),
        )),
    ]
}

fn parse(scene: &Scene, typed: &Answers, errors: &mut Errors) -> Option<Asked> {
    let zone = scene.at.profile.zone;
    let mut menu = scene.menu.iter();
    let service = menu.find(|one| one.id.to_string() == typed.get("service"));
    if service.is_none() {
        errors.add("service", Msg::new("form-choice-gone"));
    }
    let date = fields::date(errors, "date", typed.get("date"));
    let time = WallTime::hurried(typed.get("time"));
    if time.is_none() {
        errors.add("time", Msg::new("form-span-form"));
    }
    let staff = typed.get("staff");
    let person = scene.roster.resources.iter();
    let person = person.map(|one| one.id).find(|id| id.to_string() == staff);
    if person.is_none() && !staff.is_empty() {
        errors.add("staff", Msg::new("form-choice-gone"));
    }
    let ahead = chosen(errors, "ahead", typed, |hours| AHEAD.contains(&hours));
    let figures = &service?.figures;
    let (least, most) = (figures.party_min.into(), figures.party_max.into());
    let party = fields::number(errors, "party", typed.get("party"), least, most);
    let (date, time) = (date?, time?);
    let start = instant(zone, date, time);
    if start.is_none() {
        errors.add("time", Msg::new("form-span-form"));
    }
    let (start, ahead) = (start?, ahead?);
    let asked = Asked {
        service: service?.clone(),
        start,
        date,
        party: i16::try_from(party?).ok()?,
        staff: person,
        // What is booked so long ahead is booked then, whenever that is.
        booked: ahead.map_or(scene.now, |hours| start - TimeDelta::hours(hours)),
    };
    errors.is_empty().then_some(asked)
}

fn reckoned(scene: &Scene, asked: Asked) -> Quote {
    let profile = &scene.at.profile;
    let service = asked.service.on(asked.date);
    let terms = scene.roster.terms(&service, asked.staff);
    let service = service.done_by(terms);
    let when = (asked.date, asked.start);
    let on = occasion((profile.zone, asked.booked), when, asked.staff, asked.party);
    priced(&service, &on, None, &profile.settings.currency)
}

fn bill(ctx: &PageCtx, quote: &Quote) -> Bill {
    let t = ctx.t;
    let lines = quote.lines.iter().map(|line| {
        let name = Bilingual::new(&line.name_ja, &line.name_en);
        let name = name.text(ctx.lang).to_owned();
        let name = match line.kind {
            LineKind::Service if line.quantity > 1 => t.desk_line_quantity(name, line.quantity),
            _ => name,
        };
        (name, t.yen(line.amount))
    });
    Bill {
        lines: lines.collect(),
        total: (t.desk_total(), t.yen(quote.total())),
        note: None,
    }
}
