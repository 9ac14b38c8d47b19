//! F5, the briefing: what the next shift or the leadership has to know, on one page. Each part has its budget; what does not fit is
//! counted, and stands in the record.

use super::budget::{Part, fit, rows_of, short};
use super::calls::{attempts, called, is_reached};
use super::missing::{not_asked, not_yet_known};
use super::options::Options;
use super::sheet::Profile;
use super::{action_record, frame};
use crate::base::text::cut;
use crate::base::{ItemId, span};
use crate::case::Fact;
use crate::journal::{Head, Mode, case_seal};
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::page::lists::list;
use crate::page::state::{State, stands, tally, title_of};
use crate::page::{Block, Document, Line, Tone, clock, look_again, test, words};
use crate::playbook::{Body, Playbook};
use std::collections::BTreeSet;

const DECIDED: usize = 5;
const OPEN: usize = 8;
const PUT_OFF: usize = 3;
const CONTACTS: usize = 5;
const WARNINGS: usize = 4;
const HOLDERS: usize = 4;
const READ_BACK: u8 = 2;
/// Longest title of what stands with its owner or with what changed, in signs.
const TITLE: usize = 80;

/// Rows that there are above the code, the lines for pencil and the slots on the smaller paper; the bands of an exercise take some.
const ROOM: usize = 33;
const BANDS: usize = 3;

pub fn body(view: &View<'_>, options: &Options) -> Document {
    let mut page = Document::default();
    situation(view, &mut page);
    levels(view, &mut page);
    page.blocks.iter_mut().for_each(shorten);
    let (reached, not_reached) = contacts(view);
    let parts = vec![
        Part::rows("Decided", decided(view), DECIDED, "nothing is decided yet"),
        Part::rows("Open, owner", open(view), OPEN, "nothing is open"),
        Part::rows("Clocks", clock::running(view), usize::MAX, "no clock runs"),
        Part::joined("Put off", put_off(view), PUT_OFF, "nothing is put off"),
        Part::joined("Reached", reached, CONTACTS, "nobody was reached yet"),
        Part::joined("Not reached", not_reached, CONTACTS, "no call was in vain"),
        Part::rows("Look out for", warnings(view, options), WARNINGS, "no conflicts, nothing to look at again"),
        Part::joined("Who has what", holders(view), HOLDERS, "no keys, devices or evidence are recorded"),
    ];
    let mut end = Document::default();
    seal(view, options, &mut end);
    let bands = if view.mode == Mode::Exercise || options.profile == Profile::Released { BANDS } else { 0 };
    let taken = rows_of(&page) + rows_of(&end) + bands;
    fit(&mut page, parts, ROOM.saturating_sub(taken));
    page.append(end);
    page.text(Line::strong("Read back by whoever takes over:"));
    page.add(Block::Ruled(READ_BACK));
    page.add(Block::Sign(signs()));
    page
}

fn shorten(block: &mut Block) {
    if let Block::Text(line) | Block::Labelled(_, line) = block {
        *line = short(std::mem::take(line));
    }
}

fn signs() -> Vec<Line> {
    vec!["Hands over".into(), "Takes over".into(), "Witness".into()]
}

/// Four lines: how long it is open, how many are affected, how much is done, what comes next.
fn situation(view: &View<'_>, page: &mut Document) {
    if let Some(opening) = &view.state.opening {
        let (since, open) = (opening.at.short_in(view.now), span::short(view.now.at.seconds_since(opening.at)));
        let state = if view.state.closing().is_some() { "Closed" } else { "Open" };
        page.text(format!("{state}. Opened {since} by {}, {open} ago, on {}.", opening.by, view.playbook.source.title));
    }
    match test::counts(view) {
        Some(counts) if counts.persons.value.is_some() || counts.residents.value.is_some() => {
            page.text(counts.line());
        }
        Some(_) => _ = page.labelled("Affected", not_yet_known("how many are affected")),
        None => _ = page.labelled("Affected", not_asked()),
    }
    let tally = tally(view);
    let again = if tally.look_again + tally.marked > 0 {
        format!(", {} to look at again", tally.look_again + tally.marked)
    } else {
        String::new()
    };
    page.text(format!("{} to do, {} waiting, {} done{again}.", tally.to_do, tally.waits, tally.done));
    let next = view.picture.next.first();
    let next = next.map(|next| Line::strong(title_of(view, next.target).trim_end_matches('.')));
    page.labelled("Next", next.unwrap_or_else(|| Line::quiet("nothing comes next")));
}

