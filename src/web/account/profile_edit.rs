//! What somebody tells of themselves: name, telephone, whom receipts are made out to, language.

use super::names::{NameBoxes, NameForm, Whose};
use crate::{
    base::{lang::Lang, text},
    db,
    domain::accounts::profile::{self, Profile},
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, fields, typed::Typed},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            choice_field::{Choice, ChoiceField},
            error_summary::ErrorSummary,
            mark::Mark,
            text_field::{Entry, TextField},
        },
    },
};
use actix_session::Session;
use actix_web::{http::StatusCode, web::Data};
use askama::Template;
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "account/profile_edit.html")]
pub struct ProfileEditPage<'a> {
    ctx: &'a PageCtx,
    errors: ErrorSummary,
    action: String,
    back: String,
    csrf: String,
    names: NameBoxes,
    phone: TextField,
    receipt: TextField,
    language: ChoiceField,
}

impl ProfileEditPage<'_> {
    fn complaints(&self) -> ErrorSummary {
        let boxes = self
            .names
            .called()
            .chain([self.phone.called(), self.receipt.called()]);
        self.errors.clone().naming(self.ctx.t, boxes)
    }
}

/// What is typed.
#[derive(Clone, Deserialize, Default)]
pub struct ProfileForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    switch: String,
    #[serde(flatten)]
    names: NameForm,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    receipt: String,
    #[serde(default)]
    language: String,
}

/// The form, as things stand.
pub async fn edit(site: Data<Site>, ctx: PageCtx, signed_in: SignedIn) -> Result {
    let user = signed_in.user;
    let found: db::Result<_> = site.db.platform(move |tx| profile::find(tx, user)).await;
    let profile = found?.ok_or(Error::NotFound)?;
    let phone = profile.phone.as_deref().map(|phone| ctx.t.phone(phone));
    let form = ProfileForm {
        csrf: signed_in.csrf,
        switch: String::new(),
        names: NameForm::of(&profile.names),
        phone: phone.unwrap_or_default(),
        receipt: profile.receipt_name,
        language: profile.locale,
    };
    ctx.html(&page(&ctx, &form, &Errors::default()))
}

/// Saves it; or, where that was pressed, shows the page in the other language.
pub async fn update(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    session: Session,
    form: Typed<ProfileForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    if form.switch == "yes" {
        return ctx.html(&page(&ctx, &form, &Errors::default()));
    }
    let mut errors = Errors::default();
    let names = form.names.parse(ctx.lang, &mut errors);
    let phone = fields::optional(&mut errors, "phone", &form.phone, text::phone);
    let receipt = fields::optional(&mut errors, "receipt", &form.receipt, |typed| {
        text::line(typed, text::NAME_MAX * 2)
    });
    let (Some(names), Some(phone), Some(receipt_name), true) =
        (names, phone, receipt, errors.is_empty())
    else {
        return ctx.redraw(
            StatusCode::UNPROCESSABLE_ENTITY,
            &page(&ctx, &form, &errors),
        );
    };
    // A language that is none of ours is not what our form sends; the page's own is as good.
    let locale = Lang::from_code(&form.language).unwrap_or(ctx.lang);
    let called = names.display.clone();
    let profile = Profile {
        names,
        email: String::new(),
        phone: (!phone.is_empty()).then_some(phone),
        receipt_name,
        locale: locale.code().to_owned(),
    };
    let user = signed_in.user;
    let saved: db::Result<()> = site
        .db
        .platform(move |tx| profile::save(tx, user, &profile))
        .await;
    saved?;
    // From now on this session calls them so; others do when they begin anew.
    SignedIn::rename(&session, &called)?;
    Ok(flash::say(
        ctx.see_other(&links::own(ctx.lang, "profile"))?,
        Said::ProfileSaved,
    ))
}

fn page<'a>(ctx: &'a PageCtx, form: &ProfileForm, errors: &Errors) -> ProfileEditPage<'a> {
    let t = ctx.t;
    let choice = |lang: Lang| Choice::language(lang, &form.language);
    ProfileEditPage {
        errors: errors.summary(t),
        action: links::own(ctx.lang, "profile/edit"),
        back: links::own(ctx.lang, "profile"),
        csrf: form.csrf.clone(),
        names: form.names.boxes(ctx, Whose::Own, errors),
        phone: TextField {
            name: "phone".to_owned(),
            label: t.booking_phone(),
            value: form.phone.clone(),
            entry: Entry::Phone,
            mark: Mark::optional(t.ui_optional()),
            hint: Some(t.booking_phone_hint()),
            complaint: errors.of("phone", t),
            ..TextField::default()
        },
        receipt: TextField {
            name: "receipt".to_owned(),
            label: t.accounts_receipt(),
            value: form.receipt.clone(),
            entry: Entry::Organization,
            mark: Mark::optional(t.ui_optional()),
            hint: Some(t.accounts_receipt_hint()),
            complaint: errors.of("receipt", t),
            ..TextField::default()
        },
        language: ChoiceField {
            name: "language".to_owned(),
            legend: t.accounts_profile_language(),
            hint: Some(t.accounts_profile_language_hint()),
            options: vec![choice(Lang::Ja), choice(Lang::En)],
            side_by_side: true,
            ..ChoiceField::default()
        },
        ctx,
    }
}
