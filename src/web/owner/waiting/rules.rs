//! Whether there is a list, and how long whoever is offered a time has to answer.

use super::{RIGHT, below, list};
use crate::{
    base::{msg::Msg, quiet},
    db::EditError,
    domain::{
        bookings::waitlist::rule_rows::{self, MOST_HOURS, Rules},
        businesses::role::Right,
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, fields, typed::Typed},
        gate::member,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::Submit,
            choice_field::{Choice, ChoiceField},
            mark::Mark,
            post_form::PostForm,
            text_field::{Entry, TextField},
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use serde::Deserialize;

/// What was filled in.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct RulesForm {
    csrf: String,
    version: String,
    is_on: String,
    answer_hours: String,
    /// `yes` when the other language was pressed, and not the button.
    switch: String,
}

/// The boxes.
pub struct RulesBox {
    /// Where they go.
    pub form: PostForm,
    /// Whether there is a list.
    pub is_on: ChoiceField,
    /// How long.
    pub answer_hours: TextField,
    /// The button.
    pub save: Submit,
}

impl RulesForm {
    /// With what holds.
    pub(super) fn of(rules: &Rules) -> Self {
        Self {
            version: rules.version(),
            is_on: if rules.is_on { "yes" } else { "" }.to_owned(),
            answer_hours: rules.answer_hours.to_string(),
            ..Self::default()
        }
    }

    fn read(&self, errors: &mut Errors) -> Option<Rules> {
        let hours = fields::number(
            errors,
            "answer_hours",
            &self.answer_hours,
            1,
            MOST_HOURS.into(),
        )?;
        Some(Rules {
            is_on: self.is_on == "yes",
            answer_hours: i16::try_from(hours).ok()?,
        })
    }

    /// The boxes with what was typed in them.
    pub(super) fn drawn(&self, ctx: &PageCtx, slug: &str, errors: &Errors) -> RulesBox {
        let t = ctx.t;
        let hour = |minutes: u16| t.wall_time(u32::from(minutes));
        RulesBox {
            form: PostForm::keyed(
                &ctx.csrf,
                below(ctx, slug, "/rules"),
                &[("version", &self.version)],
            ),
            is_on: ChoiceField {
                name: "is_on".to_owned(),
                several: true,
                options: vec![Choice {
                    value: "yes".to_owned(),
                    label: t.waiting_on(),
                    note: Some(t.waiting_on_hint()),
                    chosen: self.is_on == "yes",
                    ..Choice::default()
                }],
                ..ChoiceField::default()
            },
            answer_hours: TextField {
                name: "answer_hours".to_owned(),
                label: t.waiting_answer_hours(),
                value: self.answer_hours.clone(),
                entry: Entry::Number,
                mark: Mark::required(t.ui_required()),
                hint: Some(t.waiting_answer_hint(hour(quiet::EVENING), hour(quiet::MORNING))),
                unit: Some(t.waiting_hours_unit()),
                complaint: errors.of("answer_hours", t),
                ..TextField::default()
            },
            save: Submit {
                label: t.waiting_rules_save(),
                ..Submit::default()
            },
        }
    }
}

/// Keeps what was filled in.
pub async fn update(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<RulesForm>,
) -> Result {
    let (mut form, slug) = (form.0, path.into_inner().1);
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    // Whatever the answer is, it stands where the list does.
    let here = below(&ctx, &slug, "");
    ctx.stand_at(&here);
    let scene = list::read(&site, &ctx, &signed_in, &slug).await?;
    if !scene.at.member.may(Right::ManageBusiness) {
        return Err(Error::Forbidden);
    }
    let mut errors = Errors::default();
    if form.switch == "yes" {
        return ctx.html(&list::page(&ctx, &signed_in, &scene, (&form, &errors)));
    }
    let Some(meant) = form.read(&mut errors) else {
        let drawn = list::page(&ctx, &signed_in, &scene, (&form, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    let version = form.version.clone();
    let wish = (slug.as_str(), &[RIGHT, Right::ManageBusiness][..]);
    let saved = member::enter_with(
        &site,
        &ctx,
        &signed_in,
        wish,
        move |tx, _| -> std::result::Result<(), EditError> { rule_rows::set(tx, &version, meant) },
    );
    match saved.await? {
        Ok(()) => Ok(flash::say(ctx.see_other(&here)?, Said::WaitlistRuled)),
        Err(EditError::Db(error)) => Err(error.into()),
        Err(_) => {
            // Somebody else was first: what they have made of it stands, and the next press is about that.
            let scene = list::read(&site, &ctx, &signed_in, &slug).await?;
            errors.add("", Msg::new("form-stale"));
            form.version = scene.rules.version();
            let mut drawn = list::page(&ctx, &signed_in, &scene, (&form, &errors));
            let t = ctx.t;
            let state = match scene.rules.is_on {
                true => t.waiting_on(),
                false => t.waiting_off(),
            };
            drawn.newer = Some(t.waiting_rules_now(scene.rules.answer_hours, state));
            ctx.redraw(StatusCode::CONFLICT, &drawn)
        }
    }
}
