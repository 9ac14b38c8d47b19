//! The review after the exercise on the console: what is left of it, a row each, and the key that does it.

use super::acts::Act;
use super::forms::{self, asks_only, opens};
use crate::base::ItemId;
use crate::case::{Tag, Verdict};
use crate::drill::review::{Question, SIGNS, Step};
use crate::page::drill_review as words;
use crate::page::{Document, Row};
use crate::record::Draft;
use crate::record::verbs::drill::{improve, judge, observe, remark};
use crate::session::drill::{Conduct, answer};
use crate::tui::ask::Ask;
use crate::tui::canvas::Canvas;
use crate::tui::effect::Effect;
use crate::tui::layout::{draw_list, in_sight, read};
use crate::tui::list::Place;
use crate::tui::modal::Modal;
use crate::tui::page::Scroll;
use crate::tui::theme::Role;
use ratatui::layout::Rect;

/// One step as it is drawn, and what doing it takes.
pub(super) struct OfStep {
    row: Row,
    about: Document,
    does: Does,
}

enum Does {
    Note(&'static Question),
    Judge(ItemId, String),
    /// An objective, and whether anything was noted of it.
    Rate(ItemId, String, bool),
    /// A gap, the entry that it comes from, and whether an action is there.
    Improve(String, Option<String>, bool),
}

/// What is left to do of the review, and each of its steps.
pub(super) struct Review {
    to_come: String,
    steps: Vec<OfStep>,
}

impl Review {
    pub(super) fn of(conduct: &Conduct) -> Self {
        let account = conduct.account();
        let script = account.played.script;
        let does = |step: &Step<'_>| match step {
            Step::Talk(said) | Step::Sign(said) => Does::Note(said.question),
            Step::Judge(expected) => {
                let said = expected.of(script);
                Does::Judge(said.id.clone(), said.text.clone())
            }
            Step::Rate(at, seen) => {
                let objective = &script.objectives[account.figures.objectives[*at].objective];
                Does::Rate(objective.id.clone(), objective.text.clone(), !seen.is_empty())
            }
            Step::Improve(gap, row) => Does::Improve(gap.text.to_owned(), conduct.origin(gap), row.is_some()),
        };
        let steps = account.steps();
        let steps = steps.iter().map(|step| OfStep {
            row: words::row(&account, step),
            about: words::about(&account, step, conduct.now()),
            does: does(step),
        });
        Self { to_come: words::to_come(account.left(), true), steps: steps.collect() }
    }

    pub(super) fn len(&self) -> usize {
        self.steps.len()
    }

    fn selected(&self, place: Place) -> Option<&OfStep> {
        self.steps.get(place.row(self.steps.len())?)
    }

    /// What Enter does on the selected step.
    pub(super) fn enter(&self, place: Place) -> &'static str {
        match self.selected(place).map(|step| &step.does) {
            Some(Does::Judge(..)) => "judge",
            Some(Does::Rate(_, _, true)) => "rate",
            Some(Does::Improve(..)) => "action",
            Some(Does::Note(question)) if *question == &SIGNS => "sign",
            _ => "note",
        }
    }

    /// Whether numbers judge or rate the selected step.
    pub(super) fn is_judged(&self, place: Place) -> bool {
        matches!(self.selected(place).map(|step| &step.does), Some(Does::Judge(..) | Does::Rate(_, _, true)))
    }

    /// Does the selected step; a digit says at once which verdict.
    pub(super) fn acts(&self, conduct: &Conduct, place: Place, digit: Option<usize>) -> Vec<Effect> {
        let Some(step) = self.selected(place) else { return Vec::new() };
        match &step.does {
            Does::Note(_) | Does::Improve(..) if digit.is_some() => {
                vec![Effect::Say("Numbers judge and rate; Enter does this step.".into())]
            }
            Does::Note(question) => note(conduct, question),
            Does::Judge(id, text) => verdicts(conduct, id, text, &words::JUDGED.map(|verdict| (verdict, "")), digit),
            Does::Rate(id, text, true) => verdicts(conduct, id, text, &words::SCALE, digit),
            Does::Rate(id, ..) => observe(conduct, id),
            Does::Improve(gap, from, false) => improve(conduct, gap, from.as_ref()),
            Does::Improve(.., true) => {
                vec![Effect::Say("It has its action. What becomes of that is written in its row, on Record.".into())]
            }
        }
    }
}

