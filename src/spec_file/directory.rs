//! Reading spec files from disk.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::Fault;
use super::{LoadError, SpecError, SpecFile};

impl SpecFile {
    /// Reads one file.
    ///
    /// # Errors
    ///
    /// [`LoadError`] when the file cannot be read or is not UTF-8.
    ///
    /// ```
    /// use accelspec::SpecFile;
    ///
    /// let file = SpecFile::read("specs/samsung/mach.toml")?;
    /// assert!(file.text().contains("samsung-mach-1"));
    /// assert!(SpecFile::read("specs/no-such-file.toml").is_err());
    /// # Ok::<(), accelspec::LoadError>(())
    /// ```
    pub fn read(path: impl AsRef<Path>) -> Result<Self, LoadError> {
        read(path.as_ref()).map_err(|error| LoadError::new(vec![error]))
    }

    /// Reads every `.toml` file of a folder and the folders in it, sorted by path. Links to folders are not followed.
    ///
    /// # Errors
    ///
    /// [`LoadError`] with one line for each folder or file that cannot be read or is not UTF-8.
    ///
    /// ```
    /// use accelspec::{Catalog, SpecFile};
    ///
    /// let files = SpecFile::read_directory("specs")?;
    /// assert_eq!(&Catalog::from_files(&files)?, Catalog::builtin());
    /// # Ok::<(), accelspec::LoadError>(())
    /// ```
    pub fn read_directory(path: impl AsRef<Path>) -> Result<Vec<Self>, LoadError> {
        let mut errors = Vec::new();
        let mut paths = Vec::new();
        let mut folders = vec![path.as_ref().to_owned()];
        while let Some(folder) = folders.pop() {
            match list(&folder) {
                Ok((inner, files)) => {
                    folders.extend(inner);
                    paths.extend(files);
                }
                Err(error) => errors.push(SpecError::of_file(&folder, Fault::Unreadable { reason: error.to_string() })),
            }
        }
        paths.sort();
        let mut files = Vec::new();
        for path in paths {
            match read(&path) {
                Ok(file) => files.push(file),
                Err(error) => errors.push(error),
            }
        }
        if errors.is_empty() { Ok(files) } else { Err(LoadError::new(errors)) }
    }
}

/// The folders and the `.toml` files of a folder.
fn list(folder: &Path) -> std::io::Result<(Vec<PathBuf>, Vec<PathBuf>)> {
    let (mut folders, mut files) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        // The type of the entry itself, so that a link to a folder is not a folder and no loop can arise.
        if entry.file_type()?.is_dir() {
            folders.push(path);
        } else if path.extension().is_some_and(|extension| extension == "toml") && path.is_file() {
            files.push(path);
        }
    }
    Ok((folders, files))
}

fn read(path: &Path) -> Result<SpecFile, SpecError> {
    let bytes =
        fs::read(path).map_err(|error| SpecError::of_file(path, Fault::Unreadable { reason: error.to_string() }))?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(SpecFile::new(path.display().to_string(), text)),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            Err(SpecError::of_file(path, Fault::NotUtf8 { valid }))
        }
    }
}
