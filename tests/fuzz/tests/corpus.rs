//! Inputs that a fuzzer has found and that are kept.

use std::path::Path;

use fuzz::{TARGETS, corpus};

#[test]
fn nothing_that_was_found_breaks_anything_again() -> anyhow::Result<()> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for target in TARGETS {
        corpus::replay(&project, &target)?;
    }
    Ok(())
}
