//! Several services in one visit, and somebody who comes along: what belongs to it is put together above, and the times at which
//! all of it can be had stand below. Everything chosen stands in the address.

pub mod hold;
mod lines;
mod nothing;
mod read;
mod sum;
mod way;
pub mod why;
mod wish;

pub(super) use way::ways;
pub use wish::VisitQuery;
pub(super) use wish::VisitWish;

use super::{
    checkout, choices, frame,
    grid::{self, Drawing},
    times::{Drawn, Lost},
    wish::View,
    words,
};
use crate::{
    base::msg::Msg,
    domain::scheduling::{outlook::Halt, visit::GUESTS_WAIT},
    web::{
        crowd,
        error::Result,
        form::{Errors, typed::Asked},
        gate::business,
        links::{self, Times},
        moments::{Moments, to_field},
        page::PageCtx,
        site::Site,
        ui::{
            buttons::{LinkButton, Voice},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            icon::Icon,
            pager::{Pager, Tabs},
            post_form::PostForm,
            select_field::SelectField,
            slot_list::SlotTime,
            steps::Steps,
        },
    },
};
use actix_web::{
    HttpRequest,
    http::{StatusCode, header},
    web::{Data, Path},
};
use askama::Template;
use lines::Guest;
use read::{Read, read};
use uuid::Uuid;

/// The page.
#[derive(Template)]
#[template(path = "public/visit/page.html")]
pub struct VisitPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    steps: Steps,
    errors: ErrorSummary,
    has_errors: bool,
    /// What happened to the time that was chosen.
    lost: Option<String>,
    alternatives: Vec<SlotTime>,
    sum: String,
    /// That the shop has its say first.
    request: Option<String>,
    wish: PostForm,
    guests: Vec<Guest>,
    companion: Option<SelectField>,
    /// What is booked by itself, and why.
    apart: Vec<(String, String)>,
    /// Whether one service follows another.
    has_parts: bool,
    /// Where it is asked why a time cannot be had, once there are times.
    why: Option<String>,
    wait: u32,
    form: PostForm,
    soonest: Option<SlotTime>,
    book_soonest: String,
    views: Option<Tabs>,
    view: Drawn,
    pager: Option<Pager>,
    /// The way to the waiting list.
    waits: Option<LinkButton>,
}

impl VisitPage<'_> {
    fn complaints(&self) -> ErrorSummary {
        let lines = self.guests.iter().flat_map(|guest| &guest.lines);
        let fields = lines.flat_map(|line| &line.fields);
        self.errors
            .clone()
            .naming(self.ctx.t, fields.map(|field| field.called()))
    }
}

/// What was put together, and its times. What the form sends is written into the address first.
pub async fn index(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String)>,
    request: HttpRequest,
    query: Asked<VisitQuery>,
) -> Result {
    let mut errors = Errors::default();
    let wish = query.0.wish(ctx.lang, &mut errors);
    if query.0.is_sent() {
        return ctx.see_other(&wish.url(&ctx, &path.1));
    }
    let business = business::visitor(&site, &ctx, &path.1).await?.business;
    crowd::look(&site, &request, business).await?;
    let mut page = draw(&site, ctx, &path.1, (&wish, errors), None).await?;
    // Whoever comes back by the browser's arrow finds the very same form, so that choosing again moves their hold.
    page.headers_mut().insert(
        header::CACHE_CONTROL,
        header::HeaderValue::from_static("private, no-cache"),
    );
    Ok(page)
}

