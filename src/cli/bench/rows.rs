//! What is measured, and what it has to reach (the goals that were set from measurements of peers and of the machine).

/// A measured row of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Row {
    /// The page of a business with its services.
    Shop,
    /// The same, packed for a browser.
    ShopPacked,
    /// The free times of one day, as a list.
    Day,
    /// The free times of seven days, as a table.
    Week,
    /// The same table, packed for a browser.
    WeekPacked,
    /// The free days of a month, ten people.
    Month,
    /// The same with thirty people.
    MonthOfThirty,
    /// The same with ten people in three rooms, days off, other hours now and then, and limits on what begins.
    MonthOfRules,
    /// The same with thirty people in ten rooms.
    MonthOfRulesOfThirty,
    /// From the business's page to the booking's page, by a guest who leaves a telephone number.
    Flow,
    /// The same by one who leaves an address too, with the letter that goes there.
    FlowWithLetter,
    /// The request that makes the booking of a hold.
    Confirm,
    /// The same with a letter owed, and letters going out meanwhile.
    ConfirmWithLetter,
    /// The request that holds a time.
    Hold,
    /// The day of a business, for those who work there, by time.
    Sheet,
    /// The same by person.
    Columns,
    /// Who of a thousand shops is free on a day in a part of it.
    Town,
    /// The times of three services one after the other.
    Visit,
}

/// What a row has to reach: CPU milliseconds per operation, operations per second at 8 clients, latency in
/// milliseconds.
#[derive(Clone, Copy, Debug, Default)]
pub struct Goal {
    /// At most so much CPU, and better so much.
    pub cpu: Option<(f64, f64)>,
    /// At least so many a second at 8 clients, and better so many.
    pub rate: Option<(f64, f64)>,
    /// 99 of 100 within this with one client, with 8 and with 32.
    pub slowest: [Option<f64>; 3],
}

impl Row {
    /// All of them, in the order of the report.
    pub const ALL: [Self; 18] = [
        Self::Shop,
        Self::ShopPacked,
        Self::Day,
        Self::Week,
        Self::WeekPacked,
        Self::Month,
        Self::MonthOfThirty,
        Self::MonthOfRules,
        Self::MonthOfRulesOfThirty,
        Self::Flow,
        Self::FlowWithLetter,
        Self::Confirm,
        Self::ConfirmWithLetter,
        Self::Hold,
        Self::Sheet,
        Self::Columns,
        Self::Town,
        Self::Visit,
    ];

