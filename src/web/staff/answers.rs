//! What a guest answered beforehand, on the page of their booking: for those who may read notes about guests, and for everybody
//! what is still missing, because staff may take a booking without.

use crate::{
    base::{
        bilingual::Bilingual,
        ids::{AnswerFileId, BookingId},
    },
    db::{self, TenantTx},
    domain::{
        bookings::{
            answer_files::{self, Keeper},
            answers::{self, Answer},
            booking::Booking,
            history,
        },
        businesses::role::Right,
        catalog::{
            question::{Kind, Question},
            service,
        },
    },
    web::{
        answers::list,
        download,
        error::{Error, Result},
        gate::member::{self, AtWork},
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            answer_list::AnswerList,
            buttons::{LinkButton, Voice},
        },
    },
};
use actix_web::web::{Data, Path};

/// A file of an answer, for whoever may read answers.
pub async fn file(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String, String)>,
) -> Result {
    let (_, slug, booking, file) = path.into_inner();
    let booking: BookingId = booking.parse().map_err(|_no_key| Error::NotFound)?;
    let file: AnswerFileId = file.parse().map_err(|_no_key| Error::NotFound)?;
    let wish = (slug.as_str(), Right::ReadCustomers);
    let found = member::look(&site, &ctx, &signed_in, wish, move |tx, _| {
        answer_files::read(tx, Keeper::Booking(booking), file)
    });
    let found: db::Result<_> = found.await?;
    let file = found?.ok_or(Error::NotFound)?;
    Ok(download::private(
        &file.name,
        &file.content_type,
        file.bytes,
    ))
}

/// What is read of it.
pub struct Told {
    booking: BookingId,
    /// The answers, for whoever may read them.
    answers: Vec<Answer>,
    /// What should have been answered and was not, while the guest is awaited.
    missing: Vec<Bilingual>,
    /// Whether there are answers and they are not for whoever looks.
    is_closed: bool,
    /// Whether whoever looks may write down what they were told.
    may_write: bool,
}

/// What is shown of it.
pub struct Part {
    pub list: Option<AnswerList>,
    pub note: Option<String>,
    /// Who wrote them down last, where it was staff.
    pub by: Option<String>,
    pub write: Option<LinkButton>,
}

/// Whether a question is among these that staff can write an answer to: files come from guests.
fn is_asked(questions: &[Question]) -> bool {
    questions.iter().any(|one| one.kind != Kind::File)
}

/// Whether somebody may write answers down: who may read them, and may write beside a booking.
pub fn may_write(at: &AtWork) -> bool {
    at.member.may(Right::ReadCustomers) && at.member.may(Right::WriteNotes)
}

impl Told {
    /// Reads it.
    pub fn read(tx: &mut TenantTx<'_>, at: &AtWork, booking: &Booking) -> db::Result<Self> {
        let row = &booking.row;
        let answers = match booking.has_answers {
            true => answers::of(tx, row.id)?,
            false => Vec::new(),
        };
        let service = match row.service_id {
            Some(id) => service::find(tx, id)?,
            None => None,
        };
        let mut questions = service.map_or_else(Vec::new, |service| service.questions);
        let may_write = is_asked(&questions) && may_write(at);
        questions.retain(|_| row.status.is_ahead());
        // What was not asked yet when it was booked is not missing.
        questions.retain(|one| one.since <= row.created_at);
        let missing = answers::missing(&questions, &answers);
        let missing = missing.into_iter().map(|one| one.name.clone()).collect();
        let may_read = at.member.may(Right::ReadCustomers);
        Ok(Self {
            booking: row.id,
            answers: answers.into_iter().filter(|_| may_read).collect(),
            missing,
            is_closed: booking.has_answers && !may_read,
            may_write,
        })
    }

    /// Says it; nothing where nothing was asked.
    pub fn part(
        &self,
        ctx: &PageCtx,
        moments: &Moments,
        (slug, story): (&str, &[history::Entry]),
    ) -> Option<Part> {
        let t = ctx.t;
        let names: Vec<&str> = self.missing.iter().map(|one| one.text(ctx.lang)).collect();
        let note = match (self.is_closed, names.is_empty()) {
            (true, _) => Some(t.desk_answers_closed()),
            (false, false) => {
                Some(t.desk_answers_missing(names.join(t.catalog_between().as_str())))
            }
            (false, true) => None,
        };
        let place = |file| {
            let act = format!("files/{file}");
            Some(links::desk_act(ctx.lang, slug, self.booking, &act))
        };
        let list = list(ctx, moments, &self.answers, &place);
        let last = story.iter().rev().find(|one| one.field == answers::STORY);
        let by = last.map(|one| {
            let who = one.who.clone().unwrap_or_else(|| t.desk_who_staff());
            t.desk_answers_by(moments.moment(one.at), who)
        });
        let write = self.may_write.then(|| LinkButton {
            label: t.desk_answers_write(),
            url: links::desk_act(ctx.lang, slug, self.booking, "answers"),
            voice: Voice::Quiet,
            small: true,
            ..LinkButton::default()
        });
        let is_there = list.is_some() || note.is_some() || write.is_some();
        is_there.then(|| Part {
            by: by.filter(|_| list.is_some()),
            list,
            note,
            write,
        })
    }
}
