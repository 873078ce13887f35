//! Accounts, found by part of a name or an address.

use super::{
    office::Room,
    sheet::{Line, ListPage, Search},
};
use crate::{
    db,
    domain::accounts::people::{self, Known, PAGE},
    web::{
        error::Result,
        form::typed::Asked,
        gate::operator,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            empty::Empty,
            field::Field,
            icon::Icon,
            pager::{Page, Pager},
            text_field::{Entry, TextField},
        },
    },
};
use actix_web::web::Data;
use serde::Deserialize;

/// What is looked for.
#[derive(Deserialize)]
pub struct PeopleQuery {
    #[serde(default)]
    q: String,
    #[serde(default)]
    after: String,
}

/// Those whose name or address has it.
pub async fn index(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    query: Asked<PeopleQuery>,
) -> Result {
    let clean = |text: &str| -> String {
        let kept = text.trim().chars().filter(|c| !c.is_control());
        kept.take(100).collect()
    };
    let (text, after) = (clean(&query.0.q), clean(&query.0.after));
    let part = text.clone();
    let read: db::Result<Vec<Known>> = operator::look(&site, &ctx, &signed_in, move |tx, _| {
        people::search(tx, &part, &after)
    })
    .await?;
    let mut found = read?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let later = found.last().filter(|_| more).map(|last| {
        let pairs = [("q", text.as_str()), ("after", last.email.as_str())];
        let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
        Page {
            label: ctx.t.operators_more(),
            url: Some(links::operator(ctx.lang, &format!("/people?{query}"))),
        }
    });
    let nothing = Empty {
        icon: Icon::Search,
        words: ctx.t.operators_no_people(),
        ways: Vec::new(),
    };
    let title = ctx.t.operators_people();
    ctx.html(&ListPage {
        search: Some(Search {
            action: links::operator(ctx.lang, "/people"),
            hidden: Vec::new(),
            fields: vec![Field::Line(TextField {
                name: "q".to_owned(),
                label: ctx.t.operators_people_by(),
                value: text,
                entry: Entry::Search,
                ..TextField::default()
            })],
            button: ctx.t.operators_search(),
        }),
        lines: found.iter().map(|known| line(&ctx, known)).collect(),
        pager: later.map(|later| Pager {
            label: ctx.t.operators_pages(),
            earlier: None,
            later: Some(later),
        }),
        ..ListPage::new(&ctx, &signed_in, Room::People, title, nothing)
    })
}

fn line(ctx: &PageCtx, known: &Known) -> Line {
    Line {
        url: Some(links::operator(ctx.lang, &format!("/people/{}", known.id))),
        name: known.email.clone(),
        badge: (!known.is_active).then(|| ctx.t.operators_account_closed()),
        facts: vec![
            known.name.clone(),
            ctx.t.of_family("operators-role", known.role.label()),
        ],
        ..Line::default()
    }
}
