//! What the console asks before it acts: a reason, words and a tag, by how many minutes, whether the part may begin.

use super::acts::Act;
use crate::base::ItemId;
use crate::case::{ClockState, Planning, Verdict};
use crate::drill::plan::Stands;
use crate::judge::View;
use crate::page::console;
use crate::page::{Document, Line};
use crate::record::verbs::drill::{judge as judging, observe, plan, release, roll_call};
use crate::record::verbs::strike;
use crate::record::{Draft, Field};
use crate::session::drill::{Conduct, Folder};
use crate::tui::ask::Ask;
use crate::tui::card::Card;
use crate::tui::effect::Effect;
use crate::tui::form::Form;
use crate::tui::modal::Modal;

pub(super) fn opens(form: Form) -> Vec<Effect> {
    vec![Effect::Push(Modal::Form(Box::new(form)))]
}

/// The form of a draft in one of the folders, of which only these fields are asked; the others stand as they are.
pub(super) fn asks_only(view: &View<'_>, draft: &Draft, title: &str, asked: &[&'static Field]) -> Form {
    let mut form = Form::of(view, draft);
    title.clone_into(&mut form.title);
    form.asks_only(asked);
    form
}

/// Words, then what they are; bound to the selected inject and its objective, which Tab changes.
pub(super) fn note(conduct: &Conduct, number: Option<&str>, objective: Option<&str>) -> Vec<Effect> {
    let draft = Draft::new(&observe::VERB, "")
        .with_some(&observe::INJECT, number.map(str::to_owned))
        .with_some(&observe::OBJECTIVE, objective.map(str::to_owned));
    let mut form = Form::of(&conduct.control().view(), &draft);
    // The objective stands in a field by its id; its words say of what the note is.
    if let Some(objective) = objective.and_then(|id| conduct.script().objective(id)) {
        form.title = format!("Note, to the objective: {}", objective.text);
    }
    form.begins_with(&observe::TEXT);
    opens(form)
}

/// Why an inject is left out.
pub(super) fn skip(conduct: &Conduct, number: &str) -> Vec<Effect> {
    let draft = Draft::new(&plan::VERB, "").with(&plan::INJECTS, number).with(&plan::STATE, Planning::Skipped.word());
    opens(asks_only(&conduct.control().view(), &draft, &format!("Skip inject {number}"), &[&plan::REASON]))
}

/// Why an expectation is judged so; Enter alone records it.
pub(super) fn judge(conduct: &Conduct, (of, text): (&ItemId, &str), digit: usize) -> Vec<Effect> {
    let all = [Verdict::Met, Verdict::Partly, Verdict::Missed, Verdict::NotApplicable];
    let Some(verdict) = digit.checked_sub(1).and_then(|at| all.get(at)) else { return Vec::new() };
    let draft = Draft::new(&judging::VERB, "").with(&judging::OF, of.as_str()).with(&judging::VERDICT, verdict.word());
    let title = format!("{}: {}", verdict.label(), text);
    opens(asks_only(&conduct.control().view(), &draft, &title, &[&judging::BECAUSE]))
}

/// An inject that is in no script.
pub(super) fn on_the_spot(conduct: &Conduct) -> Vec<Effect> {
    let number = conduct.plan().next_on_the_spot();
    let draft = Draft::new(&release::VERB, "").with(&release::INJECT, number.as_str());
    let mut form = Form::of(&conduct.case().view(), &draft);
    form.title = format!("Inject {number}, on the spot");
    form.asks_only(&[&release::FROM, &release::TO, &release::DELIVERY, &release::TEXT]);
    opens(form)
}

/// Who plays a role now, or is missing.
pub(super) fn roll_call(conduct: &Conduct) -> Vec<Effect> {
    opens(Form::of(&conduct.case().view(), &Draft::new(&roll_call::VERB, "")))
}

/// Later by 5, 10 or 15 minutes, this one or all that are left; or this one by as many as somebody types, all in all.
pub(super) fn later(conduct: &Conduct, number: &str) -> Vec<Effect> {
    let choices = [5, 10, 15];
    let one = choices
        .map(|minutes| (format!("Inject {number} later by {minutes} minutes"), Act::Later(number.to_owned(), minutes)));
    let all = choices.map(|minutes| (format!("All that are left, later by {minutes} minutes"), Act::AllLater(minutes)));
    let back = [(format!("Inject {number} sooner by 5 minutes"), Act::Later(number.to_owned(), -5))];
    let injects = conduct.plan();
    let held = injects.slot(number).is_some_and(|slot| slot.stands == Stands::Held);
    let state = if held { Planning::Held } else { Planning::Due };
    let draft = Draft::new(&plan::VERB, "").with(&plan::INJECTS, number).with(&plan::STATE, state.word());
    let form =
        asks_only(&conduct.control().view(), &draft, &format!("Move inject {number}"), &[&plan::BY_MIN, &plan::REASON]);
    let typed = [(format!("Inject {number} by another number of minutes"), Act::Form(Box::new(form)))];
    let ways = one.into_iter().chain(all).chain(back).chain(typed).collect();
    let say = "Minutes of the exercise. When it is sent is always yours to say.";
    // An Enter behind the number would send the inject that was to be put off.
    vec![Effect::Push(Modal::Ask(Ask::acts("Later", say, ways).by_enter()))]
}

/// Strikes what this console recorded last: at once in its first minute, later with the reason.
pub(super) fn strike_last(conduct: &Conduct) -> Vec<Effect> {
    let Some((folder, recorded)) = conduct.to_take_back() else {
        return vec![Effect::Say("This console has recorded nothing yet; e strikes any other.".into())];
    };
    let view = conduct.session(folder).view();
    let at = view.state.place(&recorded.id);
    if strike::is_a_slip(&view, recorded) || at.is_none_or(|at| strike::offers_at(&view, at).is_err()) {
        return vec![Effect::Lead(Act::TakeBack)];
    }
    let name = match folder {
        Folder::Case => view.state.names.entry(&recorded.id),
        Folder::Control => recorded.id.to_string(),
    };
    opens(Form::of(&view, &Draft::new(&strike::VERB, name)))
}

/// A card about what comes next; Enter does it.
fn card(title: &str, says: Document, does: &'static str, act: Act) -> Vec<Effect> {
    let mut page = Document::default();
    page.text(Line::strong(title)).gap();
    page.append(says);
    vec![Effect::Push(Modal::Card(Card { acts: Some((does, act)), ..Card::of("", page) }))]
}

/// The next part: shows what is not sent and how it opens, Enter begins it. Behind the last part comes the end.
pub(super) fn next_part(conduct: &Conduct) -> Vec<Effect> {
    let begun = conduct.exercise().and_then(|exercise| exercise.part()).is_some();
    match conduct.next_part() {
        Some(part) if begun => {
            let title = format!("Begin the part: {}", part.title);
            let says = console::before_part(&conduct.board(), part);
            card(&title, says, "begin the part", Act::Part(part.id.to_string()))
        }
        Some(_) => vec![Effect::Say("Space starts the clock with the first part.".into())],
        None => end(conduct),
    }
}

/// The end, with what was not sent.
pub(super) fn end(conduct: &Conduct) -> Vec<Effect> {
    if conduct.exercise().is_some_and(|exercise| exercise.state() == ClockState::Ended) {
        return vec![Effect::Say("The exercise has ended.".into())];
    }
    card("End the exercise", console::before_end(&conduct.board()), "end the exercise", Act::End)
}
