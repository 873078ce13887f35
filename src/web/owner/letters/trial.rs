//! Whether letters arrive: an owner sends one to their own address, and reads what became of it. What the mail server and the house
//! said to each other is for the operators; here stands what the server said of this address and this letter.

use super::{LIST, RIGHT};
use crate::{
    db::{self, TenantTx},
    domain::notifications::trial::{self, A_DAY, Standing, Trial},
    web::{
        desk::{Desk, Room},
        error::Result,
        flash::{self, SaidOfLetters},
        form::typed::Typed,
        gate::member::{self, AtWork},
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
            post_form::PostForm,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// What a shop is told in words of its own; all else is the house's matter.
const SHOPS: [&str; 4] = ["address", "letter", "later", "unproved"];

/// The page.
#[derive(Template)]
#[template(path = "owner/letters/trial.html")]
struct TrialPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    back: LinkButton,
    send: PostButton,
    again: LinkButton,
    limit: String,
    lines: Vec<Line>,
}

/// One that was sent.
struct Line {
    when: String,
    state: String,
    words: String,
    answer: String,
}

/// What is sent along.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct TrialForm {
    csrf: String,
}

/// The last ones, and the way to another.
pub async fn index(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let wish = (path.1.as_str(), RIGHT);
    let read = |tx: &mut TenantTx<'_>, at: &AtWork| -> db::Result<_> {
        Ok((at.clone(), trial::of_shop(tx)?, tx.now()))
    };
    let (at, trials, now) = member::look(&site, &ctx, &signed_in, wish, read).await??;
    let (t, slug) = (ctx.t, at.profile.slug.as_str());
    let desk = Desk::of(&ctx, &signed_in, &at, Room::Office);
    let here = here(&ctx, slug);
    let moments = Moments::new(t, at.profile.zone, now);
    ctx.html(&TrialPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.mailtest_title(),
        back: LinkButton {
            label: t.ui_back(),
            url: links::owner(ctx.lang, slug, LIST),
            voice: Voice::Text,
            icon: Some(Icon::Back),
            ..LinkButton::default()
        },
        send: PostButton {
            label: t.mailtest_send(),
            form: PostForm::keyed(&signed_in.csrf, here.clone(), &[]),
            ..PostButton::default()
        },
        again: LinkButton {
            label: t.mailtest_look(),
            url: here,
            voice: Voice::Quiet,
            small: true,
            ..LinkButton::default()
        },
        limit: t.mailtest_limit(A_DAY),
        lines: trials
            .iter()
            .map(|one| line(&ctx, (one, now), &moments))
            .collect(),
        ctx: &ctx,
    })
}

/// Sends another.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<TrialForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let (_, slug) = path.into_inner();
    let locale = ctx.lang.code();
    let wish = (slug.as_str(), RIGHT);
    let asked = member::enter(
        &site,
        &ctx,
        &signed_in,
        wish,
        move |tx, _| -> db::Result<bool> { trial::ask(tx, locale) },
    );
    let said = match asked.await?? {
        true => SaidOfLetters::MailTestAsked,
        false => SaidOfLetters::MailTestTooOften,
    };
    site.wake.notify_one();
    Ok(flash::say(ctx.see_other(&here(&ctx, &slug))?, said))
}

fn here(ctx: &PageCtx, slug: &str) -> String {
    links::owner(ctx.lang, slug, &format!("{LIST}/trial"))
}

fn line(ctx: &PageCtx, (one, now): (&Trial, DateTime<Utc>), moments: &Moments) -> Line {
    let (t, standing) = (ctx.t, one.standing(now));
    let words = match standing {
        Standing::Waiting => t.mailtest_waiting(),
        Standing::Gone => t.mailtest_gone(),
        Standing::Lost => t.mailtest_lost(),
        Standing::Failed => {
            let trouble = one.trouble.as_deref().unwrap_or_default();
            let is_ours = SHOPS.contains(&trouble);
            t.of_family("mailtest-shop", if is_ours { trouble } else { "house" })
        }
    };
    Line {
        when: moments.moment(one.asked_at),
        state: t.of_family("mailtest-standing", standing.name()),
        words,
        answer: one.answer.clone(),
    }
}
