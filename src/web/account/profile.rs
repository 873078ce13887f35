//! Somebody's account: what is known of them, and the ways to everything that can be done with it.

use super::sheet::Way;
use crate::{
    base::lang::Lang,
    db,
    domain::{accounts::profile, businesses::member},
    web::{
        error::{Error, Result},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::summary_list::{Change, SummaryList, SummaryRow},
    },
};
use actix_web::web::Data;
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "account/profile.html")]
pub struct ProfilePage<'a> {
    ctx: &'a PageCtx,
    facts: SummaryList,
    groups: Vec<Group>,
}

/// Ways of one kind, under a heading.
struct Group {
    title: String,
    ways: Vec<Way>,
}

/// Shows it all.
pub async fn show(site: Data<Site>, ctx: PageCtx, signed_in: SignedIn) -> Result {
    let user = signed_in.user;
    let (found, works) = site
        .db
        .platform(move |tx| -> db::Result<_> {
            let works = !member::workplaces(tx, user)?.is_empty();
            Ok((profile::find(tx, user)?, works))
        })
        .await?;
    let profile = found.ok_or(Error::NotFound)?;
    ctx.html(&ProfilePage {
        facts: facts(&ctx, &profile),
        groups: groups(&ctx, works),
        ctx: &ctx,
    })
}

fn facts(ctx: &PageCtx, profile: &profile::Profile) -> SummaryList {
    let (t, lang) = (ctx.t, ctx.lang);
    let row = |question: String, answer: String, url: String| SummaryRow {
        change: Some(Change {
            label: t.accounts_profile_change(),
            about: question.clone(),
            url,
        }),
        question,
        answer: if answer.is_empty() {
            t.accounts_profile_unset()
        } else {
            answer
        },
        note: None,
    };
    let edit = || links::own(lang, "profile/edit");
    let phone = profile.phone.as_deref().map(|phone| t.phone(phone));
    let spoken = Lang::from_code(&profile.locale).unwrap_or_default();
    let name = SummaryRow {
        note: Some(profile.names.kana()).filter(|kana| !kana.is_empty()),
        ..row(t.accounts_name(), profile.names.display.clone(), edit())
    };
    let receipt = match profile.receipt_name.as_str() {
        "" => SummaryRow {
            note: Some(t.accounts_receipt_unset()),
            ..row(
                t.accounts_receipt(),
                t.accounts_receipt_own(profile.names.full()),
                edit(),
            )
        },
        made_out => row(t.accounts_receipt(), made_out.to_owned(), edit()),
    };
    SummaryList {
        rows: vec![
            name,
            row(
                t.accounts_email(),
                profile.email.clone(),
                links::email(lang),
            ),
            row(t.booking_phone(), phone.unwrap_or_default(), edit()),
            receipt,
            row(
                t.accounts_profile_language(),
                spoken.own_name().to_owned(),
                edit(),
            ),
        ],
    }
}

/// Everything that leads on from an account. What is added to accounts gets its line here.
fn groups(ctx: &PageCtx, works: bool) -> Vec<Group> {
    let (t, lang) = (ctx.t, ctx.lang);
    let mut bookings = vec![
        Way::new(
            t.accounts_bookings_title(),
            links::own_bookings(lang, "coming", 0),
        ),
        Way::new(t.accounts_family_title(), links::own(lang, "family")),
    ];
    if works {
        bookings.push(Way::new(t.accounts_places_way(), links::account(lang)));
    }
    let letters = vec![Way::new(
        t.accounts_messages_title(),
        links::own(lang, "messages"),
    )];
    let work = vec![Way::new(
        t.accounts_display_title(),
        links::own(lang, "display"),
    )];
    let safety = vec![
        Way::new(t.accounts_password_title(), links::password(lang)),
        Way::new(t.accounts_factor_title(), links::second_factor(lang)),
        Way::new(t.accounts_identities_title(), links::identities(lang)),
        Way::new(t.accounts_email_title(), links::email(lang)),
        Way::new(t.accounts_sessions_title(), links::sessions(lang)),
    ];
    let data = vec![
        Way::new(t.accounts_export_title(), links::own(lang, "export")),
        Way::new(t.accounts_erase_title(), links::own(lang, "erase")),
    ];
    [
        (t.accounts_profile_bookings(), bookings),
        (t.accounts_profile_letters_title(), letters),
        (
            t.accounts_display_work(),
            if works { work } else { Vec::new() },
        ),
        (t.accounts_profile_safety(), safety),
        (t.accounts_profile_data(), data),
    ]
    .into_iter()
    .map(|(title, ways)| Group { title, ways })
    .collect()
}
