//! A file as it may look: the names of the columns, and two lines with what the shop offers.

use super::parts;
use crate::{
    base::{
        bilingual::Bilingual,
        time::{days_after, local},
    },
    domain::{
        bookings::import::column::Column,
        catalog::service,
        customers::sheet::{self, Script},
        scheduling::resource,
    },
    web::{download, error::Result, page::PageCtx, session::SignedIn, site::Site},
};
use actix_web::web::{Data, Path};

/// In so many days its bookings are.
const AHEAD: u32 = 14;
/// The columns that it shows.
const COLUMNS: [Column; 9] = [
    Column::Number,
    Column::Date,
    Column::Start,
    Column::End,
    Column::Service,
    Column::Staff,
    Column::Name,
    Column::Phone,
    Column::Note,
];

/// Gives it.
pub async fn show(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    let found = parts::look(&site, &ctx, &signed_in, &path.1, |tx| {
        let service = service::all(tx)?.into_iter().next().map(|one| one.name);
        let people = resource::all(tx)?.into_iter();
        let person = people.map(|one| one.name).next();
        Ok((
            service.unwrap_or_default(),
            person.unwrap_or_default(),
            tx.now(),
        ))
    });
    let (at, (service, person, now)) = found.await?;
    let date = days_after(local(at.profile.zone, now).date(), AHEAD);
    let heading = |column: &Column| parts::column(ctx.t, *column);
    let said = |name: &Bilingual| name.text(ctx.lang).to_owned();
    let line = |number: &str, times: [&str; 2], who: [String; 2]| {
        let [name, note] = who;
        let [start, end] = times.map(str::to_owned);
        let phone = "090-0000-0000".to_owned();
        let (service, person) = (said(&service), said(&person));
        vec![
            number.to_owned(),
            date.to_string(),
            start,
            end,
            service,
            person,
            name,
            phone,
            note,
        ]
    };
    let t = ctx.t;
    let rows = [
        COLUMNS.iter().map(heading).collect(),
        line(
            "A-1001",
            ["10:00", "11:00"],
            [t.imports_sample_name(), t.imports_sample_note()],
        ),
        line(
            "A-1002",
            ["14:00", "15:00"],
            [t.imports_sample_name_two(), String::new()],
        ),
    ];
    let bytes = sheet::write(&rows, Script::Utf8);
    let name = format!("{}.csv", t.imports_sample_file());
    Ok(download::attached(&name, "text/csv; charset=utf-8", bytes))
}
