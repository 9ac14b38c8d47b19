//! What is known of the rows of a list, in words.

use crate::case::ForRows;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::truth::per_row::{Rows, known_of_rows};
use crate::judge::verdict::Known;
use crate::playbook::condition::OfRow;

/// Most rows that are named in a line.
const NAMED: usize = 3;
/// Most rows of an entry that are named in a line of the log; the entry holds all.
const TOLD: usize = 6;

/// What is known of all rows together: `StudentBase: Our own data; Example Host: Perhaps`, `done for 2 of 3`; `None` while nothing is.
pub fn of_all(of: &OfRow, knowledge: &Knowledge<'_>) -> Option<String> {
    let (rows, all) = known_of_rows(of, knowledge);
    if rows.is_empty() {
        return None;
    }
    if matches!(of, OfRow::Task(_) | OfRow::Call(_)) {
        let done = rows.iter().filter(|(_, known)| *known == Known::YesNo(true)).count();
        return Some(format!("done for {done} of {all}"));
    }
    let said = |(name, known): &(String, Known)| format!("{name}: {}", value(of, known, knowledge));
    let mut parts: Vec<_> = rows.iter().take(NAMED).map(said).collect();
    let more = rows.len().saturating_sub(NAMED);
    if more > 0 {
        parts.push(format!("and {more} more"));
    }
    Some(parts.join("; "))
}

fn value(of: &OfRow, known: &Known, knowledge: &Knowledge<'_>) -> String {
    match (known, knowledge.playbook.question(of.id().as_str())) {
        (Known::YesNo(yes), _) => if *yes { "yes" } else { "no" }.to_owned(),
        (Known::Answer(answer), Some(question)) => knowledge.show(answer, question),
        (Known::Answer(answer), None) => answer.to_text(),
        (Known::Option(text), _) => text.clone(),
        _ => "not known yet".to_owned(),
    }
}

/// `2 of 3`: for how many rows something is settled, of those to which it applies and that are expected.
pub fn done_of(rows: &Rows) -> String {
    let (settled, all) = rows.settled();
    format!("{settled} of {}", rows.expected().unwrap_or(all as u64))
}

/// `Boone County, Cole County and 3 more`: the rows that an entry names, by what they were called; `None` where it names none.
pub fn named(target: &ForRows) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    // A row that two entries added stands in both.
    for of in &target.0 {
        if names.last() != Some(&of.name.as_str()) {
            names.push(&of.name);
        }
    }
    let more = names.len().saturating_sub(TOLD);
    match names.as_slice() {
        [] => None,
        [one] => Some((*one).to_owned()),
        [first @ .., last] if more == 0 => Some(format!("{} and {last}", first.join(", "))),
        names => Some(format!("{} and {more} more", names[..TOLD].join(", "))),
    }
}
