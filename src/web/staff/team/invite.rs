//! Offering somebody a seat.

use super::words::{self, RIGHT};
use crate::{
    base::{
        ids::ProofId,
        lang::Lang,
        msg::Msg,
        text::{self, NAME_MAX},
    },
    db::{self, PlatformTx, TenantTx},
    domain::{
        businesses::{
            invitation::{self, InvitationError, Offer},
            member::Member,
            role::StaffRole,
        },
        notifications::personal::{self, Kind},
        scheduling::resource::{self, Resource},
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, fields, typed::Typed},
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            choice_field::{Choice, ChoiceField},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            mark::Mark,
            nav::Nav,
            post_form::PostForm,
            select_field::SelectField,
            text_field::{Entry, TextField},
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "staff/team/invite.html")]
pub struct InvitePage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    form: PostForm,
    name: TextField,
    email: TextField,
    role: SelectField,
    column: SelectField,
    language: ChoiceField,
    rights_url: String,
    submit: Submit,
    back: LinkButton,
}

impl InvitePage<'_> {
    /// The complaints, each with the label of its box.
    fn complaints(&self) -> ErrorSummary {
        let boxes = [
            self.name.called(),
            self.email.called(),
            self.role.called(),
            self.column.called(),
        ];
        self.errors.clone().naming(self.ctx.t, boxes)
    }
}

/// What is typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct InviteForm {
    csrf: String,
    name: String,
    email: String,
    role: String,
    column: String,
    language: String,
    switch: String,
}

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    resources: Vec<Resource>,
}

/// The empty form.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let scene = read(&site, &ctx, &signed_in, &path.1).await?;
    signed_in.fresh(&site, &ctx.here())?;
    let form = InviteForm {
        language: scene.at.profile.settings.default_locale.clone(),
        ..InviteForm::default()
    };
    let asked = (&form, &Errors::default());
    ctx.html(&page(&ctx, &signed_in, &scene, asked))
}

/// Sends the letter; or, where that was pressed, shows the page in the other language.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<InviteForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let scene = read(&site, &ctx, &signed_in, &slug).await?;
    signed_in.still_fresh(&site, &ctx.here())?;
    let mut errors = Errors::default();
    if form.switch == "yes" {
        return ctx.html(&page(&ctx, &signed_in, &scene, (&form, &errors)));
    }
    let Some(offer) = parse(&form, &scene.resources, &mut errors) else {
        let page = page(&ctx, &signed_in, &scene, (&form, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    match send(&site, &ctx, &signed_in, (&slug, offer)).await? {
        Ok(()) => {
            let list = links::team(ctx.lang, &slug, "");
            Ok(flash::say(ctx.see_other(&list)?, Said::Invited))
        }
        Err(InvitationError::Seated) => {
            errors.add("email", Msg::new("team-seated"));
            let page = page(&ctx, &signed_in, &scene, (&form, &errors));
            ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(error) => Err(refused(error)),
    }
}

/// Writes an offer and its letter, in one transaction.
pub(super) async fn send(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, offer): (&str, Offer),
) -> std::result::Result<std::result::Result<(), InvitationError>, Error> {
    let id = invitation::new_key();
    let (secret, letter) = (site.secret.clone(), offer.clone());
    let steps = (
        move |tx: &mut PlatformTx<'_>, at: &Member| -> std::result::Result<(), InvitationError> {
            invitation::prepare(tx, at.business, &letter.email)?;
            let to = (letter.email.as_str(), letter.locale.as_str());
            let kind = Kind::StaffInvitation;
            Ok(personal::send_to_address(tx, kind, to, ProofId(id.0))?)
        },
        move |tx: &mut TenantTx<'_>, _: &AtWork, (): &()| {
            invitation::invite(tx, id, &offer, &secret)
        },
    );
    let done = member::enter_after(site, ctx, signed_in, (slug, RIGHT), steps).await?;
    site.wake.notify_one();
    Ok(done)
}

/// What is said when nobody was invited, where the page can say nothing better.
pub(super) fn refused(error: InvitationError) -> Error {
    match error {
        InvitationError::TooOften(wait) => Error::too_often(wait),
        InvitationError::NotTheirs => Error::Forbidden,
        InvitationError::Seated | InvitationError::Gone => Error::NotFound,
        InvitationError::Db(error) => error.into(),
    }
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
) -> std::result::Result<Scene, Error> {
    let wish = (slug, RIGHT);
    let found = member::look(site, ctx, signed_in, wish, |tx, at| -> db::Result<_> {
        Ok(Scene {
            at: at.clone(),
            resources: resource::all(tx)?,
        })
    });
    Ok(found.await??)
}

fn parse(form: &InviteForm, resources: &[Resource], errors: &mut Errors) -> Option<Offer> {
    let line = |typed: &str| text::line(typed, NAME_MAX);
    let name = fields::optional(errors, "name", &form.name, line);
    let missing = Msg::new("team-email-required");
    let email = fields::required(errors, "email", &form.email, text::email, missing);
    let role = StaffRole::from_label(&form.role);
    if role.is_none() {
        errors.add("role", Msg::new("team-role-required"));
    }
    let column = words::column(resources, &form.column);
    if column.is_err() {
        errors.add("column", Msg::new("form-choice-gone"));
    }
    let locale = Lang::from_code(&form.language).unwrap_or_default();
    Some(Offer {
        email: email?,
        name: name?,
        role: role?,
        column: column.ok()?,
        locale: locale.code().to_owned(),
    })
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (form, errors): (&InviteForm, &Errors),
) -> InvitePage<'a> {
    let (t, slug) = (ctx.t, &scene.at.profile.slug);
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Team);
    let field = |name: &str, label: String, value: &str, entry: Entry| TextField {
        name: name.to_owned(),
        label,
        value: value.to_owned(),
        entry,
        complaint: errors.of(name, t),
        ..TextField::default()
    };
    let languages = Lang::ALL.into_iter();
    let languages = languages.map(|lang| Choice::language(lang, &form.language));
    let title = t.team_invite();
    InvitePage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: if errors.is_empty() {
            title
        } else {
            t.ui_error_page_title(title)
        },
        form: PostForm {
            action: links::team(ctx.lang, slug, "invite"),
            hidden: vec![("csrf".to_owned(), ctx.csrf.clone())],
        },
        rights_url: links::team(ctx.lang, slug, "rights"),
        name: TextField {
            mark: Mark::optional(t.ui_optional()),
            ..field("name", t.team_name(), &form.name, Entry::Text)
        },
        email: field("email", t.team_email(), &form.email, Entry::OtherEmail),
        role: words::role_field(ctx, &scene.at, &form.role, errors),
        column: words::column_field(ctx, &scene.resources, &form.column, errors),
        language: ChoiceField {
            name: "language".to_owned(),
            legend: t.team_language(),
            side_by_side: true,
            options: languages.collect(),
            ..ChoiceField::default()
        },
        submit: Submit {
            label: t.team_invite_submit(),
            ..Submit::default()
        },
        back: LinkButton {
            label: t.ui_back(),
            url: links::team(ctx.lang, slug, ""),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        ctx,
    }
}
