//! The one thing in the middle: what it is, how to answer, what was answered, why it is asked, by which clause.

use crate::base::ClauseId;
use crate::base::ids::cited;
use crate::case::Fact;
use crate::guide::Standing;
use crate::guide::View;
use crate::guide::agenda::Target;
use crate::guide::answer::takes;
use crate::guide::review::Point;
use crate::guide::words::subject_and_value;
use crate::playbook::item::{After, Task};
use crate::playbook::model::Kind;
use crate::playbook::question::AnswerType;
use crate::playbook::{Body, Item};
use crate::tui::canvas::Hit;
use crate::tui::page::Page;
use crate::tui::reach::reach;
use crate::tui::theme::Role;
use crate::tui::words;

/// The page of an item or a silence.
pub fn page(page: &mut Page, case: &View<'_>, target: Target) {
    match target {
        Target::Item(at) => item_page(page, case, at),
        Target::Silence(at) => silence_page(page, case, at),
    }
}

fn item_page(page: &mut Page, case: &View<'_>, at: usize) {
    let (item, status) = (&case.playbook.items[at], &case.picture.items[at]);
    let role = super::lanes::row(case, Target::Item(at)).1;
    let kind = item.body.noun();
    // A question is asked whatever the verb; how strongly an answer binds is the concern of what hangs on it.
    let strength = match item.body {
        Body::Question(_) => String::new(),
        _ => format!(" · {}", item.verb.strength()),
    };
    page.pieces(&[
        (role, status.standing.sign()),
        (role, &format!(" {}", status.standing.label())),
        (Role::Quiet, &format!(" · {kind}{strength}")),
    ]);
    let title = page.lines.len();
    page.say(Role::Strong, &item.title);
    page.click(title, Hit::Target(Target::Item(at)));
    if let Body::Decision(body) = &item.body {
        suggestions(page, case, body);
    }
    // The number that is dialled next stands before anything that is to be read.
    if let Body::Call(body) = &item.body {
        super::ways::ways(page, case, body, at);
    }
    if let Some(detail) = &item.detail {
        page.say(Role::Text, detail);
    }
    if let Some(caution) = item.verb.caution() {
        page.say(Role::Text, caution);
    }
    super::rows::targets(page, status);
    body(page, case, item);
    history(page, case, item);
    notes(page, case, item.id.as_str());
    if status.standing == Standing::Pending {
        let knowledge = case.knowledge();
        for missing in &status.applies.missing {
            page.hanging("Waits for: ", Role::Text, Role::Text, &subject_and_value(missing, &knowledge));
        }
    }
    if status.standing == Standing::Held
        && let Some(hold) = &case.playbook.phases[item.phase].hold
    {
        page.hanging("Held: ", Role::Text, Role::Text, &hold.say);
    }
    page.gap();
    why(page, case, item, Target::Item(at));
    clauses(page, case, &item.cite);
    belongs(page, case, item.id.as_str());
}

fn body(page: &mut Page, case: &View<'_>, item: &Item) {
    let title = |id: &crate::base::ItemId| case.playbook.role_title(id.as_str()).to_owned();
    match &item.body {
        Body::Question(question) if question.answer == AnswerType::YesNo => {
            page.pieces(&[
                (Role::Accent, "y"),
                (Role::Text, " yes   "),
                (Role::Accent, "n"),
                (Role::Text, " no   "),
                (Role::Accent, "u"),
                (Role::Text, " not known yet   "),
                (Role::Accent, "Enter"),
                (Role::Text, " more"),
            ]);
        }
        Body::Question(question) if question.options.is_empty() => {
            page.hanging("Enter: ", Role::Accent, Role::Text, &takes(question));
        }
        Body::Question(question) => {
            let labels: Vec<_> = question.options.iter().map(|option| option.label.as_str()).collect();
            page.hanging("Enter to choose: ", Role::Accent, Role::Text, &labels.join(" / "));
        }
        Body::Task(task) => {
            if let Some(role) = &task.role {
                page.hanging("Done by: ", Role::Quiet, Role::Text, &title(role));
            }
            page.hanging("Enter to record: ", Role::Accent, Role::Text, &task.record);
            if case.playbook.kind == Kind::Readiness {
                review(page, case, item, task);
            }
            if let Some(After { condition, say }) = &task.after
                && case.knowledge().holds(Some(condition)).value != Some(true)
            {
                page.hanging("Not yet: ", Role::Text, Role::Text, say);
            }
        }
        Body::Prohibition(body) => {
            page.hanging("Lifted by: ", Role::Quiet, Role::Text, &body.lifted_by);
        }
        Body::Decision(body) => {
            let labels: Vec<_> = body.options.iter().map(|option| option.label.as_str()).collect();
            page.hanging("Enter to choose: ", Role::Accent, Role::Text, &labels.join(" / "));
            seats(page, case, item, body);
        }
        Body::Call(body) => {
            if let Some(teller) = &body.told_by {
                let who = reach(case, teller.as_str()).person.map(|name| format!(", {name}")).unwrap_or_default();
                page.hanging("Made by: ", Role::Quiet, Role::Text, &format!("{}{who}", title(teller)));
            }
            if let Some(doubt) = &body.confirm {
                page.hanging("Settle first: ", Role::Text, Role::Text, doubt);
            }
        }
        Body::Register(body) => super::rows::register(page, case, item, body),
        Body::Document(body) => {
            let to: Vec<_> = body.to.iter().map(title).collect();
            page.hanging("Goes to: ", Role::Text, Role::Strong, &to.join(" and "));
            let lacks =
                &case.picture.item(case.playbook, item.id.as_str()).map(|s| s.lacks.clone()).unwrap_or_default();
            for (at, content) in body.contents.iter().enumerate() {
                let (sign, role, word) = if lacks.contains(&at) {
                    ("  o ", Role::Text, "missing")
                } else {
                    ("  x ", Role::Quiet, "recorded")
                };
                page.hanging(sign, role, Role::Text, &format!("{} ({word})", content.title));
            }
        }
    }
}

