//! Raw tables become the model: what they name is resolved against the script and its playbook.

mod expectations;
pub(super) mod injects;
mod lowering;
mod named;
mod parts;

pub(super) use lowering::MOST_PARTS;

use super::model::Script;
use super::raw::file::{RawHead, RawScript};
use crate::base::{ItemId, ScriptId, Stamp};
use crate::playbook::condition::Names;
use crate::playbook::{Body, Playbook};
use crate::source::reading::Placed;
use crate::source::{Code, Problem, Problems, Source, Span};
use chrono::{FixedOffset, TimeZone};
use lowering::{Lowering, MOST_LINES};
use std::collections::{BTreeMap, BTreeSet};

/// Lowers a script. It is complete only if no error was reported. Lists of the model stand beside those of the file, one for one.
pub(super) fn lower(
    raw: &RawScript,
    head: &RawHead,
    source: &Source,
    playbook: Option<&Playbook>,
    problems: &mut Problems,
) -> Script {
    let mut lowering = Lowering {
        source,
        problems,
        playbook,
        any: head.playbook.text == super::model::ANY,
        names: playbook.map(Names::of).unwrap_or_default(),
        objectives: BTreeMap::new(),
        roles: BTreeSet::new(),
        parts: BTreeMap::new(),
        injects: BTreeMap::new(),
        expectations: BTreeMap::new(),
    };
    lowering.declare(raw);
    let id = ScriptId::new(&head.id.text);
    if id.is_none() && !head.id.text.is_empty() {
        lowering.bad_id(&head.id, ScriptId::RULE);
    }
    let offset = lowering.offset(head);
    let start = offset.from_local_datetime(&head.start.local).single().map_or_else(Stamp::epoch, Stamp::new);
    lowering.bounded(&head.rules, 0, MOST_LINES, "rules", head.place());
    Script {
        id: id.unwrap_or_else(|| ScriptId::new("missing").expect("it is made of lower-case letters")),
        title: head.title.text.clone(),
        players_title: head.players_title.text.clone(),
        playbook: ItemId::new(&head.playbook.text).filter(|_| !lowering.any),
        start,
        minutes: head.minutes.number,
        briefing: head.briefing.as_ref().map(|text| text.text.clone()),
        rules: head.rules.iter().map(|rule| rule.text.clone()).collect(),
        objectives: lowering.objectives(raw),
        roles: lowering.roles(raw),
        parts: lowering.parts(raw, offset),
        injects: lowering.injects(raw),
        expectations: lowering.expectations(raw),
        digest: crate::base::digest::sha256(source.text.as_bytes()),
    }
}

impl Lowering<'_> {
    fn offset(&mut self, head: &RawHead) -> FixedOffset {
        let utc = FixedOffset::east_opt(0).expect("no offset is one");
        if head.start.span == Span::default() {
            return utc;
        }
        head.start.offset.unwrap_or_else(|| {
            let message = "This time does not say which time zone it is in.";
            self.problem(Code::NoOffset, head.start.span, message);
            utc
        })
    }

    fn problem(&mut self, code: Code, span: Span, message: impl AsRef<str>) {
        self.problems.add(Problem::new(code, span, message));
    }

    /// Reports a list that is too long or too short.
    fn bounded<T>(&mut self, list: &[T], least: usize, most: usize, what: &str, span: Span) {
        if list.len() < least || list.len() > most {
            let message = format!("There are {} {what}; {least} to {most} are allowed.", list.len());
            let problem = Problem::new(Code::OutOfBounds, span, message);
            let few = list.len() < least;
            self.problems.add(if few {
                problem.help("Add what is missing; the manual has an example.")
            } else {
                problem
            });
        }
    }

    /// The clauses behind an item or silence of the playbook.
    fn cited_by(&self, id: &str) -> Vec<crate::base::ClauseId> {
        let Some(playbook) = self.playbook else { return Vec::new() };
        let item = playbook.item(id).map(|item| item.cite.clone());
        item.or_else(|| playbook.silence(id).map(|silence| silence.cite.clone())).unwrap_or_default()
    }

    /// Whether it is a call of the playbook.
    fn is_call(&self, id: &str) -> bool {
        self.playbook.and_then(|playbook| playbook.item(id)).is_some_and(|item| matches!(item.body, Body::Call(_)))
    }
}
