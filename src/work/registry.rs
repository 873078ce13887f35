//! Every job by name, and the function that does it.

use super::{
    Shift, about_waiting, calendars, cards, everything, mail_test, requests, send_notice, time_off,
    waiting, way_in, webhook_stopped, webhooks,
};
use crate::{
    domain::{
        accounts::jobs::{
            EraseCards, FollowAddress, RecoverAccount, SendProofAgain, SendSignInCode,
        },
        bookings::{jobs::TendRequest, waitlist::jobs::OfferWaitlist},
        businesses::jobs::MakeExport,
        integrations::jobs::{DeliverWebhook, TellWebhookStopped},
        notifications::jobs::{SendNotice, SendWaitlistNotice, TryMail},
        scheduling::jobs::{ReadCalendar, TellTimeOff},
    },
    queue::{Job, outcome::Outcome, row::JobRow},
};

/// The names of all jobs that this program can do.
pub const NAMES: [&str; 15] = [
    SendNotice::NAME,
    RecoverAccount::NAME,
    SendProofAgain::NAME,
    SendSignInCode::NAME,
    FollowAddress::NAME,
    EraseCards::NAME,
    MakeExport::NAME,
    TellTimeOff::NAME,
    TendRequest::NAME,
    OfferWaitlist::NAME,
    SendWaitlistNotice::NAME,
    ReadCalendar::NAME,
    DeliverWebhook::NAME,
    TellWebhookStopped::NAME,
    TryMail::NAME,
];

/// Does a claimed job.
pub(super) async fn perform(shift: &Shift, job: &JobRow) -> Outcome {
    match job.job_type.as_str() {
        SendNotice::NAME => send_notice::perform(shift, job).await,
        RecoverAccount::NAME => way_in::recover(shift, job).await,
        SendProofAgain::NAME => way_in::prove_again(shift, job).await,
        SendSignInCode::NAME => way_in::send_code(shift, job).await,
        FollowAddress::NAME => cards::follow_address(shift, job).await,
        EraseCards::NAME => cards::erase(shift, job).await,
        MakeExport::NAME => everything::make(shift, job).await,
        TellTimeOff::NAME => time_off::tell(shift, job).await,
        TendRequest::NAME => requests::tend(shift, job).await,
        OfferWaitlist::NAME => waiting::offer(shift, job).await,
        SendWaitlistNotice::NAME => about_waiting::perform(shift, job).await,
        ReadCalendar::NAME => calendars::read(shift, job).await,
        DeliverWebhook::NAME => webhooks::deliver(shift, job).await,
        TellWebhookStopped::NAME => webhook_stopped::tell(shift, job).await,
        TryMail::NAME => mail_test::perform(shift, job).await,
        // Perhaps a newer program beside this one has written it; that one will do it.
        unknown => Outcome::Retry(format!("no job is called {unknown} here")),
    }
}
