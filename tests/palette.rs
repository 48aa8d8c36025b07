//! The colours can be read and told apart, by those too who see no red, no green or no blue. What was measured stands in
//! the tables, so that a change of a colour shows what it does to each.

use std::fs;

use palette::color_difference::{Ciede2000, Wcag21RelativeContrast};
use palette::{FromColor, Lab, LinSrgb, Srgb};

/// What text needs beside its ground, and what marks need, by WCAG 2.2.
const READABLE: f32 = 4.5;
const VISIBLE: f32 = 3.0;

/// How far apart fills are in the eyes of everybody, at least: a difference of 2 is just noticed side by side.
const TOLD_APART: f32 = 10.0;

const TEXTS: [(&str, &str, [f32; 2]); 9] = [
    ("ink", "paper", [17.6, 15.5]),
    ("ink-soft", "paper", [6.7, 8.2]),
    ("accent", "paper", [7.2, 9.1]),
    ("trouble", "paper", [8.2, 9.8]),
    ("scenario", "paper", [6.7, 8.8]),
    ("ink", "field", [16.2, 13.4]),
    ("ink-soft", "field", [6.1, 7.1]),
    ("trouble", "field", [7.5, 8.6]),
    ("paper", "ink", [17.6, 15.5]),
];

const MARKS: [(&str, [f32; 2]); 8] = [
    ("killed", [14.0, 16.2]),
    ("wounded", [3.8, 7.0]),
    ("missing", [4.1, 8.0]),
    ("captured", [6.2, 3.8]),
    ("together", [3.8, 7.0]),
    ("remaining", [3.1, 4.6]),
    // The edges of fields, sliders and totals that are not divided.
    ("line-strong", [3.3, 4.6]),
    ("scenario", [6.7, 8.8]),
];

/// The least difference in any of the eyes, light and dark. Any two may lie beside each other, where a source leaves out
/// what would be between them.
const FILLS: [(&str, &str, [f32; 2]); 10] = [
    ("killed", "wounded", [31.4, 24.7]),
    ("killed", "missing", [43.9, 31.0]),
    ("killed", "captured", [20.3, 35.1]),
    ("killed", "remaining", [36.9, 30.5]),
    ("wounded", "missing", [43.6, 44.2]),
    ("wounded", "captured", [15.3, 17.9]),
    ("wounded", "remaining", [13.4, 17.0]),
    ("missing", "captured", [20.3, 24.9]),
    ("missing", "remaining", [31.1, 34.0]),
    ("captured", "remaining", [22.2, 10.9]),
];

/// What comes of linear red, green and blue in eyes without one kind of cone, at full severity: G. M. Machado, M. M.
/// Oliveira, L. A. F. Fernandes, "A physiologically-based model for simulation of color vision deficiency", 2009.
const EYES: [(&str, [[f32; 3]; 3]); 4] = [
    ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    ),
    (
        "deuteranopia",
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    ),
    (
        "tritanopia",
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
    ),
];

/// The two colours of a token, of the light and of the dark theme.
fn token(name: &str) -> [Srgb<f32>; 2] {
    let sheet = concat!(env!("CARGO_MANIFEST_DIR"), "/styles/tokens.css");
    let sheet = fs::read_to_string(sheet).expect("the tokens can be read");
    let (_, rest) = sheet.split_once(&format!("--{name}:")).unwrap_or_else(|| panic!("there is no --{name}"));
    let (value, _) = rest.split_once(';').expect("a declaration ends");
    let (_, pair) = value.split_once("light-dark(").unwrap_or_else(|| panic!("--{name} has one colour: {value}"));
    let colors: Vec<Srgb<f32>> = pair
        .split(',')
        .map(|color| color.trim().trim_end_matches(')').parse::<Srgb<u8>>().expect(color).into_format())
        .collect();
    colors.try_into().unwrap_or_else(|_| panic!("--{name} has not two colours: {value}"))
}

fn seen(color: Srgb<f32>, eyes: &[[f32; 3]; 3]) -> Lab {
    let LinSrgb { red, green, blue, .. } = color.into_linear();
    let [red, green, blue] =
        eyes.map(|[of_red, of_green, of_blue]| (of_red * red + of_green * green + of_blue * blue).clamp(0.0, 1.0));
    Lab::from_color(LinSrgb::new(red, green, blue))
}

fn is_as_listed(found: f32, listed: f32) -> bool {
    (found - listed).abs() <= 0.051
}

#[test]
fn texts_can_be_read_in_both_themes() {
    for (text, ground, listed) in TEXTS {
        let (texts, grounds) = (token(text), token(ground));
        for (theme, listed) in listed.into_iter().enumerate() {
            let contrast = texts[theme].relative_contrast(grounds[theme]);
            assert!(contrast >= READABLE, "{text} on {ground}: {contrast}");
            assert!(is_as_listed(contrast, listed), "{text} on {ground}: {contrast} is listed as {listed}");
        }
    }
}

#[test]
fn marks_stand_out_from_the_paper_in_both_themes() {
    for (mark, listed) in MARKS {
        let (marks, paper) = (token(mark), token("paper"));
        for (theme, listed) in listed.into_iter().enumerate() {
            let contrast = marks[theme].relative_contrast(paper[theme]);
            assert!(contrast >= VISIBLE, "{mark}: {contrast}");
            assert!(is_as_listed(contrast, listed), "{mark}: {contrast} is listed as {listed}");
        }
    }
}

#[test]
fn fills_are_told_apart_by_everybody() {
    for (one, other, listed) in FILLS {
        let (ones, others) = (token(one), token(other));
        for (theme, listed) in listed.into_iter().enumerate() {
            let mut least = f32::INFINITY;
            for (eyes, matrix) in &EYES {
                let apart = seen(ones[theme], matrix).difference(seen(others[theme], matrix));
                assert!(apart >= TOLD_APART, "{one} and {other}, {eyes}: {apart}");
                least = least.min(apart);
            }
            assert!(is_as_listed(least, listed), "{one} and {other}: {least} is listed as {listed}");
        }
    }
}
