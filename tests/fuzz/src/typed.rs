//! A number that a reader types.

use casualty_calculator::domain::Unit;
use casualty_calculator::i18n::{EntryError, Symbols, parse_entry};

use crate::text_and_choice;

/// The ways to write numbers, of all languages that browsers know.
const SYMBOLS: [Symbols; 8] = [
    Symbols { group: ',', decimal: '.', pairs: false, last: 3 },
    Symbols { group: '.', decimal: ',', pairs: false, last: 3 },
    Symbols { group: '\u{a0}', decimal: ',', pairs: false, last: 3 },
    Symbols { group: '\u{202f}', decimal: ',', pairs: false, last: 3 },
    Symbols { group: '’', decimal: '.', pairs: false, last: 3 },
    Symbols { group: '٬', decimal: '٫', pairs: false, last: 3 },
    Symbols { group: ',', decimal: '.', pairs: true, last: 3 },
    Symbols { group: '.', decimal: ',', pairs: false, last: 4 },
];

/// Characters that come along when a number is copied and that nobody sees.
const UNSEEN: [char; 4] = ['\u{ad}', '\u{200b}', '\u{feff}', '\u{2066}'];

pub fn run(input: &[u8]) {
    let Some((text, choice)) = text_and_choice(input) else { return };
    let symbols = SYMBOLS[choice % SYMBOLS.len()];
    for unit in [Unit::People, Unit::Percent] {
        let read = parse_entry(text, symbols, unit);
        if let Ok(number) | Err(EntryError::Ambiguous(number)) = read {
            assert!(number.is_finite() && (0.0..1e15).contains(&number), "{text:?} is {number}");
            assert!(unit != Unit::People || number.fract() == 0.0, "{text:?} is {number} people");
        }
        if let Ok(number) = read {
            // Typed as it is understood, it is the same.
            let plain = number.to_string().replace('.', &symbols.decimal.to_string());
            assert_eq!(
                parse_entry(&plain, symbols, unit),
                Ok(number),
                "{text:?} is {number}, which is written {plain:?}"
            );
        }
        // In plain digits there is nothing to misread.
        if (1..=15).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()) {
            assert_eq!(read.ok(), text.parse().ok(), "{text:?}");
        }
        for unseen in UNSEEN {
            let with: String = text.chars().flat_map(|c| [unseen, c]).collect();
            assert_eq!(parse_entry(&with, symbols, unit), read, "{text:?} with what nobody sees");
        }
    }
}
