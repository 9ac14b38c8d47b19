//! Taking a file of rows into a register: read once, counted and copied at the same time; the copy is on the disk before the entry
//! that names it is written.

use super::{Session, SubmitError};
use crate::base::text::cut;
use crate::case::Import;
use crate::judge::import::{NotCounted, count};
use crate::record::verbs::{import, row};
use crate::record::{self, Draft};
use crate::store::{Files, Taking, files, typed_path};
use std::fs::File;
use std::path::Path;

impl Session {
    /// Reads the file that a draft names: the draft with what was counted in it, and the copy that is kept once it is decided.
    pub(super) fn stage(&self, draft: &Draft) -> Result<(Draft, Taking), SubmitError> {
        let view = self.view();
        let on = record::offers(&view, draft.verb, &draft.on)?;
        let (_, register) = row::list(&view, &on)?;
        let typed = draft.text(&import::FILE).unwrap_or_default();
        let path = typed_path::meant(Path::new(typed));
        let shown = cut(&path.to_string_lossy(), 200).into_owned();
        let unread = |why: String| import::UNREAD.about(shown.clone()).and(why).needs(&import::FILE);
        let source: File = files::source(&path).map_err(unread)?;
        let mut taking = Files::of(&self.folder).take(Box::new(source))?;
        match count(register, &mut taking) {
            Ok(counted) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let file = cut(&name, 120).into_owned();
                let read = Import { file, sha256: taking.sha256(), bytes: taking.bytes(), ..counted };
                let mut draft = draft.clone();
                draft.staged = Some(Box::new(read));
                Ok((draft, taking))
            }
            Err(NotCounted::Refused(why)) => {
                Err(import::NOT_COUNTED.about(why.message).and(why.hint).needs(&import::FILE).into())
            }
            Err(NotCounted::Unread(error)) => match taking.refused() {
                Some(not_recorded) => Err(not_recorded.into()),
                None => Err(unread(error.to_string()).into()),
            },
        }
    }
}
