//! A film: its tracks of picture and sound stay; its clocks are set to zero and everything else goes.

use super::{
    boxes::{Atom, along, atoms},
    free, remark, samples, user_data,
};
use crate::{
    facts::{Fact, Found},
    plan::Plan,
    source::{Depth, Fault, Source},
};

/// Seconds from 1904, when films begin to count, to 1970.
const TO_1970: u64 = 2_082_844_800;
/// Where a handler's name stands in its box.
const HANDLER_NAME: u64 = 24;
/// Where the name of the encoder stands in a description of pictures, and how long it is.
const ENCODER: (u64, u64) = (8 + 42, 32);

/// Reads the `moov` box.
///
/// # Errors
/// When it is cut or its boxes contradict each other.
pub async fn walk(source: &Source, moov: &Atom, found: &mut Found, plan: &mut Plan) -> Result<(), Fault> {
    let inside = atoms(source, moov.inside(0)).await?;
    // What says when the film was taken comes before what says when the file was written.
    for atom in &inside {
        match &atom.kind {
            b"mvhd" | b"trak" | b"mvex" | b"iods" => continue,
            b"meta" => user_data::meta(source, atom, found).await?,
            _ => remark(source, atom, found).await?,
        }
        free(atom, plan);
    }
    for atom in &inside {
        match &atom.kind {
            b"mvhd" => clock(source, atom, found, plan).await?,
            b"trak" => track(source, atom, found, plan).await?,
            _ => {}
        }
    }
    Ok(())
}

async fn track(source: &Source, trak: &Atom, found: &mut Found, plan: &mut Plan) -> Result<(), Fault> {
    let handler = match along(source, trak, &[b"mdia", b"hdlr"]).await? {
        Some(atom) => source.array::<4>(atom.body + 8).await?,
        None => return Err(Fault::Broken),
    };
    if !matches!(&handler, b"vide" | b"soun") {
        // Places along the way, faces, the clock, subtitles with coordinates.
        found.add(if matches!(&handler, b"tmcd" | b"hint") {
            Fact::Other
        } else {
            Fact::Behind
        });
        if source.depth() == Depth::Clean {
            for range in samples::of(source, trak).await? {
                plan.zero(range);
            }
        }
        free(trak, plan);
        return Ok(());
    }
    for atom in atoms(source, trak.inside(0)).await? {
        match &atom.kind {
            b"tkhd" => clock(source, &atom, found, plan).await?,
            b"mdia" => media(source, &atom, found, plan).await?,
            b"edts" | b"tref" | b"tapt" | b"load" | b"clip" | b"matt" => {}
            b"meta" => {
                user_data::meta(source, &atom, found).await?;
                free(&atom, plan);
            }
            _ => {
                remark(source, &atom, found).await?;
                free(&atom, plan);
            }
        }
    }
    Ok(())
}

async fn media(source: &Source, mdia: &Atom, found: &mut Found, plan: &mut Plan) -> Result<(), Fault> {
    for atom in atoms(source, mdia.inside(0)).await? {
        match &atom.kind {
            b"mdhd" => clock(source, &atom, found, plan).await?,
            b"hdlr" => plan.zero(atom.inside(HANDLER_NAME)),
            b"minf" => information(source, &atom, found, plan).await?,
            b"elng" => {}
            _ => {
                remark(source, &atom, found).await?;
                free(&atom, plan);
            }
        }
    }
    Ok(())
}

async fn information(source: &Source, minf: &Atom, found: &mut Found, plan: &mut Plan) -> Result<(), Fault> {
    for atom in atoms(source, minf.inside(0)).await? {
        match &atom.kind {
            b"hdlr" => plan.zero(atom.inside(HANDLER_NAME)),
            b"stbl" if source.depth() == Depth::Clean => encoders(source, &atom, plan).await?,
            b"stbl" | b"vmhd" | b"smhd" | b"dinf" => {}
            _ => {
                remark(source, &atom, found).await?;
                free(&atom, plan);
            }
        }
    }
    Ok(())
}

/// A description of pictures names the encoder, on some cameras with the camera.
async fn encoders(source: &Source, stbl: &Atom, plan: &mut Plan) -> Result<(), Fault> {
    let Some(stsd) = along(source, stbl, &[b"stsd"]).await? else {
        return Ok(());
    };
    for entry in atoms(source, stsd.inside(8)).await? {
        if matches!(
            &entry.kind,
            b"avc1" | b"avc3" | b"hvc1" | b"hev1" | b"av01" | b"vp09" | b"mp4v" | b"jpeg"
        ) {
            plan.zero((entry.at + ENCODER.0).min(entry.end)..(entry.at + ENCODER.0 + ENCODER.1).min(entry.end));
        }
    }
    Ok(())
}

/// Sets the times of making and changing to zero, which means that they are not known.
async fn clock(source: &Source, atom: &Atom, found: &mut Found, plan: &mut Plan) -> Result<(), Fault> {
    let is_long = source.array::<1>(atom.body).await?[0] == 1;
    let width = if is_long { 8 } else { 4 };
    let times = atom.body + 4..atom.body + 4 + 2 * width;
    if times.end > atom.end {
        return Err(Fault::Broken);
    }
    let made = source.read(times.start, width as usize).await?;
    let made = made.iter().fold(0_u64, |number, &byte| number << 8 | u64::from(byte));
    if let Some(seconds) = made.checked_sub(TO_1970)
        && atom.kind == *b"mvhd"
    {
        found.time(&date(seconds));
    }
    plan.zero(times);
    Ok(())
}

/// Date and time of a number of seconds since 1970, in the calendar of Europe since 1582.
fn date(seconds: u64) -> String {
    // Years are counted from March, so that the day that comes every fourth year is the last.
    let days = seconds / 86_400 + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let (day, month) = (
        day - (153 * month + 2) / 5 + 1,
        if month < 10 { month + 3 } else { month - 9 },
    );
    let year = era * 400 + year + u64::from(month <= 2);
    format!(
        "{year:04}-{month:02}-{day:02} {:02}:{:02}",
        seconds / 3600 % 24,
        seconds / 60 % 60
    )
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn seconds_become_dates() {
        assert_eq!(date(0), "1970-01-01 00:00");
        assert_eq!(date(951_827_696), "2000-02-29 12:34");
        assert_eq!(date(1_709_475_120), "2024-03-03 14:12");
    }
}
