//! The budgets: how many bytes each thing may take on its way to a reader.

use std::fmt;

use xtask::build::{Manifest, Role};

/// Every budget that is checked. Changing a limit means changing this table and nothing else.
pub const BUDGETS: [Budget; 7] = [
    Budget {
        what: "everything until interactive",
        roles: &[Role::Loader, Role::Glue, Role::Wasm, Role::Style],
        limit: 119_300,
    },
    Budget { what: "what comes after that", roles: &[Role::LazyWasm, Role::LazyScript], limit: 36_000 },
    Budget { what: "the loader", roles: &[Role::Loader], limit: 2_300 },
    // What one round trip brings.
    Budget { what: "the static fallback", roles: &[Role::Fallback], limit: 14_000 },
    Budget { what: "one more language", roles: &[Role::Words], limit: 5_500 },
    // A tool for work, opened on purpose.
    Budget { what: "the builder until it can be used", roles: &[Role::Builder], limit: 400_000 },
    Budget { what: "the built-in dataset in it", roles: &[Role::DatasetTranslation], limit: 2_500 },
];

/// A limit on the sum of some files' brotli sizes; of the files of all languages the largest counts, and not the others.
#[derive(Debug)]
pub struct Budget {
    /// What it limits, in words.
    pub what: &'static str,
    /// The files that count.
    pub roles: &'static [Role],
    /// The most bytes they may have together.
    pub limit: u64,
}

impl Budget {
    /// Adds up what a build uses of it.
    pub fn judge(&'static self, manifest: &Manifest) -> Judgement {
        let used = self.roles.iter().map(|role| {
            let sizes =
                manifest.files.iter().filter(|file| file.role == *role).map(|file| file.brotli.unwrap_or_default());
            if role.is_per_language() { sizes.max().unwrap_or_default() } else { sizes.sum() }
        });
        Judgement { budget: self, used: used.sum() }
    }
}

/// A budget and what a build uses of it.
#[derive(Debug)]
pub struct Judgement {
    /// The budget.
    pub budget: &'static Budget,
    /// Bytes used.
    pub used: u64,
}

impl Judgement {
    /// Whether the budget is kept.
    pub fn holds(&self) -> bool {
        self.room().is_ok()
    }

    /// The bytes left, or as an error the bytes too many.
    pub fn room(&self) -> Result<u64, u64> {
        self.budget.limit.checked_sub(self.used).ok_or(self.used.saturating_sub(self.budget.limit))
    }
}

impl fmt::Display for Judgement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { budget: Budget { what, limit, .. }, used } = self;
        match self.room() {
            Ok(room) => write!(f, "{what}: {used} of {limit} bytes, {room} left"),
            Err(over) => {
                write!(f, "budget broken: {what} is {used} bytes with brotli, {over} over the limit of {limit}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BUDGETS, Budget};
    use xtask::build::{BuildKind, File, Manifest, Role, StandardLibrary};

    fn manifest(sizes: &[(Role, u64)]) -> Manifest {
        let file = |&(role, brotli): &(Role, u64)| File {
            path: format!("{role:?}"),
            role,
            bytes: brotli * 3,
            brotli: Some(brotli),
            integrity: String::new(),
        };
        Manifest {
            kind: BuildKind::Released,
            standard_library: StandardLibrary::RebuiltForSize,
            features: Vec::new(),
            files: sizes.iter().map(file).collect(),
        }
    }

    static LOADER: Budget = Budget { what: "the loader", roles: &[Role::Loader], limit: 100 };

    #[test]
    fn counts_only_its_files_and_holds_at_the_limit() {
        let judgement = LOADER.judge(&manifest(&[(Role::Loader, 100), (Role::Page, 5_000)]));
        assert!(judgement.holds());
        assert_eq!(judgement.to_string(), "the loader: 100 of 100 bytes, 0 left");
    }

    #[test]
    fn counts_the_largest_language_alone() {
        static LANGUAGE: Budget = Budget { what: "one more language", roles: &[Role::Words], limit: 100 };
        let sizes = [(Role::Words, 60), (Role::Words, 100), (Role::DatasetTranslation, 500), (Role::Words, 70)];
        assert_eq!(LANGUAGE.judge(&manifest(&sizes)).to_string(), "one more language: 100 of 100 bytes, 0 left");
    }

    #[test]
    fn breaks_one_byte_above_the_limit() {
        let judgement = LOADER.judge(&manifest(&[(Role::Loader, 101)]));
        assert!(!judgement.holds());
        assert_eq!(
            judgement.to_string(),
            "budget broken: the loader is 101 bytes with brotli, 1 over the limit of 100"
        );
    }

    #[test]
    fn the_first_budget_counts_what_a_browser_fetches_first() {
        let roles = [
            Role::Loader,
            Role::Glue,
            Role::Module,
            Role::Wasm,
            Role::LazyWasm,
            Role::LazyScript,
            Role::Style,
            Role::Words,
            Role::DatasetTranslation,
            Role::Page,
            Role::Fallback,
            Role::Pasted,
            Role::Data,
            Role::Builder,
            Role::Publisher,
        ];
        for role in roles {
            assert_eq!(BUDGETS[0].roles.contains(&role), role.is_fetched_first(), "{role:?}");
        }
    }
}
