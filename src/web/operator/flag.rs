//! One feature: made, or changed as it was seen.

use super::{
    flag_lists::{self, Lists},
    office::{Office, Room},
    sheet::{self, ActPage},
};
use crate::{
    base::{ids::FlagId, msg::Msg, text},
    db,
    domain::platform::flag::{self, Flag, FlagError, Listed},
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, fields, typed::Typed},
        gate::operator,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::Submit,
            choice_field::{Choice, ChoiceField},
            field::Field,
            post_form::PostForm,
            summary_list::SummaryList,
            text_area::TextArea,
            text_field::{Entry, TextField},
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use serde::Deserialize;

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct FlagForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    version: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    description: String,
    #[serde(default)]
    enabled: String,
    #[serde(default)]
    percent: String,
    #[serde(default)]
    users: String,
    #[serde(default)]
    businesses: String,
    #[serde(default)]
    switch: String,
}

/// The empty form.
pub async fn new(site: Data<Site>, ctx: PageCtx, signed_in: SignedIn) -> Result {
    let known: db::Result<()> = operator::look(&site, &ctx, &signed_in, |_, _| Ok(())).await?;
    known?;
    signed_in.fresh(&site, &ctx.here())?;
    let form = FlagForm {
        percent: "100".to_owned(),
        ..FlagForm::default()
    };
    let errors = Errors::default();
    ctx.html(&page(&ctx, &signed_in, None, (&form, &errors)))
}

/// Makes a flag.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    form: Typed<FlagForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let known: db::Result<()> = operator::look(&site, &ctx, &signed_in, |_, _| Ok(())).await?;
    known?;
    signed_in.still_fresh(&site, &ctx.here())?;
    let mut errors = Errors::default();
    if form.switch == "yes" {
        return ctx.html(&page(&ctx, &signed_in, None, (&form, &errors)));
    }
    let name = name(&mut errors, &form.name);
    let flag = values(&site, &ctx, &signed_in, (&form, None), &mut errors).await?;
    if let (Some(name), Some(flag)) = (name, flag) {
        let flag = Flag { name, ..flag };
        let made = operator::enter(&site, &ctx, &signed_in, move |tx, _| {
            flag::create(tx, &flag)
        })
        .await?;
        match made {
            Ok(_) => return done(&ctx, Said::FlagSaved),
            Err(FlagError::Taken) => errors.add("name", Msg::new("operators-flag-taken")),
            Err(FlagError::Overtaken) => return done(&ctx, Said::Overtaken),
            Err(FlagError::Db(error)) => return Err(error.into()),
        }
    }
    let drawn = page(&ctx, &signed_in, None, (&form, &errors));
    ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn)
}

/// The form of one that is there.
pub async fn edit(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    let found = read(&site, &ctx, &signed_in, &path.1).await?;
    signed_in.fresh(&site, &ctx.here())?;
    let flag = found.flag.clone();
    let lists: db::Result<_> = operator::look(&site, &ctx, &signed_in, move |tx, _| {
        flag_lists::written(tx, &flag)
    })
    .await?;
    let lists = lists?;
    let flag = &found.flag;
    let form = FlagForm {
        version: found.version.to_string(),
        description: flag.description.clone(),
        enabled: if flag.is_enabled { "yes" } else { "" }.to_owned(),
        percent: flag.percent.to_string(),
        users: lists.users,
        businesses: lists.businesses,
        ..FlagForm::default()
    };
    let errors = Errors::default();
    ctx.html(&page(&ctx, &signed_in, Some(&found), (&form, &errors)))
}

/// Changes one, unless somebody else was first.
pub async fn update(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<FlagForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let found = read(&site, &ctx, &signed_in, &path.1).await?;
    signed_in.still_fresh(&site, &ctx.here())?;
    let mut errors = Errors::default();
    if form.switch == "yes" {
        return ctx.html(&page(&ctx, &signed_in, Some(&found), (&form, &errors)));
    }
    let typed = (&form, Some(&found.flag));
    if let Some(flag) = values(&site, &ctx, &signed_in, typed, &mut errors).await? {
        let seen: i32 = form
            .version
            .parse()
            .map_err(|_no_number| Error::Unreadable)?;
        let id = found.id;
        let changed = operator::enter(&site, &ctx, &signed_in, move |tx, _| {
            flag::change(tx, id, &flag, seen)
        })
        .await?;
        match changed {
            Ok(()) => return done(&ctx, Said::FlagSaved),
            Err(FlagError::Overtaken | FlagError::Taken) => return done(&ctx, Said::Overtaken),
            Err(FlagError::Db(error)) => return Err(error.into()),
        }
    }
    let drawn = page(&ctx, &signed_in, Some(&found), (&form, &errors));
    ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn)
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    id: &str,
) -> std::result::Result<Listed, Error> {
    let id: Option<FlagId> = id.parse().ok();
    let read: db::Result<_> = operator::look(site, ctx, signed_in, move |tx, _| match id {
        Some(id) => flag::find(tx, id),
        None => Ok(None),
    })
    .await?;
    read?.ok_or(Error::NotFound)
}

