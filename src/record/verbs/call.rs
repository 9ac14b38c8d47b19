//! Logging an attempt to reach somebody. Every call that one person reached is credited with it.

use crate::base::ItemId;
use crate::case::{CallOutcome, EntryKind, Fact, ForRows};
use crate::judge::View;
use crate::judge::call_tree::{Origin, Proposal};
use crate::judge::items::ItemStatus;
use crate::judge::items::passed_on::awaited;
use crate::judge::types::standing::Standing;
use crate::playbook::item::Call;
use crate::playbook::{Body, Item};
use crate::record::ask::{Ask, Asked, Choice, Preface};
use crate::record::common;
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::find;
use crate::record::real_number;
use crate::record::refusal::{Look, Named, Reason, Refusal, quoted};
use crate::record::rows::{self, FOR, FOR_REST};
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};

pub static OUTCOME: Field = Field::new(FieldKind::Pick, "outcome", "How it ended").prompt("How did it end?")
    .ordered()
    .hint("Choose by number.")
    .help(
        "OUTCOME",
        "How it ended: reached, voicemail, no_answer, busy, wrong_number, disconnected, refused, out_of_office, identity_not_verified.",
    );
pub static ROLE: Field = Field::new(FieldKind::Pick, "role", "Who was called, in order")
    .prompt("Who was called?")
    .help("ROLE", "The role that was called, where it is not the next in order.");
pub static PERSON: Field = Field::new(FieldKind::Line, "person", "Person")
    .prompt("Who answered?")
    .help("NAME", "The person.")
    .noun("The name");
pub static CHANNEL: Field = Field::new(FieldKind::Line, "channel", "Number or way")
    .prompt("Which number or means?")
    .hint("As dialled: mobile 555-0100, in person, e-mail ...")
    .help("CHANNEL", "The number or means.")
    .noun("The channel");
pub static SAID: Field = Field::new(FieldKind::Line, "said", "What was said or left")
    .prompt("What was said?")
    .help("WORDS", "What was said or left.")
    .noun("What was said");
pub static REPORTED_BY: Field = Field::new(FieldKind::Line, "reported-by", "Called, and reported back, by")
    .prompt("Who made the call?")
    .help("NAME", "Who made the call and reports it back, if that is not the person at the keyboard.")
    .noun("The name");

static NOT_AN_OUTCOME: Reason =
    Reason::new("not-an-outcome-of-a-call", "\"{0}\" is not an outcome of a call.", "Outcomes are: {list}.");
static NO_OUTCOME: Reason = Reason::new("no-outcome", "It is not said how the call ended.", "Outcomes are: {list}.");
static NOT_A_CALL: Reason = Reason::new("not-a-call", "{0} is a {1}, not a call.", "");
static NOT_IN_ORDER: Reason =
    Reason::new("not-in-order", "{0} is not in the calling order of this call.", "In order: {list}.");
static NOT_DUE: Reason =
    Reason::new("no-call-due", "No call to {0} is due now.", "Name the call itself, or write a note.");
static TWO_CALLERS: Reason = Reason::new(
    "two-callers",
    "Who made the call and who did it are two names for one thing.",
    "Leave out one of the two.",
);

pub static VERB: Verb = Verb {
    word: "call",
    title: "Log a call",
    help: "Log an attempt to reach somebody.",
    on: Target { kind: TargetKind::CallOrRole, value: "ID", help: "The call, or the role that was called." },
    fields: &[&OUTCOME, &ROLE, &PERSON, &CHANNEL, &SAID, &REPORTED_BY, &FOR, &FOR_REST],
    around: common::AROUND,
    who: "Called by",
    leads_on: true,
    when_closed: false,
    records: &[EntryKind::Called],
    beside: Beside::Adds,
    offers,
    ask,
    decide,
};

fn offers(view: &View<'_>, on: &On) -> Result<(), Refusal> {
    match on {
        On::Item(_) => {
            let item = common::item_of(view, on);
            let kind = item.body.noun();
            let other = || NOT_A_CALL.about(Named::Item(item.id.clone())).and(kind).look(Look::Calls);
            if matches!(item.body, Body::Call(_)) { Ok(()) } else { Err(other()) }
        }
        _ => Ok(()),
    }
}

