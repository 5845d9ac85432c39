//! Photos and files: looked at before the page has them, held when they give something away, handed on as the user says.

use std::{fs, path::PathBuf, time::Instant};

use anyhow::{Context, Result, ensure};
use chaperone_browser_tests::{
    driver::{Browser, Page, planted, wait_until},
    surfaces::Surface,
};
use chaperone_photos::{Depth, Piece, Reading};
use libtest_mimic::Trial;

use crate::stage::{Stages, on};

/// A composer of each kind of each site.
const COMPOSERS: [&str; 6] = [
    "facebook-post",
    "facebook-comment",
    "x-inline",
    "linkedin-post-shadow",
    "linkedin-dialog",
    "linkedin-modal-dialog",
];
pub const PHOTO: &str = "photo.jpg";

pub fn trials(stages: &Stages) -> Result<Vec<Trial>> {
    let mut trials = Vec::new();
    for id in COMPOSERS {
        trials.extend(on(
            stages,
            id,
            "files: chosen, held, cleaned",
            a_chosen_photo_is_cleaned,
        )?);
        trials.extend(on(
            stages,
            id,
            "files: dropped, held, cleaned",
            a_dropped_photo_is_cleaned,
        )?);
    }
    for id in ["facebook-post", "x-inline", "linkedin-dialog"] {
        trials.extend(on(
            stages,
            id,
            "files: pasted, held, cleaned",
            a_pasted_photo_is_cleaned,
        )?);
        trials.extend(on(stages, id, "files: as it is", a_photo_goes_as_it_is)?);
    }
    trials.extend(on(
        stages,
        "x-inline",
        "files: nothing found, handed on at once",
        a_clean_photo_is_handed_on,
    )?);
    trials.extend(on(stages, "x-inline", "files: several at once", several_files_at_once)?);
    trials.extend(on(
        stages,
        "x-inline",
        "files: an album with one telling photo",
        an_album_with_one_telling_photo,
    )?);
    trials.extend(on(stages, "x-inline", "files: not attached", a_photo_is_not_attached)?);
    trials.extend(on(
        stages,
        "x-inline",
        "files: a second choice is looked at too",
        a_second_choice_is_looked_at,
    )?);
    trials.extend(on(
        stages,
        "x-inline",
        "files: a record is warned about by name",
        a_record_is_warned_about,
    )?);
    trials.extend(on(
        stages,
        "x-inline",
        "files: others pass untouched",
        other_files_pass_untouched,
    )?);
    trials.extend(on(stages, "x-inline", "files: thirty megabytes", thirty_megabytes)?);
    trials.extend(on(
        stages,
        "x-inline",
        "files: left alone when switched off",
        left_alone_when_switched_off,
    )?);
    Ok(trials)
}

/// The clean copy of a sample, made without a browser.
pub fn clean(name: &str) -> Result<Vec<u8>> {
    let bytes = fs::read(planted(name))?;
    let (outcome, _) = Reading::of(&bytes, name, Depth::Clean);
    let mut copy = Vec::new();
    for piece in outcome.copy.context("the sample cannot be cleaned")? {
        match piece {
            Piece::Keep(range) => copy.extend(&bytes[range.start as usize..range.end as usize]),
            Piece::Write(written) => copy.extend(written),
            Piece::Zeros(length) => copy.resize(copy.len() + length as usize, 0),
        }
    }
    Ok(copy)
}

/// Writes a file of the given name for the page to be given. Each browser has its own: one that is written again can no longer be read.
pub fn written(browser: &Browser, name: &str, bytes: &[u8]) -> Result<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(browser.kind().to_string());
    fs::create_dir_all(&folder)?;
    let path = folder.join(name);
    fs::write(&path, bytes)?;
    Ok(path)
}

