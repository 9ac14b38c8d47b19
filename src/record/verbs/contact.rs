//! Who holds a role in this case, and how to reach them.

use crate::base::ItemId;
use crate::case::{EntryKind, Fact};
use crate::judge::View;
use crate::record::ask::{Ask, Asked, Preface};
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::real_number;
use crate::record::refusal::{Reason, Refusal};
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};

pub static PERSON: Field = Field::new(FieldKind::Name, "person", "Person").help("NAME", "The person.").noun("The name");
pub static CHANNEL: Field = Field::new(FieldKind::Line, "channel", "Number or way")
    .hint("mobile 555-0100, e-mail name@example.org")
    .help("CHANNEL", "The number or address.")
    .noun("The channel");

static NEITHER: Reason = Reason::new(
    "neither-person-nor-channel",
    "Neither a person nor a number was given.",
    "Give one of the two, or both.",
);

pub static VERB: Verb = Verb {
    word: "contact",
    title: "Who is called",
    help: "Fill in who is called as a role in this case, and under which number.",
    on: Target { kind: TargetKind::Role, value: "ROLE", help: "The role." },
    fields: &[&PERSON, &CHANNEL],
    around: crate::record::common::AROUND,
    who: "",
    leads_on: false,
    when_closed: false,
    records: &[EntryKind::ContactSet],
    beside: Beside::Replaces,
    offers: |_, _| Ok(()),
    ask,
    decide,
};

fn role(on: &On) -> &ItemId {
    let On::Role(role) = on else { unreachable!("a verb of roles is on a role that was found") };
    role
}

fn ask(view: &View<'_>, on: &On, _: &Draft) -> Asked {
    let role = role(on).as_str();
    let known = view.picture.reach(view.playbook, role).and_then(|reach| reach.first());
    let described = view.playbook.role(role);
    let unprinted = described.is_none_or(|role| role.channels.is_empty());
    let says = Preface::Says("The policy prints no number. What is filled in here belongs to this case.");
    Asked::titled(format!("Who is: {}", view.playbook.role_title(role)))
        .above(described.and_then(|role| role.about.clone()).map(Preface::Detail))
        .above(unprinted.then_some(says))
        .ask(Ask::of(&PERSON).shows(known.and_then(|first| first.person.clone())))
        .ask(Ask::of(&CHANNEL))
}

fn decide(view: &View<'_>, on: &On, draft: &Draft) -> Result<Fact, Refusal> {
    let (person, channel) = (draft.line(&PERSON)?, real_number::channel(view, draft, &CHANNEL)?);
    if person.is_none() && channel.is_none() {
        return Err(NEITHER.refuse().needs(&PERSON));
    }
    Ok(Fact::ContactSet { role: role(on).clone(), person, channel })
}
