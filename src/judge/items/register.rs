//! Registers: kept from the first entry that counts.

use super::outcome::outcome;
use super::status::ItemStatus;
use crate::judge::evidence::registers;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::types::standing::Standing;
use crate::playbook::Item;
use crate::playbook::register::Register;

pub(super) fn register(item: &Item, body: &Register, knowledge: &Knowledge<'_>, status: &mut ItemStatus) {
    outcome(item, knowledge, status, Standing::Open, |_| Standing::Open);
    let ruled_out = status.entry.filter(|_| status.standing == Standing::RuledOut);
    let Some(last) = knowledge.state.counting(item.id.as_str()).next_back() else { return };
    // What was added after it was called not needed counts again.
    if ruled_out < Some(last) {
        let held = registers::work_out(&item.id, body, knowledge.state);
        status.standing = Standing::Continuing;
        status.value = registers::say(body, &held);
        status.entry = Some(last);
    }
}
