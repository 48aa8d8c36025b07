//! The programs behind a session: the one that drives the browser, and a display where the browser wants one.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};

use crate::engine::Engine;

/// How long a program may take to start.
const PATIENCE: Duration = Duration::from_secs(20);

/// A program that is killed when dropped.
pub struct Process(Child);

impl Process {
    fn start(command: &mut Command) -> anyhow::Result<Self> {
        let started = command.stdin(Stdio::null()).spawn();
        let name = command.get_program().to_string_lossy().into_owned();
        Ok(Self(started.with_context(|| format!("{name} did not start: `cargo xtask test` installs it or says how"))?))
    }

    /// Starts what drives an engine, and gives it with its port once it listens there.
    ///
    /// # Errors
    /// Where it is missing or does not listen in time; with its own words.
    pub fn driver(engine: Engine, display: Option<&str>, folder: &Path) -> anyhow::Result<(Self, u16)> {
        let log = folder.join("driver.log");
        // Not all of them take a port of their own choice, or say which it is. One that was free may not stay so.
        for _ in 0..5 {
            let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
            let output = File::create(&log).with_context(|| log.display().to_string())?;
            let mut command = engine.driver(port, folder);
            command.stdout(output.try_clone()?).stderr(output);
            if let Some(display) = display {
                command.env("DISPLAY", display);
            }
            let mut process = Self::start(&mut command)?;
            let deadline = Instant::now() + PATIENCE;
            while process.0.try_wait()?.is_none() {
                if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                    return Ok((process, port));
                }
                if Instant::now() > deadline {
                    break;
                }
                thread::sleep(Duration::from_millis(10));
            }
        }
        bail!("the driver of {engine:?} did not come to listen: {}", fs::read_to_string(log).unwrap_or_default())
    }

    /// Starts a display that nobody sees, and gives it with its name.
    ///
    /// # Errors
    /// Where it is missing or does not start.
    pub fn display() -> anyhow::Result<(Self, String)> {
        let mut command = Command::new("Xvfb");
        // It chooses a number and says it on standard output.
        command.args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1280x1600x24"]);
        let mut process = Self::start(command.stdout(Stdio::piped()).stderr(Stdio::null()))?;
        let output = process.0.stdout.take().context("no output of Xvfb")?;
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number).context("the display's number")?;
        if number.trim().is_empty() {
            bail!("Xvfb ended without naming its display");
        }
        Ok((process, format!(":{}", number.trim())))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Both fail only where it has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
