//! Reads one file: the machine that says which slice it needs next, and at the end what was found.

use std::{
    ops::Range,
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};

use crate::{
    bmff,
    facts::{Fact, Found},
    format::{Caution, Format, HEAD},
    gif, jpeg,
    plan::{Piece, Plan},
    png,
    source::{Depth, Desk, Fault, Source},
    tiff, webp,
};

/// What came of a reading.
#[derive(Debug)]
pub struct Outcome {
    /// What the file is.
    pub format: Format,
    /// What it gives away, what matters most first.
    pub facts: Vec<Fact>,
    /// What its kind or name says.
    pub caution: Option<Caution>,
    /// The parts of a clean copy. `None` after a look, and when no clean copy of this file can be made.
    pub copy: Option<Vec<Piece>>,
    /// Every byte was gone through and none had to be changed.
    pub is_clean: bool,
    /// Why it was not read to its end.
    pub fault: Option<Fault>,
}

impl Outcome {
    /// Whether it is worth holding the file.
    #[must_use]
    pub fn is_telling(&self) -> bool {
        self.caution.is_some() || self.facts.iter().any(Fact::is_telling)
    }
}

/// What a reading does next.
#[derive(Debug)]
pub enum Step {
    /// It waits for these bytes.
    Wants(Range<u64>),
    /// It is over.
    Done(Outcome),
}

/// One reading of one file.
pub struct Reading {
    work: Option<Pin<Box<dyn Future<Output = Outcome>>>>,
    desk: Rc<Desk>,
}

impl Reading {
    /// Begins to read a file of `size` bytes.
    #[must_use]
    pub fn new(size: u64, name: &str, depth: Depth) -> Self {
        let desk = Rc::new(Desk::default());
        let source = Source::new(size, depth, Rc::clone(&desk));
        let name = name.to_owned();
        Self {
            work: Some(Box::pin(async move { read(&source, &name).await })),
            desk,
        }
    }

    /// Goes on with the bytes asked for last; fewer than asked for mean that the file is not what it was. `None` once it is over.
    pub fn step(&mut self, bytes: Vec<u8>) -> Option<Step> {
        let work = self.work.as_mut()?;
        if let Some(wanted) = self.desk.wanted.borrow_mut().take() {
            *self.desk.window.borrow_mut() = (wanted.start, bytes);
        }
        match work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(outcome) => {
                self.work = None;
                Some(Step::Done(outcome))
            }
            Poll::Pending => self.desk.wanted.borrow().clone().map(Step::Wants),
        }
    }

    /// Reads a whole file that is at hand; also gives back how many bytes of it were asked for.
    #[must_use]
    pub fn of(file: &[u8], name: &str, depth: Depth) -> (Outcome, u64) {
        let mut reading = Self::new(file.len() as u64, name, depth);
        let (mut bytes, mut fetched) = (Vec::new(), 0);
        loop {
            match reading.step(std::mem::take(&mut bytes)) {
                Some(Step::Wants(range)) => {
                    fetched += range.end - range.start;
                    let slice = usize::try_from(range.start).ok().zip(usize::try_from(range.end).ok());
                    bytes = slice
                        .and_then(|(start, end)| file.get(start..end))
                        .unwrap_or_default()
                        .to_vec();
                }
                Some(Step::Done(outcome)) => return (outcome, fetched),
                None => unreachable!("a reading that is over is not asked again"),
            }
        }
    }
}

async fn read(source: &Source, name: &str) -> Outcome {
    let head = source.run(0, HEAD as u64).await.unwrap_or_default();
    let format = Format::of(&head);
    let (mut found, mut plan) = (Found::default(), Plan::default());
    let mut outcome = walk(format, source, &mut found, &mut plan).await;
    if outcome.is_ok() && source.depth() == Depth::Clean {
        outcome = plan.settle(source).await;
    }
    let is_cleaned = outcome.is_ok() && source.depth() == Depth::Clean && is_cleaned(format);
    Outcome {
        format,
        facts: found.into_facts(),
        caution: Caution::of(format, name),
        is_clean: is_cleaned && plan.is_empty(),
        copy: is_cleaned.then(|| plan.pieces(source.size())),
        fault: outcome.err().filter(|&fault| fault != Fault::Far),
    }
}

fn is_cleaned(format: Format) -> bool {
    !matches!(format, Format::Pdf | Format::Dicom | Format::Other)
}

async fn walk(format: Format, source: &Source, found: &mut Found, plan: &mut Plan) -> Result<(), Fault> {
    match format {
        Format::Jpeg => jpeg::walk(source, found, plan).await,
        Format::Png => png::walk(source, found, plan).await,
        Format::Webp => webp::walk(source, found, plan).await,
        Format::Gif => gif::walk(source, found, plan).await,
        Format::Tiff => {
            let looked = tiff::look(source, 0..source.size(), tiff::Is::File, found)
                .await
                .map(|_| ());
            if source.depth() == Depth::Clean {
                tiff::clean(source, plan).await
            } else {
                looked
            }
        }
        Format::Heic | Format::Avif | Format::Mp4 | Format::Mov => bmff::walk(source, found, plan).await,
        Format::Pdf | Format::Dicom | Format::Other => Ok(()),
    }
}
