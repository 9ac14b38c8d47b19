//! Sentences as people say them on the telephone, typed where only a whole line answers: none of them records anything.

use crate::support::stage::Stage;
use breachbook::judge::View;
use breachbook::judge::picture::agenda::Target;
use breachbook::playbook::Body;
use breachbook::playbook::question::AnswerType;
use breachbook::record::WholeLine;

const POLICIES: [&str; 5] = ["modot", "morenet", "msu", "shepherd", "trinity"];
/// Half of them begin with a letter that answers.
const SENTENCES: [&str; 12] = [
    "nobody knows yet",
    "yes I think so",
    "no idea, ask Jo",
    "unless she calls back",
    "you would have to ask IT",
    "not that I know of",
    "we are still checking",
    "of course it was",
    "maybe",
    "probably not",
    "I have to ask him first",
    "hard to say so far",
];
/// Words a minute, of five letters each.
const SPEEDS: [u64; 5] = [8, 12, 20, 40, 80];

fn recorded(stage: &Stage) -> usize {
    stage.app.case().unwrap().state().log.len()
}

fn on_card<T>(stage: &Stage, of: impl Fn(&View<'_>, Target) -> T) -> T {
    of(&stage.app.case().unwrap().view(), stage.app.on_card().unwrap())
}

fn takes_line(stage: &Stage) -> Option<&'static WholeLine> {
    on_card(stage, WholeLine::of)
}

/// Presses a key as long as it leads to another card, and looks at each.
fn along(mut stage: Stage, key: &str, mut at: impl FnMut(Stage) -> Stage) -> Stage {
    loop {
        stage = at(stage);
        let before = stage.app.on_card();
        stage = stage.keys(key);
        if stage.app.on_card() == before {
            return stage;
        }
    }
}

/// A case on its first card, in which so many questions of yes and no were answered with yes a moment ago: `z` would strike one.
fn begun(policy: &str, questions: usize) -> Stage {
    let mut left = questions;
    // The cursor goes on after each.
    let stage = along(Stage::home().starts(policy), "<down>", |stage| {
        let asked = takes_line(&stage).is_some_and(WholeLine::is_question) && !on_card(&stage, has_answer);
        if left == 0 || !asked {
            return stage;
        }
        left -= 1;
        stage.keys("y <enter> <esc>")
    });
    along(stage, "<up>", |stage| stage)
}

fn has_answer(view: &View<'_>, target: Target) -> bool {
    matches!(target, Target::Item(at) if view.picture.items[at].entry.is_some())
}

/// Types every sentence at every speed on the card that stands there.
fn said_on_card(policy: &str, mut stage: Stage) -> Stage {
    let (card, before) = (stage.app.on_card(), recorded(&stage));
    for (sentence, speed) in SENTENCES.iter().flat_map(|one| SPEEDS.map(|speed| (one, speed))) {
        stage = stage.types(&format!("\"{sentence}\" <enter>"), 60_000 / (speed * 5));
        assert_eq!(recorded(&stage), before, "{policy}: {sentence} at {speed}:\n{}", stage.text());
        assert_eq!(stage.app.on_card(), card, "{policy}: {sentence} at {speed}");
        stage = stage.keys("<esc>");
    }
    let stage = stage.keys("\"we are still checking\" <enter>");
    stage.shows("we are still checking").shows("Nothing was recorded").keys("<esc>")
}

/// The same on every card of a case that takes such a line; says on which.
fn said_on_every_card(policy: &str, stage: Stage, wanted: impl Fn(&WholeLine) -> bool) -> (Stage, Vec<Target>) {
    let mut cards = Vec::new();
    let stage = along(stage, "<down>", |stage| {
        if !takes_line(&stage).is_some_and(&wanted) {
            return stage;
        }
        cards.extend(stage.app.on_card());
        said_on_card(policy, stage)
    });
    (stage, cards)
}

