//! Notices that a source file has changed.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::Context;
use notify_debouncer_full::notify::event::{EventKind, ModifyKind};
use notify_debouncer_full::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, DebouncedEvent, Debouncer, NoCache, new_debouncer_opt};
use xtask::project::Project;

/// What a build is made from.
const SOURCES: [&str; 8] =
    ["src", "styles", "data", "index.html", "stories.html", "Cargo.toml", "build.rs", "docs/troubleshooting.md"];

/// How long files must have been quiet: editors write in several goes.
const QUIET: Duration = Duration::from_millis(200);

/// A watch on the sources.
pub struct Watch {
    sources: Vec<PathBuf>,
    events: Receiver<DebounceEventResult>,
    // Ends the watching when dropped.
    _debouncer: Debouncer<RecommendedWatcher, NoCache>,
}

impl Watch {
    /// Starts watching.
    pub fn start(project: &Project) -> anyhow::Result<Self> {
        let sources = SOURCES.map(|source| project.path(source)).to_vec();
        let (sender, events) = channel();
        let mut debouncer = new_debouncer_opt(QUIET, None, sender, NoCache::new(), Default::default())
            .context("cannot watch for changes")?;
        // Single files are watched through their folder: editors replace a file, and a watch stays with the old one.
        let folders =
            sources.iter().filter(|source| source.is_dir()).map(|folder| (folder.as_path(), RecursiveMode::Recursive));
        let of_files = [project.root().to_owned(), project.path("docs")];
        let of_files = of_files.iter().map(|folder| (folder.as_path(), RecursiveMode::NonRecursive));
        for (folder, mode) in folders.chain(of_files) {
            debouncer.watch(folder, mode).with_context(|| format!("cannot watch {}", folder.display()))?;
        }
        Ok(Self { sources, events, _debouncer: debouncer })
    }

    /// Waits until a source has changed since the last call; false when watching has broken down.
    pub fn wait(&self) -> bool {
        for result in &self.events {
            match result {
                Ok(events) if events.iter().any(|event| self.is_change(event)) => {
                    // One build takes in all that has changed until now.
                    self.events.try_iter().for_each(drop);
                    return true;
                }
                Ok(_) => {}
                Err(errors) => errors.iter().for_each(|error| eprintln!("error: while watching: {error}")),
            }
        }
        false
    }

    /// Whether an event is about what a build is made from; the system also reports files being opened, which every build
    /// does, and the folder that is built.
    fn is_change(&self, event: &DebouncedEvent) -> bool {
        let changes = !matches!(event.kind, EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)));
        changes && event.paths.iter().any(|path| self.sources.iter().any(|source| path.starts_with(source)))
    }
}
