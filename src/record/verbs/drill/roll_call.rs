//! Who is at the table, or is missing.

use super::led::{CASE, exercise, id};
use crate::base::ItemId;
use crate::base::written::Word;
use crate::case::{Attendance, EntryKind, Fact};
use crate::drill::roll;
use crate::judge::View;
use crate::record::ask::{Ask, Asked, Choice};
use crate::record::draft::{Draft, missing};
use crate::record::field::{Field, FieldKind};
use crate::record::keyboard;
use crate::record::refusal::Refusal;
use crate::record::verb::{Beside, On, Verb};

pub static ROLE: Field =
    Field::new(FieldKind::Pick, "role", "Role").ordered().help("ROLE", "The role.").noun("The role");
pub static PERSON: Field =
    Field::new(FieldKind::Name, "person", "Who").ordered().help("NAME", "Who plays it.").noun("The name");
pub static ATTENDANCE: Field =
    Field::new(FieldKind::Pick, "as", "Is here").help("HOW", "present or absent; present where nothing is said.");

pub static VERB: Verb = Verb {
    word: "roll-call",
    title: "Roll-call",
    help: "Say who is at the table, or is missing.",
    on: CASE,
    fields: &[&ROLE, &PERSON, &ATTENDANCE],
    around: &[],
    who: "",
    leads_on: false,
    when_closed: true,
    records: &[EntryKind::RollCalled],
    beside: Beside::Stands,
    offers: |view, _| exercise(view).map(|_| ()),
    ask,
    decide,
};

fn ask(view: &View<'_>, _: &On, draft: &Draft) -> Asked {
    let choices = Attendance::ALL.map(|one| Choice::new(one.word(), one.label()));
    // Those of the drill, then what else the policy knows: somebody may come for a role that nobody planned.
    let drill: Vec<_> = view.state.drill_numbers().map(|(role, _)| role).collect();
    let known = view.playbook.roles.iter().map(|role| &role.id).filter(|role| !drill.contains(role));
    let roles = drill.iter().copied().chain(known).map(|role| {
        let called = roll::called(view.state, role);
        let more = called.map(|(person, attendance)| format!("{person}, {}", attendance.label().to_lowercase()));
        Choice::known(role, view.playbook.role_title(role.as_str())).more(more)
    });
    let chosen = draft.text(&ROLE).and_then(ItemId::new);
    let begins = chosen.is_some().then_some(&PERSON);
    let person = chosen.and_then(|role| Some(roll::called(view.state, &role)?.0.to_owned()));
    Asked { begins, ..Asked::titled("Roll-call") }
        .ask(Ask::of(&ROLE).choices(roles))
        .ask(Ask::of(&PERSON).needed(true).shows(person))
        .ask(Ask::of(&ATTENDANCE).choices(choices).offers(Attendance::Present.word().to_owned()))
}

fn decide(view: &View<'_>, _: &On, draft: &Draft) -> Result<Fact, Refusal> {
    exercise(view)?;
    let role = id(draft, &ROLE)?.ok_or_else(|| missing(&ROLE, ROLE.noun))?;
    let attendance = draft.text(&ATTENDANCE).and_then(Attendance::of_word).unwrap_or(Attendance::Present);
    let person = keyboard::name(&draft.words(&PERSON)?).map_err(|why| why.needs(&PERSON))?;
    Ok(Fact::RollCalled { role, person, attendance })
}
