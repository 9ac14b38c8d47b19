//! What is theirs who sit at the keyboard, and what they add of their own accord.

use super::commands::lines;
use super::walk::{Flow, Walk};
use crate::judge::picture::agenda::Target;
use crate::page::{adding, mine};
use std::io;

/// `:mine`.
pub(super) fn mine(walk: &mut Walk<'_>, _: &str) -> io::Result<Flow> {
    let view = walk.session.view();
    let mut found = vec![mine::title(&view)];
    found.extend(mine::next(&view).into_iter().map(|target| match target {
        Target::Item(at) => format!("{} ({})", view.playbook.items[at].title, view.playbook.items[at].id),
        Target::Silence(at) => format!("{} ({})", view.playbook.silences[at].topic, view.playbook.silences[at].id),
    }));
    if found.len() == 1 {
        found = vec![mine::nothing(&view)];
    }
    lines(walk, found)
}

/// `:add`: what can be added, or the questions of one of them.
pub(super) fn add(walk: &mut Walk<'_>, number: &str) -> io::Result<Flow> {
    let all = adding::all(&walk.session.view());
    let chosen = number.trim().parse::<usize>().ok().and_then(|number| all.get(number.checked_sub(1)?));
    match chosen {
        Some(one) => {
            let draft = one.draft.clone();
            walk.begin(draft)
        }
        None => {
            let mut found = vec!["What is added? :add NUMBER asks for it.".to_owned()];
            found.extend(all.iter().enumerate().map(|(at, one)| format!("{}  {}", at + 1, one.label)));
            lines(walk, found)
        }
    }
}
