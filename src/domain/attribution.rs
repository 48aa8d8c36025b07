//! Who reported a figure, through whom, and where it can be read.

use std::rc::Rc;

/// The kind of person or body that reports a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartyKind {
    /// A named office or office holder.
    Official,
    /// An official who is not named.
    UnnamedOfficial,
    /// An intelligence service.
    Intelligence,
    /// An armed force.
    Military,
    /// A politician who relays rather than decides.
    Politician,
    /// A newspaper, broadcaster or agency.
    Media,
    /// A research body.
    Research,
}

impl PartyKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Official,
        Self::UnnamedOfficial,
        Self::Intelligence,
        Self::Military,
        Self::Politician,
        Self::Media,
        Self::Research,
    ];

    /// The name in datasets.
    pub fn name(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::UnnamedOfficial => "unnamed_official",
            Self::Intelligence => "intelligence",
            Self::Military => "military",
            Self::Politician => "politician",
            Self::Media => "media",
            Self::Research => "research",
        }
    }
}

/// A person or body that reports a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Party {
    /// The name, or a description in its place.
    pub name: Rc<str>,
    /// Their kind, where the dataset gives it.
    pub kind: Option<PartyKind>,
    /// The party to the war that they belong to, where the dataset gives it.
    pub side: Option<Rc<str>>,
}

/// The chain of a report, from the originator to the last relay. Each link is one party, or several that reported
/// together.
///
/// ```
/// use casualty_calculator::domain::{Attribution, Party};
///
/// // An intelligence service told a lawmaker, who told a news agency.
/// let names = ["Intelligence service", "Lawmaker", "News agency"];
/// let party = |name: &str| Party { name: name.into(), kind: None, side: None };
/// let attribution: Attribution = names.map(|name| vec![party(name)]).into();
/// assert_eq!(&*attribution[0][0].name, "Intelligence service", "the originator comes first");
/// ```
pub type Attribution = Vec<Vec<Party>>;

/// A page that can be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// The publication.
    pub name: Rc<str>,
    /// Its address, http or https.
    pub link: Option<Rc<str>>,
}
