//! The reasons that the program gives for what it refuses.

use regex::Regex;
use std::collections::BTreeSet;

/// The pure room names no argument and no command; each reason has a code of its own.
pub fn codes() -> BTreeSet<String> {
    let reason = Regex::new(r#"Reason::new\(\s*"([a-z-]+)""#).unwrap();
    let mut codes = BTreeSet::new();
    let room = concat!(env!("CARGO_MANIFEST_DIR"), "/src/record");
    let drill = concat!(env!("CARGO_MANIFEST_DIR"), "/src/session/drill").to_owned();
    for folder in [room.to_owned(), format!("{room}/verbs"), format!("{room}/verbs/drill"), drill] {
        for file in std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).filter(|path| path.is_file()) {
            let text = std::fs::read_to_string(file).unwrap();
            for found in reason.captures_iter(&text) {
                assert!(codes.insert(found[1].to_owned()), "two reasons {}", &found[1]);
            }
        }
    }
    assert!(codes.len() > 50, "{codes:?}");
    codes
}
