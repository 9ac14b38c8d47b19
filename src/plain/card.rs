//! The card of what is asked now, as lines: the same that the screen shows, one fact a line.

use super::lines;
use crate::base::text::sentence;
use crate::judge::View;
use crate::judge::marks::Mark;
use crate::judge::picture::agenda::Target;
use crate::judge::view::deciders::decider;
use crate::judge::view::review::called;
use crate::page::card::Card;
use crate::page::marked;
use crate::page::state::{stands, tally};
use crate::page::{Line, Tone, calls, clock, do_not, item};
use crate::playbook::Body;
use crate::playbook::model::Kind;
use crate::record::{WholeLine, main_verb};

/// What stands above every card: `LIVE. Laptop with bridge plans. 22:41.`, what must not be done, and the clock that matters first.
pub fn above(view: &View<'_>) -> Vec<String> {
    let title = view.state.opening.as_ref().map_or("No title", |opening| opening.title.as_str());
    let word = called(view.mode, view.playbook.kind == Kind::Readiness);
    let mut lines = vec![format!("{word}. {}. {}.", title.trim_end_matches('.'), view.now.clock_in(view.now))];
    lines.extend(do_not::lines(view).iter().map(forbidden));
    lines.extend(clock::strip(view).map(|strip| {
        let more = if strip.more > 0 { format!(", and {} more", strip.more) } else { String::new() };
        format!("Clock: {}{more}.", without_signs(&strip.line.words()))
    }));
    lines
}

/// In the signs of a keyboard, as they are read aloud.
pub fn without_signs(text: &str) -> String {
    text.replace(['“', '”'], "\"").replace(" · ", ", ")
}

/// `DO NOT power off the affected systems until investigators direct otherwise.`
pub fn forbidden(line: &Line) -> String {
    let pieces: Vec<_> = line.0.iter().map(|piece| piece.text.trim()).collect();
    format!("{}.", pieces.join(" "))
}

/// What it is, for whom, the number to dial, and what changes the answer.
pub fn card(view: &View<'_>, target: Target) -> Vec<String> {
    let card = item::card(view, target);
    let mut lines = vec![head(view, target, &card)];
    let aside = ["for ", "to "].iter().find_map(|word| Some((*word, card.aside.strip_prefix(word)?)));
    lines.extend(match aside {
        Some((word, whom)) => Some(format!("{}: {whom}", sentence(word.trim()))),
        None if card.aside.is_empty() => None,
        // Of what has to be looked at again: how it stands, since when, by whom.
        None if place(target).and_then(|at| marked::shown(view, at)).is_some() => Some(sentence(&card.aside)),
        None => Some(format!("Step: {}", card.aside)),
    });
    lines.extend(place(target).filter(|_| card.number.is_some()).and_then(|at| whom(view, at)));
    lines.extend(card.number.as_ref().map(|number| {
        if number.0.iter().any(|piece| piece.tone == Tone::Missing) {
            let role = place(target).and_then(|at| calls::role(view, at)).map_or("ROLE", |role| role.as_str());
            format!("Dial: no number yet. :contact {role} PERSON; NUMBER fills it in.")
        } else {
            format!("Dial: {}", number.words())
        }
    }));
    lines.extend(lines::of(&card.detail));
    // Who makes a call stands above.
    let whom = aside.map(|(_, whom)| format!("Made by: {whom}"));
    lines.extend(lines::of(&card.more).into_iter().filter(|line| Some(line) != whom.as_ref()));
    lines.extend(place(target).into_iter().flat_map(|at| deciders(view, at)));
    let needs_reason = match target {
        Target::Item(at) => view.picture.mark_of(at).map(Mark::needs_reason),
        Target::Silence(at) => view.picture.silences[at].is_marked().then_some(true),
    };
    if let Some(needs_reason) = needs_reason {
        let words = if needs_reason { " REASON" } else { "" };
        lines.push(format!("Still right: :confirm{words}. Something else: record it anew."));
    }
    lines.push(format!("Id: {}", main_verb(view, target).1));
    lines
}

/// `Call, 1 of 66 to do: Call Audits and Investigations (AI)`.
fn head(view: &View<'_>, target: Target, card: &Card) -> String {
    let kind = sentence(&card.kind.to_lowercase().replace(" · ", ", "));
    let place = view.picture.next.iter().position(|next| next.target == target);
    let how = match place {
        Some(place) => format!(", {} of {} to do", place + 1, tally(view).to_do.max(place + 1)),
        None => format!(", {}", stands(view, target).state.word()),
    };
    let title = card.title.trim_end_matches('.');
    let takes =
        WholeLine::of(view, target).map_or("", |takes| if takes.is_question() { " y, n or u" } else { ". y or n" });
    format!("{kind}{how}: {title}{takes}")
}

/// Whose turn it is, where that is not clear from the call itself.
fn whom(view: &View<'_>, at: usize) -> Option<String> {
    let Body::Call(call) = &view.playbook.items[at].body else { return None };
    let is_clear = call.alternates.is_empty() && calls::now(view, at).is_none_or(|now| now.person.is_none());
    calls::who(view, at).filter(|_| !is_clear).map(|who| format!("Whom: {}", who.words()))
}

/// Its place among the items; none for what the policy does not say.
fn place(target: Target) -> Option<usize> {
    match target {
        Target::Item(at) => Some(at),
        Target::Silence(_) => None,
    }
}

/// Who may hold the seats of a decision. Who decided is said, never taken from this.
fn deciders(view: &View<'_>, at: usize) -> Vec<String> {
    let Body::Decision(decision) = &view.playbook.items[at].body else { return Vec::new() };
    let known = decision.seats.iter().filter_map(|role| {
        let known = decider(view.playbook, view.state, view.picture, role.as_str())?;
        let role = view.playbook.role_title(role.as_str());
        Some(format!("{role} may be {} ({}). :person NAME says who decided.", known.name, known.ground))
    });
    known.collect()
}

/// Why it is asked, its clauses, what the policy does not say, what was recorded before.
pub fn why(view: &View<'_>, target: Target) -> Vec<String> {
    lines::of(&item::card(view, target).why)
}
