//! Why something is looked at again or asked again: one telling of the causes of a mark, for every voice.

use super::Line;
use super::log_words;
use crate::base::text::{counted, sentence};
use crate::judge::View;
use crate::judge::marks::{Cause, Mark, Said};
use crate::judge::types::rule::{Group, RuleState};
use crate::judge::types::said::{Elements, Level, Outcome, row_differs};
use crate::playbook::again::Named;
use crate::playbook::condition::Subject;
use crate::playbook::{Body, Item};

/// The causes of a mark, a line each, as they stand behind the title of its item: `How many are affected: was 140, is 9,000`.
pub fn causes(view: &View<'_>, mark: &Mark) -> Vec<Line> {
    mark.causes.iter().map(|cause| Line::from(words(view, mark, cause))).collect()
}

/// The same in one text.
pub fn in_short(view: &View<'_>, mark: &Mark) -> String {
    let said: Vec<String> = mark.causes.iter().map(|cause| words(view, mark, cause)).collect();
    said.join("; ")
}

/// Of a decision, and of what people decided where the policy is silent.
pub const DECIDED_NO_LONGER: &str = "decided, does not apply any more: say what becomes of it";

/// What the record is of beyond its item: the row, or the seat.
pub fn of(view: &View<'_>, mark: &Mark) -> Option<String> {
    let seat = mark.seat.as_ref().map(|seat| view.playbook.role_title(seat.as_str()).to_owned());
    mark.row.clone().or(seat)
}

/// One cause in words.
pub fn words(view: &View<'_>, mark: &Mark, cause: &Cause) -> String {
    let item = &view.playbook.items[mark.item];
    let own = cause.line().and_then(|line| item.again.get(line)).and_then(|line| line.say.clone());
    own.unwrap_or_else(|| of_cause(view, item, cause))
}

fn of_cause(view: &View<'_>, item: &Item, cause: &Cause) -> String {
    match cause {
        Cause::Differs { of, was, is, .. } => format!("{}: {}", title(view, of), differs(view, of, was, is)),
        Cause::Held { entry, of, .. } => {
            let recorded = view.state.at(*entry);
            let said = log_words::words(Some(view.playbook), recorded, view.now).says;
            format!("{}: {said}, {}", subject(view, of), recorded.happened().short_in(view.now))
        }
        Cause::Over { within, since, .. } => format!("{within} since {}", since.short_in(view.now)),
        Cause::NoLonger if matches!(item.body, Body::Decision(_)) => DECIDED_NO_LONGER.into(),
        Cause::NoLonger => "done, does not apply any more: say what becomes of it".into(),
        Cause::BeforeItApplied => "recorded before it applied".into(),
        Cause::AfterFails => "what has to come before it is not so any more".into(),
        Cause::Suggested { option } => format!("suggested now: {}", option_label(item, option.as_str())),
        Cause::Gap { scale } => {
            let title = view.playbook.scale(scale.as_str()).map_or(scale.as_str(), |scale| scale.title.as_str());
            format!("{title}: it was decided for another gap of the policy")
        }
        Cause::Roughly { scale } => {
            let title = view.playbook.scale(scale.as_str()).map_or(scale.as_str(), |scale| scale.title.as_str());
            format!("{title}: it was decided while a number was known roughly, and the number decides now")
        }
        Cause::Content { content, was, is } => {
            let Body::Document(document) = &item.body else { return String::new() };
            let Some(content) = document.contents.get(*content) else { return String::new() };
            let of = Named::Subject(Subject::Answer(content.from.clone()));
            format!("{}: {}", content.title.trim_end_matches(['.', '?']), differs(view, &of, was, is))
        }
        Cause::Text { was, is } => {
            format!("another text holds now: {}, was {}", is.as_str().replace('_', " "), was.as_str().replace('_', " "))
        }
        Cause::Asked { to } => format!("{to} was asked to call; it does not apply any more. Tell them"),
        Cause::Doubt { rule } => view.playbook.rules.get(*rule).map_or_else(String::new, |rule| rule.say.clone()),
        Cause::PutOff { until: Some(until), .. } => format!("put off until {}", until.short_in(view.now)),
        Cause::PutOff { event, .. } => {
            let event = event.as_ref().and_then(|event| view.playbook.title(event.as_str()));
            format!("put off until something is recorded of {}", event.unwrap_or("another item"))
        }
    }
}

/// What of a cause said something, by its title: what it said, and what it says now. `None` where no one thing says something else.
pub fn sides(view: &View<'_>, cause: &Cause) -> Option<(String, String, String)> {
    let Cause::Differs { of, was, is, .. } = cause else { return None };
    let (before, now) = (said(view, of, was), said(view, of, is));
    (before != now).then(|| (title(view, of), before, now))
}

