//! A script without mistakes is read as it is written.

use breachbook::base::{Delivery, Plays};
use breachbook::drill::script::{Addressee, Binding, Figure, Loaded, Tried, load};
use breachbook::playbook::bundled::open_bundled;
use breachbook::source::Source;

const SMALL: &str = include_str!("../../drills/good/small.toml");

fn loaded(text: &str) -> Loaded {
    load(&Source::new("small.toml", text), &open_bundled)
}

#[test]
fn what_a_script_says_is_in_the_model() {
    let loaded = loaded(SMALL);
    let script = loaded.script.unwrap_or_else(|| panic!("{:#?}", loaded.problems));
    assert_eq!(script.start.long(), "2026-11-13 15:30 +11:00");
    assert_eq!(script.role("privacy_officer").map(|role| role.is), Some(Plays::Simcell));
    let first = script.inject(1).unwrap();
    assert_eq!(
        (first.delivery, first.at, script.part_of(first).title.as_str()),
        (Delivery::Phone, Some(0), "Friday afternoon")
    );
    assert_eq!(
        first.written(),
        Some("A parent telephones about the excursion form."),
        "what is spoken stays outside the case"
    );
    assert!(matches!(&first.to[..], [Addressee::Role(role)] if role.as_str() == "staff_member"));
    let contingency = script.inject(11).and_then(|inject| inject.contingency.as_ref()).unwrap();
    assert_eq!((contingency.if_not_met[0].as_str(), contingency.after_minutes), ("e_escalate", 20));
    let told = script.expectation("e_told").unwrap();
    assert!(matches!(&told.binding, Binding::Tried(Tried::Call(call)) if call.as_str() == "tell_privacy_officer"));
    assert_eq!((told.within, told.figure), (Some(10), Some(Figure::FirstReport)));
    let cited: Vec<&str> = told.cite.iter().map(breachbook::base::ClauseId::as_str).collect();
    assert!(cited.contains(&"FC-2a"), "without clauses of its own, those of the item: {cited:?}");
}

#[test]
fn a_script_for_any_playbook_names_nothing_of_one() {
    let any = SMALL.replace("playbook = \"trinity\"", "playbook = \"any\"");
    let words: Vec<_> = loaded(&any).problems.iter().map(|problem| problem.code.word()).collect();
    assert!(words.contains(&"needs-playbook"), "{words:?}");
    let by_hand = any.replace("tried = \"tell_privacy_officer\"\n", "").replace("item = \"escalate\"\n", "");
    let by_hand = by_hand.replace("figure = \"first_report\"\n", "").replace("figure = \"escalation\"\n", "");
    let by_hand = by_hand.replace("\"staff_member\"", "\"The office\"");
    let loaded = loaded(&by_hand);
    assert!(loaded.script.is_some_and(|script| script.playbook.is_none()), "{:#?}", loaded.problems);
}
