//! Turns `data/gazetteers/towns.txt` into the columns that `src/towns.rs` reads.

use std::{env, error::Error, fs, path::Path};

/// A hundredth of a degree, the resolution of the list.
const STEPS: f64 = 100.0;

fn main() -> Result<(), Box<dyn Error>> {
    let list = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../data/gazetteers/towns.txt");
    println!("cargo::rerun-if-changed={}", list.display());
    let text = fs::read_to_string(&list).map_err(|error| format!("{}: {error}", list.display()))?;
    let (mut places, mut names) = (Vec::new(), String::new());
    for (number, line) in text.lines().enumerate() {
        if line.starts_with('#') {
            continue;
        }
        let wrong = || {
            format!(
                "{}:{}: write country, latitude, longitude and name, with tabs between",
                list.display(),
                number + 1
            )
        };
        let [country, latitude, longitude, name] = line.split('\t').collect::<Vec<_>>()[..] else {
            return Err(wrong().into());
        };
        let steps = |degrees: &str| -> Result<i16, Box<dyn Error>> {
            let degrees: f64 = degrees.parse().map_err(|_| wrong())?;
            Ok(if degrees.abs() <= 180.0 {
                (degrees * STEPS).round() as i16
            } else {
                return Err(wrong().into());
            })
        };
        places.extend(steps(latitude)?.to_le_bytes());
        places.extend(steps(longitude)?.to_le_bytes());
        if country.len() != 2 {
            return Err(wrong().into());
        }
        names.push_str(country);
        names.push_str(name);
        names.push('\n');
    }
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("places.bin"), places)?;
    fs::write(Path::new(&out).join("names.txt"), names)?;
    Ok(())
}
