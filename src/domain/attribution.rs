//! Who said it, through whom, and where it can be read.

use std::rc::Rc;

/// What someone who reports a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
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

impl Kind {
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

/// One who speaks.
#[derive(Clone, Debug, PartialEq)]
pub struct Party {
    /// The name, or words in its place.
    pub name: Rc<str>,
    /// What they are, where the dataset says.
    pub kind: Option<Kind>,
    /// The party to the war that they belong to, where the dataset says.
    pub side: Option<Rc<str>>,
}

/// The chain of a report, the originator first and the last relay last. Each link is one party or several that speak
/// together.
pub type Attribution = Vec<Vec<Party>>;

/// A page that can be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// The publication.
    pub name: Rc<str>,
    /// Its address, http or https.
    pub link: Option<Rc<str>>,
}