/// The panel is open and says what the photo gives away; the page has nothing yet. A cleaned copy is asked for and arrives.
fn is_held_and_cleaned(page: &Page<'_>, way: &str) -> Result<()> {
    let said = page.waits_for_gate()?;
    for words in [
        "near Ipoh",
        "14:12",
        "iPhone 14",
        "A small copy is inside",
        "Can anyone be recognised?",
    ] {
        ensure!(said.contains(words), "“{words}” is not in: {said}");
    }
    ensure!(page.files()?.is_empty(), "the page has the photo already");
    page.chooses("Attach cleaned copy")?;
    let files = page.waits_for_files(1)?;
    ensure!(files[0].way == way, "it came by {}", files[0].way);
    ensure!(files[0].bytes()? == clean(PHOTO)?, "the copy is not the clean one");
    ensure!(files[0].name == "file-1.jpg", "it is named {}", files[0].name);
    let address = if way == "drop" {
        "https://pictures.example/1"
    } else {
        ""
    };
    ensure!(files[0].address == address, "its address is {:?}", files[0].address);
    page.waits_for_no_gate()
}

fn a_chosen_photo_is_cleaned(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.chooses_files(&[&planted(PHOTO)])?;
    is_held_and_cleaned(&page, "change")
}

fn a_dropped_photo_is_cleaned(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.brings_file("drop", &planted(PHOTO), "image/jpeg")?;
    is_held_and_cleaned(&page, "drop")
}

fn a_pasted_photo_is_cleaned(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.brings_file("paste", &planted(PHOTO), "image/jpeg")?;
    is_held_and_cleaned(&page, "paste")
}

fn a_photo_goes_as_it_is(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.chooses_files(&[&planted(PHOTO)])?;
    page.waits_for_gate()?;
    page.presses("Escape")?;
    let files = page.waits_for_files(1)?;
    ensure!(files[0].bytes()? == fs::read(planted(PHOTO))?, "it was changed");
    ensure!(files[0].name == PHOTO, "it is named {}", files[0].name);
    page.waits_for_no_gate()
}

fn a_clean_photo_is_handed_on(browser: &Browser, surface: &Surface) -> Result<()> {
    let bytes = clean(PHOTO)?;
    let path = written(browser, "nothing-inside.jpg", &bytes)?;
    let page = browser.open(surface, &[])?;
    page.chooses_files(&[&path])?;
    let files = page.waits_for_files(1)?;
    ensure!(
        files[0].bytes()? == bytes && files[0].name == "nothing-inside.jpg",
        "it was changed"
    );
    ensure!(!page.is_held()?, "it was held");
    let reminder = page.waits_for_ours(".reminder")?;
    ensure!(
        page.session.inner_text(&reminder)?.contains("Is consent on record"),
        "the questions are not asked"
    );
    page.chooses("Close")
}

fn several_files_at_once(browser: &Browser, surface: &Surface) -> Result<()> {
    let bytes = clean(PHOTO)?;
    let path = written(browser, "nothing-inside.jpg", &bytes)?;
    let page = browser.open(surface, &[])?;
    page.chooses_files(&[
        &planted("photo.png"),
        &path,
        &planted("photo.heic"),
        &planted("film.mov"),
    ])?;
    let said = page.waits_for_gate()?;
    ensure!(
        said.contains("photo.heic") && !said.contains("nothing-inside"),
        "the panel says {said}"
    );
    page.chooses("Attach cleaned copies")?;
    let files = page.waits_for_files(4)?;
    let names: Vec<_> = files.iter().map(|file| file.name.as_str()).collect();
    ensure!(
        names == ["file-1.png", "nothing-inside.jpg", "file-3.heic", "file-4.mov"],
        "{names:?}"
    );
    for (file, name) in files.iter().zip(["photo.png", PHOTO, "photo.heic", "film.mov"]) {
        ensure!(file.bytes()? == clean(name)?, "{name} is not the clean copy");
    }
    Ok(())
}

/// More files than are ever read at once.
fn an_album_with_one_telling_photo(browser: &Browser, surface: &Surface) -> Result<()> {
    let bytes = clean(PHOTO)?;
    let mut album = (0..70)
        .map(|number| written(browser, &format!("album-{number}.jpg"), &bytes))
        .collect::<Result<Vec<_>>>()?;
    album.push(planted(PHOTO));
    let page = browser.open(surface, &[])?;
    page.chooses_files(&album.iter().map(PathBuf::as_path).collect::<Vec<_>>())?;
    let said = page.waits_for_gate()?;
    ensure!(
        said.contains("near Ipoh") && !said.contains("album-"),
        "the panel says {said}"
    );
    ensure!(page.files()?.is_empty(), "the page has the photos already");
    Ok(())
}