/// How a point of a review stands, and after how long it is due again.
fn review(page: &mut Page, case: &View<'_>, item: &Item, task: &Task) {
    let Some(status) = case.picture.item(case.playbook, item.id.as_str()) else { return };
    let point = Point::of(item, status, case.state, case.now.date());
    let role = if point.overdue { Role::Alarm } else { Role::Text };
    page.hanging("Review: ", Role::Quiet, role, &point.words());
    if let Some(every) = task.every {
        page.hanging("Due again: ", Role::Quiet, Role::Text, &every.words());
    }
}

/// What the criteria suggest, and by which answers. People decide.
fn suggestions(page: &mut Page, case: &View<'_>, body: &crate::playbook::item::Decision) {
    let knowledge = case.knowledge();
    for suggestion in &body.suggestions {
        let verdict = knowledge.holds(Some(&suggestion.condition));
        if knowledge.suggests(suggestion) {
            let cite = cited(&suggestion.cite);
            page.hanging("Suggested: ", Role::Text, Role::Text, &format!("{} ({})", suggestion.say, cite));
            let decided: Vec<_> = verdict.because.iter().map(|about| subject_and_value(about, &knowledge)).collect();
            if let [first, rest @ ..] = decided.as_slice() {
                let more = if rest.is_empty() { String::new() } else { format!("; and {} more", rest.len()) };
                page.hanging("  by: ", Role::Quiet, Role::Quiet, &format!("{first}{more}"));
            }
        }
    }
}

fn seats(page: &mut Page, case: &View<'_>, item: &Item, body: &crate::playbook::item::Decision) {
    let knowledge = case.knowledge();
    for seat in &body.seats {
        let chosen = knowledge.seat_choice(&item.id, seat);
        let label = chosen.and_then(|id| body.options.iter().find(|o| o.id == id)).map(|o| o.label.as_str());
        let said = label.map_or("not recorded yet", |label| label);
        let title = case.playbook.role_title(seat.as_str());
        page.hanging("Decided by: ", Role::Quiet, Role::Text, &format!("{title} ({said})"));
    }
    if body.seats.len() > 1 && body.quorum.is_none() {
        page.say(Role::Text, "The policy states no quorum: all of them record.");
    }
}

/// What counts now and what it replaced.
fn history(page: &mut Page, case: &View<'_>, item: &Item) {
    let id = item.id.as_str();
    let mut entries: Vec<usize> = Vec::new();
    let mut current: Vec<usize> = Vec::new();
    let mut take = |track: Option<&crate::case::tracks::Track>| {
        if let Some(track) = track {
            entries.extend(&track.all);
            current.extend(&track.current);
        }
    };
    take(case.state.answers(id));
    take(case.state.outcomes(id));
    take(case.state.deferral(id));
    if let Body::Decision(body) = &item.body {
        for seat in &body.seats {
            take(case.state.seat(&item.id, seat));
        }
    }
    entries.extend(case.state.set_aside(id));
    for calls in [case.state.attempts(id), case.state.passed_on(id)] {
        entries.extend(calls);
        current.extend(calls);
    }
    entries.sort_unstable_by(|a, b| b.cmp(a));
    for at in entries.into_iter().take(8) {
        let recorded = case.state.at(at);
        let deferred = matches!(recorded.fact, Fact::Deferred { .. });
        let (_, says) = words::fact(recorded, case.playbook, case.now);
        let late = if recorded.is_late() { ", late entry" } else { "" };
        let when = recorded.happened().short_in(case.now);
        let text = format!("{says} ({}, {when}{late})", recorded.beside());
        if current.contains(&at) && !deferred {
            page.hanging("Recorded: ", Role::Quiet, Role::Strong, &text);
        } else if deferred {
            page.hanging("Put off:  ", Role::Text, Role::Text, &text);
        } else {
            page.hanging("was:      ", Role::Quiet, Role::Struck, &text);
        }
    }
}

