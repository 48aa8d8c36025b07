//! The run: every test by its name, on one runtime, since what drives a kept browser can't go from one to another.

use std::cell::Cell;
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use libtest_mimic::{Arguments, Completion, Failed, Trial};
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use tokio::runtime::Runtime;

use crate::browser::Browser;
use crate::engine::Engine;
use crate::skip::Cannot;

/// How many tests run at a time, each with a browser: one is some hundred megabytes, and busy while it starts.
const WORKERS: usize = 2;

/// How many tests of a run may lose their browser and be run again: WebKitGTK's page process has ended by itself in a run of
/// two hundred tests, on a busy machine. What the calculator itself does to a browser, it does again.
const MAY_BE_LOST: usize = 2;

/// How many of the slowest tests are named at the end.
const SLOWEST: usize = 20;

thread_local! {
    static RUNNING: Cell<&'static str> = const { Cell::new("") };
}

/// A test that is under way.
pub type Running = Pin<Box<dyn Future<Output = anyhow::Result<()>>>>;

/// A test.
pub struct Test {
    /// Its module and its function.
    pub name: &'static str,
    /// Starts it.
    pub start: fn() -> Running,
}

/// Lists the tests of a module, which are then its function `tests`. One that is not listed is never used, and no code of that
/// kind passes the lint.
#[macro_export]
macro_rules! tests {
    ($($name:ident),* $(,)?) => {
        /// The tests of this module.
        pub(crate) fn tests() -> Vec<$crate::run::Test> {
            vec![$($crate::run::Test {
                name: concat!(module_path!(), "::", stringify!($name)),
                start: || Box::pin($name()),
            }),*]
        }
    };
}

/// The name of the test that this thread runs; empty where it runs none.
pub fn running() -> &'static str {
    RUNNING.get()
}

/// Runs the tests that the command line asks for, or lists them. At the end every browser has ended.
pub fn run(tests: Vec<Test>) -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert(WORKERS);
    let runtime = match Runtime::new() {
        Ok(runtime) => Arc::new(runtime),
        Err(error) => {
            eprintln!("no runtime: {error}");
            return ExitCode::FAILURE;
        }
    };
    let (times, lost) = (Arc::new(Mutex::new(Vec::new())), Lost::default());
    let trials = tests.into_iter().map(|test| trial(test, runtime.clone(), times.clone(), lost.clone())).collect();
    let start = Instant::now();
    let conclusion = libtest_mimic::run(&arguments, trials);
    runtime.block_on(Browser::end_idle());
    report(&mut times.lock().unwrap_or_else(PoisonError::into_inner), start.elapsed());
    for name in &*lost.lock().unwrap_or_else(PoisonError::into_inner) {
        println!("its browser ended by itself, so it was run again: {name}");
    }
    conclusion.exit_code()
}

type Times = Arc<Mutex<Vec<(Duration, &'static str)>>>;

/// The tests whose browser ended by itself.
type Lost = Arc<Mutex<Vec<&'static str>>>;

fn trial(test: Test, runtime: Arc<Runtime>, times: Times, lost: Lost) -> Trial {
    // The crate's own name is no part of it.
    let name = test.name.split_once("::").map_or(test.name, |(_, name)| name);
    Trial::ignorable_test(name, move || {
        RUNNING.set(name);
        let start = Instant::now();
        let _clock = Clock { name, start, times };
        let mut result = runtime.block_on((test.start)());
        if result.as_ref().is_err_and(has_lost_its_browser) && may_run_again(&lost, name) {
            result = runtime.block_on((test.start)());
        }
        outcome(result)
    })
}

fn has_lost_its_browser(error: &anyhow::Error) -> bool {
    let error = error.downcast_ref::<WebDriverError>().map(WebDriverError::as_inner);
    matches!(error, Some(WebDriverErrorInner::InvalidSessionId(_)))
}

/// Notes that a test has lost its browser; whether it may have another.
fn may_run_again(lost: &Lost, name: &'static str) -> bool {
    let mut lost = lost.lock().unwrap_or_else(PoisonError::into_inner);
    lost.push(name);
    lost.len() <= MAY_BE_LOST
}

fn outcome(outcome: anyhow::Result<()>) -> Result<Completion, Failed> {
    let Err(error) = outcome else { return Ok(Completion::Completed) };
    match Engine::chosen().ok().and_then(|engine| Cannot::reason(engine, &error)) {
        Some(why) => {
            Cannot::note(&why).map_err(|error| format!("{error:?}"))?;
            Ok(Completion::ignored_with(why))
        }
        None => Err(format!("{error:?}").into()),
    }
}

/// Notes the time when it is dropped, which a test that panics does too.
struct Clock {
    name: &'static str,
    start: Instant,
    times: Times,
}

impl Drop for Clock {
    fn drop(&mut self) {
        let time = self.start.elapsed();
        println!("{:7.1} s  {}", time.as_secs_f64(), self.name);
        self.times.lock().unwrap_or_else(PoisonError::into_inner).push((time, self.name));
    }
}

fn report(times: &mut [(Duration, &str)], whole: Duration) {
    if times.is_empty() {
        return;
    }
    times.sort_by(|one, other| other.cmp(one));
    println!("the slowest of {} tests:", times.len());
    for (time, name) in times.iter().take(SLOWEST) {
        println!("{:7.1} s  {name}", time.as_secs_f64());
    }
    let sum = times.iter().map(|(time, _)| *time).sum::<Duration>();
    println!("{:7.1} s  in all, {:.1} s of tests", whole.as_secs_f64(), sum.as_secs_f64());
}
