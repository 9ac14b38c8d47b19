//! A loaded playbook for reading: as JSON for programs, as text for people. Every item with its clauses.

mod json;
mod text;

pub use json::to_json;
pub use text::to_text;

use super::item::{Body, Item};
use super::model::Playbook;
use crate::base::ClauseId;

/// The identifiers of what cites a clause, in the order of the playbook, each once.
fn cited_by<'p>(playbook: &'p Playbook, clause: &ClauseId) -> Vec<&'p str> {
    let mut found = Vec::new();
    let mut add = |cites: bool, id: &'p str| {
        if cites && found.last() != Some(&id) {
            found.push(id);
        }
    };
    let has = |cite: &[ClauseId]| cite.contains(clause);
    for phase in &playbook.phases {
        let hold = phase.hold.as_ref().is_some_and(|hold| has(&hold.cite));
        add(hold || has(&phase.cite), phase.id.as_str());
    }
    for item in &playbook.items {
        add(has(&item.cite) || inner(item).any(has), item.id.as_str());
    }
    for rule in &playbook.rules {
        let arms = rule.any.iter().chain(&rule.all).chain(&rule.unless);
        add(has(&rule.cite) || arms.into_iter().any(|arm| has(&arm.cite)), rule.id.as_str());
    }
    for scale in &playbook.scales {
        let levels = scale.levels.iter().flat_map(|level| {
            let arms = level.any.iter().chain(&level.all).chain(&level.unless);
            arms.map(|arm| arm.cite.as_slice()).chain([level.cite.as_slice()])
        });
        let gaps = scale.gaps.iter().map(|gap| gap.cite.as_slice());
        add(has(&scale.cite) || levels.chain(gaps).any(has), scale.id.as_str());
    }
    for (id, cite) in around(playbook) {
        add(has(cite), id);
    }
    found
}

/// The clauses inside an item: of options, suggestions and contents.
fn inner(item: &Item) -> Box<dyn Iterator<Item = &[ClauseId]> + '_> {
    match &item.body {
        Body::Question(question) => Box::new(question.options.iter().map(|option| option.cite.as_slice())),
        Body::Decision(decision) => {
            let options = decision.options.iter().map(|option| option.cite.as_slice());
            Box::new(options.chain(decision.suggestions.iter().map(|suggestion| suggestion.cite.as_slice())))
        }
        Body::Document(document) => Box::new(document.contents.iter().map(|content| content.cite.as_slice())),
        Body::Register(register) => Box::new(register.methods.iter().map(|method| method.cite.as_slice())),
        Body::Task(_) | Body::Prohibition(_) | Body::Call(_) => Box::new(std::iter::empty()),
    }
}

fn around(playbook: &Playbook) -> impl Iterator<Item = (&str, &[ClauseId])> {
    let roles = playbook.roles.iter().map(|x| (x.id.as_str(), x.cite.as_slice()));
    let clocks = playbook.clocks.iter().flat_map(|clock| {
        let pauses = clock.pauses.iter().map(|pause| pause.cite.as_slice());
        pauses.chain([clock.cite.as_slice()]).map(|cite| (clock.id.as_str(), cite))
    });
    let definitions = playbook.definitions.iter().map(|x| (x.id.as_str(), x.cite.as_slice()));
    let references = playbook.references.iter().map(|x| (x.id.as_str(), x.cite.as_slice()));
    let faqs = playbook.faqs.iter().map(|x| (x.id.as_str(), x.cite.as_slice()));
    let silences = playbook.silences.iter().map(|x| (x.id.as_str(), x.cite.as_slice()));
    let readiness = playbook.readiness.iter().map(|x| (x.id.as_str(), x.cite.as_slice()));
    roles.chain(clocks).chain(definitions).chain(references).chain(faqs).chain(silences).chain(readiness)
}