fn a_photo_is_not_attached(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.chooses_files(&[&planted(PHOTO)])?;
    page.waits_for_gate()?;
    is_not_attached(browser, &page)
}

/// What would have been handed on comes before what is chosen next.
fn is_not_attached(browser: &Browser, page: &Page<'_>) -> Result<()> {
    page.chooses("Do not attach")?;
    page.waits_for_no_gate()?;
    page.chooses_files(&[&written(browser, "list.txt", b"milk")?])?;
    let files = page.waits_for_files(1)?;
    ensure!(files[0].name == "list.txt", "the page received {}", files[0].name);
    Ok(())
}

/// The answer to what was chosen first is none to what was chosen after it.
fn a_second_choice_is_looked_at(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.chooses_files(&[&planted(PHOTO)])?;
    page.waits_for_gate()?;
    page.chooses_files(&[&planted("photo.png")])?;
    page.presses("Escape")?;
    wait_until("the panel about the second choice", || {
        Ok(page.waits_for_gate()?.contains("photo.png").then_some(()))
    })?;
    ensure!(page.files()?.is_empty(), "the page has files nobody was asked about");
    Ok(())
}

fn a_record_is_warned_about(browser: &Browser, surface: &Surface) -> Result<()> {
    let mut scan = vec![0; 128];
    scan.extend(b"DICM");
    let path = written(browser, "IM0001.dcm", &scan)?;
    let page = browser.open(surface, &[])?;
    page.chooses_files(&[&path])?;
    let said = page.waits_for_gate()?;
    ensure!(
        said.contains("DICOM") && !said.contains("Attach cleaned copy"),
        "the panel says {said}"
    );
    is_not_attached(browser, &page)
}

fn other_files_pass_untouched(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.chooses_files(&[&written(browser, "list.txt", b"milk")?])?;
    let files = page.waits_for_files(1)?;
    ensure!(files[0].trusted, "the event was made again");
    Ok(())
}

/// The longest way of all: a JPEG says nowhere how long its picture is, so for a copy every byte is gone through, twice.
fn thirty_megabytes(browser: &Browser, surface: &Surface) -> Result<()> {
    const MORE: usize = 30 << 20;
    let mut bytes = fs::read(planted(PHOTO))?;
    let scan = bytes
        .windows(2)
        .rposition(|pair| pair == [0xFF, 0xDA])
        .context("the sample has no scan")?;
    bytes.splice(scan + 10..scan + 10, std::iter::repeat_n(0x5A, MORE));
    let path = written(browser, "large.jpg", &bytes)?;
    let page = browser.open(surface, &[])?;
    page.chooses_files(&[&path])?;
    page.waits_for_gate()?;
    let start = Instant::now();
    page.chooses("Attach cleaned copy")?;
    let length = wait_until("the copy", || {
        let length = page
            .session
            .run("return window.__files.map(({ bytes }) => bytes.length)[0] ?? null", &[])?;
        Ok(length.as_u64())
    })?;
    println!(
        "{}: a clean copy of 30 MB in {} ms",
        browser.kind(),
        start.elapsed().as_millis()
    );
    // Four letters of base64 for three bytes.
    let expected = (clean(PHOTO)?.len() + MORE).div_ceil(3) * 4;
    ensure!(length == expected as u64, "{length} letters instead of {expected}");
    Ok(())
}

fn left_alone_when_switched_off(browser: &Browser, surface: &Surface) -> Result<()> {
    let switches = || {
        let popup = browser.popup()?;
        popup.clicks("#settings summary")?;
        popup.clicks("#settings-form input[name=checkFiles]")?;
        popup.waits_for("#said", "Saved")?;
        popup.close()
    };
    browser.open(surface, &[])?;
    switches()?;
    let passed = (|| {
        let page = browser.open(surface, &[])?;
        page.chooses_files(&[&planted(PHOTO)])?;
        let files = page.waits_for_files(1)?;
        ensure!(files[0].bytes()? == fs::read(planted(PHOTO))?, "it was changed");
        ensure!(!page.is_held()?, "it was held");
        Ok(())
    })();
    browser.open(surface, &[])?;
    switches()?;
    passed
}
