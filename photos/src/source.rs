//! A file of which only the slices that somebody asks for are read.
//!
//! Readers are plain `async` functions over a [`Source`]; whoever drives them (`Reading`) fetches the slices they wait for. So the
//! same code reads a file on disk, a `File` in a browser, and 30 MB of which it needs two kilobytes.

use std::{
    cell::{Cell, RefCell},
    future::poll_fn,
    ops::Range,
    rc::Rc,
    task::Poll,
};

/// Why a file could not be read to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// It ends before it should, or one of its lengths leads outside it.
    Cut,
    /// Its structure contradicts the format.
    Broken,
    /// It goes on, but a look does not go further.
    Far,
}

/// How far a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// The head, and what the format's own index names.
    Look,
    /// Every part of it, so that a copy can be made of which each byte is known.
    Clean,
}

/// Most bytes that a look fetches.
const LOOK: u64 = 1 << 20;
/// Most slices that are fetched of one file: more come of hostile files only.
const MAX_SLICES: u32 = 50_000;
/// The first slice, in bytes: what says most stands at the head.
const HEAD: u64 = 64 << 10;
/// What is fetched along with a few bytes, in bytes: its neighbours are asked for next.
const AHEAD: u64 = 4 << 10;
/// The same, in bytes, where a whole file is gone through.
const AHEAD_WHOLE: u64 = 256 << 10;

/// Where reader and driver meet.
#[derive(Default)]
pub(crate) struct Desk {
    /// The slice that is waited for.
    pub wanted: RefCell<Option<Range<u64>>>,
    /// The slice fetched last, with where it begins.
    pub window: RefCell<(u64, Vec<u8>)>,
    fetched: Cell<u64>,
    slices: Cell<u32>,
}

/// A file, read in slices.
pub struct Source {
    size: u64,
    depth: Depth,
    desk: Rc<Desk>,
}

impl Source {
    pub(crate) fn new(size: u64, depth: Depth, desk: Rc<Desk>) -> Self {
        Self { size, depth, desk }
    }

    /// Length of the file in bytes.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// How far it is to be read.
    pub fn depth(&self) -> Depth {
        self.depth
    }

    /// `length` bytes from `at` on.
    ///
    /// # Errors
    /// When they are not all in the file, or lie further than a look goes.
    pub async fn read(&self, at: u64, length: usize) -> Result<Vec<u8>, Fault> {
        let end = at
            .checked_add(length as u64)
            .filter(|&end| end <= self.size)
            .ok_or(Fault::Cut)?;
        self.fetch(at..end).await?;
        let window = self.desk.window.borrow();
        let from = usize::try_from(at - window.0).map_err(|_| Fault::Cut)?;
        window.1.get(from..from + length).map(<[u8]>::to_vec).ok_or(Fault::Cut)
    }

    /// Exactly `N` bytes from `at` on.
    ///
    /// # Errors
    /// As [`Source::read`].
    pub async fn array<const N: usize>(&self, at: u64) -> Result<[u8; N], Fault> {
        self.read(at, N).await?.try_into().map_err(|_| Fault::Cut)
    }

    /// The bytes of a range that a file of the wrong kind could make too long: never more than `most`.
    ///
    /// # Errors
    /// As [`Source::read`]; [`Fault::Broken`] when it is longer.
    pub async fn range(&self, range: Range<u64>, most: usize) -> Result<Vec<u8>, Fault> {
        match usize::try_from(range.end.saturating_sub(range.start)) {
            Ok(length) if length <= most => self.read(range.start, length).await,
            _ => Err(Fault::Broken),
        }
    }

    /// What is at hand from `at` on, at least one byte, up to `end`.
    ///
    /// # Errors
    /// As [`Source::read`].
    pub async fn run(&self, at: u64, end: u64) -> Result<Vec<u8>, Fault> {
        let end = end.min(self.size);
        if at >= end {
            return Err(Fault::Cut);
        }
        self.fetch(at..at + 1).await?;
        let window = self.desk.window.borrow();
        let from = usize::try_from(at - window.0).map_err(|_| Fault::Cut)?;
        let length = usize::try_from(end - at).unwrap_or(usize::MAX);
        Ok(window
            .1
            .get(from..)
            .map(|rest| &rest[..rest.len().min(length)])
            .ok_or(Fault::Cut)?
            .to_vec())
    }

    async fn fetch(&self, range: Range<u64>) -> Result<(), Fault> {
        if range.is_empty() || self.has(&range) {
            return Ok(());
        }
        let ahead = match self.depth {
            _ if range.start == 0 => HEAD,
            Depth::Look => AHEAD,
            Depth::Clean => AHEAD_WHOLE,
        };
        let end = range.end.max(range.start.saturating_add(ahead)).min(self.size);
        let fetched = self.desk.fetched.get() + (end - range.start);
        let slices = self.desk.slices.get() + 1;
        if self.depth == Depth::Look && fetched > LOOK {
            return Err(Fault::Far);
        }
        if slices > MAX_SLICES {
            return Err(Fault::Broken);
        }
        self.desk.fetched.set(fetched);
        self.desk.slices.set(slices);
        *self.desk.wanted.borrow_mut() = Some(range.start..end);
        poll_fn(|_| {
            if self.desk.wanted.borrow().is_some() {
                Poll::Pending
            } else {
                Poll::Ready(())
            }
        })
        .await;
        if self.has(&range) { Ok(()) } else { Err(Fault::Cut) }
    }

    fn has(&self, range: &Range<u64>) -> bool {
        let window = self.desk.window.borrow();
        range.start >= window.0 && range.end <= window.0 + window.1.len() as u64
    }
}
