//! What an entry of a file of rows says, and how rows are counted by a method: what a file does not say is not 0.

use crate::base::ItemId;
use crate::base::text::counted;
use crate::case::Import;
use crate::case::import::Doubles;
use crate::playbook::Playbook;

/// An import in words: how many rows, by which methods, and what was not counted.
pub fn import(playbook: Option<&Playbook>, register: &ItemId, import: &Import) -> String {
    let known = playbook.and_then(|playbook| playbook.register(register.as_str()));
    let rows = counted(usize::try_from(import.rows).unwrap_or(usize::MAX), "row", "rows");
    let mut says = format!("{}: {rows}", import.file);
    for (id, rows) in &import.methods {
        let method = known.and_then(|register| register.methods.iter().find(|method| method.id == *id));
        let label = method.map_or_else(|| id.to_string(), |method| in_a_sentence(&method.label));
        let unsaid = import.cannot_say.iter().find(|(other, _)| other == id).map_or(0, |(_, rows)| *rows);
        says.push_str(&format!(", {}", by(*rows, unsaid, &label)));
    }
    if !import.methods.is_empty() {
        says.push_str(&format!(", {}", by(import.no_method, import.not_said, "none")));
    }
    if let Some((doubles, rows)) = import.read_as.as_ref().and_then(|read| read.doubles) {
        let how = match doubles {
            Doubles::Once => "not counted again",
            Doubles::All => "counted again",
        };
        says.push_str(&format!("; {rows} there before, {how}"));
    }
    if import.bad_rows() > 0 {
        says.push_str(&format!("; {} not counted", counted_rows(import.bad_rows())));
    }
    if let Some(read) = import.read_as.as_ref().filter(|read| !read.without.is_empty()) {
        says.push_str(&format!("; not in the copy: {}", read.without.join(", ")));
    }
    if !import.ignored.is_empty() {
        says.push_str(&format!("; kept in the file, not counted: {}", import.ignored.join(", ")));
    }
    says
}

/// `588 by e-mail`, `12 by letter (cannot say for 600)`, `by letter: cannot say for 600`: what a file does not say is not 0.
pub(super) fn by(rows: u64, cannot_say: u64, label: &str) -> String {
    match (rows, cannot_say) {
        (rows, 0) => format!("{rows} by {label}"),
        (0, unsaid) => format!("by {label}: cannot say for {unsaid}"),
        (rows, unsaid) => format!("{rows} by {label} (cannot say for {unsaid})"),
    }
}

fn counted_rows(rows: u64) -> String {
    counted(usize::try_from(rows).unwrap_or(usize::MAX), "row", "rows")
}

/// What is said of rows, with how many of their files do not count.
pub(super) fn not_counted(says: String, bad: u64) -> String {
    match bad {
        0 => says,
        bad => {
            let rows = counted(usize::try_from(bad).unwrap_or(usize::MAX), "row of a file does", "rows of files do");
            format!("{says}; {rows} not count")
        }
    }
}

/// A label within a sentence: its first letter is small, unless the word is an abbreviation.
pub fn in_a_sentence(label: &str) -> String {
    let mut signs = label.chars();
    match (signs.next(), signs.clone().next()) {
        (Some(first), second) if !second.is_some_and(|sign| sign.is_uppercase() || sign == '.') => {
            first.to_lowercase().chain(signs).collect()
        }
        _ => label.to_owned(),
    }
}
