//! The fuzzer, for the kind of input that the variable `FUZZ_TARGET` names. `cargo xtask fuzz` builds and runs it.
#![no_main]
#![allow(unsafe_code, reason = "the fuzzer calls it by its name in C")]

use std::env;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use fuzz::{TARGETS, Target};
use libfuzzer_sys::fuzz_target;

/// Longer than this, nobody should wait.
const TOO_LONG: Duration = Duration::from_millis(100);

/// How often it is tried again, since other work of the machine comes in between.
const AGAIN: u32 = 5;

static TARGET: LazyLock<&Target> = LazyLock::new(|| {
    let name = env::var("FUZZ_TARGET").unwrap_or_default();
    let target = TARGETS.iter().find(|target| target.name == name);
    target.unwrap_or_else(|| panic!("FUZZ_TARGET names no kind of input: {name:?}"))
});

fuzz_target!(|input: &[u8]| {
    let takes_long = || {
        let start = Instant::now();
        (TARGET.run)(input);
        start.elapsed() > TOO_LONG
    };
    assert!(!takes_long() || !(0..AGAIN).all(|_| takes_long()), "takes more than {TOO_LONG:?}");
});
