//! What is expected, as a line of a cell: `e_told: The Officer is told {by=staff_member; tried=tell_privacy_officer; within=10}`.

use crate::base::{ClauseId, ItemId};
use crate::drill::script::expectation::{Binding, Expectation, Tried};
use crate::playbook::Playbook;

/// An expectation as it is written, before anything that it names is looked up.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct ExpectationText {
    /// Empty where the line gives none.
    pub id: String,
    pub text: String,
    /// Empty where the line gives none.
    pub objective: String,
    /// What else stands in the braces, key by key, in the order of `KEYS`.
    pub keys: Vec<(&'static str, String)>,
}

/// The keys of an expectation beside its text; `avoid` has no value.
pub const KEYS: [&str; 8] = ["by", "item", "meets", "tried", "within", "avoid", "figure", "cite"];

impl ExpectationText {
    /// `playbook` is asked which clauses an item has of its own, which need not be written.
    pub fn of(expectation: &Expectation, playbook: Option<&Playbook>) -> Self {
        let mut keys = Vec::new();
        let mut add = |key: &'static str, value: Option<String>| keys.extend(value.map(|value| (key, value)));
        add("by", expectation.by.as_ref().map(ToString::to_string));
        let own = match &expectation.binding {
            Binding::Item(item) => {
                add("item", Some(item.to_string()));
                cited_by(item, playbook)
            }
            Binding::Meets(condition) => {
                add("meets", Some(condition.text.clone()));
                Vec::new()
            }
            Binding::Tried(tried) => {
                add("tried", Some(tried.id().to_string()));
                if matches!(tried, Tried::Call(_)) { cited_by(tried.id(), playbook) } else { Vec::new() }
            }
            Binding::ByHand => Vec::new(),
        };
        add("within", expectation.within.map(|within| within.to_string()));
        add("avoid", expectation.avoid.then(String::new));
        add("figure", expectation.figure.map(|figure| figure.word().to_owned()));
        let cite = (expectation.cite != own).then(|| joined(&expectation.cite)).filter(|cite| !cite.is_empty());
        add("cite", cite);
        Self {
            id: expectation.id.to_string(),
            text: expectation.text.clone(),
            objective: expectation.objective.to_string(),
            keys,
        }
    }

    pub fn key(&self, key: &str) -> Option<&str> {
        self.keys.iter().find(|(known, _)| *known == key).map(|(_, value)| value.as_str())
    }

    /// The line of a cell. The objective stands in it where the cell beside it names several.
    pub fn line(&self, with_objective: bool) -> String {
        let mut keys: Vec<String> = self.keys.iter().map(|(key, value)| pair(key, value)).collect();
        if with_objective {
            keys.push(pair("objective", &self.objective));
        }
        // Braces at the end of the text itself would be taken for keys.
        let braces = if keys.is_empty() && !self.text.ends_with('}') {
            String::new()
        } else {
            format!(" {{{}}}", keys.join("; "))
        };
        let id = if self.id.is_empty() { String::new() } else { format!("{}: ", self.id) };
        format!("{id}{}{braces}", self.text)
    }

    /// Reads a line; what is wrong with it otherwise.
    pub fn read(line: &str) -> Result<Self, String> {
        let line = line.trim();
        let (words, braces) = match line.strip_suffix('}').and_then(|rest| rest.rsplit_once('{')) {
            Some((words, braces)) => (words.trim(), braces),
            None => (line, ""),
        };
        let (id, text) = match words.split_once(':').filter(|(id, _)| ItemId::new(id.trim()).is_some()) {
            Some((id, text)) => (id.trim(), text.trim()),
            None => ("", words),
        };
        let mut read = Self { id: id.to_owned(), text: text.to_owned(), ..Self::default() };
        for pair in braces.split(';').map(str::trim).filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').map_or((pair, ""), |(key, value)| (key.trim(), value.trim()));
            if key == "objective" {
                value.clone_into(&mut read.objective);
                continue;
            }
            let Some(known) = KEYS.into_iter().find(|known| *known == key) else {
                return Err(format!(
                    "\"{}\" is none of: objective, {}",
                    crate::base::text::cut(key, 40),
                    KEYS.join(", ")
                ));
            };
            if value.is_empty() && known != "avoid" {
                return Err(format!("{known} has no value"));
            }
            let whole = value.parse::<u32>().is_ok();
            if known == "within" && !whole {
                return Err(format!("within is not a number of minutes: {}", crate::base::text::cut(value, 40)));
            }
            read.keys.push((known, value.to_owned()));
        }
        read.keys.sort_by_key(|(key, _)| KEYS.iter().position(|known| known == key));
        if read.text.is_empty() {
            return Err("an expectation has no text".to_owned());
        }
        Ok(read)
    }
}

/// A condition may have `=` and blanks in it, and neither `;` nor braces.
fn pair(key: &str, value: &str) -> String {
    if value.is_empty() { key.to_owned() } else { format!("{key}={value}") }
}

fn joined(cite: &[ClauseId]) -> String {
    cite.iter().map(ClauseId::as_str).collect::<Vec<_>>().join(", ")
}

fn cited_by(item: &ItemId, playbook: Option<&Playbook>) -> Vec<ClauseId> {
    let Some(playbook) = playbook else { return Vec::new() };
    let cite = playbook.item(item.as_str()).map(|item| item.cite.clone());
    cite.or_else(|| playbook.silence(item.as_str()).map(|silence| silence.cite.clone())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::ExpectationText;

    #[test]
    fn a_line_is_read_as_it_was_written() {
        for line in [
            "e_told: The Officer is told {by=staff_member; tried=tell_officer; within=10}",
            "e_avoid: Nobody logs on {item=no_log_on; within=10; avoid; cite=FI-1c, FI-1d; objective=o_keep}",
            "e_when: It is \"open\" {meets=data_types == \"health\" && n > 3}",
            "e_hand: They ask who may decide",
            "e_odd: They write {name} {}",
        ] {
            let read = ExpectationText::read(line).unwrap();
            assert_eq!(read.line(!read.objective.is_empty()), line);
        }
        let bare = ExpectationText::read("Somebody calls the Officer").unwrap();
        assert_eq!((bare.id.as_str(), bare.keys.len()), ("", 0));
        for wrong in ["e_x: a {within=soon}", "e_x: {within=3}", "e_x: a {weight=3}", "e_x: a {by=}"] {
            assert!(ExpectationText::read(wrong).is_err(), "{wrong}");
        }
    }
}
