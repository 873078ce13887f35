//! In whose pages the pages for guests may stand.

use super::{
    answers::Answers,
    ask::Ask,
    share::RIGHT,
    sheet::{Part, Sheet},
    subject::{Landing, Sole, Subject},
};
use crate::{
    base::msg::Msg,
    db::{self, EditError, TenantTx},
    domain::businesses::{
        embedding::{self, Embedding, MOST},
        role::Right,
    },
    outside::{Address, Reach},
    web::{
        desk::Room,
        flash::Said,
        form::Errors,
        gate::member::AtWork,
        page::PageCtx,
        ui::{field::Field, text_area::TextArea},
    },
};

/// What the page is drawn from.
pub(in crate::web::owner) struct Embed {
    at: AtWork,
    own: Embedding,
}

impl Subject for Embed {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Office;
    type Id = Sole;
    type Draft = Embedding;

    fn read(tx: &mut TenantTx<'_>, at: &AtWork, _: Option<Sole>) -> db::Result<Option<Self>> {
        Ok(Some(Self {
            at: at.clone(),
            own: embedding::read(tx)?,
        }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        self.own.version()
    }

    fn answers(&self, _: &PageCtx, _: &Answers) -> Answers {
        let mut answers = Answers::default();
        answers.put("hosts", self.own.0.join("\n"));
        answers
    }

    fn parts(&self, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
        let t = ctx.t;
        let ask = Ask { t, typed, errors };
        vec![Part {
            heading: t.share_embed_hosts_part(),
            note: Some(t.share_embed_hosts_note()),
            fields: vec![Field::Area(TextArea {
                hint: Some(t.share_embed_hosts_hint()),
                ..ask.area("hosts", t.share_embed_hosts())
            })],
            ..Part::default()
        }]
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<Embedding> {
        let mut sites: Vec<String> = Vec::new();
        for line in typed.get("hosts").lines().map(str::trim) {
            if line.is_empty() {
                continue;
            }
            match site(line) {
                Some(site) if sites.contains(&site) => {}
                Some(site) => sites.push(site),
                None => {
                    errors.add("hosts", Msg::new("share-embed-wrong").with("host", line));
                    return None;
                }
            }
        }
        if sites.len() > MOST {
            errors.add("hosts", Msg::new("share-embed-many").with("most", MOST));
            return None;
        }
        Some(Embedding(sites))
    }

    fn save(
        tx: &mut TenantTx<'_>,
        _: Option<Sole>,
        draft: &Embedding,
        version: &str,
    ) -> Result<Landing, EditError> {
        embedding::save(tx, draft, version)?;
        Ok(Landing("share".to_owned(), Said::CatalogSaved))
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        Sheet {
            heading: ctx.t.share_embed_edit(),
            at: "share/embed".to_owned(),
            list: "share".to_owned(),
            ..Sheet::default()
        }
    }
}

/// The site that a line names, with or without what stands before and behind its host.
fn site(line: &str) -> Option<String> {
    let whole = match line.split_once("://") {
        Some(("https", _)) => line.to_owned(),
        Some(_) => return None,
        None => format!("https://{line}"),
    };
    // Names of a network of one's own stand in no guest's browser.
    let address = Address::parse(&whole, Reach::Public).ok()?;
    embedding::site(address.host())
}
