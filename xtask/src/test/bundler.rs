//! The npm package as an app uses it: what its types say, checked against real values, and what a bundler makes of it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use serde_json::{Map, Value};
use xtask::files::{read, write};
use xtask::invocation::Invocation;
use xtask::npm;
use xtask::program;
use xtask::project::{PACKAGE, Project};

use crate::release;

/// The app that the package is put into, with the versions of what builds it.
const APP: &str = "tests/bundler";

/// The app's files beside what npm takes.
const FILES: [&str; 4] = ["index.html", "main.ts", "tsconfig.json", "types.ts"];

/// The documents that show how the app begins.
const SHOWN_IN: [&str; 2] = ["docs/embedding.md", "npm/README.md"];

/// Real values, which the types must allow and of which they must know every field.
const DATASETS: [&str; 6] = [
    "kursk-january-2025",
    "kursk-2024-2025",
    "stories/georgia-2008",
    "stories/iraq-deaths",
    "stories/soviet-afghanistan",
    "stories/wagner-bakhmut",
];

/// What datasets may hold, with the types that say the same and where in it each one's fields are.
const SCHEMA: &str = "data/dataset.schema.json";
const DESCRIBED: [(&str, &str); 7] = [
    ("Dataset", "/properties"),
    ("Force", "/$defs/force/properties"),
    ("OpeningScenario", "/$defs/scenario/properties"),
    ("Claim", "/$defs/claim/properties"),
    ("Stated", "/$defs/claim/properties/stated/properties"),
    ("Source", "/$defs/source/properties"),
    ("Party", "/$defs/party/properties"),
];

/// Where the app is when a bundler has built it.
pub fn app(project: &Project) -> PathBuf {
    project.target("bundler/app")
}

/// Where what npm brings for the app is: TypeScript, and a bundler.
pub fn modules(project: &Project) -> anyhow::Result<PathBuf> {
    npm::installed_from(project, APP, &project.target("bundler"))
}

/// Makes the package, installs it as npm would, checks its types and builds the app.
pub fn bundler(project: &Project) -> anyhow::Result<()> {
    let made = project.target("package");
    release::package(project, &project.path("dist"), &made)?;
    let folder = project.target("bundler");
    let modules = modules(project)?;
    unpack(&made, &modules.join(PACKAGE), &folder)?;
    for name in FILES {
        write(&folder.join(name), &read(&project.path(APP).join(name))?)?;
    }
    let begin = read(&project.path(APP).join("main.ts"))?;
    for name in SHOWN_IN {
        ensure!(
            read(&project.path(name))?.contains(&begin),
            "{name} shows something other than {APP}/main.ts:\n{begin}"
        );
    }
    fs::create_dir_all(folder.join("generated")).context("no folder for real values")?;
    let command_line = program::native(project, PACKAGE)?;
    for dataset in DATASETS {
        let name = dataset.replace('/', "-");
        write(&folder.join(format!("generated/{name}.ts")), &values(project, &command_line, dataset)?)?;
    }
    write(&folder.join("generated/fields.ts"), &fields(&read(&project.path(SCHEMA))?)?)?;
    let node = |program: &str| Invocation::new("node").argument(modules.join(program).display().to_string());
    for command in [
        node("typescript/bin/tsc").arguments(["--project", "."]),
        node("vite/bin/vite.js").arguments(["build", "--base", "./", "--outDir", "app", "--emptyOutDir"]),
    ] {
        command.shown().run(&folder)?;
    }
    Ok(())
}

/// What npm would publish and install: only that, so that a file which the package forgets is missed here.
pub fn unpack(package: &Path, module: &Path, folder: &Path) -> anyhow::Result<()> {
    let pack = Invocation::new("npm pack --silent --pack-destination .").argument(package.display().to_string());
    let name = String::from_utf8(pack.read(folder)?).context("npm pack names its file in something other than text")?;
    if module.exists() {
        fs::remove_dir_all(module).with_context(|| format!("cannot remove {}", module.display()))?;
    }
    fs::create_dir_all(module).with_context(|| format!("cannot make {}", module.display()))?;
    let target = module.display().to_string();
    Invocation::new("tar --strip-components=1 -xzf").arguments([name.trim(), "-C", &target]).run(folder)
}

/// A dataset and its results as a script that the types are checked with.
fn values(project: &Project, command_line: &Path, dataset: &str) -> anyhow::Result<String> {
    let path = format!("data/{dataset}.json");
    let results = Invocation::of(command_line).arguments(["rates", &path]).read(project.root())?;
    let results = String::from_utf8(results).context("results in something but text")?;
    let data = read(&project.path(&path))?;
    Ok(format!(
        "import type {{ Bounds, Dataset, Finding, ForceResults, Rates, Scenario }} from '{PACKAGE}';
export const data: Dataset = {data};
export const results: {{
  scenario: Scenario;
  rates: Rates;
  forces: ForceResults[];
  claims: {{ id: string; force: string; rates: Rates }}[];
  findings: Finding[];
  ratios: (Bounds & {{ of: 'killed' | 'casualties'; a: string; b: string }})[];
}} = {results};
"
    ))
}

/// The schema's names of fields as a script: one that a type lacks, or has in excess, is an error.
fn fields(schema: &str) -> anyhow::Result<String> {
    let schema: Value = serde_json::from_str(schema).with_context(|| format!("{SCHEMA} is not JSON"))?;
    let types = DESCRIBED.map(|(name, _)| name).join(", ");
    let mut text = format!("import type {{ {types} }} from '{PACKAGE}';\n");
    for (number, (name, place)) in DESCRIBED.iter().enumerate() {
        let fields = schema.pointer(place).and_then(Value::as_object);
        let fields = fields.with_context(|| format!("{SCHEMA} has no {place}"))?;
        let fields: Map<_, _> = fields.keys().map(|field| (field.clone(), true.into())).collect();
        text += &format!("export const type{number}: Record<keyof {name}, true> = {};\n", Value::Object(fields));
    }
    Ok(text)
}
