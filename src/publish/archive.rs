//! An archive of files.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::error::Error;

/// A ZIP archive of files, each with its name, folders before it divided by `/`. The same files give the same bytes: all
/// carry the earliest date that the format knows. Nothing is compressed, since that would take a tenth of what the builder may
/// weigh, and an archive is unpacked on the machine where it was saved.
///
/// # Errors
/// Where a name is not one inside the archive or comes twice, or the files are too large for one archive.
pub fn archive(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, Error> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        if !is_inside(name) {
            return Err(Error::Archive(format!("{name}: not the name of a file inside an archive")));
        }
        let written = archive.start_file(&**name, options).and_then(|()| Ok(archive.write_all(bytes)?));
        written.map_err(|error| Error::Archive(format!("{name}: {error}")))?;
    }
    archive.finish().map(Cursor::into_inner).map_err(|error| Error::Archive(error.to_string()))
}

/// Whether whoever unpacks the archive finds the file below the folder that they chose, on any system.
fn is_inside(name: &str) -> bool {
    let is_plain = !name.contains(|c: char| c.is_control() || ['\\', ':'].contains(&c));
    is_plain && name.split('/').all(|part| !["", ".", ".."].contains(&part))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use super::{Error, archive};

    fn file(name: &str, bytes: &[u8]) -> (String, Vec<u8>) {
        (name.to_owned(), bytes.to_vec())
    }

    #[test]
    fn what_was_put_into_an_archive_comes_out_of_it() {
        let files = [
            file("index.html", "<p>загиблі</p>\n".repeat(500).as_bytes()),
            file("data/числа.json", b"{}"),
            file("empty.txt", b""),
            file("social.png", &[0, 255, 10, 13]),
        ];
        let bytes = archive(&files).expect("an archive");
        let mut read = zip::ZipArchive::new(Cursor::new(&bytes)).expect("it can be read");
        assert_eq!(read.len(), files.len());
        for (index, (name, content)) in files.iter().enumerate() {
            let mut file = read.by_index(index).expect("the file is there");
            let mut found = Vec::new();
            file.read_to_end(&mut found).expect("and whole");
            assert_eq!((&*file.name().expect("a name"), &found), (name.as_str(), content));
        }
    }

    #[test]
    fn the_same_files_are_the_same_archive_on_any_day() {
        let bytes = archive(&[file("a.txt", b"a")]).expect("an archive");
        // The date of the first file's head: midnight of 1 January 1980.
        assert_eq!(bytes[10..14], [0, 0, 0x21, 0]);
        assert_eq!(bytes, archive(&[file("a.txt", b"a")]).expect("another"));
    }

    #[test]
    fn no_archive_writes_outside_its_folder_or_over_its_own_files() {
        for name in ["", "/etc/passwd", "../a", "a/../b", "a//b", "a/", "C:\\a", "C:a", "a\nb"] {
            let error = archive(&[file(name, b"")]).expect_err(name);
            assert!(matches!(&error, Error::Archive(text) if text.starts_with(name)), "{error}");
        }
        assert!(archive(&[file("a", b"1"), file("a", b"2")]).is_err());
    }
}
