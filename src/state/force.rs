//! The force as marks, each for a number of people: who is lost to it, who remains, and where the wording leaves doubt.

use crate::domain::{Bounds, Category, Inputs, Quantity, RateName, Rates};

/// The most marks that can be told apart on the narrowest page.
const MAX_MARKS: f64 = 250.0;

/// The width of the picture over its height. It is the same whatever it shows, so that nothing below it moves.
const ASPECT_RATIO: f64 = 2.5;

/// The fewest columns, so that a handful of marks do not become huge.
const MIN_COLUMNS: usize = 10;

/// What the people of a mark are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// People in a category that has a figure of its own.
    Category(Category),
    /// People in a total that is not divided into categories.
    Undivided,
    /// People beyond the printed casualties who may be among them, by the wording.
    MayCount,
    /// People of the force who are not among the casualties; where there is no total, those who are in no figure.
    Remaining,
    /// People who may belong to the force, by the wording.
    MayBelong,
    /// Casualties beyond the largest force that the wording allows.
    Beyond,
    /// Not people, but a sign that the wording sets no top to the marks before it.
    NoEnd,
}

impl Mark {
    /// Every mark, in the order in which they follow each other.
    pub const ALL: [Self; 10] = [
        Self::Category(Category::Killed),
        Self::Category(Category::Wounded),
        Self::Category(Category::Missing),
        Self::Category(Category::Captured),
        Self::Undivided,
        Self::Beyond,
        Self::NoEnd,
        Self::MayCount,
        Self::Remaining,
        Self::MayBelong,
    ];
}

/// Marks of the same kind in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// What its people are.
    pub mark: Mark,
    /// Whether its people count for certain, by the wording of the figures.
    pub sure: bool,
    /// How many there are.
    pub count: usize,
}

/// A force as marks.
///
/// ```
/// use casualty_calculator::domain::{Figure, Force, Hedge, Inputs, Quantity, Rates, Scenario, Unit};
/// use casualty_calculator::state::{ForcePicture, Mark};
///
/// let exact = |number| Figure::new(Unit::People, Hedge::Exact, number).ok();
/// let scenario = Scenario::default()
///     .with(Quantity::Deployed, exact(1_000.0))
///     .with(Quantity::Casualties, exact(200.0));
/// let inputs = Inputs::from_scenario(&scenario, &Force::default());
///
/// let picture = ForcePicture::new(&inputs, &Rates::new(&inputs)).expect("the force is known");
/// assert_eq!(picture.people_per_mark, 5.0);
/// assert_eq!((picture.count(Mark::Undivided), picture.count(Mark::Remaining)), (40, 160));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct ForcePicture {
    /// The people for each mark: 1, 2 or 5, or one of these with zeros behind it.
    pub people_per_mark: f64,
    /// How many marks there are in a row.
    pub columns: usize,
    /// The marks, from the first to the last.
    pub runs: Vec<Run>,
    /// The size of the force that the wording allows.
    pub deployed: Bounds,
    /// The casualties that the wording allows; where there is no total, those of the categories given.
    pub casualties: Bounds,
}

