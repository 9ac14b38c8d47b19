//! From a draft to a fact, or to a refusal that says what to do instead. The only place where recording is refused.

use super::ask::{Ask, Asked, Offer, Preface};
use super::common::{self, ACTOR, AROUND, AROUND_CLOSED, LATE_REASON, REOPEN, SETTLES};
use super::correct;
use super::draft::Draft;
use super::field::Argument;
use super::find;
use super::put_right;
use super::refusal::Refusal;
use super::rows::{FOR, FOR_REST};
use super::verb::{Beside, On, Verb};
use super::verbs::{call, change, close, decision, import, note, reopen, strike};
use crate::case::{Attribution, CaseState, Fact, ListRow};
use crate::judge::picture::changes::Change;
use crate::judge::truth::per_row::key;
use crate::judge::view::actions;
use crate::judge::{Picture, View, assess};

/// Works out what a draft records.
///
/// # Errors
/// Why nothing is recorded.
pub fn decide(view: &View<'_>, draft: &Draft) -> Result<(Attribution, Fact), Refusal> {
    settle(view, draft).map(|(_, decided)| decided)
}

/// The same, with that a closed case is opened again, where the draft says why.
///
/// # Errors
/// Why nothing is recorded.
pub fn settle(view: &View<'_>, draft: &Draft) -> Result<(Option<Decided>, Decided), Refusal> {
    if let Some(past) = common::is_past(view) {
        return Err(past);
    }
    if !is_closed_to(view, draft.verb, &draft.on) {
        return Ok((None, decide_open(view, draft)?));
    }
    let Some(why) = draft.text(&REOPEN) else { return Err(common::is_closed().needs(&REOPEN)) };
    let mut reopen = Draft::new(&reopen::VERB, "").with(&reopen::REASON, why);
    reopen.by.clone_from(&draft.by);
    let mut tried = Tried::of(view);
    let reopened = tried.then(view, &reopen)?;
    Ok((Some(reopened), decide_open(&tried.view(view), draft)?))
}

/// Whether the case is closed to a verb on something. Notes are taken, and so are changes of actions that outlive it.
pub fn is_closed_to(view: &View<'_>, verb: &Verb, on: &str) -> bool {
    if !view.picture.closed || verb.when_closed || verb == &close::VERB {
        return false;
    }
    let row = match find::on(view, verb, on) {
        Ok(On::Entry(at)) if verb == &change::VERB => view.state.row_of(at),
        _ => None,
    };
    !row.is_some_and(|row| actions::is_action(view.playbook, view.state, row))
}

/// Who recorded what.
pub type Decided = (Attribution, Fact);

fn decide_open(view: &View<'_>, draft: &Draft) -> Result<Decided, Refusal> {
    let mut who = common::attribution(view, draft)?;
    let on = offers(view, draft.verb, &draft.on)?;
    let draft = complete(view, &on, draft);
    let fact = (draft.verb.decide)(view, &on, &draft)?;
    who.actor = call::reporter(&draft)?.or(who.actor);
    who.settles = correct::settles(view, &draft, &fact)?;
    Ok((who, fact))
}

/// Works out what several drafts record one after another, each as if those before it stood in the record. None can name another of
/// them: what is not on the disk has no name yet.
///
/// # Errors
/// Why nothing is recorded, with the place of the draft.
pub fn decide_all(view: &View<'_>, drafts: &[Draft]) -> Result<Vec<(Attribution, Fact)>, (usize, Refusal)> {
    let mut tried = Tried::of(view);
    drafts.iter().enumerate().map(|(at, draft)| tried.then(view, draft).map_err(|why| (at, why))).collect()
}

/// The same for rows of one list, whose judgement does not depend on each other: it is not worked out in between.
///
/// # Errors
/// Why nothing is recorded, with the place of the draft.
pub fn decide_rows(view: &View<'_>, drafts: &[Draft]) -> Result<Vec<(Attribution, Fact)>, (usize, Refusal)> {
    let mut state = view.state.clone();
    let each = drafts.iter().enumerate().map(|(at, draft)| {
        let (who, fact) = decide_open(&View { state: &state, ..*view }, draft).map_err(|why| (at, why))?;
        state.try_out(who.clone(), fact.clone(), view.reading);
        Ok((who, fact))
    });
    each.collect()
}

