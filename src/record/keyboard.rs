//! Who is at the keyboard: names that can stand beside a record, who is offered, and after how long it is asked again.

use super::draft::bounded;
use super::field::{Field, FieldKind};
use super::refusal::{Reason, Refusal, quoted};
use crate::base::Reading;
use crate::case::{Attendance, CaseState, Fact};
use crate::judge::Picture;
use crate::judge::call_tree::Origin;
use crate::playbook::Playbook;

/// Who sits at the keyboard from now on.
pub static TO: Field = Field::new(FieldKind::Name, "to", "Who takes over")
    .ordered()
    .help("TO", "Who takes over.")
    .noun("The name of the person who takes over");

/// A pause this long, in milliseconds: whoever comes back may be somebody else. By the design of the screens, a quarter of an hour.
pub const PAUSE_MS: u64 = 15 * 60 * 1000;
/// How many names are shown at a time; each has a digit.
pub const SHOWN: usize = 9;
/// How many names are looked through.
const OFFERED: usize = 500;
/// Words that people type where a name is asked and that name nobody.
const NOBODY: [&str; 26] = [
    "nobody",
    "nobody named",
    "no one",
    "noone",
    "none",
    "no",
    "n",
    "n/a",
    "na",
    "yes",
    "y",
    "u",
    "unknown",
    "not known",
    "not known yet",
    "anonymous",
    "me",
    "i",
    "myself",
    "self",
    "someone",
    "somebody",
    "anyone",
    "anybody",
    "not named",
    "breachbook",
];

/// Somebody who may be at the keyboard.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offered {
    /// The name.
    pub name: String,
    /// Why it is offered: "recorded here before", or the role that they hold.
    pub why: String,
}

static NOBODY_NAMED: Reason =
    Reason::new("nobody-named", "Nobody is named as the one who writes this down.", "Say who it is{by}.");
static NAMES_NOBODY: Reason = Reason::new(
    "names-nobody",
    "\"{0}\" names nobody, and whoever writes something down is named.",
    "Say who it is{by}.",
);

/// The name of a person, trimmed; a record without one is refused, and so are words that name nobody.
pub fn name(typed: &str) -> Result<String, Refusal> {
    let name = typed.trim();
    if name.is_empty() {
        return Err(NOBODY_NAMED.refuse());
    }
    let plain = name.to_lowercase();
    if !plain.chars().any(char::is_alphabetic) || NOBODY.contains(&plain.as_str()) {
        return Err(NAMES_NOBODY.about(quoted(name)));
    }
    bounded(name, &TO)
}

/// Who may be at the keyboard: whoever recorded in this case, the last one first, then who was called for a role of an exercise or holds
/// one today. Nobody twice, and nobody of whom only a facilitator's console knows.
pub fn offered(playbook: &Playbook, state: &CaseState, assessment: &Picture) -> Vec<Offered> {
    let mut found: Vec<Offered> = Vec::new();
    let mut add = |person: &str, why: &str| {
        let known = |one: &Offered| one.name.to_lowercase() == person.trim().to_lowercase();
        if found.len() < OFFERED && name(person).is_ok() && !found.iter().any(known) {
            found.push(Offered { name: person.trim().to_owned(), why: why.to_owned() });
        }
    };
    for row in state.log.iter().rev().filter(|row| !row.recorded.facilitator) {
        let taken_over = match &row.recorded.fact {
            Fact::HandedOver { to, .. } => Some(to.as_str()),
            _ => None,
        };
        for person in taken_over.into_iter().chain([row.recorded.who.by.as_str()]) {
            add(person, "recorded here before");
        }
    }
    for row in &state.log {
        if let Fact::RollCalled { role, person, attendance: Attendance::Present } = &row.recorded.fact {
            add(person, playbook.role_title(role.as_str()));
        }
    }
    for role in &playbook.roles {
        let reach = assessment.reach(playbook, role.id.as_str());
        let today = reach.map(|reach| reach.candidates.as_slice()).unwrap_or_default();
        for one in today.iter().filter(|one| one.origin != Origin::Policy) {
            if let Some(person) = &one.person {
                add(person, &role.title);
            }
        }
    }
    found
}

