//! One coupon: its code, what it takes off, for what and for whom, until when, and how often.

use super::{
    RIGHT,
    answers::Answers,
    ask::Ask,
    figures::{whole, yen},
    price_form::{SOME, dates, either},
    sheet::{Part, Sheet},
    subject::{Landing, Removable, Subject, delete},
};
use crate::{
    base::{
        ids::{CouponId, ServiceId},
        msg::Msg,
        text,
    },
    db::{self, EditError, TenantTx},
    domain::{
        businesses::role::Right,
        catalog::{
            coupon::{self, CODE},
            coupon_card::{self, CouponCard, CouponSetup, OwnCoupon},
            service_card::{self, OwnService},
        },
    },
    web::{
        desk::Room,
        flash::Said,
        form::{Errors, fields},
        gate::member::AtWork,
        page::PageCtx,
        ui::{
            field::Field,
            text_field::{Entry, TextField},
        },
    },
};

/// The longest name.
const NAME: usize = 60;
/// So often a coupon is used at most, by all and by one.
const USES: (i64, i64) = (99_999, 999);
/// What is taken off is an amount.
const AMOUNT: &str = "amount";

/// What the page is drawn from.
pub(in crate::web::owner) struct Own {
    at: AtWork,
    known: Option<OwnCoupon>,
    services: Vec<OwnService>,
}

impl Subject for Own {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Menu;
    type Id = CouponId;
    type Draft = CouponSetup;

