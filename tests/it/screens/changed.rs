//! What changed: a card where a record switched several things, and no duty that disappears without a word.

use crate::support::desk::Desk;
use breachbook::page::changed::{Names, card, one};
use breachbook::page::{Block, Document, receipt};
use breachbook::record::{Draft, Receipt, verbs};

fn lines(page: &Document) -> Vec<String> {
    let line = |block: &Block| match block {
        Block::Text(line) => line.words(),
        Block::Labelled(label, line) => format!("{label}: {}", line.words()),
        Block::Row(row) => format!("{} | {}", row.what.words(), row.word.words()),
        Block::Gap => String::new(),
        other => panic!("{other:?}"),
    };
    page.blocks.iter().map(line).collect()
}

fn told(desk: &Desk, receipt: &Receipt) -> Option<Vec<String>> {
    card(&desk.session.view(), receipt, Names::Few).map(|page| lines(&page))
}

#[test]
fn an_escalation_tells_calls_steps_clocks_and_what_fell_away_with_counts_first() {
    let mut desk = Desk::open("trinity");
    desk.answer("discovered_at", "22 Nov 02:00");
    let receipt = desk.decide("escalate", "escalate", "Names of pupils");
    let told = told(&desk, &receipt).expect("a card");
    assert!(told[0].starts_with("WHAT CHANGED | "), "{told:?}");
    let place =
        |word: &str| told.iter().position(|line| line.contains(word)).unwrap_or_else(|| panic!("{word}: {told:?}"));
    assert!(place("calls to make: ○ ") < place("steps opened: "));
    assert!(place("steps opened: ") < place("clocks started: “"));
    assert!(place("clocks started: “") < place("fell away: - "));
}

#[test]
fn one_thing_is_a_sentence_and_a_question_that_opens_is_none() {
    let mut desk = Desk::open("modot");
    let receipt = desk.call("call_ai", "reached");
    assert_eq!(told(&desk, &receipt), None);
    let said = one(&desk.session.view(), &receipt).unwrap();
    assert!(said.contains("Telling the leader of the place"), "{said}");
}

#[test]
fn a_strike_that_takes_a_duty_away_is_told_even_for_one() {
    let mut desk = Desk::open("trinity");
    let name = desk.decide("escalate", "escalate", "Names of pupils").name;
    let strike = Draft::new(&verbs::strike::VERB, name).with(&verbs::strike::REASON, "Wrong case");
    let receipt = desk.session.submit(&strike).unwrap();
    let told = told(&desk, &receipt).expect("a card");
    assert!(told.iter().any(|line| line.contains("fell away")), "{told:?}");
}

#[test]
fn the_line_at_the_foot_says_first_what_was_recorded() {
    let mut desk = Desk::open("trinity");
    let foot = |desk: &Desk| {
        let view = desk.session.view();
        receipt::foot(&view, view.state.log.len() - 1).words()
    };
    let name = desk.session.state().name(0);
    assert_eq!(foot(&desk), format!("✓ {name} 02:13  Case opened"));
    desk.answer("multiple_individuals", "yes");
    assert!(foot(&desk).contains(" 02:13  Yes · Are multiple individuals affected?"), "{}", foot(&desk));
}