/// What of a cause has changed, by its title; `None` where nothing else has.
pub fn changed(view: &View<'_>, cause: &Cause) -> Option<String> {
    match cause {
        Cause::Differs { of, .. } => Some(title(view, of)),
        Cause::Held { of, .. } => Some(subject(view, of)),
        Cause::Gap { scale } | Cause::Roughly { scale } => {
            view.playbook.scale(scale.as_str()).map(|scale| scale.title.clone())
        }
        _ => None,
    }
}

/// The entry that changed it last, as a position in the log.
pub fn changed_by(view: &View<'_>, cause: &Cause) -> Option<usize> {
    match cause {
        Cause::Differs { of, .. } => view.state.about(of.id().as_str())?.touched,
        Cause::Held { entry, .. } => Some(*entry),
        _ => None,
    }
}

fn title(view: &View<'_>, of: &Named) -> String {
    match of {
        Named::Subject(of) => subject(view, of),
        Named::Register(id) | Named::Document(id) => {
            view.playbook.title(id.as_str()).unwrap_or(id.as_str()).trim_end_matches('.').to_owned()
        }
    }
}

fn subject(view: &View<'_>, of: &Subject) -> String {
    view.playbook.subject_title(of).trim_end_matches(['.', '?']).to_owned()
}

/// `was 140, is 9,000`.
fn differs(view: &View<'_>, of: &Named, was: &Said, is: &Said) -> String {
    if let (Said::Rule(was), Said::Rule(is)) = (was, is) {
        return elements(view, of, was, is);
    }
    if let (Said::Answers(was), Said::Answers(is)) = (was, is)
        && let Some((row, was, is)) = row_differs(was, is)
    {
        return format!("{row}: was {was}, is {is}");
    }
    let (before, now) = (said(view, of, was), said(view, of, is));
    if before == now { "it was changed".into() } else { format!("was {before}, is {now}") }
}

fn said(view: &View<'_>, of: &Named, said: &Said) -> String {
    let item = view.playbook.item(of.id().as_str());
    match said {
        Said::Nothing => "nothing".into(),
        Said::Unsettled => "two entries".into(),
        Said::NotKnown => "not known yet".into(),
        Said::Answer(answer) => view
            .playbook
            .question(of.id().as_str())
            .map_or_else(|| answer.to_text(), |asked| answer.show(asked, view.now)),
        Said::Option(option) => item.map_or_else(|| option.to_string(), |item| option_label(item, option.as_str())),
        Said::Outcome(Outcome::Done) => "done".into(),
        Said::Outcome(Outcome::Reached) => "reached".into(),
        Said::Outcome(Outcome::NotNeeded) => "not needed".into(),
        Said::Answers(rows) => format!("answered for {}", counted(rows.len(), "row", "rows")),
        Said::Settled(rows) => format!("settled for {}", counted(rows.len(), "row", "rows")),
        Said::Words(words) => words.clone(),
        Said::Kept(kept) => kept.total.clone().unwrap_or_else(|| counted(kept.entries.len(), "row", "rows")),
        Said::Contents(contents) => counted(contents.len(), "content", "contents"),
        Said::Rule(Elements { state, .. }) => state.label().to_lowercase(),
        Said::Level(Level::None) => "at no level".into(),
        Said::Level(Level::At(level)) => {
            let scale = view.playbook.scale(of.id().as_str());
            let known = scale.and_then(|scale| scale.levels.iter().find(|known| known.id == *level));
            known.map_or_else(|| level.to_string(), |known| known.title.clone())
        }
        Said::Level(Level::Gaps(_)) => "left open by the policy".into(),
    }
}

/// A rule by its state, where that moved, else by the first element that is met or is met no more.
fn elements(view: &View<'_>, of: &Named, was: &Elements, is: &Elements) -> String {
    if was.state != is.state && was.state != RuleState::Pending {
        return format!("was {}, is {}", was.state.label().to_lowercase(), is.state.label().to_lowercase());
    }
    let Some(rule) = view.playbook.rule(of.id().as_str()) else { return String::new() };
    let name = |(group, at): &(Group, usize)| {
        let arms = match group {
            Group::Any => &rule.any,
            Group::All => &rule.all,
            Group::Unless => &rule.unless,
        };
        arms.get(*at).map_or("", |arm| arm.title.as_str()).trim_end_matches('.').to_owned()
    };
    let new = is.met.iter().find(|element| !was.met.contains(element));
    let gone = was.met.iter().find(|element| !is.met.contains(element));
    match (new, gone) {
        (Some(new), _) => format!("now also: {}", sentence(&name(new))),
        (_, Some(gone)) => format!("not any more: {}", sentence(&name(gone))),
        _ => "it was changed".into(),
    }
}

fn option_label(item: &Item, option: &str) -> String {
    let Body::Decision(body) = &item.body else { return option.to_owned() };
    body.options.iter().find(|known| known.id.as_str() == option).map_or(option, |known| &known.label).to_owned()
}
