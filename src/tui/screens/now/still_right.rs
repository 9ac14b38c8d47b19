//! The key that says that what has to be looked at again is still right.

use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::page::marked;
use crate::record::rows::FOR;
use crate::record::verbs::confirm;
use crate::record::{Draft, main_verb};
use crate::tui::effect::Effect;
use crate::tui::open::open_with;

/// Says that what has to be looked at again is still right: at once, or by the form where it needs a reason.
pub(super) fn still_right(case: &View<'_>, target: Target) -> Vec<Effect> {
    let (_, id) = main_verb(case, target);
    let mark = match target {
        Target::Item(at) => marked::shown(case, at),
        Target::Silence(_) => None,
    };
    let draft = Draft::new(&confirm::VERB, id);
    match mark {
        Some(mark) => {
            let seat = mark.seat.as_ref().map(ToString::to_string);
            let draft = draft.with_some(&FOR, mark.row.clone()).with_some(&confirm::ROLE, seat);
            if mark.needs_reason() { open_with(case, draft) } else { vec![Effect::Submit(draft)] }
        }
        // A list that is complete as it stands is confirmed with the same key.
        None => open_with(case, draft),
    }
}
