//! What is settled for each row of a list: which list it is, and what its conditions can ask of the row.

use super::Lowering;
use crate::base::ItemId;
use crate::playbook::condition::Known;
use crate::playbook::condition::row_names;
use crate::playbook::preset;
use crate::playbook::raw::register::RawRegister;
use crate::playbook::raw::walk::RawQuestion;
use crate::playbook::register::{ColumnKind, RegisterKind};
use crate::source::value::Line;
use crate::source::{Code, Problem};

/// The column in which a row's name stands.
const NAME: &str = "name";

/// What a register keeps, by itself or by its preset.
pub(super) fn kind_of(raw: &RawRegister) -> RegisterKind {
    let preset = raw.preset.as_ref().and_then(|line| preset::preset(&line.text));
    preset.map_or(raw.kind.map_or(RegisterKind::Count, |kind| kind.value), |preset| preset.kind)
}

impl Lowering<'_> {
    /// Takes note that something is settled for each row of a list, before conditions are read.
    pub(super) fn declare_row(&mut self, id: &Line, list: Option<&Line>) {
        if let Some(list) = list.filter(|list| !list.is_missing()) {
            self.names.rows.settled_for(&id.text, &list.text);
        }
    }

    /// Takes note of what stands in the columns of a list.
    pub(super) fn declare_columns(&mut self, raw: &RawRegister) {
        if kind_of(raw) != RegisterKind::List {
            return;
        }
        self.names.rows.column(&raw.id.text, NAME, Known::Words);
        let preset = raw.preset.as_ref().and_then(|line| preset::preset(&line.text));
        for column in preset.iter().flat_map(|preset| &preset.columns) {
            self.names.rows.column(&raw.id.text, column.id.as_str(), row_names::known(column));
        }
        for column in &raw.columns {
            let kind = column.r#type.as_ref().map_or(ColumnKind::Line, |kind| kind.value);
            let options = column.options.iter().map(|option| option.text.clone()).collect();
            self.names.rows.column(&raw.id.text, &column.id.text, row_names::of(kind, options));
        }
    }

    /// The list for each row of which the condition under a key of something is asked.
    pub(super) fn row_of(&self, owner: &str, key: &str) -> Option<&str> {
        matches!(key, "when" | "after").then(|| self.names.rows.list_of(owner)).flatten()
    }

    /// The list for each row of which something has to be settled.
    pub(super) fn for_each(&mut self, line: Option<&Line>) -> Option<ItemId> {
        let line = line?;
        if let Some(outer) = self.names.rows.list_of(&line.text).map(str::to_owned)
            && self.names.get(&line.text).is_some_and(Known::is_list)
        {
            let message = format!("`{}` is itself asked for each row of `{outer}`.", line.text);
            let problem = Problem::new(Code::ListInList, line.span, message);
            self.problems.add(problem.help("Keep one list in which each row says both, or a register of its own."));
        }
        let wanted = "a question of type people, assets, parties, places or many_of, or a register of kind list,";
        Some(self.reference(line, wanted, Known::is_list))
    }

    /// The same for a question, whose answer is then one thing for each row.
    pub(super) fn asked_for_each(&mut self, raw: &RawQuestion) -> Option<ItemId> {
        let list = self.for_each(raw.for_each.as_ref())?;
        let answer = raw.answer.value;
        if raw.answer.sound && !answer.columns().is_empty() {
            let message = format!("`{}` is a list, and it would be asked for each row of `{list}`.", answer.word());
            self.problem(Code::ListInList, raw.answer.span, message);
        }
        if let Some(review) = &raw.from_review {
            let message = "What is asked for each row of a list takes no answer over from a review.";
            self.problem(Code::UnsuitableItem, review.span, message);
        }
        Some(list)
    }
}
