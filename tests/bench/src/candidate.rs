//! What is measured: the calculator in two ways, and its peers.

/// A page that does the calculator's job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What it is called in the tables.
    pub name: &'static str,
    /// The folder of its page.
    folder: &'static str,
    /// Whether it is the calculator itself.
    pub ours: bool,
    /// Whether its chart is one of elements, which can be written again by hand.
    pub has_elements: bool,
    /// Whether it draws its table in a way of its own too. Libraries of charts leave that to the page.
    pub has_own_table: bool,
}

/// The calculator alone in its page, which all others are compared with.
pub const OURS: Candidate = ours("the calculator", "ours");

/// The calculator in a page that shows the static version until it is there.
pub const WITH_FALLBACK: Candidate = ours("the calculator, with the static version", "ours-with-fallback");

/// The same job done with what is usual.
pub const PEERS: [Candidate; 7] = [
    peer("by hand", "vanilla"),
    peer("Preact", "preact"),
    peer("Svelte", "svelte"),
    Candidate { has_own_table: false, ..peer("Observable Plot", "plot") },
    Candidate { has_elements: false, has_own_table: false, ..peer("Chart.js", "chartjs") },
    Candidate { has_own_table: false, ..peer("Vega-Lite", "vega") },
    // What it works out is the same beside the table.
    Candidate { has_own_table: false, ..peer("Squiggle", "squiggle") },
];

const fn ours(name: &'static str, folder: &'static str) -> Candidate {
    Candidate { name, folder, ours: true, has_elements: true, has_own_table: true }
}

const fn peer(name: &'static str, folder: &'static str) -> Candidate {
    Candidate { name, folder, ours: false, has_elements: true, has_own_table: true }
}

impl Candidate {
    /// The path of its page, with another number of claims than the built-in dataset's where one is given.
    pub fn page(&self, claims: Option<usize>) -> String {
        match (claims, self.ours) {
            (None, _) => format!("/{}/index.html?", self.folder),
            (Some(claims), true) => format!("/{}/{claims}.html?", self.folder),
            (Some(claims), false) => format!("/{}/index.html?src=/claims/{claims}.json&", self.folder),
        }
    }

    /// The path of its page with so many calculators.
    pub fn page_of_many(&self, count: usize) -> String {
        match self.ours {
            true => format!("/{}/many-{count}.html?", self.folder),
            false => format!("/{}/index.html?count={count}&", self.folder),
        }
    }
}

/// The calculator alone, and its peers.
pub fn alone() -> Vec<Candidate> {
    [OURS].into_iter().chain(PEERS).collect()
}

/// The calculator in both ways, and its peers.
pub fn all() -> Vec<Candidate> {
    [OURS, WITH_FALLBACK].into_iter().chain(PEERS).collect()
}
