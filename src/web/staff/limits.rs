//! How many guests may still book by themselves in each half-hour of a day, and a press of + or − that makes it another number.

use super::{block, clock::WallClock};
use crate::{
    base::time::{LocalDate, parse_date},
    db,
    domain::{
        businesses::role::Right,
        scheduling::{
            day_plan,
            start_limit::{self, HalfHour, Press},
        },
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::typed::{Asked, Typed},
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            frame::ShopFrame,
            nav::Nav,
            pager::{Page, Pager},
            post_form::PostForm,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// Whoever may keep time free may keep guests from a half-hour.
pub const RIGHT: Right = Right::BlockTime;

/// The page.
#[derive(Template)]
#[template(path = "staff/limits.html")]
pub struct LimitsPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    back: LinkButton,
    day: String,
    pager: Pager,
    rows: Vec<Row>,
    usual: Option<LinkButton>,
}

/// One half-hour.
pub struct Row {
    anchor: String,
    time: String,
    left: String,
    begun: String,
    special: Option<String>,
    buttons: Vec<PostButton>,
}

/// Which day.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct LimitsQuery {
    date: String,
}

/// What was pressed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct PressForm {
    csrf: String,
    date: String,
    minute: String,
    press: String,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    today: LocalDate,
    date: LocalDate,
    now: DateTime<Utc>,
    halves: Vec<HalfHour>,
}

/// The half-hours of a day.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    query: Asked<LimitsQuery>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let wanted = parse_date(&query.0.date);
    let found = member::look(
        &site,
        &ctx,
        &signed_in,
        (&path.1, RIGHT),
        move |tx, at| -> db::Result<Scene> {
            let today = day_plan::today(tx, at.profile.zone)?;
            let date = wanted.unwrap_or(today);
            Ok(Scene {
                at: at.clone(),
                halves: start_limit::day(tx, at.profile.zone, date)?,
                now: tx.now(),
                today,
                date,
            })
        },
    );
    let scene = found.await??;
    ctx.html(&page(&ctx, &signed_in, &scene))
}

/// Another number for one half-hour of one date.
pub async fn update(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<PressForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let date = parse_date(&form.date).ok_or(Error::Unreadable)?;
    let minute: u16 = form
        .minute
        .parse()
        .map_err(|_no_number| Error::Unreadable)?;
    let press = pressed(&form.press).ok_or(Error::Unreadable)?;
    let wish = (path.1.as_str(), RIGHT);
    let done = member::enter(
        &site,
        &ctx,
        &signed_in,
        wish,
        move |tx, at| -> db::Result<bool> {
            start_limit::press(tx, at.profile.zone, (date, minute), press)
        },
    );
    let said = match done.await?? {
        true => Said::LimitsSaved,
        false => Said::Overtaken,
    };
    let day = links::day(ctx.lang, &path.1, Some(date), "limits");
    Ok(flash::say(
        ctx.see_other(&format!("{day}#t{minute}"))?,
        said,
    ))
}

fn pressed(typed: &str) -> Option<Press> {
    match typed {
        "more" => Some(Press::More),
        "fewer" => Some(Press::Fewer),
        "usual" => Some(Press::Usual),
        _ => None,
    }
}

fn page<'a>(ctx: &'a PageCtx, signed_in: &SignedIn, scene: &Scene) -> LimitsPage<'a> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Day);
    let clock = WallClock {
        t,
        zone: scene.at.profile.zone,
        now: scene.now,
        today: scene.today,
    };
    let way = |date: Option<LocalDate>, label: String| {
        date.map(|date| Page {
            label,
            url: Some(links::day(ctx.lang, slug, Some(date), "limits")),
        })
    };
    LimitsPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.desk_limits_title(),
        back: block::back(ctx, slug, Some(scene.date)),
        day: clock.day(scene.date),
        pager: Pager {
            label: t.desk_days(),
            earlier: way(scene.date.pred_opt(), t.desk_day_before()),
            later: way(scene.date.succ_opt(), t.desk_day_after()),
        },
        rows: scene
            .halves
            .iter()
            .map(|half| row(ctx, scene, half))
            .collect(),
        usual: scene
            .at
            .member
            .may(Right::ManageSchedule)
            .then(|| LinkButton {
                label: t.desk_limits_usual_way(),
                url: links::owner(ctx.lang, slug, "hours/limits"),
                voice: Voice::Text,
                ..LinkButton::default()
            }),
        ctx,
    }
}

fn row(ctx: &PageCtx, scene: &Scene, half: &HalfHour) -> Row {
    let t = ctx.t;
    let time = t.wall_time(u32::from(half.minute));
    let button = |press: &str, label: String, about: String| PostButton {
        label,
        about: Some(about),
        form: PostForm::keyed(
            &ctx.csrf,
            links::day(ctx.lang, &scene.at.profile.slug, None, "limits"),
            &[
                ("date", &scene.date.to_string()),
                ("minute", &half.minute.to_string()),
                ("press", press),
            ],
        ),
        voice: Voice::Quiet,
        ..PostButton::default()
    };
    let left = half.left();
    let mut buttons = Vec::new();
    if left != Some(0) {
        let (label, about) = match left {
            Some(_) => (t.desk_limits_fewer(), t.desk_limits_fewer_about(&time)),
            None => (t.desk_limits_stop(), t.desk_limits_stop_about(&time)),
        };
        buttons.push(button("fewer", label, about));
    }
    if left.is_some() {
        let about = t.desk_limits_more_about(&time);
        buttons.push(button("more", t.desk_limits_more(), about));
    }
    if half.is_special {
        let about = t.desk_limits_usual_about(&time);
        buttons.push(button("usual", t.desk_limits_usual(), about));
    }
    Row {
        anchor: format!("t{}", half.minute),
        left: match left {
            Some(left) => t.desk_limits_left(left),
            None => t.desk_limits_free(),
        },
        begun: t.desk_limits_begun(half.begun),
        special: half.is_special.then(|| t.desk_limits_special()),
        buttons,
        time,
    }
}
