//! Folders that hold what is no spec file, though it is called one.

use std::fs;
use std::path::{Path, PathBuf};

use accelspec::SpecFile;

use super::SHEET;

/// A folder of one test, removed behind it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("accelspec-hostile-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.join(name)
    }

    fn write(&self, name: impl AsRef<Path>, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).expect("a file");
    }

    /// The names of the files that are read, without the folder in front.
    fn read(&self) -> Vec<String> {
        let files = SpecFile::read_directory(&self.0).unwrap_or_else(|error| panic!("{error}"));
        files.iter().map(|file| self.bare(file.name())).collect()
    }

    /// The folder is refused in exactly these words, where `{}` is the folder.
    #[track_caller]
    fn refused(&self, expected: &[&str]) {
        let error = SpecFile::read_directory(&self.0).expect_err("the folder is bad");
        let shown: Vec<_> = error.errors().iter().map(|error| self.bare(&error.to_string())).collect();
        assert_eq!(shown, expected);
    }

    fn bare(&self, text: &str) -> String {
        text.replacen(&format!("{}{}", self.0.display(), std::path::MAIN_SEPARATOR), "", 1)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn the_first_byte_that_is_not_utf_8_is_named_with_its_place() {
    let folder = Folder::new("utf-8");
    folder.write("a.toml", b"# first\n# \xeb\xa7\x88 \xff\xfe");
    folder.write("b.toml", b"\xc3");
    folder.refused(&[
        "a.toml:2:5: the byte 0xff is not UTF-8; save the file as UTF-8",
        "b.toml:1:1: the byte 0xc3 is not UTF-8; save the file as UTF-8",
    ]);
}

#[test]
fn hidden_files_and_folders_are_left_out() {
    let folder = Folder::new("hidden");
    folder.write("a..b.toml", SHEET);
    folder.write(".hidden.toml", "= not TOML");
    folder.write("..up.toml", "= not TOML");
    fs::create_dir(folder.path(".git")).expect("a folder");
    folder.write(".git/c.toml", "= not TOML");
    assert_eq!(folder.read(), ["a..b.toml"]);
}

#[test]
fn a_folder_with_the_name_of_a_file_is_a_folder() {
    let folder = Folder::new("folder");
    fs::create_dir(folder.path("x.toml")).expect("a folder");
    folder.write("x.toml/y.toml", SHEET);
    assert_eq!(folder.read(), [Path::new("x.toml").join("y.toml").display().to_string()]);
    let error = SpecFile::read(folder.path("x.toml")).expect_err("a folder");
    assert_eq!(
        folder.bare(&error.to_string()),
        "x.toml: is not a regular file; give the path of one, or read the text yourself and hand it to `SpecFile::new`"
    );
}

#[test]
fn a_file_beyond_the_limit_is_not_read() {
    let folder = Folder::new("long");
    let file = fs::File::create(folder.path("long.toml")).expect("a file");
    file.set_len(SpecFile::MAX_BYTES + 1).expect("a sparse file");
    folder.refused(&["long.toml: has more than 67108864 bytes; divide it, or leave it out if it is no spec file"]);
}

#[test]
fn every_bad_file_is_named_and_nothing_is_loaded() {
    let folder = Folder::new("every");
    folder.write("a.toml", b"\xff");
    folder.write("b.toml", SHEET);
    folder.write("c.toml", b"\xfe");
    folder.refused(&[
        "a.toml:1:1: the byte 0xff is not UTF-8; save the file as UTF-8",
        "c.toml:1:1: the byte 0xfe is not UTF-8; save the file as UTF-8",
    ]);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::process::Command;

    use super::{Folder, Path, SHEET, SpecFile, fs};

    #[test]
    fn a_pipe_is_refused_and_not_waited_for() {
        let folder = Folder::new("pipe");
        let made = Command::new("mkfifo").arg(folder.path("x.toml")).status().expect("mkfifo runs");
        assert!(made.success());
        let refused = "x.toml: is not a regular file; give the path of one, or read the text yourself and hand it to `SpecFile::new`";
        folder.refused(&[refused]);
        let error = SpecFile::read(folder.path("x.toml")).expect_err("a pipe");
        assert_eq!(folder.bare(&error.to_string()), refused);
    }

    #[test]
    fn a_device_is_refused_and_not_read() {
        let folder = Folder::new("device");
        symlink("/dev/zero", folder.path("zero.toml")).expect("a link");
        symlink("/dev/null", folder.path("null.toml")).expect("a link");
        folder.refused(&[
            "null.toml: is not a regular file; give the path of one, or read the text yourself and hand it to `SpecFile::new`",
            "zero.toml: is not a regular file; give the path of one, or read the text yourself and hand it to `SpecFile::new`",
        ]);
    }

    #[test]
    fn a_link_to_a_file_is_followed_wherever_it_leads() {
        let (folder, outside) = (Folder::new("link"), Folder::new("link-outside"));
        outside.write("a.toml", SHEET);
        symlink(outside.path("a.toml"), folder.path("absolute.toml")).expect("a link");
        let name = outside.0.file_name().expect("a name");
        symlink(Path::new("..").join(name).join("a.toml"), folder.path("relative.toml")).expect("a link");
        assert_eq!(folder.read(), ["absolute.toml", "relative.toml"]);
    }

    #[test]
    fn a_link_to_a_folder_is_not() {
        let folder = Folder::new("loop");
        fs::create_dir(folder.path("inner")).expect("a folder");
        symlink(&folder.0, folder.path("inner/up")).expect("a link");
        symlink(&folder.0, folder.path("inner/up.toml")).expect("a link");
        folder.write("inner/a.toml", SHEET);
        assert_eq!(folder.read(), ["inner/a.toml"]);
    }

    #[test]
    fn a_link_to_itself_or_to_nothing_is_an_error() {
        let folder = Folder::new("nothing");
        symlink("self.toml", folder.path("self.toml")).expect("a link");
        symlink("gone", folder.path("nothing.toml")).expect("a link");
        let reason = |name: &str| fs::read(folder.path(name)).expect_err("no file").to_string();
        let line = |name: &str| format!("{name}: cannot be read: {}; check the path and its permissions", reason(name));
        folder.refused(&[&line("nothing.toml"), &line("self.toml")]);
    }

    #[cfg(target_os = "linux")] // other systems refuse such names
    #[test]
    fn a_name_stands_on_one_line_and_for_one_file() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;

        let folder = Folder::new("names");
        let bytes = [b"\xfe.toml".as_slice(), b"\xff.toml"].map(OsStr::from_bytes);
        for name in bytes.into_iter().chain(["a:1:2: b.toml", "c\nd.toml", "e\u{202e}f.toml"].map(OsStr::new)) {
            folder.write(name, "=");
        }
        let files = SpecFile::read_directory(&folder.0).expect("readable");
        let error = accelspec::Catalog::from_files(&files).expect_err("not TOML").to_string();
        let bare: Vec<_> = error.lines().filter(|line| line.contains(":1:1:")).map(|line| folder.bare(line)).collect();
        let fault = ":1:1: not TOML: unquoted keys cannot be empty, expected letters, numbers, `-`, `_`; see https://toml.io for the syntax";
        let names = [r"\xfe.toml", r"\xff.toml", "a:1:2: b.toml", r"c\nd.toml", r"e\u{202e}f.toml"];
        assert_eq!(bare, names.map(|name| format!("{name}{fault}")));

        let twice = SpecFile::new("c\nd.toml", format!("{SHEET}{SHEET}"));
        let error = accelspec::Catalog::from_files(&[twice]).expect_err("declared twice").to_string();
        let place = r"c\nd.toml:8:6: duplicate id `sheet`, declared at c\nd.toml:2:6; rename one of the two";
        assert_eq!(error, place);
    }

    #[test]
    fn a_file_that_may_not_be_read_is_an_error() {
        let folder = Folder::new("permission");
        folder.write("a.toml", SHEET);
        fs::set_permissions(folder.path("a.toml"), fs::Permissions::from_mode(0o0)).expect("set");
        // Permissions do not bind the superuser, whom the file is read for.
        match fs::read(folder.path("a.toml")) {
            Ok(_) => assert_eq!(folder.read(), ["a.toml"]),
            Err(error) => {
                folder.refused(&[&format!("a.toml: cannot be read: {error}; check the path and its permissions")]);
            }
        }
    }

    #[test]
    fn folders_beyond_the_longest_path_are_an_error() {
        let folder = Folder::new("deep");
        // Each chain is short enough to be made; one hung into the other is too long to be listed.
        let chain = |head: &str| folder.path(head).join(vec!["d".repeat(200); 12].join("/"));
        for head in ["a", "b"] {
            fs::create_dir_all(chain(head)).expect("folders");
        }
        fs::write(chain("b").join("x.toml"), SHEET).expect("a file");
        fs::rename(folder.path("b"), chain("a").join("b")).expect("moved");
        let error = SpecFile::read_directory(&folder.0).expect_err("too deep");
        let [only] = error.errors() else { panic!("{error}") };
        let reason = fs::read_dir(only.file()).expect_err("too deep");
        assert_eq!(only.message(), format!("cannot be read: {reason}; check the path and its permissions"));
        assert!(only.file().starts_with(&chain("a").join("b").display().to_string()));
    }
}