/// Draws the page, with or without the news that a time was lost.
pub(super) async fn draw(
    site: &Site,
    mut ctx: PageCtx,
    slug: &str,
    (wish, mut errors): (&VisitWish, Errors),
    lost: Option<Lost>,
) -> Result {
    let read = read(site, &ctx, slug, wish).await?;
    let is_empty = read.basket.guests.is_empty() && errors.is_empty();
    if !read.profile.settings.is_accepting || (is_empty && !read.is_taken_out()) {
        return ctx.see_other(&checkout::menu_url(&ctx, slug, wish.hold.as_deref()));
    }
    read.complain(&ctx, &mut errors);
    let wish = &VisitWish {
        basket: read.basket.clone(),
        from: wish.from.or(wish.near.map(|_| read.from)),
        ..wish.clone()
    };
    if lost.is_some() {
        ctx.stand_at(&wish.url(&ctx, slug));
    }
    let status = match &lost {
        Some(lost) => lost.status,
        None if errors.is_empty() => StatusCode::OK,
        None => StatusCode::UNPROCESSABLE_ENTITY,
    };
    ctx.redraw(status, &page(&ctx, &read, wish, (&errors, lost)))
}

fn page<'a>(
    ctx: &'a PageCtx,
    read: &Read,
    wish: &VisitWish,
    (errors, lost): (&Errors, Option<Lost>),
) -> VisitPage<'a> {
    let (t, slug) = (ctx.t, read.profile.slug.as_str());
    let moments = Moments::new(t, read.profile.zone, read.now);
    let key = wish.hold.clone();
    let key = key.unwrap_or_else(|| Uuid::new_v4().simple().to_string());
    let form = wish.form(ctx, slug, &key);
    let nearest = lost.as_ref().map_or([].as_slice(), |lost| &lost.nearest);
    let is_open = read.shown.is_some();
    let at = |change: &dyn Fn(&mut Times)| at(ctx, slug, wish, change);
    let menu_url = checkout::menu_url(ctx, slug, wish.hold.as_deref());
    VisitPage {
        shop: frame::frame(ctx, &read.profile),
        steps: checkout::steps(ctx, read.profile.vertical, 1, [Some(menu_url), None, None]),
        errors: errors.summary(t),
        has_errors: !errors.is_empty(),
        alternatives: words::alternatives(&moments, nearest),
        sum: sum::said(ctx, read),
        request: read.is_on_request.then(|| t.together_request()),
        wish: asking(ctx, slug, wish),
        guests: lines::guests(ctx, read, errors),
        companion: lines::companion(ctx, read),
        apart: read
            .apart
            .iter()
            .map(|(name, why)| {
                let why = t.of_family("together-apart", why.id());
                (name.text(ctx.lang).to_owned(), why)
            })
            .collect(),
        has_parts: read.guests.iter().any(|services| services.len() > 1),
        why: is_open.then(|| why::url(ctx, slug, wish)),
        wait: GUESTS_WAIT,
        soonest: read
            .shown
            .as_ref()
            .filter(|_| lost.is_none())
            .and_then(|shown| shown.soonest.as_ref())
            .map(|slot| SlotTime {
                start: to_field(slot.start),
                time: moments.at(slot.date, slot.start),
                note: Some(t.relative(slot.date, moments.today())),
            }),
        book_soonest: t.businesses_book(),
        views: is_open.then(|| choices::views(ctx, wish.view, &at)),
        view: drawn(ctx, &moments, read, wish, &form),
        pager: read
            .shown
            .as_ref()
            .map(|shown| choices::pages(ctx, &moments, (read.from, &shown.input), wish.view, &at)),
        waits: waits(ctx, read, wish),
        lost: lost.map(|lost| lost.words),
        form,
        ctx,
    }
}

/// The address of the same wish with something of its times changed.
fn at(ctx: &PageCtx, slug: &str, wish: &VisitWish, change: &dyn Fn(&mut Times)) -> String {
    let mut times = Times {
        from: wish.from,
        view: Some(wish.view.word()),
        ..Times::default()
    };
    change(&mut times);
    let asked = links::Visit {
        from: times.from,
        view: times.view,
        ..wish.asked()
    };
    format!("{}#times", links::visit(ctx.lang, slug, Some(&asked)))
}

