//! Step 3: who you are. Four fields; what is typed is kept with the hold and never lost.

use super::{
    read::{self, Checkout, Found},
    steps,
    typed::{self, DetailsForm},
};
use crate::{
    base::lang::Lang,
    db,
    domain::{
        accounts::profile::{self, Profile},
        bookings::details::Details,
        businesses::profile::KanaRule,
    },
    web::{
        error::{Error, Result},
        form::{
            Errors, question_fields,
            questions::Sent,
            typed::{Asked, Typed},
        },
        links,
        page::PageCtx,
        public::{business, frame, words},
        session::SignedIn,
        site::Site,
        ui::{
            error_summary::ErrorSummary,
            field::Field,
            frame::ShopFrame,
            hold_notice::HoldNotice,
            icon::Icon,
            mark::Mark,
            post_form::PostForm,
            question_block::QuestionBlock,
            slot_list::SlotTime,
            steps::Steps,
            text_area::TextArea,
            text_field::{Entry, TextField},
        },
    },
};
use actix_session::Session;
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::{Template, filters::HtmlSafe};
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "public/checkout/details.html")]
pub struct DetailsPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    steps: Steps,
    notice: Option<HoldNotice>,
    lapsed: Option<Lapsed>,
    errors: ErrorSummary,
    has_errors: bool,
    when: String,
    service: String,
    person: Option<String>,
    total: String,
    names: Vec<TextField>,
    kana: Vec<TextField>,
    phone: TextField,
    email: TextField,
    questions: Vec<QuestionBlock>,
    note: TextArea,
    trap: TextField,
    action: String,
    hold: String,
    privacy: String,
    /// Leads whoever has an account to it.
    fill: LinkWords,
}

/// A link in a line of its own.
struct LinkWords {
    url: String,
    words: String,
}

impl DetailsPage<'_> {
    fn complaints(&self) -> ErrorSummary {
        let names = self.names.iter().chain(&self.kana);
        let boxes = names.chain([&self.phone, &self.email]);
        let asked = self.questions.iter().flat_map(|one| &one.fields);
        let called = boxes.map(TextField::called);
        self.errors
            .clone()
            .naming(self.ctx.t, called.chain(asked.map(Field::called)))
    }
}

/// The hold ran out: what can be had instead.
#[derive(Template)]
#[template(path = "public/checkout/lapsed.html")]
pub struct Lapsed {
    title: String,
    words: String,
    form: PostForm,
    times: Vec<SlotTime>,
    all_times: String,
    all_words: String,
}

impl HtmlSafe for Lapsed {}

/// Which hold.
#[derive(Deserialize)]
pub struct HoldQuery {
    #[serde(default)]
    hold: String,
}

/// The form, with what was typed before or, for whoever is signed in, with what they have told of themselves.
pub async fn new(
    site: Data<Site>,
    ctx: PageCtx,
    session: Session,
    path: Path<(String, String)>,
    query: Asked<HoldQuery>,
) -> Result {
    let Found::Checkout(checkout) = read::checkout(&site, &ctx, &path.1, &query.0.hold).await?
    else {
        return business::refuse(&site, ctx, &path.1, &query.0.hold, |t| t.booking_gone()).await;
    };
    if checkout.held.committed_at.is_some() {
        // The booking was made: the final check knows the way to it.
        return ctx.see_other(&links::confirm(ctx.lang, &path.1, &query.0.hold));
    }
    let known = SignedIn::known(&session);
    let kept = &checkout.held.details_json;
    let own = match &known {
        Some(known) if typed::is_untouched(kept) => own(&site, known).await?,
        _ => None,
    };
    let typed = match own {
        Some(profile) => typed::own(ctx.t, profile),
        None => typed::kept(ctx.t, kept),
    };
    let errors = Errors::default();
    ctx.html(&page(&ctx, &checkout, (&typed, &errors), known.is_some()))
}

/// What somebody has told of themselves.
async fn own(site: &Site, known: &SignedIn) -> std::result::Result<Option<Profile>, Error> {
    let user = known.user;
    let found: db::Result<_> = site.db.platform(move |tx| profile::find(tx, user)).await;
    Ok(found?)
}

/// Keeps what was typed, and goes on to the final check or, where that was pressed, to the other language.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    session: Session,
    path: Path<(String, String)>,
    form: Typed<DetailsForm>,
) -> Result {
    let (form, slug, lang) = (form.0, path.into_inner().1, ctx.lang);
    let (typed, t) = (form.clone(), ctx.t);
    let keep = move |checkout: &Checkout| {
        if checkout.held.committed_at.is_some() {
            return (None, Errors::default());
        }
        let known = &checkout.held.details_json;
        if typed.is_switch() {
            let both = typed.clone().joined(lang, typed::kept(t, known));
            return (Some(both.kept_with(known)), Errors::default());
        }
        let mut errors = Errors::default();
        let details = typed.parse(&checkout.profile, lang, &mut errors);
        let sent = Sent {
            questions: &checkout.service.questions,
            picks: &typed.picks,
            lang,
            now: checkout.now,
        };
        let answers = sent.read(&mut errors);
        let details = details.filter(|_| errors.is_empty());
        let details = details.map(|details| Details { answers, ..details });
        (details.map(|details| details.to_json()), errors)
    };
    let found = read::checkout_keeping(&site, &ctx, (&slug, &form.hold), keep).await?;
    let Some((checkout, errors)) = found else {
        return business::refuse(&site, ctx, &slug, &form.hold, |t| t.booking_gone()).await;
    };
    if !errors.is_empty() {
        return ctx.redraw(
            StatusCode::UNPROCESSABLE_ENTITY,
            &page(
                &ctx,
                &checkout,
                (&form, &errors),
                SignedIn::known(&session).is_some(),
            ),
        );
    }
    let is_made = checkout.held.committed_at.is_some();
    ctx.see_other(&match form.is_switch() && !is_made {
        true => links::details(lang.other(), &slug, &form.hold),
        false => links::confirm(lang, &slug, &form.hold),
    })
}

