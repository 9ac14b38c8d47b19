//! Telephone numbers and e-mail addresses in a text, and whether what somebody typed is one of those that are known.
//!
//! What is surely one is masked beside an exercise, and nothing else: a count that was masked would be lost. What may be one is refused
//! in a text that is written for an exercise, and that is everything that would be masked, and more.

mod hosts;
mod runs;
mod telephones;

pub use runs::runs;

use std::collections::BTreeSet;
use std::ops::Range;

/// Fewest digits by which two numbers are taken for the same although one of them has no prefix.
const FEWEST: usize = 7;
/// Most digits of a telephone number (ITU-T E.164).
const MOST: usize = 15;

/// Where telephone numbers and e-mail addresses stand in a text, in order and apart from each other. Dates, sections of laws, sums
/// and counts are none.
pub fn found_in(text: &str) -> Vec<Range<usize>> {
    let mut found = telephones(text);
    let addresses: Vec<_> = addresses(text).collect();
    found.retain(|number| !addresses.iter().any(|address| address.start < number.end && number.start < address.end));
    found.extend(addresses);
    found.sort_by_key(|range| range.start);
    found
}

/// Whether no number and no address in a text can be anybody's: telephone numbers end in 555-01xx, addresses are of names that are
/// reserved for examples (RFC 2606, RFC 6761).
pub fn is_invented(text: &str) -> bool {
    found_in(text).into_iter().all(|place| is_nobodys(&text[place]))
}

fn is_nobodys(found: &str) -> bool {
    match found.rsplit_once('@') {
        Some((_, place)) => hosts::is_free(&plain(place)),
        None => telephones::is_free(&digits(found), found),
    }
}

/// Where telephone numbers stand that may be somebody's: others than 555-0100 to 555-0199, which are nobody's in any area.
pub fn telephones_of_somebody(text: &str) -> Vec<Range<usize>> {
    let sure = found_in(text).into_iter().filter(|place| !text[place.clone()].contains('@'));
    both(text, telephones::telephones(text), sure)
}

/// Where e-mail addresses and names of hosts stand that may be somebody's.
pub fn addresses_of_somebody(text: &str) -> Vec<Range<usize>> {
    both(text, hosts::hosts(text), addresses(text))
}

/// What may be somebody's, and what surely is something of the kind and not kept free, in order and apart from each other.
fn both(text: &str, may_be: Vec<Range<usize>>, sure: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let apart = |place: &Range<usize>| !may_be.iter().any(|other| other.start < place.end && place.start < other.end);
    let more: Vec<_> = sure.filter(|place| apart(place) && !is_nobodys(&text[place.clone()])).collect();
    let mut all = may_be;
    all.extend(more);
    all.sort_by_key(|place| place.start);
    all
}

/// Each word with one `@`, without the signs around it.
fn addresses(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let sign = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%');
    text.match_indices('@').filter_map(move |(at, _)| {
        let before = text[..at].chars().rev().take_while(|c| sign(*c)).map(char::len_utf8).sum::<usize>();
        let after = text[at + 1..].chars().take_while(|c| sign(*c)).map(char::len_utf8).sum::<usize>();
        let place = text[at + 1..at + 1 + after].trim_end_matches(['.', '-']);
        (before > 0 && place.contains('.')).then(|| at - before..at + 1 + place.len())
    })
}

/// A group of digits: where it stands, and what stands between it and the group before.
struct Group<'t> {
    at: Range<usize>,
    between: &'t str,
}

fn telephones(text: &str) -> Vec<Range<usize>> {
    let groups = groups(text);
    let mut found = Vec::new();
    let mut next = 0;
    while next < groups.len() {
        let longest = (1..=6).rev().find(|count| is_telephone(text, &groups, next, *count));
        match longest {
            Some(count) => {
                let last = &groups[next + count - 1];
                found.push(opening(text, groups[next].at.start)..last.at.end);
                next += count;
            }
            None => next += 1,
        }
    }
    found
}

/// The groups of digits of a text. What is joined to letters is no group of a number.
fn groups(text: &str) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|step| at + step) {
        let end = text[start..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |step| start + step);
        let joined = text[..start].ends_with(char::is_alphanumeric) || text[end..].starts_with(char::is_alphabetic);
        if !joined {
            groups.push(Group { at: start..end, between: &text[at..start] });
        }
        at = end;
    }
    groups
}

/// Where the number begins of which this is the first digit: at a bracket or a plus before it.
fn opening(text: &str, digit: usize) -> usize {
    let before = &text[..digit];
    let bare = before.strip_suffix('(').unwrap_or(before);
    bare.strip_suffix('+').unwrap_or(bare).len()
}

