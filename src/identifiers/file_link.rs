//! Links that open a patient's record or a shared file.
//!
//! A record is recognised by a query parameter or path that names a patient (`?patient_id=`, `/Patient/123` as in HL7
//! FHIR's REST addresses), or by the host of a hospital system; a shared file by the host of a storage service.
//! Records are `Strong`; shared files `Weak`, since most are slides and papers, and `Fair` beside a clinical word.

use super::claim::{Claim, Confidence};
use super::kind::Kind;
use super::nearby::is_named;
use super::scan::Scan;
use super::zones::Zone;

const RECORD_PARAMETERS: &[&str] = &[
    "patient",
    "patientid",
    "patient_id",
    "patient-id",
    "pid",
    "mrn",
    "nhs",
    "nhsno",
    "nhsnumber",
    "nhs_number",
    "nric",
    "hkid",
    "nhi",
    "accession",
    "accessionnumber",
    "studyuid",
    "studyinstanceuid",
    "encounter",
    "encounterid",
    "ppsn",
    "hn",
];

const RECORD_PATHS: &[&str] = &[
    "/patient/",
    "/patients/",
    "/encounter/",
    "/studies/1.2.",
    "/chart/",
    "/imagingstudy/",
];

const RECORD_HOSTS: &[&str] = &[
    "pacs",
    "ehr",
    "emr",
    "epr",
    "mychart",
    "systmone",
    "powerchart",
    "hyperspace",
];

const STORAGE_HOSTS: &[&str] = &[
    "drive.google.com",
    "docs.google.com",
    "photos.app.goo.gl",
    "dropbox.com",
    "db.tt",
    "onedrive.live.com",
    "1drv.ms",
    "sharepoint.com",
    "box.com",
    "icloud.com",
    "wetransfer.com",
    "we.tl",
    "mega.nz",
];

const CLINICAL_WORDS: &[&str] = &[
    "patient", "patients", "scan", "xray", "x ray", "mri", "ct", "photo", "photos", "images", "notes", "referral",
    "results",
];

/// A link that starts at atom `first`.
pub(super) fn find(scan: &Scan, first: usize) -> Option<Claim> {
    if scan.atoms[first].zone != Zone::Link {
        return None;
    }
    let chunk = scan.chunks.get(
        scan.chunks
            .partition_point(|chunk| chunk.range.end <= scan.atoms[first].start),
    )?;
    // Whatever stands between them, only the first atom begins the link: each of many would read all of it.
    if first > 0 && scan.atoms[first - 1].start >= chunk.range.start {
        return None;
    }
    let link = scan.slice(chunk.range.clone());
    let rest = link.split_once("://").map_or(link, |(_, rest)| rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let count = scan.atoms[first..]
        .iter()
        .take_while(|atom| atom.start < chunk.range.end)
        .count();
    let last = first + count.checked_sub(1)?;
    let is_storage = STORAGE_HOSTS
        .iter()
        .any(|known| host == *known || host.strip_suffix(known).is_some_and(|front| front.ends_with('.')));
    let confidence = if is_record(host, path) {
        Confidence::Strong
    } else if is_storage && is_named(scan, first, last, CLINICAL_WORDS) {
        Confidence::Fair
    } else if is_storage && path.len() > 8 {
        Confidence::Weak
    } else {
        return None;
    };
    Some(Claim::new(
        Kind::FileLink,
        first,
        last,
        confidence > Confidence::Weak,
        confidence,
    ))
}

fn is_record(host: &str, path: &str) -> bool {
    let has_parameter = path.split_once('?').is_some_and(|(_, query)| {
        query.split(['&', ';', '#']).any(|pair| {
            pair.split_once('=').is_some_and(|(name, value)| {
                RECORD_PARAMETERS.contains(&name) && value.bytes().any(|byte| byte.is_ascii_digit())
            })
        })
    });
    let whole = ["/", path].concat();
    let has_path = RECORD_PATHS.iter().any(|known| {
        whole.find(known).is_some_and(|at| {
            whole[at + known.len()..]
                .split('/')
                .next()
                .is_some_and(|id| id.bytes().any(|byte| byte.is_ascii_digit()))
        })
    });
    let has_host =
        host.split('.').any(|label| RECORD_HOSTS.contains(&label)) && path.bytes().any(|byte| byte.is_ascii_digit());
    has_parameter || has_path || has_host
}

#[cfg(test)]
mod tests {
    use crate::identifiers::testing::{assert_kinds, assert_quiet};

    #[test]
    fn records_and_shared_files() {
        assert_kinds(&[
            (
                "see https://ehr.example.org/view?patient_id=4711 now",
                "link to a record or shared file",
                "https://ehr.example.org/view?patient_id=4711",
            ),
            (
                "https://fhir.example.org/Patient/123",
                "link to a record or shared file",
                "https://fhir.example.org/Patient/123",
            ),
            (
                "the scan https://drive.google.com/file/d/1abcDEF/view",
                "link to a record or shared file",
                "https://drive.google.com/file/d/1abcDEF/view",
            ),
        ]);
        assert_quiet(&[
            "https://www.example.org/patients/leaflets",
            "https://example.com/?page=12",
            "www.dropbox.com",
        ]);
    }
}
