//! Who is in the list of a letter and who is not, in words.

use crate::base::text::{counted, cut, inert_line};

/// Most rows that are named.
const NAMED: usize = 100;
/// Columns of a screen to which a name is cut.
const NAME_SHOWN: usize = 40;

/// What became of the rows.
#[derive(Clone, Default, Debug)]
pub(super) struct Tally {
    pub seal: String,
    pub method: String,
    pub out_of_date: Option<String>,
    pub written: u64,
    pub not_open: u64,
    pub cannot_say: u64,
    pub doubles: u64,
    pub told_rows: u64,
    /// Files to whose persons the text was sent, with their rows.
    pub told_files: Vec<(String, u64)>,
    /// Files to some of whose persons it was sent: to how many, and to how many it is open.
    pub told_in_part: Vec<(String, u64, u64)>,
    /// Files that are read, with their digests.
    pub digests: Vec<(String, String)>,
    /// More persons than can be compared.
    pub incomplete: bool,
    /// Rows that somebody has to look at.
    pub named: Vec<String>,
    pub left_out: u64,
}

impl Tally {
    /// Leaves a row out that people have to look at.
    pub fn leave_out(&mut self, list: &str, line: &str, name: &str, column: &str, formula: bool) {
        self.left_out += 1;
        if self.named.len() < NAMED {
            let why = if formula { "begins like a formula" } else { "has contradicting entries" };
            let name = cut(name, NAME_SHOWN);
            let name = inert_line(&name);
            self.named.push(format!("{}, {line} \"{name}\": {column} {why}", inert_line(list)));
        }
    }

    pub fn says(&self) -> String {
        let rows = |count: u64| counted(usize::try_from(count).unwrap_or(usize::MAX), "row", "rows");
        let mut said = vec![format!("{} by {}, text {}.", rows(self.written), self.method, self.seal)];
        let mut also = |text: String| said.push(text);
        if let Some(band) = &self.out_of_date {
            also(format!("{band}."));
        }
        if self.left_out > 0 {
            let more = self.left_out.saturating_sub(self.named.len() as u64);
            let more = if more > 0 { format!("; and {more} more") } else { String::new() };
            also(format!(
                "NOT WRITTEN, see to them by hand: {}: {}{more}.",
                rows(self.left_out),
                self.named.join("; ")
            ));
        }
        if self.not_open > 0 {
            also(format!("Not open by this method: {}.", rows(self.not_open)));
        }
        if self.cannot_say > 0 {
            also(format!("Not written, because the file does not say whether it is open: {}.", rows(self.cannot_say)));
        }
        if self.doubles > 0 {
            also(format!("There before, and counted once: {}.", rows(self.doubles)));
        }
        if self.incomplete {
            also("There are more persons than are compared, so some may be in it twice.".to_owned());
        }
        if self.told_rows > 0 {
            also(format!("Told by it before: {}.", rows(self.told_rows)));
        }
        for (file, count) in &self.told_files {
            also(format!("Sent before to {} ({}).", inert_line(file), rows(*count)));
        }
        for (file, sent, open) in &self.told_in_part {
            let file = inert_line(file);
            also(format!(
                "Sent before to {sent} of {open} in {file}; which of them is not recorded, so all are in it."
            ));
        }
        for (file, digest) in &self.digests {
            also(format!("The list {} is {digest}.", inert_line(file)));
        }
        said.join(" ")
    }
}
