//! What waits: for what, and what ends it.

use crate::support::desk::Desk;
use breachbook::page::{Block, waits};

#[test]
fn what_a_step_that_is_held_waits_for_is_said_with_the_answer_that_holds_it() {
    let mut desk = Desk::open("msu");
    desk.answer("criminal_investigation", "yes");
    desk.answer("investigation_completed", "no");
    let page = waits::page(&desk.session.view());
    let text = |block: &Block| match block {
        Block::Text(line) => line.words(),
        Block::Row(row) => format!("{} | {}", row.what.words(), row.word.words()),
        Block::Does(all) => all.iter().map(|does| does.label.clone()).collect::<Vec<_>>().join("; "),
        _ => String::new(),
    };
    let lines: Vec<_> = page.blocks.iter().map(text).collect();
    let has = |wanted: &str| lines.iter().any(|line| line.contains(wanted));
    assert!(lines[0].starts_with("NOTHING TO DO NOW | "), "{lines:#?}");
    assert!(has("IT Services' coordination waits: MSU Police"), "{lines:#?}");
    assert!(has("No, 22 Nov 02:13"), "{lines:#?}");
    assert!(has("completed?"), "{lines:#?}");
}
