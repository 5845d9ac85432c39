//! Clean copies in the eyes of programs that are not ours: ExifTool finds nothing in them, and decoders see the same picture.

mod common;

use std::{env, fs, path::PathBuf, process::Command};

use common::{Sample, clean, samples};

/// What ExifTool may still say of a clean copy: what the file system and the compressed picture say themselves, the shape of the
/// container, and which way up it is.
const FINE: &[&str] = &[
    "ExifTool",
    "System",
    "File",
    "PNG",
    "RIFF",
    "GIF",
    "ICC_Profile",
    "ICC-header",
    "ICC-",
    "Composite",
    "JFIF",
    "Track",
    "QuickTime",
    "Meta",
    "HEIC",
];
/// Fields of the groups above that may not say anything.
const TELLING: &[&str] = &[
    "Comment",
    "Author",
    "Description",
    "Title",
    "Software",
    "Warning",
    "GPS",
    "Serial",
    "Owner",
    "Trailer",
];

#[test]
fn exiftool_finds_nothing_in_clean_copies() {
    if Command::new("exiftool").arg("-ver").output().is_err() {
        eprintln!("not checked: exiftool is not installed (libimage-exiftool-perl)");
        return;
    }
    for Sample { name, bytes, .. } in samples() {
        let path = written("exiftool", name, &clean(name, &bytes));
        let said = Command::new("exiftool")
            .args(["-a", "-G1", "-s", "-ee"])
            .arg(&path)
            .output()
            .expect("exiftool runs");
        for line in String::from_utf8_lossy(&said.stdout).lines() {
            let (group, rest) = line
                .strip_prefix('[')
                .and_then(|rest| rest.split_once(']'))
                .unwrap_or(("", line));
            let (tag, value) = rest
                .split_once(':')
                .map_or((rest.trim(), ""), |(tag, value)| (tag.trim(), value.trim()));
            let is_shape = group == "IFD0" || group.starts_with("IFD") && name.ends_with("tiff");
            assert!(
                is_shape || FINE.iter().any(|fine| group.starts_with(fine)),
                "{name}: {line}"
            );
            let is_time = tag.contains("Date") && !matches!(group, "System" | "ICC-header");
            assert!(!is_time || value.starts_with("0000"), "{name}: {line}");
            let tells =
                !matches!(group, "System" | "ICC_Profile") && TELLING.iter().any(|telling| tag.contains(telling));
            assert!(!tells, "{name}: {line}");
            if group == "IFD0" && !name.ends_with("tiff") {
                let is_kept = matches!(
                    tag,
                    "Orientation" | "XResolution" | "YResolution" | "ResolutionUnit" | "YCbCrPositioning"
                );
                assert!(is_kept, "{name}: {line}");
            }
        }
    }
}

#[test]
fn other_decoders_see_the_same_picture() {
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/samples/decode.py");
    let python = env::var("PYTHON").unwrap_or_else(|_| "python3".into());
    for Sample { name, bytes, .. } in samples() {
        let (before, after) = (
            written("before", name, &bytes),
            written("after", name, &clean(name, &bytes)),
        );
        let Ok(said) = Command::new(&python).arg(&script).args([&before, &after]).output() else {
            eprintln!("not checked: {python} is not installed");
            return;
        };
        if said.status.code() == Some(77) {
            eprintln!("not checked: {}", String::from_utf8_lossy(&said.stdout).trim());
            return;
        }
        assert!(
            said.status.success(),
            "{name}: {}",
            String::from_utf8_lossy(&said.stderr)
        );
    }
}

/// Writes a file into a folder of its own; the copy replaces that of the last run.
fn written(folder: &str, name: &str, bytes: &[u8]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(folder);
    fs::create_dir_all(&folder).expect("the folder is made");
    let path = folder.join(name);
    fs::write(&path, bytes).expect("the file is written");
    path
}