/// How grave it is, in the policy's words.
fn levels(view: &View<'_>, page: &mut Document) {
    let scales: Vec<_> = view.playbook.scales.iter().zip(&view.picture.scales).collect();
    if scales.is_empty() {
        page.labelled("Severity", Line::from("the policy has no levels"));
        return;
    }
    for (scale, status) in scales {
        page.labelled(&scale.title, words::level(&status.said(), scale));
    }
}

/// What was decided, the latest first. The seats of a decision that chose the same are one point.
fn decided(view: &View<'_>) -> Vec<Line> {
    let mut chosen: Vec<(&ItemId, &ItemId, Vec<usize>)> = Vec::new();
    for at in (0..view.state.log.len()).rev().filter(|at| view.state.counts(*at)) {
        let Fact::Decided { decision, option, .. } = &view.state.at(at).fact else { continue };
        if view.state.replaced_by(at).is_some() {
            continue;
        }
        // There are as many as the playbook has options, however many entries there are.
        match chosen.iter_mut().find(|(item, what, _)| (*item, *what) == (decision, option)) {
            Some((.., entries)) => entries.push(at),
            None => chosen.push((decision, option, vec![at])),
        }
    }
    chosen.into_iter().filter_map(|(decision, option, entries)| choice(view, decision, option, &entries)).collect()
}

/// One choice with the entries that made it, the latest first: whose seat it was, or how many of the seats chose it.
fn choice(view: &View<'_>, decision: &ItemId, option: &ItemId, entries: &[usize]) -> Option<Line> {
    let item = view.playbook.item(decision.as_str())?;
    let Body::Decision(body) = &item.body else { return None };
    let label = body.options.iter().find(|known| known.id == *option).map_or(option.as_str(), |known| &known.label);
    let roles: BTreeSet<_> = entries.iter().filter_map(|at| role(&view.state.at(*at).fact)).collect();
    let seats = match (body.seats.len(), roles.len(), roles.first()) {
        (0 | 1, ..) | (.., None) => String::new(),
        (_, 1, Some(role)) => format!("{}, ", view.playbook.role_title(role)),
        (all, some, _) => format!("{some} of {all} seats, last "),
    };
    let last = *entries.first()?;
    let when = view.state.at(last).happened().short_in(view.now);
    let line = Line::strong(label).and(Tone::Text, format!(" · {} ", item.title.trim_end_matches('.')));
    Some(line.and(Tone::Quiet, format!("({seats}{when}, {})", view.state.name(last))))
}

fn role(fact: &Fact) -> Option<&str> {
    match fact {
        Fact::Decided { role, .. } => Some(role.as_str()),
        _ => None,
    }
}

/// What is to be done, with whose it is, in the order in which the case asks for it.
fn open(view: &View<'_>) -> Vec<Line> {
    let lines = action_record::open(view).into_iter().map(|(what, due, owner)| {
        let due = due.words();
        let due = if due == "-" { String::new() } else { format!(", {due}") };
        let what = cut(&what, TITLE);
        Line(Line::from(format!("{what}{due} · ")).0.into_iter().chain(owner.0).collect())
    });
    lines.collect()
}

fn put_off(view: &View<'_>) -> Vec<Line> {
    let all = view.items().enumerate().filter(|(_, (_, status))| status.deferred.is_some());
    let waiting = all.filter(|(at, _)| stands(view, Target::Item(*at)).state == State::Waits);
    waiting
        .map(|(at, (item, _))| {
            format!("{}: {}", item.title.trim_end_matches('.'), stands(view, Target::Item(at)).word).into()
        })
        .collect()
}

