//! What makes steps and items wait, lowered.

use super::Lowering;
use crate::playbook::item::Hold;
use crate::playbook::raw::hold::RawHold;
use crate::playbook::raw::walk::RawPhase;
use crate::source::Code;
use crate::source::reading::Placed;

impl Lowering<'_> {
    pub(super) fn holds(&mut self, raw: &[RawHold], owner: &str) -> Vec<Hold> {
        let hold = |raw: &RawHold| Hold {
            condition: self.condition(&raw.r#if, owner, "holds"),
            say: raw.say.text.clone(),
            cite: self.cites(&raw.cite),
        };
        raw.iter().map(hold).collect()
    }

    /// What makes a step wait. The older keys, a condition and its sentence, are one line before the others.
    pub(super) fn phase_holds(&mut self, phase: &RawPhase) -> Vec<Hold> {
        let owner = format!("phase {}", phase.id.text);
        let cite = self.cites(&phase.held_cite);
        let mut holds = Vec::new();
        match (&phase.held_when, &phase.held_say) {
            (Some(when), Some(say)) => {
                let condition = self.condition(when, &owner, "held_when");
                holds.push(Hold { condition, say: say.text.clone(), cite });
            }
            (None, None) => {}
            _ => {
                let message = format!("The phase `{}` needs both `held_when` and `held_say`.", phase.id.text);
                self.problem(Code::HoldWithoutWords, phase.place(), message);
            }
        }
        holds.extend(self.holds(&phase.holds, &owner));
        holds
    }
}
