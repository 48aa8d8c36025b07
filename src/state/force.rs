//! The force as marks, each for so many people: who is lost to it, who remains, and which marks may or may not count.

use crate::domain::{Bounds, Category, Inputs, Quantity, RateName, Rates};

/// The most marks that can be told apart on the narrowest page.
const MOST_MARKS: f64 = 250.0;

/// How many times as wide as high the picture is, whatever it shows, so that nothing below it moves.
const PROPORTION: f64 = 2.5;

/// The fewest marks that fit beside each other: fewer would make giants of a handful.
const FEWEST_COLUMNS: usize = 10;

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// People of a category with a figure of its own.
    Category(Category),
    /// People of a total that no category divides.
    Undivided,
    /// People beyond the printed casualties who, as the wording allows, may be among them.
    MayCount,
    /// People of the force who are not among the casualties; where there is no total, those of whom no figure speaks.
    Remaining,
    /// People who, as the wording allows, may belong to the force.
    MayBelong,
    /// Casualties beyond all that the wording allows the force to be.
    Beyond,
    /// No people, but a sign that the wording sets no end to what stands before it.
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

/// Marks of one kind that follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// What each stands for.
    pub mark: Mark,
    /// Whether the wording leaves no doubt that it counts.
    pub sure: bool,
    /// How many there are.
    pub count: usize,
}

/// A force as marks.
#[derive(Clone, Debug, PartialEq)]
pub struct ForcePicture {
    /// The people for each mark: 1, 2 or 5 with zeros behind.
    pub people_per_mark: f64,
    /// How many marks there are in a row.
    pub columns: usize,
    /// The marks, from the first on.
    pub runs: Vec<Run>,
    /// The size of the force that the wording allows.
    pub deployed: Bounds,
    /// The casualties that the wording allows; where there is no total, those of the categories given.
    pub casualties: Bounds,
}

