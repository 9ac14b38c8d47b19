//! A decision: what was decided, by which seat, why, who sat there.

use crate::base::ItemId;
use crate::case::{EntryKind, Fact};
use crate::judge::truth::scales::ScaleState;
use crate::judge::view::deciders::decider;
use crate::judge::{Standing, View};
use crate::playbook::item::Decision;
use crate::playbook::{Body, Item};
use crate::record::ask::{Ask, Asked, Choice, Preface};
use crate::record::common::{self, AT, REMARK, WHOLE_TEXT};
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::find;
use crate::record::refusal::{Named, Reason, Refusal, quoted};
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};

pub static OPTION: Field = Field::new(FieldKind::Pick, "option", "Decision")
    .prompt("What was decided?")
    .ordered()
    .help("OPTION", "The option: its id, its label or its number.");
pub static REASON: Field = Field::new(FieldKind::Words, "reason", "Why")
    .prompt("Why?")
    .hint(WHOLE_TEXT)
    .help("REASON", "Why.")
    .noun("The reason");
pub static SEAT: Field = Field::new(FieldKind::Pick, "role", "Who decides now")
    .prompt("Who decides now?")
    .help("ROLE", "The role that decides, where several do.");
pub static ADVISER: Field = Field::new(FieldKind::Line, "adviser", "Who advised it")
    .prompt("Who advised it?")
    .help("NAME", "Who advised it.")
    .noun("The adviser");
pub static PERSON: Field = Field::new(FieldKind::Line, "person", "Who decided (name)")
    .help(
        "NAME",
        "Who decided, by name; not stated where nobody is given. Whoever writes it down is not taken for them.",
    )
    .noun("The name of who decided");
pub static STANDING_IN: Field = Field::new(FieldKind::Line, "standing-in", "Standing in for")
    .hint("Only if that person stood in for somebody.")
    .help("NAME", "In whose place that person decided, if they stood in for somebody.")
    .noun("The name of whom they stood in for");

pub static SETTLED_BY: Field = Field::new(FieldKind::Line, "settled-by", "Settled by (role)")
    .prompt("Who settled it? (role)")
    .help(
        "ROLE",
        "The role that settled it in the place of the seats, where they do not agree or not all can be asked.",
    )
    .noun("The role that settled it");

static NOTHING_TO_SETTLE: Reason = Reason::new(
    "nothing-to-settle",
    "No seat has recorded anything on {0}, so there is nothing to settle.",
    "Record what the seats decide, each for itself.",
);
static NOT_AN_OPTION: Reason =
    Reason::new("not-an-option", "\"{0}\" is not an option of this decision.", "It takes one of: {list}.");
static NO_REASON: Reason =
    Reason::new("no-reason", "This decision is recorded with its reason, whichever way it goes.", "Say why{field}.");
static NO_ADVISER: Reason = Reason::new("no-adviser", "Nobody is named who advised this.", "Name the adviser{field}.");
static WHICH_SEAT: Reason = Reason::new(
    "which-seat",
    "Several roles decide this together, and none is named.",
    "Say which one records now{field}: {list}.",
);
static NO_SEAT: Reason =
    Reason::new("no-seat", "The policy does not give this decision to {0}.", "It is decided by: {list}.");
static NO_SUCH_SEAT: Reason =
    Reason::new("no-such-seat", "This playbook has no role \"{0}\".", "It is decided by: {list}.");
static WHO_STOOD_IN: Reason =
    Reason::new("who-stood-in", "Somebody stood in for {0}, and it is not said who.", "Name who decided{field}.");
static THEMSELVES: Reason =
    Reason::new("stands-in-for-themselves", "{0} cannot stand in for themselves.", "Leave one of the two empty.");
static NOT_BETWEEN: Reason = Reason::new(
    "not-between",
    "{0} is not open here. {1}",
    "It lies between: {2}. Correct the answers if that is wrong.",
);

pub static VERB: Verb = Verb {
    word: "decision",
    title: "Decision",
    help: "Record what was decided.",
    on: Target { kind: TargetKind::Item, value: "ID", help: "The decision." },
    fields: &[&OPTION, &REASON, &SEAT, &ADVISER, &PERSON, &STANDING_IN, &SETTLED_BY],
    around: common::AROUND,
    who: "",
    leads_on: true,
    when_closed: false,
    records: &[EntryKind::Decided],
    beside: Beside::Replaces,
    offers: |view, on| decision(view, on).map(|_| ()),
    ask,
    decide,
};

