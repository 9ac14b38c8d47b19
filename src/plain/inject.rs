//! Injects of an exercise on the walk: three lines before what is asked, until a line comes.

use super::walk::Walk;
use crate::page::inject;
use crate::record::verbs::message;
use crate::session::saving::{Save, What};
use std::io;

impl Walk<'_> {
    /// The inject that went out. Whoever types the next line has it before their eyes.
    pub(super) fn show_inject(&mut self) -> io::Result<()> {
        let shown = self.session.waiting_inject().map(|(at, _)| at);
        self.inject = shown.map(|at| self.session.state().at(at).id.clone());
        let lines = shown.map_or_else(Vec::new, |at| inject::lines(&self.session.view(), at));
        lines.iter().try_for_each(|line| self.line(line))
    }

    /// A line came, so what stood before it was taken in. If that cannot be recorded, the inject comes before the next line again.
    pub(super) fn take_inject(&mut self) {
        let Some(id) = self.inject.take().filter(|_| !self.session.person().is_empty()) else { return };
        let view = self.session.view();
        let Some(taken) = view.state.place(&id).map(|at| message::of(&view, at)) else { return };
        let save = Save::of(What::Entry, self.session);
        if self.saving.during(save, || self.session.submit(&taken)).is_ok() {
            self.sight = self.session.with_own(&self.sight);
        }
    }
}
