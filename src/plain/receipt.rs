//! Receipts in words: which entry it is, and what it switched on or off.

use crate::guide::changes::{Change, ScaleChange};
use crate::journal::Head;
use crate::session::Receipt;

/// How its times were understood, what should not be overlooked about the entry, then one line for each thing that changed besides the item itself.
pub fn changes(receipt: &Receipt) -> impl Iterator<Item = String> {
    let scales = receipt.scales.iter().map(scale);
    receipt.understood.iter().chain(&receipt.remarks).cloned().chain(scales).chain(receipt.changes.iter().map(change))
}

fn scale(change: &ScaleChange) -> String {
    let (from, to) = (&change.from, &change.to);
    format!("now: {} ({}): {to}; before: {from}", change.title, change.id)
}

fn change(change: &Change) -> String {
    let (from, to) = (change.from.to_lowercase(), change.to.to_lowercase());
    format!("{}: {} ({}): {to}; before: {from}", way(change), change.title, change.id)
}

/// `on` wants something from people now; `off` no longer counts; `now` is anything else.
pub fn way(change: &Change) -> &'static str {
    let gone = ["does not apply", "lifted"].iter().any(|word| change.to.eq_ignore_ascii_case(word));
    match change {
        change if change.switched_on => "on",
        change if gone || change.from == "Met" => "off",
        _ => "now",
    }
}

/// What is written down or read out over a telephone, so that a later change of the record shows.
pub fn head(head: &Head) -> String {
    head.in_words()
}