/// The call of the tree that a draft is on; none where it names only a role.
fn call<'a>(view: &View<'a>, on: &On) -> Option<(&'a Item, &'a Call)> {
    let On::Item(id) = on else { return None };
    let item = view.playbook.item(id.as_str())?;
    match &item.body {
        Body::Call(body) => Some((item, body)),
        _ => None,
    }
}

/// Who made the call, where somebody reported it back.
pub fn reporter(draft: &Draft) -> Result<Option<String>, Refusal> {
    if draft.verb != &VERB {
        return Ok(None);
    }
    if draft.text(&REPORTED_BY).is_some() && draft.text(&common::ACTOR).is_some() {
        return Err(TWO_CALLERS.refuse().needs(&REPORTED_BY));
    }
    draft.line(&REPORTED_BY)
}

fn ask(view: &View<'_>, on: &On, draft: &Draft) -> Asked {
    let outcomes = CallOutcome::ALL.iter().map(|outcome| Choice::new(outcome.word(), outcome.label()));
    let outcome = Ask::of(&OUTCOME).choices(outcomes);
    let Some((item, body)) = call(view, on) else {
        let fields = [&PERSON, &CHANNEL, &SAID];
        return Asked::default().ask(outcome).ask(fields.into_iter().map(Ask::of));
    };
    let Some(status) = view.status(item) else { return Asked::default() };
    let row = rows::chosen(view, item, draft);
    let next = row.map_or(&status.try_now, |row| &row.status.try_now).as_ref().unwrap_or(&body.role);
    let order = || std::iter::once(&body.role).chain(&body.alternates);
    let several = !body.alternates.is_empty();
    let title = view.playbook.role_title(body.role.as_str());
    // Whom to call is not said twice.
    let named = item.title.contains(title);
    let title = if several || named { item.title.clone() } else { format!("{}: {title}", item.title) };
    let role = draft.text(&ROLE).and_then(|typed| find::role(view, typed).ok()).unwrap_or_else(|| next.clone());
    // What was taken out is not known; then nothing else is put there either.
    let emptied = |field: &&'static Field| draft.given(field).is_some_and(|text| text.trim().is_empty());
    let emptied = [&PERSON, &CHANNEL].iter().any(emptied);
    let (person, channel) =
        offered(view, &role, Some((item, row.map(|row| row.name))), (draft.text(&PERSON), draft.text(&CHANNEL)));
    let proposal = proposed(status, row.map(|row| row.name)).filter(|proposal| proposal.role == role);
    let first = view.picture.reach(view.playbook, role.as_str()).and_then(|reach| reach.first());
    let why = proposal.map_or_else(|| first.and_then(|one| one.remark.clone()), |now| Some(now.why.clone()));
    let teller = body.told_by.as_ref().map(|teller| {
        let reach = view.picture.reach(view.playbook, teller.as_str()).and_then(|reach| reach.first());
        Preface::MadeBy(teller.clone(), reach.and_then(|first| first.person.clone()))
    });
    let choices = order().map(|role| {
        let reach = view.picture.reach(view.playbook, role.as_str()).and_then(|reach| reach.first());
        let number = reach.and_then(|first| first.channels.first().cloned());
        Choice::known(role, view.playbook.role_title(role.as_str())).more(number)
    });
    let asked = awaited(view.state, status, row).map(|asked| {
        let at = asked.at.short_in(view.now);
        let hint = format!("{} was asked at {at}. Empty it if you made the call yourself.", asked.to);
        Ask::of(&REPORTED_BY).shows(asked.to.to_owned()).hint(hint)
    });
    Asked::titled(title)
        .above(item.detail.clone().map(Preface::Detail))
        .above(why.filter(|why| !why.is_empty()).map(Preface::Proposal))
        .above(teller)
        .above(body.confirm.clone().map(Preface::SettleFirst))
        .ask(rows::ask(view, item, None))
        .ask(outcome)
        .ask(several.then(|| Ask::of(&ROLE).choices(choices).shows(next.to_string())))
        .ask(Ask::of(&PERSON).offers(person.filter(|_| !emptied)))
        .ask(Ask::of(&CHANNEL).offers(channel.filter(|_| !emptied)))
        .ask(Ask::of(&SAID))
        .ask(asked)
        .begins(if draft.given(&OUTCOME) == Some(CallOutcome::Reached.word()) { &PERSON } else { &OUTCOME })
}

fn proposed<'s>(status: &'s ItemStatus, target: Option<&str>) -> Option<&'s Proposal> {
    match target {
        None => status.proposal.as_ref(),
        Some(name) => rows::status(status, name)?.status.proposal.as_deref(),
    }
}

