//! Verifying a whole case folder: every block of every journal, and every file that an entry names.

use super::files::{self, Files, Kept};
use super::{CaseFolder, StoreError};
use crate::base::text::counted;
use crate::case::import::named_file;
use crate::journal::Verdict;
use std::collections::BTreeSet;

/// Reads every block of every journal and judges the case. Files that are no journals, and copies that add nothing, are told in
/// [`Verdict::lines`] and do not count against it.
pub fn verify(case: &CaseFolder) -> Result<Verdict, StoreError> {
    let journals = case.read()?;
    let mut verdict = Verdict::of(journals.files.iter().map(|file| (file.name.as_str(), &file.scan)));
    verdict.lines.extend(journals.notes.iter().cloned());
    for ignored in &journals.ignored {
        verdict.lines.push(format!("journals/{}: not read: {}.", ignored.name, ignored.why));
    }
    let ordered = journals.order();
    let entries = ordered.entries.iter().map(|sealed| &sealed.entry);
    let named: BTreeSet<&str> = entries.filter_map(|entry| named_file(&entry.kind, &entry.fields)).collect();
    kept_files(case, &named, &mut verdict);
    Ok(verdict)
}

/// Judges the files that entries name.
fn kept_files(case: &CaseFolder, named: &BTreeSet<&str>, verdict: &mut Verdict) {
    let mut faults = Vec::new();
    for sha256 in named {
        let says = match files::check(case, sha256) {
            Kept::Sound => continue,
            Kept::Missing => {
                "missing: an entry counts its rows, and it is not in the case. Look for it in another copy"
            }
            Kept::Altered => {
                "altered: its bytes are not those that were taken in. Look for it in another copy"
            }
            Kept::Unreadable => "not read: the system refused. Check the disk and the permissions",
        };
        faults.push(format!("files/{}: {says}.", Files::name(sha256)));
    }
    if !faults.is_empty() {
        verdict.sound = false;
        let all = counted(verdict.damage.len() + faults.len(), "fault", "faults");
        if let Some(first) = verdict.lines.first_mut() {
            *first = format!("Not sound: {all}.");
        }
    } else if !named.is_empty() {
        let files = counted(named.len(), "file", "files");
        verdict.lines.push(format!("{files} taken in, each as it was."));
    }
    verdict.lines.extend(faults);
}
