//! Step 3: who you are. Four fields; what is typed is kept with the hold and never lost.

use super::{
    boxes::Boxes,
    files, parts,
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
        catalog::question::wants_files,
    },
    i18n::Words,
    web::{
        error::{Error, Result},
        form::{
            Errors,
            question_fields::{self, Filled},
            questions::Sent,
            typed::Asked,
            upload::Mixed,
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
use actix_session::{Session, SessionExt};
use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Data, Path},
};
use askama::{Template, filters::HtmlSafe};
use serde::Deserialize;
use serde_json::Value;

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
    /// Whether a question is answered with files, which only one kind of form carries.
    takes_files: bool,
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

/// Keeps what was typed, and goes on to the final check or, where that was pressed, to the other language. Files that came
/// along are kept first; where one was taken back, the page is shown again.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    (path, query): (Path<(String, String)>, Asked<HoldQuery>),
    form: Mixed<DetailsForm>,
) -> Result {
    let (slug, lang) = (path.into_inner().1, ctx.lang);
    let (form, refused) = match form {
        Mixed::Plain(form) => (form, Errors::default()),
        Mixed::Parts(unread) => {
            let hold = (slug.as_str(), query.0.hold.as_str());
            files::taken(&site, &ctx, &request, hold, unread).await?
        }
    };
    if !form.drop.is_empty() {
        files::take_back(&site, &ctx, (&slug, &form.hold), &form.drop).await?;
    }
    let is_known = SignedIn::known(&request.get_session()).is_some();
    let typed = form.clone();
    let keep = move |checkout: &Checkout| kept(checkout, lang, &typed, refused.clone());
    let found = read::checkout_keeping(&site, &ctx, (&slug, &form.hold), keep).await?;
    let Some((checkout, errors)) = found else {
        return business::refuse(&site, ctx, &slug, &form.hold, |t| t.booking_gone()).await;
    };
    if !errors.is_empty() {
        return ctx.redraw(
            StatusCode::UNPROCESSABLE_ENTITY,
            &page(&ctx, &checkout, (&form, &errors), is_known),
        );
    }
    let is_made = checkout.held.committed_at.is_some();
    ctx.see_other(&match (form.is_switch(), form.drop.is_empty()) {
        _ if is_made => links::confirm(lang, &slug, &form.hold),
        (true, _) => links::details(lang.other(), &slug, &form.hold),
        (_, false) => links::details(lang, &slug, &form.hold),
        (false, true) => links::confirm(lang, &slug, &form.hold),
    })
}

/// What is kept with the hold of what was typed, and what is wrong with it.
fn kept(
    checkout: &Checkout,
    lang: Lang,
    typed: &DetailsForm,
    mut errors: Errors,
) -> (Option<Value>, Errors) {
    if checkout.held.committed_at.is_some() {
        return (None, Errors::default());
    }
    let known = &checkout.held.details_json;
    let draft = || {
        let both = typed
            .clone()
            .joined(lang, typed::kept(Words::of(lang), known));
        both.kept_with(known)
    };
    if typed.is_switch() || !typed.drop.is_empty() {
        return (Some(draft()), errors);
    }
    let details = typed.parse(&checkout.profile, lang, &mut errors);
    let sent = Sent {
        questions: &checkout.service.questions,
        picks: &typed.picks,
        files: &checkout.files,
        lang,
        now: checkout.now,
    };
    let answers = sent.read(&mut errors);
    let details = details.filter(|_| errors.is_empty());
    match details {
        Some(details) => (Some(Details { answers, ..details }.to_json()), errors),
        // Files have come and are kept; so are the words that came with them.
        None if !checkout.files.is_empty() => (Some(draft()), errors),
        None => (None, errors),
    }
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
    DetailsPage {
        shop: frame::frame(ctx, &checkout.profile),
        steps: steps(
            ctx,
            checkout.profile.vertical,
            2,
            [
                Some(checkout.menu_url(ctx)),
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
        person: parts::people(ctx, checkout),
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
        takes_files: wants_files(&checkout.service.questions),
        questions: question_fields::blocks(
            ctx,
            &checkout.service.questions,
            Filled {
                picks: &form.picks,
                files: &checkout.files,
                errors,
            },
        ),
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
