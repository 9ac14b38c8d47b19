//! Walks by chance: what is recorded does not rest on what is judged, so that a walk is the same whatever the program finds.
//!
//! A walk goes through the items in their order and now and then to another. At each step it has something to record about one of
//! them; whether it did was found once, by what was open then, and stands in `states.txt`.

use super::story::{row, session};
use crate::walks::Chance;
use breachbook::base::Stamp;
use breachbook::case::CaseState;
use breachbook::journal::{Fields, Mark, Seen};
use breachbook::playbook::question::{AnswerType, Question};
use breachbook::playbook::register::RegisterKind;
use breachbook::playbook::{Body, Item, Playbook};

/// What a walk with this seed came to, of whose steps these were taken.
pub fn again(playbook: &Playbook, seed: usize, taken: &[bool]) -> CaseState {
    let mut walk = Walk::new(playbook, seed);
    for taken in taken {
        let step = walk.step();
        if *taken {
            walk.take(step);
        }
    }
    walk.state
}

/// Something that can be recorded.
pub struct Step {
    kind: &'static str,
    fields: Fields,
}

pub struct Walk<'p> {
    playbook: &'p Playbook,
    pub state: CaseState,
    chance: Chance,
    cursor: usize,
}

impl<'p> Walk<'p> {
    pub fn new(playbook: &'p Playbook, seed: usize) -> Self {
        Self { playbook, state: CaseState::default(), chance: Chance::new(seed as u64 + 7_001), cursor: 0 }
    }

    pub fn take(&mut self, step: Step) {
        let seq = self.state.log.len() as u64 + 1;
        let at = Stamp::parse("2026-11-22T02:13:44.120+10:30").unwrap().plus_seconds(60 * seq as i64);
        self.state.apply(row(
            Mark { run: 0, seq },
            Seen::default(),
            at,
            step.kind,
            step.fields.text("by", "R. Okafor"),
        ));
    }

    /// The next thing that could be recorded.
    pub fn step(&mut self) -> Step {
        let playbook = self.playbook;
        let recorded = self.state.log.len();
        if recorded > 0 && self.chance.one_in(40) {
            let of = format!("{}-{}", session(0).as_str(), recorded - self.chance.below(recorded.min(8)));
            return Step { kind: "struck_out", fields: Fields::new().list("of", [of]).text("reason", "A slip.") };
        }
        if !playbook.silences.is_empty() && self.chance.one_in(12) {
            let silence = &playbook.silences[self.chance.below(playbook.silences.len())];
            let fields =
                Fields::new().text("silence", silence.id.as_str()).text("value", "Decided among those present.");
            return Step { kind: "decided_outside_policy", fields };
        }
        let at = if self.chance.one_in(4) { self.chance.below(playbook.items.len()) } else { self.cursor };
        if at == self.cursor {
            self.cursor = (self.cursor + 1) % playbook.items.len();
        }
        let (kind, fields) = self.about(&playbook.items[at]);
        Step { kind, fields }
    }

    fn about(&mut self, item: &Item) -> (&'static str, Fields) {
        let id = item.id.as_str();
        let row = if item.body.for_each().is_some() {
            Some(["A. Example", "North Example", "South Example"][self.chance.below(3)])
        } else {
            None
        };
        let done = Fields::new().text("task", id).text("value", "At 02:20: the mail gateway.").text_if("target", row);
        let ruled_out = || Fields::new().text("item", id).text("reason", "By those present.").text_if("target", row);
        match &item.body {
            Body::Question(question) => {
                let value = self.answer(question);
                ("answered", Fields::new().text("question", id).text("value", value))
            }
            Body::Decision(body) => {
                let option = &body.options[self.chance.below(body.options.len())].id;
                let role = &body.seats[self.chance.below(body.seats.len())];
                let fields = Fields::new().text("decision", id).text("option", option.as_str());
                ("decided", fields.text("role", role.as_str()).text("reason", "As discussed."))
            }
            Body::Call(body) if !self.chance.one_in(8) => {
                let outcome = if self.chance.one_in(4) { "no_answer" } else { "reached" };
                let fields = Fields::new().text("role", body.role.as_str()).text("outcome", outcome);
                ("called", fields.list("calls", [id]).text_if("target", row))
            }
            Body::Register(register) if !self.chance.one_in(6) => {
                let fields = Fields::new().text("register", id);
                match register.kind {
                    RegisterKind::List => ("row_added", fields.text("row", "A. Example")),
                    RegisterKind::Count => ("counted", fields.text("amount", "14")),
                    RegisterKind::Hours => ("counted", fields.text("amount", "3h")),
                    RegisterKind::Money => ("counted", fields.text("amount", "usd 1500.00")),
                }
            }
            Body::Prohibition(_) => ("prohibition_seen", Fields::new().text("item", id)),
            Body::Task(_) | Body::Document(_) if !self.chance.one_in(5) => ("task_done", done),
            _ if self.chance.one_in(2) => ("necessity_found", ruled_out().text("adviser", "Counsel")),
            _ => ("ruled_out", ruled_out()),
        }
    }

    /// An answer in its stored form. The numbers lie at, above and below what the policies name.
    fn answer(&mut self, question: &Question) -> String {
        if self.chance.one_in(9) {
            return "unknown".to_owned();
        }
        let mut one = |from: &[&str]| from[self.chance.below(from.len())].to_owned();
        match question.answer {
            AnswerType::YesNo => one(&["yes", "no", "yes"]),
            AnswerType::OneOf => question.options[self.chance.below(question.options.len())].id.to_string(),
            AnswerType::ManyOf => {
                let chosen = question.options.iter().filter(|_| self.chance.one_in(3));
                let chosen: Vec<String> = chosen.map(|option| option.id.to_string()).collect();
                if chosen.is_empty() { "none".to_owned() } else { chosen.join(", ") }
            }
            AnswerType::Number => {
                one(&["0", "5", "10", "50", "100", "101", "1000", "1001", "600", "175001", "80 to 120"])
            }
            AnswerType::Money => one(&["1000.00", "100000.01", "250000.00", "250000.01"]),
            AnswerType::When => one(&["2026-11-21T20:00:00+10:30", "2026-11-20T08:00:00+10:30"]),
            AnswerType::Duration => "2h 30m".to_owned(),
            AnswerType::Text | AnswerType::Person => "A. Ruiz, on the mail gateway".to_owned(),
            _ => one(&["North Example", "North Example\nSouth Example"]),
        }
    }
}
