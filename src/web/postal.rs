//! An address out of its postal code, wherever one is typed: filled in, offered to choose from, or not found, which is in
//! nobody's way. Whatever was typed stays.

use crate::{
    base::{msg::Msg, text},
    db,
    domain::platform::postal_code::{self, Found},
    web::{
        error::Error,
        form::Errors,
        links,
        page::PageCtx,
        prefecture,
        site::Site,
        ui::{field::Field, lookup::Lookup},
    },
};

/// More places than this are not chosen from: the town is typed.
const OFFERED: usize = 24;

/// How an address begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Start {
    /// 都道府県
    pub prefecture: String,
    /// 市区町村
    pub city: String,
    /// 町域, or empty.
    pub town: String,
}

impl Start {
    fn of(found: &Found) -> Option<Self> {
        Some(Self {
            prefecture: prefecture::numbered(found.prefecture)?,
            city: found.city.clone(),
            town: found.town.clone(),
        })
    }

    /// In one line.
    fn whole(&self) -> String {
        format!("{}{}{}", self.prefecture, self.city, self.town)
    }

    /// What stands in the box for town and number: what was typed there, after the town.
    pub fn street(&self, typed: &str) -> String {
        let is_number = text::ascii(typed).starts_with(|letter: char| letter.is_ascii_digit());
        match typed.trim() {
            "" => self.town.clone(),
            number if is_number => format!("{}{number}", self.town),
            other => other.to_owned(),
        }
    }
}

/// What became of a press of the button.
pub struct Answer {
    /// What is to be filled in.
    pub start: Option<Start>,
    /// The button with what is said beside it.
    pub lookup: Lookup,
}

/// The button as it stands before it is pressed.
pub fn offered(ctx: &PageCtx) -> Lookup {
    let t = ctx.t;
    Lookup {
        label: t.postal_find(),
        url: links::postal_code(ctx.lang, ""),
        words: [t.postal_filled(), t.postal_several(), t.postal_none()],
        ..Lookup::default()
    }
}

/// The places of a code as they stand in a form.
pub async fn places(site: &Site, code: &str) -> Result<Vec<Start>, Error> {
    let code = code.to_owned();
    let found: db::Result<Vec<Found>> = site
        .db
        .platform(move |tx| postal_code::find(tx, &code))
        .await;
    Ok(found?.iter().filter_map(Start::of).collect())
}

/// Answers the button, `find` being `yes`, or the place that was chosen by its number.
pub async fn answer(
    site: &Site,
    ctx: &PageCtx,
    (code, find): (&str, &str),
    errors: &mut Errors,
) -> Result<Answer, Error> {
    let lookup = offered(ctx);
    let code = match text::postal_code(code) {
        Ok(code) => code,
        Err(_misshaped) => {
            errors.add("postal_code", Msg::new("form-postal-code"));
            return Ok(Answer {
                start: None,
                lookup,
            });
        }
    };
    let mut places = places(site, &code).await?;
    let chosen: Option<usize> = find.parse().ok();
    let (start, said) = match (
        chosen.and_then(|place| places.get(place)),
        places.as_slice(),
    ) {
        (Some(start), _) => (Some(start.clone()), ctx.t.postal_filled()),
        (None, []) => (None, ctx.t.postal_none()),
        (None, [only]) => (Some(only.clone()), ctx.t.postal_filled()),
        (None, [first, ..]) if places.len() > OFFERED => (
            Some(Start {
                town: String::new(),
                ..first.clone()
            }),
            ctx.t.postal_filled(),
        ),
        (None, _) => (None, ctx.t.postal_several()),
    };
    if start.is_some() {
        places.clear();
    }
    Ok(Answer {
        start,
        lookup: Lookup {
            said: Some(said),
            places: places.iter().map(Start::whole).collect(),
            ..lookup
        },
    })
}

/// Puts the button below the box of the code. Once an address is filled in, the page begins where its number is missing.
pub fn attach<'a>(fields: impl IntoIterator<Item = &'a mut Field>, lookup: &Lookup, filled: bool) {
    for field in fields {
        let Field::Line(line) = field else { continue };
        match line.name.as_str() {
            "postal_code" => line.lookup = Some(lookup.clone()),
            "street" => line.first |= filled,
            _ => {}
        }
    }
}
