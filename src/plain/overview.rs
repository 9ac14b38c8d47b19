//! The whole case in lines of plain words: what `status`, `:status` and `:list` say.
//!
//! Texts are as recorded; whoever prints them makes them inert.

use super::whom::calls;
use super::{card, lines};
use crate::base::text::sentence;
use crate::base::{ItemId, ids::cited};
use crate::contract::Folder;
use crate::contract::status::{decisions, documents as written};
use crate::journal::{Damage, Head, Mark, damage};
use crate::judge::Standing;
use crate::judge::View;
use crate::judge::evidence::registers;
use crate::judge::picture::agenda::Target;
use crate::judge::picture::counts;
use crate::judge::picture::silences::SilenceStatus;
use crate::judge::view::readiness::{self, ReadinessState};
use crate::judge::view::review::called;
use crate::page::because::because;
use crate::page::state::{Tally, stands, tally, title_of};
use crate::page::{clock, do_not, look_again};
use crate::playbook::model::Kind;
use crate::playbook::reference::Silence;
use crate::playbook::{Body, Item, Playbook};
use std::collections::BTreeMap;

/// How many of the next things the status names; `:list` has them all.
const NEXT_SHOWN: usize = 5;

/// Everything that matters at a glance.
pub fn glance(of: &View<'_>, folder: Folder<'_>) -> Vec<String> {
    let mut lines = vec![headline(of, folder.case), playbook(of.playbook)];
    lines.extend(folder.damage.iter().map(|one| format!("Damaged: {one}")));
    if of.picture.closed {
        lines.push("The case is closed.".into());
    }
    lines.extend(prohibitions(of));
    let next = &of.picture.next;
    for (place, next) in next.iter().take(NEXT_SHOWN).enumerate() {
        let word = if place == 0 { "Next" } else { "Then" };
        lines.push(format!("{word}: {}", target(of, next.target)));
        if place == 0 {
            lines.extend(because(of, next.target).iter().map(|why| format!("  {why}")));
        }
    }
    if next.len() > NEXT_SHOWN {
        lines.push(format!("And {} more.", next.len() - NEXT_SHOWN));
    }
    lines.push(tallied(of));
    lines.extend(marked(of));
    lines.extend(counts(of));
    lines.extend(split_seats(of));
    lines.extend(calls(of));
    lines.extend(clocks(of));
    lines.extend(deferred(of));
    lines.extend(super::criteria::still_counting(of));
    lines.extend(fill_ins(of));
    lines.extend(documents(of));
    lines.extend(help(of));
    lines.extend(overdue(of));
    lines.extend(super::review::glance(of));
    lines.extend(last_heads(of, folder.heads).map(|head| format!("Head: {}", head.in_words())));
    lines
}

/// Points of readiness whose date has passed: the policy can still be followed, and people should know.
fn overdue<'a>(of: &'a View<'_>) -> impl Iterator<Item = String> + 'a {
    let points = readiness::points(of.playbook, of.now.date()).into_iter();
    points
        .filter(|(state, _)| matches!(state, ReadinessState::Overdue(_)))
        .map(|(state, point)| format!("Readiness: {}: {} ({})", state.label(), point.title, cited(&point.cite)))
}

/// The heads that no later entry of another run has noted: who writes these down has written all down.
fn last_heads<'a>(of: &View<'a>, heads: &'a [Head]) -> impl Iterator<Item = &'a Head> {
    let log = &of.state.log;
    let runs: BTreeMap<_, _> = log.iter().map(|row| (&row.recorded.id.session, row.past.own().run)).collect();
    let noted = move |head: &Head| match runs.get(&head.session) {
        Some(run) => {
            let last = Mark { run: *run, seq: head.seq };
            log.iter().rev().any(|row| row.past.own().run != *run && row.past.saw(last))
        }
        // A run without an entry counts as noted by whoever recorded one.
        None => !log.is_empty(),
    };
    heads.iter().filter(move |head| !noted(head))
}

/// `LIVE. Mis-sent e-mail. Case 2026-11-22-sapphire. 22 Nov 02:13.`
pub fn headline(of: &View<'_>, case: &str) -> String {
    let title = of.state.opening.as_ref().map_or("No title", |opening| opening.title.as_str());
    let word = called(of.mode, of.playbook.kind == Kind::Readiness);
    format!("{word}. {}. Case {}. {}.", title.trim_end_matches('.'), case, of.now.short_in(of.now))
}

/// What in the case folder is damaged, in one line, for every step of a walk.
pub fn damage_in_short(damage: &[Damage]) -> Option<String> {
    let files = damage::in_short(damage);
    let say = format!("Damaged: {files}. What is sound is shown and can be added to; :status says more.");
    (!damage.is_empty()).then_some(say)
}