impl ForcePicture {
    /// The picture of the force that inputs give; `None` without the size of a force.
    pub fn new(inputs: &Inputs, rates: &Rates) -> Option<Self> {
        let operands = rates.operands(inputs);
        let deployed = operands.iter().find(|operand| operand.name == "force")?;
        let shown = |printed: Option<f64>, bounds: Bounds| printed.unwrap_or(bounds.low.value);
        let mut lost = 0.0;
        let (mut low, mut high) = (0.0, 0.0);
        // The casualties as intervals that follow each other, each with the number of people at which it ends.
        let mut intervals = Vec::new();
        for category in Category::ALL {
            if let Some(figure) = inputs.figure(Quantity::Category(category)) {
                let bounds = figure.bounds();
                lost += shown(figure.printed(), bounds);
                low += bounds.low.value;
                high += bounds.high.value;
                intervals.push((Mark::Category(category), lost));
            }
        }
        let total = rates.get(RateName::Casualties).ok();
        if let Some(total) = total {
            (low, high) = (total.bounds.low.value, total.bounds.high.value);
            lost = lost.max(shown(total.printed, total.bounds));
            intervals.push((Mark::Undivided, lost));
        }
        let mut casualties = total.map_or(Bounds::exactly(low), |total| total.bounds);
        casualties.high.value = high;
        let top = deployed.bounds.top();
        let end = top.unwrap_or(shown(deployed.printed, deployed.bounds)).max(lost);
        if end <= 0.0 {
            return None;
        }
        let mut marks = Marks::new(end);
        // A mark whose middle is just at the top still belongs to the force.
        let force_end = top.map_or(f64::INFINITY, f64::next_up);
        for (mark, end) in intervals {
            let end = end.min(force_end);
            marks.fill(end.min(low), mark, true);
            marks.fill(end, mark, false);
        }
        marks.fill(lost, Mark::Beyond, true);
        let sure_end = if top.is_some() { deployed.bounds.low.value } else { f64::INFINITY };
        if high.is_finite() {
            marks.fill(high, Mark::MayCount, false);
        } else if lost > 0.0 {
            // A mark whose middle is just at the end of the casualties comes before the sign.
            marks.fill_force(lost.next_up(), sure_end);
            marks.add(1, Mark::NoEnd, true);
        }
        marks.fill_force(f64::INFINITY, sure_end);
        let Marks { people_per_mark, count, mut runs, .. } = marks;
        let endless = top.is_none();
        if endless {
            runs.push(Run { mark: Mark::NoEnd, sure: true, count: 1 });
        }
        let columns = columns(count + usize::from(endless));
        Some(Self { people_per_mark, columns, runs, deployed: deployed.bounds, casualties })
    }

    /// How many marks of a kind there are.
    pub fn count(&self, mark: Mark) -> usize {
        let mut count = 0;
        for run in &self.runs {
            if run.mark == mark {
                count += run.count;
            }
        }
        count
    }
}

/// Marks being laid out in order. Each belongs to the interval that the middle of its people lies in.
struct Marks {
    people_per_mark: f64,
    /// How many there are in all.
    count: usize,
    /// How many are laid out.
    done: usize,
    runs: Vec<Run>,
}

impl Marks {
    /// Marks for so many people, of which none is laid out yet.
    fn new(people: f64) -> Self {
        let people_per_mark = people_per_mark(people);
        let count = ((people / people_per_mark).round() as usize).max(1);
        Self { people_per_mark, count, done: 0, runs: Vec::new() }
    }

    /// Lays out marks of a kind up to an end, a number of people. There may be none left before that end.
    #[inline(never)]
    fn fill(&mut self, end: f64, mark: Mark, sure: bool) {
        let mut until = self.done;
        while until < self.count && (until as f64 + 0.5) * self.people_per_mark < end {
            until += 1;
        }
        self.add(until - self.done, mark, sure);
    }

    /// Lays out marks of people who are not among the casualties: those before `sure_end` belong to the force for
    /// certain.
    fn fill_force(&mut self, end: f64, sure_end: f64) {
        self.fill(end.min(sure_end), Mark::Remaining, true);
        self.fill(end, Mark::MayBelong, false);
    }

    /// Lays out so many marks of a kind, or as many as are left.
    #[inline(never)]
    fn add(&mut self, count: usize, mark: Mark, sure: bool) {
        let count = count.min(self.count - self.done);
        self.done += count;
        match self.runs.last_mut() {
            _ if count == 0 => {}
            Some(run) if (run.mark, run.sure) == (mark, sure) => run.count += count,
            _ => self.runs.push(Run { mark, sure, count }),
        }
    }
}

/// The fewest people for each mark with which there are not too many marks to tell apart.
fn people_per_mark(people: f64) -> f64 {
    let mut place = 1.0;
    loop {
        for factor in [1.0, 2.0, 5.0] {
            if people <= factor * place * MAX_MARKS {
                return factor * place;
            }
        }
        place *= 10.0;
    }
}

/// The fewest columns with which the marks, as high as they are wide, fit into the picture.
fn columns(count: usize) -> usize {
    let mut columns = MIN_COLUMNS;
    while count.div_ceil(columns) as f64 * ASPECT_RATIO > columns as f64 {
        columns += 1;
    }
    columns
}

#[cfg(all(test, feature = "json"))]
mod tests {
    use super::{ForcePicture, Mark, Run};
    use crate::dataset::{BUILT_IN, parse_dataset, parse_scenarios};
    use crate::domain::{Category, Force, Inputs, Rates};

    const KILLED: Mark = Mark::Category(Category::Killed);
    const WOUNDED: Mark = Mark::Category(Category::Wounded);

