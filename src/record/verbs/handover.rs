//! The keyboard changes hands.

use crate::case::{EntryKind, Fact};
use crate::judge::View;
use crate::record::ask::{Ask, Asked, Preface};
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::keyboard;
pub use crate::record::keyboard::TO;
use crate::record::refusal::{Reason, Refusal, quoted};
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};

pub static FROM: Field = Field::new(FieldKind::Line, "from", "Who leaves")
    .help("NAME", "Who leaves; the person at the keyboard where nobody is given.")
    .noun("The name");
pub static WITNESS: Field = Field::new(FieldKind::Line, "witness", "Witness")
    .hint("A second person who is there, if there is one.")
    .help("NAME", "A second person who is there.")
    .noun("The witness");

static THEMSELVES: Reason =
    Reason::new("hands-over-to-themselves", "{0} cannot hand over to themselves.", "Name the person who takes over.");

pub static VERB: Verb = Verb {
    word: "handover",
    title: "Hand over",
    help: "Hand the keyboard over.",
    on: Target { kind: TargetKind::Case, value: "", help: "" },
    fields: &[&TO, &FROM, &WITNESS],
    around: crate::record::common::AROUND_CLOSED,
    who: "",
    leads_on: false,
    when_closed: true,
    records: &[EntryKind::HandedOver],
    beside: Beside::Stands,
    offers: |_, _| Ok(()),
    ask,
    decide,
};

fn ask(view: &View<'_>, _: &On, _: &Draft) -> Asked {
    Asked::titled("Hand over")
        .above([Preface::OpenNow, Preface::LastSeal])
        .ask(Ask::of(&TO))
        .ask(Ask::of(&FROM).offers(Some(view.person.to_owned()).filter(|person| !person.is_empty())))
        .ask(Ask::of(&WITNESS))
}

fn decide(view: &View<'_>, _: &On, draft: &Draft) -> Result<Fact, Refusal> {
    let from = draft.line(&FROM)?.unwrap_or_else(|| view.person.to_owned());
    // They write the next entries.
    let to = keyboard::name(&draft.words(&TO)?).map_err(|why| why.needs(&TO))?;
    if to == from {
        return Err(THEMSELVES.about(quoted(&to)).needs(&TO));
    }
    Ok(Fact::HandedOver { from, to, witness: draft.line(&WITNESS)? })
}

/// What is recorded where somebody else than before sits at the keyboard: it changed hands.
pub fn changed_hands(to: &str) -> Draft {
    let mut draft = Draft::new(&VERB, "").with(&TO, to);
    // Whoever is there now writes it down.
    draft.by = Some(to.to_owned());
    draft
}
