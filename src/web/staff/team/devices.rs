//! The tablets of the shop: this browser made one, and one that is none any more. Whoever makes one is signed out of it.

use super::list;
use crate::{
    base::{ids::DeviceId, msg::Msg, text, token::Token},
    domain::businesses::{
        device::{self, Device},
        role::Right,
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, fields, typed::Typed},
        gate::member::{self, AtWork},
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        shop_device,
        site::Site,
        ui::{
            buttons::{PostButton, Submit, Voice},
            post_form::PostForm,
            text_field::TextField,
        },
    },
};
use actix_session::Session;
use actix_web::web::{Data, Path};
use askama::{Template, filters::HtmlSafe};
use serde::Deserialize;

/// What whoever does this needs.
const RIGHT: Right = Right::ManageDevices;
/// The longest name of a tablet.
const NAME_MAX: usize = 40;

/// The tablets, on the page of the team.
#[derive(Template)]
#[template(path = "staff/team/devices.html")]
pub struct Devices<'a> {
    ctx: &'a PageCtx,
    lines: Vec<Line>,
    form: PostForm,
    name: TextField,
    enrol: Submit,
}

impl HtmlSafe for Devices<'_> {}

/// One tablet.
struct Line {
    name: String,
    facts: Vec<String>,
    revoke: PostButton,
}

/// What is typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct DeviceForm {
    csrf: String,
    name: String,
}

/// Makes this browser a tablet of the shop. The session that does it ends: whoever stands there next has their own.
pub async fn enrol(
    site: Data<Site>,
    mut ctx: PageCtx,
    (signed_in, session): (SignedIn, Session),
    path: Path<(String, String)>,
    form: Typed<DeviceForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let mut errors = Errors::default();
    let name = fields::required(
        &mut errors,
        "name",
        &form.name,
        |typed| text::line(typed, NAME_MAX),
        Msg::new("team-device-name-required"),
    );
    let Some(name) = name else {
        ctx.stand_at(&links::team(ctx.lang, &slug, ""));
        return list::draw(&site, &ctx, &signed_in, &slug, (&form.name, &errors)).await;
    };
    signed_in.still_fresh(&site, &links::team(ctx.lang, &slug, ""))?;
    let token = Token::random();
    let held = token.clone();
    let wish = (slug.as_str(), RIGHT);
    member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        device::enrol(tx, &name, &held)
    })
    .await??;
    session.purge();
    let counter = ctx.see_other(&links::counter(ctx.lang, &slug))?;
    let answer = shop_device::remember(&site, counter, &token);
    Ok(flash::say(answer, Said::DeviceEnrolled))
}

/// Makes one none any more; whoever is in on it is out at their next request.
pub async fn revoke(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<DeviceForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let (_, slug, id) = path.into_inner();
    let id: DeviceId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let wish = (slug.as_str(), RIGHT);
    let is_revoked = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        device::revoke(tx, id)
    })
    .await??;
    if !is_revoked {
        return Err(Error::NotFound);
    }
    let list = links::team(ctx.lang, &slug, "");
    Ok(flash::say(ctx.see_other(&list)?, Said::DeviceRevoked))
}

impl<'a> Devices<'a> {
    /// Those of a business, and a box for another, perhaps with what was typed into it.
    pub(super) fn of(
        ctx: &'a PageCtx,
        at: &AtWork,
        devices: &[Device],
        moments: Moments,
        (typed, errors): (&str, &Errors),
    ) -> Self {
        let (t, slug) = (ctx.t, &at.profile.slug);
        let to = |path: &str| PostForm {
            action: links::team(ctx.lang, slug, path),
            hidden: vec![("csrf".to_owned(), ctx.csrf.clone())],
        };
        let lines = devices.iter().map(|one| Line {
            name: one.name.clone(),
            facts: vec![
                t.team_device_since(moments.moment(one.created_at)),
                one.last_used_at.map_or_else(
                    || t.team_device_unused(),
                    |at| t.team_device_used(moments.moment(at)),
                ),
            ],
            revoke: PostButton {
                label: t.team_device_revoke(),
                about: Some(one.name.clone()),
                form: to(&format!("devices/{}/revoke", one.id)),
                voice: Voice::DangerQuiet,
                small: true,
            },
        });
        Self {
            lines: lines.collect(),
            form: to("devices"),
            name: TextField {
                name: "name".to_owned(),
                label: t.team_device_name(),
                value: typed.to_owned(),
                hint: Some(t.team_device_name_hint()),
                complaint: errors.of("name", t),
                ..TextField::default()
            },
            enrol: Submit {
                label: t.team_device_enrol(),
                voice: Voice::Quiet,
                ..Submit::default()
            },
            ctx,
        }
    }
}
