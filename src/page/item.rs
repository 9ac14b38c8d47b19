//! The card of one thing: what it is, for whom, what changes the answer, what can be done; and, folded, why.

use super::card::Card;
use super::document::{Block, Callout, Document, Does, Row};
use super::line::{Line, Tone};
use super::state::{self, State, stands, waits_for};
use super::words::{self, sentence_of};
use super::{item_why, log, look_again, marked};
use crate::base::text::counted;
use crate::case::CallOutcome;
use crate::judge::evidence::registers;
use crate::judge::items::{ItemStatus, Waits};
use crate::judge::picture::agenda::Target;
use crate::judge::{Standing, View};
use crate::playbook::item::Decision;
use crate::playbook::model::Kind;
use crate::playbook::question::{AnswerType, OptionText, Question};
use crate::playbook::{Body, Item};
use crate::record::verbs::{answer, call, confirm, decision, task};
use crate::record::{Verb, main_verb, offers};

/// Most options that stand on a card; of more, one chooses in the form.
pub const OPTIONS: usize = 9;
/// Most rows of a list that are named on a card.
const ROWS: usize = 6;

/// The card of an item or a silence.
pub fn card(view: &View<'_>, target: Target) -> Card {
    match target {
        Target::Item(at) => item(view, at),
        Target::Silence(at) => silence(view, at),
    }
}

fn item(view: &View<'_>, at: usize) -> Card {
    let (item, status) = (&view.playbook.items[at], &view.picture.items[at]);
    let stands = stands(view, Target::Item(at));
    let mut card = Card {
        kind: kind(view, item, status),
        aside: for_whom(view, item).unwrap_or_else(|| view.playbook.phases[item.phase].title.clone()),
        title: item.title.clone(),
        does: does(view, item, status),
        reasons: item_why::in_short(view, at),
        why: item_why::item(view, at),
        ..Card::default()
    };
    let detail = &mut card.detail;
    if let Some(text) = &item.detail {
        detail.text(text.as_str());
    }
    if let Some(caution) = item.verb.caution() {
        detail.text(Line::strong(caution));
    }
    for mark in view.picture.marks_of(at) {
        let of = look_again::of(view, mark).map_or_else(String::new, |of| format!("{of}: "));
        for cause in look_again::causes(view, mark) {
            detail.labelled("Look again", Line::strong(format!("{of}{}", cause.words())));
        }
    }
    match stands.state {
        // The policy's own sentence says it below.
        State::Waits if matches!(status.waits(), Some(Waits::After(_))) => {}
        State::Waits => {
            let all = waits_for(view, at);
            if let Some(first) = all.first() {
                let more = if all.len() > 1 { format!("  and {} more", all.len() - 1) } else { String::new() };
                detail.labelled("Waits for", Line::from(first.as_str()).and(Tone::Quiet, more));
            }
        }
        State::LookAgain => {
            detail.text(Line::strong(sentence_of(&stands.word)));
            // Two entries that did not see each other: what is recorded now settles both.
            for entry in &status.conflict {
                detail.labelled(&view.state.name(*entry), log::line(view, *entry));
            }
        }
        // Its caution says the same.
        State::Off if status.standing == Standing::Optional => {}
        State::Done | State::Off => {
            detail.add(Block::Row(Row {
                state: Some(stands.state),
                what: Line::quiet(&*stands.word),
                ..Row::default()
            }));
            if let Some(rule) = view.ended_by(status) {
                let title =
                    view.playbook.rule(rule.as_str()).map_or(rule.as_str(), |rule| rule.title.trim_end_matches('.'));
                detail.labelled("Because", format!("the case ends here: {title}"));
            }
        }
        // That it was found to be needed, or what was last said of what goes on.
        State::ToDo => {
            if let Some(entry) = status.entry.filter(|_| matches!(status.standing, Standing::Open | Standing::Due)) {
                detail.labelled(&view.state.name(entry), Line::quiet(log::line(view, entry)));
            }
        }
    }
    match &item.body {
        Body::Call(body) => {
            let role = view.playbook.role_title(super::calls::role(view, at).map_or("", |role| role.as_str()));
            card.who = super::calls::who(view, at)
                .filter(|who| !body.alternates.is_empty() || who.words() != role || !item.title.contains(role));
            card.number = super::calls::number(view, at);
            if let Some(doubt) = &body.confirm {
                card.detail.labelled("Settle first", doubt.as_str());
            }
            card.more = super::calls::call(view, at);
        }
        Body::Task(body) => {
            if let Some(after) = &body.after
                && status.obstacle.is_some()
            {
                card.detail.labelled("Not yet", after.say.as_str());
            }
            if view.playbook.kind == Kind::Readiness {
                let point = crate::judge::view::review::Point::of(item, status, view.counting(), view.now.date());
                card.detail.labelled("Review", point.words());
                if let Some(every) = body.every {
                    card.detail.labelled("Due again", every.words());
                }
            }
        }
        Body::Prohibition(body) => {
            card.detail.labelled("Until", body.lifted_by.as_str());
        }
        Body::Document(body) => {
            for (place, content) in body.contents.iter().enumerate() {
                let state = if status.lacks.contains(&place) { State::ToDo } else { State::Done };
                let word = if state == State::Done { "recorded" } else { "missing" };
                let link = view.playbook.position(content.from.as_str()).map(super::Link::Item);
                card.more.add(
                    Row { level: 0, state: Some(state), what: (&*content.title).into(), word: word.into(), to: link }
                        .into(),
                );
            }
        }
        Body::Decision(body) => card.more = seats(view, item, body),
        Body::Register(body) => {
            let held = registers::work_out(&item.id, body, view.state);
            let so_far = registers::say(body, &held).unwrap_or_else(|| "nothing yet; that is not zero".into());
            card.more.labelled("Kept so far", so_far);
            for tally in &held.tallies {
                card.more.labelled("", registers::say_tally(body, tally));
            }
            for one in registers::contradictions(view.playbook, &item.id, view.state, view.now) {
                card.more.labelled("Two entries", Line::of(Tone::Alarm, one.words(view.state)));
            }
            for entry in held.log.iter().rev().take(ROWS) {
                card.more.labelled(&view.state.name(*entry), log::line(view, *entry));
            }
        }
        Body::Question(_) => card.more = super::criteria::criteria(view, at).unwrap_or_default(),
    }
    rows(&mut card.more, status);
    marked::turn(view, at, &mut card);
    card
}

