//! What was recorded last, as it was typed: where it is struck, its words stand in the form again. What was chosen there is chosen anew.

use super::app::App;
use super::form::together::Together;
use super::form::{Kind, Words};
use super::modal::Modal;
use super::put_right;
use crate::journal::EntryId;
use crate::record::Draft;
use crate::session::Receipt;

/// What was typed of a record.
pub(super) enum Typed {
    Form(Kind, Words),
    Sheet(Box<Together>),
}

/// The last record of this run as it was typed, and once it was struck what comes back of it, each with the folder of its case.
#[derive(Default)]
pub(super) struct LastTyped {
    recorded: Option<(EntryId, Typed)>,
    struck: Option<(String, Typed)>,
}

impl App {
    /// Notes that entries were struck: what was typed of the last of them comes back.
    pub(super) fn notes_struck(&mut self, of: &[EntryId]) {
        let typed = self.typed.recorded.take().filter(|(entry, _)| of.contains(entry));
        self.typed.struck = self.case.as_ref().zip(typed).map(|(case, (_, typed))| (case.folder().name(), typed));
    }

    /// Notes what was typed of a record that is on the disk now.
    pub(super) fn notes_typed(&mut self, draft: &Draft, receipt: &Receipt, form: Option<Modal>) {
        let Some(case) = &self.case else { return };
        // Said anew by another way, what was struck is history.
        let again = |(_, typed): &(_, Typed)| match typed {
            Typed::Form(Kind::Record(_, on), _) => *on == draft.on,
            Typed::Form(..) => false,
            Typed::Sheet(sheet) => sheet.asks(&case.view(), &draft.on),
        };
        self.typed.struck = self.typed.struck.take().filter(|struck| !again(struck));
        let typed = match form {
            Some(Modal::Form(form)) if put_right::corrects(&form).is_none() => {
                Some(Typed::Form(form.kind.clone(), form.words()))
            }
            Some(Modal::Together(sheet)) => Some(Typed::Sheet(sheet)),
            _ => None,
        };
        self.typed.recorded = typed.map(|typed| (receipt.recorded.id.clone(), typed));
    }

    /// What comes back into a form: the words of the same form of this case, if what they said was struck.
    pub(super) fn struck_words(&mut self, kind: &Kind) -> Option<Words> {
        let folder = self.case.as_ref()?.folder().name();
        let same = |(case, typed): &mut (String, Typed)| {
            *case == folder && matches!(typed, Typed::Form(known, _) if known == kind)
        };
        match self.typed.struck.take_if(same)?.1 {
            Typed::Form(_, words) => Some(words),
            Typed::Sheet(_) => None,
        }
    }

    /// The sheet of a step that was struck as a whole.
    pub(super) fn struck_sheet(&mut self, step: usize) -> Option<Together> {
        let folder = self.case.as_ref()?.folder().name();
        let same = |(case, typed): &mut (String, Typed)| {
            *case == folder && matches!(typed, Typed::Sheet(sheet) if sheet.step == step)
        };
        match self.typed.struck.take_if(same)?.1 {
            Typed::Sheet(sheet) => Some(*sheet),
            Typed::Form(..) => None,
        }
    }
}
