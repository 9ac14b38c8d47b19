//! What people can decide in the gap of a scale: one of the levels between which the case lies.

use super::super::refusal::Refusal;
use super::super::scales::ScaleState;
use super::Context;
use crate::base::ItemId;

/// Refuses a level that the answers rule out. A decision that settles no gap takes every option.
pub(super) fn lies_between(context: &Context<'_>, decision: &ItemId, option: &ItemId) -> Result<(), Refusal> {
    let scales = context.playbook.scales.iter().zip(&context.assessment.scales);
    for (scale, status) in scales.filter(|(scale, _)| scale.decided_by.as_ref() == Some(decision)) {
        if !matches!(status.state, ScaleState::Gap | ScaleState::DecidedByPerson) || status.gaps.is_empty() {
            continue;
        }
        let gaps = || status.gaps.iter().map(|at| &scale.gaps[*at]);
        let Some(gap) = gaps().find(|gap| !gap.between.contains(option)) else { continue };
        if gaps().any(|gap| gap.between.contains(option)) {
            continue;
        }
        let title = |id: &ItemId| scale.level(id.as_str()).map(|at| scale.levels[at].title.clone());
        let between = gap.between.iter().filter_map(|id| Some(format!("{} ({id})", title(id)?)));
        let between: Vec<_> = between.collect();
        let chosen = title(option).unwrap_or_else(|| option.to_string());
        return Err(Refusal::new(
            format!("{chosen} is not open here. {}", gap.say),
            format!("It lies between: {}. Correct the answers if that is wrong.", between.join(" and ")),
        ));
    }
    Ok(())
}
