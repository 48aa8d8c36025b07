//! Why something can't be published.

use std::fmt;

use crate::dataset::DatasetError;

/// Why something can't be published.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// Everything that is wrong with the dataset.
    Dataset(Vec<DatasetError>),
    /// What is wrong with the scenario's text.
    Scenario(DatasetError),
    /// An address that is not the full one of a folder on the web.
    Address(String),
    /// An address that leads to no folder on the web.
    Folder(String),
    /// An address that leads to no dataset on the web.
    Source(String),
    /// Files that fit into no archive.
    Archive(String),
    /// Results that JSON has no form for.
    Json(serde_json::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Dataset(errors) => {
                for (index, error) in errors.iter().enumerate() {
                    write!(f, "{}{error}", if index == 0 { "" } else { "\n" })?;
                }
                Ok(())
            }
            Self::Scenario(error) => write!(f, "scenario, {error}"),
            Self::Address(address) => {
                write!(f, "{address}: expected a full address such as https://your.site/calculator/")
            }
            Self::Folder(address) => write!(
                f,
                "{address}: expected the address of a folder such as https://your.site/calculator/ or /calculator/"
            ),
            Self::Source(address) => write!(
                f,
                "{address}: expected the address of a dataset such as https://your.site/calculator/data.json or data.json"
            ),
            Self::Archive(message) => f.write_str(message),
            Self::Json(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Error {}
