//! The end of an account, for its password and a typed word. Whoever works somewhere leaves there first; whoever is expected
//! somewhere calls that off first.

use super::{
    owner::{self, owner},
    sheet::{self, SaidPage, Way},
};
use crate::{
    base::{ids::UserId, msg::Msg, text},
    db,
    domain::{
        accounts::{
            erasure::{self, Leaving},
            person,
            role::Role,
        },
        bookings::{
            link,
            mine::{self, Heap, Mine},
        },
        businesses::{
            member::{self, Workplace},
            role::StaffRole,
        },
        notifications::personal::{self, Kind, Notice},
        payments::own as payments,
    },
    web::{
        error::{Error, Result},
        form::{Errors, typed::Typed},
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            error_summary::ErrorSummary,
            text_field::{Entry, TextField},
        },
    },
};
use actix_session::SessionExt;
use actix_web::{HttpRequest, http::StatusCode, web::Data};
use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// So many bookings that stand are named; the list of all is one link away.
const SHOWN: usize = 5;

/// The page.
#[derive(Template)]
#[template(path = "account/erase.html")]
pub struct ErasePage<'a> {
    ctx: &'a PageCtx,
    errors: ErrorSummary,
    action: String,
    csrf: String,
    goes: Vec<String>,
    stays: Vec<String>,
    /// What has to be done first; while there is any, nothing is asked.
    first: Vec<First>,
    fields: Vec<TextField>,
    ways: Vec<Way>,
}

impl ErasePage<'_> {
    fn complaints(&self) -> ErrorSummary {
        let boxes = self.fields.iter().map(TextField::called);
        self.errors.clone().naming(self.ctx.t, boxes)
    }
}

/// Something to be done first, and where, if there is a page for it.
struct First {
    words: String,
    url: Option<String>,
}

/// What is typed.
#[derive(Deserialize, Default)]
pub struct EraseForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    word: String,
}

/// What stands in somebody's way.
struct Ties {
    places: Vec<Workplace>,
    role: Option<Role>,
    bookings: Vec<Mine>,
    owes: bool,
    now: DateTime<Utc>,
}

/// Says what goes and what stays, and asks; or says what has to be done first.
pub async fn new(site: Data<Site>, ctx: PageCtx, signed_in: SignedIn) -> Result {
    let here = links::own(ctx.lang, "erase");
    let asks = owner::asks_password(&site, &signed_in, &here).await?;
    let first = first(&site, &ctx, signed_in.user).await?;
    ctx.html(&page(
        &ctx,
        &signed_in,
        (first, asks),
        (&EraseForm::default(), &Errors::default()),
    ))
}

