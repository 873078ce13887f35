//! What is asked about a business that is to be opened.

use crate::{
    base::{bilingual::Bilingual, msg::Msg, text},
    domain::businesses::{
        open::{self, Application},
        profile::Address,
        review_list::Reviewed,
        vertical::Vertical,
    },
    web::{
        error::Error,
        form::{Errors, fields},
        page::PageCtx,
        postal, prefecture,
        site::Site,
        ui::{
            choice_field::Choice,
            error_summary::ErrorSummary,
            field::Field,
            lookup::Lookup,
            mark::Mark,
            post_form::PostForm,
            select_field::SelectField,
            steps::Steps,
            text_field::{Entry, TextField},
        },
    },
};
use askama::Template;
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "account/business/form.html")]
pub struct ApplicationPage<'a> {
    pub ctx: &'a PageCtx,
    pub title: String,
    pub lead: String,
    pub errors: ErrorSummary,
    /// What the form carries besides.
    pub hidden: PostForm,
    pub steps: Option<Steps>,
    pub fields: Vec<Field>,
    pub button: String,
    pub back: String,
}

impl ApplicationPage<'_> {
    /// The complaints, each with the label of its box.
    fn complaints(&self) -> ErrorSummary {
        let boxes = self.fields.iter().map(Field::called);
        self.errors.clone().naming(self.ctx.t, boxes)
    }
}

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct ApplicationForm {
    #[serde(default)]
    pub csrf: String,
    #[serde(default)]
    name_ja: String,
    #[serde(default)]
    name_en: String,
    #[serde(default)]
    kana: String,
    #[serde(default)]
    pub kind: String,
    #[serde(default)]
    slug: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    postal_code: String,
    #[serde(default)]
    prefecture: String,
    #[serde(default)]
    city: String,
    #[serde(default)]
    street: String,
    #[serde(default)]
    building: String,
    #[serde(default)]
    pub switch: String,
    #[serde(default)]
    pub find: String,
    /// The button below the postal code.
    #[serde(skip)]
    pub lookup: Option<Lookup>,
}

impl ApplicationForm {
    /// The empty form of a kind.
    pub fn of_kind(kind: String) -> Self {
        Self {
            kind,
            ..Self::default()
        }
    }

    /// What was written down before.
    pub fn of(found: &Reviewed) -> Self {
        let address = found.address.clone();
        Self {
            name_ja: found.name.ja.clone(),
            name_en: found.name.en.clone(),
            kana: found.kana.clone(),
            kind: found.vertical.slug().to_owned(),
            slug: found.slug.clone(),
            phone: found.phone.clone(),
            postal_code: address.postal_code,
            prefecture: address.prefecture,
            city: address.city,
            street: address.street,
            building: address.building,
            ..Self::default()
        }
    }

    /// Answers the button below the postal code: the address it stands for, or what is said about it.
    pub async fn look_up(
        &mut self,
        site: &Site,
        ctx: &PageCtx,
        errors: &mut Errors,
    ) -> Result<(), Error> {
        let wish = (self.postal_code.as_str(), self.find.as_str());
        let answer = postal::answer(site, ctx, wish, errors).await?;
        if let Some(start) = answer.start {
            self.street = start.street(&self.street);
            (self.prefecture, self.city) = (start.prefecture, start.city);
        }
        self.lookup = Some(answer.lookup);
        self.propose();
        Ok(())
    }

    /// The application, or complaints about it. The word in addresses stays once it is chosen.
    pub fn read(&self, errors: &mut Errors, chosen: Option<&str>) -> Option<Application> {
        let line = |typed: &str| text::line(typed, 80);
        let name_missing = Msg::new("operators-apply-name-required");
        let name_ja = fields::required(errors, "name_ja", &self.name_ja, line, name_missing);
        let kana = fields::optional(errors, "kana", &self.kana, text::kana);
        let name_en = fields::optional(errors, "name_en", &self.name_en, line);
        let vertical = Vertical::from_slug(&self.kind);
        if vertical.is_none() {
            errors.add("kind", Msg::new("operators-apply-kind-required"));
        }
        let slug = match chosen {
            Some(chosen) => Some(chosen.to_owned()),
            None => slug(errors, &self.word()),
        };
        let phone_missing = Msg::new("operators-apply-phone-required");
        let phone = fields::required(errors, "phone", &self.phone, text::phone, phone_missing);
        let address = self.address(errors);
        Some(Application {
            name: Bilingual::new(name_ja?, name_en?),
            kana: kana?,
            vertical: vertical?,
            slug: slug?,
            phone: phone?,
            address: address?,
        })
    }

    /// The word in addresses: what was typed or, where nothing was, one made of the name.
    fn word(&self) -> String {
        let kana = || text::kana(&self.kana).unwrap_or_default();
        match text::is_blank(&self.slug) {
            true => open::proposed(&text::ascii(&self.name_en), &kana()).unwrap_or_default(),
            false => self.slug.clone(),
        }
    }

