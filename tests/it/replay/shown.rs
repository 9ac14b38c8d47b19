//! What was shown of a case at a moment, and whether a replay shows the same.

use breachbook::base::time::Now;
use breachbook::case::CaseState;
use breachbook::judge::view::replay::Replay;
use breachbook::judge::{Picture, assess};
use breachbook::playbook::Playbook;

/// What was seen of a case when something was recorded in it.
pub struct Shown {
    pub state: CaseState,
    pub picture: Picture,
}

impl Shown {
    pub fn of(playbook: &Playbook, state: CaseState) -> Self {
        let told = (0..state.log.len()).rfind(|at| breachbook::page::log::is_told(&state, *at));
        let last = &state.at(told.unwrap()).reading;
        let now = state.now_in(last, Now::from(last.wall).zone).under(&playbook.jurisdiction);
        let picture = assess(playbook, &state, now);
        Self { state, picture }
    }

    /// Whether the replay shows the same. How runs are ranked is another matter once there are more of them.
    pub fn is(self, replay: &Replay, what: &str) {
        let then = replay.moment();
        let rows = |state: &CaseState| {
            let row = |at| (state.at(at).clone(), state.counts(at), state.is_cut_off(&state.at(at).id));
            (0..state.log.len()).map(row).collect::<Vec<_>>()
        };
        assert_eq!(rows(&then.state), rows(&self.state), "{what}");
        assert!(then.picture == self.picture, "{what}: another picture");
    }
}
