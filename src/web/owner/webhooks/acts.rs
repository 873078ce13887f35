//! What is done with one by one press: a trial, another try, a pause, a new secret, the end of it.

use super::RIGHT;
use crate::{
    base::ids::{WebhookDeliveryId, WebhookId},
    domain::integrations::webhook::{self, Act},
    web::{
        error::{Error, Result},
        flash::{self, SaidOfIntegrations},
        form::typed::Typed,
        gate::member,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::web::{Data, Path};
use serde::Deserialize;

/// What a button says.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ActForm {
    csrf: String,
    to: String,
    delivery: String,
}

/// What is wanted.
#[derive(Clone, Copy)]
enum Wish {
    Try,
    Replay(WebhookDeliveryId),
    Act(Act),
}

/// Does it.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<ActForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let (_, slug, id) = path.into_inner();
    let id: WebhookId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let (wish, said) = wish(&form.0)?;
    let done = member::enter(
        &site,
        &ctx,
        &signed_in,
        (&slug, RIGHT),
        move |tx, _| match wish {
            Wish::Try => webhook::try_out(tx, id),
            Wish::Replay(delivery) => webhook::replay(tx, id, delivery),
            Wish::Act(act) => webhook::act(tx, id, act),
        },
    );
    done.await??;
    site.wake.notify_one();
    let there = match wish {
        Wish::Act(Act::Delete) => "webhooks".to_owned(),
        _ => format!("webhooks/{id}"),
    };
    let there = links::owner(ctx.lang, &slug, &there);
    Ok(flash::say(ctx.see_other(&there)?, said))
}

fn wish(form: &ActForm) -> std::result::Result<(Wish, SaidOfIntegrations), Error> {
    Ok(match form.to.as_str() {
        "test" => (Wish::Try, SaidOfIntegrations::WebhookTried),
        "replay" => {
            let delivery = form.delivery.parse().map_err(|_no_key| Error::Unreadable)?;
            (Wish::Replay(delivery), SaidOfIntegrations::WebhookReplayed)
        }
        "pause" => (Wish::Act(Act::Pause), SaidOfIntegrations::WebhookPaused),
        "resume" => (Wish::Act(Act::Resume), SaidOfIntegrations::WebhookResumed),
        "rotate" => (Wish::Act(Act::Rotate), SaidOfIntegrations::WebhookRotated),
        "kept" => (Wish::Act(Act::Kept), SaidOfIntegrations::WebhookKept),
        "delete" => (Wish::Act(Act::Delete), SaidOfIntegrations::WebhookRemoved),
        _ => return Err(Error::Unreadable),
    })
}