fn kind(view: &View<'_>, item: &Item, status: &ItemStatus) -> String {
    let word = match &item.body {
        Body::Question(_) => "QUESTION",
        Body::Task(_) => "TASK",
        Body::Prohibition(_) => "DO NOT",
        Body::Decision(_) => "DECISION",
        Body::Call(_) => "CALL",
        Body::Document(_) => "DOCUMENT",
        Body::Register(_) => "LIST",
    };
    let more = match &item.body {
        Body::Decision(body) if body.seats.len() > 1 => {
            let given =
                body.seats.iter().filter(|seat| !view.knowledge().seat_records(&item.id, seat).is_empty()).count();
            Some(format!("{given} of {} views given", body.seats.len()))
        }
        Body::Call(body) if !body.alternates.is_empty() => {
            let order = std::iter::once(&body.role).chain(&body.alternates);
            let now = status.try_now.as_ref().and_then(|now| order.clone().position(|role| role == now));
            now.map(|now| format!("{} of {}", now + 1, order.count()))
        }
        // While it is open with rows in it, more are expected.
        Body::Register(_) if status.standing == Standing::Open && status.entry.is_some() => {
            status.value.as_ref().map(|of| format!("{of} named"))
        }
        _ if status.targets.settled().1 > 0 || status.targets.expected().is_some() => {
            Some(super::rows::done_of(&status.targets))
        }
        _ if item.verb.is_permission() => Some("permitted".into()),
        _ => None,
    };
    more.map_or_else(|| word.to_owned(), |more| format!("{word} · {more}"))
}