/// Roles that were reached and roles that were called and not reached, the latest call of each.
fn contacts(view: &View<'_>) -> (Vec<Line>, Vec<Line>) {
    let (mut reached, mut not_reached, mut roles) = (Vec::new(), Vec::new(), Vec::new());
    for at in attempts(view).into_iter().rev().filter(|at| view.state.counts(*at)) {
        let Some(role) = called(view, at).filter(|role| !roles.contains(role)) else { continue };
        roles.push(role);
        let recorded = view.state.at(at);
        let Fact::Called { person, channel, outcome, .. } = &recorded.fact else { continue };
        let title = view.playbook.role_title(role.as_str());
        let who =
            [person.as_deref(), Some(title), channel.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let when = recorded.happened().short_in(view.now);
        if is_reached(view, at) {
            reached.push(format!("{who}, {when}").into());
        } else {
            not_reached.push(format!("{who}: {}, {when}", outcome.label().to_lowercase()).into());
        }
    }
    (reached, not_reached)
}

/// Which pieces of evidence lie with whom, by the last line of their custody.
fn holders(view: &View<'_>) -> Vec<Line> {
    let Some(list) = list(view, "evidence") else { return Vec::new() };
    let there = list.rows.iter().filter(|row| row.struck.is_none());
    let told = there.map(|row| {
        let name = row.name(view).unwrap_or_default();
        let lead = Line::from(format!("{name} {}: ", list.text(row, "name")));
        let has = match list.text(row, "holder") {
            "" => not_yet_known("who has it"),
            holder => format!("{holder}, {}", list.text(row, "place_now")).trim_end_matches(", ").into(),
        };
        Line(lead.0.into_iter().chain(has.0).collect())
    });
    told.collect()
}

/// What must not be overlooked: damage, contradictions, what is to be looked at again, what the policy leaves to people.
fn warnings(view: &View<'_>, options: &Options) -> Vec<Line> {
    let mut all: Vec<Line> = options.damage.iter().map(|one| Line::strong(one.to_string())).collect();
    for (item, status) in view.items().filter(|(_, status)| !status.conflict.is_empty()) {
        let names: Vec<_> = status.conflict.iter().map(|at| view.state.name(*at)).collect();
        let what = format!("Two entries: {} ({})", item.title.trim_end_matches('.'), names.join(", "));
        all.push(Line::strong(what));
    }
    for mark in &view.picture.marks {
        // What changed stands behind it, and is not to be cut off.
        let title = cut(view.playbook.items[mark.item].title.trim_end_matches('.'), TITLE);
        all.push(format!("Look again: {title}: {}", look_again::in_short(view, mark)).into());
    }
    // The seats of one decision look at the same again.
    all.dedup();
    let silences = || view.playbook.silences.iter().zip(&view.picture.silences);
    let again = silences().filter(|(_, status)| status.is_marked());
    all.extend(again.map(|(silence, _)| {
        Line::from(format!("Look again: {}: {}", cut(&silence.topic, TITLE), look_again::DECIDED_NO_LONGER))
    }));
    let asked = silences().filter(|(silence, status)| status.is_asked(silence));
    all.extend(asked.map(|(silence, _)| Line::from(format!("The policy does not say: {}", silence.topic))));
    all
}

/// How many runs the briefing names, each by its last entry; the seal of the case speaks of all of them.
const HEADS: usize = 12;

fn seal(view: &View<'_>, options: &Options, page: &mut Document) {
    let entries = view.state.log.len();
    let name = |head: &Head| format!("{}-{}", view.state.names.run(&head.session), head.seq);
    let mut heads = options.heads.iter().take(HEADS).map(name).collect::<Vec<_>>().join(", ");
    let more = options.heads.len().saturating_sub(HEADS);
    if more > 0 {
        heads = format!("{heads} + {more} more in the record");
    }
    let says = format!("{}; last entries {heads}", frame::seal_and_journals(options));
    page.labelled("Case seal", says);
    if let Some(case) = &options.case_id {
        page.add(Block::Qr(case_seal::for_a_camera(case, entries, &options.heads)));
    }
}

/// The form for pencil: the same parts, ruled.
pub fn blank(_: &Playbook) -> Document {
    let mut page = Document::default();
    let parts: [(&str, u8); 9] = [
        ("Situation", 3),
        ("Severity, in the policy's words", 1),
        ("Decided", 3),
        ("Open, with owner", 5),
        ("Clocks, next to run out first", 2),
        ("Put off", 1),
        ("Reached, not reached", 3),
        ("Look out for", 2),
        ("Who has which keys and devices", 2),
    ];
    for (title, lines) in parts {
        page.add(Block::Heading(3, title.into()));
        page.add(Block::Ruled(lines));
    }
    page.text("Case seal: ____-____-____-____");
    page.text(Line::strong("Read back by whoever takes over:"));
    page.add(Block::Ruled(READ_BACK));
    page.add(Block::Sign(signs()));
    page
}
