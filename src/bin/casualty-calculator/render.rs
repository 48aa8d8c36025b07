//! The files for pages without a script and for other uses of the figures.

use std::fs;
use std::path::Path;

use casualty_calculator::publish::{Error, Options, Publication};

use crate::lines;
use crate::pixels::Fonts;

/// Writes the files for a dataset into a folder.
///
/// # Errors
/// A message, where something is wrong with the dataset, the scenario or an address, no font is installed, or the folder
/// can't be created or written to.
pub fn render(file: &Path, data: &str, options: Options, out: &Path) -> Result<(), String> {
    let pictures = options.pictures;
    let said = |error| match error {
        Error::Dataset(errors) => lines(file, &errors),
        Error::Address(_) => format!("--url {error}"),
        Error::Source(_) => format!("--src {error}"),
        error => error.to_string(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    let publication = runtime.block_on(Publication::draw(data, options)).map_err(said)?;
    let mut files = Vec::new();
    for file in publication.files().map_err(said)? {
        files.push((file.name, file.text.into_bytes()));
    }
    if pictures {
        let fonts = Fonts::from_system()?;
        for picture in publication.pictures() {
            files.push((picture.name, fonts.png(&picture.svg, picture.scale)?));
        }
    }
    fs::create_dir_all(out).map_err(|error| format!("{}: {error}", out.display()))?;
    for (name, bytes) in files {
        let path = out.join(name);
        fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}
