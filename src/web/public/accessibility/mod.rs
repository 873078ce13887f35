//! What the site does so that everybody can use it, and how that is known: aim, what was judged, each criterion, what is not
//! so yet, and whom to tell (UX 8, AX2). The figures are those of the tests, which fail where they see anything else.

pub mod criteria;

use crate::{
    base::imprint::Imprint,
    i18n::Words,
    web::{
        error::Result,
        links,
        page::PageCtx,
        site::Site,
        ui::summary_list::{SummaryList, SummaryRow},
    },
};
use actix_web::web::Data;
use askama::Template;
use chrono::NaiveDate;
use criteria::CRITERIA;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::LazyLock};

/// Whose pages are told of, in this order; a round of judging is called by one of these words and one of its own.
const AUDIENCES: [&str; 5] = ["guests", "accounts", "counter", "office", "operators"];

static RESULTS: LazyLock<Results> =
    LazyLock::new(|| serde_json::from_str(include_str!("results.json")).unwrap_or_default());

/// What the tests saw, and found nothing wrong with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Results {
    /// The day on which it was written down last.
    pub on: NaiveDate,
    /// The version of axe that judged.
    pub axe: String,
    /// How many screens each round saw, in each language.
    pub screens: BTreeMap<String, usize>,
}

impl Results {
    /// How many screens of an audience were judged, in each language.
    fn of(&self, audience: &str) -> usize {
        let rounds = self.screens.iter();
        rounds
            .filter(|(round, _)| round.split('/').next() == Some(audience))
            .map(|(_, screens)| screens)
            .sum()
    }
}

/// The statement.
#[derive(Template)]
#[template(path = "public/accessibility.html")]
pub struct AccessibilityPage<'a> {
    ctx: &'a PageCtx,
    judged: SummaryList,
    open: [String; 3],
    criteria: SummaryList,
    display: String,
    email: Option<String>,
}

/// ウェブアクセシビリティ.
pub async fn show(site: Data<Site>, ctx: PageCtx) -> Result {
    let t = ctx.t;
    let email = |operator: &Imprint| operator.email.clone();
    ctx.html(&AccessibilityPage {
        judged: judged(t),
        open: [
            t.accessibility_open_columns(),
            t.accessibility_open_people(),
            t.accessibility_open_shops(),
        ],
        criteria: criteria(t),
        display: links::own(ctx.lang, "display"),
        email: site.operator.as_ref().map(email),
        ctx: &ctx,
    })
}

fn judged(t: Words) -> SummaryList {
    let audiences = AUDIENCES.map(|audience| {
        let screens = i64::try_from(RESULTS.of(audience)).unwrap_or(i64::MAX);
        row(
            t.of_family("accessibility-audience", audience),
            t.accessibility_screens(screens),
        )
    });
    let about = [
        row(t.accessibility_day(), t.date(RESULTS.on)),
        row(t.accessibility_tools(), t.accessibility_axe(&RESULTS.axe)),
    ];
    SummaryList {
        rows: audiences.into_iter().chain(about).collect(),
    }
}

fn criteria(t: Words) -> SummaryList {
    let rows = CRITERIA.map(|(number, level, verdict)| {
        let name = t.of_family("accessibility-criterion", &number.replace('.', "-"));
        SummaryRow {
            note: Some(t.of_family("accessibility-verdict", verdict.word())),
            ..row(t.accessibility_criterion_number(level.word(), number), name)
        }
    });
    SummaryList { rows: rows.into() }
}

fn row(question: String, answer: String) -> SummaryRow {
    SummaryRow {
        question,
        answer,
        note: None,
        change: None,
    }
}
