//! What is written like a telephone number. Dates, years, times, amounts and numbers with their thousands set off are none.

use std::ops::Range;

/// Fewest and most digits of a number (ITU-T E.164 has at most 15).
const DIGITS: std::ops::RangeInclusive<usize> = 7..=16;
/// A number in one piece has at least this many digits; shorter ones are counted things.
const FEWEST_IN_ONE: usize = 9;
/// Numbers that bring help wherever they are dialled. Only behind a word that says to dial.
const EMERGENCY: [&str; 6] = ["911", "999", "112", "000", "111", "101"];
const DIAL: [&str; 8] = ["call", "calls", "dial", "dials", "ring", "rings", "phone", "telephone"];

/// Where telephone numbers stand other than 555-0100 to 555-0199, which are nobody's in any area.
pub(super) fn telephones(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !begins(bytes, at) {
            at += 1;
            continue;
        }
        let end = run_end(bytes, at);
        let run = &text[at..end];
        let groups = groups(run);
        if is_number(text, at, run, &groups) && !is_free(&groups.concat(), run) {
            found.push(at..end);
        }
        at = end.max(at + 1);
    }
    found
}

/// Whether a run of digits may begin here: not inside a word, a number or a code such as `A-1234567`.
fn begins(bytes: &[u8], at: usize) -> bool {
    let opens = match bytes[at] {
        b'0'..=b'9' => true,
        b'+' | b'(' => bytes.get(at + 1).is_some_and(u8::is_ascii_digit),
        _ => false,
    };
    let before = |back: usize| at.checked_sub(back).map(|at| bytes[at]);
    let inside = |byte: u8| byte.is_ascii_alphanumeric() || byte >= 0x80 || b"_#$,:".contains(&byte);
    let in_code = before(1).is_some_and(|byte| b"-.".contains(&byte))
        && before(2).is_some_and(|byte| byte.is_ascii_alphanumeric());
    opens && !before(1).is_some_and(inside) && !in_code
}

/// The end of the digits that belong together, with one or two signs between two groups.
fn run_end(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        if byte.is_ascii_digit() {
            end = at + 1;
        } else if !(b" -./()+".contains(byte) && at < end.max(start + 1) + 2) {
            break;
        }
        at += 1;
    }
    end
}

fn groups(run: &str) -> Vec<&str> {
    run.split(|sign: char| !sign.is_ascii_digit()).filter(|group| !group.is_empty()).collect()
}

fn is_number(text: &str, at: usize, run: &str, groups: &[&str]) -> bool {
    let digits: usize = groups.iter().map(|group| group.len()).sum();
    if groups.len() == 1 && EMERGENCY.contains(&groups[0]) {
        let word = text[..at].trim_end().rsplit(|sign: char| !sign.is_alphabetic()).next().unwrap_or_default();
        return DIAL.contains(&word.to_lowercase().as_str());
    }
    if !DIGITS.contains(&digits) || followed_by_letters(text, at + run.len()) {
        return false;
    }
    let marked = run.starts_with(['+', '(']) || run.starts_with('0');
    if groups.len() == 1 {
        return digits >= FEWEST_IN_ONE || marked;
    }
    if is_date(groups) || is_years(groups) || is_of_a_year(groups) {
        return false;
    }
    // Thousands that are set off, and rows of small numbers.
    let thousands =
        groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3) && !run.contains(['-', '/']);
    let small = groups.iter().all(|group| group.len() <= 2);
    marked || !(thousands || small)
}

fn followed_by_letters(text: &str, end: usize) -> bool {
    text[end..].chars().next().is_some_and(|sign| sign.is_alphabetic() || sign == ':')
        // `2026-11-13 15:30` is a day and a time.
        && !text[end..].starts_with("ext")
}

/// `2026-11-13`, `13.11.2026`, `11/13/2026`, each perhaps with an hour behind it.
fn is_date(groups: &[&str]) -> bool {
    let small = |group: &&str| group.len() <= 2;
    match groups {
        [year, month, day, rest @ ..] if year.len() == 4 => small(month) && small(day) && rest.iter().all(small),
        [day, month, year, rest @ ..] if year.len() == 4 => small(day) && small(month) && rest.iter().all(small),
        _ => false,
    }
}

/// `2025 2026`, `2019-2020`: years, and nothing else.
fn is_years(groups: &[&str]) -> bool {
    groups.iter().all(|group| is_year(group))
}

/// `2026-000123`: the number of something in a year.
fn is_of_a_year(groups: &[&str]) -> bool {
    matches!(groups, [year, number] if is_year(year) && number.len() != 4)
}

fn is_year(group: &str) -> bool {
    group.len() == 4 && (group.starts_with("19") || group.starts_with("20"))
}

/// 555-0100 to 555-0199, with or without an area and a country before them.
pub(super) fn is_free(digits: &str, run: &str) -> bool {
    let Some(before) = digits.len().checked_sub(7) else { return false };
    let (area, number) = digits.split_at(before);
    let area = if area.len() == 4 { area.strip_prefix('1').unwrap_or(area) } else { area };
    number.starts_with("55501") && matches!(area.len(), 0 | 3) && !(run.starts_with('+') && digits.len() < 11)
}

#[cfg(test)]
mod tests {
    use super::telephones;

    fn found(text: &str) -> Vec<&str> {
        telephones(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_number_that_may_be_somebodys_is_found() {
        let text =
            "Ring 555-0200, +61 3 9876 5432, (573) 882-0000, 0412 345 678, 01 23 45 67 89, 5738820000 or call 911.";
        assert_eq!(
            found(text),
            ["555-0200", "+61 3 9876 5432", "(573) 882-0000", "0412 345 678", "01 23 45 67 89", "5738820000", "911"]
        );
    }

    #[test]
    fn numbers_of_stories_and_numbers_that_are_not_dialled_are_left_alone() {
        for text in [
            "555-0142, 555 0199, (573) 555-0100, 573-555-0142, +1 573 555 0142, 5550123",
            "2026-11-13 15:30, 13.11.2026, 11/13/2026, 2026/11/13 9 a.m., 2019-2020, 15:30:00",
            "1,240 users, 1 000 000 rows, $11,000, 2.310.000, lines 12 13 14 15, Years 5 and 6",
            "INC-20261113, A-1234567, #12345678, receipt 1234567, 2026-000123, 911 rows",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }
}
