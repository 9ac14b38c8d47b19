//! What surrounds the items, lowered.

use super::{Lowering, resolve};
use crate::base::Length;
use crate::playbook::condition::{Known, Subject};
use crate::playbook::model::Playbook;
use crate::playbook::question::AnswerType;
use crate::playbook::raw::around::{RawClock, RawPause, RawSilence};
use crate::playbook::raw::file::RawFile;
use crate::playbook::reference::{Channel, Clock, Definition, Faq, Limit, Pause, Readiness, Reference, Role, Silence};
use crate::source::Code;

impl Lowering<'_> {
    /// Adds everything that is not walked.
    pub(super) fn around(&mut self, files: &[RawFile], playbook: &mut Playbook) {
        for file in files {
            for raw in &file.role {
                let channels = raw.channels.iter();
                playbook.roles.push(Role {
                    id: resolve::id(&raw.id),
                    title: raw.title.text.clone(),
                    about: raw.about.as_ref().map(|about| about.text.clone()),
                    channels: channels
                        .map(|channel| Channel { kind: channel.kind.value, value: channel.value.text.clone() })
                        .collect(),
                    printed_person: raw.printed_person.as_ref().map(|person| person.text.clone()),
                    named_by: raw.named_by.as_ref().map(|line| {
                        let suits = |known: &Known| matches!(known, Known::Question { answer: AnswerType::Person, .. });
                        self.reference(line, "a question of type person", suits)
                    }),
                    cite: self.cites(&raw.cite),
                });
            }
            for raw in &file.clock {
                let clock = self.clock(raw);
                playbook.clocks.push(clock);
            }
            for raw in &file.definition {
                playbook.definitions.push(Definition {
                    id: resolve::id(&raw.id),
                    term: raw.term.text.clone(),
                    text: raw.text.text.clone(),
                    used_by: self.used_by(&raw.used_by),
                    cite: self.cites(&raw.cite),
                });
            }
            for raw in &file.reference {
                playbook.references.push(Reference {
                    id: resolve::id(&raw.id),
                    title: raw.title.text.clone(),
                    text: raw.text.text.clone(),
                    used_by: self.used_by(&raw.used_by),
                    cite: self.cites(&raw.cite),
                });
            }
            for raw in &file.faq {
                playbook.faqs.push(Faq {
                    id: resolve::id(&raw.id),
                    ask: raw.ask.text.clone(),
                    text: raw.text.text.clone(),
                    when: self.guard(raw.when.as_ref(), &raw.id.text, "when"),
                    used_by: self.used_by(&raw.used_by),
                    cite: self.cites(&raw.cite),
                });
            }
            for raw in &file.silence {
                let silence = self.silence(raw);
                playbook.silences.push(silence);
            }
            for raw in &file.readiness {
                playbook.readiness.push(Readiness {
                    id: resolve::id(&raw.id),
                    title: raw.title.text.clone(),
                    due: raw.due.map(|day| day.date),
                    cite: self.cites(&raw.cite),
                });
            }
        }
    }

    fn clock(&mut self, raw: &RawClock) -> Clock {
        let limit = self.limit(raw);
        let starts = |known: &Known| {
            let never = matches!(known, Known::Rule | Known::Silence | Known::Scale(_) | Known::Clock { .. });
            !never && !matches!(known, Known::Other(_))
        };
        let from = raw.from.as_ref();
        Clock {
            id: resolve::id(&raw.id),
            title: raw.title.text.clone(),
            word: raw.word.text.clone(),
            from: from.map(|from| self.reference(from, "a question, task, decision or call", starts)),
            when: self.guard(raw.when.as_ref(), &raw.id.text, "when"),
            until: self.guard(raw.until.as_ref(), &raw.id.text, "until"),
            pauses: raw.pauses.iter().map(|pause| self.pause(pause, &raw.id.text)).collect(),
            limit,
            cite: self.cites(&raw.cite),
        }
    }

    /// The time limit of a clock, and who gives it.
    fn limit(&mut self, raw: &RawClock) -> Option<Limit> {
        let hours = raw.limit_hours.map(|hours| (Length::Hours(hours.number), hours.span, "limit_hours"));
        let within = raw.within.map(|within| (within.length, within.span, "within"));
        if let (Some(within), Some(_)) = (within, hours) {
            let message = "`within` and `limit_hours` both say when this clock runs out.";
            self.problem(Code::LimitTwice, within.1, message);
        }
        match (within.or(hours), raw.basis) {
            (Some((within, ..)), Some(basis)) => Some(Limit::new(within, basis.value)),
            (None, None) => None,
            (Some((within, span, key)), None) => {
                let message = format!("`{key}` is given, {within}, but not who gives the time.");
                self.problem(Code::LimitWithoutBasis, span, message);
                None
            }
            (None, Some(basis)) => {
                let message = "A basis is given, but no time limit.";
                self.problem(Code::LimitWithoutBasis, basis.span, message);
                None
            }
        }
    }

    fn pause(&mut self, raw: &RawPause, owner: &str) -> Pause {
        let condition = self.condition(&raw.r#if, owner, "pauses");
        if condition.root.subjects().iter().any(|subject| matches!(subject, Subject::Late(_))) {
            let message = "A pause looks at what was recorded; that a clock is late is no record.";
            self.problem(Code::ConditionType, raw.r#if.span, message);
        }
        Pause { condition, say: raw.say.text.clone(), cite: self.cites(&raw.cite) }
    }

    fn silence(&mut self, raw: &RawSilence) -> Silence {
        Silence {
            id: resolve::id(&raw.id),
            topic: raw.topic.text.clone(),
            say: raw.say.text.clone(),
            decide_by: self.roles(&raw.decide_by),
            suggestion: raw.suggestion.as_ref().map(|suggestion| suggestion.text.clone()),
            ask: raw.ask,
            when: self.guard(raw.when.as_ref(), &raw.id.text, "when"),
            used_by: self.used_by(&raw.used_by),
            cite: self.cites(&raw.cite),
        }
    }
}
