//! Complete playbooks load without a single problem, and say what their files say.

use breachbook::playbook::{self, Body, Source};

fn library() -> playbook::Playbook {
    let sources = [Source::new("library.toml", include_str!("playbooks/good/library.toml"))];
    let loaded = playbook::load(&sources);
    assert_eq!(loaded.rendered(&sources), "");
    loaded.playbook.expect("there is no problem")
}

#[test]
fn a_complete_playbook_loads_without_a_problem() {
    let library = library();
    assert_eq!(library.items.len(), 20);
    assert_eq!(library.source.dated.map(|day| day.to_string()).as_deref(), Some("2024-03-01"));
    let Body::Decision(decision) = &library.item("tell_press").expect("it is declared").body else {
        unreachable!()
    };
    assert_eq!(decision.suggestions[0].option.as_str(), "inform");
}

#[test]
fn items_are_walked_phase_by_phase_in_the_order_of_the_file() {
    let library = library();
    let order: Vec<_> = library.items.iter().take(5).map(|item| item.id.as_str()).collect();
    assert_eq!(order, ["noticed_at", "call_head", "keep_logs", "way", "close_way"]);
}