/// A case in memory, as it would be with what was tried on it. Nothing is recorded.
pub struct Tried {
    state: CaseState,
    picture: Picture,
}

impl Tried {
    /// The case as it is.
    pub fn of(view: &View<'_>) -> Self {
        Self { state: view.state.clone(), picture: view.picture.clone() }
    }

    /// The case with all that was tried.
    pub fn view<'v>(&'v self, view: &View<'v>) -> View<'v> {
        View { state: &self.state, picture: &self.picture, ..*view }
    }

    /// Decides one more draft, and goes on as if it stood in the record.
    ///
    /// # Errors
    /// Why it cannot be recorded; the case in memory stays as it was.
    pub fn then(&mut self, view: &View<'_>, draft: &Draft) -> Result<(Attribution, Fact), Refusal> {
        let now = self.view(view);
        if is_closed_to(&now, draft.verb, &draft.on) {
            return Err(common::is_closed().needs(&REOPEN));
        }
        let (who, fact) = decide_open(&now, draft)?;
        self.state.try_out(who.clone(), fact.clone(), view.reading);
        self.picture = assess(view.playbook, &self.state, view.now);
        Ok((who, fact))
    }
}

/// Whether a verb may be used on something here and now; what it is on.
///
/// # Errors
/// Why not.
pub fn offers(view: &View<'_>, verb: &Verb, on: &str) -> Result<On, Refusal> {
    if let Some(past) = common::is_past(view) {
        return Err(past);
    }
    let on = find::on(view, verb, on)?;
    (verb.offers)(view, &on)?;
    Ok(on)
}

/// What is asked now, given what is typed so far; nothing where the verb may not be used.
pub fn ask(view: &View<'_>, draft: &Draft) -> Asked {
    let Ok(on) = find::on(view, draft.verb, &draft.on) else { return Asked::default() };
    let mut asked = (draft.verb.ask)(view, &on, draft);
    if draft.text(&SETTLES).is_some() {
        // What helped the first time stands on the card.
        let helps = |above: &Preface| {
            use Preface::{AnsweredBefore, Detail, MadeBy, Proposal};
            matches!(above, AnsweredBefore(_) | Detail(_) | MadeBy(..) | Proposal(_))
        };
        asked.above.retain(|above| !helps(above));
        // What was wrong does not stand there again, so that nobody records it by habit.
        for ask in asked.asks.iter_mut().filter(|ask| matches!(ask.offer, Offer::Shown(_))) {
            ask.offer = Offer::Nothing;
        }
        // What is put right is read first.
        asked.above.splice(0..0, put_right::places(view, draft).into_iter().map(Preface::Before));
        asked.asks.push(Ask::of(&SETTLES).aside());
    }
    if is_closed_to(view, draft.verb, &draft.on) {
        asked.asks.insert(0, Ask::of(&REOPEN).needed(true));
        asked.begins = Some(&REOPEN);
    }
    let switched = match on {
        On::Entry(at) if draft.verb == &strike::VERB => {
            correct::switched_by(view, Attribution::default(), strike::struck(view, at, None))
        }
        _ if draft.text(&SETTLES).is_some() => would_switch(view, draft),
        _ => Vec::new(),
    };
    asked.above.extend((!switched.is_empty()).then_some(Preface::Switches(switched)));
    for field in draft
        .verb
        .around
        .iter()
        .filter(|field| ![&SETTLES, &REOPEN].contains(field))
        .filter(|field| **field != &LATE_REASON || common::is_late(view, draft))
        .filter(|_| !draft.verb.who.is_empty())
    {
        let known = asked.of(field).is_some() || *field == &ACTOR && asked.of(&call::REPORTED_BY).is_some();
        if !known {
            let ask = Ask::of(field).aside();
            asked.asks.push(if *field == &ACTOR { ask.label(draft.verb.who) } else { ask });
        }
    }
    asked
}