/// A line of the talk, or who signs.
fn note(conduct: &Conduct, question: &'static Question) -> Vec<Effect> {
    let mut form = asks_only(&conduct.view(), &answer(question), question.asks, &[&remark::TEXT, &remark::BECAUSE]);
    form.begins_with(&remark::TEXT);
    opens(form)
}

/// Which of four it is; then why, or Enter.
fn verdicts(
    conduct: &Conduct,
    of: &ItemId,
    text: &str,
    all: &[(Verdict, &str); 4],
    digit: Option<usize>,
) -> Vec<Effect> {
    let form = |verdict: Verdict| {
        let draft = Draft::new(&judge::VERB, "").with(&judge::OF, of.as_str()).with(&judge::VERDICT, verdict.word());
        let title = format!("{}: {text}", verdict.label());
        asks_only(&conduct.control().view(), &draft, &title, &[&judge::BECAUSE])
    };
    if let Some(digit) = digit {
        return digit
            .checked_sub(1)
            .and_then(|at| all.get(at))
            .map(|(verdict, _)| opens(form(*verdict)))
            .unwrap_or_default();
    }
    let ways = all.iter().map(|(verdict, says)| {
        let label = match *says {
            "" => verdict.label().to_owned(),
            says => format!("{}  {}: {says}", verdict.word(), verdict.label()),
        };
        (label, Act::Form(Box::new(form(*verdict))))
    });
    vec![Effect::Push(Modal::Ask(Ask::acts(text, "People judge; nothing is suggested.", ways.collect())))]
}

/// What was seen of an objective, without which it is not rated.
fn observe(conduct: &Conduct, objective: &ItemId) -> Vec<Effect> {
    let draft = Draft::new(&observe::VERB, "").with(&observe::OBJECTIVE, objective.as_str());
    let mut form = asks_only(&conduct.control().view(), &draft, words::NOT_OBSERVED, &[&observe::TEXT, &observe::TAG]);
    form.choose(observe::TAG.name, Tag::Strength.word());
    form.begins_with(&observe::TEXT);
    opens(form)
}

/// What is to be done about a gap, by whom and by when.
fn improve(conduct: &Conduct, gap: &str, from: Option<&String>) -> Vec<Effect> {
    let draft = Draft::new(&improve::VERB, "").with(&improve::WHY, gap).with_some(&improve::FROM, from.cloned());
    let asked = [&improve::NAME, &improve::OWNER, &improve::DUE, &improve::KIND];
    opens(asks_only(&conduct.view(), &draft, &format!("Gap: {gap}"), &asked))
}

/// What is still to come, the steps, and below them the selected one whole.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, review: &Review, (place, scroll): (Place, &Scroll)) {
    let inner = Rect { x: area.x + 3, width: area.width.saturating_sub(4), ..area };
    canvas.pieces(inner.x, inner.y, inner.width, &[(Role::Strong, "Review  "), (Role::Text, &review.to_come)]);
    let rows = u16::try_from(review.len()).unwrap_or(u16::MAX).min((area.height / 2).max(3));
    let list = Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), height: rows };
    let all: Vec<Row> = review.steps.iter().map(|step| step.row.clone()).collect();
    draw_list(canvas, list, &all, place);
    let rule = Rect { y: list.bottom(), height: 1, ..list };
    canvas.line_across(rule);
    if usize::from(rows) < all.len() {
        canvas.put_right(rule, &format!(" {} ", in_sight(place, all.len(), usize::from(rows))), Role::Quiet);
    }
    let below = Rect { y: rule.bottom(), height: area.bottom().saturating_sub(rule.bottom()), ..inner };
    if let Some(step) = review.selected(place) {
        let page = read(&step.about, below.width);
        page.draw(canvas, below, scroll.top(&page, below.height));
    }
}

/// Where a note of this console goes after the end: to the objective of the step, if it has one.
pub(super) fn notes(review: &Review, conduct: &Conduct, place: Place) -> Vec<Effect> {
    match review.selected(place).map(|step| &step.does) {
        Some(Does::Rate(id, ..)) => forms::note(conduct, None, Some(id.as_str())),
        _ => forms::note(conduct, None, None),
    }
}
