//! The one thing of an Exif block that a clean copy keeps: which way up the picture is.

/// An Exif block that says the orientation and nothing else. `None`: the picture stands upright, so nothing need be said.
#[must_use]
pub fn only(orientation: u16) -> Option<Vec<u8>> {
    if !(2..=8).contains(&orientation) {
        return None;
    }
    let mut block = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01".to_vec();
    block.extend(orientation.to_be_bytes());
    block.extend([0; 6]);
    Some(block)
}
