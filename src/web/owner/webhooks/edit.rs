//! Where another program listens, and for what.

use super::{
    RIGHT,
    answers::Answers,
    ask::Ask,
    called,
    sheet::{Part, Sheet},
    subject::{self, Landing, Subject},
};
use crate::{
    base::{ids::WebhookId, msg::Msg},
    db::{self, EditError, TenantTx},
    domain::{
        businesses::role::Right,
        integrations::{
            event::{KINDS, word},
            webhook::{self, Draft, MOST, Webhook},
        },
    },
    outside::OutsideError,
    web::{
        desk::Room,
        error::{Error, Result},
        flash::Said,
        form::{Errors, typed::Typed},
        gate::member::AtWork,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            field::Field,
            text_field::{Entry, TextField},
        },
    },
};
use actix_web::web::{Data, Path};

/// Under which name it is put beside what was typed what was found out about the address.
const JUDGED: &str = "judged";
/// What is ticked before anybody has chosen.
const USUAL: [&str; 6] = [
    "booking.requested",
    "booking.created",
    "booking.confirmed",
    "booking.moved",
    "booking.cancelled",
    "booking.no_show",
];

/// What the page is drawn from.
pub(in crate::web::owner) struct Own {
    at: AtWork,
    known: Option<Webhook>,
}

/// Writes it. The address is judged first, by where it leads; that takes a moment, and no connection waits for it.
pub(in crate::web::owner) async fn update(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<Vec<String>>,
    mut form: Typed<Answers>,
) -> Result {
    signed_in.sent(form.0.get("csrf"))?;
    let slug = path.get(1).ok_or(Error::NotFound)?;
    // Nobody else has names looked up by us.
    subject::read::<Own>(&site, &ctx, &signed_in, (slug, None)).await?;
    let judged = match site.outside.judged(form.0.get("address")).await {
        Ok(_) => "good",
        Err(OutsideError::Unreadable) => "unreadable",
        Err(OutsideError::NotHttps) => "not-https",
        Err(OutsideError::Credentials) => "credentials",
        Err(_) => "private",
    };
    form.0.put(JUDGED, judged);
    subject::write::<Own>(site, ctx, signed_in, path, form).await
}

impl Subject for Own {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Office;
    type Id = WebhookId;
    type Draft = Draft;

    fn read(tx: &mut TenantTx<'_>, at: &AtWork, id: Option<WebhookId>) -> db::Result<Option<Self>> {
        let known = match id {
            Some(id) => webhook::find(tx, id)?,
            None => None,
        };
        let found = known.is_some() == id.is_some();
        Ok(found.then(|| Self {
            at: at.clone(),
            known,
        }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        let known = self.known.as_ref();
        known.map_or_else(String::new, |one| one.version.to_string())
    }

    fn answers(&self, _: &PageCtx, _: &Answers) -> Answers {
        let mut answers = Answers::default();
        if let Some(one) = &self.known {
            answers.put("address", &one.address);
        }
        for kind in KINDS {
            let is_ticked = match &self.known {
                Some(one) => one.listens_to(kind),
                None => USUAL.contains(&kind),
            };
            answers.tick(word(kind), is_ticked);
        }
        answers
    }

    fn parts(&self, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
        let t = ctx.t;
        let ask = Ask { t, typed, errors };
        let boxes = KINDS.map(|kind| {
            let word = word(kind);
            let mut tick = ask.tick(&word, called(t, kind), Some(kind.to_owned()));
            // The complaint stands with the first of them.
            if kind == KINDS[0] {
                tick.complaint = errors.of(&word, t);
            }
            tick
        });
        vec![
            Part {
                heading: t.webhooks_address_part(),
                fields: vec![Field::Line(TextField {
                    hint: Some(t.webhooks_address_hint()),
                    ..ask.must("address", t.webhooks_address(), Entry::Link)
                })],
                ..Part::default()
            },
            Part {
                heading: t.webhooks_events(),
                note: Some(t.webhooks_events_note()),
                boxes: boxes.into(),
                ..Part::default()
            },
        ]
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<Draft> {
        let complaint = match typed.get(JUDGED) {
            "good" => None,
            "not-https" => Some(Msg::new("webhooks-address-https")),
            "credentials" => Some(Msg::new("webhooks-address-credentials")),
            "private" => Some(Msg::new("webhooks-address-private")),
            _ => Some(Msg::new("webhooks-address-unreadable")),
        };
        if let Some(msg) = complaint {
            errors.add("address", msg);
        }
        let ticked = KINDS.iter().filter(|kind| typed.has(&word(kind)));
        let events: Vec<String> = ticked.map(|kind| (*kind).to_owned()).collect();
        if events.is_empty() {
            errors.add(word(KINDS[0]), Msg::new("webhooks-events-required"));
        }
        errors.is_empty().then(|| Draft {
            address: typed.get("address").trim().to_owned(),
            events,
        })
    }

    fn save(
        tx: &mut TenantTx<'_>,
        id: Option<WebhookId>,
        draft: &Draft,
        version: &str,
    ) -> std::result::Result<Landing, EditError> {
        let id = match id {
            None => webhook::add(tx, draft)?,
            Some(id) => {
                webhook::save(tx, id, draft, version)?;
                id
            }
        };
        Ok(Landing(format!("webhooks/{id}"), Said::CatalogSaved))
    }

    fn complaint(error: &EditError) -> Option<(&'static str, Msg)> {
        let is_full = matches!(error, EditError::Taken);
        is_full.then(|| ("address", Msg::new("webhooks-full").with("most", MOST)))
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        let t = ctx.t;
        match &self.known {
            None => Sheet {
                heading: t.webhooks_new(),
                lead: Some(t.webhooks_new_lead()),
                at: "webhooks/new".to_owned(),
                list: "webhooks".to_owned(),
                ..Sheet::default()
            },
            Some(one) => Sheet {
                heading: t.webhooks_edit(),
                at: format!("webhooks/{}/edit", one.id),
                list: format!("webhooks/{}", one.id),
                ..Sheet::default()
            },
        }
    }
}