/// Whether so many groups from one on are a telephone number.
fn is_telephone(text: &str, groups: &[Group<'_>], from: usize, count: usize) -> bool {
    let Some(these) = groups.get(from..from + count) else { return false };
    let sign = |c: char| matches!(c, ' ' | '-' | '.' | '(' | ')' | '/' | '\u{a0}' | '\u{2011}' | '\u{2013}');
    let near = |group: &Group<'_>| (1..=5).contains(&group.between.len()) && group.between.chars().all(sign);
    if !these[1..].iter().all(near) {
        return false;
    }
    let long: Vec<usize> = these.iter().map(|group| group.at.len()).collect();
    let digits: usize = long.iter().sum();
    let (first, plus) = (&text[these[0].at.clone()], text[..these[0].at.start].trim_end_matches('(').ends_with('+'));
    match long.as_slice() {
        _ if plus => (8..=MOST).contains(&digits),
        [3, 3, 4] | [1, 3, 3, 4] | [10] | [4, 3, 3] if first != "0000" => true,
        [3, 4] => these[1].between == "-",
        _ => first.starts_with('0') && count > 1 && (9..=MOST).contains(&digits),
    }
}

/// Numbers and addresses by which somebody is reached, to know them again when they are typed, however they are written.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct RealNumbers {
    digits: BTreeSet<String>,
    words: BTreeSet<String>,
}

impl RealNumbers {
    /// Takes note of a number, an address or whatever else reaches somebody.
    pub fn add(&mut self, value: &str) {
        match digits(value) {
            digits if digits.len() >= FEWEST && !value.contains('@') => self.digits.insert(digits),
            _ => self.words.insert(plain(value)),
        };
    }

    /// Whether a text that was typed as a number holds one of these.
    pub fn has(&self, typed: &str) -> bool {
        let plain = plain(typed);
        let words = plain.split_whitespace();
        if self.words.contains(&plain) || words.clone().any(|word| self.words.contains(word)) {
            return true;
        }
        // A kind may stand in front: `mobile 555-0101`.
        let after = plain.split_once(' ').map(|(_, rest)| rest);
        let typed = digits(typed);
        after.is_some_and(|rest| self.words.contains(rest))
            || typed.len() >= FEWEST
                && self.digits.iter().any(|known| known.ends_with(&typed) || typed.ends_with(known.as_str()))
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn plain(text: &str) -> String {
    text.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_addresses_are_found_and_what_only_looks_like_one_is_not() {
        for (text, found) in [
            ("The number of AI is 573-555-0146.", &["573-555-0146"][..]),
            ("Call (517) 555-0100 or 1-800-555-0199.", &["(517) 555-0100", "1-800-555-0199"]),
            ("itworkorder@example.org or 304.555.0157.", &["itworkorder@example.org", "304.555.0157"]),
            ("Mobile 555-0101, desk 5735550101", &["555-0101", "5735550101"]),
            ("+61 3 5550 0101, (03) 5550 0101, 0491 570 006", &["+61 3 5550 0101", "(03) 5550 0101", "0491 570 006"]),
            ("1300 555 012 at night", &["1300 555 012"]),
            ("2026-11-13 15:30, RSMo 407.1500, 48 hours, $11,000, 4,100 of 4,800, FC-2a, 164.404", &[]),
            ("13-2610-45, ISO 27001:2022, 10.12.2026, @home, a@b", &[]),
        ] {
            let all: Vec<_> = found_in(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(all, found, "{text}");
        }
    }

    /// A number right behind a sign was masked and not refused: each had rules of its own.
    #[test]
    fn whatever_is_masked_is_refused_in_a_script_unless_it_is_nobodys() {
        for text in ["Tel:573-882-0000", "No.573-882-0000", "desk/ann@more.net", "+61 3 9876 5432", "a,0412 345 678"] {
            let masked = found_in(text);
            let refused = [telephones_of_somebody(text), addresses_of_somebody(text)].concat();
            assert!(!masked.is_empty(), "{text}");
            for place in masked {
                let meets = |other: &Range<usize>| other.start < place.end && place.start < other.end;
                assert!(refused.iter().any(meets), "{text}");
            }
        }
        assert!(telephones_of_somebody("Tel:573-555-0142, RSMo").is_empty());
        assert!(found_in("INC 407.1500 and 13-2610-45").is_empty(), "and a count is never masked");
    }

    #[test]
    fn an_invented_number_is_nobodys() {
        for invented in ["555-0142", "(573) 555-0199, or desk@example.org", "ask@it.example", "the radio", "room 4"] {
            assert!(is_invented(invented), "{invented}");
        }
        for real in ["573-751-7446", "555-0242", "ask@more.net", "ask@myexample.org", "555-0142 or 555-1234"] {
            assert!(!is_invented(real), "{real}");
        }
    }

    #[test]
    fn a_number_is_known_however_it_is_written() {
        let mut real = RealNumbers::default();
        for value in ["573-555-0146", "Ann@example.org", "555-0101", "ext. 17", "www.example.org/it"] {
            real.add(value);
        }
        for typed in
            ["573 555 0146", "+1 (573) 555-0146", "phone 573-555-0146", "mobile 555-0101", "ann@example.org", "EXT. 17"]
        {
            assert!(real.has(typed), "{typed}");
        }
        for other in ["555-0142", "0146", "simulation cell", "masked: the facilitator answers", ""] {
            assert!(!real.has(other), "{other}");
        }
        assert!(!RealNumbers::default().has("573-555-0146"));
    }
}