    fn read(tx: &mut TenantTx<'_>, at: &AtWork, id: Option<CouponId>) -> db::Result<Option<Self>> {
        let mut all = coupon_card::all(tx)?.into_iter();
        let known = all.find(|one| Some(one.id) == id && !one.is_deleted);
        let mut services = service_card::all(tx)?;
        services.retain(|one| !one.is_deleted);
        let found = known.is_some() == id.is_some();
        Ok(found.then(|| Self {
            at: at.clone(),
            known,
            services,
        }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        let known = self.known.as_ref();
        known.map_or_else(String::new, |one| one.setup.version())
    }

    fn answers(&self, _: &PageCtx, _: &Answers) -> Answers {
        let mut answers = Answers::default();
        for (name, value) in [("kind", "percent"), ("scope", "all"), ("most_each", "1")] {
            answers.put(name, value);
        }
        answers.put("least", 0);
        let Some(one) = &self.known else {
            return answers;
        };
        let card = &one.setup.card;
        answers.put("code", &card.code);
        answers.put("name_ja", &card.name_ja);
        answers.put("name_en", &card.name_en);
        if let Some(amount) = card.amount_cents {
            answers.put("kind", AMOUNT);
            answers.put("size", amount);
        }
        if let Some(percent) = card.percent {
            answers.put("size", percent);
        }
        answers.put("least", card.least_cents);
        let dates = [
            ("first_date", card.first_date),
            ("last_date", card.last_date),
        ];
        for (name, date) in dates {
            answers.put(name, date.map_or_else(String::new, |date| date.to_string()));
        }
        let uses = [("most_uses", card.most_uses), ("most_each", card.most_each)];
        for (name, most) in uses {
            answers.put(name, most.map_or_else(String::new, |most| most.to_string()));
        }
        answers.tick("is_for_new", card.is_for_new);
        if !card.is_for_all {
            answers.put("scope", SOME);
        }
        for service in &one.setup.services {
            answers.tick(format!("s-{service}"), true);
        }
        answers
    }

    fn parts(&self, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
        let t = ctx.t;
        let ask = Ask { t, typed, errors };
        let both = [("all", t.prices_scope_all()), (SOME, t.prices_scope_some())];
        let boxes = self.services.iter().map(|one| {
            let name = one.card.name().text(ctx.lang).to_owned();
            ask.tick(&format!("s-{}", one.id), name, None)
        });
        vec![
            basics(ask),
            limits(ask),
            Part {
                heading: t.options_services(),
                fields: vec![Field::Choice(either(ask, "scope", t.prices_scope(), both))],
                ..Part::default()
            },
            Part {
                heading: t.prices_scope_some(),
                note: Some(t.prices_scope_note()),
                boxes: boxes.collect(),
                ..Part::default()
            },
        ]
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<CouponSetup> {
        let card = card(typed, errors);
        let ticked = |one: &&OwnService| typed.has(&format!("s-{}", one.id));
        let services = self.services.iter().filter(ticked);
        let mut services: Vec<ServiceId> = services.map(|one| one.id).collect();
        services.sort_unstable();
        if typed.get("scope") == SOME && services.is_empty() {
            errors.add("scope", Msg::new("prices-scope-required"));
        }
        let setup = CouponSetup {
            card: card?,
            services,
        };
        errors.is_empty().then_some(setup)
    }

    fn save(
        tx: &mut TenantTx<'_>,
        id: Option<CouponId>,
        draft: &CouponSetup,
        version: &str,
    ) -> Result<Landing, EditError> {
        match id {
            None => coupon_card::add(tx, draft).map(|_id| ())?,
            Some(id) => coupon_card::save(tx, id, draft, version)?,
        }
        Ok(Landing(Self::LIST.to_owned(), Said::CatalogSaved))
    }

    fn complaint(error: &EditError) -> Option<(&'static str, Msg)> {
        let is_taken = matches!(error, EditError::Taken);
        is_taken.then(|| ("code", Msg::new("coupons-code-taken")))
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        let t = ctx.t;
        let sheet = Sheet {
            heading: t.coupons_new(),
            lead: Some(t.coupons_edit_lead()),
            at: format!("{}/new", Self::LIST),
            list: Self::LIST.to_owned(),
            ..Sheet::default()
        };
        let Some(one) = &self.known else {
            return sheet;
        };
        let at = format!("{}/{}", Self::LIST, one.id);
        let delete = delete(ctx, &self.at, &at);
        Sheet {
            heading: t.coupons_edit(),
            at,
            acts: vec![delete],
            ..sheet
        }
    }
}

impl Removable for Own {
    const LIST: &'static str = "coupons";

    fn remove(tx: &mut TenantTx<'_>, id: CouponId, gone: bool) -> Result<(), EditError> {
        coupon_card::delete(tx, id, gone)
    }
}

/// What it is called, and what it takes off.
fn basics(ask: Ask<'_>) -> Part {
    let t = ask.t;
    let kinds = [
        ("percent", t.coupons_kind_percent()),
        (AMOUNT, t.coupons_kind_amount()),
    ];
    Part {
        heading: t.catalog_part_basics(),
        fields: vec![
            Field::Line(TextField {
                hint: Some(t.coupons_code_hint()),
                ..ask.must("code", t.coupons_code(), Entry::Text)
            }),
            Field::Line(TextField {
                hint: Some(t.prices_name_hint()),
                ..ask.must("name_ja", t.catalog_name_ja(), Entry::Text)
            }),
            Field::Line(ask.may("name_en", t.catalog_name_en(), Entry::Text)),
            Field::Line(ask.must("size", t.coupons_size(), Entry::Amount)),
            Field::Choice(either(ask, "kind", t.prices_kind(), kinds)),
        ],
        ..Part::default()
    }
}

/// Until when, how often, and for whom.
fn limits(ask: Ask<'_>) -> Part {
    let t = ask.t;
    let times = |name: &str, label: String| {
        Field::Line(TextField {
            unit: Some(t.coupons_unit_times()),
            ..ask.line(name, label, Entry::Number)
        })
    };
    Part {
        heading: t.coupons_part_limits(),
        note: Some(t.coupons_limits_note()),
        paired: true,
        fields: vec![
            Field::Line(ask.line("first_date", t.coupons_first_date(), Entry::Date)),
            Field::Line(ask.line("last_date", t.coupons_last_date(), Entry::Date)),
            times("most_uses", t.coupons_most_uses()),
            times("most_each", t.coupons_most_each()),
            Field::Line(TextField {
                unit: Some(t.catalog_unit_yen()),
                ..ask.line("least", t.coupons_least(), Entry::Amount)
            }),
            Field::Choice(ask.tick("is_for_new", t.coupons_for_new(), None)),
        ],
        ..Part::default()
    }
}

fn card(typed: &Answers, errors: &mut Errors) -> Option<CouponCard> {
    let short = |typed: &str| text::short_line(typed, NAME);
    let code = code(typed, errors);
    let missing = Msg::new("catalog-name-required");
    let name_ja = fields::required(errors, "name_ja", typed.get("name_ja"), short, missing);
    let name_en = fields::optional(errors, "name_en", typed.get("name_en"), short);
    let size = size(typed, errors);
    let least = match text::is_blank(typed.get("least")) {
        true => Some(0),
        false => yen(errors, "least", typed),
    };
    let dates = dates(typed, errors);
    let all = times(typed, errors, ("most_uses", USES.0));
    let each = times(typed, errors, ("most_each", USES.1));
    let (percent, amount_cents) = size?;
    let (first_date, last_date) = dates?;
    Some(CouponCard {
        code: code?,
        name_ja: name_ja?,
        name_en: name_en?,
        is_for_all: typed.get("scope") != SOME,
        percent,
        amount_cents,
        least_cents: least?,
        first_date,
        last_date,
        most_uses: all?,
        most_each: each?,
        is_for_new: typed.has("is_for_new"),
    })
}

fn code(typed: &Answers, errors: &mut Errors) -> Option<String> {
    let code = coupon::code(typed.get("code"));
    let is_plain = |one: char| one.is_ascii_uppercase() || one.is_ascii_digit() || one == '-';
    let (shortest, longest) = CODE;
    let is_sound = (shortest..=longest).contains(&code.len()) && code.chars().all(is_plain);
    if !is_sound {
        errors.add(
            "code",
            Msg::new("coupons-code-form")
                .with("max", longest)
                .with("min", shortest),
        );
    }
    is_sound.then_some(code)
}

/// Percent, or an amount.
fn size(typed: &Answers, errors: &mut Errors) -> Option<(Option<i16>, Option<i64>)> {
    if typed.get("kind") != AMOUNT {
        let percent = whole(errors, "size", typed, (1, 100))?;
        return Some((Some(percent), None));
    }
    let amount = yen(errors, "size", typed)?;
    if amount == 0 {
        errors.add("size", Msg::new("prices-size-nothing"));
        return None;
    }
    Some((None, Some(amount)))
}

/// How often; without a number, as often as anybody likes.
fn times(
    typed: &Answers,
    errors: &mut Errors,
    (name, most): (&'static str, i64),
) -> Option<Option<i32>> {
    if text::is_blank(typed.get(name)) {
        return Some(None);
    }
    let number = fields::number(errors, name, typed.get(name), 1, most)?;
    Some(i32::try_from(number).ok())
}
