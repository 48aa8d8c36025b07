//! Addresses of what is published.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::error::Error;
use super::options::Options;

/// The name that the dataset's file has in an archive.
pub const DATA_FILE: &str = "data.json";

/// What is written otherwise in a language's tag, which has hyphens.
const LANGUAGE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-');

/// The schemes of the web.
const SCHEMES: [&str; 2] = ["https://", "http://"];

/// The address of a folder with the built files, ending in a slash, as links need it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Folder(String);

impl Folder {
    /// A folder by its full address.
    ///
    /// # Errors
    /// Where it is not a full one.
    pub(super) fn full(address: &str) -> Result<Self, Error> {
        match is_full(address) {
            true => Self::full_or_relative(address),
            false => Err(Error::Address(address.to_owned())),
        }
    }

    /// A folder by its full address, or by one that is relative to the pages that use it.
    ///
    /// # Errors
    /// Where it is neither, or holds what no folder's address does.
    pub(super) fn full_or_relative(address: &str) -> Result<Self, Error> {
        let address = address.trim();
        let is_path = !address.is_empty() && !address.contains(['?', '#', '\\', '"', '<', '>']);
        if is_path && is_of_web(address) {
            Ok(Self(format!("{}/", address.trim_end_matches('/'))))
        } else {
            Err(Error::Folder(address.to_owned()))
        }
    }

    /// The address of a file in it.
    pub(super) fn file(&self, name: &str) -> String {
        [&*self.0, name].concat()
    }

    /// An address as those who stand in the folder mean it, for those who stand elsewhere.
    pub(super) fn resolved(&self, address: &str) -> String {
        if is_full(address) || address.starts_with("//") {
            return address.to_owned();
        }
        if address.starts_with('/') {
            return [self.origin(), address].concat();
        }
        self.file(address)
    }

    /// What stands before the path: nothing where the address is relative.
    fn origin(&self) -> &str {
        let Some((_, rest)) = self.0.split_once("//") else { return "" };
        let path = rest.find('/').unwrap_or(rest.len());
        &self.0[..self.0.len() - rest.len() + path]
    }
}

/// Whether an address leads to the web from anywhere.
pub(super) fn is_full(address: &str) -> bool {
    SCHEMES.iter().any(|scheme| address.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty()))
}

/// Whether an address can only lead to the web: it is full, or has no scheme of its own.
pub(super) fn is_of_web(address: &str) -> bool {
    let path = address.split(['/', '?', '#']).next().unwrap_or_default();
    let is_plain = !address.contains(char::is_control);
    is_plain && (is_full(address) || !path.contains(':'))
}

/// The address of the frame's page in a folder, without a scenario.
pub(super) fn page_of_any_scenario(folder: &Folder, options: &Options) -> String {
    let src = options.src.as_ref().map(|src| format!("&src={}", utf8_percent_encode(src, NON_ALPHANUMERIC)));
    let language = utf8_percent_encode(&options.language, LANGUAGE);
    folder.file(&format!("embed.html?lang={language}{}", src.unwrap_or_default()))
}

/// The address of the frame's page in a folder, with the scenario that was asked for.
pub(super) fn page(folder: &Folder, options: &Options) -> String {
    let page = page_of_any_scenario(folder, options);
    match &options.scenario {
        Some(scenario) => format!("{page}#{scenario}"),
        None => page,
    }
}
