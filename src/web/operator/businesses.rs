//! Businesses by where they stand: those that wait for an answer first, and of them the oldest.

use super::{
    office::Room,
    sheet::{Line, ListPage, Search},
};
use crate::{
    db,
    domain::businesses::review_list::{self, Heap, PAGE, Sought},
    web::{
        crowd::alarm,
        error::Result,
        form::typed::Asked,
        gate::operator,
        links,
        moments::{Moments, from_field},
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            empty::Empty,
            field::Field,
            icon::Icon,
            pager::{Page, Pager, Tab, Tabs},
            text_field::{Entry, TextField},
        },
    },
};
use actix_web::web::Data;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::Deserialize;
use uuid::Uuid;

/// What is looked for.
#[derive(Deserialize)]
pub struct BusinessesQuery {
    #[serde(default)]
    show: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    after: String,
}

/// The operators' first page.
pub async fn home(site: Data<Site>, ctx: PageCtx, signed_in: SignedIn) -> Result {
    let known: db::Result<()> = operator::look(&site, &ctx, &signed_in, |_, _| Ok(())).await?;
    known?;
    ctx.see_other(&links::operator(ctx.lang, "/businesses"))
}

/// A heap of them.
pub async fn index(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    query: Asked<BusinessesQuery>,
) -> Result {
    let query = query.0;
    let heap = Heap::ALL
        .into_iter()
        .find(|heap| heap.word() == query.show)
        .unwrap_or_default();
    let letters = query.q.chars().filter(|c| !c.is_control());
    let text: String = letters.take(60).collect();
    let sought = Sought {
        heap,
        text: text.trim().to_owned(),
        after: after(&query.after),
    };
    let wrong_passwords = site.crowd.limits().wrong_passwords;
    let read: db::Result<_> = operator::look(&site, &ctx, &signed_in, move |tx, operator| {
        Ok((
            alarm::raised(tx, wrong_passwords)?,
            review_list::list(tx, &sought)?,
            review_list::waiting(tx)?,
            operator.zone.clone(),
            tx.now(),
        ))
    })
    .await?;
    let (alarm, mut found, waiting, zone, now) = read?;
    let moments = Moments::new(ctx.t, zone.parse().unwrap_or(Tz::Asia__Tokyo), now);
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let later = found.last().filter(|_| more).map(|last| Page {
        label: ctx.t.operators_more(),
        url: Some(address(&ctx, heap, &text, Some((last.since, last.id.0)))),
    });
    let lines = found
        .iter()
        .map(|line| self::line(&ctx, &moments, heap, line));
    let lines = lines.collect();
    let nothing = Empty {
        icon: Icon::Check,
        words: match text.trim() {
            "" => ctx.t.of_family("operators-none", heap.word()),
            asked => ctx.t.operators_none_found(asked),
        },
        ways: Vec::new(),
    };
    let title = ctx.t.operators_businesses();
    let alarm = alarm.map(|since| {
        let most = ctx.t.number(wrong_passwords.most.into());
        ctx.t.operators_alarm_passwords(most, moments.moment(since))
    });
    ctx.html(&ListPage {
        lead: alarm,
        tabs: Some(tabs(&ctx, heap, &text, waiting)),
        search: Some(search(&ctx, heap, &text)),
        lines,
        pager: later.map(|later| Pager {
            label: ctx.t.operators_pages(),
            earlier: None,
            later: Some(later),
        }),
        ..ListPage::new(&ctx, &signed_in, Room::Businesses, title, nothing)
    })
}

fn line(ctx: &PageCtx, moments: &Moments, heap: Heap, line: &review_list::Line) -> Line {
    let name = line.name.written(ctx.lang);
    let since = moments.moment(line.since);
    let since = match heap {
        Heap::Waiting => ctx.t.operators_sent_at(since),
        _ => ctx.t.operators_begun_at(since),
    };
    Line {
        url: Some(links::operator(
            ctx.lang,
            &format!("/businesses/{}", line.id),
        )),
        name: name.text,
        name_lang: name.other_lang,
        facts: vec![
            ctx.t.of_family("businesses-kind", line.vertical.slug()),
            line.slug.clone(),
            line.owner.clone(),
            since,
        ],
        ..Line::default()
    }
}

fn tabs(ctx: &PageCtx, here: Heap, text: &str, waiting: i64) -> Tabs {
    let items = Heap::ALL.into_iter().map(|heap| Tab {
        key: None,
        picture: None,
        label: ctx.t.of_family("operators-heap", heap.word()),
        url: address(ctx, heap, text, None),
        count: (heap == Heap::Waiting && waiting > 0).then(|| ctx.t.number(waiting)),
        current: heap == here,
    });
    Tabs {
        label: ctx.t.operators_heaps(),
        items: items.collect(),
    }
}

fn search(ctx: &PageCtx, heap: Heap, text: &str) -> Search {
    Search {
        action: links::operator(ctx.lang, "/businesses"),
        hidden: vec![("show", heap.word().to_owned())],
        fields: vec![Field::Line(TextField {
            name: "q".to_owned(),
            label: ctx.t.operators_business_search(),
            value: text.to_owned(),
            entry: Entry::Search,
            ..TextField::default()
        })],
        button: ctx.t.operators_search(),
    }
}

fn address(ctx: &PageCtx, heap: Heap, text: &str, after: Option<(DateTime<Utc>, Uuid)>) -> String {
    let mut pairs = vec![("show", heap.word().to_owned())];
    pairs.extend((!text.is_empty()).then(|| ("q", text.to_owned())));
    pairs.extend(after.map(|(at, id)| ("after", format!("{}_{id}", at.to_rfc3339()))));
    let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
    links::operator(ctx.lang, &format!("/businesses?{query}"))
}

fn after(text: &str) -> Option<(DateTime<Utc>, Uuid)> {
    let (at, id) = text.split_once('_')?;
    Some((from_field(at)?, id.parse().ok()?))
}
