//! Originators by their names, white space and case aside.

use crate::domain::claim::Claim;

/// Whether somebody is among the originators of both.
#[inline(never)]
pub(super) fn share_originator(one: &Claim, other: &Claim) -> bool {
    let others = other.originators();
    for name in one.originators() {
        for other in &others {
            if same_name(name, other) {
                return true;
            }
        }
    }
    false
}

/// Whether two names are the same, white space and case aside.
pub(super) fn same_name(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (one.chars(), other.chars());
    loop {
        match (next_letter(&mut one), next_letter(&mut other)) {
            (None, None) => return true,
            (one, other) if one != other => return false,
            _ => {}
        }
    }
}

/// A number that same names share, and few others.
pub(super) fn name_hash(name: &str) -> u32 {
    let mut chars = name.chars();
    let mut hash = 0_u32;
    while let Some(letter) = next_letter(&mut chars) {
        hash = hash.wrapping_mul(31).wrapping_add(letter as u32);
    }
    hash
}

/// The characters of a name in lower case, without white space.
#[cfg(feature = "authoring")]
pub(super) fn letters(name: &str) -> Vec<char> {
    let mut chars = name.chars();
    std::iter::from_fn(|| next_letter(&mut chars)).collect()
}

fn next_letter(chars: &mut std::str::Chars) -> Option<char> {
    chars.find(|c| !c.is_whitespace()).map(lower_case)
}

/// A letter in lower case, in the scripts of Europe: the standard library's table of all scripts takes 5 KB of what a reader's
/// browser fetches.
fn lower_case(c: char) -> char {
    let distance = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ω' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        // Pairs of a capital and a small letter.
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ґ'..='ґ' if (c as u32).is_multiple_of(2) => 1,
        'Ĺ'..='ň' | 'Ź'..='ž' if !(c as u32).is_multiple_of(2) => 1,
        _ => 0,
    };
    char::from_u32(c as u32 + distance).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::{lower_case, same_name};

    #[test]
    fn letters_of_europe_are_lowered_as_by_the_standard_library() {
        for c in ('A'..='ž').chain('Α'..='Ω').chain('Ѐ'..='я').chain('Ґ'..='ґ') {
            // Three letters have small letters of more than one character, none of their own or one in another block; one
            // place in the alphabet is empty.
            if !['İ', 'ŉ', 'Ÿ', '\u{3a2}'].contains(&c) {
                assert_eq!(lower_case(c).to_string(), c.to_lowercase().to_string(), "{c}");
            }
        }
    }

    #[test]
    fn a_name_is_the_same_whatever_its_case_and_spaces() {
        assert!(same_name("Ministry of Defence", "MINISTRY of\u{a0}Defence "));
        assert!(same_name("Генштаб ЗСУ", "генштаб зсу"));
        assert!(!same_name("BBC", "BBCs") && !same_name("", "A"));
    }
}
