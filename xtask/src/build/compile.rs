//! Runs cargo for the browser's target.

use std::path::PathBuf;

use anyhow::anyhow;
use cargo_metadata::Message;

use super::manifest::{BuildKind, StandardLibrary};
use crate::invocation::Invocation;
use crate::project::{BUILDER, CRATE, PACKAGE, Project, WASM};
use crate::toolchain::{has_rust_src, sysroot};

/// Keeps cargo's flags apart in one variable, so that a folder's name may hold spaces.
const FLAG_SEPARATOR: &str = "\u{1f}";

/// Flags for a released build on the rebuilt standard library. A panic becomes a trap at once, without a message,
/// which the page sees as a `WebAssembly.RuntimeError`; nothing is kept to print values or places for programmers.
/// Vectors are for copying: every browser that is new enough for the rest has them.
const SMALL_FLAGS: [&str; 5] = [
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zfmt-debug=none",
    "-Zlocation-detail=none",
    "-Ctarget-feature=+simd128",
];

/// What is compiled for browsers.
pub struct Program {
    package: &'static str,
    /// The name of cargo's target, and of the file.
    name: &'static str,
    /// What cargo is told of it.
    arguments: &'static [&'static str],
    /// What the linker is told of it.
    linked: &'static [&'static str],
}

/// The reader's calculator. The linker notes what refers to what, by which the wasm is divided.
pub const CALCULATOR: Program = Program {
    package: PACKAGE,
    name: CRATE,
    arguments: &["--lib", "--crate-type", "cdylib", "--no-default-features"],
    linked: &["--", "-Clink-arg=--emit-relocs"],
};

/// The page on which calculators are made.
pub const BUILDER_PAGE: Program =
    Program { package: BUILDER, name: BUILDER, arguments: &["--bin", BUILDER], linked: &[] };

/// What makes the files that go to a site, which that page loads when it is asked for.
pub const PUBLISHER: Program = Program {
    package: BUILDER,
    name: "casualty-calculator-publisher",
    arguments: &["--bin", "casualty-calculator-publisher"],
    linked: &[],
};

/// A program as cargo made it, names and all.
pub struct Compiled {
    /// The file.
    pub wasm: PathBuf,
    /// Which standard library is inside.
    pub standard_library: StandardLibrary,
}

/// Compiles a program; the compiler's messages go to standard error.
pub fn compile(project: &Project, program: &Program, kind: BuildKind, features: &[String]) -> anyhow::Result<Compiled> {
    let standard_library = match kind {
        BuildKind::Quick => StandardLibrary::Ordinary,
        BuildKind::Released if has_rust_src(project)? => StandardLibrary::RebuiltForSize,
        BuildKind::Released => {
            eprintln!("{}", "!".repeat(100));
            eprintln!("The compiler's rust-src component is not here and cannot be fetched, so the standard library");
            eprintln!("cannot be rebuilt for size: this build is an ORDINARY one, far larger than what is");
            eprintln!("released. `rustup component add rust-src` is what it needs.");
            eprintln!("{}", "!".repeat(100));
            StandardLibrary::Ordinary
        }
    };
    let messages = cargo(project, program, kind, standard_library, features)?.read(project.root())?;
    let wasm = Message::parse_stream(messages.as_slice())
        .filter_map(|message| match message {
            Ok(Message::CompilerArtifact(artifact)) if artifact.target.name == program.name => {
                artifact.filenames.into_iter().find(|name| name.extension() == Some("wasm"))
            }
            _ => None,
        })
        .last()
        .ok_or_else(|| anyhow!("cargo built {} for {WASM} but named no .wasm file", program.package))?;
    Ok(Compiled { wasm: wasm.into(), standard_library })
}

/// Where the last build of this kind left the library, with the names that the released file has lost.
pub fn library(project: &Project, kind: BuildKind) -> PathBuf {
    project.target(WASM).join(kind.profile()).join(format!("{CRATE}.wasm"))
}

fn cargo(
    project: &Project,
    program: &Program,
    kind: BuildKind,
    standard_library: StandardLibrary,
    features: &[String],
) -> anyhow::Result<Invocation> {
    let mut cargo = Invocation::new("cargo rustc")
        .arguments(program.arguments.iter().copied())
        .arguments(["--package", program.package, "--target", WASM, "--profile", kind.profile()])
        .arguments(["--features", &features.join(","), "--message-format", "json-render-diagnostics"]);
    let mut flags = Vec::new();
    if standard_library == StandardLibrary::RebuiltForSize {
        cargo = cargo
            .variable("RUSTC_BOOTSTRAP", "1")
            .argument("-Zbuild-std=std,panic_abort")
            .argument("-Zbuild-std-features=optimize_for_size");
        flags.extend(SMALL_FLAGS.map(String::from));
    }
    if kind == BuildKind::Released {
        flags.extend(remapped(project)?);
    }
    // This variable and not RUSTFLAGS, which it outranks: the same bytes come out whatever the caller's shell has set.
    Ok(cargo.variable("CARGO_ENCODED_RUSTFLAGS", flags.join(FLAG_SEPARATOR)).arguments(program.linked.iter().copied()))
}

/// Takes this machine's folders out of the wasm, so that the same source gives the same bytes elsewhere.
fn remapped(project: &Project) -> anyhow::Result<Vec<String>> {
    let mut folders = vec![(project.root().to_path_buf(), "/project"), (sysroot(project)?, "/rust")];
    let cargo_home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    folders.extend(cargo_home.map(|home| (home, "/cargo")));
    Ok(folders.into_iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display())).collect())
}
