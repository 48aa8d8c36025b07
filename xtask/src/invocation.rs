//! Another program to run, which can be shown as text that a shell would take.

use std::ffi::OsStr;
use std::fmt;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, bail};

/// A program with its arguments and the environment it needs beside the inherited one.
#[derive(Debug, Clone)]
pub struct Invocation {
    program: String,
    arguments: Vec<String>,
    variables: Vec<(String, String)>,
}

impl Invocation {
    /// A program with the arguments in `text`, which are divided at spaces.
    pub fn new(text: &str) -> Self {
        let mut words = text.split_whitespace().map(String::from);
        Self { program: words.next().unwrap_or_default(), arguments: words.collect(), variables: Vec::new() }
    }

    /// A program by its file.
    pub fn of(program: &Path) -> Self {
        let program = program.to_string_lossy().into_owned();
        Self { program, arguments: Vec::new(), variables: Vec::new() }
    }

    /// Adds one argument, spaces and all.
    pub fn argument(mut self, argument: impl Into<String>) -> Self {
        self.arguments.push(argument.into());
        self
    }

    /// Adds arguments.
    pub fn arguments<S: Into<String>>(mut self, arguments: impl IntoIterator<Item = S>) -> Self {
        self.arguments.extend(arguments.into_iter().map(Into::into));
        self
    }

    /// Sets an environment variable.
    pub fn variable(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.variables.push((name.into(), value.as_ref().to_string_lossy().into_owned()));
        self
    }

    /// Sets environment variables.
    pub fn variables<V: AsRef<OsStr>>(self, variables: impl IntoIterator<Item = (&'static str, V)>) -> Self {
        variables.into_iter().fold(self, |invocation, (name, value)| invocation.variable(name, value))
    }

    /// Shows it, as it is about to run.
    pub fn shown(self) -> Self {
        println!("$ {self}");
        self
    }

    /// Runs it with its output shown through.
    pub fn run(&self, folder: &Path) -> anyhow::Result<()> {
        let status = self.command(folder).status().with_context(|| format!("cannot start `{self}`"))?;
        if !status.success() {
            bail!("`{self}` failed: {status}");
        }
        Ok(())
    }

    /// Runs it and gives back what it wrote to standard output; its error output is shown through.
    pub fn read(&self, folder: &Path) -> anyhow::Result<Vec<u8>> {
        let output =
            self.command(folder).stderr(Stdio::inherit()).output().with_context(|| format!("cannot start `{self}`"))?;
        if !output.status.success() {
            bail!("`{self}` failed: {}", output.status);
        }
        Ok(output.stdout)
    }

    /// Runs it and gives back what it wrote to standard output, whether it went well or not.
    pub fn output(&self, folder: &Path) -> anyhow::Result<Vec<u8>> {
        let output = self.command(folder).output().with_context(|| format!("cannot start `{self}`"))?;
        Ok(output.stdout)
    }

    /// Runs it and gives back what it wrote to standard output, or nothing where it did not go well.
    pub fn read_quietly(&self, folder: &Path) -> Option<Vec<u8>> {
        let output = self.command(folder).output().ok()?;
        output.status.success().then_some(output.stdout)
    }

    /// Runs it in silence and says whether it went well; one that can't be started did not.
    pub fn succeeds(&self, folder: &Path) -> bool {
        self.read_quietly(folder).is_some()
    }

    fn command(&self, folder: &Path) -> Command {
        let mut command = Command::new(&self.program);
        command
            .args(&self.arguments)
            .envs(self.variables.iter().map(|(name, value)| (name, value)))
            .current_dir(folder);
        command
    }
}

impl fmt::Display for Invocation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, value) in &self.variables {
            write!(f, "{name}={} ", quoted(value))?;
        }
        write!(f, "{}", self.program)?;
        for argument in &self.arguments {
            write!(f, " {}", quoted(argument))?;
        }
        Ok(())
    }
}

/// The text as one word of a shell.
fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_=/.,:@%+".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::Invocation;

    #[test]
    fn shows_what_a_shell_would_take() {
        let invocation =
            Invocation::new("cargo doc --no-deps").argument("it's").variable("RUSTDOCFLAGS", "-D warnings");
        assert_eq!(invocation.to_string(), r"RUSTDOCFLAGS='-D warnings' cargo doc --no-deps 'it'\''s'");
    }
}
