//! What the gazetteers know of a name or word, in a few bits. Read by the build too, which writes them.

/// What is known of a name or word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Entry(pub(crate) u16);

const GIVEN: u16 = 1;
const SURNAME: u16 = 1 << 1;
const COMMON: u16 = 1 << 2;
const COMMONEST: u16 = 1 << 3;
/// Films say it as a name.
const SPOKEN: u16 = 1 << 4;
const OFTEN_SPOKEN: u16 = 1 << 5;
/// The bits that stand for lists.
const LISTS: u16 = GIVEN | SURNAME | COMMON | COMMONEST | SPOKEN | OFTEN_SPOKEN;
/// From here on: how often a thousand people must be doubled to get the place's population, and one.
const PLACE: u16 = 6;

#[allow(dead_code, reason = "the build writes entries, the core reads them")]
impl Entry {
    pub(crate) fn as_given(self) -> Self {
        Entry(self.0 | GIVEN)
    }

    pub(crate) fn as_surname(self) -> Self {
        Entry(self.0 | SURNAME)
    }

    pub(crate) fn as_common(self, commonest: bool) -> Self {
        Entry(self.0 | COMMON | if commonest { COMMONEST } else { 0 })
    }

    pub(crate) fn as_spoken(self, often: bool) -> Self {
        Entry(self.0 | SPOKEN | if often { OFTEN_SPOKEN } else { 0 })
    }

    pub(crate) fn with_people(self, people: u64) -> Self {
        let doublings = (people as f64 / 1_000.0).max(1.0).log2().round() as u16;
        Entry(self.0 | ((doublings + 1) << PLACE))
    }

    pub(crate) fn is_given(self) -> bool {
        self.0 & GIVEN != 0
    }

    pub(crate) fn is_surname(self) -> bool {
        self.0 & SURNAME != 0
    }

    pub(crate) fn is_common(self) -> bool {
        self.0 & COMMON != 0
    }

    pub(crate) fn is_spoken(self) -> bool {
        self.0 & SPOKEN != 0
    }

    /// The entry with these [`lists`](Self::lists), and this [`size`](Self::size) if they say that it is a place.
    pub(crate) fn of_lists(lists: u8, size: impl FnOnce() -> u16) -> Self {
        let place = if lists & (1 << PLACE) == 0 { 0 } else { size() + 1 };
        Entry(u16::from(lists) & LISTS | (place << PLACE))
    }

    /// For a place, how often a thousand people must be doubled to get its population.
    pub(crate) fn size(self) -> Option<u16> {
        (self.0 >> PLACE).checked_sub(1)
    }

    /// How many people live in the place of this name, to a power of two.
    pub(crate) fn people(self) -> Option<f64> {
        Some(1_000.0 * f64::from(2_u32.pow(u32::from(self.size()?))))
    }

    /// The bits that say which lists know it, not how large a place is: a number below 128.
    pub(crate) fn lists(self) -> u32 {
        u32::from(self.0 & LISTS) | (u32::from(self.people().is_some()) << PLACE)
    }
}
