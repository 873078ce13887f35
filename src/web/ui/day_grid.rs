//! People across, hours down: the owner's day. No inline styles; a place in time is a handful of
//! classes (`static/css/components/place.css`).

use super::{avatar::Avatar, icon::Icon, post_form::PostForm, status_badge::Tone};
use askama::{Template, filters::HtmlSafe};

/// Hours are of the business day, so `until` may be 26.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/day_grid.html")]
pub struct DayGrid {
    /// What it is, read aloud.
    pub label: String,
    pub from: u16,
    pub until: u16,
    pub columns: Vec<DayColumn>,
    /// Minutes after the business day's midnight, and the words, when the day is today.
    pub now: Option<(u16, String)>,
    /// The form that folds columns, where they can be.
    pub fold: Option<PostForm>,
}

/// One person, table or room.
#[derive(Clone, Debug, Default)]
pub struct DayColumn {
    pub name: String,
    pub note: Option<String>,
    pub url: Option<String>,
    /// Its business day, for whatever is dragged into it.
    pub date: String,
    /// Whose it is, as forms name them; `None`: nobody's.
    pub staff: Option<String>,
    pub avatar: Option<Avatar>,
    /// What the button says that folds it, or opens it.
    pub turn: Option<String>,
    /// Only its head is drawn.
    pub is_folded: bool,
    /// In the order of time.
    pub blocks: Vec<Block>,
    /// Closed or off, hatched; with a word where there is one.
    pub shut: Vec<(Place, String)>,
    /// Where something can be added: the place, the address, and the words.
    pub free: Vec<(Place, String, String)>,
}

/// One booking, or time taken off.
#[derive(Clone, Debug, Default)]
pub struct Block {
    pub place: Place,
    /// Where whoever serves is not needed, and what that is called.
    pub processing: Option<(Place, String)>,
    /// Which of how many side by side, from 1; 0 stands for alone.
    pub lane: u8,
    pub lanes: u8,
    pub tone: Tone,
    /// The state's word, read aloud.
    pub status: String,
    pub time: String,
    pub name: String,
    pub note: String,
    /// 「初」「指」「!」
    pub flags: String,
    pub url: String,
    /// It can be dragged: what its address has below `move` is the form that does the same.
    pub moves: bool,
    /// Which service of a visit it is, as forms name it: dragging it moves the whole visit by as much.
    pub part: Option<String>,
    /// A block of the calendar rather than a booking.
    pub time_off: bool,
}

/// A start in minutes after the business day's midnight and a length in minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub start: u16,
    pub minutes: u16,
}

impl HtmlSafe for DayGrid {}

impl Place {
    /// Its classes, of which those that would say nothing are left out: a week has hundreds. Nothing is drawn after 30:59 or longer
    /// than that.
    pub fn class(self) -> String {
        let mut class = format!("h-{}", self.start / 60);
        let parts = [
            (" m-", self.start % 60, ""),
            (" for-", self.minutes / 60, "h"),
            (" for-", self.minutes % 60, "m"),
        ];
        for (before, figure, after) in parts.into_iter().filter(|part| part.1 > 0) {
            class.push_str(&format!("{before}{figure}{after}"));
        }
        class
    }
}

impl Block {
    fn class(&self) -> String {
        let tone = self.tone.class();
        let off = if self.time_off { " block-time-off" } else { "" };
        format!("block block-{tone}{off} {}", self.classes(&self.place))
    }

    /// The classes of something that stands in its lane.
    fn classes(&self, place: &Place) -> String {
        let place = place.class();
        match self.lanes {
            0 | 1 => place,
            lanes => format!("{place} of-{lanes} lane-{}", self.lane),
        }
    }

    /// What it takes of its column: one stretch, or one before and one after the processing.
    pub fn stretches(&self) -> Vec<Place> {
        let Some((gap, _)) = &self.processing else {
            return vec![self.place];
        };
        let until = gap.start + gap.minutes;
        let end = self.place.start + self.place.minutes;
        let stretch = |start: u16, end: u16| Place {
            start,
            minutes: end.saturating_sub(start),
        };
        vec![stretch(self.place.start, gap.start), stretch(until, end)]
    }
}

impl DayGrid {
    /// How many columns are open and how many folded, as classes. Beyond twenty, no screen is wide enough to ask.
    fn counts(&self) -> String {
        let folded = self.columns.iter().filter(|one| one.is_folded).count();
        let open = self.columns.len() - folded;
        format!(" open-{} folded-{}", open.min(20), folded.min(20))
    }

    fn hours(&self) -> std::ops::Range<u16> {
        self.from..self.until
    }
}
