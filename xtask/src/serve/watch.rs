//! Notices that a source file has changed.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, SystemTime};

use anyhow::Context;
use notify_debouncer_mini::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_mini::{DebounceEventResult, Debouncer, new_debouncer};
use walkdir::WalkDir;

use crate::project::Project;

/// What a build is made from.
const SOURCES: [&str; 5] = ["src", "styles", "data", "index.html", "Cargo.toml"];

/// How long files must have been quiet: editors write in several goes.
const QUIET: Duration = Duration::from_millis(200);

/// Each file's time of change and size.
type Snapshot = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

/// A watch on the sources.
pub struct Watch {
    sources: Vec<PathBuf>,
    seen: Snapshot,
    events: Receiver<DebounceEventResult>,
    // Ends the watching when dropped.
    _debouncer: Debouncer<RecommendedWatcher>,
}

impl Watch {
    /// Starts watching.
    pub fn start(project: &Project) -> anyhow::Result<Self> {
        let sources = SOURCES.map(|source| project.path(source)).to_vec();
        let (sender, events) = channel();
        let mut debouncer = new_debouncer(QUIET, sender).context("cannot watch for changes")?;
        // Single files are watched through their folder: editors replace a file, and a watch stays with the old one.
        let folders =
            sources.iter().filter(|source| source.is_dir()).map(|folder| (folder.as_path(), RecursiveMode::Recursive));
        for (folder, mode) in folders.chain([(project.root(), RecursiveMode::NonRecursive)]) {
            debouncer.watcher().watch(folder, mode).with_context(|| format!("cannot watch {}", folder.display()))?;
        }
        Ok(Self { seen: snapshot(&sources), sources, events, _debouncer: debouncer })
    }

    /// Waits until a source has changed since the last call; false when watching has broken down.
    ///
    /// An event alone is not enough: the system also reports files being opened, which every build does.
    pub fn wait(&mut self) -> bool {
        while let Ok(event) = self.events.recv() {
            if let Err(error) = event {
                eprintln!("error: while watching: {error}");
            }
            let now = snapshot(&self.sources);
            if now != self.seen {
                self.seen = now;
                return true;
            }
        }
        false
    }
}

fn snapshot(sources: &[PathBuf]) -> Snapshot {
    let files =
        sources.iter().flat_map(WalkDir::new).filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    files
        .filter_map(|entry| {
            let metadata = entry.metadata().ok()?;
            Some((entry.into_path(), (metadata.modified().ok(), metadata.len())))
        })
        .collect()
}
