//! The name of a file that leaves the program.

use super::make::Made;
use crate::export::Format;
use crate::report::Profile;

/// Longest name of a case in the name of a file, in characters.
const CASE: usize = 64;

/// `[EXERCISE-]<case>-<id>[-vN][-RELEASED][-DRAFT].<ext>`. Of the name of the case only what every system takes is kept.
pub fn file_name(case: &str, id: &str, made: &Made, profile: Profile, format: Format) -> String {
    let plain = |sign: char| if sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_' | '.') { sign } else { '-' };
    let case: String = case.chars().map(plain).take(CASE).collect();
    let case = case.trim_matches(['-', '.', '_']);
    let exercise = if made.exercise { "EXERCISE-" } else { "" };
    let case = if case.is_empty() { "case" } else { case };
    let version = made.version.map_or_else(String::new, |version| format!("-v{version}"));
    let released = if profile == Profile::Released { "-RELEASED" } else { "" };
    let draft = if made.draft { "-DRAFT" } else { "" };
    format!("{exercise}{case}-{id}{version}{released}{draft}.{}", format.word())
}
