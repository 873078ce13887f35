//! What the pages after the hold read: the hold itself, what it is for, and what it will cost.

use crate::{
    base::{bilingual::Bilingual, time::local, token::Token},
    db::{DbError, TenantTx},
    domain::{
        bookings::{
            answer_files::{self, Kept},
            coupon::{self, Wish},
            details::Details,
            promised::{self, Part, Promised},
            request::{self, Asked},
        },
        businesses::profile::{self, Profile},
        catalog::{
            coupon::{CouponRefusal, living},
            price::Quote,
            service::Service,
        },
        scheduling::{
            availability::Slot,
            hold::{self, Held},
        },
    },
    web::{
        basket::Basket,
        error::Error,
        gate::business,
        links::{self, Times},
        moments::Moments,
        page::PageCtx,
        public::{visit::VisitWish, wish::View},
        site::Site,
        ui::{
            buttons::{PostButton, Voice},
            hold_notice::HoldNotice,
            post_form::PostForm,
        },
    },
};
use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;

/// A hold with all that is said about it.
pub struct Checkout {
    /// Where.
    pub profile: Profile,
    /// What.
    pub service: Service,
    /// Each service of it, with whom and when.
    pub parts: Vec<Part>,
    /// The hold.
    pub held: Held,
    /// Its token.
    pub token: String,
    /// What it will cost.
    pub quote: Quote,
    /// Whether the shop has coupons.
    pub takes_coupons: bool,
    /// Until when the coupon that was typed can be used.
    pub coupon_until: Option<NaiveDate>,
    /// Why it does not count.
    pub coupon_refusal: Option<CouponRefusal>,
    /// What was typed so far.
    pub details: Option<Details>,
    /// The files that have come, where some are asked for.
    pub files: Vec<Kept>,
    /// How long it would wait for the shop, where it is asked for and not booked at once.
    pub asked: Option<Asked>,
    /// The instant of the reading.
    pub now: DateTime<Utc>,
    /// Where the hold has lapsed: times to choose instead, the same one first if it is still free.
    pub nearest: Vec<Slot>,
}

/// What a token leads to.
pub enum Found {
    /// A hold, with all that is said about it.
    Checkout(Box<Checkout>),
    /// A hold of something that has been taken off the menu.
    Gone,
}

/// Reads the hold of a token at a business.
pub async fn checkout(site: &Site, ctx: &PageCtx, slug: &str, token: &str) -> Result<Found, Error> {
    let parsed = Token::parse(token).ok_or(Error::NotFound)?;
    let scope = business::visitor(site, ctx, slug).await?;
    let text = token.to_owned();
    let found = site
        .db
        .read(scope, move |tx| -> Result<Option<Found>, DbError> {
            read(tx, &parsed, &text)
        });
    found.await?.ok_or(Error::NotFound)
}

/// Reads the hold of a token at a business and, in the same transaction, keeps with it what `keep` makes of it. Gives
/// what else `keep` says; `None` when what is held has been taken off the menu.
pub async fn checkout_keeping<T, K>(
    site: &Site,
    ctx: &PageCtx,
    (slug, token): (&str, &str),
    mut keep: K,
) -> Result<Option<(Box<Checkout>, T)>, Error>
where
    K: FnMut(&Checkout) -> (Option<Value>, T) + Send + 'static,
    T: Send + 'static,
{
    let parsed = Token::parse(token).ok_or(Error::NotFound)?;
    let scope = business::visitor(site, ctx, slug).await?;
    let text = token.to_owned();
    let found = site.db.tenant(scope, move |tx| -> Result<_, DbError> {
        let checkout = match read(tx, &parsed, &text)? {
            Some(Found::Checkout(checkout)) => checkout,
            Some(Found::Gone) => return Ok(Some(None)),
            None => return Ok(None),
        };
        let (kept, said) = keep(&checkout);
        if let Some(kept) = kept {
            hold::keep_details(tx, &parsed, &kept)?;
        }
        Ok(Some(Some((checkout, said))))
    });
    found.await?.ok_or(Error::NotFound)
}

fn read(tx: &mut TenantTx<'_>, token: &Token, text: &str) -> Result<Option<Found>, DbError> {
    let Some(profile) = profile::open_to_public(tx)? else {
        return Ok(None);
    };
    let Some(held) = hold::find(tx, token)? else {
        return Ok(None);
    };
    let Some(promised) = promised::promised(tx, &held)? else {
        return Ok(Some(Found::Gone));
    };
    let now = tx.now();
    let nearest = match held.is_alive(now) || held.committed_at.is_some() {
        true => Vec::new(),
        false => promised::nearest(tx, &profile, &held, &promised)?,
    };
    let quote = promised.quote(&profile, now);
    let services = promised.numbered();
    let wish = Wish {
        code: &held.coupon_code,
        services: &services,
        today: local(profile.zone, now).date(),
        cards: None,
        own: None,
    };
    let redeemed = coupon::redeem(tx, &wish, quote)?;
    let takes_coupons = !living(tx)?.is_empty();
    let asked = request::asked(tx, &profile, promised.services(), held.start_at)?;
    let Promised { service, parts, .. } = promised;
    // Where something is asked that was not answered yet, the details are not whole.
    let details = Details::from_json(&held.details_json);
    let files = answer_files::of_hold(tx, held.id, &service.questions)?;
    let kept: Vec<_> = files.iter().map(|file| file.id).collect();
    let details = details.and_then(|details| details.fitting(&service.questions, &kept));
    let token = text.to_owned();
    let checkout = Checkout {
        asked,
        profile,
        service,
        parts,
        token,
        held,
        quote: redeemed.quote,
        takes_coupons,
        coupon_until: redeemed.until,
        coupon_refusal: redeemed.refusal,
        details,
        files,
        now,
        nearest,
    };
    Ok(Some(Found::Checkout(Box::new(checkout))))
}

