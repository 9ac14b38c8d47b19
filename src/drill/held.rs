//! What became of the injects in an exercise that was held, for the columns behind the others in the list of them.

use super::plan::{Plan, Slot, Stands};
use super::script::Script;
use super::script::list::{Column, Ran};
use crate::base::Stamp;
use crate::case::{CaseState, Fact};
use std::collections::BTreeMap;

/// How the injects stood at the end; whatever contingencies were offered, what became of them is what was sent.
pub fn plan<'a>(script: &'a Script, case: &CaseState, control: &CaseState) -> Plan<'a> {
    Plan::of(script, case, control, 0, |_| None)
}

/// By the number of each inject: whether it was sent, when in both times, and why not.
pub fn held(plan: &Plan<'_>, case: &CaseState) -> BTreeMap<u32, Ran> {
    let of = |slot: &Slot<'_>| Some((slot.inject?.number, ran(slot, case)));
    plan.slots.iter().filter_map(of).collect()
}

fn ran(slot: &Slot<'_>, case: &CaseState) -> Ran {
    let state = match slot.stands {
        Stands::Sent => "sent",
        Stands::Skipped => "skipped",
        Stands::Held => "held",
        _ => "not sent",
    };
    let text = |time: Option<Stamp>| time.map(Stamp::to_text).unwrap_or_default();
    Ran {
        state: state.into(),
        sent_exercise: text(slot.sent.map(|at| case.at(at).at)),
        sent_real: text(slot.sent.map(|at| case.real(at))),
        reason: slot.reason.clone().unwrap_or_default(),
    }
}

/// The rows of injects that were made on the spot, of which only the case has the words; `width` is how many columns a row has.
pub fn on_the_spot(plan: &Plan<'_>, case: &CaseState, width: usize) -> Vec<Vec<String>> {
    let mut own: Vec<_> = plan.slots.iter().filter(|slot| slot.inject.is_none()).collect();
    own.sort_by_key(|slot| slot.sent);
    own.into_iter().filter_map(|slot| row(slot, case, width)).collect()
}

fn row(slot: &Slot<'_>, case: &CaseState, width: usize) -> Option<Vec<String>> {
    let Fact::Released { inject, from, to, delivery, text, gist, .. } = &case.at(slot.sent?).fact else { return None };
    let mut row: Vec<String> = Column::ALL
        .map(|column| match column {
            Column::Number => inject.clone(),
            Column::Category => "inject".into(),
            Column::Delivery => delivery.clone(),
            Column::From => from.clone(),
            Column::To => to.join("; "),
            Column::Text => text.clone().unwrap_or_default(),
            Column::Gist => gist.clone().unwrap_or_default(),
            _ => String::new(),
        })
        .into();
    let ran = ran(slot, case);
    let course = [ran.state, ran.sent_exercise, ran.sent_real, ran.reason];
    row.resize(width.saturating_sub(course.len()), String::new());
    row.extend(course);
    Some(row)
}
