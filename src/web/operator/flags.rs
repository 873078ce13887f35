//! Features and for whom they are on.

use super::{
    office::Room,
    sheet::{Line, ListPage},
};
use crate::{
    db,
    domain::platform::flag::{self, Listed},
    web::{
        error::Result,
        gate::operator,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, Voice},
            empty::Empty,
            icon::Icon,
        },
    },
};
use actix_web::web::Data;

/// All of them.
pub async fn index(site: Data<Site>, ctx: PageCtx, signed_in: SignedIn) -> Result {
    let read: db::Result<_> =
        operator::look(&site, &ctx, &signed_in, |tx, _| flag::all(tx)).await?;
    let found = read?;
    let nothing = Empty {
        icon: Icon::Settings,
        words: ctx.t.operators_no_flags(),
        ways: Vec::new(),
    };
    let title = ctx.t.operators_flags();
    ctx.html(&ListPage {
        lead: Some(ctx.t.operators_flags_lead()),
        ways: vec![LinkButton {
            label: ctx.t.operators_flag_new(),
            url: links::operator(ctx.lang, "/flags/new"),
            voice: Voice::Main,
            ..LinkButton::default()
        }],
        lines: found.iter().map(|listed| line(&ctx, listed)).collect(),
        ..ListPage::new(&ctx, &signed_in, Room::Flags, title, nothing)
    })
}

fn line(ctx: &PageCtx, listed: &Listed) -> Line {
    let (t, flag) = (ctx.t, &listed.flag);
    let state = if flag.is_enabled {
        t.operators_flag_on()
    } else {
        t.operators_flag_off()
    };
    let mut facts = vec![t.operators_flag_share(i64::from(flag.percent))];
    facts.extend((!flag.users.is_empty()).then(|| t.operators_flag_users_count(flag.users.len())));
    facts.extend(
        (!flag.businesses.is_empty())
            .then(|| t.operators_flag_businesses_count(flag.businesses.len())),
    );
    Line {
        url: Some(links::operator(ctx.lang, &format!("/flags/{}", listed.id))),
        name: flag.name.clone(),
        badge: Some(state),
        facts,
        texts: vec![flag.description.clone()],
        ..Line::default()
    }
}
