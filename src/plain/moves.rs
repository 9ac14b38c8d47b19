//! The commands that go to another item.

use super::commands::nothing_asked;
use super::walk::{Flow, Walk};
use crate::judge::Standing;
use crate::judge::picture::agenda::Target;
use crate::page::refusal::{Voice, said};
use crate::playbook::Body;
use crate::record::find;
use crate::record::verbs::note;
use std::io;

pub(super) fn go(walk: &mut Walk<'_>, id: &str) -> io::Result<Flow> {
    let playbook = walk.session.playbook();
    let silence = || playbook.silences.iter().position(|silence| silence.id.as_str() == id).map(Target::Silence);
    match playbook.position(id).map(Target::Item).or_else(silence) {
        Some(target) => {
            walk.go(target);
            Ok(Flow::Show)
        }
        None => {
            let refusal = find::on(&walk.session.view(), &note::VERB, id).err();
            if let Some(refusal) = refusal {
                let said = said(&walk.session.view(), &refusal, Voice::Walk);
                walk.line(&said.line())?;
            }
            Ok(Flow::Stay)
        }
    }
}

pub(super) fn skip(walk: &mut Walk<'_>, _: &str) -> io::Result<Flow> {
    let Some(target) = walk.current() else { return nothing_asked(walk) };
    walk.skipped.push(target);
    walk.leave();
    let open = &walk.session.assessment().next;
    if open.iter().all(|next| walk.skipped.contains(&next.target)) {
        walk.skipped.clear();
        walk.line("Everything open was passed over; the walk begins again with the first.")?;
    }
    Ok(Flow::Show)
}

pub(super) fn back(walk: &mut Walk<'_>, _: &str) -> io::Result<Flow> {
    // The last one shown is the current one.
    walk.shown.pop();
    match walk.shown.pop() {
        Some(target) => walk.go(target),
        None => walk.line("Nothing was shown before this.")?,
    }
    Ok(Flow::Show)
}

impl Walk<'_> {
    /// Nobody was reached, and the policy names nobody else for it: what can be recorded meanwhile is asked first.
    pub(super) fn leave_waiting(&mut self, target: Target) -> io::Result<()> {
        let Target::Item(at) = target else { return Ok(()) };
        let item = &self.session.playbook().items[at];
        let alone = matches!(&item.body, Body::Call(call) if call.alternates.is_empty());
        let attempted = self.session.assessment().items[at].standing == Standing::Attempted;
        if !alone || !attempted || self.skipped.contains(&target) {
            return Ok(());
        }
        let say = format!("This call stays open: it comes back after the rest, or at once with :go {}.", item.id);
        self.skipped.push(target);
        self.line(&say)
    }
}
