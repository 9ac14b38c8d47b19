//! Registers: kept from the first entry that counts; a list of which more rows are expected stays open.

use super::outcome::outcome;
use super::status::ItemStatus;
use crate::judge::evidence::registers;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::truth::newest::saw;
use crate::judge::types::standing::Standing;
use crate::playbook::Item;
use crate::playbook::register::Register;

pub(super) fn register(item: &Item, body: &Register, knowledge: &Knowledge<'_>, status: &mut ItemStatus) {
    outcome(item, knowledge, status, Standing::Open, |_| Standing::Open);
    let ruled_out = status.entry.filter(|_| status.standing == Standing::RuledOut);
    let Some(last) = knowledge.state.counting(item.id.as_str()).next_back() else { return };
    // What was added by somebody who had not seen that it was called not needed, or after that, counts.
    let counts = |ruled_out: usize| {
        let mut all = knowledge.state.counting(item.id.as_str());
        all.any(|at| !saw(&knowledge.state, ruled_out, at))
    };
    if ruled_out.is_none_or(counts) {
        let held = registers::work_out(&item.id, body, knowledge.state);
        status.standing = Standing::Continuing;
        status.value = registers::say(body, &held);
        status.entry = Some(last);
        // A list that is to hold more than it does is kept to its end.
        let expected = knowledge.rows.list(&item.id, knowledge).and_then(|list| Some((list.count, list.expected?)));
        if let Some((count, expected)) = expected {
            status.standing = Standing::Open;
            status.value = Some(format!("{count} of {expected}"));
        }
    }
}
