//! Verifying a whole case folder: every block of every journal, the playbook, and every file that an entry names.

use super::damage::no_entry;
use super::frozen::Frozen;
use super::kept_files::{Progress, compare};
use super::{CaseFolder, StoreError};
use crate::case::import::named_file;
use crate::journal::Verdict;
use std::collections::BTreeSet;

pub fn verify(case: &CaseFolder) -> Result<Verdict, StoreError> {
    verify_with(case, false, &mut |_| {})
}

/// Reads every block of every journal, compares the playbook and the files with their digests, and judges the case. Files that
/// are no journals, and copies that add nothing, are told in [`Verdict::lines`] and do not count against it.
///
/// With `quick`, files are not hashed, and what was not checked is told. `progress` is called while files are read.
pub fn verify_with(case: &CaseFolder, quick: bool, progress: &mut dyn FnMut(Progress)) -> Result<Verdict, StoreError> {
    let journals = case.read()?;
    let mut verdict = Verdict::of(journals.files.iter().map(|file| (file.name.as_str(), &file.scan)));
    let ordered = journals.order();
    let entries = ordered.entries.iter().map(|sealed| &sealed.entry);
    let named: BTreeSet<&str> = entries.filter_map(|entry| named_file(&entry.kind, &entry.fields)).collect();
    let compared = compare(case, &named, quick, progress);
    let frozen = Frozen::of(case, &journals, &ordered).damage();
    let missing = if verdict.sound { no_entry(&ordered) } else { None };
    verdict.add(missing.into_iter().chain(frozen).chain(compared.damage));
    verdict.lines.extend(journals.notes.iter().cloned());
    for ignored in &journals.ignored {
        verdict.lines.push(format!("journals/{}: not read: {}.", ignored.name, ignored.why));
    }
    verdict.lines.extend(compared.notes);
    Ok(verdict)
}
