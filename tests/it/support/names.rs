//! Names of runs are drawn by lot; a test shows the first of them as `k4`, the next as `m2`, and so on.

use std::fs;
use std::path::Path;

/// What runs are called in tests, in the order in which they come up.
const CALLED: [&str; 24] = [
    "k4", "m2", "p7", "r3", "t5", "v6", "x2", "z4", "b3", "d5", "f7", "h2", "j6", "l3", "n4", "q5", "s2", "u7", "w3",
    "y6", "a5", "c4", "e2", "g3",
];

/// The sessions that came up so far.
#[derive(Clone, Default)]
pub struct Runs(Vec<String>);

impl Runs {
    /// Takes in the runs of every case below a folder that are not known yet. Those that came up together have no order.
    pub fn look(&mut self, cases: &Path) {
        let cases = fs::read_dir(cases).into_iter().flatten().flatten();
        let files = cases.flat_map(|case| fs::read_dir(case.path().join("journals")).into_iter().flatten().flatten());
        let names = files.map(|file| file.file_name().to_string_lossy().into_owned());
        for name in names {
            let session = name.split('.').next().unwrap_or_default().to_owned();
            if session.len() == 26 && !self.0.contains(&session) {
                self.0.push(session);
            }
        }
    }

    /// What has to be typed for a settled name: as much of the session as means one run.
    pub fn drawn(&self, keys: &str) -> String {
        let runs = self.0.iter().zip(CALLED);
        runs.fold(keys.to_owned(), |keys, (session, called)| {
            keys.replace(&format!("{called}-"), &format!("{}-", &session[..12]))
        })
    }

    /// The text with the settled names instead of the drawn ones: `xy-12` of a session becomes `k4-12`, wherever it stands as a
    /// word of its own.
    pub fn settled(&self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        let (mut left, mut alone) = (text, true);
        while let Some(sign) = left.chars().next() {
            let length = left.bytes().take_while(|sign| matches!(sign, b'a'..=b'z' | b'2'..=b'7')).count();
            let (word, after) = left.split_at(length.max(sign.len_utf8()));
            let named = alone && length > 1 && matches!(after.as_bytes(), [b'-', digit, ..] if digit.is_ascii_digit());
            let run = self.0.iter().position(|session| named && session.starts_with(word));
            shown.push_str(run.and_then(|run| CALLED.get(run)).unwrap_or(&word));
            alone = !word.ends_with(|sign: char| sign.is_alphanumeric() || sign == '-');
            left = after;
        }
        shown
    }
}
