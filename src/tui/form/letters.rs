//! Letters in a form where there is only a choice: one may choose, a word must not.

use super::{Fill, Form};
use crate::tui::action::Action;

impl Form {
    /// A letter chooses the answer that it stands for, unless it came behind one that means nothing.
    pub(super) fn choose_by_letter(&mut self, action: Action) {
        let value = match action {
            Action::Yes => "yes",
            Action::No => "no",
            _ => "unknown",
        };
        let words = self.words;
        match self.pick_mut().map(|pick| (pick.position(value), pick)) {
            Some((Some(at), pick)) if !words => {
                if !(pick.ticked.is_some() && pick.is_chosen(at)) {
                    pick.choose(at);
                }
                self.by_letter = true;
            }
            _ => self.typed_at_a_choice(),
        }
    }

    /// Somebody types words where there is only a choice; unsaid, the words would be lost.
    /// What one of the letters chose is taken back: it was the first of a word, or one in it.
    pub(super) fn typed_at_a_choice(&mut self) {
        self.words = true;
        let takes_letters = self.pick_mut().is_some_and(|pick| pick.position("yes").is_some());
        if let Some(field) = self.fields.get_mut(self.focus).filter(|_| std::mem::take(&mut self.by_letter))
            && let Fill::Pick(pick) = &mut field.input
        {
            pick.restore(&field.initial);
        }
        let only = if takes_letters { "Only y, n and u answer this." } else { "Only the numbers answer this." };
        self.problem = Some(format!("{only} Nothing was recorded."));
    }

    /// Letters came at typing speed where there is only a choice.
    pub(in crate::tui) fn typed_words(&mut self) {
        self.typed_at_a_choice();
    }
}
