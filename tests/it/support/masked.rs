//! What differs from run to run in printed text, found by its form and never by its value: moments, days, seals and names of runs.
//!
//! A page that shows what the program prints is compared under this mask, so that it holds on any day, in any zone, and when a
//! test runs across midnight. Only lines whose masked form is new are written anew.

use regex::Regex;
use std::collections::{BTreeMap, VecDeque};
use std::sync::LazyLock;

/// A form, what stands for it under the mask, and what a page shows in its place.
const FORMS: [(&str, &str, &str); 6] = [
    (r"[a-z2-7]{26}", "<session>", "k3vq7zr2m5xw6t4ynb2cfa6dhe"),
    (r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}", "<seal>", "7K2M-QX4V-9RTD-C3HN"),
    (r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "<day>", "2026-11-22"),
    (r"[a-z2-7]{2,26}-[1-9][0-9]*", "<entry>", "k3-1"),
    (
        r"[0-9]{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?: [0-9]{4})? [0-9]{2}:[0-9]{2}(?: (?:[ECMP][DS]T|[+-][0-9]{2}:[0-9]{2}))?",
        "<moment>",
        "22 Nov 02:13",
    ),
    // In the hour that comes twice its name stands behind the time.
    (r"[0-9]{2}:[0-9]{2}(?: (?:[ECMP][DS]T|[+-][0-9]{2}:[0-9]{2}))?", "<time>", "02:13"),
];

/// The forms, each as a whole word.
static READY: LazyLock<Vec<(Regex, &str, &str)>> = LazyLock::new(|| {
    let whole = |form| Regex::new(&format!(r"(?-u:\b){form}(?-u:\b)")).unwrap();
    FORMS.iter().map(|(form, mask, shown)| (whole(form), *mask, *shown)).collect()
});

fn replaced(text: &str, with: impl Fn(&'static str, &'static str) -> &'static str) -> String {
    let one = |text: String, (form, mask, shown): &(Regex, &'static str, &'static str)| {
        form.replace_all(&text, with(mask, shown)).into_owned()
    };
    READY.iter().fold(text.to_owned(), one)
}

/// The text with a word in place of everything that differs from run to run. Columns are filled up with blanks behind a moment, and
/// a moment is not always equally long, so that several blanks count as two.
pub fn masked(text: &str) -> String {
    let mut text = replaced(text, |mask, _| mask);
    while text.contains("   ") {
        text = text.replace("   ", "  ");
    }
    text
}

/// What was printed, line by line as the page has it wherever the two are equal under the mask; other lines with the moments and
/// names that pages show.
pub fn as_on(page: &str, printed: &str) -> String {
    let mut known: BTreeMap<String, VecDeque<&str>> = BTreeMap::new();
    for line in page.lines() {
        known.entry(masked(line)).or_default().push_back(line);
    }
    let line = |line: &str| {
        let same = known.get_mut(&masked(line)).and_then(VecDeque::pop_front);
        same.map_or_else(|| replaced(line, |_, shown| shown), str::to_owned) + "\n"
    };
    printed.lines().map(line).collect()
}