/// What can be had instead of a hold that ran out.
pub fn lapsed(ctx: &PageCtx, checkout: &Checkout) -> Option<Lapsed> {
    (!checkout.is_alive() && checkout.held.committed_at.is_none()).then(|| Lapsed {
        words: if checkout.is_still_free() {
            ctx.t.booking_lapsed_free()
        } else {
            ctx.t.errors_hold_expired()
        },
        form: checkout.renewal(ctx),
        times: words::alternatives(&checkout.moments(ctx), &checkout.nearest),
        title: ctx.t.booking_lapsed_title(),
        all_times: checkout.times_url(ctx),
        all_words: ctx.t.booking_all_times(),
    })
}

fn page<'a>(
    ctx: &'a PageCtx,
    checkout: &Checkout,
    (form, errors): (&DetailsForm, &Errors),
    is_known: bool,
) -> DetailsPage<'a> {
    let t = ctx.t;
    let slug = &checkout.profile.slug;
    let (date, start, end) = checkout.slot();
    let boxes = Boxes { ctx, errors };
    let rule = checkout.profile.settings.kana_rule;
    let person = checkout.person.as_ref();
    DetailsPage {
        shop: frame::frame(ctx, &checkout.profile),
        steps: steps(
            ctx,
            checkout.profile.vertical,
            2,
            [
                Some(super::menu_url(ctx, slug, Some(&checkout.token))),
                Some(checkout.times_url(ctx)),
                None,
            ],
        ),
        notice: checkout.notice(ctx, "details"),
        lapsed: lapsed(ctx, checkout),
        errors: errors.summary(t),
        has_errors: !errors.is_empty(),
        when: checkout.moments(ctx).when(date, start, end),
        service: checkout.quote.booked_as().text(ctx.lang).to_owned(),
        person: person.map(|person| person.name.text(ctx.lang).to_owned()),
        total: words::amount(ctx, checkout.quote.total()),
        names: boxes.names(form),
        kana: boxes.kana(form, rule),
        phone: TextField {
            hint: Some(t.booking_phone_hint()),
            ..boxes.line("phone", t.booking_phone(), &form.phone, Entry::Phone)
        },
        email: TextField {
            hint: Some(t.booking_email_hint()),
            ..boxes.line("email", t.booking_email(), &form.email, Entry::Email)
        },
        questions: question_fields::blocks(ctx, &checkout.service.questions, &form.picks, errors),
        note: TextArea {
            name: "note".to_owned(),
            label: t.booking_note(),
            value: form.note.clone(),
            mark: Mark::optional(t.ui_optional()),
            hint: None,
            complaint: errors.of("note", t),
        },
        trap: TextField::for_nobody(t.form_trap_label()),
        action: links::details(ctx.lang, slug, &checkout.token),
        hold: checkout.token.clone(),
        privacy: links::privacy(ctx.lang, slug),
        fill: LinkWords {
            url: links::fill(ctx.lang, slug, &checkout.token),
            words: match is_known {
                true => t.booking_fill_other(),
                false => t.booking_fill_sign_in(),
            },
        },
        ctx,
    }
}

/// The boxes of the form, each with its complaint.
struct Boxes<'a> {
    ctx: &'a PageCtx,
    errors: &'a Errors,
}

impl Boxes<'_> {
    fn line(&self, name: &str, label: String, value: &str, entry: Entry) -> TextField {
        TextField {
            name: name.to_owned(),
            label,
            value: value.to_owned(),
            entry,
            complaint: self.errors.of(name, self.ctx.t),
            ..TextField::default()
        }
    }

    /// Two boxes in Japanese, family name first; one in English.
    fn names(&self, form: &DetailsForm) -> Vec<TextField> {
        let t = self.ctx.t;
        let boxes = match self.ctx.lang {
            Lang::Ja => vec![
                self.line(
                    "family_name",
                    t.booking_family_name(),
                    &form.family_name,
                    Entry::FamilyName,
                ),
                self.line(
                    "given_name",
                    t.booking_given_name(),
                    &form.given_name,
                    Entry::GivenName,
                ),
            ],
            Lang::En => vec![self.line(
                "full_name",
                t.booking_full_name(),
                &form.full_name,
                Entry::FullName,
            )],
        };
        let required = |field| TextField {
            mark: Mark::required(t.ui_required()),
            ..field
        };
        boxes.into_iter().map(required).collect()
    }

    /// The reading, where the business asks for it and the page is Japanese.
    fn kana(&self, form: &DetailsForm, rule: KanaRule) -> Vec<TextField> {
        let t = self.ctx.t;
        let mark = match (self.ctx.lang, rule) {
            (Lang::En, _) | (_, KanaRule::Unused) => return Vec::new(),
            (Lang::Ja, KanaRule::Required) => Mark::required(t.ui_required()),
            (Lang::Ja, KanaRule::Optional) => Mark::optional(t.ui_optional()),
        };
        let family = self.line(
            "family_kana",
            t.booking_family_kana(),
            &form.family_kana,
            Entry::Kana,
        );
        let given = self.line(
            "given_kana",
            t.booking_given_kana(),
            &form.given_kana,
            Entry::Kana,
        );
        vec![
            TextField {
                mark: mark.clone(),
                ..family
            },
            TextField { mark, ..given },
        ]
    }
}
