//! Scales, lowered: levels, gaps, and who settles them.

use super::Lowering;
use super::resolve::id;
use crate::base::ItemId;
use crate::playbook::condition::Known;
use crate::playbook::model::Playbook;
use crate::playbook::question::AnswerType;
use crate::playbook::raw::file::RawFile;
use crate::playbook::raw::scale::{RawGap, RawLevel, RawScale};
use crate::playbook::scale::{Gap, Level, Scale};
use crate::source::reading::Placed;
use crate::source::value::Line;
use crate::source::{Code, Problem};
use std::collections::BTreeSet;

impl Lowering<'_> {
    pub(super) fn scales(&mut self, files: &[RawFile], playbook: &mut Playbook) {
        for raw in files.iter().flat_map(|file| &file.scale) {
            let scale = self.scale(raw);
            playbook.scales.push(scale);
        }
    }

    fn scale(&mut self, raw: &RawScale) -> Scale {
        let owner = raw.id.text.as_str();
        if raw.levels.is_empty() == raw.judged_from.is_empty() {
            let message = format!("The scale `{owner}` needs either `levels` or `judged_from`.");
            self.problem(Code::EmptyScale, raw.place(), message);
        }
        let levels: Vec<Level> = raw.levels.iter().map(|level| self.level(level, owner)).collect();
        let mut ids = BTreeSet::new();
        for level in raw.levels.iter().filter(|level| !level.id.is_missing()) {
            if !ids.insert(level.id.text.as_str()) {
                let message = format!("There is already a level `{}`.", level.id.text);
                self.problem(Code::DuplicateId, level.id.span, message);
            }
        }
        let gaps = raw.gaps.iter().map(|gap| self.gap(gap, raw)).collect();
        let decided_by = raw.decided_by.as_ref().map(|line| {
            let decides = self.reference(line, "a decision", |known| matches!(known, Known::Decision(_)));
            if let Some(Known::Decision(options)) = self.names.get(&line.text)
                && let Some(stranger) = options.iter().find(|option| !ids.contains(option.as_str()))
            {
                let message = format!("The decision `{}` has the option `{stranger}`, which is no level.", line.text);
                self.problem(Code::UnknownOption, line.span, message);
            }
            decides
        });
        let judges = |known: &Known| {
            matches!(known, Known::Question { answer: AnswerType::Text | AnswerType::OneOf | AnswerType::YesNo, .. })
        };
        let judged_from = raw.judged_from.iter();
        Scale {
            id: id(&raw.id),
            title: raw.title.text.clone(),
            about: raw.about.as_ref().map(|about| about.text.clone()),
            when: self.guard(raw.when.as_ref(), owner, "when"),
            levels,
            gaps,
            decided_by,
            judged_from: judged_from
                .map(|line| self.reference(line, "a question in words or with options", judges))
                .collect(),
            cite: self.cites(&raw.cite),
        }
    }

    fn level(&mut self, raw: &RawLevel, owner: &str) -> Level {
        if !raw.id.is_missing() && ItemId::new(&raw.id.text).is_none() {
            self.bad_id(&raw.id, ItemId::RULE);
        }
        if raw.any.is_empty() && raw.all.is_empty() {
            let message = format!("The level `{}` has neither `any` nor `all`, so it is never met.", raw.id.text);
            self.problem(Code::EmptyScale, raw.place(), message);
        }
        Level {
            id: id(&raw.id),
            title: raw.title.text.clone(),
            any: self.arms(&raw.any, owner, "any"),
            all: self.arms(&raw.all, owner, "all"),
            unless: self.arms(&raw.unless, owner, "unless"),
            cite: self.cites(&raw.cite),
        }
    }

    fn gap(&mut self, raw: &RawGap, scale: &RawScale) -> Gap {
        let known = || scale.levels.iter().map(|level| level.id.text.as_str());
        for line in raw.between.iter().chain(&raw.suggest).filter(|line| !line.is_missing()) {
            if !known().any(|level| level == line.text) {
                let message = format!("The scale `{}` has no level `{}`.", scale.id.text, line.text);
                let problem = Problem::new(Code::UnknownOption, line.span, message);
                self.problems.add_similar(problem, &line.text, known());
            }
        }
        let level = |line: &Line| id(line);
        Gap {
            condition: self.condition(&raw.r#if, &scale.id.text, "gaps"),
            say: raw.say.text.clone(),
            between: raw.between.iter().map(level).collect(),
            suggest: raw.suggest.as_ref().map(level),
            cite: self.cites(&raw.cite),
        }
    }
}
