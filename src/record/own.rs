//! What the program records by itself: a case is opened, answers come from a review, the clock was set, a sheet ended, the run ended.

use crate::base::ItemId;
use crate::case::{Attribution, Fact, ForRows};
use crate::playbook::Playbook;

/// The opening of a case; without a title it has that of its playbook.
pub fn opened(playbook: &Playbook, title: &str, files: Vec<String>) -> Fact {
    let title = crate::base::text::cut(title.trim(), 200).into_owned();
    Fact::Opened {
        title: if title.is_empty() { playbook.title.clone() } else { title },
        playbook: playbook.id.to_string(),
        playbook_title: playbook.title.clone(),
        source_version: playbook.source.version.clone(),
        files,
    }
}

/// An answer that a readiness review gave; `source` says which.
pub fn taken_over(question: &ItemId, value: String, source: String) -> Fact {
    Fact::Answered { question: question.clone(), value, source: Some(source), target: ForRows::default() }
}

/// The computer's clock was set while the program ran, by so many milliseconds.
pub fn clock_stepped(by_ms: i64) -> (Attribution, Fact) {
    (Attribution { by: "breachbook".into(), ..Attribution::default() }, Fact::ClockStepped { by_ms })
}

/// The end of a sheet of so many entries.
pub fn sheet_ended(person: &str, rows: usize) -> (Attribution, Fact) {
    let rows = i64::try_from(rows).unwrap_or(i64::MAX);
    (Attribution { by: person.to_owned(), ..Attribution::default() }, Fact::SheetEnded { rows })
}

/// The program was left in the ordinary way.
pub fn ended(person: &str) -> (Attribution, Fact) {
    (Attribution { by: person.to_owned(), ..Attribution::default() }, Fact::SessionEnded)
}
