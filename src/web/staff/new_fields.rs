//! The questions of a booking by hand, drawn with what was typed.

use super::{coupon, new_form::NewForm};
use crate::{
    base::{lang::Lang, msg::Msg, text, time::WallTime},
    domain::{
        catalog::{option::Extra, service::Service},
        scheduling::resource::Resource,
    },
    web::{
        form::{Errors, options::option_field},
        page::PageCtx,
        ui::{
            choice_field::{Choice, ChoiceField},
            mark::Mark,
            select_field::SelectField,
            text_area::TextArea,
            text_field::{Entry, TextField},
        },
    },
};

/// All of them.
pub struct Questions {
    /// What.
    pub service: SelectField,
    /// What besides, group by group.
    pub extras: Vec<ChoiceField>,
    /// With whom.
    pub staff: SelectField,
    /// Whether that person was asked for.
    pub nominated: Option<ChoiceField>,
    /// On which day.
    pub date: TextField,
    /// From when.
    pub time: TextField,
    /// How many come.
    pub party: TextField,
    /// By telephone or at the counter.
    pub source: ChoiceField,
    /// One to four boxes, by the language of the page.
    pub names: Vec<TextField>,
    /// Their number.
    pub phone: TextField,
    /// Their address.
    pub email: TextField,
    /// The language to write to them in.
    pub language: ChoiceField,
    /// Remarks.
    pub note: TextArea,
    /// The code of a coupon.
    pub coupon: TextField,
    /// Why it may stand over another.
    pub override_reason: TextField,
}

impl Questions {
    /// Where nobody with a card fits, one goes on with the first box of their reading that is empty; or of their name, where
    /// no reading is asked for.
    pub fn of_somebody_new(mut self, is_new: bool) -> Self {
        let reads = |one: &TextField| one.entry == Entry::Kana || self.names.len() == 1;
        let place = self
            .names
            .iter()
            .position(|one| reads(one) && one.value.is_empty());
        let next = place.and_then(|place| self.names.get_mut(place));
        if let Some(next) = next.filter(|_| is_new) {
            next.first = true;
        }
        self
    }
}

/// A time of day as people type it at a counter: `14:30`, `1430`, `930`, `25:30`, full width or not.
pub fn parse_clock(errors: &mut Errors, field: &'static str, typed: &str) -> Option<WallTime> {
    let time = WallTime::hurried(typed);
    if time.is_none() {
        errors.add(
            field,
            if text::is_blank(typed) {
                Msg::new("form-time-required")
            } else {
                Msg::new("form-time-late-form")
            },
        );
    }
    time
}

/// One box that speaks for itself; ticked it is `yes`.
pub fn tick(name: &str, label: String, chosen: bool) -> ChoiceField {
    ChoiceField {
        name: name.to_owned(),
        several: true,
        options: vec![Choice {
            value: "yes".to_owned(),
            label,
            chosen,
            ..Choice::default()
        }],
        ..ChoiceField::default()
    }
}

/// Draws them.
pub fn questions(
    ctx: &PageCtx,
    form: &NewForm,
    errors: &Errors,
    (services, resources): (&[Service], &[Resource]),
) -> Questions {
    let t = ctx.t;
    let field = |name: &str, label: String, value: &str, entry: Entry| TextField {
        name: name.to_owned(),
        label,
        value: value.to_owned(),
        entry,
        complaint: errors.of(name, t),
        ..TextField::default()
    };
    let must = || Mark::required(t.ui_required());
    Questions {
        service: SelectField {
            mark: must(),
            complaint: errors.of("service", t),
            ..service(ctx, form, services)
        },
        extras: extras(ctx, form, errors, services),
        staff: SelectField {
            complaint: errors.of("staff", t),
            ..staff(ctx, &form.staff, resources)
        },
        nominated: resources.iter().any(|one| one.is_nominable).then(|| {
            let label = t.desk_new_nominated();
            tick("nominated", label, form.nominated == "yes")
        }),
        coupon: TextField {
            mark: Mark::optional(t.ui_optional()),
            hint: Some(t.coupons_desk_hint()),
            ..field(
                coupon::FIELD,
                t.coupons_desk_code(),
                &form.coupon,
                Entry::Text,
            )
        },
        date: TextField {
            mark: must(),
            ..field("date", t.desk_date(), &form.date, Entry::Date)
        },
        time: TextField {
            mark: must(),
            hint: Some(t.desk_time_hint()),
            ..field("time", t.desk_time(), &form.time, Entry::Time)
        },
        party: TextField {
            unit: Some(t.desk_people_unit()),
            ..field("party", t.desk_people_count(), &form.party, Entry::Number)
        },
        source: source(ctx, form),
        names: names(ctx, form, errors),
        phone: field("phone", t.desk_phone(), &form.phone, Entry::Phone),
        email: TextField {
            hint: Some(t.desk_new_email_hint()),
            ..field("email", t.desk_email(), &form.email, Entry::OtherEmail)
        },
        language: language(ctx, form),
        note: TextArea {
            name: "note".to_owned(),
            label: t.desk_remarks(),
            value: form.note.clone(),
            complaint: errors.of("note", t),
            ..TextArea::default()
        },
        override_reason: field(
            "override_reason",
            t.desk_override_reason(),
            &form.override_reason,
            Entry::Text,
        ),
    }
}

