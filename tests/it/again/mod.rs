//! What brings a record back: what is asked again, what has to be looked at again, and what takes a mark away.

mod beside;
mod changes;
mod deeds;
mod fell;
mod joined;
mod night;
mod times;
mod voices;

use crate::support::desk::Desk;
use crate::verbs::draft;
use breachbook::record::{Refusal, decide};
pub use night::TEXT;

/// Whatever is refused when something is confirmed, each on its desk.
pub(crate) fn refused() -> Vec<(Desk, Refusal)> {
    let open = |affected: &str| {
        let mut desk = Desk::open_text("again", TEXT);
        desk.answer("affected", "140");
        desk.answer("places", "Hall\nGym");
        desk.done("big", "The agencies were told.");
        desk.session.submit(&draft("task", "each_place", &[("words", "Locked."), ("for-rest", "yes")])).unwrap();
        desk.answer("affected", affected);
        desk
    };
    let cases = [("140", "big"), ("140", "sign_seen"), ("50", "big"), ("50", "each_place")];
    let refused = cases.map(|(affected, id)| {
        let desk = open(affected);
        let refusal = decide(&desk.session.view(), &draft("confirm", id, &[])).unwrap_err();
        (desk, refusal)
    });
    refused.into()
}