/// Who is to be dialled, under which number, given what of it is known already: what is left out is what is proposed, so that the
/// entry says it for ever. A person whom only the policy prints is not taken for the one who was called.
fn offered(
    view: &View<'_>,
    role: &ItemId,
    call: Option<(&Item, Option<&str>)>,
    (person, channel): (Option<&str>, Option<&str>),
) -> (Option<String>, Option<String>) {
    let target = call.and_then(|(_, target)| target);
    let reach = view.picture.reach(view.playbook, role.as_str());
    let there = reach.zip(target).map(|(reach, place)| reach.for_row(place));
    let reach = there.as_ref().or(reach);
    let candidates = reach.map(|reach| reach.candidates.as_slice()).unwrap_or_default();
    let known = |person: &Option<String>, origin| person.clone().filter(|_| origin != Origin::Policy);
    let proposal = call.and_then(|(item, target)| proposed(view.status(item)?, target));
    let proposal = proposal.filter(|proposal| proposal.role == *role);
    let (next, number, origin) = match (proposal, candidates.first()) {
        (Some(now), _) => (now.person.clone(), now.channel.clone(), now.origin),
        (None, Some(first)) => (first.person.clone(), first.channels.first().cloned(), first.origin),
        (None, None) => return (None, None),
    };
    match (person, channel) {
        (None, Some(channel)) => {
            let owner = candidates.iter().find(|one| one.channels.iter().any(|known| known == channel));
            (owner.and_then(|one| known(&one.person, one.origin)), number)
        }
        (Some(person), _) => (known(&next, origin), number.filter(|_| next.as_deref() == Some(person))),
        (None, None) => (known(&next, origin), number),
    }
}

fn decide(view: &View<'_>, on: &On, draft: &Draft) -> Result<Fact, Refusal> {
    let typed = draft.text(&OUTCOME).unwrap_or_default();
    let outcome = CallOutcome::parse_typed(typed).ok_or_else(|| {
        let outcomes = CallOutcome::ALL.map(|outcome| Named::Choice(outcome.word().into(), outcome.label().into()));
        let reason = if typed.is_empty() { &NO_OUTCOME } else { &NOT_AN_OUTCOME };
        reason.about(quoted(typed)).list(outcomes).needs(&OUTCOME)
    })?;
    let target = match call(view, on) {
        Some((item, _)) => rows::needed(view, item, draft)?,
        None => ForRows::default(),
    };
    let (role, calls) = who(view, on, draft, target.name(), outcome)?;
    let (mut person, mut channel) = (draft.line(&PERSON)?, real_number::channel(view, draft, &CHANNEL)?);
    // An empty text says that it is not known; only what was not given at all is taken from the proposal.
    if draft.given(&PERSON).is_none_or(|text| !text.trim().is_empty())
        && draft.given(&CHANNEL).is_none_or(|text| !text.trim().is_empty())
    {
        person = person.map(|typed| by_id(view, &role, target.name(), &typed).unwrap_or(typed));
        let item = calls.first().and_then(|call| view.playbook.item(call.as_str()));
        let typed = (person.as_deref(), channel.as_deref());
        let (who, number) = offered(view, &role, item.map(|item| (item, target.name())), typed);
        (person, channel) = (person.or(who), channel.or(number));
    }
    Ok(Fact::Called { role, person, channel, outcome, calls, said: draft.line(&SAID)?, target })
}

/// The identifier of the phone list is short to type; the name is what can be read in ten years.
fn by_id(view: &View<'_>, role: &ItemId, target: Option<&str>, typed: &str) -> Option<String> {
    let reach = view.picture.reach(view.playbook, role.as_str())?;
    let there = target.map(|place| reach.for_row(place));
    let there = there.iter().flat_map(|reach| &reach.candidates);
    let mut known = there.chain(&reach.candidates);
    known.find(|one| one.id.as_deref() == Some(typed))?.person.clone()
}

