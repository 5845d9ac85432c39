//! The town a place is near to.

use crate::facts::Fact;

/// Latitude and longitude of each town, two bytes each, in hundredths of a degree.
static PLACES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/places.bin"));
/// Country code and name of each town, a line each, in the same order.
static NAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/names.txt"));
/// Farther than this from a town, in kilometres, a place is not near it.
const NEAR: f64 = 150.0;
/// Farther than this, in kilometres, the nearest town does not even tell the country.
const SAME_COUNTRY: f64 = 300.0;
/// Kilometres in one degree of latitude.
const DEGREE: f64 = 111.2;

/// What is said of a place: the nearest larger town, else the country, else only that there is a place.
///
/// Latitude and longitude in degrees, north and east positive.
#[must_use]
pub fn place(latitude: f64, longitude: f64) -> Fact {
    let nearest = PLACES
        .chunks_exact(4)
        .map(|bytes| {
            let degrees = |low, high| f64::from(i16::from_le_bytes([low, high])) / 100.0;
            apart(
                latitude,
                longitude,
                degrees(bytes[0], bytes[1]),
                degrees(bytes[2], bytes[3]),
            )
        })
        .zip(NAMES.lines())
        .min_by(|(one, _), (other, _)| one.total_cmp(other));
    let (near, country) = match nearest {
        Some((distance, line)) if distance <= SAME_COUNTRY => {
            let (country, name) = line.split_at(2);
            ((distance <= NEAR).then(|| name.to_owned()), Some(country.to_owned()))
        }
        _ => (None, None),
    };
    Fact::Place { near, country }
}

/// Kilometres between two places, on a plane: exact enough for the nearest of a few hundred kilometres.
fn apart(latitude: f64, longitude: f64, to_latitude: f64, to_longitude: f64) -> f64 {
    let east = (longitude - to_longitude + 540.0).rem_euclid(360.0) - 180.0;
    let east = east * ((latitude + to_latitude) / 2.0).to_radians().cos();
    (latitude - to_latitude).hypot(east) * DEGREE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is_near(latitude: f64, longitude: f64, near: Option<&str>, country: Option<&str>) {
        let said = Fact::Place {
            near: near.map(Into::into),
            country: country.map(Into::into),
        };
        assert_eq!(place(latitude, longitude), said);
    }

    #[test]
    fn towns_are_named_and_the_sea_is_not() {
        is_near(4.60, 101.09, Some("Ipoh"), Some("MY"));
        is_near(-36.85, 174.76, Some("Auckland"), Some("NZ"));
        is_near(53.27, -9.05, Some("Galway"), Some("IE"));
        is_near(0.0, -30.0, None, None);
    }

    #[test]
    fn the_date_line_is_no_wall() {
        assert!(apart(-18.1, 179.9, -18.1, -179.9) < 25.0);
    }
}