/// Which policy it follows, with version and date.
pub fn playbook(playbook: &Playbook) -> String {
    let source = &playbook.source;
    let version = source.version.as_ref().map_or_else(String::new, |v| format!(", version {v}"));
    let dated = source.dated.map_or_else(String::new, |day| format!(", dated {day}"));
    format!("Playbook {}: {}, {}{version}{dated}. Not legal advice.", playbook.id, source.title, source.organisation)
}

/// What must not be done now.
fn prohibitions(of: &View<'_>) -> Vec<String> {
    let ids = of.picture.prohibitions().map(|at| &of.playbook.items[at].id);
    let lines = do_not::lines(of);
    lines.iter().zip(ids).map(|(line, id)| format!("{} ({id}).", card::forbidden(line).trim_end_matches('.'))).collect()
}

/// `10 to do, 1 of it to look again; 4 wait, 12 done, 3 not needed.`
fn tallied(of: &View<'_>) -> String {
    let Tally { to_do, look_again, waits, done, off, .. } = tally(of);
    let mut left = if to_do > 0 { format!("{to_do} to do") } else { "Nothing is to do now".into() };
    if to_do + waits == 0 {
        left = "Nothing is left to do".into();
    }
    if look_again > 0 {
        left.push_str(&format!(", {look_again} of it to look again"));
    }
    format!("{left}; {waits} {}, {done} done, {off} not needed.", if waits == 1 { "waits" } else { "wait" })
}

/// `Look again: Offer monitoring (offer): How many are affected: was 140, is 9000`: what counts on and has to be looked at again.
fn marked(of: &View<'_>) -> Vec<String> {
    let marks = of.picture.marks.iter().map(|mark| {
        let row = look_again::of(of, mark).map_or_else(String::new, |row| format!(", {row}"));
        let title = target(of, Target::Item(mark.item));
        format!("Look again: {title}{row}: {}", look_again::in_short(of, mark).trim_end_matches('.'))
    });
    let silences =
        of.picture.silences.iter().enumerate().filter(|(_, silence)| silence.is_marked()).map(|(at, _)| {
            format!("Look again: {}: {}", target(of, Target::Silence(at)), look_again::DECIDED_NO_LONGER)
        });
    let mut lines: Vec<String> = marks.chain(silences).collect();
    let more = lines.len().saturating_sub(NEXT_SHOWN);
    lines.truncate(NEXT_SHOWN);
    lines.extend((more > 0).then(|| format!("And {more} more to look at again.")));
    lines
}

/// `Affected: about 480 persons; in Missouri: not counted`, what of it the policy does not ask for, and what cannot be true.
fn counts(of: &View<'_>) -> Vec<String> {
    let Some(counts) = counts::work_out(of.playbook, of.state, of.picture) else { return Vec::new() };
    let mut lines = vec![counts.line()];
    let beside = counts.beside_the_policy();
    if !beside.is_empty() {
        let ids: Vec<_> = beside.iter().map(ToString::to_string).collect();
        lines.push(format!("  The policy does not ask for it: {}.", ids.join(", ")));
    }
    lines.extend(counts.doubts_in_words().iter().map(|doubt| format!("  Doubt: {doubt}")));
    lines
}

/// What something is called, with the identifier that commands take: `Are multiple individuals affected? (multiple_individuals)`
fn target(of: &View<'_>, target: Target) -> String {
    let id = match target {
        Target::Item(at) => &of.playbook.items[at].id,
        Target::Silence(at) => &of.playbook.silences[at].id,
    };
    format!("{} ({id})", title_of(of, target).trim_end_matches('.'))
}

/// Every item that applies or waits, step by step, as it stands; then what the policy does not say and people have to decide.
pub fn list(of: &View<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for (at, phase) in of.playbook.phases.iter().enumerate() {
        let items = of.items().enumerate().filter(|(_, (item, _))| item.phase == at);
        // What was done and does not apply any more is still to be looked at again.
        let applies = of.picture.phases[at].applies.value != Some(false);
        let is_shown = |at: usize, standing: Standing| {
            of.picture.mark_of(at).is_some() || (applies && standing != Standing::NotApplicable)
        };
        let shown: Vec<_> = items.filter(|(at, (_, status))| is_shown(*at, status.standing)).collect();
        if shown.is_empty() {
            continue;
        }
        lines.push(format!("Step: {}", phase.title));
        for (at, (item, status)) in shown {
            let passed = if status.passed_over { "; passed over" } else { "" };
            let more = super::review::beside(of, item, status);
            lines.push(stands_as(of, Target::Item(at), &format!("{passed}{more}")));
        }
    }
    let silences = of.picture.next.iter().map(|next| next.target).filter(|next| matches!(next, Target::Silence(_)));
    let mut silences = silences.peekable();
    lines.extend(silences.peek().map(|_| "The policy does not say:".to_owned()));
    lines.extend(silences.map(|silence| stands_as(of, silence, "")));
    lines.extend(also_kept(of));
    lines
}

