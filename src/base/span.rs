//! Half-open spans of whole numbers, and ordered sets of them.
//!
//! What the numbers count is the caller's affair; the booking engine counts seconds since 1970.
//! Half-open means that 10-11 and 11-12 touch but do not overlap, as appointments do.

/// The numbers from `from` up to but without `until`. Never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    from: i64,
    until: i64,
}

/// An ordered set of spans which neither overlap nor touch, so equal sets are written equally.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spans(Vec<Span>);

impl Span {
    /// The span between two numbers; `None` when there is nothing between them.
    pub fn new(from: i64, until: i64) -> Option<Self> {
        (from < until).then_some(Self { from, until })
    }

    /// The first number inside.
    pub fn from(self) -> i64 {
        self.from
    }

    /// The first number after it.
    pub fn until(self) -> i64 {
        self.until
    }

    /// How many numbers lie inside.
    pub fn length(self) -> i64 {
        self.until.saturating_sub(self.from)
    }

    /// Whether a number lies inside.
    pub fn contains(self, number: i64) -> bool {
        self.from <= number && number < self.until
    }

    /// Whether the whole of another span lies inside.
    pub fn contains_span(self, other: Self) -> bool {
        self.from <= other.from && other.until <= self.until
    }

    /// Whether the two share a number.
    pub fn overlaps(self, other: Self) -> bool {
        self.from < other.until && other.from < self.until
    }

    /// What the two share.
    pub fn intersect(self, other: Self) -> Option<Self> {
        Self::new(self.from.max(other.from), self.until.min(other.until))
    }
}

impl Spans {
    /// The spans, earliest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Span> {
        self.0.iter().copied()
    }

    /// Whether nothing is inside.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many numbers lie inside.
    pub fn length(&self) -> i64 {
        self.iter().map(Span::length).fold(0, i64::saturating_add)
    }

    /// The one span from the first number inside to the last.
    pub fn hull(&self) -> Option<Span> {
        Span::new(self.0.first()?.from, self.0.last()?.until)
    }

    /// Whether a number lies inside.
    pub fn contains(&self, number: i64) -> bool {
        self.reaching(number)
            .is_some_and(|span| span.contains(number))
    }

    /// Whether the whole of a span lies inside one of ours.
    pub fn contains_span(&self, other: Span) -> bool {
        self.reaching(other.from)
            .is_some_and(|span| span.contains_span(other))
    }

    /// Everything that lies in either.
    pub fn union(&self, other: &Self) -> Self {
        let (mut left, mut right) = (self.iter().peekable(), other.iter().peekable());
        let mut merged = Self(Vec::with_capacity(self.0.len() + other.0.len()));
        loop {
            let next = match (left.peek(), right.peek()) {
                (Some(a), Some(b)) if a <= b => left.next(),
                (_, Some(_)) => right.next(),
                (_, None) => left.next(),
            };
            match next {
                Some(span) => merged.append(span),
                None => return merged,
            }
        }
    }

    /// Everything that lies in both.
    pub fn intersect(&self, other: &Self) -> Self {
        let (mut left, mut right) = (self.iter().peekable(), other.iter().peekable());
        let mut shared = Vec::new();
        while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
            shared.extend(a.intersect(*b));
            if a.until <= b.until {
                left.next();
            } else {
                right.next();
            }
        }
        Self(shared)
    }

    /// Everything that lies in this one and not in the other.
    pub fn subtract(&self, other: &Self) -> Self {
        let mut cuts = other.iter().peekable();
        let mut kept = Vec::new();
        for span in self.iter() {
            let mut from = span.from;
            while let Some(cut) = cuts.next_if(|cut| cut.until <= span.until) {
                kept.extend(Span::new(from, cut.from));
                from = from.max(cut.until);
            }
            // the last cut may reach into the next span too, so it stays in the queue
            let until = cuts
                .peek()
                .map_or(span.until, |cut| cut.from.min(span.until));
            kept.extend(Span::new(from, until));
        }
        Self(kept)
    }

    /// What is left between the spans inside the given one.
    pub fn gaps(&self, within: Span) -> Self {
        Self(vec![within]).subtract(self)
    }

    /// The numbers at which something of this length may begin and still lie inside one span.
    pub fn beginnings(&self, length: i64) -> Self {
        let last = |span: Span| span.until.saturating_sub(length).saturating_add(1);
        Self(
            self.iter()
                .filter_map(|span| Span::new(span.from, last(span)))
                .collect(),
        )
    }

    /// The first span that ends after the number.
    fn reaching(&self, number: i64) -> Option<Span> {
        let index = self.0.partition_point(|span| span.until <= number);
        self.0.get(index).copied()
    }

    /// Puts a span at the end; it must not begin before the last one does.
    fn append(&mut self, span: Span) {
        match self.0.last_mut() {
            Some(last) if span.from <= last.until => last.until = last.until.max(span.until),
            _ => self.0.push(span),
        }
    }
}

impl FromIterator<Span> for Spans {
    /// Spans in any order; what overlaps or touches becomes one.
    fn from_iter<I: IntoIterator<Item = Span>>(spans: I) -> Self {
        let mut sorted: Vec<Span> = spans.into_iter().collect();
        sorted.sort_unstable();
        let mut merged = Self(Vec::with_capacity(sorted.len()));
        for span in sorted {
            merged.append(span);
        }
        merged
    }
}