/// The questions of yes and no that the cursor does not come by, because they wait or were answered: by their titles and identifiers.
fn others(stage: &Stage, met: &[Target]) -> Vec<(Target, String)> {
    let items = stage.app.case().unwrap().playbook().items.iter().enumerate();
    let asks = items.filter(|(_, item)| matches!(&item.body, Body::Question(body) if body.answer == AnswerType::YesNo));
    let left = asks.map(|(at, item)| (Target::Item(at), item.title.clone()));
    left.filter(|(target, _)| !met.contains(target)).collect()
}

#[test]
fn no_sentence_at_any_speed_records_anything_on_any_question_of_yes_and_no() {
    for policy in POLICIES {
        let (mut stage, met) = said_on_every_card(policy, begun(policy, 1), WholeLine::is_question);
        assert!(met.len() > 5, "{policy}: {}", met.len());
        for (target, title) in others(&stage, &met) {
            stage = stage.keys("<esc> <esc> g g").keys(&format!("/ \"{title}\"")).keys("<enter>");
            assert_eq!(stage.app.on_card(), Some(target), "{policy}: {title}:\n{}", stage.text());
            if takes_line(&stage).is_some() {
                stage = said_on_card(policy, stage);
            }
        }
    }
}

#[test]
fn no_sentence_at_any_speed_records_anything_where_it_is_asked_whether_something_is_needed() {
    let asked = |policy| said_on_every_card(policy, begun(policy, 99), |takes| !takes.is_question()).1.len();
    let cards = POLICIES.map(asked);
    assert!(cards.iter().sum::<usize>() > 5, "{cards:?}");
}

#[test]
fn no_sentence_at_any_speed_is_taken_by_a_cell_that_takes_a_line() {
    let mut cells = 0;
    for policy in POLICIES {
        let mut seen = Vec::new();
        along(begun(policy, 1), "<down>", |mut stage| {
            let step = on_card(&stage, |view, target| match target {
                Target::Item(at) => Some(view.playbook.items[at].phase),
                Target::Silence(_) => None,
            });
            if seen.contains(&step) || !takes_line(&stage).is_some_and(WholeLine::is_question) {
                return stage;
            }
            seen.push(step);
            stage = stage.keys("b");
            let mut before = String::new();
            // Down stays on the last row.
            while before != stage.text() {
                before = stage.text();
                if before.contains("y n u") {
                    cells += 1;
                    for (sentence, speed) in SENTENCES.iter().flat_map(|one| SPEEDS.map(|speed| (one, speed))) {
                        stage = stage.types(&format!("\"{sentence}\" <enter>"), 60_000 / (speed * 5));
                        assert_eq!(recorded(&stage), 2, "{policy}: {sentence} at {speed}:\n{}", stage.text());
                        stage = stage.keys("<ctrl-u>");
                    }
                }
                stage = stage.keys("<down>");
            }
            stage.keys("<esc>")
        });
    }
    assert!(cells > 50, "{cells}");
}

#[test]
fn a_letter_that_stands_alone_in_the_line_is_its_key_once_enter_takes_it() {
    let at = |keys: &str| Stage::trinity().keys(r#"/ "about human beings" <enter>"#).keys(keys);
    at("w").shows("▸ w").shows("Enter note").keys(r#"<enter> "She called back" <ctrl-s>"#).shows("✓ k4-2");
    at("W <enter>").shows("Note: Is any");
    at("o").shows("Enter hand over").keys("<enter>").shows("HAND OVER");
    at("p <enter>").shows("Print: ");
    // A slip is struck with its key alone: the strike stands there, and can be struck.
    let stage = at(r#"y <enter> / "about human beings" <enter> z"#);
    assert_eq!(recorded(&stage), 3);
    // A screen is gone to at once; what is no screen is text.
    at("g s").shows("[Steps");
    at(r#""get back to me" <enter>"#).shows("▸ get back to me").shows("Only y, n and u answer this.");
}

#[test]
fn keys_that_come_before_a_card_was_drawn_begin_no_line_on_it() {
    let stage = Stage::trinity().keys(r#"/ "about human beings" <enter>"#).types("n <enter> \"and so on\"", 0);
    assert_eq!(recorded(&stage), 2);
    stage.shows_not("▸ a").shows_not("so on");
}
