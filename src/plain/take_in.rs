//! A file that is to be taken in, line by line: what is in it is said before it is recorded, and what it asks is asked behind its path.

use super::lines;
use super::walk::Walk;
use crate::page::taken_in;
use crate::record::verbs::row;
use crate::record::{self, Draft};
use crate::session::saving::{Save, What};
use crate::session::{Looked, SubmitError};
use std::io;

impl Walk<'_> {
    /// Says what is in a file, and records it unless something is asked; true if it is on the disk.
    pub(super) fn record_file(&mut self, draft: &Draft, before: usize, about: Option<&str>) -> io::Result<bool> {
        let looked = match self.look(draft)? {
            Ok(looked) => looked,
            Err(why) => return self.acknowledge(Err(why), before, about),
        };
        let entries = before + looked.entries();
        let save = Save::of(What::Entry, self.session);
        let told = self.saving.during(save, || self.session.take(looked));
        self.acknowledge(told, entries, about)
    }

    /// Reads the file that a draft names and says what is in it; keeps that in mind while something is asked.
    fn look(&mut self, draft: &Draft) -> io::Result<Result<Looked, SubmitError>> {
        self.session.turn();
        let looked = match self.session.look_at(draft, &mut |_| {}) {
            Ok(looked) => looked,
            Err(why) => return Ok(Err(why)),
        };
        let view = self.session.view();
        let on = record::offers(&view, draft.verb, &draft.on);
        let said = match on.and_then(|on| row::list(&view, &on)) {
            Ok((item, register)) => looked.preview().map_or_else(Vec::new, |preview| {
                lines::of(&taken_in::preview(item, register, preview, looked.takes_rows()))
            }),
            Err(_) => Vec::new(),
        };
        said.iter().try_for_each(|line| self.line(line))?;
        let preview = looked.preview().filter(|_| looked.asks().is_some());
        self.found = preview.cloned().map(Box::new);
        Ok(Ok(looked))
    }
}
