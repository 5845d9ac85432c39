//! What a file is, by its first bytes; and what its name says.

use serde::Serialize;

/// How many bytes from the head on tell the format.
pub const HEAD: usize = 132;

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// JPEG.
    Jpeg,
    /// PNG, also animated.
    Png,
    /// WebP.
    Webp,
    /// GIF.
    Gif,
    /// TIFF.
    Tiff,
    /// HEIC and its kin.
    Heic,
    /// AVIF.
    Avif,
    /// MP4.
    Mp4,
    /// QuickTime.
    Mov,
    /// A document, which is not cleaned here.
    Pdf,
    /// A picture from a scanner with the patient's record in it, which is not cleaned here.
    Dicom,
    /// Anything else.
    Other,
}

impl Format {
    /// By the first [`HEAD`] bytes, or all there are.
    #[must_use]
    pub fn of(head: &[u8]) -> Self {
        match head {
            [0xFF, 0xD8, 0xFF, ..] => Format::Jpeg,
            [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Format::Png,
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Format::Webp,
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Format::Gif,
            [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => Format::Tiff,
            [b'%', b'P', b'D', b'F', ..] => Format::Pdf,
            [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => brand.get(..4).map_or(Format::Other, of_brand),
            // Films of old have no word about their brand.
            [_, _, _, _, b'm', b'o', b'o', b'v', ..] | [_, _, _, _, b'w', b'i', b'd', b'e', ..] => Format::Mov,
            head if head.get(128..132) == Some(b"DICM") => Format::Dicom,
            _ => Format::Other,
        }
    }
}

fn of_brand(brand: &[u8]) -> Format {
    match brand {
        b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1" | b"mif2" => Format::Heic,
        b"avif" | b"avis" => Format::Avif,
        b"qt  " => Format::Mov,
        _ => Format::Mp4,
    }
}

/// What to look at twice, by the name of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Caution {
    /// A scan with the patient's name, number and date of birth in it.
    Dicom,
    /// A document that may hold more than its pages show.
    Pdf,
    /// A screenshot: whatever was on the screen.
    Screenshot,
    /// Named after a system of records.
    Record,
}

/// How the systems of this world call a picture of the screen, in lower case.
const SCREENSHOTS: &[&str] = &[
    "screenshot",
    "screen shot",
    "screen_shot",
    "screencapture",
    "screen capture",
    "screen recording",
    "bildschirmfoto",
    "capture d’écran",
    "capture d'écran",
    "captura de pantalla",
    "schermafbeelding",
    "snip",
    "tangkapan layar",
    "tangkap layar",
    "截屏",
    "截圖",
    "截图",
    "螢幕截圖",
    "屏幕截图",
    "スクリーンショット",
];
/// Systems of records, and what is taken out of them, as words of a file name in lower case.
const RECORDS: &[&str] = &[
    "emis",
    "systmone",
    "mychart",
    "cerner",
    "powerchart",
    "pacs",
    "meditech",
    "allscripts",
    "athenahealth",
    "eclinicalworks",
    "adastra",
    "bestpractice",
    "medicaldirector",
    "medtech32",
    "indici",
    "helixpm",
    "ehr",
    "emr",
    "ecg",
    "ekg",
    "xray",
    "x-ray",
    "cxr",
    "mri",
    "dicom",
    "wardlist",
    "ward-list",
    "discharge-summary",
    "referral-letter",
    "drug-chart",
    "medication-chart",
];
/// Systems whose names are also other things: they count beside a word of [`RECORD_WORDS`] or in a screenshot.
const AMBIGUOUS: &[&str] = &[
    "epic",
    "rio",
    "vision",
    "genie",
    "athena",
    "lorenzo",
    "medway",
    "nextgen",
    "socrates",
    "tpp",
    "millennium",
];
const RECORD_WORDS: &[&str] = &[
    "record", "records", "chart", "patient", "export", "results", "bloods", "notes", "list", "print",
];

impl Caution {
    /// By format and name.
    #[must_use]
    pub fn of(format: Format, name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
        match format {
            Format::Dicom => return Some(Caution::Dicom),
            Format::Pdf => return Some(Caution::Pdf),
            _ if name.ends_with(".dcm") || name.ends_with(".dicom") || stem == "dicomdir" => {
                return Some(Caution::Dicom);
            }
            _ if name.ends_with(".pdf") => return Some(Caution::Pdf),
            _ => {}
        }
        let is_screenshot = SCREENSHOTS.iter().any(|start| stem.starts_with(start));
        let has = |list: &[&str]| {
            let mut words = stem.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
            words.any(|word| list.contains(&word) || word.split('-').any(|part| list.contains(&part)))
        };
        if has(RECORDS) || (has(AMBIGUOUS) && (is_screenshot || has(RECORD_WORDS))) {
            return Some(Caution::Record);
        }
        is_screenshot.then_some(Caution::Screenshot)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is_named(name: &str, caution: Option<Caution>) {
        assert_eq!(Caution::of(Format::Png, name), caution, "{name}");
    }

    #[test]
    fn records_and_screenshots_are_known_by_their_names() {
        is_named("Screenshot 2024-03-03 at 14.12.09.png", Some(Caution::Screenshot));
        is_named("Bildschirmfoto 2024-03-03.png", Some(Caution::Screenshot));
        is_named("EMIS_export.png", Some(Caution::Record));
        is_named("Screenshot of SystmOne.png", Some(Caution::Record));
        is_named("chest-xray.jpg", Some(Caution::Record));
        is_named("Epic results 3 March.png", Some(Caution::Record));
        is_named("IM0001.dcm", Some(Caution::Dicom));
        is_named("letter.PDF", Some(Caution::Pdf));
    }

    #[test]
    fn other_names_are_nobodys_business() {
        for name in [
            "IMG_2041.HEIC",
            "epic-sunset.jpg",
            "rio carnival.jpg",
            "epicurean.jpg",
            "factory.png",
            "holiday.jpeg",
            "premises.png",
            "",
            ".png",
        ] {
            is_named(name, None);
        }
    }
}
