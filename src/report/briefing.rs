//! F5, the briefing: what the next shift or the leadership has to know, on one page. Each part has its budget; what does not fit is
//! counted, and stands in the record.

use super::calls::{attempts, called, is_reached};
use super::missing::{not_asked, not_yet_known};
use super::options::Options;
use super::{action_record, frame};
use crate::base::span;
use crate::case::Fact;
use crate::journal::case_seal;
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::page::lists::list;
use crate::page::state::{State, stands, tally, title_of};
use crate::page::{Block, Document, Line, Tone, clock, look_again, test, words};
use crate::playbook::{Body, Playbook};

const DECIDED: usize = 5;
const OPEN: usize = 8;
const PUT_OFF: usize = 3;
const CONTACTS: usize = 5;
const WARNINGS: usize = 4;
const HOLDERS: usize = 4;
const READ_BACK: u8 = 2;

pub fn body(view: &View<'_>, options: &Options) -> Document {
    let mut page = Document::default();
    situation(view, &mut page);
    levels(view, &mut page);
    part(&mut page, "Decided", decided(view), DECIDED, "nothing is decided yet");
    part(&mut page, "Open, owner", open(view), OPEN, "nothing is open");
    part(&mut page, "Clocks", clock::running(view), usize::MAX, "no clock runs");
    joined(&mut page, "Put off", put_off(view), PUT_OFF, "nothing is put off");
    let (reached, not_reached) = contacts(view);
    joined(&mut page, "Reached", reached, CONTACTS, "nobody was reached yet");
    joined(&mut page, "Not reached", not_reached, CONTACTS, "no call was in vain");
    part(&mut page, "Look out for", warnings(view, options), WARNINGS, "no conflicts, nothing to look at again");
    joined(&mut page, "Who has what", holders(view), HOLDERS, "no keys, devices or evidence are recorded");
    seal(view, options, &mut page);
    page.text(Line::strong("Read back by whoever takes over:"));
    page.add(Block::Ruled(READ_BACK));
    page.add(Block::Sign(signs()));
    page
}

fn signs() -> Vec<Line> {
    vec!["Hands over".into(), "Takes over".into(), "Witness".into()]
}

/// A part of the page, a line a point: as many as it has room for, and how many more there are.
fn part(page: &mut Document, title: &str, points: Vec<Line>, most: usize, none: &str) {
    for (nth, point) in budget(points, most, none).into_iter().enumerate() {
        page.labelled(if nth == 0 { title } else { "" }, point);
    }
}

/// The same in one paragraph.
fn joined(page: &mut Document, title: &str, points: Vec<Line>, most: usize, none: &str) {
    let points = budget(points, most, none).into_iter();
    let all = points.reduce(|one, other| Line(one.and(Tone::Text, "; ").0.into_iter().chain(other.0).collect()));
    page.labelled(title, all.unwrap_or_default());
}

fn budget(mut points: Vec<Line>, most: usize, none: &str) -> Vec<Line> {
    if points.is_empty() {
        return vec![Line::quiet(none)];
    }
    let more = points.len().saturating_sub(most);
    points.truncate(most);
    if more > 0 {
        points.push(Line::quiet(format!("+ {more} more in the record")));
    }
    points
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

/// What was decided, the latest first.
fn decided(view: &View<'_>) -> Vec<Line> {
    let taken = (0..view.state.log.len()).rev().filter(|at| view.state.counts(*at));
    let current = taken.filter(|at| view.state.replaced_by(*at).is_none());
    let lines = current.filter_map(|at| match &view.state.at(at).fact {
        Fact::Decided { decision, option, role, .. } => {
            let item = view.playbook.item(decision.as_str())?;
            let Body::Decision(body) = &item.body else { return None };
            let label =
                body.options.iter().find(|known| known.id == *option).map_or(option.as_str(), |known| &known.label);
            let seat = match body.seats.len() {
                0 | 1 => String::new(),
                _ => format!("{}, ", view.playbook.role_title(role.as_str())),
            };
            let when = view.state.at(at).happened().short_in(view.now);
            let line = Line::strong(label).and(Tone::Text, format!(" · {} ", item.title.trim_end_matches('.')));
            Some(line.and(Tone::Quiet, format!("({seat}{when}, {})", view.state.name(at))))
        }
        _ => None,
    });
    lines.collect()
}

/// What is to be done, with whose it is, in the order in which the case asks for it.
fn open(view: &View<'_>) -> Vec<Line> {
    let lines = action_record::open(view).into_iter().map(|(what, due, owner)| {
        let due = due.words();
        let due = if due == "-" { String::new() } else { format!(", {due}") };
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
        let title = view.playbook.items[mark.item].title.trim_end_matches('.');
        all.push(format!("Look again: {title}: {}", look_again::in_short(view, mark)).into());
    }
    let silences = view.playbook.silences.iter().zip(&view.picture.silences);
    let asked = silences.filter(|(silence, status)| status.is_asked(silence));
    all.extend(asked.map(|(silence, _)| Line::from(format!("The policy does not say: {}", silence.topic))));
    all
}

fn seal(view: &View<'_>, options: &Options, page: &mut Document) {
    let entries = view.state.log.len();
    let heads: Vec<_> =
        options.heads.iter().map(|head| format!("{}-{}", view.state.names.run(&head.session), head.seq)).collect();
    let says = format!("{}; last entries {}", frame::seal_and_journals(options), heads.join(", "));
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
