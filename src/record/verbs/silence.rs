//! What people decide where the policy does not say.

use crate::case::{EntryKind, Fact};
use crate::judge::View;
use crate::playbook::reference::Silence;
use crate::record::ask::{Ask, Asked, Choice, Preface};
use crate::record::common::{self, WHOLE_TEXT};
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::find;
use crate::record::refusal::Refusal;
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};

pub static VALUE: Field = Field::new(FieldKind::Words, "value", "What was decided, outside the policy")
    .prompt("What was decided?")
    .ordered()
    .hint(WHOLE_TEXT)
    .help("VALUE", "What they decided; - reads it from standard input.")
    .noun("The decision");
pub static ROLE: Field =
    Field::new(FieldKind::Pick, "role", "Who decided").prompt("Who decided it?").help("ROLE", "Who decided.");

pub static VERB: Verb = Verb {
    word: "silence",
    title: "Decide outside the policy",
    help: "Record what people decided where the policy does not say.",
    on: Target { kind: TargetKind::Silence, value: "ID", help: "The point on which the policy does not say." },
    fields: &[&VALUE, &ROLE],
    around: common::AROUND,
    who: "Said by",
    leads_on: true,
    when_closed: false,
    records: &[EntryKind::SilenceDecided],
    beside: Beside::Replaces,
    offers: |_, _| Ok(()),
    ask,
    decide,
};

fn silence<'a>(view: &View<'a>, on: &On) -> (usize, &'a Silence) {
    let On::Silence(id) = on else { unreachable!("a verb of silences is on a silence that was found") };
    let mut silences = view.playbook.silences.iter().enumerate();
    silences.find(|(_, silence)| silence.id == *id).expect("a silence that was found")
}

fn ask(view: &View<'_>, on: &On, _: &Draft) -> Asked {
    let (at, silence) = silence(view, on);
    let roles = silence.decide_by.iter().map(|id| Choice::known(id, view.playbook.role_title(id.as_str())));
    let role = silence.decide_by.first().map(|first| Ask::of(&ROLE).choices(roles).shows(first.to_string()));
    let fill = view.picture.silences[at].fill_in.as_ref();
    Asked::titled(&silence.topic)
        .above([Preface::Silent(silence.say.clone())])
        .above(silence.suggestion.clone().map(Preface::NotThePolicys))
        .above(fill.map(|fill| Preface::FilledIn(fill.shown())))
        .ask(Ask::of(&VALUE))
        .ask(role)
}

fn decide(view: &View<'_>, on: &On, draft: &Draft) -> Result<Fact, Refusal> {
    let (_, silence) = silence(view, on);
    let role = draft.text(&ROLE).map(|role| find::role(view, role)).transpose().map_err(|why| why.needs(&ROLE))?;
    Ok(Fact::SilenceDecided { silence: silence.id.clone(), value: draft.words(&VALUE)?, role })
}
