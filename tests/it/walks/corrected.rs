//! Walks on which people go back on what they recorded, record what nobody asked for, add rows and put things off: what was owed
//! never leaves without a word, what is open can be reached, and every such case comes to its end.

use super::walker::Walker;
use super::{dead_ends, playbooks};
use crate::again;
use crate::judge::{ends, settled, waits};
use breachbook::base::ItemId;
use breachbook::case::CaseState;
use breachbook::judge::items::ItemStatus;
use breachbook::judge::picture::agenda::Target;
use breachbook::judge::picture::changes::{Change, changes};
use breachbook::judge::types::standing::Standing;
use breachbook::judge::{Picture, assess};
use breachbook::playbook::{Body, Playbook, load};
use breachbook::source::Source;
use std::collections::BTreeSet;

/// How often something is recorded that nobody asked for.
const CORRECTIONS: usize = 40;

/// The bundled playbooks and those in which much comes back, ends, waits, is settled, and is asked row by row.
pub fn all() -> Vec<Playbook> {
    let small =
        [again::TEXT, ends::PLAYBOOK, waits::PLAYBOOK, settled::PLAYBOOK, include_str!("../lists/vendors.toml")];
    let small = small.map(|text| load(&[Source::new("small.toml", text)]).playbook.unwrap());
    small.into_iter().chain(playbooks()).collect()
}

/// What wants something from people: it is open, in force, or has to be looked at again.
fn is_owed(picture: &Picture, at: usize) -> bool {
    let standing = picture.items[at].standing;
    standing.is_open() || standing == Standing::InForce || picture.mark_of(at).is_some()
}

/// What was owed before the newest entries and is not any more, although no change of the receipt names it.
fn lost(walker: &Walker<'_>, before: &Picture, from: usize) -> Vec<String> {
    let (playbook, after) = (walker.playbook, &walker.picture);
    let Some(row) = walker.state.log.get(from) else { return Vec::new() };
    let own: Vec<&str> = row.recorded.fact.subjects().iter().map(ItemId::as_str).collect();
    let told = changes(playbook, before, after, &own);
    let names = |at: usize| {
        told.iter().any(|change| match change {
            Change::Item { at: of, .. } | Change::Mark { at: of, .. } | Change::Unmarked { at: of } => *of == at,
            _ => false,
        })
    };
    let items = playbook.items.iter().enumerate();
    let gone = items.filter(|(at, item)| {
        is_owed(before, *at) && !is_owed(after, *at) && !own.contains(&item.id.as_str()) && !names(*at)
    });
    let gone = gone.map(|(_, item)| &item.id);
    let silences = playbook.silences.iter().enumerate().filter(|(at, silence)| {
        let asked = |picture: &Picture| picture.silences[*at].is_asked(silence);
        let named = told.iter().any(|change| matches!(change, Change::Silence { at: of, .. } if of == at));
        asked(before) && !asked(after) && !own.contains(&silence.id.as_str()) && !named
    });
    let gone = gone.chain(silences.map(|(_, silence)| &silence.id));
    let marked = playbook.silences.iter().enumerate().filter(|(at, silence)| {
        let marked = |picture: &Picture| picture.silences[*at].is_marked();
        let named = told.iter().any(|change| matches!(change, Change::Silence { at: of, .. } if of == at));
        marked(before) && !marked(after) && !own.contains(&silence.id.as_str()) && !named
    });
    let gone = gone.chain(marked.map(|(_, silence)| &silence.id));
    gone.map(|id| format!("{}: {id} after {:?}", playbook.id, row.recorded.fact)).collect()
}

/// What a walk has gone through that straight ones do not.
fn sights(picture: &Picture) -> Vec<&'static str> {
    let any = |of: fn(&ItemStatus) -> bool| picture.items.iter().any(of);
    let seen = [
        ("a mark", !picture.marks.is_empty()),
        ("asked again", !picture.fallen.is_empty()),
        ("ended", picture.ending.is_some()),
        ("put off", any(|status| status.standing == Standing::Deferred)),
        ("rows to come", any(|status| status.targets.expected().is_some())),
    ];
    seen.into_iter().filter(|(_, seen)| *seen).map(|(word, _)| word).collect()
}

/// What is open and nobody is led to.
fn unreachable(walker: &Walker<'_>) -> Vec<String> {
    let (playbook, picture) = (walker.playbook, &walker.picture);
    let next: BTreeSet<Target> = picture.next.iter().map(|next| next.target).collect();
    let items = playbook.items.iter().enumerate();
    let open = items.filter(|(at, item)| {
        // A document is reached by what it contains, or by what sends it.
        let by_others = matches!(item.body, Body::Document(_));
        let wants = picture.items[*at].standing.is_open() || picture.mark_of(*at).is_some();
        wants && !by_others && !next.contains(&Target::Item(*at))
    });
    let open = open.map(|(at, item)| format!("{}: {} {:?}", playbook.id, item.id, picture.items[at].standing));
    let silences = playbook.silences.iter().enumerate().filter(|(at, silence)| {
        let status = &picture.silences[*at];
        (status.is_asked(silence) || status.is_marked()) && !next.contains(&Target::Silence(*at))
    });
    open.chain(silences.map(|(_, silence)| format!("{}: {} is to be decided", playbook.id, silence.id))).collect()
}

#[test]
fn what_was_owed_never_leaves_without_a_word_and_what_is_open_is_reached_whatever_people_put_right() {
    let (mut found, mut seen) = (BTreeSet::new(), BTreeSet::new());
    for playbook in all() {
        for seed in 1..=3 {
            let mut walker = Walker::new(&playbook, 7000 + seed);
            let mut left = CORRECTIONS;
            for step in 0.. {
                let next: Vec<_> = walker.picture.next.iter().map(|next| next.target).collect();
                assert!(step < 1_500, "{}, {seed}: the walk does not end at {next:?}", playbook.id);
                let (before, from) = (walker.picture.clone(), walker.state.log.len());
                if left > 0 && step % 3 == 0 {
                    left -= 1;
                    walker.anything();
                    // Whatever was struck, replaced or put off: read anew, the entries so far say the same.
                    let folded = CaseState::fold(walker.state.log.iter().cloned());
                    assert!(folded == walker.state, "{}, {seed}: after {step} steps", playbook.id);
                } else if !walker.goes_on() {
                    if left == 0 {
                        break;
                    }
                    walker.anything();
                    left -= 1;
                }
                seen.extend(sights(&walker.picture));
                found.extend(lost(&walker, &before, from));
                found.extend(unreachable(&walker));
                if step % 7 == 0 {
                    walker.passes(1_200);
                }
            }
            // What was put off comes back, and is dealt with.
            walker.passes(4 * 24 * 3600);
            walker.walk();
            found.extend(dead_ends(&walker));
            let folded = CaseState::fold(walker.state.log.iter().cloned());
            assert!(assess(&playbook, &folded, walker.now()) == walker.picture, "{}, {seed}", playbook.id);
        }
    }
    assert!(found.is_empty(), "{}", found.into_iter().collect::<Vec<_>>().join("\n"));
    let all = ["a mark", "asked again", "ended", "put off", "rows to come"];
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), all, "the walks go through all of it");
}
