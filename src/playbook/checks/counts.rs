//! Every playbook for the night of a breach keeps two counts: persons affected, and residents of the home jurisdiction.

use crate::playbook::model::{Kind, Playbook};
use crate::playbook::places::Places;
use crate::source::{Code, Problem, Problems};

pub(super) fn check(playbook: &Playbook, places: &Places, problems: &mut Problems) {
    if playbook.kind == Kind::Response && playbook.counts.is_none() {
        let message = "The playbook does not say which questions count the persons affected and those who live at home.";
        problems.add(Problem::new(Code::NoCounts, places.head, message));
    }
}
