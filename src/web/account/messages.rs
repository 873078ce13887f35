//! How somebody wants their letters, and which of them nobody may do without.

use crate::{
    base::lang::Lang,
    db,
    domain::accounts::{
        message_preferences::{self, MessagePreferences},
        profile,
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::typed::Typed,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::choice_field::{Choice, ChoiceField},
    },
};
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

/// What a box sends when it is ticked, and the choice of one's own language.
const YES: &str = "yes";
const OWN: &str = "own";

/// The page.
#[derive(Template)]
#[template(path = "account/messages.html")]
pub struct MessagesPage<'a> {
    ctx: &'a PageCtx,
    action: String,
    back: String,
    edit: String,
    csrf: String,
    language: ChoiceField,
    calendar: ChoiceField,
    text_only: ChoiceField,
    own_acts: ChoiceField,
}

/// What is chosen. A box that is not ticked sends nothing.
#[derive(Deserialize, Default)]
pub struct MessagesForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    switch: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    calendar: String,
    #[serde(default)]
    text_only: String,
    #[serde(default)]
    own_acts: String,
}

impl MessagesForm {
    fn chosen(&self) -> MessagePreferences {
        MessagePreferences {
            bookings_in_own_language: self.language == OWN,
            has_calendar: self.calendar == YES,
            is_text_only: self.text_only == YES,
            about_own_acts: self.own_acts == YES,
        }
    }
}

/// The form, as things stand.
pub async fn edit(site: Data<Site>, ctx: PageCtx, signed_in: SignedIn) -> Result {
    let (saved, spoken) = find(&site, &signed_in).await?;
    ctx.html(&page(&ctx, &signed_in, saved, spoken))
}

/// Saves it; or, where that was pressed, shows the page in the other language.
pub async fn update(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    form: Typed<MessagesForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let (user, chosen) = (signed_in.user, form.chosen());
    if form.switch == YES {
        let (_, spoken) = find(&site, &signed_in).await?;
        return ctx.html(&page(&ctx, &signed_in, chosen, spoken));
    }
    let saved: db::Result<()> = site
        .db
        .platform(move |tx| message_preferences::save(tx, user, chosen))
        .await;
    saved?;
    Ok(flash::say(
        ctx.see_other(&links::own(ctx.lang, "messages"))?,
        Said::MessagesSaved,
    ))
}

/// What they have chosen, and the language of their account.
async fn find(
    site: &Site,
    signed_in: &SignedIn,
) -> std::result::Result<(MessagePreferences, Lang), Error> {
    let user = signed_in.user;
    let found: db::Result<_> = site
        .db
        .platform(move |tx| Ok((message_preferences::of(tx, user)?, profile::find(tx, user)?)))
        .await;
    let (chosen, profile) = found?;
    let profile = profile.ok_or(Error::NotFound)?;
    let spoken = Lang::from_code(&profile.locale).unwrap_or_default();
    Ok((chosen, spoken))
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    chosen: MessagePreferences,
    spoken: Lang,
) -> MessagesPage<'a> {
    let t = ctx.t;
    let tick = |name: &str, label: String, note: String, chosen: bool| ChoiceField {
        name: name.to_owned(),
        several: true,
        options: vec![Choice {
            value: YES.to_owned(),
            label,
            note: Some(note),
            chosen,
            ..Choice::default()
        }],
        ..ChoiceField::default()
    };
    let own = chosen.bookings_in_own_language;
    let language = |value: &str, label: String, chosen: bool| Choice {
        value: value.to_owned(),
        label,
        chosen,
        ..Choice::default()
    };
    MessagesPage {
        action: links::own(ctx.lang, "messages"),
        back: links::own(ctx.lang, "profile"),
        edit: links::own(ctx.lang, "profile/edit"),
        csrf: signed_in.csrf.clone(),
        language: ChoiceField {
            name: "language".to_owned(),
            legend: t.accounts_messages_language(),
            options: vec![
                language("booked", t.accounts_messages_language_booked(), !own),
                language(
                    OWN,
                    t.accounts_messages_language_own(spoken.own_name()),
                    own,
                ),
            ],
            ..ChoiceField::default()
        },
        calendar: tick(
            "calendar",
            t.accounts_messages_calendar(),
            t.accounts_messages_calendar_hint(),
            chosen.has_calendar,
        ),
        text_only: tick(
            "text_only",
            t.accounts_messages_text(),
            t.accounts_messages_text_hint(),
            chosen.is_text_only,
        ),
        own_acts: tick(
            "own_acts",
            t.accounts_messages_own_acts(),
            t.accounts_messages_own_acts_hint(),
            chosen.about_own_acts,
        ),
        ctx,
    }
}
