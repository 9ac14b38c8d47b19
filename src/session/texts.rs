//! The texts of documents: filled and written before the entry that names them, read again before somebody approves them.

use super::{Session, SubmitError};
use crate::base::ItemId;
use crate::base::digest::sha256;
use crate::base::text::cut;
use crate::case::{CaseState, drafted};
use crate::journal::Mode;
use crate::judge::evidence::texts::{self, Text};
use crate::playbook::letter::{MOST_BYTES, MOST_FILLED};
use crate::record::verbs::{approve, draft};
use crate::record::{self, Draft, On, StagedText};
use crate::report::letter::{Filled, NotFilled, fill};
use crate::source::Source;
use crate::store::open::read_bounded;
use crate::store::{Documents, NotRecorded, NotWritten, left_case, typed_path};
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

/// Most texts of one document that are read again, the newest first.
const MOST_READ: usize = 50;

/// A text that is to be written before its entry: the name of its file, and its words.
pub(super) struct Written {
    name: String,
    words: String,
}

impl Written {
    /// Puts it on the disk.
    pub fn keep(self, documents: &Documents) -> Result<(), NotRecorded> {
        match documents.write_as(&self.name, self.words.as_bytes()) {
            Ok(_) => Ok(()),
            Err(NotWritten::Disk(error)) => Err(error),
            Err(NotWritten::InTheWay(path)) => Err(NotRecorded::disk(&path, ErrorKind::AlreadyExists.into())),
        }
    }
}

impl Session {
    pub(super) fn documents(&self) -> Documents {
        Documents::of(&self.folder)
    }

    /// Fills the text that a draft asks for: the draft with it, and what is written once it is decided.
    pub(super) fn fill(&self, typed: &Draft) -> Result<(Draft, Written), SubmitError> {
        let view = self.view();
        let on = record::offers(&view, typed.verb, &typed.on)?;
        let (item, body, _) = draft::document(&view, &on)?;
        let source = match typed.text(&draft::TEXT) {
            Some(path) => own_text(path, self.mode)?,
            None => {
                let state = view.knowledge().text_of(body).unwrap_or_default();
                let bundled = view.playbook.letters.text(&item.id, state).cloned();
                bundled.ok_or_else(|| draft::NO_TEXT.about(record::Named::Item(item.id.clone())).needs(&draft::TEXT))?
            }
        };
        let Filled { words, template, without } = fill(&view, body, &source).map_err(|why| match why {
            NotFilled::Faulty { line, message, help } => {
                // What a file calls names, a sentence on a screen only quotes.
                let quoted = |text: &str| text.replace('`', "\"");
                let what = format!("{}, line {line}: {}", source.name, quoted(&message));
                draft::FAULTY.about(what).and(quoted(&help)).needs(&draft::TEXT)
            }
            NotFilled::TooLong => {
                let what = format!("{} comes to more than any letter holds.", source.name);
                draft::FAULTY.about(what).and("Shorten the text, or the answers in it.").needs(&draft::TEXT)
            }
        })?;
        let sha256 = sha256(words.as_bytes());
        let (version, name) = self.next_version(&item.id, &sha256);
        let mut filled = typed.clone();
        filled.text =
            Some(Box::new(StagedText { version, sha256, template: Some(template), words: words.clone(), without }));
        Ok((filled, Written { name, words }))
    }

    /// The number of the next draft, above all that are recorded, and the name of its file, which nothing has.
    fn next_version(&self, document: &ItemId, sha256: &str) -> (i64, String) {
        let view = self.view();
        let highest = texts::texts(view.counting(), document.as_str()).into_iter().map(|text| text.version).max();
        let documents = self.documents();
        let mut next = highest.unwrap_or(0).max(0).saturating_add(1);
        loop {
            let [name, before] = drafted::files(document.as_str(), next, sha256);
            let is_there = |name: &str| documents.folder().join(name).symlink_metadata().is_ok();
            if !is_there(&name) && !is_there(&before) {
                return (next, name);
            }
            next += 1;
        }
    }

    /// The latest text of a document as it was drafted, with its seal; or why it cannot be read so. `None` where there is none, or where
    /// several did not see each other.
    pub fn text_to_approve(&self, document: &str) -> Option<(String, Result<String, String>)> {
        let [text] = texts::latest(self.view().counting(), document)[..] else { return None };
        let id = ItemId::new(document)?;
        Some((text.seal(), text_of(&self.documents(), &id, text.version, text.sha256)))
    }

    /// Reads the text again that a draft names, as it was drafted.
    pub(super) fn read_again(&self, typed: &Draft) -> Result<Draft, SubmitError> {
        let view = self.view();
        let on = record::offers(&view, typed.verb, &typed.on)?;
        let On::Item(id) = &on else { return Ok(typed.clone()) };
        let (item, _, _) = draft::document(&view, &on)?;
        let text = approve::text(&view, item, typed)?;
        let Text { version, sha256, template, .. } = text;
        let words = text_of(&self.documents(), id, version, sha256);
        let words = words.map_err(|why| approve::UNREAD.about(text.seal()).and(why).needs(&approve::TEXT))?;
        let (sha256, template) = (sha256.to_owned(), template.map(str::to_owned));
        let mut read = typed.clone();
        read.text = Some(Box::new(StagedText { version, sha256, template, words, without: Vec::new() }));
        Ok(read)
    }
}

/// The texts of a document that were drafted and can be read as they were, by their SHA-256.
pub fn drafted(documents: &Documents, state: &CaseState, document: &ItemId) -> BTreeMap<String, String> {
    let all = texts::texts(state.into(), document.as_str());
    let read = all.into_iter().rev().take(MOST_READ).filter_map(|text| {
        let words = text_of(documents, document, text.version, text.sha256).ok()?;
        Some((text.sha256.to_owned(), words))
    });
    read.collect()
}

/// The text of that version and digest; or a phrase that says why it cannot be read as it was.
fn text_of(documents: &Documents, document: &ItemId, version: i64, digest: &str) -> Result<String, String> {
    let [name, before] = drafted::files(document.as_str(), version, digest);
    let is_there = |name: &str| documents.folder().join(name).symlink_metadata().is_ok();
    let name = if !is_there(&name) && is_there(&before) { before } else { name };
    let bytes = read_bounded(&documents.folder().join(&name), MOST_FILLED as u64).map_err(|why| why.to_string())?;
    if sha256(&bytes) != digest {
        return Err(format!("{name} is not as it was"));
    }
    String::from_utf8(bytes).map_err(|_| format!("{name} is not text"))
}

/// A text of somebody's own.
fn own_text(typed: &str, mode: Mode) -> Result<Source, SubmitError> {
    let path = typed_path::meant(Path::new(typed));
    let shown = cut(&path.to_string_lossy(), 200).into_owned();
    let unread = |why: String| draft::UNREAD.about(shown.clone()).and(why).needs(&draft::TEXT);
    if let Some(left) = left_case::mode_of(&path).filter(|left| *left != mode) {
        return Err(record::of_the_other_mode(left, &shown).needs(&draft::TEXT).into());
    }
    let bytes = read_bounded(&path, MOST_BYTES as u64).map_err(|why| unread(why.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|_| unread("it is not UTF-8 text".into()))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    // Line ends of another system are only layout.
    Ok(Source::new(name, text.trim_start_matches('\u{feff}').replace("\r\n", "\n")))
}