/// What; first that nothing is chosen yet.
pub fn service(ctx: &PageCtx, form: &NewForm, services: &[Service]) -> SelectField {
    let t = ctx.t;
    let empty = Choice {
        label: t.desk_choose(),
        ..Choice::default()
    };
    let each = services.iter().map(|service| {
        let minutes = u32::try_from(service.figures.duration_minutes).unwrap_or(0);
        let value = service.id.to_string();
        Choice {
            label: t.desk_service_choice(
                t.length(minutes),
                service.name.text(ctx.lang),
                t.yen(service.figures.price_cents),
            ),
            chosen: value == form.service,
            value,
            ..Choice::default()
        }
    });
    SelectField {
        name: "service".to_owned(),
        label: t.desk_service(),
        options: std::iter::once(empty).chain(each).collect(),
        ..SelectField::default()
    }
}

/// What can be had besides the service that is chosen.
fn extras(
    ctx: &PageCtx,
    form: &NewForm,
    errors: &Errors,
    services: &[Service],
) -> Vec<ChoiceField> {
    let picked = form.options();
    let chosen = |extra: &Extra| picked.contains(&extra.id);
    let service = services
        .iter()
        .filter(|one| one.id.to_string() == form.service);
    service
        .flat_map(|one| &one.groups)
        .map(|group| option_field(ctx, group, &chosen, errors))
        .collect()
}

/// With whom: people where there are some, else rooms and tables; first that it does not matter.
pub fn staff(ctx: &PageCtx, chosen: &str, resources: &[Resource]) -> SelectField {
    let t = ctx.t;
    let has_people = resources.iter().any(|one| one.kind.is_person());
    let anybody = Choice {
        label: if has_people {
            t.desk_anybody()
        } else {
            t.desk_any_place()
        },
        ..Choice::default()
    };
    let each = resources
        .iter()
        .filter(|one| !has_people || one.kind.is_person() || one.id.to_string() == chosen)
        .map(|one| {
            let value = one.id.to_string();
            Choice {
                label: one.name.text(ctx.lang).to_owned(),
                chosen: value == chosen,
                value,
                ..Choice::default()
            }
        });
    SelectField {
        name: "staff".to_owned(),
        label: if has_people {
            t.desk_staff()
        } else {
            t.desk_place()
        },
        options: std::iter::once(anybody).chain(each).collect(),
        ..SelectField::default()
    }
}

fn source(ctx: &PageCtx, form: &NewForm) -> ChoiceField {
    let walk_in = form.source == "walk_in";
    let choice = |value: &str, label: String, chosen: bool| Choice {
        value: value.to_owned(),
        label,
        chosen,
        ..Choice::default()
    };
    ChoiceField {
        name: "source".to_owned(),
        legend: ctx.t.desk_source(),
        side_by_side: true,
        options: vec![
            choice("phone", ctx.t.desk_source_phone(), !walk_in),
            choice("walk_in", ctx.t.desk_source_walk_in(), walk_in),
        ],
        ..ChoiceField::default()
    }
}

fn names(ctx: &PageCtx, form: &NewForm, errors: &Errors) -> Vec<TextField> {
    let t = ctx.t;
    // A customer's name is nothing that this browser could fill in, so no name tokens.
    let field = |name: &str, label: String, value: &str, entry: Entry| TextField {
        name: name.to_owned(),
        label,
        value: value.to_owned(),
        entry,
        complaint: errors.of(name, t),
        ..TextField::default()
    };
    match ctx.lang {
        Lang::Ja => vec![
            TextField {
                mark: Mark::required(t.ui_required()),
                ..field("family", t.desk_family(), &form.family, Entry::Text)
            },
            field("given", t.desk_given(), &form.given, Entry::Text),
            field(
                "family_kana",
                t.desk_family_kana(),
                &form.family_kana,
                Entry::Kana,
            ),
            field(
                "given_kana",
                t.desk_given_kana(),
                &form.given_kana,
                Entry::Kana,
            ),
        ],
        Lang::En => vec![TextField {
            mark: Mark::required(t.ui_required()),
            ..field("full_name", t.desk_name(), &form.full_name, Entry::Text)
        }],
    }
}

fn language(ctx: &PageCtx, form: &NewForm) -> ChoiceField {
    let languages = Lang::ALL.into_iter();
    let options = languages.map(|lang| Choice::language(lang, &form.language));
    ChoiceField {
        name: "language".to_owned(),
        legend: ctx.t.desk_language(),
        side_by_side: true,
        options: options.collect(),
        ..ChoiceField::default()
    }
}
