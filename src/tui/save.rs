//! Saving from the screen: what is said while it takes long, and at the end.

use super::app::{App, Notice};
use super::input::Input;
use crate::session::saving::Saving;

/// How the last try to record something ended.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Last {
    /// Nothing was tried.
    #[default]
    None,
    /// On the disk: its receipt, and the case.
    Recorded(String, String),
    /// Not confirmed by the disk; the case.
    NotRecorded(String),
}

impl App {
    /// What is being saved.
    pub fn saving(&self) -> &Saving {
        &self.saving
    }

    /// Whether an input that came during a slow save is not used; it is counted then.
    pub(super) fn leaves_out(&self, input: &Input) -> bool {
        self.saving.leaves_out(|left| match input {
            Input::Key(_) => left.keys += 1,
            Input::Paste(_) => left.pastes += 1,
            Input::Click(..) => left.clicks += 1,
            Input::Wheel(_) | Input::Resize(..) => {}
        });
        !matches!(input, Input::Resize(..))
    }

    /// Says what was typed during a slow save and not used. Whether there was a slow save.
    pub(super) fn tells_left_out(&mut self) -> bool {
        let left = self.saving.takes_left_out();
        if let Some(left_out) = left.words() {
            let was = if left.keys + left.pastes + left.clicks == 1 { "was" } else { "were" };
            let Notice { alarm, text } = std::mem::take(&mut self.notice);
            let text = format!("{left_out} typed while saving {was} not used. {text}");
            self.notice = Notice { alarm, text: text.trim_end().to_owned() };
        }
        self.saving.takes_slow()
    }

    /// Whether what was recorded last is on the disk.
    pub fn last_saved(&self, ended: bool) -> Option<String> {
        match &self.last {
            Last::None => None,
            // What was said of it once is said again only where the disk has answered since.
            Last::Recorded(receipt, case) if !ended => {
                Some(format!("The last entry was on the disk when it was acknowledged: {receipt}, in case {case}."))
            }
            Last::Recorded(receipt, case) => Some(format!("The last entry is on the disk: {receipt}, in case {case}.")),
            Last::NotRecorded(case) => Some(format!(
                "What you tried to record last, in case {case}, is NOT recorded. Write it on paper with the time."
            )),
        }
    }
}
