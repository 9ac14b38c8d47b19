//! What is asked of the rows of lists, checked: `row.x`, `rows(list)`, `any(a)` and `all(a)`.

use super::ast::{EachRow, OfRow, Quantifier};
use super::ast::{Expr, Subject};
use super::check::{Checker, FAULTY, written};
use super::fault::Fault;
use super::known::Known;
use super::scope::Scope;
use super::tree::{Kind, Node};
use crate::base::{ItemId, NO_CURRENCY};
use crate::playbook::question::AnswerType;
use crate::source::Code;

impl Checker<'_> {
    /// `any(a)`, `all(a)`
    pub(super) fn each_row(&mut self, node: &Node, quantifier: Quantifier, inner: &Node) -> Expr {
        let Kind::Function(word, _) = &node.kind else { return FAULTY };
        if matches!(self.scope, Scope::Each(_)) {
            let message = format!("`{word}(...)` stands inside `any(...)` or `all(...)`.");
            return self.fault(Fault::new(Code::ListInList, node.range.clone(), message));
        }
        let mut lists = Vec::new();
        self.lists_in(inner, &mut lists);
        let Some((list, first)) = lists.first().cloned() else {
            let message = format!("`{word}(...)` names nothing that is settled for each row of a list.");
            let fault = Fault::new(Code::ConditionPerRow, node.range.clone(), message);
            return self.fault(fault.help(
                "It looks at a question, a task or a call with `for_each`; a column needs one of them beside it.",
            ));
        };
        if let Some((other, named)) = lists.iter().find(|(other, _)| *other != list) {
            let (one, two) = (written(first), written(named));
            let message = format!("`{one}` is settled for each row of `{list}`, `{two}` for each of `{other}`.");
            return self.fault(Fault::new(Code::TwoLists, named.range.clone(), message));
        }
        let Some(id) = ItemId::new(&list) else { return FAULTY };
        let outside = std::mem::replace(&mut self.scope, Scope::Each(list));
        let inner = self.condition(inner);
        self.scope = outside;
        Expr::EachRow(EachRow { list: id, quantifier, inner: Box::new(inner) })
    }

    /// The lists of all that is settled row by row within a part of a condition, each with where it is named.
    fn lists_in<'n>(&self, node: &'n Node, found: &mut Vec<(String, &'n Node)>) {
        match &node.kind {
            Kind::Name(prefix, id) if matches!(prefix.as_deref(), None | Some("task" | "call" | "row")) => {
                found.extend(self.names.rows.list_of(id).map(|list| (list.to_owned(), node)));
            }
            Kind::Name(..) | Kind::YesNo(_) | Kind::Number(_) | Kind::Text(_) => {}
            Kind::Function(word, _) if matches!(word.as_str(), "rows" | "any" | "all") => {}
            Kind::Function(_, inner) | Kind::Not(inner) => self.lists_in(inner, found),
            Kind::List(members) => members.iter().for_each(|member| self.lists_in(member, found)),
            Kind::And(one, other) | Kind::Or(one, other) | Kind::Compare(one, _, other) | Kind::In(one, other) => {
                self.lists_in(one, found);
                self.lists_in(other, found);
            }
        }
    }

    /// What a node names of the rows of lists; `None` if it names something else, `Some(None)` if that is at fault.
    #[expect(clippy::option_option, reason = "a node that is at fault is told from one that names something else")]
    pub(super) fn of_rows(&mut self, node: &Node) -> Option<Option<(Subject, Known)>> {
        match &node.kind {
            Kind::Function(word, inner) if word == "rows" => Some(self.rows(inner)),
            Kind::Name(Some(prefix), id) if prefix == "row" => Some(self.of_this_row(node, id)),
            Kind::Name(prefix, id) if matches!(prefix.as_deref(), None | Some("task" | "call")) => {
                let list = self.names.rows.list_of(id)?.to_owned();
                match (&self.scope, prefix) {
                    (Scope::Each(each), _) if *each == list => Some(self.of_this_row(node, id)),
                    // What was done for all rows can be asked as ever.
                    (_, Some(_)) => None,
                    (scope, None) => {
                        let known = self.names.get(id)?;
                        if !matches!(known, Known::Question { .. }) {
                            return None;
                        }
                        let message = format!("`{id}` is asked for each row of `{list}`; here no row is meant.");
                        let fault = Fault::new(Code::ConditionPerRow, node.range.clone(), message);
                        let all = format!("Of all rows: any({id} ...) or all({id} ...).");
                        let same = scope.list() == Some(list.as_str());
                        self.fault(fault.help(if same { format!("Of the same row: `row.{id}`. {all}") } else { all }));
                        Some(None)
                    }
                }
            }
            _ => None,
        }
    }

    /// `rows(list)`
    fn rows(&mut self, inner: &Node) -> Option<(Subject, Known)> {
        let number = Known::Question { answer: AnswerType::Number, options: Vec::new(), currency: NO_CURRENCY };
        let named = match &inner.kind {
            Kind::Name(None, id) => ItemId::new(id),
            _ => None,
        };
        let suits = |id: &ItemId| self.names.get(id.as_str()).is_some_and(Known::is_list);
        if let Some(id) = named.clone().filter(suits) {
            return Some((Subject::Rows(id), number));
        }
        let message = "`rows(...)` takes the name of a list.";
        let fault = Fault::new(Code::ConditionType, inner.range.clone(), message).help(
            "A list is a register of kind list, or a question of type many_of, people, assets, parties or places.",
        );
        self.fault(fault);
        None
    }

    /// `row.x`, and within `any` and `all` whatever is settled for each of their rows.
    fn of_this_row(&mut self, node: &Node, id: &str) -> Option<(Subject, Known)> {
        let Some(list) = self.scope.list().map(str::to_owned) else {
            let message = "`row.` means the row for which an item is settled, and this is asked of the whole case.";
            let fault = Fault::new(Code::ConditionPerRow, node.range.clone(), message).help(
                "Only `when` and `after` of a question, a task or a call with `for_each` are worked out row by row, not \
                 rules, scales, documents or decisions: write any(...) or all(...) there.",
            );
            self.fault(fault);
            return None;
        };
        let item = self.names.rows.list_of(id).filter(|of| *of == list).and_then(|_| self.names.get(id));
        let column = self.names.rows.holds(&list, id);
        if item.is_some() && column.is_some() {
            let message = format!("`{}` is a column of `{list}` and an item settled for each row.", written(node));
            let fault = Fault::new(Code::ConditionPerRow, node.range.clone(), message);
            self.fault(fault.help("Rename one of the two."));
            return None;
        }
        let known = item.or(column).cloned();
        let (Some(known), Some(own), Some(list_id)) = (known.clone(), ItemId::new(id), ItemId::new(&list)) else {
            let message = format!("A row of `{list}` has no `{id}`.");
            let fault = Fault::new(Code::ConditionUnknownName, node.range.clone(), message);
            let known: Vec<&str> = self.names.rows.known(&list).collect();
            let fault = match self.names.rows.list_of(id) {
                Some(other) => fault.help(format!("`{id}` is settled for each row of `{other}`.")),
                None if known.is_empty() => fault,
                None => fault.help(format!("Known: {}.", known.join(", "))).did_you_mean(id, known),
            };
            self.fault(fault);
            return None;
        };
        let of = match &known {
            _ if item.is_none() => OfRow::Cell { list: list_id, column: own },
            Known::Task => OfRow::Task(own),
            Known::Call => OfRow::Call(own),
            _ => OfRow::Answer(own),
        };
        Some((Subject::Row(of), known))
    }
}