/// Where one waits for all of it, once everything is chosen and where the shop keeps a list.
fn waits(ctx: &PageCtx, read: &Read, wish: &VisitWish) -> Option<LinkButton> {
    let visit = links::Visit {
        from: Some(read.from),
        ..wish.asked()
    };
    let is_there = read.has_waitlist && read.shown.is_some();
    is_there.then(|| LinkButton {
        label: ctx.t.waiting_way(),
        url: links::waitlist_visit(ctx.lang, &read.profile.slug, &visit),
        voice: Voice::Text,
        ..LinkButton::default()
    })
}

/// What the form that puts it together carries unseen.
fn asking(ctx: &PageCtx, slug: &str, wish: &VisitWish) -> PostForm {
    let mut hidden = vec![
        ("form".to_owned(), "1".to_owned()),
        ("with".to_owned(), wish.basket.text()),
        ("view".to_owned(), wish.view.word().to_owned()),
    ];
    hidden.extend(wish.from.map(|from| ("from".to_owned(), from.to_string())));
    hidden.extend(wish.hold.clone().map(|hold| ("hold".to_owned(), hold)));
    PostForm {
        action: links::visit(ctx.lang, slug, None),
        hidden,
    }
}

/// The times, drawn as they are wished for; nothing free is a sentence with ways on.
fn drawn(
    ctx: &PageCtx,
    moments: &Moments,
    read: &Read,
    wish: &VisitWish,
    form: &PostForm,
) -> Drawn {
    let Some(shown) = &read.shown else {
        return Drawn::Nothing(nothing::chosen(ctx, read));
    };
    if !shown.slots.iter().any(|slot| slot.left > 0) {
        return Drawn::Nothing(nothing::free(ctx, moments, (read, shown), wish));
    }
    let slug = read.profile.slug.as_str();
    let at = |change: &dyn Fn(&mut Times)| at(ctx, slug, wish, change);
    let drawing = Drawing {
        ctx,
        moments,
        input: &shown.input,
        slots: &shown.slots,
        waits: None,
    };
    match wish.view {
        View::Table => Drawn::Table(Box::new(grid::table(&drawing, &read.profile, form.clone()))),
        View::List => Drawn::List(Box::new(grid::list(&drawing, form.clone(), &at))),
        View::Month => Drawn::Month(grid::month(&drawing, &at)),
    }
}

impl Read {
    /// Whether nothing is left of what was wished for, because of what it is.
    fn is_taken_out(&self) -> bool {
        self.is_unknown || !self.taken_out.is_empty()
    }

    /// Says what of the wish cannot be.
    fn complain(&self, ctx: &PageCtx, errors: &mut Errors) {
        if self.is_unknown {
            errors.add("", Msg::new("together-unknown"));
        }
        for (name, why) in &self.taken_out {
            let why = ctx.t.of_family("together-apart", why.id());
            let msg = Msg::new("together-taken-out")
                .with("name", name.text(ctx.lang))
                .with("why", why);
            errors.add("", msg);
        }
        let too_many = match self.shown.as_ref().and_then(|shown| shown.halt.as_ref()) {
            Some(Halt::Party(place, most)) => Some((*place, *most)),
            _ => None,
        };
        let guests = self.guests.iter().enumerate();
        let places = guests.flat_map(|(guest, services)| {
            let services = services.iter().enumerate();
            services.map(move |(place, one)| ((guest, place), one))
        });
        for (number, (place, one)) in places.enumerate() {
            if one.is_nobody {
                errors.add(wish::box_name(place, "staff"), Msg::new("together-nobody"));
            }
            let party = wish::box_name(place, "party");
            match too_many.filter(|(place, _)| *place == number) {
                Some((_, 0)) => errors.add(party, Msg::new("booking-refused-party-too-large")),
                Some((_, most)) => {
                    errors.add(party, Msg::new("together-most").with("most", most));
                }
                None if one.refused_party.is_some() => {
                    let figures = &one.service.figures;
                    let msg = Msg::new("together-party")
                        .with("least", figures.party_min)
                        .with("most", figures.party_max);
                    errors.add(party, msg);
                }
                None => {}
            }
        }
    }
}
