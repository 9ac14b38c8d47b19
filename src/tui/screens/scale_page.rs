//! The page of a scale: its level, every level with its elements, and what the policy leaves to people.

use super::tests::arm_line;
use crate::base::ids::cited;
use crate::guide::View;
use crate::guide::scales::{ScaleState, ScaleStatus};
use crate::guide::words::{level, subject_and_value};
use crate::playbook::scale::Scale;
use crate::tui::canvas::Hit;
use crate::tui::page::Page;
use crate::tui::theme::Role;

/// Sign and role of a scale's state.
pub fn sign(state: ScaleState) -> (&'static str, Role) {
    match state {
        ScaleState::DecidedByRule | ScaleState::DecidedByPerson => ("x", Role::Text),
        ScaleState::Gap => ("!", Role::Alarm),
        ScaleState::Pending => ("~", Role::Text),
        ScaleState::NoScale => ("/", Role::Text),
        ScaleState::NotApplicable => ("-", Role::Quiet),
    }
}

/// Fills the page.
pub fn scale_page(page: &mut Page, case: &View<'_>, scale: &Scale, status: &ScaleStatus) {
    let (_, role) = sign(status.state);
    page.say(Role::Strong, &scale.title);
    page.say(role, &level(&status.said(), scale));
    page.say(Role::Text, scale.about.as_deref().unwrap_or_default());
    for at in &status.gaps {
        let gap = &scale.gaps[*at];
        page.hanging("! ", Role::Alarm, Role::Text, &format!("{} ({})", gap.say, cited(&gap.cite)));
        if let Some(suggested) = gap.suggest.as_ref().and_then(|id| scale.level(id.as_str()))
            && status.state == ScaleState::Gap
        {
            page.hanging("  Suggestion: ", Role::Quiet, Role::Text, &scale.levels[suggested].title);
        }
    }
    let knowledge = case.knowledge();
    for (at, (level, arms)) in scale.levels.iter().zip(&status.arms).enumerate() {
        page.gap();
        let here = if status.level == Some(at) { "▸ " } else { "" };
        page.say(Role::Strong, &format!("{here}{}", level.title));
        for (arm, own) in level.any.iter().chain(&level.all).chain(&level.unless).zip(arms) {
            arm_line(page, case, arm, own, &knowledge);
        }
    }
    for subject in status.verdict.because.iter().chain(&status.verdict.missing).filter(|_| scale.levels.is_empty()) {
        let from = page.lines.len();
        page.hanging("  ", Role::Quiet, Role::Text, &subject_and_value(subject, &knowledge));
        if let Some(at) = case.playbook.position(subject.id().as_str()) {
            page.click(from, Hit::Target(crate::guide::agenda::Target::Item(at)));
        }
    }
    page.gap();
    super::tests::clause_lines(page, case, &scale.cite);
}