/// The draft with what is offered and was not given. What was offered and then emptied is not known, and stays empty.
fn complete(view: &View<'_>, on: &On, draft: &Draft) -> Draft {
    let mut draft = draft.clone();
    for ask in (draft.verb.ask)(view, on, &draft).asks {
        if let Offer::Given(text) = ask.offer
            && draft.given(ask.field).is_none()
            && ask.field.argument != Argument::Boxes
        {
            draft.give(ask.field, text);
        }
    }
    draft
}

/// Whether a fact is about the very thing that a draft would record: the same question, task, row, seat, register or role.
pub fn concerns(view: &View<'_>, draft: &Draft, fact: &Fact) -> bool {
    let Ok(on) = find::on(view, draft.verb, &draft.on) else { return false };
    match (draft.verb.beside, &on) {
        (Beside::Stands, _) => false,
        (_, On::Entry(at)) => {
            let changes = |row: &ListRow| matches!(fact, Fact::RowChanged { row: other, .. } if *other == view.state.at(row.at).id);
            view.state.row_of(*at).is_some_and(changes)
        }
        // Whoever closes does so on the list of what was open.
        (Beside::Closes, _) => {
            !matches!(fact, Fact::SessionEnded | Fact::ClockStepped { .. } | Fact::HandedOver { .. })
        }
        (_, On::Case) => matches!(fact, Fact::Closed { .. } | Fact::Reopened { .. }),
        (_, On::Role(role)) => match fact {
            Fact::ContactSet { role: set, .. } => draft.verb != &call::VERB && set == role,
            Fact::Called { role: called, .. } => draft.verb == &call::VERB && called == role && same_row(draft, fact),
            _ => false,
        },
        (_, On::Item(id) | On::Rule(id) | On::Silence(id)) => {
            !matches!(fact, Fact::Noted { .. })
                && fact.subjects().contains(id)
                && same_row(draft, fact)
                && same_seat(view, draft, fact)
        }
    }
}

/// One that names no row speaks of all of them.
fn same_row(draft: &Draft, fact: &Fact) -> bool {
    let Some(others) = fact.for_rows().filter(|rows| !rows.0.is_empty()) else { return true };
    let names = draft.text(&FOR).filter(|_| !draft.is_on(&FOR_REST));
    names.is_none_or(|names| names.lines().any(|one| others.0.iter().any(|of| key(one) == key(&of.name))))
}

fn same_seat(view: &View<'_>, draft: &Draft, fact: &Fact) -> bool {
    match (fact, draft.text(&decision::SEAT)) {
        (Fact::Decided { role, .. }, Some(typed)) if draft.verb == &decision::VERB => {
            find::role(view, typed).is_ok_and(|seat| seat == *role)
        }
        _ => true,
    }
}

/// The note in place of a draft that means something only with a playbook; `None` for the others. Nothing waits for another copy of
/// the playbook: whoever has it again records it under its item.
pub fn without_playbook(draft: &Draft) -> Option<Draft> {
    let on = draft.on.trim();
    // A file is read by the columns of its list.
    if draft.verb == &note::VERB && on.is_empty() || draft.verb == &import::VERB || !draft.verb.needs_playbook() {
        return None;
    }
    let words = draft.texts().filter(|(field, _)| !AROUND.contains(field)).map(|(field, text)| match field.argument {
        Argument::Ordered => text.to_owned(),
        _ => format!("{}: {text}", field.label.to_lowercase()),
    });
    let cells = draft.cells().map(|(column, text)| format!("{column}={text}"));
    let words = words.chain(cells).collect::<Vec<_>>().join("; ");
    let mut kept = Draft::new(&note::VERB, "").with(&note::TEXT, format!("{} {on}: {words}", draft.verb.spoken()));
    kept.by.clone_from(&draft.by);
    for field in AROUND_CLOSED {
        kept = kept.with_some(field, draft.given(field).map(str::to_owned));
    }
    Some(kept)
}

/// What a draft would switch on or off besides the thing itself. Nothing where it would be refused as it stands.
pub fn would_switch(view: &View<'_>, draft: &Draft) -> Vec<Change> {
    decide(view, draft).map(|(who, fact)| correct::switched_by(view, who, fact)).unwrap_or_default()
}
