//! Objectives, who takes part, and the parts.

use super::super::model::{Objective, Part, Role};
use super::super::raw::file::RawScript;
use super::lowering::{Lowering, MOST_LINES, MOST_OBJECTIVES, MOST_PARTS, MOST_ROLES};
use super::named::id;
use crate::base::Stamp;
use crate::source::Span;
use crate::source::reading::Placed;
use chrono::{FixedOffset, TimeZone};

impl Lowering<'_> {
    pub(super) fn objectives(&mut self, raw: &RawScript) -> Vec<Objective> {
        let at = raw.objective.get(MOST_OBJECTIVES).map_or_else(Span::default, Placed::place);
        self.bounded(&raw.objective, 1, MOST_OBJECTIVES, "objectives", at);
        let lowered = raw.objective.iter().map(|objective| Objective {
            id: id(&objective.id),
            text: objective.text.text.clone(),
            cite: self.cites(&objective.cite),
        });
        lowered.collect()
    }

    pub(super) fn roles(&mut self, raw: &RawScript) -> Vec<Role> {
        let at = raw.role.get(MOST_ROLES).map_or_else(Span::default, Placed::place);
        self.bounded(&raw.role, 1, MOST_ROLES, "roles", at);
        let lowered = raw.role.iter().map(|role| Role {
            role: id(&role.role),
            is: role.is.value,
            number: role.number.as_ref().map(|number| number.text.clone()),
            card: role.card.as_ref().map(|card| card.text.clone()),
        });
        lowered.collect()
    }

    pub(super) fn parts(&mut self, raw: &RawScript, offset: FixedOffset) -> Vec<Part> {
        let at = raw.module.get(MOST_PARTS).map_or_else(Span::default, Placed::place);
        self.bounded(&raw.module, 1, MOST_PARTS, "parts", at);
        let mut parts = Vec::new();
        for module in &raw.module {
            self.bounded(&module.questions, 0, MOST_LINES, "questions", module.place());
            let start = module.start.and_then(|start| {
                start.offset.unwrap_or(offset).from_local_datetime(&start.local).single().map(Stamp::new)
            });
            parts.push(Part {
                id: id(&module.id),
                title: module.title.text.clone(),
                minutes: module.minutes.number,
                start,
                text: module.text.as_ref().map(|text| text.text.clone()),
                questions: module.questions.iter().map(|question| question.text.clone()).collect(),
            });
        }
        parts
    }
}
