//! Tests that an engine can't do: named, with the reason, and neither passed in silence nor failed.

use std::fmt;
use std::fs::OpenOptions;
use std::io::Write;

use anyhow::Context;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};

use crate::engine::Engine;
use crate::page::output_folder;
use crate::run::running;

/// Something that this engine, or what drives it, has no way of doing. A test that meets it is skipped by name.
#[derive(Debug)]
pub struct Cannot(String);

/// Ends a test at once that only Chromium can do, before any browser starts.
///
/// # Errors
/// In another engine: the test counts as skipped.
pub fn only_in_chromium(why: &str) -> anyhow::Result<()> {
    if Engine::chosen()? == Engine::Chromium { Ok(()) } else { Err(Cannot::because(why)) }
}

impl Cannot {
    /// The error, with what there is no way of doing.
    pub fn because(why: impl Into<String>) -> anyhow::Error {
        Self(why.into()).into()
    }

    /// Why a test ended with this error must count as skipped, if so. Chromium has to do all of them.
    pub fn reason(engine: Engine, error: &anyhow::Error) -> Option<String> {
        if engine == Engine::Chromium {
            return None;
        }
        if let Some(Self(why)) = error.downcast_ref() {
            return Some(why.clone());
        }
        match error.downcast_ref::<WebDriverError>()?.as_inner() {
            WebDriverErrorInner::UnknownCommand(info) | WebDriverErrorInner::UnsupportedOperation(info) => {
                Some(format!("its driver has no such command: {}", info.value.message))
            }
            _ => None,
        }
    }

    /// Notes in the output folder that the running test was skipped; `cargo xtask test` prints it at the end.
    ///
    /// # Errors
    /// Where it can't be written.
    pub fn note(why: &str) -> anyhow::Result<()> {
        let line = format!("{}: {}\n", running(), why.replace('\n', " "));
        eprint!("skipped: {line}");
        let path = output_folder()?.join("skipped.txt");
        let mut file =
            OpenOptions::new().create(true).append(true).open(&path).with_context(|| path.display().to_string())?;
        file.write_all(line.as_bytes()).with_context(|| path.display().to_string())
    }
}

impl fmt::Display for Cannot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "this engine can't: {}", self.0)
    }
}

impl std::error::Error for Cannot {}
