//! The engines that the tests run in, and all that is particular to starting one.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::bail;
use serde_json::{Value, json};
use thirtyfour::{Key, TypingData};

use crate::browser::Profile;

const CHROMIUM_ARGUMENTS: [&str; 10] = [
    "--headless=new",
    "--hide-scrollbars",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--window-size=1100,900",
];

/// What lays out and runs a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Of Chromium, Chrome, Edge and most others.
    Chromium,
    /// Of Firefox.
    Firefox,
    /// Of Safari, and of every browser on an iPhone; here WebKitGTK.
    WebKit,
}

impl Engine {
    /// The one that `CC_ENGINE` names; Chromium where it names none.
    ///
    /// # Errors
    /// Where there is none of that name.
    pub fn chosen() -> anyhow::Result<Self> {
        let name = env::var("CC_ENGINE").unwrap_or_else(|_| "chromium".to_owned());
        match name.as_str() {
            "chromium" => Ok(Self::Chromium),
            "firefox" => Ok(Self::Firefox),
            "webkit" => Ok(Self::WebKit),
            other => bail!("CC_ENGINE is {other}, and not chromium, firefox or webkit"),
        }
    }

    /// Whether it can only show its windows on a display.
    pub fn wants_display(self) -> bool {
        self == Self::WebKit
    }

    /// What starts the program that drives it, listening on a port and leaving its files in a folder.
    pub fn driver(self, port: u16, folder: &Path) -> Command {
        let mut command = match self {
            Self::Chromium => Command::new("chromedriver"),
            Self::Firefox => Command::new(geckodriver()),
            Self::WebKit => Command::new("WebKitWebDriver"),
        };
        command.arg(format!("--port={port}"));
        match self {
            Self::Chromium => &mut command,
            // Access to the browser's own scripts: they alone change its colour scheme.
            Self::Firefox => {
                command.args(["--websocket-port=0", "--allow-system-access", "--profile-root"]).arg(folder)
            }
            // It would go on in the reader's own folders, and keeps asking for a bus of aids that is not there.
            Self::WebKit => command
                .envs(["XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"].map(|name| (name, folder)))
                .envs([("NO_AT_BRIDGE", "1"), ("LANGUAGE", "en"), ("LIBGL_ALWAYS_SOFTWARE", "1")]),
        };
        command
    }

    /// Keys as its driver takes them. Most let go of Control, Shift or Alt when they come again, and not at `Null`.
    pub fn keys(self, keys: TypingData) -> TypingData {
        if self == Self::Chromium {
            return keys;
        }
        let mut held = String::new();
        let mut taken = String::new();
        for key in keys.as_vec() {
            if key == Key::Null.value() {
                taken += &std::mem::take(&mut held);
                continue;
            }
            if [Key::Control, Key::Shift, Key::Alt].iter().any(|modifier| modifier.value() == key) {
                held.push(key);
            }
            taken.push(key);
        }
        taken.into()
    }

    /// What a new session of the driver is asked for.
    pub fn capabilities(self, folder: &Path, profile: Profile) -> Value {
        match self {
            Self::Chromium => {
                let folder = format!("--user-data-dir={}", folder.display());
                let arguments: Vec<_> = CHROMIUM_ARGUMENTS.into_iter().chain([folder.as_str()]).collect();
                // Every request in a log takes time, and would stay there for the next visit.
                let logs = if profile == Profile::Fresh {
                    json!({ "browser": "ALL", "performance": "ALL" })
                } else {
                    json!({ "browser": "ALL" })
                };
                json!({
                    "browserName": "chrome",
                    "goog:chromeOptions": { "args": arguments },
                    "goog:loggingPrefs": logs,
                })
            }
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": { "args": ["-headless", "-width", "1100", "-height", "900"] },
            }),
            Self::WebKit => json!({}),
        }
    }
}

/// Where `cargo xtask test` puts it, or what `CC_GECKODRIVER` names.
fn geckodriver() -> PathBuf {
    let usual = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/geckodriver/bin/geckodriver");
    env::var_os("CC_GECKODRIVER").map_or_else(|| PathBuf::from(usual), PathBuf::from)
}
