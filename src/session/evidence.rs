//! Files that a row names: copied whole into the case and synced under their digests before the entry that names them is written.

use super::{Session, SubmitError};
use crate::base::Stamp;
use crate::base::text::{cut, inert_line};
use crate::case::TakenFile;
use crate::record::cells::CELLS;
use crate::record::{self, Draft};
use crate::store::kept_files::Progress;
use crate::store::{Files, Taking, files, left_case, typed_path};
use chrono::DateTime;
use std::io::{self, Read};
use std::path::Path;
use std::time::SystemTime;

/// Hears how far a file was copied.
pub(super) type Tells = Option<Box<dyn FnMut(Progress)>>;

impl Session {
    /// Says how far a long file was copied, in bytes, while it is.
    pub fn tells_copies(&mut self, tell: impl FnMut(Progress) + 'static) {
        self.tells = Some(Box::new(tell));
    }

    /// Copies the files that a draft names: the draft with what they are, and the copies, which are kept once it is decided.
    pub(super) fn copy_files(&mut self, draft: &Draft) -> Result<(Draft, Vec<Taking>), SubmitError> {
        let named = record::files_named(&self.view(), draft);
        let (mut copied, mut kept) = (draft.clone(), Vec::new());
        if named.is_empty() {
            return Ok((copied, kept));
        }
        // What is refused whatever the file holds is refused before it is read.
        record::offers(&self.view(), draft.verb, &draft.on)?;
        for (column, typed) in named {
            let (file, taking) = self.copy(&column, &typed)?;
            copied.taken.push((column, file));
            kept.push(taking);
        }
        Ok((copied, kept))
    }

    fn copy(&mut self, column: &str, typed: &str) -> Result<(TakenFile, Taking), SubmitError> {
        let path = typed_path::meant(Path::new(typed));
        let shown = cut(&path.to_string_lossy(), 200).into_owned();
        let unread = |why: String| record::not_copied(column, &shown, &why);
        let (mut source, found) = files::whole(&path).map_err(unread)?;
        if let Some(left) = left_case::mode_of(&path).filter(|left| *left != self.mode) {
            let part = crate::base::ItemId::new(column);
            let refusal = record::of_the_other_mode(left, &shown).needs(&CELLS);
            return Err(record::Refusal { part, ..refusal }.into());
        }
        let changed = |found: &std::fs::Metadata| found.modified().ok();
        let stamp = changed(&found).and_then(moment).map(|at| self.now().zone.stamp(at));
        let mut taking = Files::evidence(&self.folder).take(Box::new(io::empty()))?;
        let mut buffer = vec![0; 256 * 1024];
        let mut done = 0;
        loop {
            let read = match source.read(&mut buffer) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(record::not_copied(column, &shown, &error.to_string()).into()),
            };
            if let Err(error) = taking.add(&buffer[..read]) {
                return Err(match taking.refused() {
                    Some(not_recorded) => not_recorded.into(),
                    None => record::not_copied(column, &shown, &error.to_string()).into(),
                });
            }
            done += read as u64;
            if let Some(tell) = &mut self.tells {
                tell(Progress { done, total: found.len().max(done) });
            }
        }
        // Half of one state and half of another is no evidence of either.
        let is_same = source.metadata().is_ok_and(|now| now.len() == done && changed(&now) == changed(&found));
        if !is_same {
            let why =
                "it was changed while it was read; copy it to a place where nothing writes to it, and give that copy";
            return Err(record::not_copied(column, &shown, why).into());
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = cut(&inert_line(&name), 120).into_owned();
        let file = TakenFile { sha256: taking.sha256(), bytes: taking.length(), changed: stamp, name };
        Ok((file, taking))
    }
}

/// A time of the file system; `None` where it is none that people could mean.
fn moment(at: SystemTime) -> Option<Stamp> {
    let since = at.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    let at = DateTime::from_timestamp(i64::try_from(since.as_secs()).ok()?, 0)?;
    let stamp = Stamp::new(at.fixed_offset());
    // Only what the journal can store.
    Stamp::parse(&stamp.to_text()).map(|_| stamp)
}
