//! What is said in the frame, and what stands on top where something could not be done.

use super::app::{App, Notice};
use super::card::Card;
use super::modal::Modal;
use crate::record::Place;

impl App {
    /// What was said about a form goes with it.
    pub(super) fn form_left(&mut self) {
        if !self.notice.alarm {
            self.notice = Notice::default();
        }
    }

    pub(super) fn say(&mut self, text: &str) {
        self.notice = Notice { alarm: false, text: text.to_owned() };
    }

    pub(super) fn problem(&mut self, title: &str, say: &str) {
        self.problem_with(title, say, None);
    }

    pub(super) fn problem_with(&mut self, title: &str, say: &str, needs: Option<Place>) {
        // A form on top keeps its text and shows the problem itself.
        if let Some(Modal::Form(form)) = self.modals.last_mut() {
            form.refused(format!("{title}. {say}"), needs);
        } else {
            self.modals.push(Modal::Card(Card::problem(title, say)));
        }
    }
}
