//! What objectives, expectations and contingencies need of one another.

use super::Checked;
use crate::drill::script::expectation::{Binding, Expectation};
use crate::drill::script::inject::Inject;
use crate::source::reading::Placed;
use crate::source::{Code, Problem, Problems};
use std::collections::BTreeMap;

pub(super) fn check(checked: &Checked<'_>, problems: &mut Problems) {
    objectives(checked, problems);
    figures(checked, problems);
    windows(checked, problems);
    contingencies(checked, problems);
}

fn objectives(checked: &Checked<'_>, problems: &mut Problems) {
    for objective in &checked.raw.objective {
        let expected = checked.raw.expect.iter().any(|expect| expect.objective.text == objective.id.text);
        if !expected
            && !objective.id.text.is_empty()
            && problems.spared(&["objective", "expect"], &[Code::UnknownObjective])
        {
            let message = format!("Nothing is expected for the objective `{}`.", objective.id.text);
            problems.add(Problem::new(Code::IdleObjective, objective.id.span, message));
        }
    }
}

fn figures(checked: &Checked<'_>, problems: &mut Problems) {
    let mut given = BTreeMap::new();
    for (raw, expectation) in both(checked) {
        let (Some(figure), Some(written)) = (expectation.figure, raw.figure) else { continue };
        if raw.item.is_none() && raw.meets.is_none() && raw.tried.is_none() || expectation.avoid {
            let message = format!("No record tells when \"{}\" was.", figure.said());
            problems.add(Problem::new(Code::FigureByHand, written.span, message));
        }
        if let Some(first) = given.insert(figure, &expectation.id) {
            let message = format!("`{first}` gives the figure \"{}\" already.", figure.said());
            problems.add(Problem::new(Code::FigureTwice, written.span, message));
        }
    }
}

fn windows(checked: &Checked<'_>, problems: &mut Problems) {
    for (raw, expectation) in both(checked) {
        let by_hand = matches!(expectation.binding, Binding::ByHand);
        if raw.within.is_none() && !by_hand && !expectation.avoid && !raw.id.text.is_empty() {
            let message = format!("`{}` has no `within`.", raw.id.text);
            problems.add(Problem::new(Code::NoWindow, raw.id.span, message));
        }
    }
}

fn contingencies(checked: &Checked<'_>, problems: &mut Problems) {
    for (at, (raw, inject)) in checked.raw.inject.iter().zip(&checked.script.injects).enumerate() {
        let Some(contingency) = &inject.contingency else { continue };
        for line in &raw.if_not_met {
            let named = contingency.if_not_met.iter().any(|id| id.as_str() == line.text);
            let Some(expectation) = checked.script.expectation(&line.text).filter(|_| named) else { continue };
            let armed_on = checked.script.injects.iter().position(|other| other.number == expectation.inject);
            let Some(other) = armed_on else { continue };
            if other == at || comes_later((at, inject), (other, &checked.script.injects[other])) {
                let which = if other == at {
                    "this inject itself".to_owned()
                } else {
                    format!("inject {}, which comes later", expectation.inject)
                };
                let message = format!("`{}` is expected after {which}.", line.text);
                problems.add(Problem::new(Code::ArmedTooLate, line.span, message));
            }
        }
    }
    let any = checked.script.injects.iter().any(|inject| inject.contingency.is_some());
    let written = checked.raw.inject.iter().any(|raw| !raw.if_not_met.is_empty() || raw.after_min.is_some());
    if !any && !written && problems.spared(&["if_not_met", "after_min", "inject"], &[]) {
        let message = "No inject of this script waits for what players do not do.";
        problems.add(Problem::new(Code::NoContingency, checked.head.place(), message));
    }
}

/// Whether another inject can only be sent after a contingency: it is of a later part, or a contingency that stands behind it.
fn comes_later((at, inject): (usize, &Inject), (other_at, other): (usize, &Inject)) -> bool {
    other.part > inject.part || other.contingency.is_some() && other_at > at
}

fn both<'a>(
    checked: &'a Checked<'_>,
) -> impl Iterator<Item = (&'a crate::drill::script::raw::inject::RawExpectation, &'a Expectation)> {
    checked.raw.expect.iter().zip(&checked.script.expectations)
}