/// Those of whom each word that was typed begins a word of the name or of the role; all of them while nothing is typed, or no letters.
pub fn matching<'o>(offered: &'o [Offered], typed: &str) -> Vec<&'o Offered> {
    let typed = typed.to_lowercase();
    let words: Vec<&str> = typed.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).collect();
    let fits = |one: &&Offered| {
        let known = format!("{} {}", one.name, one.why).to_lowercase();
        words.iter().all(|word| known.split([' ', '-']).any(|part| part.starts_with(word)))
    };
    offered.iter().filter(fits).collect()
}

/// The name that was meant: the digit of somebody who is offered, alone or right behind letters that are looked for, or the name itself.
pub fn chosen(offered: &[Offered], typed: &str) -> String {
    let trimmed = typed.trim();
    let letters = trimmed.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let digit = trimmed[letters.len()..].parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    // A name may end in a number, and then a blank stands before it.
    if letters.ends_with(char::is_whitespace) {
        return typed.to_owned();
    }
    let looked_for = matching(offered, letters);
    let found = digit.and_then(|at| looked_for.get(at).copied().filter(|_| at < SHOWN));
    found.map_or_else(|| typed.to_owned(), |one| one.name.clone())
}

/// Whether so much time lies between two looks at the clocks that somebody else may be there now.
pub fn is_pause(before: &Reading, now: &Reading) -> bool {
    now.ms_since(before) >= PAUSE_MS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_nobody_is_no_name() {
        for typed in
            ["", "  ", "1", "-", "?", "Yes", "n/a", "nobody", "Nobody named", "breachbook", "me", "Myself", "someone"]
        {
            assert!(name(typed).is_err(), "{typed:?}");
        }
        assert!(name(&"x".repeat(crate::record::draft::MAX_TEXT + 1)).is_err());
        for typed in ["R. Okafor", "Ng", "学 Chen", "No\u{00e9}mie", "Lê Thị Ngọc Ánh"] {
            assert_eq!(name(&format!(" {typed} ")).unwrap(), typed);
        }
    }

    #[test]
    fn a_digit_is_the_one_who_is_offered_there_and_no_other_text_is() {
        let offered = ["A. Ruiz", "M. Ito"].map(|name| Offered { name: name.into(), why: String::new() }).to_vec();
        assert_eq!(chosen(&offered, " 2 "), "M. Ito");
        assert_eq!(chosen(&offered, "3"), "3");
        assert_eq!(chosen(&offered, "0"), "0");
        assert_eq!(chosen(&offered, "2nd Lt. Vale"), "2nd Lt. Vale");
    }

    #[test]
    fn letters_look_for_a_name_or_a_role_and_a_digit_behind_them_takes_it() {
        let of = |(name, why): (&str, &str)| Offered { name: name.into(), why: why.into() };
        let offered =
            [("Jo Park", "IT Manager"), ("Ana Ortiz", "General Counsel"), ("Jo Reyes-Vale", "Deputy")].map(of);
        let names = |typed| matching(&offered, typed).iter().map(|one| one.name.as_str()).collect::<Vec<_>>();
        assert_eq!(names(""), ["Jo Park", "Ana Ortiz", "Jo Reyes-Vale"]);
        assert_eq!(names("JO"), ["Jo Park", "Jo Reyes-Vale"]);
        assert_eq!(names("va jo"), ["Jo Reyes-Vale"]);
        assert_eq!(names("couns"), ["Ana Ortiz"]);
        assert!(names("Robin").is_empty());
        assert_eq!(chosen(&offered, "jo2"), "Jo Reyes-Vale");
        assert_eq!(chosen(&offered, "couns1"), "Ana Ortiz");
        assert_eq!(chosen(&offered, "Jo 2"), "Jo 2");
        // A name that is on no list is taken as it is typed, and so is one whose digit stands for nobody.
        assert_eq!(chosen(&offered, "Jo"), "Jo");
        assert_eq!(chosen(&offered, "Robin 1"), "Robin 1");
        assert_eq!(chosen(&offered, "jo3"), "jo3");
    }
}
