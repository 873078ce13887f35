//! How the business is called, where it is and how it is shown.

use super::{
    RIGHT,
    answers::Answers,
    profile_form,
    sheet::{Part, Sheet},
    subject::{self, Landing, Sole, Subject},
};
use crate::{
    db::{self, EditError, TenantTx},
    domain::businesses::{
        profile_card::{self, OwnProfile},
        role::Right,
    },
    web::{
        desk::Room,
        error::Result as Response,
        flash::Said,
        form::{Errors, typed::Typed},
        gate::member::AtWork,
        page::PageCtx,
        postal,
        session::SignedIn,
        site::Site,
        ui::lookup::Lookup,
    },
};
use actix_web::web::{Data, Path};

/// What the page is drawn from.
pub(in crate::web::owner) struct Profile {
    at: AtWork,
    own: OwnProfile,
    /// What the postal code led to, and whether it filled in the address.
    found: Option<(Lookup, bool)>,
}

/// Writes it, or fills in the address that the postal code stands for.
pub(in crate::web::owner) async fn update(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<Vec<String>>,
    form: Typed<Answers>,
) -> Response {
    if form.0.get("find").is_empty() {
        return subject::write::<Profile>(site, ctx, signed_in, path, form).await;
    }
    let mut typed = form.0;
    signed_in.sent(typed.get("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.get(1).map_or("", String::as_str);
    let mut profile = subject::read::<Profile>(&site, &ctx, &signed_in, (slug, None)).await?;
    let mut errors = Errors::default();
    let wish = (typed.get("postal_code"), typed.get("find"));
    let answer = postal::answer(&site, &ctx, wish, &mut errors).await?;
    if let Some(start) = &answer.start {
        typed.put("street", start.street(typed.get("street")));
        typed.put("prefecture", &start.prefecture);
        typed.put("city", &start.city);
    }
    profile.found = Some((answer.lookup, answer.start.is_some()));
    subject::page(&ctx, &signed_in, &profile, (&typed, &errors))
}

impl Subject for Profile {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Office;
    type Id = Sole;
    type Draft = OwnProfile;

    fn read(tx: &mut TenantTx<'_>, at: &AtWork, _: Option<Sole>) -> db::Result<Option<Self>> {
        Ok(Some(Self {
            at: at.clone(),
            own: profile_card::read(tx)?,
            found: None,
        }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        self.own.version()
    }

    fn answers(&self, ctx: &PageCtx, _: &Answers) -> Answers {
        profile_form::answers(ctx.t, &self.own)
    }

    fn parts(&self, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
        let mut parts = profile_form::parts(ctx, typed, errors);
        let (lookup, is_filled) = self
            .found
            .clone()
            .unwrap_or_else(|| (postal::offered(ctx), false));
        let fields = parts.iter_mut().flat_map(|part| &mut part.fields);
        postal::attach(fields, &lookup, is_filled);
        parts
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<OwnProfile> {
        profile_form::parse(typed, errors)
    }

    fn save(
        tx: &mut TenantTx<'_>,
        _: Option<Sole>,
        draft: &OwnProfile,
        version: &str,
    ) -> Result<Landing, EditError> {
        profile_card::save(tx, draft, version)?;
        Ok(Landing(String::new(), Said::BusinessSaved))
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        Sheet {
            heading: ctx.t.owner_profile_title(),
            at: "profile".to_owned(),
            ..Sheet::default()
        }
    }
}
