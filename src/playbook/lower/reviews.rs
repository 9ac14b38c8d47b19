//! What ties a response playbook to its readiness reviews: the review it names, what its questions take over from it, and
//! after how long a point of a review is due again.

use super::{Lowering, resolve};
use crate::base::ItemId;
use crate::playbook::item::Every;
use crate::playbook::model::Kind;
use crate::playbook::raw::file::RawPlaybook;
use crate::playbook::raw::walk::{RawQuestion, RawTask};
use crate::source::value::Line;
use crate::source::{Code, Problem, Span};

/// Longest time after which something is due again: fifty years.
const MOST_MONTHS: u32 = 600;

impl Lowering<'_> {
    /// The readiness playbook whose latest review is looked at.
    pub(super) fn review(&mut self, head: &RawPlaybook) -> Option<ItemId> {
        let line = head.review.as_ref()?;
        self.only_in(Kind::Response, "review", line.span);
        self.places.review = line.span;
        self.named(line)
    }

    /// The question of the review whose answer is taken over.
    pub(super) fn taken_over(&mut self, raw: &RawQuestion) -> Option<ItemId> {
        let line = raw.from_review.as_ref()?;
        self.only_in(Kind::Response, "from_review", line.span);
        self.places.taken_over.insert(raw.id.text.clone(), line.span);
        if !self.reviewed && self.kind == Kind::Response {
            let message = "An answer is taken over, but [playbook] names no review to take it from.";
            self.problem(Code::FromNoReview, line.span, message);
        }
        self.named(line)
    }

    /// After how long a point of a review is due again, and who says so.
    pub(super) fn every(&mut self, raw: &RawTask) -> Option<Every> {
        let places = [raw.every_months.map(|months| months.span), raw.every_basis.map(|basis| basis.span)];
        for (key, span) in ["every_months", "every_basis"].into_iter().zip(places) {
            if let Some(span) = span {
                self.only_in(Kind::Readiness, key, span);
            }
        }
        match (raw.every_months, raw.every_basis) {
            (Some(months), Some(basis)) => {
                if months.number > MOST_MONTHS {
                    let message = format!("{} months are more than {MOST_MONTHS}.", months.number);
                    self.problem(Code::NumberOutOfRange, months.span, message);
                }
                Some(Every { months: months.number.min(MOST_MONTHS), basis: basis.value })
            }
            (None, None) => None,
            (months, _) => {
                let message = if months.is_some() {
                    "A number of months is given, but not who gives the number."
                } else {
                    "There is a basis, but no number of months."
                };
                let problem = Problem::new(
                    Code::LimitWithoutBasis,
                    places.into_iter().flatten().next().unwrap_or_default(),
                    message,
                );
                let help = "Give both `every_months` and `every_basis` (policy, law or local), or neither.";
                self.problems.add(problem.help(help));
                None
            }
        }
    }

    /// Reports what stands in a playbook of a kind that does not use it.
    pub(super) fn only_in(&mut self, kind: Kind, key: &str, span: Span) {
        if self.kind != kind {
            let message = format!("`{key}` belongs into a playbook of kind \"{}\".", kind.word());
            self.problem(Code::OtherKind, span, message);
        }
    }

    /// An identifier of another playbook; only its shape can be judged here.
    fn named(&mut self, line: &Line) -> Option<ItemId> {
        if line.is_missing() || line.text.is_empty() {
            return None;
        }
        if ItemId::new(&line.text).is_none() {
            self.bad_id(line, ItemId::RULE);
        }
        Some(resolve::id(line))
    }
}