/// The role that was called and the calls of the tree that count, the named one first.
fn who(
    view: &View<'_>,
    on: &On,
    draft: &Draft,
    target: Option<&str>,
    outcome: CallOutcome,
) -> Result<(ItemId, Vec<ItemId>), Refusal> {
    if let Some((item, body)) = call(view, on) {
        let next = view.status(item).and_then(|status| match target {
            Some(name) => rows::status(status, name).and_then(|row| row.try_now.clone()),
            None => status.try_now.clone(),
        });
        let role = match draft.text(&ROLE) {
            Some(role) => find::role(view, role).map_err(|why| why.needs(&ROLE))?,
            None => next.unwrap_or_else(|| body.role.clone()),
        };
        let order = || std::iter::once(&body.role).chain(&body.alternates);
        if !order().any(|known| *known == role) {
            let order = order().map(|id| Named::RoleChoice(id.clone()));
            return Err(NOT_IN_ORDER.about(Named::Role(role)).list(order).needs(&ROLE));
        }
        let mut calls = vec![item.id.clone()];
        // Whoever is reached is told what the other calls would tell them, also when they call back out of turn.
        let turn = if outcome == CallOutcome::Reached { Turn::NextOrTried } else { Turn::Next };
        calls.extend(credited(view, &role, Some((item, body)), target, turn));
        return Ok((role, calls));
    }
    let On::Role(role) = on else { return Err(NOT_DUE.refuse()) };
    // Somebody who was tried before, or stands first in the order, may call back whoever is next by now.
    let mut calls = credited(view, role, None, None, Turn::Next);
    let first = calls.first().and_then(|first| view.playbook.item(first.as_str()));
    match first.map(|item| (item, &item.body)) {
        Some((item, Body::Call(body))) if outcome == CallOutcome::Reached => {
            calls.truncate(1);
            calls.extend(credited(view, role, Some((item, body)), None, Turn::NextOrTried));
        }
        Some(_) => {}
        None => calls = credited(view, role, None, None, Turn::NextOrTried),
    }
    if calls.is_empty() {
        return Err(NOT_DUE.about(Named::Role(role.clone())));
    }
    Ok((role.clone(), calls))
}

/// Whom a call tries next: for the named row where it has rows, else altogether. Rows are never credited to a call without.
fn next_for<'s>(status: &'s ItemStatus, target: Option<&str>) -> Option<&'s ItemId> {
    match target {
        Some(name) => rows::status(status, name).and_then(|row| row.status.try_now.as_ref()),
        None => status.try_now.as_ref().filter(|_| status.targets.is_empty()),
    }
}

/// Whose turn it has to be for a call to be credited.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// The one to try now.
    Next,
    /// That one, and also the first in the order and whoever was tried already.
    NextOrTried,
}

/// Whether a role stands first in the order of a call or was tried for it already.
fn was_before(view: &View<'_>, item: &Item, call: &Call, role: &ItemId, target: Option<&str>) -> bool {
    let tried = |at: &usize| matches!(&view.state.at(*at).fact, Fact::Called { role: called, .. } if called == role);
    let row = target.zip(view.status(item)).and_then(|(name, status)| rows::status(status, name));
    let without_row = |at: &usize| view.state.at(*at).fact.for_rows().is_some_and(|rows| rows.0.is_empty());
    call.role == *role
        || match (row, target) {
            (Some(row), _) => row.attempts.iter().any(tried),
            (None, Some(_)) => false,
            (None, None) => view.counting().attempts(item.id.as_str()).iter().any(|at| tried(at) && without_row(at)),
        }
}

/// Other calls that are due now, have the same role next in their order and carry the same message: call once, credit all. A
/// stand-in is credited only once those before it were tried.
fn credited(
    view: &View<'_>,
    role: &ItemId,
    named: Option<(&Item, &Call)>,
    target: Option<&str>,
    turn: Turn,
) -> Vec<ItemId> {
    let due = |standing: Standing| matches!(standing, Standing::Due | Standing::Attempted | Standing::PassedOn);
    let mut message = named.map(|(_, call)| call.message.clone());
    let mut calls = Vec::new();
    for (item, status) in view.playbook.items.iter().zip(&view.picture.items) {
        let Body::Call(body) = &item.body else { continue };
        let next = next_for(status, target);
        let their_turn = next == Some(role)
            || next.is_some() && turn == Turn::NextOrTried && was_before(view, item, body, role, target);
        if !due(status.standing) || !their_turn || named.is_some_and(|(named, _)| named.id == item.id) {
            continue;
        }
        // Without a named call, the first one that is due says what the call is about.
        if *message.get_or_insert_with(|| body.message.clone()) == body.message {
            calls.push(item.id.clone());
        }
    }
    calls
}
