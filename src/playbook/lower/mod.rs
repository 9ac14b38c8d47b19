//! Raw tables become the model: names are declared, then every reference and condition is resolved against them.

mod again;
mod around;
pub(in crate::playbook) mod columns;
mod counts;
mod declare;
mod documents;
mod facts;
mod head;
mod holds;
mod lowering;
mod register;
mod resolve;
mod reviews;
mod rows;
mod rules;
mod scales;
mod walk;

pub(super) use lowering::Lowering;

use super::condition::Names;
use super::model::{Kind, Phase, Playbook};
use super::places::Places;
use super::raw::file::RawFile;
use crate::base::ItemId;
use crate::source::reading::Placed;
use crate::source::{Code, Problem, Problems, Source};

/// Lowers the files of one playbook. The playbook is complete only if no error was reported.
pub(super) fn lower(
    files: &[RawFile],
    sources: &[Source],
    digest: String,
    problems: &mut Problems,
) -> Option<(Playbook, Places)> {
    let head = head::head(files, problems)?;
    let currency = head::currency(&head.jurisdiction.text);
    let kind = head.kind.map_or(Kind::Response, |kind| kind.value);
    let mut lowering = Lowering {
        sources,
        problems,
        names: Names::default(),
        currency,
        kind,
        reviewed: head.review.is_some(),
        places: Places { head: head.place(), ..Places::default() },
    };
    if !head.id.text.is_empty() && ItemId::new(&head.id.text).is_none() {
        lowering.bad_id(&head.id, ItemId::RULE);
    }
    lowering.declare(files);
    let mut playbook = Playbook {
        id: resolve::id(&head.id),
        title: head.title.text.clone(),
        kind,
        review: lowering.review(head),
        source: head::source(&head.source, lowering.problems),
        jurisdiction: head.jurisdiction.text.clone(),
        digest,
        clauses: rules::clauses(files),
        // Everything else is filled in below.
        ..Playbook::absent()
    };
    for phase in files.iter().flat_map(|file| &file.phase) {
        let lowered = Phase {
            id: resolve::id(&phase.id),
            title: phase.title.text.clone(),
            about: phase.about.as_ref().map(|about| about.text.clone()),
            when: lowering.guard(phase.when.as_ref(), &format!("phase {}", phase.id.text), "when"),
            cite: lowering.cites_beside(&phase.cite),
            beside: phase.beside.as_ref().map(|group| group.text.clone()),
            holds: lowering.phase_holds(phase),
        };
        playbook.phases.push(lowered);
    }
    playbook.items = lowering.items(files, &playbook.phases);
    playbook.also_kept = lowering.also_kept(files);
    playbook.facts = lowering.facts(files);
    playbook.counts = lowering.counts(files, &playbook.items);
    counts::tell_home(playbook.counts.as_ref(), &mut playbook.items);
    lowering.methods_of_documents(files, &playbook);
    lowering.rules(files, &mut playbook);
    lowering.scales(files, &mut playbook);
    lowering.around(files, &mut playbook);
    if playbook.phases.is_empty() || playbook.items.is_empty() {
        let message = "A playbook needs at least one phase with one item.";
        lowering.problems.add(Problem::new(Code::NothingToWalk, head.place(), message));
    }
    playbook.take_index();
    Some((playbook, lowering.places))
}
