//! What can be said after something was done to the card of a guest.

macro_rules! said {
    ($($(#[$meta:meta])* $name:ident = $id:literal),+ $(,)?) => {
        /// What was done to a card.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum CardSaid { $($(#[$meta])* $name),+ }

        impl CardSaid {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// As the words of the house have it.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id),+ }
            }
        }
    };
}

said! {
    /// A card was made by hand.
    CustomerAdded = "customer-added",
    /// A card has another name or other contacts.
    CustomerSaved = "customer-saved",
    /// A card was taken off the list.
    CustomerRemoved = "customer-removed",
    /// And brought back.
    CustomerRestored = "customer-restored",
    /// It stays: bookings lie ahead.
    CustomerExpected = "customer-expected",
    /// Somebody is a VIP now.
    CustomerVip = "customer-vip",
    /// And no longer.
    CustomerPlain = "customer-plain",
    /// Somebody cannot book online any more.
    CustomerBlocked = "customer-blocked",
    /// And can again.
    CustomerUnblocked = "customer-unblocked",
    /// A note was put on a card.
    CardNoteAdded = "card-note-added",
    /// And taken off it.
    CardNoteRemoved = "card-note-removed",
    /// And put back.
    CardNoteRestored = "card-note-restored",
    /// A tag was put on a card.
    TagAdded = "tag-added",
    /// And taken off it.
    TagRemoved = "tag-removed",
    /// Two cards became one.
    CustomersMerged = "customers-merged",
    /// Cards came in out of a file.
    CustomersImported = "customers-imported",
}
