//! Reading spec files from disk.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::error::Fault;
use super::{LoadError, SpecError, SpecFile};

impl SpecFile {
    /// The most bytes that are read of one file.
    ///
    /// ```
    /// use accelspec::SpecFile;
    ///
    /// assert_eq!(SpecFile::MAX_BYTES, 67_108_864);
    /// ```
    pub const MAX_BYTES: u64 = 64 << 20;

    /// Reads one file. A byte order mark and lines that end as on Windows make no difference.
    ///
    /// # Errors
    ///
    /// [`LoadError`] when the file cannot be read, is not a regular one (a folder, a pipe, a device), has more than
    /// [`SpecFile::MAX_BYTES`] bytes or is not UTF-8.
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

    /// Reads every `.toml` file of a folder and the folders in it, sorted by path.
    ///
    /// Files and folders whose name begins with a dot are left out: they are those of editors and version control. Links to files are
    /// followed, wherever they lead; links to folders are not. Each file is bounded, their number is not: of a folder that strangers fill, bound
    /// the size.
    ///
    /// # Errors
    ///
    /// [`LoadError`] with one error for each folder that cannot be listed and each `.toml` file that [`SpecFile::read`] refuses, a link
    /// to nothing among them.
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
                Err(error) => errors.push(unreadable(&folder, &error)),
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
fn list(folder: &Path) -> io::Result<(Vec<PathBuf>, Vec<PathBuf>)> {
    let (mut folders, mut files) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        // The type of the entry itself, so that a link to a folder is not a folder and no loop can arise.
        if entry.file_type()?.is_dir() {
            folders.push(path);
        } else if path.extension().is_some_and(|extension| extension == "toml") && !path.is_dir() {
            files.push(path);
        }
    }
    Ok((folders, files))
}

fn read(path: &Path) -> Result<SpecFile, SpecError> {
    let fault = |fault| SpecError::of_file(name(path), fault);
    let regular = |metadata: io::Result<fs::Metadata>| match metadata {
        Ok(metadata) if !metadata.is_file() => Err(fault(Fault::NotRegular)),
        Ok(metadata) if metadata.len() > SpecFile::MAX_BYTES => Err(fault(Fault::TooLong)),
        Ok(_) => Ok(()),
        Err(error) => Err(unreadable(path, &error)),
    };
    // Before it is opened, since to open a pipe is to wait for a writer; and after, since it may be another by then.
    regular(fs::metadata(path))?;
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    regular(file.metadata())?;
    let mut bytes = Vec::new();
    // Some files do not know their length, and some grow.
    file.take(SpecFile::MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|error| unreadable(path, &error))?;
    if bytes.len() as u64 > SpecFile::MAX_BYTES {
        return Err(fault(Fault::TooLong));
    }
    String::from_utf8(bytes).map(|text| SpecFile::new(name(path), text)).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let byte = bytes.get(valid).copied().unwrap_or_default();
        let before = SpecFile::new(name(path), String::from_utf8_lossy(bytes.get(..valid).unwrap_or_default()));
        SpecError::at(&before, valid..valid, Fault::NotUtf8 { byte })
    })
}

fn unreadable(path: &Path, error: &io::Error) -> SpecError {
    SpecError::of_file(name(path), Fault::Unreadable { reason: error.to_string() })
}

/// A path as a name: bytes that are not UTF-8 by their number, so that no two files bear one name.
fn name(path: &Path) -> String {
    let mut name = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        name.push_str(chunk.valid());
        name.extend(chunk.invalid().iter().map(|byte| format!("\\x{byte:02x}")));
    }
    name
}

#[cfg(test)]
mod tests {
    use super::{fs, list, read};

    #[test]
    fn a_file_that_is_gone_by_the_time_it_is_read_is_an_error() -> std::io::Result<()> {
        let folder = std::env::temp_dir().join(format!("accelspec-gone-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("a.toml"), "")?;
        let (folders, files) = list(&folder)?;
        fs::remove_dir_all(&folder)?;
        assert_eq!((folders.len(), files.len()), (0, 1));
        let error = read(&files[0]).map_or_else(|error| error.to_string(), |_| "read".to_owned());
        let expected = format!("{}: cannot be read: ", files[0].display());
        assert!(error.starts_with(&expected) && error.ends_with("; check the path and its permissions"), "{error}");
        Ok(())
    }
}
