//! The file that a calendar outside reads again and again. Whoever has the link has the file; there is nobody to sign in.

use crate::{
    base::{
        lang::Lang,
        token::{Token, sha256},
    },
    db::{self, Access, DbError, TenantTx, run::house},
    domain::{
        bookings::{
            calendar::{self, Appointment, host_of},
            feed::{self, Opened, Shows},
            feed_lines::{self, Line},
        },
        businesses::profile::{self, Profile},
    },
    i18n::Words,
    web::{
        error::{Error, Result},
        links,
        site::Site,
    },
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, EntityTag, Header, IfNoneMatch},
    web::{self, Data, Path, ServiceConfig},
};

/// Mounts the one route of this file.
pub fn configure(site: &mut ServiceConfig) {
    site.service(web::resource("/calendar/{token}/bookings.ics").route(web::get().to(serve)));
}

/// What is in it.
struct Found {
    opened: Opened,
    profile: Profile,
    shows: Shows,
    lines: Vec<Line>,
}

/// Gives the file; or says that it is as it was.
pub async fn serve(site: Data<Site>, path: Path<String>, request: HttpRequest) -> Result {
    let token = Token::parse(&path).ok_or(Error::NotFound)?;
    let find = move |tx: &mut db::PlatformTx<'_>| -> std::result::Result<_, DbError> {
        let opened = feed::open(tx, &token)?;
        Ok(opened.map(|opened| (house(opened.business), opened)))
    };
    let read = |tx: &mut TenantTx<'_>, opened: &Opened| -> std::result::Result<_, DbError> {
        let Some(profile) = profile::own(tx)? else {
            return Ok(None);
        };
        feed::seen(tx, opened.id)?;
        Ok(Some(Found {
            opened: opened.clone(),
            shows: feed::shows(tx)?.unwrap_or(Shows::usual(profile.vertical)),
            lines: feed_lines::read(tx, opened.resource)?,
            profile,
        }))
    };
    let found = site.db.enter(Access::Write, find, read).await?.flatten();
    let found = found.ok_or(Error::NotFound)?;
    let content = written(&site, &found);
    let hash: String = sha256(content.as_bytes())
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let tag = EntityTag::new_strong(hash);
    let is_known = IfNoneMatch::parse(&request).is_ok_and(|known| match known {
        IfNoneMatch::Any => true,
        IfNoneMatch::Items(tags) => tags.iter().any(|known| known.weak_eq(&tag)),
    });
    let mut answer = match is_known {
        true => HttpResponse::NotModified(),
        false => HttpResponse::Ok(),
    };
    // A store between would keep it for others.
    answer.insert_header((header::CACHE_CONTROL, "private, no-cache"));
    answer.insert_header(header::ETag(tag));
    if is_known {
        return Ok(answer.finish());
    }
    Ok(answer
        .content_type("text/calendar; charset=utf-8")
        .body(content))
}

/// The same for the same bookings, so that a calendar is told when nothing is new.
fn written(site: &Site, found: &Found) -> String {
    let lang = Lang::from_code(&found.opened.locale).unwrap_or_default();
    let t = Words::of(lang);
    let said: Vec<(String, String, String)> = found
        .lines
        .iter()
        .map(|line| {
            let page = links::desk_booking(lang, &found.opened.slug, line.id);
            (
                summary(t, lang, found.shows, line),
                t.feeds_description(&line.number),
                format!("{}{page}", site.public_url),
            )
        })
        .collect();
    let appointments: Vec<Appointment<'_>> = found
        .lines
        .iter()
        .zip(&said)
        .map(|(line, (summary, description, url))| Appointment {
            booking: line.id,
            host: host_of(&site.public_url),
            version: line.version,
            written_at: line.updated_at,
            start: line.start,
            end: line.end,
            summary,
            location: "",
            description,
            url,
        })
        .collect();
    let shop = found.profile.name.text(lang);
    calendar::feed(&t.feeds_calendar_name(shop), &appointments)
}

/// One line: no more than the shop wants calendars outside to be told.
fn summary(t: Words, lang: Lang, shows: Shows, line: &Line) -> String {
    let service = line.service.text(lang);
    if shows == Shows::Nothing || service.is_empty() {
        return t.feeds_summary_nothing();
    }
    let service = match line.party {
        ..=1 => service.to_owned(),
        party => t.feeds_summary_party(party, service),
    };
    match shows {
        Shows::Name => t.feeds_summary_name(&line.guest, &service),
        Shows::Service | Shows::Nothing => service,
    }
}
