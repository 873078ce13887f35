//! What can be said after a redirect about other programs, which are told and which tell us; its words are `flash-…`, too.

use strum::{EnumString, IntoStaticStr};

/// What can be said about calendars and webhooks. All of it is what was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum SaidOfIntegrations {
    /// A link for one's calendar was made.
    FeedMade,
    /// And is none any more.
    FeedEnded,
    /// What calendars outside are told was saved.
    FeedShowsSaved,
    /// A trial is on its way to another program.
    WebhookTried,
    /// What was sent is sent again.
    WebhookReplayed,
    /// Nothing more is sent for now.
    WebhookPaused,
    /// It is sent again.
    WebhookResumed,
    /// There is a new secret.
    WebhookRotated,
    /// The secret is not shown again.
    WebhookKept,
    /// It is read no more.
    OutsideRemoved,
    /// It is read now.
    OutsideAsked,
    /// Nothing is sent to another program any more.
    WebhookRemoved,
}
