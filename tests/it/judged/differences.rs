//! Differences between what was judged and what is, and the list of those that are meant.

use super::judgements::States;
use std::collections::BTreeSet;

/// One thing that is not judged as it was.
pub struct Difference {
    pub playbook: String,
    /// `item affected`, `rule notify`; see `judgements.rs`.
    pub thing: String,
    pub was: String,
    pub is: String,
    /// Where it was seen.
    pub place: String,
}

impl Difference {
    /// As a line of the list, but for the reason.
    pub fn line(&self) -> String {
        format!("{} | {} | {} | {} |", self.playbook, self.thing, self.was, self.is)
    }
}

/// What differs between two judgements of one moment; a thing that was not there then is left out.
pub fn between(playbook: &str, was: &States, is: &States, place: &str) -> Vec<Difference> {
    let differ = was.iter().filter_map(|(thing, was)| {
        let is = is.get(thing).map_or("gone", String::as_str);
        (is != was).then(|| Difference {
            playbook: playbook.to_owned(),
            thing: thing.clone(),
            was: was.clone(),
            is: is.to_owned(),
            place: place.to_owned(),
        })
    });
    differ.collect()
}

/// The list: one line a difference, `playbook | thing | was | is | why`.
pub struct Intended(Vec<[String; 4]>);

impl Intended {
    pub fn read() -> Self {
        let text = std::fs::read_to_string(super::folder().join("intended.txt")).unwrap();
        let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
        let line = |line: &str| {
            let parts: Vec<String> = line.split('|').map(|part| part.trim().to_owned()).collect();
            let [playbook, thing, was, is, why] =
                <[String; 5]>::try_from(parts).unwrap_or_else(|_| panic!("{line}: five parts"));
            assert!(why.len() > 10, "{line}: the reason is missing");
            [playbook, thing, was, is]
        };
        Self(lines.map(line).collect())
    }

    /// The line that means this difference.
    pub fn covers(&self, of: &Difference) -> Option<usize> {
        let fits = |wanted: &str, is: &str| {
            wanted == is || wanted.strip_suffix('*').is_some_and(|begin| is.starts_with(begin))
        };
        self.0.iter().position(|[playbook, thing, was, is]| {
            fits(playbook, &of.playbook) && fits(thing, &of.thing) && fits(was, &of.was) && fits(is, &of.is)
        })
    }

    /// The lines that are not among these.
    pub fn but(&self, needed: &BTreeSet<usize>) -> Vec<String> {
        let idle = self.0.iter().enumerate().filter(|(at, _)| !needed.contains(at));
        idle.map(|(_, line)| line.join(" | ")).collect()
    }
}
