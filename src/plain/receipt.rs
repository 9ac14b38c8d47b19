//! What is said right after a record: its name and what it says, what must not be overlooked, what it switched.

use super::lines;
use super::walk::Walk;
use crate::base::text::{cut, inert_line};
use crate::journal::Mode;
use crate::page::{changed, log, receipt};
use crate::record::Receipt;

/// Most columns of what a receipt repeats.
const SAYS: usize = 160;

impl Walk<'_> {
    /// `Recorded k4-2, 22:42: Yes. :strike strikes it out.`; what it is about is left out where it was asked.
    pub(super) fn recorded(&mut self, receipt: &Receipt, about: Option<&str>) -> String {
        let view = self.session.view();
        let at = view.state.log.iter().rposition(|row| row.recorded.id == receipt.recorded.id);
        let told = at.map(|at| log::entry(&view, at));
        let own = receipt.recorded.fact.subject().is_some_and(|id| Some(id.as_str()) == about);
        let says = told.map_or_else(String::new, |told| {
            if own && !told.says.is_empty() { inert_line(&told.says).into_owned() } else { told.in_short() }
        });
        let exercise = if view.mode == Mode::Exercise { "EXERCISE. " } else { "" };
        let clock = receipt.recorded.at.clock_in(view.now);
        let says = cut(says.trim_end_matches('.'), SAYS).into_owned();
        let strike = if std::mem::replace(&mut self.told_strike, true) { "" } else { " :strike strikes it out." };
        format!("{exercise}Recorded {}, {clock}: {says}.{strike}", receipt.name)
    }

    /// How the times were understood, what must not be overlooked, and what the record switched.
    pub(super) fn switched(&self, receipt: &Receipt) -> Vec<String> {
        let view = self.session.view();
        // What it strikes or stands for is said in the line above.
        let mut all = receipt::said(&view, receipt).understood;
        all.extend(receipt::remarks(&view, receipt));
        match changed::card(&view, receipt, changed::Names::Few) {
            Some(card) => all.extend(lines::of(&card)),
            None => all.extend(changed::one(&view, receipt)),
        }
        all
    }
}