/// Whose it is by the policy, where its title does not begin with that.
fn for_whom(view: &View<'_>, item: &Item) -> Option<String> {
    let title = |id: &crate::base::ItemId| words::whom(view.playbook.role_title(id.as_str()));
    match &item.body {
        Body::Call(body) => body.told_by.as_ref().map(|role| format!("for {}", title(role))),
        Body::Task(body) => {
            let roles: Vec<_> = body.roles().map(title).collect();
            let named = roles.first().is_none_or(|role| roles.len() == 1 && item.title.starts_with(role.as_str()));
            (!named).then(|| format!("for {}", roles.join(" and ")))
        }
        Body::Decision(body) if body.seats.len() == 1 => Some(format!("for {}", title(&body.seats[0]))),
        Body::Document(body) => {
            let to: Vec<_> = body.to.iter().map(title).collect();
            (!to.is_empty()).then(|| format!("to {}", to.join(" and ")))
        }
        _ => None,
    }
}

fn does(view: &View<'_>, item: &Item, status: &ItemStatus) -> Vec<Does> {
    let at = view.playbook.position(item.id.as_str()).unwrap_or(0);
    let (main, _) = main_verb(view, Target::Item(at));
    let one = |verb: &'static Verb, preset: Option<&str>, label: &str| Does {
        verb,
        preset: preset.map(str::to_owned),
        label: label.to_owned(),
    };
    let enter = |label: &str| vec![one(main, None, label)];
    if view.picture.closed {
        return Vec::new();
    }
    let options = |verb, all: &[OptionText]| {
        all.iter().map(|option| one(verb, Some(option.id.as_str()), &option.label)).collect()
    };
    match &item.body {
        // Which row is meant is chosen in the form, and so is that it is not known yet.
        Body::Question(question) if question.answer == AnswerType::YesNo && question.for_each.is_some() => {
            [("yes", "yes"), ("no", "no")].map(|(preset, label)| one(&answer::VERB, Some(preset), label)).into()
        }
        Body::Question(question) if question.answer == AnswerType::YesNo => {
            [("yes", "yes"), ("no", "no"), ("unknown", "not known yet")]
                .map(|(preset, label)| one(&answer::VERB, Some(preset), label))
                .into()
        }
        Body::Question(question) if stand_on_card(question) => {
            let mut does: Vec<Does> = options(&answer::VERB, &question.options);
            does.extend(question.other.then(|| one(main, None, "something else")));
            does
        }
        Body::Question(question) if !question.options.is_empty() => {
            enter(&format!("choose among {}", question.options.len()))
        }
        Body::Question(question) => enter(gives(question.answer)),
        Body::Task(_) | Body::Call(_) | Body::Document(_) if status.standing == Standing::Choice => {
            vec![one(&task::VERB, Some(task::NEEDED), "needed"), one(&task::VERB, Some(task::RULED_OUT), "not needed")]
        }
        Body::Call(_) => {
            let first = [CallOutcome::Reached, CallOutcome::Voicemail, CallOutcome::NoAnswer];
            let first = first.map(|outcome| one(&call::VERB, Some(outcome.word()), &outcome.label().to_lowercase()));
            first.into_iter().chain(enter("other ways")).collect()
        }
        Body::Task(body) => enter(body.record.trim_end_matches('.')),
        Body::Decision(body) => options(&decision::VERB, &body.options),
        Body::Document(_) if status.standing == Standing::Needed => enter("say what became of it"),
        Body::Document(_) => enter("say where it went"),
        Body::Register(body) => {
            let mut does = enter(body.prompt.trim_end_matches('.'));
            // More rows are expected than there are, unless people say that these are all.
            if status.standing.is_open() && offers(view, &confirm::VERB, item.id.as_str()).is_ok() {
                does.push(one(&confirm::VERB, None, "complete as it stands"));
            }
            does
        }
        Body::Prohibition(_) => enter("read"),
    }
}

/// What is given to a question, in a few words; its form says in which ways.
fn gives(kind: AnswerType) -> &'static str {
    match kind {
        AnswerType::When => "give the time",
        AnswerType::Number => "give the number",
        AnswerType::Money => "give the amount",
        AnswerType::Duration => "say how long",
        AnswerType::Person => "name the person",
        AnswerType::People => "list the persons",
        AnswerType::Assets => "list the devices, systems or data",
        AnswerType::Parties => "list the parties",
        AnswerType::Places => "list the places",
        AnswerType::DataElements => "list the data elements",
        _ => "write the answer",
    }
}

