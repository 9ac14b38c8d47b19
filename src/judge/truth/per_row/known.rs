//! What is known of lists and of what is settled row by row, as the rest of the judge asks for it.

use super::status::Rows;
use super::{holds, key, name_of, stands_before, written};
use crate::case::ForRows;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::types::answer::Answer;
use crate::judge::verdict::Verdict;
use crate::playbook::condition::Subject;
use crate::playbook::{Body, Item};
use std::collections::BTreeSet;
use std::rc::Rc;

impl<'a> Knowledge<'a> {
    /// The current answer to a question; `None` while there is none or while two contradict each other. Of a list, all its rows:
    /// those that were added one by one, and those that were answered.
    pub fn answer(&self, question: &str) -> Option<Answer> {
        let asked = self.playbook.question(question)?;
        let mut rows = if asked.answer.is_a_list_of_rows() { written(question, &self.state) } else { Vec::new() };
        match self.answered(question) {
            Some(Answer::Rows(answered)) if !rows.is_empty() => {
                let known: BTreeSet<_> = rows.iter().map(|row| key(name_of(row))).collect();
                rows.extend(answered.into_iter().filter(|row| !known.contains(&key(name_of(row)))));
                Some(Answer::Rows(rows))
            }
            _ if !rows.is_empty() => Some(Answer::Rows(rows)),
            answered => answered,
        }
    }

    /// The first of some rows for which a task cannot be done yet: its name, the playbook's words and the verdict.
    pub fn row_in_the_way(&self, item: &Item, target: &ForRows) -> Option<(String, String, Verdict)> {
        let (Body::Task(task), list) = (&item.body, self.rows.list(item.body.for_each()?, self)?) else { return None };
        let say = task.after.as_ref()?.say.clone();
        list.meant(target, &self.state).into_iter().find_map(|row| {
            let verdict = stands_before(item, &list, row, self)?;
            Some((list.rows[row].name.clone(), say.clone(), verdict))
        })
    }

    /// How an item stands for each row of its list, worked out once; `None` while the rows are not known.
    pub fn targets(&self, item: &Item) -> Option<Rc<Rows>> {
        item.body.for_each()?;
        self.rows.targets(item, self)
    }

    /// The item of a task or call that has to be settled for each row of a list.
    pub(in crate::judge) fn with_rows(&self, subject: &Subject) -> Option<&'a Item> {
        let is_deed = matches!(subject, Subject::Task(_) | Subject::Call(_));
        let item = is_deed.then(|| self.playbook.item(subject.id().as_str())).flatten()?;
        item.body.for_each().map(|_| item)
    }

    /// Whether a task or call is settled for every row: yes if it was done for one or more of them.
    pub(in crate::judge) fn holds_for_rows(&self, item: &Item) -> Option<bool> {
        match self.targets(item) {
            Some(targets) if targets.is_empty() && targets.expected().is_none() => Some(false),
            Some(targets) => holds(&targets),
            None => self.is_ruled_out(item.id.as_str()).then_some(false),
        }
    }
}
