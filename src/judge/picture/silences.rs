//! Silences of the policy: whether they matter in this case, and whether people decided them.

use crate::contacts::PhoneList;
use crate::contacts::model::FillIn;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::verdict::Verdict;
use crate::playbook::reference::Silence;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SilenceStatus {
    pub applies: Verdict,
    /// The entry that decided it, as a position in the log.
    pub decided: Option<usize>,
    /// What the organisation wrote on it beforehand: shown beside it, never recorded by itself.
    pub fill_in: Option<FillIn>,
}

pub fn work_out(at: usize, knowledge: &Knowledge<'_>, list: &PhoneList) -> SilenceStatus {
    let silence = &knowledge.playbook.silences[at];
    let playbook = knowledge.playbook.id.as_str();
    SilenceStatus {
        applies: knowledge.silence_applies(at),
        decided: knowledge.state.silence(silence.id.as_str()).and_then(crate::case::tracks::Track::last),
        fill_in: list.fill_in(playbook, silence.id.as_str()).cloned(),
    }
}

impl SilenceStatus {
    /// Whether the walk needs a decision on it before it can go on.
    pub fn is_asked(&self, silence: &Silence) -> bool {
        silence.ask && self.applies.value == Some(true) && self.decided.is_none()
    }
}
