//! `status --json`: the stable contract `status/1` for scripts and outside programs.

mod around;
mod contacts;
mod counts;
mod criteria;
mod decisions;
mod documents;
mod exercise;
mod items;
mod registers;

pub use around::{Clock, Faq, Phase, Readiness, Silence};
pub use contacts::{CallState, Contact, contacts};
pub use counts::Counts;
pub use criteria::{Met, Rule, Scale, rules, scales};
pub use decisions::{Decision, decisions};
pub use documents::{Document, documents};
pub use exercise::Exercise;
pub use items::{Item, Next};
pub use registers::Register;

use crate::base::written::object;
use crate::base::{ItemId, Now, Stamp};
use crate::journal::{Damage, Head, Mode};
use crate::judge::picture::open::OpenCounts;
use crate::judge::truth::ending;
use crate::judge::view::readiness;
use crate::judge::{Knowledge, View};
use crate::playbook::Playbook;
use crate::playbook::model::Kind;

/// What the folder of a case says beside its entries.
#[derive(Clone, Copy)]
pub struct Folder<'a> {
    /// Its name.
    pub case: &'a str,
    /// The last block of every run.
    pub heads: &'a [Head],
    /// What in it is damaged or was altered.
    pub damage: &'a [Damage],
}

/// The whole status.
pub fn status<'a>(of: &View<'a>, folder: Folder<'a>) -> Status<'a> {
    Status::of(of, folder, &of.knowledge())
}

object! {
    Status<'a>(of: &View<'a>, folder: Folder<'a>, known: &Knowledge<'a>) {
        let (playbook, picture) = (of.playbook, of.picture);
    } => {
        schema: &'static str = "status/1",
        case: &'a str = folder.case,
        title: Option<&'a str> = of.state.opening.as_ref().map(|opening| opening.title.as_str()),
        mode: Mode = of.mode,
        playbook: Followed<'a> = Followed::of(playbook),
        state: &'static str = open_or_closed(picture.closed),
        #[serde(skip_serializing_if = "Option::is_none")]
        ending: Option<Ending<'a>> = picture.ending.as_ref().map(|ending| Ending::of(ending, playbook)),
        as_of: Now = of.now,
        #[serde(skip_serializing_if = "Option::is_none")]
        exercise: Option<Exercise<'a>> = of.state.exercise().map(|exercise| Exercise::of(of, exercise)),
        damage: &'a [Damage] = folder.damage,
        next: Vec<Next<'a>> = picture.next.iter().map(|next| Next::of(of, next)).collect(),
        open: OpenCounts = picture.open,
        counts: Option<Counts> = counts::counts(of),
        phases: Vec<Phase<'a>> = playbook.phases.iter().zip(&picture.phases).map(|(one, how)| Phase::of(one, how)).collect(),
        scales: Vec<Scale<'a>> = scales(of, known),
        rules: Vec<Rule<'a>> = rules(of, known),
        items: Vec<Item<'a>> = of.items().map(|(item, status)| Item::of(of, known, item, status)).collect(),
        contacts: Vec<Contact<'a>> = contacts(of, known),
        clocks: Vec<Clock<'a>> = playbook.clocks.iter().zip(&picture.clocks).map(|(one, how)| Clock::of(one, how)).collect(),
        decisions: Vec<Decision<'a>> = decisions(of, known),
        documents: Vec<Document<'a>> = documents(of),
        registers: Vec<Register<'a>> = registers::registers(of),
        silences: Vec<Silence<'a>> = playbook.silences.iter().zip(&picture.silences).map(|(one, how)| Silence::of(of, one, how)).collect(),
        faqs: Vec<Faq<'a>> = playbook.faqs.iter().map(|faq| Faq::of(faq, known)).collect(),
        readiness: Vec<Readiness<'a>> = readiness::points(playbook, of.now.date()).into_iter().map(|(state, point)| Readiness::of(point, state)).collect(),
        heads: &'a [Head] = folder.heads,
    }
}

object! {
    Ending<'a>(ending: &ending::Ending, playbook: &'a Playbook) => {
        rules: Vec<&'a ItemId> = ending.rules.iter().map(|at| &playbook.rules[*at].id).collect(),
        title: String = ending.title(playbook),
        since: Option<Stamp> = ending.since,
    }
}

object! {
    Followed<'a>(playbook: &'a Playbook) => {
        id: &'a ItemId = &playbook.id,
        kind: Kind = playbook.kind,
        version: Option<&'a str> = playbook.source.version.as_deref(),
        digest: String = format!("sha256:{}", playbook.digest),
    }
}

pub(super) fn open_or_closed(closed: bool) -> &'static str {
    if closed { "closed" } else { "open" }
}
