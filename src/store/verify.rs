//! Verifying a whole case folder.

use super::{CaseFolder, StoreError};
use crate::journal::Verdict;

/// Reads every block of every journal and judges the case. Files that are no journals, and copies that add nothing, are told in
/// [`Verdict::lines`] and do not count against it.
pub fn verify(case: &CaseFolder) -> Result<Verdict, StoreError> {
    let journals = case.read()?;
    let mut verdict = Verdict::of(journals.files.iter().map(|file| (file.name.as_str(), &file.scan)));
    verdict.lines.extend(journals.notes.iter().cloned());
    for ignored in &journals.ignored {
        verdict.lines.push(format!("{}: not read: {}.", ignored.name, ignored.why));
    }
    Ok(verdict)
}