impl ForcePicture {
    /// The picture of what inputs say; none without the size of a force.
    pub fn new(inputs: &Inputs, rates: &Rates) -> Option<Self> {
        let operands = rates.operands(inputs);
        let deployed = operands.iter().find(|operand| operand.name == "force")?;
        let shown = |printed: Option<f64>, bounds: Bounds| printed.unwrap_or(bounds.low.value);
        let mut lost = 0.0;
        let (mut low, mut high) = (0.0, 0.0);
        let mut ends = Vec::new();
        for category in Category::ALL {
            if let Some(figure) = inputs.figure(Quantity::Category(category)) {
                let bounds = figure.bounds();
                lost += shown(figure.printed(), bounds);
                low += bounds.low.value;
                high += bounds.high.value;
                ends.push((Mark::Category(category), lost));
            }
        }
        let total = rates.get(RateName::Casualties).ok();
        if let Some(total) = total {
            (low, high) = (total.bounds.low.value, total.bounds.high.value);
            lost = lost.max(shown(total.printed, total.bounds));
            ends.push((Mark::Undivided, lost));
        }
        let mut casualties = total.map_or(Bounds::exactly(low), |total| total.bounds);
        casualties.high.value = high;
        let most = deployed.bounds.top();
        let present = most.unwrap_or(shown(deployed.printed, deployed.bounds));
        let end = present.max(lost);
        if end <= 0.0 {
            return None;
        }
        let people_per_mark = people_per_mark(end);
        let mut runs: Vec<Run> = Vec::new();
        let mut endless = lost > 0.0 && !high.is_finite();
        let count = ((end / people_per_mark).round() as usize).max(1);
        for at in 0..count {
            // What stands in the middle of its people.
            let x = (at as f64 + 0.5) * people_per_mark;
            let mut mark = (Mark::Remaining, x < deployed.bounds.low.value || most.is_none());
            if !mark.1 {
                mark.0 = Mark::MayBelong;
            }
            if x < high && high.is_finite() {
                mark = (Mark::MayCount, false);
            } else if x > lost && std::mem::take(&mut endless) {
                mark = (Mark::NoEnd, true);
            }
            for (of, end) in ends.iter().rev() {
                if x < *end {
                    mark = (*of, x < low);
                }
            }
            if x < lost && most.is_some_and(|most| x > most) {
                mark = (Mark::Beyond, true);
            }
            match runs.last_mut() {
                Some(run) if (run.mark, run.sure) == mark => run.count += 1,
                _ => runs.push(Run { mark: mark.0, sure: mark.1, count: 1 }),
            }
        }
        let open = usize::from(most.is_none());
        if most.is_none() {
            runs.push(Run { mark: Mark::NoEnd, sure: true, count: 1 });
        }
        Some(Self { people_per_mark, columns: columns(count + open), runs, deployed: deployed.bounds, casualties })
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

/// The fewest people for each mark that leave no more marks than can be told apart.
fn people_per_mark(people: f64) -> f64 {
    let mut place = 1.0;
    loop {
        for factor in [1.0, 2.0, 5.0] {
            if people <= factor * place * MOST_MARKS {
                return factor * place;
            }
        }
        place *= 10.0;
    }
}

/// The fewest columns with which the marks, as high as they are wide, fit into the picture.
fn columns(count: usize) -> usize {
    let mut columns = FEWEST_COLUMNS;
    while count.div_ceil(columns) as f64 * PROPORTION > columns as f64 {
        columns += 1;
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::{ForcePicture, Mark, Run};
    use crate::dataset::parse_scenario;
    use crate::domain::{Category, Deployment, Inputs, Rates};

    const KILLED: Mark = Mark::Category(Category::Killed);
    const WOUNDED: Mark = Mark::Category(Category::Wounded);

    fn picture(scenario: &str) -> Option<ForcePicture> {
        let scenario = parse_scenario(scenario).expect("the scenario can be read").expect("it is not empty");
        let inputs = Inputs::from_scenario(&scenario, &Deployment::default());
        ForcePicture::new(&inputs, &Rates::new(&inputs))
    }

    /// The people for each mark and the marks, those in doubt with a question mark.
    fn drawn(scenario: &str) -> (f64, Vec<(Mark, char, usize)>) {
        let picture = picture(scenario).expect("there is a force");
        let runs = picture.runs.iter().map(|Run { mark, sure, count }| (*mark, if *sure { '!' } else { '?' }, *count));
        (picture.people_per_mark, runs.collect())
    }

    #[test]
    fn the_articles_figures_show_what_the_wordings_leave_open() {
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
    fn exact_figures_leave_nothing_open_and_small_ones_no_mark() {
        let expected = vec![(KILLED, '!', 6), (WOUNDED, '!', 54), (Mark::Remaining, '!', 140)];
        assert_eq!(drawn("deployed=10000&killed=300&wounded=2700&captured=2"), (50.0, expected));
    }

    #[test]
    fn a_total_that_nothing_divides_is_marks_of_its_own() {
        let expected = vec![(KILLED, '!', 100), (Mark::Undivided, '!', 100), (Mark::Remaining, '!', 50)];
        assert_eq!(drawn("deployed=250&killed=100&casualties=200"), (1.0, expected));
    }

    #[test]
    fn a_cap_is_in_doubt_as_a_whole_and_a_floor_has_no_end() {
        let expected = vec![(Mark::Undivided, '?', 50), (Mark::Remaining, '!', 50)];
        assert_eq!(drawn("deployed=100&casualties=up_to:50"), (1.0, expected));
        let expected =
            vec![(Mark::Undivided, '!', 50), (Mark::NoEnd, '!', 1), (Mark::Remaining, '!', 49), (Mark::NoEnd, '!', 1)];
        assert_eq!(drawn("deployed=over:100&casualties=over:50"), (1.0, expected));
    }

    #[test]
    fn a_range_is_sure_up_to_its_low_end_only() {
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
    fn whatever_the_force_the_marks_can_be_told_apart_and_fit_into_one_place() {
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