    /// The name by which a row is asked for.
    pub fn code(self) -> &'static str {
        match self {
            Self::Shop => "P1",
            Self::ShopPacked => "P1z",
            Self::Day => "P2",
            Self::Week => "P2w",
            Self::WeekPacked => "P2wz",
            Self::Month => "P3",
            Self::MonthOfThirty => "P3s",
            Self::MonthOfRules => "P3r",
            Self::MonthOfRulesOfThirty => "P3rs",
            Self::Flow => "P4",
            Self::FlowWithLetter => "P4m",
            Self::Confirm => "P5",
            Self::ConfirmWithLetter => "P5m",
            Self::Hold => "P5h",
            Self::Sheet => "P6",
            Self::Columns => "P6c",
            Self::Town => "P15",
            Self::Visit => "P16",
        }
    }

    /// The number of the goal it belongs to.
    pub fn group(self) -> &'static str {
        match self {
            Self::Shop | Self::ShopPacked => "P1",
            Self::Day | Self::Week | Self::WeekPacked => "P2",
            Self::Month | Self::MonthOfThirty | Self::MonthOfRules | Self::MonthOfRulesOfThirty => {
                "P3"
            }
            Self::Flow | Self::FlowWithLetter => "P4",
            Self::Confirm | Self::ConfirmWithLetter | Self::Hold => "P5",
            Self::Sheet | Self::Columns => "P6",
            Self::Town => "P15",
            Self::Visit => "P16",
        }
    }

    /// What it is, in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Shop => "services page",
            Self::ShopPacked => "services page, gzip",
            Self::Day => "free times of a day, 10 staff",
            Self::Week => "seven-day table, 10 staff",
            Self::WeekPacked => "seven-day table, gzip",
            Self::Month => "month, 10 staff",
            Self::MonthOfThirty => "month, 30 staff",
            Self::MonthOfRules => "month, 10 staff, 3 rooms, rules",
            Self::MonthOfRulesOfThirty => "month, 30 staff, 10 rooms, rules",
            Self::Flow => "whole booking flow, 8 requests",
            Self::FlowWithLetter => "the same, with its letter",
            Self::Confirm => "booking POST alone",
            Self::ConfirmWithLetter => "the same, letters going out",
            Self::Hold => "hold POST alone",
            Self::Sheet => "day sheet by time",
            Self::Columns => "day by person",
            Self::Town => "who is free, 1,000 shops",
            Self::Visit => "times of three services in a row",
        }
    }

    /// Whether it takes free time, and so needs some and leaves something to clear away.
    pub fn writes(self) -> bool {
        self.books() || self == Self::Hold
    }

    /// Whether it ends in a booking.
    pub fn books(self) -> bool {
        matches!(
            self,
            Self::Flow | Self::FlowWithLetter | Self::Confirm | Self::ConfirmWithLetter
        )
    }

    /// Whether its guests get a letter. The goals were set from peers that sent none.
    pub fn has_letter(self) -> bool {
        matches!(self, Self::FlowWithLetter | Self::ConfirmWithLetter)
    }

    /// Whether it is the request alone that makes a booking, of a hold that was made before.
    pub fn confirms(self) -> bool {
        matches!(self, Self::Confirm | Self::ConfirmWithLetter)
    }

    /// Whether the answers come packed.
    pub fn is_packed(self) -> bool {
        matches!(self, Self::ShopPacked | Self::WeekPacked)
    }

    /// Whether it is asked of none of the businesses that grow.
    pub fn is_elsewhere(self) -> bool {
        matches!(
            self,
            Self::MonthOfThirty | Self::MonthOfRules | Self::MonthOfRulesOfThirty | Self::Town
        )
    }

    /// What it has to reach. What is only shown for comparison has no goal.
    pub fn goal(self) -> Goal {
        let read = |cpu, rate, tail: Option<f64>| Goal {
            cpu: Some(cpu),
            rate: Some(rate),
            slowest: [Some(15.0), None, tail],
        };
        match self {
            Self::Shop => read((0.9, 0.15), (2_000.0, 10_000.0), Some(60.0)),
            Self::Day | Self::Week => read((1.5, 0.8), (1_200.0, 2_400.0), Some(60.0)),
            Self::Month | Self::MonthOfRules => read((4.5, 1.5), (400.0, 1_300.0), None),
            Self::Flow => Goal {
                cpu: Some((6.0, 3.5)),
                rate: Some((300.0, 550.0)),
                slowest: [None; 3],
            },
            Self::Confirm => Goal {
                cpu: None,
                rate: Some((1_000.0, 2_000.0)),
                slowest: [None, Some(25.0), Some(80.0)],
            },
            Self::Sheet | Self::Columns => Goal {
                cpu: Some((2.5, 1.2)),
                rate: Some((700.0, 1_600.0)),
                slowest: [None; 3],
            },
            Self::Town => Goal {
                cpu: Some((200.0, 100.0)),
                rate: None,
                slowest: [Some(200.0), None, None],
            },
            Self::ShopPacked
            | Self::WeekPacked
            | Self::MonthOfThirty
            | Self::MonthOfRulesOfThirty
            | Self::Visit
            | Self::FlowWithLetter
            | Self::ConfirmWithLetter
            | Self::Hold => Goal::default(),
        }
    }
}
