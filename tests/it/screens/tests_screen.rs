//! Tests: are we over the line, and why? And the same beside the question that is an element of one.

use crate::support::desk::Desk;
use breachbook::page::criteria::criteria;
use breachbook::page::{Block, Document};

/// A document as rows of text: the sign, what it is, and after a bar what stands at the right edge.
fn read(document: &Document) -> Vec<String> {
    let row = |block: &Block| match block {
        Block::Row(row) => {
            let sign = row.state.map(|state| format!("{} ", state.sign())).unwrap_or_default();
            format!("{sign}{} | {}", row.what.words(), row.word.words())
        }
        Block::Text(line) | Block::Heading(line) => line.words(),
        other => panic!("{other:?} is no row"),
    };
    document.blocks.iter().map(row).map(|line| line.trim_end_matches([' ', '|']).to_owned()).collect()
}

fn beside(desk: &Desk, question: &str) -> Vec<String> {
    let view = desk.session.view();
    criteria(&view, view.playbook.position(question).unwrap()).as_ref().map(read).unwrap_or_default()
}

#[test]
fn beside_an_element_stand_the_others_with_what_is_known_of_them_and_who_decides() {
    let mut desk = Desk::open("trinity");
    desk.answer("multiple_individuals", "yes");
    assert_eq!(
        beside(&desk, "serious_harm"),
        [
            "Any yes of four: it may be appropriate to notify the team | C.c, C.d",
            "✓ yes  Multiple individuals are affected",
            "▸      There is, or may be, a real risk of serious harm",
            "○      It indicates a systemic problem",
            "○      There could be media or stakeholder attention",
            "1 yes so far. They help; the Privacy Officer decides.",
        ]
    );
    desk.answer("multiple_individuals", "no");
    desk.answer("serious_harm", "unknown");
    let beside = beside(&desk, "systemic_problem");
    assert_eq!(
        beside[1..3],
        ["- no   Multiple individuals are affected", "! ?    There is, or may be, a real risk of serious harm"]
    );
    assert_eq!(beside[5], "0 yes so far. They help; the Privacy Officer decides.");
}

#[test]
fn of_a_long_test_the_elements_around_the_question_stand_there_and_the_others_are_counted() {
    let mut desk = Desk::open("shepherd");
    desk.answer("unauthorized_access", "yes");
    let beside = beside(&desk, "acquisition");
    assert_eq!(beside[0], "Security breach in law (3.a): all eight, unless PR-3b applies | PR-3, PR-3a");
    assert_eq!(beside[1..4], ["✓ yes  Unauthorized access", "▸      And acquisition", "○      Of computerized data"]);
    assert_eq!(beside[4], "○      That is unencrypted | 5 more");
    assert_eq!(beside[5], "1 yes so far. A no ends this test only.");
}

#[test]
fn every_question_of_a_bundled_playbook_stands_marked_in_its_block_or_has_none() {
    for playbook in ["trinity", "modot", "morenet", "msu", "shepherd"] {
        let desk = Desk::open(playbook);
        let view = desk.session.view();
        for (at, item) in view.playbook.items.iter().enumerate() {
            let Some(block) = criteria(&view, at) else { continue };
            let marked = read(&block).iter().filter(|row| row.starts_with('▸')).count();
            assert!(marked >= 1, "{playbook}: {}: {:#?}", item.id, read(&block));
        }
    }
}
