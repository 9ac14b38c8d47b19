//! The review after a drill in words: its steps, a row each, what stands behind one of them, and what is still to come. The full screen
//! and whoever asks a line at a time say the same.

use super::document::{Document, Row};
use super::line::Line;
use super::state::State;
use crate::base::Now;
use crate::base::text::counted;
use crate::case::Verdict;
use crate::drill::Account;
use crate::drill::account::Noted;
use crate::drill::review::{Left, Said, Step, improvements_of};
use crate::judge::types::cells;

/// What of an objective is rated how.
pub const SCALE: [(Verdict, &str); 4] = [
    (Verdict::Performed, "all done, nothing else harmed"),
    (Verdict::Some, "done, could be better"),
    (Verdict::Major, "done with harm to something else"),
    (Verdict::Unable, "not done"),
];

/// What expectations are judged as.
pub const JUDGED: [Verdict; 4] = [Verdict::Met, Verdict::Partly, Verdict::Missed, Verdict::NotApplicable];

/// Why an objective cannot be rated, and what is asked instead.
pub const NOT_OBSERVED: &str = "Nothing was noted of it, so it cannot be rated yet. What was seen?";

/// The scale in one line.
pub fn scale() -> String {
    SCALE.map(|(verdict, says)| format!("{} {says}", verdict.word())).join("; ")
}

/// What is not judged, counted.
pub fn judged(open: usize) -> String {
    match open {
        0 => "Everything that a person had to judge is judged.".to_owned(),
        open => format!("{} not judged.", counted(open, "expectation", "expectations")),
    }
}

/// What is not rated, counted.
pub fn rated(open: usize) -> String {
    match open {
        0 => "Every objective is rated.".to_owned(),
        open => format!("{} not rated.", counted(open, "objective", "objectives")),
    }
}

/// The gaps for which nothing is to be done yet, counted.
pub fn improved(open: usize) -> String {
    match open {
        0 => "No gap is without an improvement action.".to_owned(),
        open => format!("{} without an improvement action.", counted(open, "gap", "gaps")),
    }
}

/// Each thing that is still to come, in a few words.
pub fn left(left: Left) -> Vec<String> {
    let Left { talk, judge, rate, improve, sign } = left;
    let some = |count: usize, one: &str, many: &str| (count > 0).then(|| counted(count, one, many));
    let all = [
        talk.then(|| "hot wash".to_owned()),
        some(judge, "judgement", "judgements"),
        some(rate, "rating", "ratings"),
        some(improve, "action for a gap", "actions for gaps"),
        sign.then(|| "signature".to_owned()),
    ];
    all.into_iter().flatten().collect()
}

/// What is still to come in one sentence. Where the control folder is not here, nobody can say what was judged and rated.
pub fn to_come(of: Left, whole: bool) -> String {
    let all = left(of);
    let says = if all.is_empty() { String::new() } else { format!("Still to come: {}.", all.join(", ")) };
    match (whole, says.is_empty()) {
        (true, true) => "The review is complete.".into(),
        (true, false) => says,
        (false, _) => format!("{says} What was judged and rated is not known here.").trim().to_owned(),
    }
}

/// `strength: They decided without the officer`.
pub fn seen(note: &Noted<'_>) -> String {
    format!("{}: {}", note.tag.label(), note.text)
}

/// A step: `rate     Tell and decide without the Privacy Officer` and at the right `not rated`.
pub fn row(of: &Account<'_>, step: &Step<'_>) -> Row {
    let (kind, what, word, done) = match step {
        Step::Talk(said) => ("talk", said.question.asks.to_owned(), how_many(said, "nothing yet"), said.after),
        Step::Judge(expected) => {
            let said = expected.of(of.played.script);
            ("judge", said.text.clone(), format!("inject {}, not judged", said.inject), false)
        }
        Step::Rate(at, seen) => {
            let rated = &of.figures.objectives[*at];
            let text = of.played.script.objectives[rated.objective].text.clone();
            let word = match &rated.rating {
                Some(rating) => rating.verdict.word().to_owned(),
                None if seen.is_empty() => "nothing noted of it".to_owned(),
                None => "not rated".to_owned(),
            };
            ("rate", text, word, rated.rating.is_some())
        }
        Step::Improve(gap, row) => {
            let case = of.played.case;
            let named = row.map(|at| case.label(at).unwrap_or_else(|| case.name(at)));
            let done = named.is_some();
            ("improve", gap.text.to_owned(), named.unwrap_or_else(|| "no action yet".to_owned()), done)
        }
        Step::Sign(said) => ("sign", said.question.asks.to_owned(), how_many(said, "nobody yet"), said.after),
    };
    let state = Some(if done { State::Done } else { State::ToDo });
    Row { state, ..Row::sides(format!("{kind:<8} {what}"), word) }
}

fn how_many(said: &Said<'_>, none: &str) -> String {
    if said.texts.is_empty() { none.to_owned() } else { format!("{} noted", said.texts.len()) }
}

/// What stands behind a step: the question and what was noted, what was expected, what was seen of an objective, a gap whole.
pub fn about(of: &Account<'_>, step: &Step<'_>, now: Now) -> Document {
    let mut page = Document::default();
    let script = of.played.script;
    match step {
        Step::Talk(said) | Step::Sign(said) => {
            page.text(Line::strong(said.question.asks)).text(Line::quiet("One line each."));
            for text in &said.texts {
                page.text(format!("· {text}"));
            }
        }
        Step::Judge(expected) => {
            let said = expected.of(script);
            page.text(Line::strong(said.text.as_str()));
            let title = script.inject(said.inject).map_or("", |inject| inject.title.as_str());
            page.text(format!("Expected of inject {}, {title}. Only a person can judge it.", said.inject));
        }
        Step::Rate(at, seen) => {
            let rated = &of.figures.objectives[*at];
            page.text(Line::strong(script.objectives[rated.objective].text.as_str()));
            if let Some(rating) = &rated.rating {
                let because = rating.because.as_deref().map_or_else(String::new, |why| format!(": {why}"));
                page.text(format!("{} {}{because}", rating.verdict.word(), rating.verdict.label()));
            }
            page.text(super::drill_figures::totals(rated.totals));
            if seen.is_empty() {
                page.text(NOT_OBSERVED);
            }
            for note in seen {
                page.text(format!("· {}", self::seen(note)));
            }
            page.text(Line::quiet(scale()));
        }
        Step::Improve(gap, row) => {
            page.text(Line::strong(gap.text));
            if let Some(because) = gap.because {
                page.labelled("Behind it", because);
            }
            if let Some(at) = of.origin(gap) {
                page.labelled("From", of.played.case.name(at));
            }
            if let Some(row) = row.and_then(|at| of.played.case.row_of(at)) {
                let (case, list) = (of.played.case, improvements_of(of.played.playbook));
                let said = |column: &str| {
                    let text = case.cell(row, column).text();
                    cells::shown(Some(of.played.playbook), list.as_str(), column, text, now)
                };
                page.labelled("Action", format!("{}, {}, by {}", case.row_name(row), said("owner"), said("due")));
            }
        }
    }
    page
}
