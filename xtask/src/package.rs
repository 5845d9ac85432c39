//! The archives. The same files give the same bytes: names sorted, times fixed.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use crate::{
    paths::{dist, root},
    step::{command, timed},
};

/// Writes `chaperone-VERSION.zip`, which both stores take, and `chaperone-VERSION-source.zip`, which reviewers build it from.
///
/// # Errors
/// When the extension has not been built or an archive cannot be written.
pub fn all() -> Result<()> {
    let extension = dist().join("extension");
    let manifest = fs::read(extension.join("manifest.json")).context("the extension is not built")?;
    let manifest: serde_json::Value = serde_json::from_slice(&manifest).context("manifest.json")?;
    let version = manifest["version"].as_str().context("manifest.json has no version")?;
    let folder = dist().join("packages");
    fs::create_dir_all(&folder)?;

    let name = format!("chaperone-{version}");
    timed(&format!("Extension → dist/packages/{name}.zip"), || {
        zip(
            &extension,
            files_below(&extension)?,
            &folder.join(format!("{name}.zip")),
        )
    })?;
    timed(&format!("Source → dist/packages/{name}-source.zip"), || {
        zip(&root(), tracked_files()?, &folder.join(format!("{name}-source.zip")))
    })
}

fn zip(base: &Path, mut files: Vec<PathBuf>, archive: &Path) -> Result<()> {
    files.sort();
    let mut writer = ZipWriter::new(File::create(archive)?);
    for file in files {
        let path = base.join(&file);
        let mode = if is_executable(&path)? { 0o755 } else { 0o644 };
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(mode);
        writer.start_file(file.to_string_lossy().replace('\\', "/"), options)?;
        std::io::copy(&mut File::open(&path)?, &mut writer)?;
    }
    writer.finish()?;
    Ok(())
}

fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path.strip_prefix(folder)?.to_owned());
            }
        }
    }
    Ok(files)
}

fn tracked_files() -> Result<Vec<PathBuf>> {
    let listed = command("git")
        .args(["ls-files", "-z"])
        .output()
        .context("git is needed to list the source files")?;
    ensure!(listed.status.success(), "git cannot list the source files");
    let names = String::from_utf8(listed.stdout)?;
    Ok(names
        .split('\0')
        .filter(|name| !name.is_empty() && root().join(name).is_file())
        .map(PathBuf::from)
        .collect())
}

#[cfg(unix)]
fn is_executable(path: &Path) -> Result<bool> {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::metadata(path)?.permissions().mode() & 0o100 != 0)
}

#[cfg(not(unix))]
fn is_executable(_: &Path) -> Result<bool> {
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_files_give_the_same_bytes_whenever_they_were_written() {
        let folder = std::env::temp_dir().join(format!("chaperone-zip-{}", std::process::id()));
        let archive = |name: &str| -> Vec<u8> {
            fs::create_dir_all(folder.join("b")).unwrap();
            fs::write(folder.join("b/one.txt"), "one").unwrap();
            fs::write(folder.join("a.txt"), "two").unwrap();
            let path = std::env::temp_dir().join(format!("{name}-{}", std::process::id()));
            zip(&folder, files_below(&folder).unwrap(), &path).unwrap();
            fs::remove_dir_all(&folder).unwrap();
            let bytes = fs::read(&path).unwrap();
            fs::remove_file(path).unwrap();
            bytes
        };
        assert_eq!(archive("first"), archive("second"));
    }
}
