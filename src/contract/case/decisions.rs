//! Decisions: as the status has them, with what was known when each was taken.

use crate::base::ItemId;
use crate::base::written::object;
use crate::contract::status::{self, decisions as standing};
use crate::judge::View;
use crate::page::known_then::{Knew, knew, reads};
use crate::playbook::{Body, Item};

pub(super) fn decisions<'a>(of: &View<'a>) -> Vec<Decided<'a>> {
    standing(of, &of.knowledge()).into_iter().map(|decision| Decided::of(of, decision)).collect()
}

object! {
    Decided<'a>(of: &View<'a>, decision: status::Decision<'a>) {
        let item = of.playbook.item(decision.id.as_str());
        let at = item.and_then(|item| of.status(item)).and_then(|status| status.entry);
        let known = item.zip(at).map(|(item, at)| known_then(of, item, at)).unwrap_or_default();
    } => {
        #[serde(flatten)]
        decision: status::Decision<'a> = decision,
        entry: Option<String> = at.map(|at| of.state.name(at)),
        known_then: Vec<KnownThen> = known,
    }
}

fn known_then(of: &View<'_>, item: &Item, at: usize) -> Vec<KnownThen> {
    let Body::Decision(body) = &item.body else { return Vec::new() };
    let all = knew(of.state, &reads(of.playbook, item, body), at);
    all.into_iter().map(|knew| KnownThen::of(of, knew)).collect()
}

object! {
    KnownThen(of: &View<'_>, knew: Knew) => {
        about: ItemId = knew.about.clone(),
        known: bool = !knew.entries.is_empty(),
        entries: Vec<String> = knew.entries.iter().map(|at| of.state.name(*at)).collect(),
        says: Vec<String> = knew.entries.iter().map(|at| crate::page::log::entry(of, *at).says).collect(),
    }
}