fn why(page: &mut Page, case: &View<'_>, item: &Item, target: Target) {
    let next = case.picture.next.iter().find(|next| next.target == target);
    let reasons: Vec<String> = match next {
        Some(next) => next.because.clone(),
        None => item.why.iter().cloned().collect(),
    };
    for (at, reason) in reasons.iter().enumerate() {
        page.hanging(if at == 0 { "Why: " } else { "     " }, Role::Quiet, Role::Text, reason);
    }
}

fn clauses(page: &mut Page, case: &View<'_>, cite: &[ClauseId]) {
    for id in cite {
        match case.playbook.clause(id.as_str()) {
            Some(clause) => {
                page.hanging(&format!("{id} "), Role::Accent, Role::Text, &format!("({}) {}", clause.at, clause.text))
            }
            None => page.hanging(&format!("{id} "), Role::Accent, Role::Quiet, "not in this playbook"),
        };
    }
}

/// Definitions, help, references and silences that belong to an item.
fn belongs(page: &mut Page, case: &View<'_>, id: &str) {
    let mine = |used_by: &[crate::base::ItemId]| used_by.iter().any(|item| item.as_str() == id);
    let playbook = case.playbook;
    for found in playbook.definitions.iter().filter(|found| mine(&found.used_by)) {
        page.hanging(&format!("{}: ", found.term), Role::Strong, Role::Text, &found.text);
    }
    let knowledge = case.knowledge();
    for found in playbook.faqs.iter().filter(|found| mine(&found.used_by)) {
        if knowledge.holds(found.when.as_ref()).value == Some(true) {
            page.hanging("? ", Role::Accent, Role::Strong, &found.ask);
            page.hanging("  ", Role::Text, Role::Text, &found.text);
        }
    }
    for found in playbook.references.iter().filter(|found| mine(&found.used_by)) {
        page.hanging("See: ", Role::Quiet, Role::Text, &format!("{}. {}", found.title, found.text));
    }
    for (found, status) in playbook.silences.iter().zip(&case.picture.silences) {
        if mine(&found.used_by) && status.applies.value != Some(false) {
            page.hanging("Policy silent: ", Role::Text, Role::Text, &found.say);
            if let Some(suggestion) = &found.suggestion {
                page.hanging("  suggestion, not the policy's: ", Role::Quiet, Role::Quiet, suggestion);
            }
            if let Some(fill) = &status.fill_in {
                page.hanging("  ", Role::Quiet, Role::Text, &fill.shown());
            }
            if let Some(at) = status.decided {
                let (_, says) = words::fact(case.state.at(at), playbook, case.now);
                page.hanging("  ", Role::Quiet, Role::Strong, &says);
            }
        }
    }
}

fn notes(page: &mut Page, case: &View<'_>, id: &str) {
    for at in case.state.notes(id).iter().rev() {
        let recorded = case.state.at(*at);
        if let Fact::Noted { text, .. } = &recorded.fact {
            let lead = format!("Note {} {}: ", recorded.reading.wall.short_in(case.now), recorded.actor());
            page.hanging(&lead, Role::Quiet, Role::Text, text);
        }
    }
}

fn silence_page(page: &mut Page, case: &View<'_>, at: usize) {
    let (silence, status) = (&case.playbook.silences[at], &case.picture.silences[at]);
    page.pieces(&[
        (Role::Quiet, "the policy is silent · "),
        (Role::Text, if status.decided.is_some() { "decided" } else { "to be decided" }),
    ]);
    page.say(Role::Strong, &silence.topic).say(Role::Text, &silence.say);
    let who: Vec<_> = silence.decide_by.iter().map(|id| case.playbook.role_title(id.as_str())).collect();
    if !who.is_empty() {
        page.hanging("Decided by: ", Role::Quiet, Role::Text, &who.join(", "));
    }
    if let Some(suggestion) = &silence.suggestion {
        page.hanging("A suggestion, not the policy's: ", Role::Quiet, Role::Text, suggestion);
    }
    if let Some(fill) = &status.fill_in {
        page.say(Role::Text, &fill.shown());
    }
    for entry in case.state.silence(silence.id.as_str()).into_iter().flat_map(|track| track.all.iter().rev()) {
        let recorded = case.state.at(*entry);
        let (_, says) = words::fact(recorded, case.playbook, case.now);
        let now = status.decided == Some(*entry);
        let text = format!("{says} ({}, {})", recorded.beside(), recorded.happened().short_in(case.now));
        page.hanging(
            if now { "Recorded: " } else { "was:      " },
            Role::Quiet,
            if now { Role::Strong } else { Role::Struck },
            &text,
        );
    }
    page.gap();
    clauses(page, case, &silence.cite);
    notes(page, case, silence.id.as_str());
}
