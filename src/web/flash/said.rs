//! Everything that can be said after a redirect, by name; its words are `flash-…`.

use strum::{EnumString, IntoStaticStr};

/// What can be said after a redirect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Said {
    /// A guest's booking has another time.
    Moved,
    /// What moving it costs has risen while they looked.
    MoveFeeChanged,
    /// What was owed for moving it is not any more.
    MoveFeeWaived,
    /// A booking costs less by a coupon.
    CouponUsed,
    /// A booking costs what it does without its coupon.
    CouponTakenOff,
    /// It cannot stand again: others have used its coupon up.
    CouponGone,
    /// A guest's booking is called off.
    Cancelled,
    /// It was called off before.
    AlreadyCancelled,
    /// The hold has its minutes once more.
    Extended,
    /// A guest took one of the times that were proposed for a request.
    OfferTaken,
    /// Or none of them suits.
    OffersDeclined,
    /// What was proposed stands no more.
    OfferGone,
    /// The shop proposed other times.
    OffersMade,
    /// A request does not fit any more.
    NoLongerFits,
    /// Which services are asked for first was saved.
    ApprovalsSaved,
    /// Somebody is on a waiting list.
    WaitlistJoined,
    /// And has left it.
    WaitlistLeft,
    /// What was offered there is over.
    WaitlistOver,
    /// Somebody on it is offered a time.
    WaitlistOffered,
    /// And cannot be: it is gone, or nobody could answer in time.
    WaitlistNotOffered,
    /// Somebody comes before or after others there.
    WaitlistOrdered,
    /// How the shop keeps its list was saved.
    WaitlistRuled,
    /// A booking was entered by hand.
    Taken,
    /// The state of a booking was set.
    Advanced,
    /// And taken back.
    Undone,
    /// Could not be taken back: somebody else has the time by now.
    TimeGone,
    /// Could not be done: somebody else was first.
    Overtaken,
    /// A note was saved.
    NoteSaved,
    /// What a guest told was written down.
    AnswersSaved,
    /// Staff moved a booking.
    GuestMoved,
    /// A booking and what follows it begin later.
    RunningLate,
    /// Somebody is off, and their bookings are seen to.
    AbsenceDone,
    /// Several bookings were moved or called off at once.
    BulkDone,
    /// A guest is content with what was proposed.
    ProposalAccepted,
    /// A rule of prices cannot be had back beside those that there are by now.
    PriceRuleNotRestored,
    /// The same, and the booking waits for the shop still.
    ProposalAcceptedUnconfirmed,
    /// And told the shop so.
    ProposalAgreed,
    /// A guest wants another time, and chooses it now.
    ProposalOther,
    /// A guest was told that it will be some minutes later.
    DelayTold,
    /// A guest has paid at the shop.
    PaymentTaken,
    /// A receipt was issued.
    ReceiptIssued,
    /// Or not: it is not paid to the yen.
    ReceiptNotYet,
    /// Staff called a booking off.
    CalledOff,
    /// A booking was repeated.
    SeriesMade,
    /// Several bookings of a series have other times.
    SeriesMoved,
    /// Several bookings of a series are called off.
    SeriesCancelled,
    /// One service of a visit is called off.
    PartCancelled,
    /// It was before.
    PartAlready,
    /// One service of a visit has another time or person.
    PartMoved,
    /// Nobody can have stayed away before it was time.
    TooEarly,
    /// There is nothing to take back any more: it is too late, or it is another thing by now.
    NotUndone,
    /// A forgotten password has a successor.
    PasswordReset,
    /// A known one has.
    PasswordChanged,
    /// Signed out.
    SignedOut,
    /// One of one's sessions was ended.
    SessionEnded,
    /// All of them but this one were.
    OthersEnded,
    /// An application for a business was written down.
    ApplicationSaved,
    /// It was sent.
    ApplicationSent,
    /// A paper was added to it.
    PaperAdded,
    /// One was taken back.
    PaperRemoved,
    /// An operator let a business in.
    Approved,
    /// Sent its application back.
    SentBack,
    /// Took its pages off.
    Suspended,
    /// Put them up again.
    Lifted,
    /// Stopped the bookings of guests.
    BookingsStopped,
    /// Let them go on.
    BookingsResumed,
    /// Closed an account.
    AccountClosed,
    /// Opened one again.
    AccountReopened,
    /// Took away a second factor that was lost.
    FactorsReset,
    /// Turned a feature.
    FlagSaved,
    /// Had a job that was given up done once more.
    JobAgain,
    /// Struck one out.
    JobRemoved,
    /// Held up a kind of job.
    JobsHeldUp,
    /// Let one go on.
    JobsGoOn,
    /// Left somebody's place.
    VisitEnded,
    /// Somebody was offered a seat.
    Invited,
    /// And is no longer.
    InvitationWithdrawn,
    /// Somebody has another role.
    RoleChanged,
    /// Somebody has other rights than their role.
    RightsChanged,
    /// What is said of the business was saved.
    BusinessSaved,
    /// A shop is open to everybody.
    Published,
    /// The list of first steps was put away.
    FirstStepsAway,
    /// And taken out again.
    FirstStepsBack,
    /// When guests are reminded was saved.
    RemindersSaved,
    /// How letters sound, or what the shop says in them, was saved.
    LettersSaved,
    /// A letter is in our words again.
    LettersRestored,
    /// How much may be put over other bookings is as it was typed.
    OverbookingSaved,
    /// How it takes bookings was saved.
    RulesSaved,
    /// Two cards that look alike are of different people.
    CustomersApart,
    /// Or may be of one after all.
    CustomersAgain,
    /// A visit was written down in a chart.
    ChartWritten,
    /// An entry of one was deleted.
    ChartRemoved,
    /// And had back.
    ChartRestored,
    /// Photographs were put to one.
    ChartPhotosAdded,
    /// One of them was deleted.
    ChartPhotoRemoved,
    /// What a guest agreed to was written down.
    ConsentWritten,
    /// That they took it back was.
    ConsentWithdrawn,
    /// And was taken back itself.
    ConsentRestored,
    /// Photographs were added.
    PhotosAdded,
    /// What is said of one was saved.
    PhotoSaved,
    /// One was moved by a place.
    PhotoMoved,
    /// One was put above the page.
    PhotoFeatured,
    /// One was removed.
    PhotoRemoved,
    /// The one of a service or of a person was taken away.
    PortraitRemoved,
    /// And had back.
    PhotoRestored,
    /// Or not: there is no room.
    PhotosFull,
    /// The shop has another mark.
    LogoSaved,
    /// Another shop was begun.
    BranchOpened,
    /// What the law wants told was saved.
    LegalSaved,
    /// Opening hours were saved.
    HoursSaved,
    /// How many may begin in a half-hour was.
    LimitsSaved,
    /// Somebody answered a question to a group.
    PollAnswered,
    /// Whoever asked took it back.
    PollEnded,
    /// A session of a class is held on a single date.
    SessionAdded,
    /// One is called off, and everybody is told.
    SessionCalledOff,
    /// It is held after all.
    SessionHeld,
    /// The same, and not everybody could have their place again.
    SessionHeldWithout,
    /// It is held although few come.
    SessionKept,
    /// It has another hour or teacher.
    SessionMoved,
    /// A week that was decided for later is not.
    WeekWithdrawn,
    /// Single dates were saved.
    DatesSaved,
    /// A date is as its week has it.
    DateLifted,
    /// Shifts were saved.
    ShiftsSaved,
    /// A week has the shifts of the one before.
    ShiftsCopied,
    /// Somebody asked for time off.
    TimeOffAsked,
    /// And thought again.
    TimeOffWithdrawn,
    /// It was approved.
    TimeOffApproved,
    /// Or not.
    TimeOffDeclined,
    /// It had been, and is not any more.
    TimeOffRevoked,
    /// Its days are over.
    TimeOffPast,
    /// Time is kept free of bookings.
    Blocked,
    /// And no longer.
    Unblocked,
    /// Guests may book online again.
    Accepting,
    /// Guests may not book online just now.
    NotAccepting,
    /// Somebody has lost their seat.
    MemberLeft,
    /// Somebody has taken theirs.
    Joined,
    /// This browser is a tablet of the shop now.
    DeviceEnrolled,
    /// A tablet is none any more.
    DeviceRevoked,
    /// The digits for tablets were chosen.
    PinSaved,
    /// A seat or an offer is not there any more.
    TeamOvertaken,
    /// An app counts as a second factor from now on.
    AppAdded,
    /// And no longer.
    AppRemoved,
    /// The last second factor of somebody who must have one stays.
    FactorNeeded,
    /// There are new recovery codes.
    CodesRenewed,
    /// All who work at a shop must have a second factor.
    FactorDemanded,
    /// Only its owners must.
    FactorOptional,
    /// A passkey counts from now on.
    PasskeyAdded,
    /// And no longer.
    PasskeyRemoved,
    /// What the browser sent was no answer to what it was asked.
    PasskeyRefused,
    /// Somebody told otherwise of themselves.
    ProfileSaved,
    /// And how they want their letters.
    MessagesSaved,
    /// How pages of work are shown in this browser.
    DisplaySaved,
    /// Somebody told of one of their family.
    FamilySaved,
    /// And took one off the list.
    FamilyRemoved,
    /// A provider's account is a way in now.
    IdentityLinked,
    /// It was one before.
    AlreadyLinked,
    /// It is none any more.
    IdentityUnlinked,
    /// It stays one: it is the last.
    LastWayIn,
    /// The address was never proved: a second letter is on its way.
    ProofSentAgain,
    /// Another letter was asked for.
    SentAgain,
    /// It is now.
    AddressProved,
    /// Something of the catalogue was written.
    CatalogSaved,
    /// Guests can book with somebody again.
    AcceptingOne,
    /// And cannot.
    NotAcceptingOne,
    /// What something will be from a date on was written down.
    PlanSaved,
    /// And given up.
    PlanRevoked,
    /// An operator had back what a business had deleted.
    BinRestored,
    /// An operator deleted it for good.
    BinPurged,
    /// A file with everything is being made.
    ExportAsked,
    /// Deleted.
    CatalogRemoved,
    /// Had back.
    CatalogRestored,
    /// Moved by a place.
    CatalogMoved,
    /// Not had back: another one has its name.
    CatalogNameTaken,
    /// A card was made by hand.
    CustomerAdded,
    /// A card has another name or other contacts.
    CustomerSaved,
    /// A card was taken off the list.
    CustomerRemoved,
    /// And brought back.
    CustomerRestored,
    /// It stays: bookings lie ahead.
    CustomerExpected,
    /// Somebody is a VIP now.
    CustomerVip,
    /// And no longer.
    CustomerPlain,
    /// Somebody cannot book online any more.
    CustomerBlocked,
    /// And can again.
    CustomerUnblocked,
    /// A note was put on a card.
    CardNoteAdded,
    /// And taken off it.
    CardNoteRemoved,
    /// And put back.
    CardNoteRestored,
    /// A tag was put on a card.
    TagAdded,
    /// And taken off it.
    TagRemoved,
    /// Two cards became one.
    CustomersMerged,
    /// Cards came in out of a file.
    CustomersImported,
    /// Bookings did.
    BookingsImported,
    /// And were taken back.
    ImportUndone,
    /// A file that waited was thrown away.
    ImportDiscarded,
    /// A calendar elsewhere is read from now on.
    OutsideAdded,
    /// What was said about it was saved.
    OutsideSaved,
    /// Which letters a guest wants was written down.
    WishesSaved,
}
