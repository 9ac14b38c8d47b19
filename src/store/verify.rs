//! Verifying a whole case folder: every block of every journal, the playbook, and every file that an entry names.

use super::damage::no_entry;
use super::frozen::Frozen;
use super::kept_files::{Named, Progress, compare};
use super::{CaseFolder, Files, StoreError, attachments, control};

use crate::base::digest::sha256;
use crate::base::text::counted;
use crate::case::drafted;
use crate::case::named_files::named_file;
use crate::case::taken_file::named_copies;
use crate::journal::{Damage, Fields, Mode, Ordered, Verdict};
use std::collections::{BTreeMap, BTreeSet};

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
    let entries = || ordered.entries.iter().map(|sealed| &sealed.entry);
    let copies: BTreeSet<&str> = entries().flat_map(|entry| named_copies(&entry.kind, &entry.fields)).collect();
    let handed_out = entries().flat_map(|entry| handed_out(&entry.kind, &entry.fields)).collect();
    let mut documents: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (name, digest) in entries().flat_map(|entry| files_of(&entry.kind, &entry.fields)) {
        documents.entry(name).or_default().insert(digest);
    }
    let compared = compare(case, &Named { files: named, handed_out, copies, documents }, quick, progress);
    // A control folder has a script in the place of a playbook.
    let frozen =
        if case.is_control() { script(case, &ordered, quick) } else { Frozen::of(case, &journals, &ordered).damage() };
    let missing = if verdict.sound { no_entry(&ordered) } else { None };
    verdict.add(missing.into_iter().chain(frozen).chain(compared.damage));
    verdict.lines.extend(journals.notes.iter().cloned());
    verdict.lines.extend(led_by_nobody(&ordered));
    verdict.lines.extend(misnamed(case, journals.mode).filter(|_| !case.is_control()));
    for ignored in &journals.ignored {
        verdict.lines.push(format!("journals/{}: not read: {}.", ignored.name, ignored.why));
    }
    verdict.lines.extend(compared.notes);
    Ok(verdict)
}

/// What is wrong with the script of a control folder and with what goes out with it: it is as it was when the exercise was opened, or
/// it was altered. With `quick`, files are not compared.
fn script(control: &CaseFolder, ordered: &Ordered<'_>, quick: bool) -> Vec<Damage> {
    let opened = ordered.entries.iter().map(|sealed| &sealed.entry).find(|entry| entry.kind == "control_opened");
    let Some(fields) = opened.map(|entry| &entry.fields) else { return Vec::new() };
    let noted = fields.get_text("script").unwrap_or_default();
    let says = match control::script(control) {
        Ok(text) if noted.strip_prefix("sha256:") == Some(sha256(text.as_bytes()).as_str()) => None,
        Ok(_) => {
            Some("It is not the script with which the exercise was opened. Look for another copy of the folder.".into())
        }
        Err(why) => Some(format!("{} {}", why.what(), why.now())),
    };
    let script = says.map(|says| Damage { place: control::SCRIPT.into(), code: "script-altered", says });
    let files = fields.get_list("files").filter(|_| !quick).unwrap_or_default();
    script.into_iter().chain(attachments::damage(control, files)).collect()
}

/// Entries by which an exercise is led, in runs that are no facilitator's console: they do not count.
fn led_by_nobody(ordered: &Ordered<'_>) -> Vec<String> {
    let mut runs: BTreeMap<&str, usize> = BTreeMap::new();
    for (sealed, past) in ordered.entries.iter().zip(&ordered.pasts) {
        let leads = matches!(sealed.entry.kind.as_str(), "drill_opened" | "exercise_clock" | "released");
        if leads && !ordered.is_facilitator(past.own().run) {
            *runs.entry(sealed.entry.id.session.as_str()).or_default() += 1;
        }
    }
    let told = |(run, count): (&str, usize)| {
        let entries = counted(count, "entry", "entries");
        format!("Session {run}: {entries} that only a facilitator's console writes; they do not count.")
    };
    runs.into_iter().map(told).collect()
}

/// A folder that was given a name of the other mode afterwards: nothing is wrong inside, and whoever lists folders is misled.
fn misnamed(case: &CaseFolder, mode: Option<Mode>) -> Option<String> {
    let named = case.name().starts_with("ex-");
    match mode? {
        Mode::Exercise if !named => {
            Some("The folder does not say in its name that this is an EXERCISE: ex- is missing.".into())
        }
        Mode::Live if named => Some("The folder is called like an exercise (ex-), and this is a LIVE case.".into()),
        _ => None,
    }
}

/// The names in `files` of what went out with an inject.
fn handed_out<'f>(kind: &str, fields: &'f Fields) -> impl Iterator<Item = String> + 'f {
    let listed = if kind == "released" { fields.get_list("files").unwrap_or_default() } else { &[] };
    let is_digest = |text: &str| text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    listed.iter().filter_map(move |file| {
        let (sha256, name) = file.split_once(' ').filter(|(sha256, name)| is_digest(sha256) && !name.is_empty())?;
        Some(Files::handed_out_name(sha256, name))
    })
}

/// The files in `documents` that an entry may name, with the digest of its bytes: a draft, under either of its names, or a page that
/// was exported.
fn files_of<'f>(kind: &str, fields: &'f Fields) -> Vec<(String, &'f str)> {
    let drafted = || {
        let (id, version) = (fields.get_text("document")?, fields.get_int("version")?);
        let digest = fields.get_text("text_digest")?;
        Some(drafted::files(id, version, digest).map(|name| (name, digest)).into())
    };
    let exported = || {
        let name = fields.get_text("name").filter(|name| *name != "-")?;
        Some(vec![(name.to_owned(), fields.get_text("digest")?.strip_prefix("sha256:")?)])
    };
    match kind {
        "drafted" => drafted().unwrap_or_default(),
        "exported" => exported().unwrap_or_default(),
        _ => Vec::new(),
    }
}