fn decision<'a>(view: &View<'a>, on: &On) -> Result<(&'a Item, &'a Decision), Refusal> {
    let item = common::item_of(view, on);
    match &item.body {
        Body::Decision(decision) => Ok((item, decision)),
        _ => Err(common::wrong_kind(item, "decision")),
    }
}

fn ask(view: &View<'_>, on: &On, draft: &Draft) -> Asked {
    let Ok((item, body)) = decision(view, on) else { return Asked::default() };
    let knowledge = view.knowledge();
    let options = body.options.iter().map(|o| Choice::known(&o.id, &o.label).more(o.help.clone()));
    let seats = body.seats.iter().map(|id| Choice::known(id, view.playbook.role_title(id.as_str())));
    let why = if body.reason_required { "Why (needed, whichever way it goes)" } else { "Why" };
    let only = match body.seats.as_slice() {
        [only] => Some(Preface::GivenTo(only.clone())),
        _ => None,
    };
    // The next role without a view gives its own; a view that is given is changed by putting it right.
    let next =
        body.seats.iter().find(|role| view.counting().seat(&item.id, role).is_none_or(|seat| seat.current.is_empty()));
    let seat = draft.text(&SEAT).and_then(|typed| find::role(view, typed).ok()).or_else(|| next.cloned());
    let given = body.seats.iter().filter_map(|role| view.counting().seat(&item.id, role)?.current.last().copied());
    let given: Vec<_> = given.collect();
    let views = (body.seats.len() > 1 && !given.is_empty()).then_some(Preface::Views(given, body.seats.len()));
    let suggested = body.suggestions.iter().filter(|suggestion| knowledge.suggests(suggestion));
    Asked::titled(&item.title)
        .above(only)
        .above(views)
        .above(knowledge.points_both_ways(body).then_some(Preface::Says("The criteria point both ways.")))
        .above(suggested.map(|suggestion| Preface::Suggested(suggestion.say.clone())))
        .ask(Ask::of(&OPTION).choices(options))
        .ask(
            (body.seats.len() > 1 && draft.given(&SETTLED_BY).is_none())
                .then(|| Ask::of(&SEAT).choices(seats).needed(true).shows(next.map(ItemId::to_string))),
        )
        .ask((is_split(view, item) || draft.text(&SETTLED_BY).is_some()).then(|| {
            let who = Ask::of(&SETTLED_BY).hint("Only where somebody settles it in the place of the seats.");
            if draft.given(&SETTLED_BY).is_some() { who.needed(true) } else { who.aside() }
        }))
        .ask(Ask::of(&REASON).label(why).needed(body.reason_required))
        .ask(body.adviser_required.then(|| Ask::of(&ADVISER).needed(true)))
        .ask(person(view, body, seat.as_ref()))
        // Who decided has a field of its own.
        .ask([&STANDING_IN, &AT, &REMARK].map(|field| Ask::of(field).aside()))
}

/// Who sat there: offered where somebody is known for the seat; never whoever sits at the keyboard.
fn person(view: &View<'_>, body: &Decision, seat: Option<&ItemId>) -> Ask {
    let known = |role: &ItemId| decider(view.playbook, view.state, view.picture, role.as_str());
    let grounds = body.seats.iter().filter_map(|role| {
        let known = known(role)?;
        Some(format!("{}: {} ({})", view.playbook.role_title(role.as_str()), known.name, known.ground))
    });
    let grounds: Vec<_> = grounds.collect();
    let offered = seat.and_then(known).map(|known| known.name);
    let hint = match grounds.as_slice() {
        [] => "Empty is not stated.".to_owned(),
        grounds => format!("Empty is not stated. {}.", grounds.join("; ")),
    };
    Ask::of(&PERSON).to_be_read(offered).hint(hint).clear(true)
}

