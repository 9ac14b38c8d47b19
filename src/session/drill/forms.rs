//! What a form on the console holds, recorded in the folder in which it belongs.

use super::conduct::{Conduct, Folder};
use super::send::OnTheSpot;
use crate::base::Delivery;
use crate::base::written::Word as _;
use crate::case::{Tag, Verdict};
use crate::record::verbs::drill::{judge, observe, plan, release};
use crate::record::verbs::strike;
use crate::record::{Draft, Receipt};
use crate::session::SubmitError;

impl Conduct {
    /// Records a draft of one of the verbs of a facilitator; a strike is one of the case.
    ///
    /// # Errors
    /// If it is refused, or the disk does not take it.
    pub fn submit(&mut self, draft: &Draft) -> Result<Receipt, SubmitError> {
        let text = |field| draft.text(field).map(str::to_owned);
        if draft.verb == &release::VERB {
            let (from, to, words) = (text(&release::FROM), text(&release::TO), text(&release::TEXT));
            let to = to.unwrap_or_default();
            let to: Vec<_> = to.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            let (from, words) = (from.unwrap_or_default(), words.unwrap_or_default());
            let delivery = draft.text(&release::DELIVERY).and_then(Delivery::of_word);
            return self.send_on_the_spot(OnTheSpot { from: &from, to: &to, delivery, text: &words });
        }
        if draft.verb == &observe::VERB
            && let (Some(words), Some(tag)) =
                (text(&observe::TEXT), text(&observe::TAG).and_then(|tag| Tag::of_word(&tag)))
        {
            let (inject, objective) = (text(&observe::INJECT), text(&observe::OBJECTIVE));
            return self.observe(&words, tag, inject.as_deref(), objective.as_deref());
        }
        if draft.verb == &judge::VERB
            && let (Some(of), Some(verdict)) =
                (text(&judge::OF), text(&judge::VERDICT).and_then(|it| Verdict::of_word(&it)))
        {
            return self.judge(&of, verdict, text(&judge::BECAUSE).as_deref());
        }
        if draft.verb == &strike::VERB {
            return self.strike(Folder::Case, &draft.on, text(&strike::REASON).as_deref());
        }
        if [&plan::VERB, &judge::VERB, &observe::VERB].contains(&draft.verb) {
            return self.in_control(draft);
        }
        self.in_case(draft)
    }
}
