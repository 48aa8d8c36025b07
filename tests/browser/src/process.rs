//! The programs behind a session: the one that drives the browser, and a display where the browser wants one.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, bail, ensure};

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
    pub fn driver(engine: Engine, display: Option<&Display>, folder: &Path) -> anyhow::Result<(Self, u16)> {
        let log = folder.join("driver.log");
        // Not all of them take a port of their own choice, or say which it is. One that was free may not stay so.
        for _ in 0..5 {
            let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
            let output = File::create(&log).with_context(|| log.display().to_string())?;
            let mut command = engine.driver(port, folder);
            command.stdout(output.try_clone()?).stderr(output);
            if let Some(display) = display {
                command.env("DISPLAY", &display.name);
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

    /// All that it started, and that they did. Empty where the system does not list processes in files.
    pub fn descendants(&self) -> Vec<u32> {
        let mut parents = Vec::new();
        for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
            let Ok(id) = entry.file_name().to_string_lossy().parse::<u32>() else { continue };
            // The name stands in parentheses and may hold some; then come the state and the parent.
            let status = fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
            let parent = status.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(1)?.parse::<u32>().ok());
            parents.extend(parent.map(|parent| (id, parent)));
        }
        let mut found = vec![self.0.id()];
        let mut at = 0;
        while let Some(above) = found.get(at).copied() {
            found.extend(parents.iter().filter(|(_, parent)| *parent == above).map(|(id, _)| *id));
            at += 1;
        }
        found.split_off(1)
    }

    /// Kills what is left of these.
    pub fn end_all(ids: &[u32]) {
        for id in ids.iter().filter(|id| Path::new(&format!("/proc/{id}")).exists()) {
            // Fails only where it has ended by now.
            let _ = Command::new("kill").arg("-KILL").arg(id.to_string()).stderr(Stdio::null()).status();
        }
    }
}

/// A display that nobody sees, and the settings of its desktop.
pub struct Display {
    name: String,
    /// What `settings` reads.
    file: PathBuf,
    settings: Process,
    _server: Process,
}

impl Display {
    /// Starts both, with a file in a folder.
    ///
    /// # Errors
    /// Where one of them is missing or does not start.
    pub fn start(folder: &Path) -> anyhow::Result<Self> {
        let mut command = Command::new("Xvfb");
        // It chooses a number and says it on standard output.
        command.args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1280x1600x24"]);
        let mut server = Process::start(command.stdout(Stdio::piped()).stderr(Stdio::null()))?;
        let output = server.0.stdout.take().context("no output of Xvfb")?;
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number).context("the display's number")?;
        if number.trim().is_empty() {
            bail!("Xvfb ended without naming its display");
        }
        let name = format!(":{}", number.trim());
        let file = folder.join("desktop-settings");
        write_scheme(&file, "light")?;
        let mut command = Command::new("xsettingsd");
        command.arg("-c").arg(&file).env("DISPLAY", &name).stderr(Stdio::null());
        Ok(Self { settings: Process::start(&mut command)?, name, file, _server: server })
    }

    /// Makes the desktop light or dark.
    ///
    /// # Errors
    /// Where the settings can't be written.
    pub fn set_scheme(&self, scheme: &str) -> anyhow::Result<()> {
        write_scheme(&self.file, scheme)?;
        let told = Command::new("kill").arg("-HUP").arg(self.settings.0.id().to_string()).status();
        ensure!(told.context("kill")?.success(), "xsettingsd has ended");
        Ok(())
    }
}

fn write_scheme(file: &Path, scheme: &str) -> anyhow::Result<()> {
    let theme = if scheme == "dark" { "Adwaita-dark" } else { "Adwaita" };
    fs::write(file, format!("Net/ThemeName \"{theme}\"\n")).with_context(|| file.display().to_string())
}

impl Drop for Process {
    fn drop(&mut self) {
        // Both fail only where it has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
