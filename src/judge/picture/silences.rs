//! Silences of the policy: whether they matter in this case, and whether people decided them.

use crate::case::CaseState;
use crate::contacts::PhoneList;
use crate::contacts::model::FillIn;
use crate::judge::fallen::record::Ground;
use crate::judge::fallen::roots::Roots;
use crate::judge::fallen::sight::Sight;
use crate::judge::marks::then::then;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::verdict::Verdict;
use crate::playbook::reference::Silence;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SilenceStatus {
    pub applies: Verdict,
    /// The entry that decided it, as a position in the log.
    pub decided: Option<usize>,
    /// What was decided while it mattered and does not matter any more, until somebody says what becomes of it: the entries.
    pub look_again: Vec<usize>,
    /// What the organisation wrote on it beforehand: shown beside it, never recorded by itself.
    pub fill_in: Option<FillIn>,
}

pub(in crate::judge) fn work_out(
    at: usize,
    ground: &Ground<'_>,
    knowledge: &Knowledge<'_>,
    list: &PhoneList,
) -> SilenceStatus {
    let silence = &knowledge.playbook.silences[at];
    let playbook = knowledge.playbook.id.as_str();
    let applies = knowledge.silence_applies(at);
    SilenceStatus {
        look_again: no_longer(at, ground, knowledge),
        applies,
        decided: knowledge.state.silence(silence.id.as_str()).and_then(crate::case::tracks::Track::last),
        fill_in: list.fill_in(playbook, silence.id.as_str()).cloned(),
    }
}

/// The entries that decided it while it mattered, where it does not any more and nobody has said since what becomes of that. What
/// an ending switches off counts on.
fn no_longer(at: usize, ground: &Ground<'_>, knowledge: &Knowledge<'_>) -> Vec<usize> {
    let silence = &knowledge.playbook.silences[at];
    let decided = knowledge.state.silence(silence.id.as_str()).map(|track| track.current.clone()).unwrap_or_default();
    let went_on = || knowledge.as_if_it_went_on().unwrap_or(knowledge);
    if decided.is_empty() || went_on().silence_applies(at).value != Some(false) {
        return Vec::new();
    }
    let state: &CaseState = ground.state;
    let named: Vec<_> = silence.when.iter().flat_map(Roots::named).collect();
    let mattered = |entry: &usize| {
        let sight = Sight::of(state, *entry, &silence.id, &|_| true);
        then(ground, knowledge, &sight, &named, |then| then.silence_applies(at).value) != Some(false)
    };
    if decided.iter().all(mattered) { decided } else { Vec::new() }
}

impl SilenceStatus {
    /// Whether what people decided has to be looked at again.
    pub fn is_marked(&self) -> bool {
        !self.look_again.is_empty()
    }

    /// Whether the walk needs a decision on it before it can go on.
    pub fn is_asked(&self, silence: &Silence) -> bool {
        silence.ask && self.applies.value == Some(true) && self.decided.is_none()
    }
}
