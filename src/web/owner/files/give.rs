//! A list as a file, given piece by piece: a hundred thousand bookings take no more memory than a few.

use super::show::{self, GiveForm, Scene};
use crate::{
    base::msg::Msg,
    db,
    domain::{
        bookings::lists::{self, Asked, List, Piece, Place},
        businesses::{
            file_export::{self, Taking},
            role::Right,
        },
        customers::sheet::{self, Script},
    },
    i18n::columns,
    web::{
        download,
        error::{Error, Result},
        form::{Errors, fields, typed::Typed},
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::web::{Bytes, Data, Path};
use chrono::{NaiveDate, TimeDelta};
use futures_util::stream;

/// So many days may be asked for at once.
const MOST_DAYS: i64 = 3660;

/// What gives one piece after the other: each is read by itself, by whoever still may, so that whoever takes it slowly
/// holds no connection.
struct Flow {
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    slug: String,
    asked: Asked,
    script: Script,
}

/// Gives the file.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<GiveForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, list) = path.into_inner();
    let list = show::named(&list)?;
    let script = Script::from_label(&form.0.script).ok_or(Error::Unreadable)?;
    let wish = (slug.as_str(), list.right());
    let found = member::look(&site, &ctx, &signed_in, wish, |_, at| {
        db::Result::Ok(at.clone())
    });
    let at = found.await??;
    if list.is_of_people() {
        let back = links::owner(ctx.lang, &slug, &format!("files/{}", list.id()));
        signed_in.still_fresh(&site, &back)?;
    }
    let mut errors = Errors::default();
    let days = days(list, &form.0, &mut errors);
    let Some(days) = days.filter(|_| errors.is_empty()) else {
        let scene = Scene { at, list };
        return show::page(&ctx, &signed_in, &scene, (&form.0, &errors));
    };
    let asked = asked(&ctx, &at, list, days);
    let locale = ctx.lang.code();
    let noted = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        let taking = Taking {
            contents: list.id(),
            script: script.label(),
            locale,
        };
        file_export::given(tx, &taking)
    });
    noted.await??;
    let name = file_name(&ctx, &slug, (list, days));
    let flow = Flow {
        site,
        ctx,
        signed_in,
        slug,
        asked,
        script,
    };
    flow.begin(&name).await
}

/// From which day to which; of what is of no days, all.
fn days(list: List, form: &GiveForm, errors: &mut Errors) -> Option<(NaiveDate, NaiveDate)> {
    if !list.is_dated() {
        return Some((NaiveDate::default(), NaiveDate::default()));
    }
    let first = fields::date(errors, "first", &form.first);
    let last = fields::date(errors, "last", &form.last);
    let (first, last) = (first?, last?);
    if last < first {
        errors.add("last", Msg::new("files-last-before-first"));
    } else if last - first > TimeDelta::days(MOST_DAYS) {
        errors.add("last", Msg::new("files-too-long"));
    }
    Some((first, last))
}

fn asked(ctx: &PageCtx, at: &AtWork, list: List, (first, last): (NaiveDate, NaiveDate)) -> Asked {
    Asked {
        list,
        lang: ctx.lang.code(),
        zone: at.profile.zone.name(),
        first,
        last,
        names_guests: at.member.may(Right::MoveCustomers),
        has_contacts: at.member.may(Right::ReadContacts),
    }
}

fn file_name(ctx: &PageCtx, slug: &str, (list, days): (List, (NaiveDate, NaiveDate))) -> String {
    let name = ctx.t.of_family("files-list", list.id());
    match list.is_dated() {
        true => format!("{name}-{slug}-{}-{}.csv", days.0, days.1),
        false => format!("{name}-{slug}.csv"),
    }
}

impl Flow {
    /// The first piece is read before anything is answered, so that what fails at once has a page that says so.
    async fn begin(self, name: &str) -> Result {
        let kind = format!("text/csv; charset={}", self.script.label());
        let columns = self.asked.list.columns();
        let head = [show::headings(&self.ctx, columns)];
        let mut bytes = sheet::mark(self.script).to_vec();
        bytes.extend(sheet::lines(&head, self.script));
        let (first, next) = self.piece(Place::default()).await?;
        bytes.extend(first);
        let rest = stream::try_unfold((self, next), |(flow, from)| async move {
            let Some(from) = from else { return Ok(None) };
            let (bytes, next) = flow.piece(from).await?;
            Ok(Some((Bytes::from(bytes), (flow, next))))
        });
        let first = stream::iter([Ok(Bytes::from(bytes))]);
        let all = futures_util::StreamExt::chain(first, rest);
        Ok(download::flowing(name, &kind, all))
    }

    async fn piece(&self, from: Place) -> Result<(Vec<u8>, Option<Place>)> {
        let wish = (self.slug.as_str(), self.asked.list.right());
        let asked = self.asked.clone();
        let read = member::look(
            &self.site,
            &self.ctx,
            &self.signed_in,
            wish,
            move |tx, _| lists::piece(tx, &asked, from),
        );
        let Piece { lines, next } = read.await??;
        let columns = self.asked.list.columns();
        let lines = lines.into_iter();
        let rows: Vec<Vec<String>> = lines
            .map(|cells| columns::line(self.ctx.t, columns, cells))
            .collect();
        Ok((sheet::lines(&rows, self.script), next))
    }
}