/// The lists that every case has although its policy does not ask for them, with what they hold.
fn also_kept(of: &View<'_>) -> Vec<String> {
    let line = |item: &Item| {
        let Body::Register(register) = &item.body else { return None };
        let held = registers::say(register, &registers::work_out(&item.id, register, of.state));
        let held = held.unwrap_or_else(|| "nothing yet".into());
        Some(format!("  {} ({}): {held}", item.title, item.id))
    };
    let mut lines: Vec<_> = of.playbook.also_kept.iter().filter_map(line).collect();
    if !lines.is_empty() {
        lines.insert(0, "Also kept; :add adds to it:".to_owned());
    }
    lines
}

/// `  Done: Are multiple individuals affected? (multiple_individuals): Yes`
fn stands_as(of: &View<'_>, target: Target, more: &str) -> String {
    let stands = stands(of, target);
    let word = if stands.word == stands.shown().word() { String::new() } else { format!(": {}", stands.word) };
    format!("  {}: {}{word}{more}", sentence(stands.shown().word()), self::target(of, target))
}

/// Every decision on which the seats do not agree, with what each of them recorded.
fn split_seats(of: &View<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for decision in decisions(of, &of.knowledge()) {
        let chosen: Vec<_> =
            decision.seats.iter().filter_map(|seat| Some((seat.role, seat.option.as_ref()?))).collect();
        if chosen.iter().all(|(_, option)| *option == chosen[0].1) {
            continue;
        }
        let label = |option: &ItemId| match of.playbook.item(decision.id.as_str()).map(|item| &item.body) {
            Some(Body::Decision(body)) => {
                let known = body.options.iter().find(|known| known.id == *option);
                known.map_or_else(|| option.to_string(), |known| known.label.clone())
            }
            _ => option.to_string(),
        };
        let said = chosen.iter().map(|(role, option)| {
            let title = of.playbook.role_title(role.as_str());
            format!("{title}: {}", label(option))
        });
        let said = said.collect::<Vec<_>>().join("; ");
        let settled = decision.settled_by.zip(decision.value.as_ref());
        let settled = settled.map_or_else(String::new, |(role, option)| {
            format!(" Settled by {}: {}.", of.playbook.role_title(role.as_str()), label(option))
        });
        lines.push(format!("They do not agree: {} ({}): {said}.{settled}", decision.title, decision.id));
    }
    lines
}

/// Every clock that counts or may: `Clock: "immediately" Calling Audits and Investigations, 37 min`.
fn clocks(of: &View<'_>) -> Vec<String> {
    let all = lines::of(&clock::all(of)).into_iter();
    all.map(|line| format!("Clock: {}", card::without_signs(&line))).collect()
}

/// What the policy says to the situations in which this case is; help that is always there stands beside its items.
fn help(of: &View<'_>) -> Vec<String> {
    let known = of.knowledge();
    let asked = of.playbook.faqs.iter().filter(|faq| faq.when.is_some());
    asked
        .filter(|faq| known.holds(faq.when.as_ref()).value == Some(true))
        .map(|faq| format!("Help: {} {} ({})", faq.ask, faq.text, cited(&faq.cite)))
        .collect()
}

/// What the organisation wrote beforehand where the policy is silent, as long as nobody decided it in this case.
fn fill_ins(of: &View<'_>) -> Vec<String> {
    let silences = of.playbook.silences.iter().zip(&of.picture.silences);
    let open = silences.filter(|(_, status)| status.applies.value == Some(true) && status.decided.is_none());
    let line = |(silence, status): (&Silence, &SilenceStatus)| {
        let fill = status.fill_in.as_ref()?;
        Some(format!("The policy does not say: {} ({}). {}", silence.topic, silence.id, fill.shown()))
    };
    open.filter_map(line).collect()
}

fn deferred(of: &View<'_>) -> Vec<String> {
    let items = of.playbook.items.iter().zip(&of.picture.items);
    let line = |(item, status): (&crate::playbook::Item, &crate::judge::items::ItemStatus)| {
        let (until, event) = status.deferred.as_ref()?;
        let until = until.map(|until| until.short_in(of.now));
        let event = event.as_ref().map(|event| format!("{event} has a record"));
        Some(format!("Waits: {} ({}) until {}", item.title, item.id, until.or(event)?))
    };
    items.filter_map(line).collect()
}

fn documents(of: &View<'_>) -> Vec<String> {
    let waiting = written(of).into_iter().filter(|document| matches!(document.state, "needed" | "drafted"));
    let line = waiting.map(|document| {
        let ids = |ids: &[&ItemId]| ids.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", ");
        let lacks =
            if document.missing.is_empty() { String::new() } else { format!(", lacks {}", ids(&document.missing)) };
        let wants = if document.state == "drafted" { "send it" } else { "write it" };
        format!("Paper: {}, to {}: {wants}{lacks}", document.title, ids(&document.to.iter().collect::<Vec<_>>()))
    });
    line.collect()
}
