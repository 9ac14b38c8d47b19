//! What conditions find: what is recorded of a subject, what a rule or scale comes to, and what is not so.

use crate::base::{Count, ItemId};
use crate::case::Fact;
use crate::judge::truth::clocks::is_late;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::truth::per_row;
use crate::judge::truth::scales::ScaleState;
use crate::judge::types::answer::Answer;
use crate::judge::types::rule::RuleState;
use crate::judge::verdict::{Facts, Known, Verdict};
use crate::playbook::condition::{EachRow, Subject};

impl Facts for Knowledge<'_> {
    fn each_row(&self, each: &EachRow) -> Verdict {
        per_row::each_row(each, self)
    }

    fn known(&self, subject: &Subject) -> Known {
        let recorded = self.recorded(subject);
        let is_question = self.playbook.question(subject.id().as_str()).is_some();
        // What was done stays so, whatever is found about it afterwards.
        let stays = recorded != Known::Nothing && !is_question;
        if !stays && self.does_not_arise(subject) { Known::NotSo } else { recorded }
    }
}

impl Knowledge<'_> {
    /// What is recorded of a subject, whether it arises or not; what a rule or scale comes to.
    pub(super) fn recorded(&self, subject: &Subject) -> Known {
        let id = subject.id().as_str();
        let yes_no = |value: Option<bool>| value.map_or(Known::Nothing, Known::YesNo);
        match subject {
            Subject::Task(_) | Subject::Call(_) if self.with_rows(subject).is_some() => {
                yes_no(self.with_rows(subject).and_then(|item| self.holds_for_rows(item)))
            }
            Subject::Answer(_) | Subject::Rows(_) if self.is_hidden(id) => Known::Withheld,
            Subject::Answer(_) if self.state.counting(id).next().is_some() => Known::YesNo(true),
            Subject::Answer(_) => Known::from(self.answer(id)),
            Subject::Decision(_) => self.decided(id).map_or(Known::Nothing, |option| Known::Option(option.to_string())),
            Subject::Rule(_) => match self.at_rule(id, |status| status.state) {
                Some(RuleState::Met) => Known::YesNo(true),
                Some(RuleState::NotMet) => Known::YesNo(false),
                Some(RuleState::NotApplicable) => Known::NotSo,
                Some(RuleState::Pending) | None => Known::Nothing,
            },
            Subject::Scale(_) | Subject::Gap(_)
                if self.at_scale(id, |status| status.state) == Some(ScaleState::NotApplicable) =>
            {
                Known::NotSo
            }
            Subject::Scale(_) => {
                let outcomes = self.playbook.scale(id).and_then(|scale| {
                    let outcomes = |level: Option<&ItemId>| level.map(ToString::to_string);
                    self.at_scale(id, |status| status.outcomes(scale).into_iter().map(outcomes).collect::<Vec<_>>())
                });
                outcomes.filter(|all| !all.is_empty()).map_or(Known::Nothing, Known::Possible)
            }
            Subject::Gap(_) => yes_no(self.at_scale(id, super::scales::ScaleStatus::in_gap).flatten()),
            Subject::Split(_) => yes_no(self.is_split(id)),
            Subject::Task(_) => {
                let last = self.outcome(id);
                yes_no(last.and_then(|at| match self.state.at(at).fact {
                    Fact::TaskDone { .. } => Some(true),
                    Fact::TaskRuledOut { .. } => Some(false),
                    _ => None,
                }))
            }
            Subject::Call(_) => {
                let ruled_out = self.outcome(id);
                let ruled_out = ruled_out.is_some_and(|at| matches!(self.state.at(at).fact, Fact::TaskRuledOut { .. }));
                yes_no(if self.reached(id).is_some() { Some(true) } else { ruled_out.then_some(false) })
            }
            Subject::Silence(_) => yes_no(self.state.silence(id).map(|_| true)),
            Subject::Rows(list) => self.rows.list(list, self).map_or(Known::Nothing, |list| {
                let number =
                    if list.expected.is_some() { Count::AtLeast(list.count) } else { Count::Exact(list.count) };
                Known::Answer(Answer::Number(number))
            }),
            Subject::Row(_) => Known::Nothing,
            Subject::Late(_) => yes_no(self.playbook.clock(id).and_then(|clock| is_late(clock, self))),
        }
    }
}
