//! What quantities and rates are called, and why a rate is not there.

use super::locale::Locale;
use super::message::Message;
use crate::domain::{Category, Coverage, Hedge, Quantity, RateName, Unavailable};
use crate::state::Fill;

/// What an input of this quantity is called.
pub fn quantity_label(quantity: Quantity) -> Message {
    match quantity {
        Quantity::Deployed => Message::Deployed,
        Quantity::Reinforcements => Message::Reinforcements,
        Quantity::Category(Category::Killed) => Message::Killed,
        Quantity::Category(Category::Wounded) => Message::Wounded,
        Quantity::Category(Category::Missing) => Message::Missing,
        Quantity::Category(Category::Captured) => Message::Captured,
        Quantity::Casualties => Message::StatedTotal,
        Quantity::Rate => Message::StatedRate,
    }
}

/// The same as a column or a fact of a claim, where it needs no saying that the source states it.
pub fn column_label(quantity: Quantity) -> Message {
    match quantity {
        Quantity::Casualties => Message::Casualties,
        Quantity::Rate => Message::Rate,
        quantity => quantity_label(quantity),
    }
}

/// What a rate is called; a sum with the categories in it.
pub fn rate_label(name: RateName, counts: Option<Coverage>, locale: &Locale) -> String {
    let message = match name {
        RateName::Casualties if counts.is_some() => Message::RateCasualtiesSum,
        RateName::Casualties => Message::RateCasualties,
        RateName::CasualtyRate => Message::RateCasualtyRate,
        RateName::KilledRate => Message::RateKilledRate,
        RateName::WoundedRate => Message::RateWoundedRate,
        RateName::MissingRate => Message::RateMissingRate,
        RateName::CapturedRate => Message::RateCapturedRate,
        RateName::CasualtyRateFirst => Message::RateCasualtyRateFirst,
        RateName::Irrecoverable if counts.is_some() => Message::RateIrrecoverableSum,
        RateName::Irrecoverable => Message::RateIrrecoverable,
        RateName::IrrecoverableRate => Message::RateIrrecoverableRate,
        RateName::KilledShare => Message::RateKilledShare,
        RateName::WoundedPerKilled => Message::RateWoundedPerKilled,
        RateName::Remaining => Message::RateRemaining,
        RateName::OneIn => Message::RateOneIn,
        RateName::PerDay => Message::RatePerDay,
        RateName::PerDayRate => Message::RatePerDayRate,
        RateName::DaysLeft => Message::RateDaysLeft,
        RateName::ImpliedDeployed => Message::RateImpliedDeployed,
        RateName::ImpliedCasualties => Message::RateImpliedCasualties,
        RateName::ImpliedKilled => Message::RateImpliedKilled,
    };
    locale.fill(message, &[("counts", &counts.map(|counts| locale.coverage(counts)).unwrap_or_default())])
}

/// Why a rate can't be worked out.
pub fn unavailable_reason(name: RateName, reason: Unavailable) -> Message {
    use crate::domain::Category::{Captured, Killed, Missing, Wounded};
    match reason {
        Unavailable::NoCasualties => Message::NoCasualties,
        Unavailable::No(Killed) => Message::NoKilled,
        Unavailable::No(Wounded) => Message::NoWounded,
        Unavailable::No(Missing) if name == RateName::MissingRate => Message::NoMissingAlone,
        Unavailable::No(Missing) => Message::NoMissing,
        Unavailable::No(Captured) => Message::NoCaptured,
        Unavailable::NoDeployed => Message::NoDeployed,
        Unavailable::NoReinforcements => Message::NoReinforcements,
        Unavailable::NoRate => Message::NoRate,
        Unavailable::NoDates => Message::NoDates,
        Unavailable::ZeroDivisor => match name {
            RateName::PerDay | RateName::PerDayRate => Message::NoDaysPass,
            _ => Message::ZeroDivisor,
        },
        Unavailable::MoreThanDeployed => Message::MoreThanDeployed,
        Unavailable::OnlyWords => Message::OnlyWords,
        Unavailable::Given => Message::Given,
    }
}

/// The text for a figure under this hedge.
pub fn hedge_message(hedge: Hedge) -> Message {
    match hedge {
        Hedge::Exact => Message::HedgeExact,
        Hedge::About => Message::HedgeAbout,
        Hedge::Over => Message::HedgeOver,
        Hedge::AtLeast => Message::HedgeAtLeast,
        Hedge::Under => Message::HedgeUnder,
        Hedge::UpTo => Message::HedgeUpTo,
        Hedge::Nearly => Message::HedgeNearly,
        Hedge::Between => Message::HedgeBetween,
        Hedge::Best => Message::HedgeBest,
    }
}

/// What a fill of the chart stands for.
pub fn fill_label(fill: Fill, locale: &Locale) -> &str {
    match fill {
        Fill::Of(category) => locale.category(category),
        Fill::Together => locale.text(Message::Together),
        Fill::Undivided => locale.text(Message::TotalOnly),
        Fill::Partly => locale.text(Message::TotalPartly),
    }
}
