//! Who is at the table, or is missing.

use super::led::{CASE, exercise, id};
use crate::base::written::Word;
use crate::case::{Attendance, EntryKind, Fact};
use crate::judge::View;
use crate::record::ask::{Ask, Asked, Choice};
use crate::record::draft::{Draft, missing};
use crate::record::field::{Field, FieldKind};
use crate::record::keyboard;
use crate::record::refusal::Refusal;
use crate::record::verb::{Beside, On, Verb};

pub static ROLE: Field =
    Field::new(FieldKind::Line, "role", "Role").ordered().help("ROLE", "The role.").noun("The role");
pub static PERSON: Field =
    Field::new(FieldKind::Name, "person", "Who").ordered().help("NAME", "Who plays it.").noun("The name");
pub static ATTENDANCE: Field =
    Field::new(FieldKind::Pick, "as", "Present").help("HOW", "present or absent; present where nothing is said.");

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

fn ask(_: &View<'_>, _: &On, _: &Draft) -> Asked {
    let choices = Attendance::ALL.map(|one| Choice::new(one.word(), one.label()));
    Asked::titled("Roll-call")
        .ask(Ask::of(&ROLE))
        .ask(Ask::of(&PERSON))
        .ask(Ask::of(&ATTENDANCE).choices(choices).offers(Attendance::Present.word().to_owned()))
}

fn decide(view: &View<'_>, _: &On, draft: &Draft) -> Result<Fact, Refusal> {
    exercise(view)?;
    let role = id(draft, &ROLE)?.ok_or_else(|| missing(&ROLE, ROLE.noun))?;
    let attendance = draft.text(&ATTENDANCE).and_then(Attendance::of_word).unwrap_or(Attendance::Present);
    let person = keyboard::name(&draft.words(&PERSON)?).map_err(|why| why.needs(&PERSON))?;
    Ok(Fact::RollCalled { role, person, attendance })
}
