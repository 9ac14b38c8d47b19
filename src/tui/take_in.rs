//! A file that is to be taken in, on the screen: the first Enter shows what is in it and what it asks, the next one records it, if the file
//! is still the same.

use super::app::App;
use crate::page::refusal::{Voice, said};
use crate::page::taken_in;
use crate::record::verbs::row;
use crate::record::{self, Draft};
use crate::session::{Looked, SubmitError};

const SEEN: &str = "This is what is in the file. Enter records it.";

impl App {
    /// What is to be recorded of a file; nothing while it was only shown. A file for which no form is open is recorded at once.
    pub(super) fn seen(&mut self, draft: &Draft) -> Result<Option<Looked>, SubmitError> {
        let Some(case) = &mut self.case else { return Ok(None) };
        case.turn();
        let looked = case.look_at(draft, &mut |_| {})?;
        let Some(form) = self.modals.last_mut().and_then(super::modal::Modal::form_mut) else {
            return Ok(Some(looked));
        };
        let shown = form.found.as_deref().is_some_and(|found| Some(found) == looked.preview());
        let asks = looked.asks();
        if shown && asks.is_none() {
            return Ok(Some(looked));
        }
        let view = case.view();
        let on = record::offers(&view, draft.verb, &draft.on)?;
        let (item, register) = row::list(&view, &on)?;
        form.found = looked.preview().cloned().map(Box::new);
        form.ask_again(&view);
        if let Some(preview) = looked.preview() {
            form.below = taken_in::preview(item, register, preview, looked.takes_rows());
        }
        match asks {
            Some(refusal) => form.refused(said(&view, &refusal, Voice::Screen).line(), refusal.place()),
            None => form.problem = Some(SEEN.to_owned()),
        }
        Ok(None)
    }
}
