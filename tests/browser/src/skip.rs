//! Tests that an engine can't do: named, with the reason, and neither passed in silence nor failed.

use std::fmt;
use std::fs::OpenOptions;
use std::io::Write;
use std::thread;

use anyhow::Context;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};

use crate::engine::Engine;
use crate::page::output_folder;

/// Something that this engine, or what drives it, has no way of doing. A test that meets it is skipped by name.
#[derive(Debug)]
pub struct Cannot(String);

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
        let thread = thread::current();
        // The test harness names its threads after the tests.
        let line = format!("{}: {}\n", thread.name().unwrap_or("a test"), why.replace('\n', " "));
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