fn done(ctx: &PageCtx, said: Said) -> Result {
    let back = links::operator(ctx.lang, "/flags");
    Ok(flash::say(ctx.see_other(&back)?, said))
}

/// Small Latin letters, digits and dashes: programs ask by it.
fn name(errors: &mut Errors, typed: &str) -> Option<String> {
    let name = text::ascii(typed).trim().to_owned();
    let shaped = (3..=60).contains(&name.len())
        && name
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !shaped {
        errors.add("name", Msg::new("operators-flag-name-form"));
    }
    shaped.then_some(name)
}

/// All but the name.
async fn values(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (form, known): (&FlagForm, Option<&Flag>),
    errors: &mut Errors,
) -> std::result::Result<Option<Flag>, Error> {
    let parse = |typed: &str| text::paragraph(typed, 500);
    let description = fields::optional(errors, "description", &form.description, parse);
    let percent = fields::number(errors, "percent", &form.percent, 0, 100);
    let typed = Lists {
        users: form.users.as_str(),
        businesses: form.businesses.as_str(),
    };
    let lists = flag_lists::parsed(site, ctx, signed_in, (&typed, known), errors).await?;
    let percent = percent.and_then(|percent| i16::try_from(percent).ok());
    let (Some(description), Some(percent), Some(lists)) = (description, percent, lists) else {
        return Ok(None);
    };
    Ok(Some(Flag {
        name: String::new(),
        description,
        is_enabled: form.enabled == "yes",
        percent,
        users: lists.users,
        businesses: lists.businesses,
    }))
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    found: Option<&Listed>,
    (form, errors): (&FlagForm, &Errors),
) -> ActPage<'a> {
    let t = ctx.t;
    let office = Office::of(ctx, signed_in, Room::Flags);
    let action = match found {
        Some(found) => format!("/flags/{}", found.id),
        None => "/flags/new".to_owned(),
    };
    ActPage {
        shop: office.shop,
        nav: office.nav,
        out: office.out,
        errors: errors.summary(t),
        title: found.map_or_else(|| t.operators_flag_new(), |found| found.flag.name.clone()),
        lead: vec![t.operators_flag_lead()],
        summary: SummaryList::default(),
        form: PostForm {
            action: links::operator(ctx.lang, &action),
            hidden: vec![
                ("csrf".to_owned(), signed_in.csrf.clone()),
                ("version".to_owned(), form.version.clone()),
            ],
        },
        fields: fields(ctx, found.is_none(), form, errors),
        submit: Submit {
            label: t.operators_save(),
            ..Submit::default()
        },
        back: sheet::quiet(t.ui_back(), links::operator(ctx.lang, "/flags")),
        ctx,
    }
}

fn fields(ctx: &PageCtx, is_new: bool, form: &FlagForm, errors: &Errors) -> Vec<Field> {
    let t = ctx.t;
    let area = |name: &str, label: String, value: &str, hint: Option<String>| {
        Field::Area(TextArea {
            name: name.to_owned(),
            label,
            value: value.to_owned(),
            hint,
            complaint: errors.of(name, t),
            ..TextArea::default()
        })
    };
    let name = Field::Line(TextField {
        name: "name".to_owned(),
        label: t.operators_flag_name(),
        value: form.name.clone(),
        hint: Some(t.operators_flag_name_hint()),
        complaint: errors.of("name", t),
        ..TextField::default()
    });
    let enabled = Field::Choice(ChoiceField {
        name: "enabled".to_owned(),
        several: true,
        options: vec![Choice {
            value: "yes".to_owned(),
            label: t.operators_flag_enabled(),
            chosen: form.enabled == "yes",
            ..Choice::default()
        }],
        ..ChoiceField::default()
    });
    let percent = Field::Line(TextField {
        name: "percent".to_owned(),
        label: t.operators_flag_percent(),
        value: form.percent.clone(),
        entry: Entry::Number,
        unit: Some("%".to_owned()),
        complaint: errors.of("percent", t),
        ..TextField::default()
    });
    let rest = vec![
        area(
            "description",
            t.operators_flag_description(),
            &form.description,
            None,
        ),
        enabled,
        percent,
        area(
            "users",
            t.operators_flag_users(),
            &form.users,
            Some(t.operators_flag_users_hint()),
        ),
        area(
            "businesses",
            t.operators_flag_businesses(),
            &form.businesses,
            Some(t.operators_flag_businesses_hint()),
        ),
    ];
    is_new.then_some(name).into_iter().chain(rest).collect()
}