/// Ends the account.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    signed_in: SignedIn,
    form: Typed<EraseForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let (person, _asker) = owner(&site, &request, &signed_in).await?;
    let mut errors = Errors::default();
    if text::ascii(&form.word).to_lowercase() != ctx.t.accounts_erase_word().to_lowercase() {
        errors.add("word", Msg::new("accounts-erase-word-wrong"));
    }
    let (here, asks) = (
        links::own(ctx.lang, "erase"),
        person.password_hash.is_some(),
    );
    let proof = (&person, form.password.as_str());
    owner::check(&site, &mut errors, &signed_in, proof, &here).await?;
    let ties = first(&site, &ctx, signed_in.user).await?;
    if !errors.is_empty() || !ties.is_empty() {
        let page = page(&ctx, &signed_in, (ties, asks), (&form, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let user = signed_in.user;
    let is_gone: bool = site
        .db
        .platform(move |tx| -> db::Result<_> {
            let Some(leaving) = erasure::lock(tx, user)? else {
                return Ok(true);
            };
            // A seat may have been given while the page was read; none can be given now.
            if leaving.role == Role::Admin || !member::workplaces(tx, user)?.is_empty() {
                return Ok(false);
            }
            erasure::end(tx, &leaving)?;
            personal::send(tx, &farewell(&leaving))?;
            Ok(true)
        })
        .await?;
    if !is_gone {
        return ctx.see_other(&links::own(ctx.lang, "erase"));
    }
    site.wake.notify_one();
    request.get_session().purge();
    ctx.see_other(&links::own(ctx.lang, "erase/done"))
}

/// Says that it was done; anybody may read it.
pub async fn done(ctx: PageCtx) -> Result {
    let t = ctx.t;
    ctx.html(&SaidPage {
        title: t.accounts_erase_done_title(),
        lines: vec![t.accounts_erase_done(), t.accounts_erase_done_shops()],
        ways: vec![Way::new(t.accounts_bookings_find(), links::home(ctx.lang))],
        ctx: &ctx,
    })
}

fn farewell(leaving: &Leaving) -> Notice {
    Notice {
        kind: Kind::AccountErased,
        user: leaving.user,
        to_email: leaving.email.clone(),
        locale: leaving.locale.clone(),
        about: None,
    }
}

async fn first(site: &Site, ctx: &PageCtx, user: UserId) -> std::result::Result<Vec<First>, Error> {
    let ties = site
        .db
        .person(
            move |tx| -> db::Result<_> {
                let places = member::workplaces(tx, user)?;
                let role = person::role(tx, user)?;
                Ok(person::myself(tx, user)?.map(|myself| (myself, (places, role))))
            },
            |tx, (places, role)| {
                let mut bookings = mine::list(tx, Heap::Coming, 0)?;
                bookings.extend(mine::list(tx, Heap::Waiting, 0)?);
                Ok(Ties {
                    places: places.clone(),
                    role: *role,
                    bookings,
                    owes: payments::has_open(tx)?,
                    now: tx.now(),
                })
            },
        )
        .await?;
    let ties = ties.ok_or(Error::NotFound)?;
    let t = ctx.t;
    let plain = |words: String| First { words, url: None };
    let mut first: Vec<First> = Vec::new();
    first.extend((ties.role == Some(Role::Admin)).then(|| plain(t.accounts_erase_admin())));
    for place in &ties.places {
        let name = place.name.text(ctx.lang);
        first.push(plain(match place.role {
            StaffRole::Owner => t.accounts_erase_owner(name),
            _ => t.accounts_erase_seat(name),
        }));
    }
    if !ties.bookings.is_empty() {
        first.push(First {
            words: t.accounts_erase_bookings(),
            url: Some(links::own_bookings(ctx.lang, "coming", 0)),
        });
    }
    first.extend(ties.bookings.iter().take(SHOWN).map(|booking| {
        let moments = Moments::new(t, booking.zone, ties.now);
        let when = moments.when(booking.business_date, booking.start_at, booking.end_at);
        First {
            words: t.accounts_erase_booking(booking.shop.text(ctx.lang), when),
            url: Some(link::token(&site.secret, booking.id))
                .filter(|token| booking.opens_with(token))
                .map(|token| links::booking(ctx.lang, &token.text())),
        }
    }));
    first.extend(ties.owes.then(|| plain(t.accounts_erase_payment())));
    Ok(first)
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    (first, asks_password): (Vec<First>, bool),
    (form, errors): (&EraseForm, &Errors),
) -> ErasePage<'a> {
    let t = ctx.t;
    let word = TextField {
        name: "word".to_owned(),
        label: t.accounts_erase_word_label(t.accounts_erase_word()),
        value: form.word.clone(),
        entry: Entry::Text,
        complaint: errors.of("word", t),
        ..TextField::default()
    };
    ErasePage {
        errors: errors.summary(t),
        action: links::own(ctx.lang, "erase"),
        csrf: signed_in.csrf.clone(),
        goes: vec![
            t.accounts_erase_goes_account(),
            t.accounts_erase_goes_cards(),
            t.accounts_erase_goes_words(),
        ],
        stays: vec![
            t.accounts_erase_stays_figures(),
            t.accounts_erase_stays_phone(),
            t.accounts_erase_stays_law(),
        ],
        first,
        fields: asks_password
            .then(|| sheet::password_field(ctx, errors))
            .into_iter()
            .chain([word])
            .collect(),
        ways: vec![
            Way::new(t.accounts_export_title(), links::own(ctx.lang, "export")),
            Way::new(t.accounts_reset_way(), links::reset(ctx.lang)),
            Way::new(t.ui_back(), links::own(ctx.lang, "profile")),
        ],
        ctx,
    }
}