impl Checkout {
    /// Instants as its pages say them.
    pub fn moments(&self, ctx: &PageCtx) -> Moments {
        Moments::new(ctx.t, self.profile.zone, self.now)
    }

    /// Whether the hold still counts.
    pub fn is_alive(&self) -> bool {
        self.held.is_alive(self.now)
    }

    /// The name of the service.
    pub fn service_name(&self) -> &Bilingual {
        &self.service.name
    }

    /// Until when the time is held, with the one extension while it has not been used.
    pub fn notice(&self, ctx: &PageCtx, at: &str) -> Option<HoldNotice> {
        if !self.is_alive() {
            return None;
        }
        let t = ctx.t;
        let form = PostForm {
            action: links::extension(ctx.lang, &self.profile.slug),
            hidden: vec![
                ("hold".to_owned(), self.token.clone()),
                ("at".to_owned(), at.to_owned()),
            ],
        };
        let extend = self.held.extended_at.is_none().then(|| PostButton {
            label: t.ui_hold_extend(),
            form,
            voice: Voice::Text,
            small: true,
            ..PostButton::default()
        });
        let (moments, until) = (self.moments(ctx), self.held.expires_at);
        let is_today = moments.wall(until).date() == moments.today();
        Some(HoldNotice {
            words: t.ui_hold_until(match is_today {
                true => moments.clock(until),
                // What was offered on a waiting list is held for longer.
                false => moments.moment(until),
            }),
            warning: t.ui_hold_warning(),
            over: t.ui_hold_over(),
            until: crate::web::moments::to_field(self.held.expires_at),
            now: crate::web::moments::to_field(self.now),
            extend,
        })
    }

    /// The form that chooses another time for this hold.
    pub fn renewal(&self, ctx: &PageCtx) -> PostForm {
        if let Some(visit) = self.visit(ctx) {
            return visit.form(ctx, &self.profile.slug, &self.token);
        }
        let mut hidden = vec![
            ("key".to_owned(), self.token.clone()),
            ("service".to_owned(), self.held.service_id.to_string()),
            ("party".to_owned(), self.held.party_size.to_string()),
        ];
        hidden.push(("options".to_owned(), links::listed(&self.held.options())));
        hidden.extend(
            self.held
                .nominated_resource_id
                .map(|id| ("staff".to_owned(), id.to_string())),
        );
        PostForm {
            action: links::hold(ctx.lang, &self.profile.slug),
            hidden,
        }
    }

    /// The free times again, to choose another for this hold.
    pub fn times_url(&self, ctx: &PageCtx) -> String {
        if let Some(visit) = self.visit(ctx) {
            return visit.url(ctx, &self.profile.slug);
        }
        let times = Times {
            service: Some(self.held.service_id),
            staff: self.held.nominated_resource_id,
            party: Some(self.held.party_size),
            options: self.held.options(),
            hold: Some(self.token.clone()),
            ..Times::default()
        };
        links::times(ctx.lang, &self.profile.slug, &times)
    }

    /// The menu again; of several services, what was put together.
    pub fn menu_url(&self, ctx: &PageCtx) -> String {
        match self.visit(ctx) {
            Some(visit) => visit.url(ctx, &self.profile.slug),
            None => super::menu_url(ctx, &self.profile.slug, Some(&self.token)),
        }
    }

    /// The wish for several services, where it is one.
    fn visit(&self, ctx: &PageCtx) -> Option<VisitWish> {
        let lines = self.held.lines();
        (!lines.is_empty()).then(|| VisitWish {
            basket: Basket::held(&lines),
            from: None,
            near: None,
            view: View::usual(ctx.lang),
            hold: Some(self.token.clone()),
        })
    }

    /// The present slot, for those who say it.
    pub fn slot(&self) -> (NaiveDate, DateTime<Utc>, DateTime<Utc>) {
        (
            self.held.business_date,
            self.held.start_at,
            self.held.end_at,
        )
    }

    /// Whether the lapsed hold's own time is among the nearest.
    pub fn is_still_free(&self) -> bool {
        self.nearest
            .iter()
            .any(|slot| slot.start == self.held.start_at)
    }
}
