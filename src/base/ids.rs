//! One type per key, so that a booking's id cannot be passed where a customer's is meant.
//! Their SQL form is the only Diesel on this floor.

use diesel::{
    deserialize::{self, FromSql},
    expression::AsExpression,
    pg::{Pg, PgValue},
    serialize::{self, Output, ToSql},
    sql_types::Uuid as SqlUuid,
};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

macro_rules! id {
    ($(#[doc = $doc:literal] $name:ident)+) => {$(
        #[doc = $doc]
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
            AsExpression, diesel::FromSqlRow,
        )]
        #[diesel(sql_type = SqlUuid)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl FromSql<SqlUuid, Pg> for $name {
            fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
                <Uuid as FromSql<SqlUuid, Pg>>::from_sql(value).map(Self)
            }
        }

        impl ToSql<SqlUuid, Pg> for $name {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
                <Uuid as ToSql<SqlUuid, Pg>>::to_sql(&self.0, out)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                Uuid::from_str(text).map(Self)
            }
        }
    )+};
}

id! {
    /// A person with an account (`accounts.users`).
    UserId
    /// Somebody's way in on one device (`accounts.user_sessions`).
    SessionId
    /// Somebody at a provider who is a person here (`accounts.identities`).
    IdentityId
    /// What the link of a letter about an account proves (`accounts.email_verifications`, `accounts.password_resets`).
    ProofId
    /// A paper of a business (`businesses.business_documents`).
    DocumentId
    /// A photograph of a business (`businesses.business_media`).
    PhotoId
    /// A question to the operators about a business (`businesses.business_verifications`).
    VerificationId
    /// A switch for a feature (`platform.feature_flags`).
    FlagId
    /// A second thing to prove with: an app, a recovery code, a passkey (`accounts.totp_factors` and its neighbours).
    FactorId
    /// Somebody a person books for (`accounts.family_members`).
    FamilyMemberId
    /// An account's end (`accounts.erasures`).
    ErasureId
    /// Where another program listens (`integrations.webhook_subscriptions`).
    WebhookId
    /// What other programs are told (`integrations.webhook_events`).
    WebhookEventId
    /// That, for one of them (`integrations.webhook_deliveries`).
    WebhookDeliveryId
    /// A tenant (`businesses.businesses`).
    BusinessId
    /// Somebody's seat in a business (`businesses.staff_assignments`).
    SeatId
    /// A letter that offers one (`businesses.staff_invitations`).
    InvitationId
    /// A tablet of a shop (`businesses.shop_devices`).
    DeviceId
    /// A file that a business takes along (`businesses.file_exports`).
    FileExportId
    /// A business's card of a person (`customers.customers`).
    CustomerId
    /// Lines of a file that wait to be confirmed (`customers.card_imports`).
    CardImportId
    /// What staff should know of somebody (`customers.customer_notes`).
    CustomerNoteId
    /// Something on the menu (`catalog.services`).
    ServiceId
    /// A heading of the menu (`catalog.categories`).
    CategoryId
    /// What cancelling costs (`catalog.cancellation_policies`).
    PolicyId
    /// Options among which a guest chooses (`catalog.option_groups`).
    OptionGroupId
    /// Something that can be had besides (`catalog.options`).
    OptionId
    /// What makes a price another than the menu's (`catalog.pricing_rules`).
    PricingRuleId
    /// A code that makes a booking cheaper (`catalog.coupons`).
    CouponId
    /// Something that a guest is asked beforehand (`catalog.questions`).
    QuestionId
    /// A file that a question was answered with (`bookings.answer_files`).
    AnswerFileId
    /// A person, room, table or machine whose time can be taken (`scheduling.resources`).
    ResourceId
    /// Tables that may be put together (`scheduling.table_groups`).
    TableGroupId
    /// A hold: a ten-minute promise (`scheduling.reservations`).
    ReservationId
    /// Money that was taken for a booking (`payments.booking_payments`).
    PaymentId
    /// Days or hours off that somebody asked for (`scheduling.time_off_requests`).
    TimeOffId
    /// A question to a group, when to come (`bookings.polls`).
    PollId
    /// Time kept free of bookings (`scheduling.blocks`).
    BlockId
    /// A calendar that somebody keeps elsewhere (`scheduling.outside_calendars`).
    OutsideCalendarId
    /// A link under which somebody's calendar reads what is booked (`bookings.calendar_feeds`).
    CalendarFeedId
    /// A file of bookings from another system (`bookings.booking_imports`).
    BookingImportId
    /// What was done at a visit (`bookings.chart_entries`).
    ChartEntryId
    /// A photograph of it (`bookings.chart_photos`).
    ChartPhotoId
    /// What a guest agreed to, as the shop wrote it down (`bookings.consents`).
    ConsentId
    /// Somebody's place on a waiting list (`bookings.waitlist`).
    WaitId
    /// A booking (`bookings.bookings`).
    BookingId
    /// Another time or person that a shop proposes for a request (`bookings.request_offers`).
    OfferId
    /// Bookings that were made together by a rule (`bookings.booking_series`).
    SeriesId
    /// A letter waiting to be sent (`notifications.notification_outbox`).
    NoticeId
    /// A letter by which somebody tries the mail (`notifications.mail_tests`).
    MailTestId
    /// Work for later (`queue.queue_jobs`).
    JobId
}