    fn picture(scenario: &str) -> Option<ForcePicture> {
        let dataset = parse_dataset(BUILT_IN).expect("the built-in dataset is sound");
        let scenarios = parse_scenarios(scenario, &dataset).expect("the scenario can be read");
        let scenario = scenarios[0].1.expect("it names figures");
        let inputs = Inputs::from_scenario(&scenario, &Force::default());
        ForcePicture::new(&inputs, &Rates::new(&inputs))
    }

    /// The people for each mark and the marks, those in doubt with a question mark.
    fn drawn(scenario: &str) -> (f64, Vec<(Mark, char, usize)>) {
        let picture = picture(scenario).expect("there is a force");
        let runs = picture.runs.iter().map(|Run { mark, sure, count }| (*mark, if *sure { '!' } else { '?' }, *count));
        (picture.people_per_mark, runs.collect())
    }

    #[test]
    fn the_figures_of_the_article_show_what_their_wording_leaves_open() {
        // 3,600 to 4,400 casualties, 10,500 to 11,500 deployed, 50 people a mark.
        let expected = vec![
            (KILLED, '!', 20),
            (WOUNDED, '!', 52),
            (WOUNDED, '?', 8),
            (Mark::MayCount, '?', 8),
            (Mark::Remaining, '!', 122),
            (Mark::MayBelong, '?', 20),
        ];
        assert_eq!(drawn("deployed=about:11000&killed=about:1000&wounded=about:3000"), (50.0, expected));
    }

    #[test]
    fn exact_figures_leave_nothing_open_and_tiny_ones_get_no_mark() {
        let expected = vec![(KILLED, '!', 6), (WOUNDED, '!', 54), (Mark::Remaining, '!', 140)];
        assert_eq!(drawn("deployed=10000&killed=300&wounded=2700&captured=2"), (50.0, expected));
    }

    #[test]
    fn a_total_without_categories_has_marks_of_its_own() {
        let expected = vec![(KILLED, '!', 100), (Mark::Undivided, '!', 100), (Mark::Remaining, '!', 50)];
        assert_eq!(drawn("deployed=250&killed=100&casualties=200"), (1.0, expected));
    }

    #[test]
    fn up_to_is_in_doubt_as_a_whole_and_over_has_no_end() {
        let expected = vec![(Mark::Undivided, '?', 50), (Mark::Remaining, '!', 50)];
        assert_eq!(drawn("deployed=100&casualties=up_to:50"), (1.0, expected));
        let expected =
            vec![(Mark::Undivided, '!', 50), (Mark::NoEnd, '!', 1), (Mark::Remaining, '!', 49), (Mark::NoEnd, '!', 1)];
        assert_eq!(drawn("deployed=over:100&casualties=over:50"), (1.0, expected));
    }

    #[test]
    fn a_range_is_certain_only_up_to_its_low_end() {
        let expected = vec![(KILLED, '!', 60), (Mark::MayCount, '?', 120), (Mark::Remaining, '!', 20)];
        assert_eq!(drawn("deployed=1000&killed=between:300-900"), (5.0, expected));
    }

    #[test]
    fn casualties_beyond_the_force_are_shown_beyond_it() {
        let expected = vec![(KILLED, '!', 50), (Mark::Beyond, '!', 150)];
        assert_eq!(drawn("deployed=1000&killed=1000&wounded=3000"), (20.0, expected));
    }

    #[test]
    fn without_a_force_there_is_no_picture() {
        for scenario in ["killed=1000&wounded=3000", "deployed=0&killed=0&wounded=0"] {
            assert_eq!(picture(scenario), None, "{scenario}");
        }
    }

    #[test]
    fn whatever_the_force_its_marks_can_be_told_apart_and_take_the_same_space() {
        let mut people = 1.0_f64;
        while people <= 1e9 {
            let picture = picture(&format!("deployed={people}&killed=0&wounded=0")).expect("there is a force");
            let count = picture.count(Mark::Remaining);
            assert!(count <= 250 && (count >= 100 || picture.people_per_mark == 1.0), "{people}: {count}");
            let rows = count.div_ceil(picture.columns);
            assert!(rows * 10 <= picture.columns * 4, "{people}: {rows} rows of {}", picture.columns);
            people = (people * 1.07).ceil();
        }
    }
}