fn decide(view: &View<'_>, on: &On, draft: &Draft) -> Result<Fact, Refusal> {
    let (item, body) = decision(view, on)?;
    let wanted = draft.text(&OPTION).unwrap_or_default();
    let found = body.options.iter().enumerate().find(|(at, option)| {
        wanted.eq_ignore_ascii_case(option.id.as_str())
            || wanted.eq_ignore_ascii_case(&option.label)
            || wanted == (at + 1).to_string()
    });
    let Some((_, option)) = found else {
        let options = body.options.iter().map(|o| Named::Choice(o.id.to_string(), o.label.clone()));
        return Err(NOT_AN_OPTION.about(quoted(wanted)).list(options).needs(&OPTION));
    };
    lies_between(view, &item.id, &option.id)?;
    let role = match draft.text(&SETTLED_BY) {
        Some(typed) => settler(view, item, body, typed)?,
        None => seat(view, &body.seats, draft.text(&SEAT))?,
    };
    let reason = match draft.line(&REASON)? {
        None if body.reason_required => return Err(NO_REASON.refuse().needs(&REASON)),
        reason => reason.unwrap_or_default(),
    };
    let adviser = draft.line(&ADVISER)?;
    if body.adviser_required && adviser.is_none() {
        return Err(NO_ADVISER.refuse().needs(&ADVISER));
    }
    // Whoever writes it down is never taken for the one who sat there.
    let (person, standing_in) = (draft.line(&PERSON)?, draft.line(&STANDING_IN)?);
    match (&person, &standing_in) {
        (None, Some(other)) => return Err(WHO_STOOD_IN.about(quoted(other)).needs(&PERSON)),
        (Some(one), Some(other)) if one == other => {
            return Err(THEMSELVES.about(quoted(one)).needs(&STANDING_IN));
        }
        _ => {}
    }
    let (decision, option) = (item.id.clone(), option.id.clone());
    Ok(Fact::Decided { decision, option, role, reason, adviser, person, standing_in })
}

/// The role that settles, whoever that is: the playbook may say in its words who may.
fn settler(view: &View<'_>, item: &Item, body: &Decision, typed: &str) -> Result<ItemId, Refusal> {
    let knowledge = view.knowledge();
    if body.seats.iter().all(|role| knowledge.seat_records(&item.id, role).is_empty()) {
        return Err(NOTHING_TO_SETTLE.about(Named::Item(item.id.clone())).needs(&SETTLED_BY));
    }
    find::role(view, typed).map_err(|why| why.needs(&SETTLED_BY))
}

/// Whether some of the seats have recorded and do not make the decision: then somebody may settle it in their place.
pub fn is_split(view: &View<'_>, item: &Item) -> bool {
    matches!(item.body, Body::Decision(_)) && view.status(item).is_some_and(|it| it.standing == Standing::Partly)
}

fn seat(view: &View<'_>, seats: &[ItemId], typed: Option<&str>) -> Result<ItemId, Refusal> {
    let choices = || seats.iter().map(|id| Named::RoleChoice(id.clone()));
    match (typed, seats) {
        (None, [only]) => Ok(only.clone()),
        (None, _) => Err(WHICH_SEAT.refuse().list(choices()).needs(&SEAT)),
        // Whoever mistypes a role here wants to know which roles decide, not every role that there is.
        (Some(typed), _) => match find::role(view, typed) {
            Err(refusal) => {
                Err(Refusal { near: refusal.near, ..NO_SUCH_SEAT.about(quoted(typed)) }.list(choices()).needs(&SEAT))
            }
            Ok(role) if seats.contains(&role) => Ok(role),
            Ok(role) => Err(NO_SEAT.about(Named::Role(role)).list(choices()).needs(&SEAT)),
        },
    }
}

/// Refuses a level that the answers rule out in the gap of a scale. A decision that settles no gap takes every option.
fn lies_between(view: &View<'_>, decision: &ItemId, option: &ItemId) -> Result<(), Refusal> {
    let scales = view.playbook.scales.iter().zip(&view.picture.scales);
    for (scale, status) in scales.filter(|(scale, _)| scale.decided_by.as_ref() == Some(decision)) {
        if !matches!(status.state, ScaleState::Gap | ScaleState::DecidedByPerson) || status.gaps.is_empty() {
            continue;
        }
        let gaps = || status.gaps.iter().map(|at| &scale.gaps[*at]);
        let Some(gap) = gaps().find(|gap| !gap.between.contains(option)) else { continue };
        if gaps().any(|gap| gap.between.contains(option)) {
            continue;
        }
        let title = |id: &ItemId| scale.level(id.as_str()).map(|at| scale.levels[at].title.clone());
        let between = gap.between.iter().filter_map(|id| Some(format!("{} ({id})", title(id)?)));
        let chosen = title(option).unwrap_or_else(|| option.to_string());
        let between = between.collect::<Vec<_>>().join(" and ");
        return Err(NOT_BETWEEN.about(chosen).and(gap.say.clone()).and(between).needs(&OPTION));
    }
    Ok(())
}