    /// Shows the word that would be taken.
    pub fn propose(&mut self) {
        self.slug = self.word();
    }

    fn address(&self, errors: &mut Errors) -> Option<Address> {
        let line = |typed: &str| text::line(typed, 100);
        let postal_code =
            fields::optional(errors, "postal_code", &self.postal_code, text::postal_code);
        let prefecture = Some(self.prefecture.clone()).filter(|name| prefecture::is_one(name));
        if prefecture.is_none() {
            errors.add(
                "prefecture",
                Msg::new("operators-apply-prefecture-required"),
            );
        }
        let mut part = |name: &'static str, typed: &str, missing: Msg| {
            fields::required(errors, name, typed, line, missing)
        };
        let missing = Msg::new("operators-apply-city-required");
        let city = part("city", &self.city, missing);
        let missing = Msg::new("operators-apply-street-required");
        let street = part("street", &self.street, missing);
        let building = fields::optional(errors, "building", &self.building, line);
        Some(Address {
            postal_code: postal_code?,
            prefecture: prefecture?,
            city: city?,
            street: street?,
            building: building?,
            english: String::new(),
        })
    }
}

fn slug(errors: &mut Errors, typed: &str) -> Option<String> {
    let slug = text::ascii(typed).trim().to_lowercase();
    let sound = open::is_word(&slug);
    if slug.is_empty() {
        errors.add("slug", Msg::new("operators-apply-slug-needed"));
    } else if !sound {
        errors.add("slug", Msg::new("operators-apply-slug-form"));
    }
    sound.then_some(slug)
}

/// The boxes; the one for the word in addresses only while it can be chosen, and then its kind has been.
pub fn fields(ctx: &PageCtx, form: &ApplicationForm, errors: &Errors, is_new: bool) -> Vec<Field> {
    let t = ctx.t;
    let line = |name: &str, label: String, value: &str, entry: Entry| TextField {
        name: name.to_owned(),
        label,
        value: value.to_owned(),
        entry,
        mark: Mark::required(t.ui_required()),
        complaint: errors.of(name, t),
        ..TextField::default()
    };
    let free = |field: TextField| {
        Field::Line(TextField {
            mark: Mark::optional(t.ui_optional()),
            ..field
        })
    };
    let slug = Field::Line(TextField {
        hint: Some(t.operators_apply_slug_hint()),
        mark: Mark::optional(t.ui_optional()),
        ..line("slug", t.operators_slug(), &form.slug, Entry::Text)
    });
    let street = line("street", t.operators_street(), &form.street, Entry::Street);
    let mut all = vec![
        Field::Line(line(
            "name_ja",
            t.operators_name_ja(),
            &form.name_ja,
            Entry::Organization,
        )),
        free(TextField {
            hint: Some(t.owner_profile_kana_hint()),
            ..line("kana", t.owner_profile_kana(), &form.kana, Entry::Kana)
        }),
        free(line(
            "name_en",
            t.operators_name_en(),
            &form.name_en,
            Entry::Text,
        )),
        match is_new {
            true => slug,
            false => kind(ctx, form, errors),
        },
        Field::Line(line(
            "phone",
            t.operators_phone(),
            &form.phone,
            Entry::Phone,
        )),
        free(line(
            "postal_code",
            t.operators_postal_code(),
            &form.postal_code,
            Entry::PostalCode,
        )),
        prefecture::field(ctx, &form.prefecture, errors),
        Field::Line(line("city", t.operators_city(), &form.city, Entry::City)),
        Field::Line(street),
        free(line(
            "building",
            t.operators_building(),
            &form.building,
            Entry::Building,
        )),
    ];
    let lookup = form.lookup.clone().unwrap_or_else(|| postal::offered(ctx));
    let is_filled = form.lookup.is_some() && !form.city.is_empty();
    postal::attach(&mut all, &lookup, is_filled);
    all
}

fn kind(ctx: &PageCtx, form: &ApplicationForm, errors: &Errors) -> Field {
    let t = ctx.t;
    let nothing = Choice {
        label: t.operators_apply_kind_choose(),
        chosen: form.kind.is_empty(),
        ..Choice::default()
    };
    let each = Vertical::ALL.into_iter().map(|vertical| Choice {
        value: vertical.slug().to_owned(),
        label: t.of_family("businesses-kind", vertical.slug()),
        chosen: form.kind == vertical.slug(),
        ..Choice::default()
    });
    Field::Select(SelectField {
        name: "kind".to_owned(),
        label: t.operators_kind(),
        options: std::iter::once(nothing).chain(each).collect(),
        mark: Mark::required(t.ui_required()),
        complaint: errors.of("kind", t),
        ..SelectField::default()
    })
}