/// Whether the options of a question are chosen on its card.
fn stand_on_card(question: &Question) -> bool {
    (1..=OPTIONS).contains(&question.options.len()) && question.answer == AnswerType::OneOf
}

/// The seats of a decision, each with its view.
fn seats(view: &View<'_>, item: &Item, body: &Decision) -> Document {
    let knowledge = view.knowledge();
    let mut seats = Document::default();
    for seat in body.seats.iter().filter(|_| body.seats.len() > 1) {
        let chosen = knowledge.seat_choice(&item.id, seat);
        let label = chosen.and_then(|id| body.options.iter().find(|option| option.id == id)).map(|found| &found.label);
        let row = Row {
            state: Some(if label.is_some() { State::Done } else { State::ToDo }),
            what: view.playbook.role_title(seat.as_str()).into(),
            word: label.map_or("no view yet", String::as_str).into(),
            ..Row::default()
        };
        seats.add(row.into());
    }
    if body.seats.len() > 1 && body.quorum.is_none() {
        seats.text(Line::quiet("The policy states no quorum: all of them record."));
    }
    if knowledge.points_both_ways(body) {
        seats.text(Line::strong("The criteria point both ways."));
    }
    for suggestion in body.suggestions.iter().filter(|suggestion| knowledge.suggests(suggestion)) {
        let cite = crate::base::ids::cited(&suggestion.cite);
        seats.labelled("Points to", Line::from(suggestion.say.as_str()).and(Tone::Quiet, format!("  {cite}")));
    }
    seats
}

/// The rows for which an item is settled one by one: those that wait first.
fn rows(into: &mut Document, status: &ItemStatus) {
    let (settled, waiting): (Vec<_>, Vec<_>) = status.targets.iter().partition(|row| row.is_settled());
    for target in waiting.iter().chain(&settled).take(ROWS) {
        let stands = state::row(target.status);
        into.add(
            Row { state: Some(stands.state), what: target.name.into(), word: stands.word.into(), ..Row::default() }
                .into(),
        );
    }
    let more = status.targets.len().saturating_sub(ROWS);
    if more > 0 {
        into.text(Line::quiet(format!("and {}", counted(more, "more row", "more rows"))));
    }
}

fn silence(view: &View<'_>, at: usize) -> Card {
    let silence = &view.playbook.silences[at];
    let roles: Vec<_> = silence.decide_by.iter().map(|id| view.playbook.role_title(id.as_str())).collect();
    let decided = view.picture.silences[at].decided;
    let mut card = Card {
        kind: "THE POLICY DOES NOT SAY".into(),
        aside: if roles.is_empty() { String::new() } else { format!("for {}", roles.join(", ")) },
        title: silence.topic.clone(),
        why: item_why::silence(view, at),
        ..Card::default()
    };
    card.detail.text(silence.left_open());
    let is_marked = view.picture.silences[at].is_marked();
    if is_marked {
        card.detail.labelled("Look again", Line::strong(look_again::DECIDED_NO_LONGER));
    }
    if let Some(entry) = decided {
        let what = Line::quiet(log::line(view, entry));
        card.detail.add(Block::Row(Row { state: Some(State::Done), what, ..Row::default() }));
    }
    if let Some(suggestion) = &silence.suggestion {
        let text = Block::Text(suggestion.as_str().into());
        card.more.add(Block::Callout(Callout::Suggestion, vec![text]));
    }
    if let Some(fill) = &view.picture.silences[at].fill_in {
        card.more.text(fill.shown());
    }
    if !view.picture.closed {
        let (verb, _) = main_verb(view, Target::Silence(at));
        card.does = vec![Does { verb, preset: None, label: "record what people decided".into() }];
        if is_marked {
            card.does.insert(0, Does { verb: &confirm::VERB, preset: None, label: "say what becomes of it".into() });
        }
    }
    card
}
