//! A loaded playbook for reading: as programs read it; its text is made from the same tree. Every item with its clauses.

mod arising;
mod json;

pub use json::Shown;

use super::item::{Body, Item};
use super::model::Playbook;
use super::strength::Strength;
use crate::base::ClauseId;

/// Something in a playbook that cites a clause.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Citing<'p> {
    /// Its kind: that of an item, `local question` (one that the policy does not ask), or `phase`, `hold` (a phase that the clause makes wait), `rule`, `scale`, `role`,
    /// `clock`, `definition`, `reference`, `help`, `silence`, `readiness point`.
    pub kind: &'static str,
    pub id: &'p str,
}

/// What cites a clause, in the order of the playbook, each once: phases, items, rules, scales, then what stands around
/// them. A phase or a local question among them does none of the clause's work; everything else does.
pub fn cited_by<'p>(playbook: &'p Playbook, clause: &ClauseId) -> Vec<Citing<'p>> {
    let mut found = Vec::new();
    let mut add = |cites: bool, kind: &'static str, id: &'p str| {
        let citing = Citing { kind, id };
        if cites && found.last() != Some(&citing) {
            found.push(citing);
        }
    };
    let has = |cite: &[ClauseId]| cite.contains(clause);
    for phase in &playbook.phases {
        let hold = phase.holds.iter().any(|hold| has(&hold.cite));
        add(hold || has(&phase.cite), if hold { "hold" } else { "phase" }, phase.id.as_str());
    }
    for item in &playbook.items {
        let kind = if item.verb == Strength::Local { "local question" } else { item.body.kind() };
        add(
            has(&item.cite) || inner(item).any(has) || item.holds.iter().any(|hold| has(&hold.cite)),
            kind,
            item.id.as_str(),
        );
    }
    for rule in &playbook.rules {
        let arms = rule.any.iter().chain(&rule.all).chain(&rule.unless);
        add(has(&rule.cite) || arms.into_iter().any(|arm| has(&arm.cite)), "rule", rule.id.as_str());
    }
    for scale in &playbook.scales {
        let levels = scale.levels.iter().flat_map(|level| {
            let arms = level.any.iter().chain(&level.all).chain(&level.unless);
            arms.map(|arm| arm.cite.as_slice()).chain([level.cite.as_slice()])
        });
        let gaps = scale.gaps.iter().map(|gap| gap.cite.as_slice());
        add(has(&scale.cite) || levels.chain(gaps).any(has), "scale", scale.id.as_str());
    }
    for (kind, id, cite) in around(playbook) {
        add(has(cite), kind, id);
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

fn around(playbook: &Playbook) -> impl Iterator<Item = (&'static str, &str, &[ClauseId])> {
    let roles = playbook.roles.iter().map(|x| ("role", x.id.as_str(), x.cite.as_slice()));
    let clocks = playbook.clocks.iter().flat_map(|clock| {
        let pauses = clock.pauses.iter().map(|pause| pause.cite.as_slice());
        pauses.chain([clock.cite.as_slice()]).map(|cite| ("clock", clock.id.as_str(), cite))
    });
    let definitions = playbook.definitions.iter().map(|x| ("definition", x.id.as_str(), x.cite.as_slice()));
    let references = playbook.references.iter().map(|x| ("reference", x.id.as_str(), x.cite.as_slice()));
    let faqs = playbook.faqs.iter().map(|x| ("help", x.id.as_str(), x.cite.as_slice()));
    let silences = playbook.silences.iter().map(|x| ("silence", x.id.as_str(), x.cite.as_slice()));
    let readiness = playbook.readiness.iter().map(|x| ("readiness point", x.id.as_str(), x.cite.as_slice()));
    roles.chain(clocks).chain(definitions).chain(references).chain(faqs).chain(silences).chain(readiness)
}
